import Glibc

/// Whole files, in and out.
enum StoredFile {
  /// Whether links are followed; see `withoutFollowingLinks`.
  @TaskLocal static var followsLinks = true

  /// No file is read that is larger: as many bytes as the largest tensor may take, and room for headers.
  static var largestByteCount: Int {
    max(1 << 28, sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)) / 4)
  }

  /// How many bytes are read or written before the next, or brought to the disk at once.
  private static let pieceByteCount = 1 << 20

  /// The bytes of a file. Throws, naming it and with the reason that the system gives, when it cannot be read or is too
  /// large to hold.
  static func read(_ path: String, limit: Int = largestByteCount) throws -> [UInt8] {
    func failure() -> EngineError { .unreadable(path, String(cString: strerror(errno))) }
    func tooLarge(_ size: String) -> EngineError {
      EngineError(
        .size, "`\(path)` has \(size) bytes; files of up to \(limit) bytes are read here.",
        hint: "Save its parts in files of their own.")
    }
    try requirePath(path)
    let file = open(path, O_RDONLY | O_NONBLOCK)
    guard file >= 0 else { throw failure() }
    defer { close(file) }
    // Of what was opened, not of what lies at the path by now.
    var status = stat()
    guard fstat(file, &status) == 0 else { throw failure() }
    if let kind = status.kindOtherThanFile { throw EngineError.unreadable(path, "it is \(kind)") }
    guard status.st_size <= limit else { throw tooLarge("\(status.st_size)") }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(0, status.st_size))
    var piece = [UInt8](repeating: 0, count: pieceByteCount)
    while true {
      let count = Glibc.read(file, &piece, piece.count)
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw failure()
      }
      bytes += piece[..<count]
      // It may grow while it is read.
      guard bytes.count <= limit else { throw tooLarge("more than \(limit)") }
      try Interruption.check()
    }
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
    try requirePath(path)
    // All that follows is done in the folder as it is opened here, wherever its path may lead by then.
    let (place, name) = parts(of: path)
    let folder = open(place, O_PATH | O_DIRECTORY)
    guard folder >= 0 else { throw failure(errno) }
    defer { close(folder) }
    var status = stat()
    let exists = fstatat(folder, name, &status, followsLinks ? 0 : AT_SYMLINK_NOFOLLOW) == 0
    if exists, let kind = status.kindOtherThanFile {
      throw EngineError(.file, "`\(path)` cannot be written: it is \(kind).")
    }
    let temporary = name + ".\(getpid())-\(UInt32.random(in: 0 ... .max)).part"
    let file = openat(folder, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure(errno) }
    // Without effect once the file has its final name.
    defer { unlinkat(folder, temporary, 0) }
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
    guard renameat(folder, temporary, folder, name) == 0 else { throw failure(errno) }
  }

  private static func requirePath(_ path: String) throws {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw EngineError(.file, "A path is needed here, but it is empty or contains a zero byte.")
    }
  }

  private static func open(_ path: String, _ flags: Int32) -> Int32 {
    followsLinks ? Glibc.open(path, flags | O_CLOEXEC) : openWithoutFollowingLinks(path, flags)
  }

  /// The folder of a path and the name in it; a path with a slash at its end is that of a folder itself.
  private static func parts(of path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    let name = String(path[path.utf8.index(after: slash)...])
    return (String(path[...slash]), name.isEmpty ? "." : name)
  }
}

extension stat {
  /// What something is that is no ordinary file.
  fileprivate var kindOtherThanFile: String? {
    switch st_mode & S_IFMT {
    case S_IFREG: nil
    case S_IFDIR: "a directory"
    default: "not an ordinary file"
    }
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
