import Engine
import Glibc

// Paths are compared and cut by their bytes, as the system does: for Swift's `==` and `hasPrefix`, two folders whose
// names write `é` with one scalar and with two are the same.

extension Machine {
  /// The place of a file that a cell names, whether it is there already or is to be written: inside of the
  /// notebook's folder, whatever `..` and links say. The folder that it is in must exist.
  ///
  /// No link is on the way to it, so it is to be opened within `withoutFollowingLinks`: then it is inside even if another
  /// process has put a link there since.
  ///
  /// - Parameter base: the folder from which the file is named, as seen from the notebook's; with a slash at its end.
  func path(of name: String, in base: String = "") throws -> String {
    guard !name.isEmpty, !name.utf8.contains(0) else {
      throw Fault(.fileProblem, "`\(name)` is not a file's name")
    }
    // Without `..` only a link can lead out. Whether there is a file outside is not told.
    let isFromElsewhere = [UInt8(ascii: "/"), UInt8(ascii: "~")].contains(name.utf8.first)
    let climbs = isFromElsewhere || Machine.names(in: name).contains("..")
    let outside = Fault(
      .fileProblem, "`\(name)` \(climbs ? "lies outside" : "leads out") of the notebook's folder",
      help: ["keep the file next to the notebook and name it relative to that"])
    guard !isFromElsewhere else { throw outside }
    guard let root = Machine.realPath(directory) else {
      throw Fault(.fileProblem, "the notebook's folder `\(directory)` is not there any more")
    }
    let full = root + "/" + base + name
    if let real = Machine.realPath(full) {
      guard Machine.isInside(real, root) else { throw outside }
      return real
    }

    // The file is not there. Its folder must be, and it must not be a link, which could lead anywhere.
    let slash = name.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(name[..<$0]) } ?? "."
    let last = slash.map { String(name[name.utf8.index(after: $0)...]) } ?? name
    guard let realFolder = Machine.realPath(root + "/" + base + folder) else {
      guard Machine.leadsNowhere(base + folder, inside: root) else { throw outside }
      throw Fault(
        .fileProblem, "there is no folder `\(folder)` next to the notebook",
        help: ["make the folder first, or leave it out of the name"])
    }
    guard Machine.isInside(realFolder + "/", root) else { throw outside }
    guard !["", ".", ".."].contains(last) else {
      throw Fault(.fileProblem, "`\(name)` is not a file's name")
    }
    let real = (realFolder == "/" ? "" : realFolder) + "/" + last
    var status = stat()
    if lstat(real, &status) == 0 {
      throw Fault(
        .fileProblem, "`\(name)` is a link that leads nowhere",
        help: ["remove the link, or name the file itself"])
    }
    return real
  }

  /// Whether the way to a folder that is not there ends inside of the root: what there is outside is not told.
  private static func leadsNowhere(_ folder: String, inside root: String) -> Bool {
    var way = root
    for name in names(in: folder) {
      way += "/" + name
      guard let real = realPath(way) else { return true }
      guard isInside(real + "/", root) else { return false }
    }
    return true
  }

  /// The place of a file that is to be read.
  func pathOfExisting(_ name: String) throws -> String {
    let path = try path(of: name)
    guard access(path, F_OK) == 0 else {
      throw Fault.missing(name, among: neighbours(of: path), lookedFor: "in the notebook's folder")
    }
    return path
  }

  /// The files in the folder of a path, of very many only some.
  func neighbours(of path: String) -> [String] {
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
    let descriptor = openWithoutFollowingLinks(folder + "/", O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0 else { return [] }
    guard let directory = fdopendir(descriptor) else {
      close(descriptor)
      return []
    }
    defer { closedir(directory) }
    var names: [String] = []
    while names.count < 1000, let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names
  }

  /// A place in the notebook's folder as seen from there.
  func nameFromFolder(_ path: String) throws -> String {
    guard let root = Machine.realPath(directory), Machine.isInside(path, root) else { return path }
    return String(Substring(path.utf8.dropFirst(root == "/" ? 1 : root.utf8.count + 1)))
  }

  private static func isInside(_ path: String, _ root: String) -> Bool {
    path.utf8.starts(with: (root == "/" ? root : root + "/").utf8)
  }

  /// The names of which a path consists.
  private static func names(in path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }

  /// A path without links and dots; nil where there is no such file.
  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

extension Fault {
  /// A file that is not there.
  static func missing(_ name: String, among neighbours: [String], lookedFor place: String) -> Fault {
    let slash = name.utf8.lastIndex(of: UInt8(ascii: "/"))
    let (folder, last) =
      slash.map { (String(name[...$0]), String(name[name.utf8.index(after: $0)...])) } ?? ("", name)
    let proposal = suggestion(for: last, among: neighbours)
    return Fault(
      .fileProblem, "there is no file `\(name)`",
      help: [proposal.map { "did you mean `\(folder)\($0)`?" } ?? "it is looked for \(place)"])
  }
}
