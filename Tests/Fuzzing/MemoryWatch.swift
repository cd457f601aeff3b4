import Glibc

/// Watches the memory of this process over a long run: what is kept for good makes it grow to the end, what is merely
/// used makes it grow at the beginning.
public struct MemoryWatch {
  /// The resident bytes at equal distances.
  private var samples: [Int] = []
  private let distance: Int

  private static let sampleCount = 100
  /// What the allocator's pools may differ by, however long the run: bytes.
  private static let allowance = 4 << 20

  public init(inputs: Int) { distance = max(1, inputs / Self.sampleCount) }

  /// To be told of every input, by its position.
  public mutating func look(at index: Int) {
    if index % distance == distance - 1 { samples.append(Self.resident) }
  }

  /// What the memory did, if it grew in the second half of the run nearly as it did in the first; nil if all is well.
  public var growth: String? {
    guard let last = samples.last, samples.count >= 10 else { return nil }
    // The first tenth fills caches and pools.
    let first = samples[samples.count / 10]
    let middle = samples[samples.count / 2]
    guard last - middle > Self.allowance, last - middle > (middle - first) / 2 else { return nil }
    // One large value leaves a step behind, since the allocator keeps its pages; what is lost at every input leaves a
    // slope.
    let half = samples[(samples.count / 2)...]
    guard zip(half, half.dropFirst()).count(where: { $0 < $1 }) > half.count / 2 else { return nil }
    return "the memory goes on growing: \(samples.map { $0 >> 10 }) kB"
  }

  private static var resident: Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var text = [CChar](repeating: 0, count: 128)
    fgets(&text, 128, file)
    let fields = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      .split(separator: " ")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(getpagesize()) : 0
  }
}
