import Glibc

/// Memory that begins with zeros.
///
/// Several megabytes come from the system, page by page as each is first touched: to touch them all at once can take longer
/// than whoever interrupts a training is to wait.
final class ZeroedMemory {
  /// At the beginning of a cache line.
  let start: UnsafeMutableRawPointer
  /// What the system gave; nil if it is the allocator's.
  private let mapping: (start: UnsafeMutableRawPointer, byteCount: Int)?

  /// From so many bytes on, large pages are worth asking for: they take the processor fewer steps to find.
  private static let manyBytes = 2 * largePage
  private static let largePage = 1 << 21

  init(byteCount: Int) {
    if byteCount >= Self.manyBytes, let mapping = Self.map(byteCount: byteCount + Self.largePage) {
      self.mapping = mapping
      start = mapping.start.alignedUp(toMultipleOf: Self.largePage)
      // Only a hint: without it everything works, somewhat more slowly.
      _ = madvise(start, byteCount, MADV_HUGEPAGE)
    } else {
      mapping = nil
      start = .allocate(byteCount: max(1, byteCount), alignment: 64)
      memset(start, 0, byteCount)
    }
  }

  deinit {
    if let mapping { munmap(mapping.start, mapping.byteCount) } else { start.deallocate() }
  }

  private static func map(byteCount: Int) -> (start: UnsafeMutableRawPointer, byteCount: Int)? {
    let start = mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let start, start != MAP_FAILED else { return nil }
    return (start, byteCount)
  }
}
