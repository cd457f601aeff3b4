import Glibc

extension Machine {
  /// The place of a file that a cell names: inside of the notebook's folder, whatever `..` and links say.
  func path(of name: String) throws -> String {
    guard !name.isEmpty, !name.utf8.contains(0) else {
      throw Fault(.fileProblem, "`\(name)` is not a file's name")
    }
    guard !name.hasPrefix("/"), !name.hasPrefix("~") else {
      throw Fault(
        .fileProblem, "`\(name)` lies outside of the notebook's folder",
        help: ["copy the file next to the notebook and name it relative to that"])
    }
    let root = try Machine.realPath(directory) ?? directory
    let full = root + "/" + name
    guard let real = try Machine.realPath(full) else { return full }
    guard real == root || real.hasPrefix(root + "/") else {
      throw Fault(
        .fileProblem, "`\(name)` leads out of the notebook's folder",
        help: ["copy the file next to the notebook and name it relative to that"])
    }
    return real
  }

  /// A path without links and dots; nil where there is no such file.
  private static func realPath(_ path: String) throws -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
