import Glibc

/// How long a fuzz test goes on, and with which inputs: few of them in a test run, millions where the environment asks.
public struct FuzzRun: Sendable {
  /// The first input's seed; each further input has the next one.
  public let seed: UInt64
  public let count: Int
  /// Whether the environment asked for a length: such a run also watches the memory.
  public let isLong: Bool
  /// Holds the input that is being tried, for a trap or a hang would otherwise take it along; −1 for none.
  private let last: Int32

  /// `LANGUAGE_FUZZ_COUNT` says how many inputs are tried, `LANGUAGE_FUZZ_SEED` which ones, `LANGUAGE_FUZZ_LAST` names
  /// the file for the input at hand.
  public init(count: Int) {
    func number(_ name: String) -> Int? { getenv(name).flatMap { Int(String(cString: $0)) } }
    let asked = number("LANGUAGE_FUZZ_COUNT")
    self.count = asked ?? count
    isLong = asked != nil
    seed = UInt64(truncatingIfNeeded: number("LANGUAGE_FUZZ_SEED") ?? 0)
    last = getenv("LANGUAGE_FUZZ_LAST").map { open($0, O_WRONLY | O_CREAT | O_TRUNC, 0o600) } ?? -1
  }

  /// The seeds, one after the other.
  public var seeds: some Sequence<UInt64> { (0..<UInt64(count)).lazy.map { [seed] in seed &+ $0 } }

  public func note(_ input: String) {
    guard last >= 0 else { return }
    var input = input
    let count = input.withUTF8 { pwrite(last, $0.baseAddress, $0.count, 0) }
    ftruncate(last, max(count, 0))
  }
}
