/// The wish that long work stop, where its loops look for it.
///
/// Arithmetic on tensors has no errors on its way. Once the wish is there, a long loop leaves the rest of its numbers as
/// they happen to be and returns: nothing computed from then on is worth anything. Therefore the wish is never taken back
/// while the work goes on, what changes weights or files asks `check()` first, and whoever wanted the work to stop drops
/// its result.
public final class Interruption: Sendable {
  /// The wish for the work that this thread or task does; nil where nobody would stop it.
  @TaskLocal public static var current: Interruption?

  /// Says whether the work is to stop.
  public let isWanted: @Sendable () -> Bool

  /// - Parameter isWanted: says whether the work is to stop. Cheap: a long loop asks every few milliseconds. Once it has
  ///   said so, it must say so until the work has ended.
  public init(_ isWanted: @escaping @Sendable () -> Bool) { self.isWanted = isWanted }

  /// Whether the work is to stop.
  static var isDue: Bool { current?.isWanted() ?? false }

  /// Throws an error of the kind `interrupted` if the work is to stop.
  static func check() throws {
    if isDue { throw EngineError.interrupted }
  }

  /// How many numbers of simple arithmetic lie between two looks: less than a millisecond's work.
  static let pieceLength = 1 << 17

  /// Calls `body` with one range of numbers after the other, up to `count`, until the work is to stop. Short work is one
  /// range, for which nobody is asked.
  @inline(__always)
  static func forEachPiece(
    of count: Int, length: Int = pieceLength, _ body: (Range<Int>) throws -> Void
  ) rethrows {
    if count <= length { return try body(0..<count) }
    var start = 0
    while start < count, !isDue {
      let end = count - start > length ? start + length : count
      try body(start..<end)
      start = end
    }
  }
}

extension EngineError {
  /// What is thrown by work that was to stop.
  static let interrupted = EngineError(.interrupted, "The computation was interrupted.")
}
