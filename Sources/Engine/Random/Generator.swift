/// A stream of random numbers: the same seed gives the same numbers on every machine.
///
/// A value: a copy continues from the same place on its own. Based on a counter, so that a stream needs no
/// warm-up, and `stream` selects independent ones for the same seed.
public struct Generator: Sendable, Equatable, RandomNumberGenerator {
  private let key: SIMD2<UInt32>
  private let stream: UInt64
  private var position: UInt64 = 0
  private var words = SIMD4<UInt32>()
  private var wordsLeft = 0

  /// Creates the generator of a seed. Different `stream`s of one seed are independent of each other.
  public init(seed: UInt64, stream: UInt64 = 0) {
    key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    self.stream = stream
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    if wordsLeft == 0 {
      words = Philox.words(
        at: SIMD4(
          UInt32(truncatingIfNeeded: position), UInt32(truncatingIfNeeded: position >> 32),
          UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream >> 32)), key: key)
      position &+= 1
      wordsLeft = 4
    }
    wordsLeft -= 2
    return wordsLeft == 2
      ? UInt64(words.x) | UInt64(words.y) << 32 : UInt64(words.z) | UInt64(words.w) << 32
  }

  /// A number in `0 ..< 1`, a multiple of 2⁻⁵³.
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number in `0 ..< 1` that a type holds exactly: rounding must not reach 1.
  mutating func uniform(_ dtype: DType) -> Double {
    switch dtype {
    case .float32: Double(next() >> 40) * 0x1p-24
    case .float64: uniform()
    }
  }

  /// The next counters, as many as asked for, to be turned into two numbers each by someone else; `nil` if a number
  /// of the last one is still to be given out.
  mutating func takeCounters(_ count: Int) -> (seed: UInt64, stream: UInt64, position: UInt64)? {
    guard wordsLeft == 0 else { return nil }
    defer { position &+= UInt64(count) }
    return (UInt64(key.x) | UInt64(key.y) << 32, stream, position)
  }

  /// A standard normal number.
  public mutating func normal() -> Double { normalPair().0 }

  /// Independent standard normal numbers.
  public mutating func normals(_ count: Int) -> [Double] {
    [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      let pairs = count / 2
      Interruption.forEachPiece(of: pairs, length: 1 << 16) { piece in
        for i in piece { (buffer[2 * i], buffer[2 * i + 1]) = normalPair() }
      }
      if 2 * pairs < count { buffer[count - 1] = normal() }
      initialized = count
    }
  }

  /// Two independent standard normal numbers: Box and Muller's transform, 1958.
  private mutating func normalPair() -> (Double, Double) {
    // 1 − u lies in (0, 1], so that its logarithm is finite.
    let radius = (-2 * PortableMath.log(1 - uniform())).squareRoot()
    let (sine, cosine) = PortableMath.sineAndCosine(ofTurns: uniform())
    return (radius * cosine, radius * sine)
  }

  /// An integer in `0 ..< bound`, each with the same probability. `bound` is at least 1.
  ///
  /// Source: Lemire, "Fast random integer generation in an interval", 2019.
  mutating func integer(below bound: Int) -> Int {
    let bound = UInt64(bound)
    var (high, low) = next().multipliedFullWidth(by: bound)
    if low < bound {
      let threshold = (0 &- bound) % bound
      while low < threshold { (high, low) = next().multipliedFullWidth(by: bound) }
    }
    return Int(high)
  }

  /// The numbers `0 ..< count` in random order, each order with the same probability.
  public mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<max(0, count))
    for i in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(i, integer(below: i + 1))
    }
    return order
  }
}
