import Glibc

/// The few things that installing does with files.
enum FileSystem {
  /// `path` itself if it is absolute, or else as seen from the working folder.
  static func absolute(_ path: String) throws(SystemError) -> String {
    if path.hasPrefix("/") { return path }
    guard let folder = getcwd(nil, 0) else { throw .last }
    defer { free(folder) }
    return String(cString: folder) + "/" + (path.hasPrefix("./") ? String(path.dropFirst(2)) : path)
  }

  /// Makes the folder at `path` and those above it that do not exist yet.
  static func makeFolder(_ path: String) throws(SystemError) {
    if isFolder(path) { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    do {
      try SystemError.check { mkdir(path, 0o777) }
    } catch {
      // Another process may have made it in the meantime, which is just as well.
      if !isFolder(path) { throw error.code == EEXIST ? SystemError(code: ENOTDIR) : error }
    }
  }

  /// Writes a file so that a reader sees the old content or the new one, never a part: the content goes to
  /// a temporary file in the same folder, which then takes the name.
  static func write(_ content: [UInt8], to path: String) throws(SystemError) {
    let temporary = "\(path).\(getpid()).new"
    let file = try SystemError.check { open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644) }
    do {
      defer { close(file) }
      var rest = content[...]
      while !rest.isEmpty {
        let written = try SystemError.check {
          rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
        }
        rest = rest.dropFirst(written)
      }
      try SystemError.check { fsync(file) }
      try SystemError.check { rename(temporary, path) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Whether something lies at `path`.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether `path` is a folder, or a link to one.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) throws(SystemError) -> [String] {
    guard let stream = opendir(folder) else { throw .last }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
