import Glibc

extension Machine {
  /// The place of a file that a cell names, whether it is there already or is to be written: inside of the
  /// notebook's folder, whatever `..` and links say. The folder that it is in must exist.
  func path(of name: String) throws -> String {
    guard !name.isEmpty, !name.utf8.contains(0) else {
      throw Fault(.fileProblem, "`\(name)` is not a file's name")
    }
    let outside = Fault(
      .fileProblem, "`\(name)` lies outside of the notebook's folder",
      help: ["keep the file next to the notebook and name it relative to that"])
    guard !name.hasPrefix("/"), !name.hasPrefix("~") else { throw outside }
    guard let root = Machine.realPath(directory) else {
      throw Fault(.fileProblem, "the notebook's folder `\(directory)` is not there any more")
    }
    let full = root + "/" + name
    if let real = Machine.realPath(full) {
      guard Machine.isInside(real, root) else { throw outside }
      return real
    }

    // The file is not there. Its folder must be, and it must not be a link, which could lead anywhere.
    let slash = name.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(name[..<$0]) } ?? "."
    let last = slash.map { String(name[name.utf8.index(after: $0)...]) } ?? name
    guard let realFolder = Machine.realPath(root + "/" + folder) else {
      throw Fault(
        .fileProblem, "there is no folder `\(folder)` next to the notebook",
        help: ["make the folder first, or leave it out of the name"])
    }
    guard realFolder == root || Machine.isInside(realFolder, root) else { throw outside }
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

  private static func isInside(_ path: String, _ root: String) -> Bool {
    path.hasPrefix(root == "/" ? root : root + "/")
  }

  /// A path without links and dots; nil where there is no such file.
  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
