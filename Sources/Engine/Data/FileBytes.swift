import Glibc

/// The bytes of a file. Throws, with the reason that the system gives, when they cannot be read.
func fileBytes(_ path: String) throws -> [UInt8] {
  func failure() -> EngineError {
    EngineError(.file, "`\(path)` cannot be read: \(String(cString: strerror(errno))).")
  }
  guard !path.isEmpty, !path.utf8.contains(0) else {
    throw EngineError(.file, "A path is needed here, but it is empty or contains a zero byte.")
  }
  let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard file >= 0 else { throw failure() }
  defer { close(file) }
  var status = stat()
  guard fstat(file, &status) == 0 else { throw failure() }
  guard status.st_mode & S_IFMT == S_IFREG else {
    let what = status.st_mode & S_IFMT == S_IFDIR ? "a directory" : "not an ordinary file"
    throw EngineError(.file, "`\(path)` cannot be read: it is \(what).")
  }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(max(0, status.st_size))
  var chunk = [UInt8](repeating: 0, count: 1 << 20)
  while true {
    let count = read(file, &chunk, chunk.count)
    if count == 0 { return bytes }
    guard count > 0 else {
      if errno == EINTR { continue }
      throw failure()
    }
    bytes += chunk[..<count]
    try Interruption.check()
  }
}
