@testable import JupyterProtocol

/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension JSON {
  static func random(depth: Int, using generator: inout SeededGenerator) -> JSON {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &generator) {
    case 0: .null
    case 1: .bool(.random(using: &generator))
    case 2: .integer(.random(in: .min ... .max, using: &generator))
    case 3: .number(.random(in: -1e9...1e9, using: &generator))
    case 4: .string(randomText(using: &generator))
    case 5: .array((0..<3).map { _ in random(depth: depth - 1, using: &generator) })
    default:
      .object(
        Object(
          members: (0..<3).map {
            (
              name: "\($0)" + randomText(using: &generator),
              value: random(depth: depth - 1, using: &generator)
            )
          }))
    }
  }

  private static func randomText(using generator: inout SeededGenerator) -> String {
    let scalars = (0..<Int.random(in: 0..<8, using: &generator)).map { _ in
      Unicode.Scalar(UInt32.random(in: 0..<0x11_0000, using: &generator)) ?? "\""
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
