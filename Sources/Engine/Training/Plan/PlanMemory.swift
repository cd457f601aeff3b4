/// All memory of a training plan, in one piece that is taken once.
final class PlanMemory<T: Scalar> {
  private let base: UnsafeMutableRawPointer
  private var used = 0
  private let count: Int

  /// Takes memory for some regions, each of which begins at a cache line.
  init(regions: [Int]) {
    count = regions.reduce(0) { PlanLayout.aligned($0) + $1 }
    base = .allocate(byteCount: max(1, count) * MemoryLayout<T>.stride, alignment: 64)
    base.initializeMemory(as: T.self, repeating: 0, count: count)
  }

  /// The next region, filled with zeros. Regions are given in the order in which they were announced.
  func next(_ length: Int) -> UnsafeMutablePointer<T> {
    let begin = PlanLayout.aligned(used)
    assert(begin + length <= count, "a region was not announced")
    used = begin + length
    return base.assumingMemoryBound(to: T.self) + begin
  }

  deinit { base.deallocate() }
}
