import Glibc

/// A fresh folder with some files, which goes away with its last user.
final class Folder {
  let path: String

  /// - Parameter files: their texts by their names; a name may begin with that of a folder, as in `lib/a.mlp`.
  init(_ files: [String: String] = [:]) {
    var template = Array("/tmp/mlp-folder-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
    for (name, text) in files { write(text, to: name) }
  }

  func write(_ text: String, to name: String) {
    if let slash = name.firstIndex(of: "/") { mkdir("\(path)/\(name[..<slash])", 0o700) }
    guard let file = fopen("\(path)/\(name)", "w") else { return }
    fputs(text, file)
    fclose(file)
  }

  func remove(_ name: String) { unlink("\(path)/\(name)") }

  deinit { Folder.remove(path) }

  private static func remove(_ path: String) {
    guard unlink(path) != 0, let directory = opendir(path) else { return }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { remove("\(path)/\(name)") }
    }
    closedir(directory)
    rmdir(path)
  }
}
