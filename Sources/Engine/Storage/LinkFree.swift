import Glibc

/// Does something with files at paths that are taken as they stand: a link on the way, which may have been put there
/// since the path was checked, is not followed but an error.
///
/// For paths from `realpath` that were found to lie where they may: what is opened then lies there too, whatever other
/// processes exchange meanwhile.
public func withoutFollowingLinks<Result>(_ body: () throws -> Result) rethrows -> Result {
  try StoredFile.$followsLinks.withValue(false, operation: body)
}

/// Opens what lies at a path without following a link, be it the last of its names or one on the way.
/// - Returns: a descriptor, or -1 with the reason in `errno`.
public func openWithoutFollowingLinks(_ path: String, _ flags: Int32) -> Int32 {
  let names = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  var folder = open(path.utf8.first == UInt8(ascii: "/") ? "/" : ".", O_PATH | O_DIRECTORY | O_CLOEXEC)
  for name in names.dropLast() where folder >= 0 {
    let next = openat(folder, name, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    closeKeepingReason(folder)
    folder = next
  }
  guard folder >= 0 else { return -1 }
  defer { closeKeepingReason(folder) }
  return openat(folder, names.last ?? ".", flags | O_NOFOLLOW | O_CLOEXEC)
}

/// Has a folder opened that need not be readable, only passable. Swift's module of the C library leaves it out; the kernel
/// has the same number on every processor for which there is Swift.
let O_PATH: Int32 = 0o10_000_000

private func closeKeepingReason(_ descriptor: Int32) {
  let reason = errno
  close(descriptor)
  errno = reason
}
