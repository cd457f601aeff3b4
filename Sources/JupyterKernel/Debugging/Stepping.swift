/// How a program goes on, and where it stops by itself.
enum Stepping: Sendable, Equatable {
  /// Not before a breakpoint.
  case freely
  /// At the next statement, whatever it belongs to.
  case pausing
  /// At the next statement of this call or of any other.
  case into(Position)
  /// At the next statement of this call, or of one around it.
  case over(Position)
  /// At the next statement of a call around this one.
  case out(Position)

  /// A call that is under way, by its number and the number of calls up to it.
  struct Position: Sendable, Equatable {
    let call: Int
    let depth: Int
  }

  /// Why to stop at a statement; nil to go on.
  /// - Parameter startsLine: whether the statement is the first of its function on its line, or a loop that has come
  ///   back to it. A step goes on to the next line, or into another call.
  func reasonToStop(at position: Position, startsLine: Bool) -> String? {
    switch self {
    case .freely: nil
    case .pausing: "pause"
    case .into(let start): startsLine || position != start ? "step" : nil
    case .over(let start):
      position.depth < start.depth || position == start && startsLine ? "step" : nil
    case .out(let start): position.depth < start.depth ? "step" : nil
    }
  }
}
