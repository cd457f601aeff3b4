import Glibc

/// Whole files, in and out.
enum StoredFile {
  /// No file is read that is larger: as many bytes as the largest tensor may take, and room for headers.
  static var largestByteCount: Int {
    max(1 << 28, sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)) / 4)
  }

  /// How many bytes are written before the next, or brought to the disk at once.
  private static let pieceByteCount = 1 << 20

  /// The bytes of a file. Throws, naming it, when it cannot be read or is too large to hold.
  static func read(_ path: String, limit: Int = largestByteCount) throws -> [UInt8] {
    var status = stat()
    if stat(path, &status) == 0, status.st_size > limit {
      throw EngineError(
        .size, "`\(path)` has \(status.st_size) bytes; files of up to \(limit) bytes are read here.",
        hint: "Save its parts in files of their own.")
    }
    return try fileBytes(path)
  }

  /// Writes a file as a whole or not at all.
  ///
  /// The bytes go to a file beside it, which takes its place once they are all on the disk: whoever reads
  /// meanwhile, or after a failure or an interruption, finds the old content. Throws, naming the file, when it cannot be
  /// written.
  static func write(_ bytes: [UInt8], to path: String) throws {
    func failure(_ error: Int32) -> EngineError {
      EngineError(.file, "`\(path)` cannot be written: \(String(cString: strerror(error))).")
    }
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw EngineError(.file, "A path is needed here, but it is empty or contains a zero byte.")
    }
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      let what = status.st_mode & S_IFMT == S_IFDIR ? "a directory" : "not an ordinary file"
      throw EngineError(.file, "`\(path)` cannot be written: it is \(what).")
    }
    let temporary = path + ".\(getpid())-\(UInt32.random(in: 0 ... .max)).part"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure(errno) }
    // Without effect once the file has its final name.
    defer { unlink(temporary) }
    do {
      defer { close(file) }
      if exists, fchmod(file, status.st_mode & 0o777) != 0 { throw failure(errno) }
      var written = 0
      while written < bytes.count {
        // Piece by piece to the disk: a wait for all of it at the end could not be interrupted.
        let piece = bytes[written...].prefix(StoredFile.pieceByteCount)
        let count = piece.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw failure(errno) }
        written += count
        try Interruption.check()
        if written < bytes.count, fdatasync(file) != 0 { throw failure(errno) }
      }
      guard fsync(file) == 0 else { throw failure(errno) }
    }
    guard rename(temporary, path) == 0 else { throw failure(errno) }
  }
}

/// The bytes of a file of any kind. Throws, naming the file, when it cannot be read or has more than `limit` bytes.
public func loadBytes(_ path: String, limit: Int) throws -> [UInt8] {
  try StoredFile.read(path, limit: limit)
}

/// Writes a file of any kind as a whole or not at all. Throws, naming the file, when it cannot be written.
public func saveBytes(_ bytes: [UInt8], to path: String) throws {
  try StoredFile.write(bytes, to: path)
}

extension EngineError {
  /// A file whose content is not what it should be.
  static func unreadable(_ file: String, _ what: String, hint: String? = nil) -> EngineError {
    EngineError(.file, "`\(file)` cannot be read: \(what).", hint: hint)
  }
}
