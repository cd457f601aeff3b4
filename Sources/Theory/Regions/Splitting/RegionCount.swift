/// The number of activation regions of a network in a box, for any number of inputs.
///
/// Layer by layer, each region is split by the units that change sign in it; whether one does is a linear programme. A
/// point that is inside by more than rounding, or multipliers that prove that there is none, decide it in Float64;
/// where neither does, exact numbers do. So the number is proved.
///
/// The work grows with regions times units times the programmes' size: tens of units for up to ten inputs.
public struct RegionCount: Sendable {
  /// How many regions there are: open sets, on each of which no unit changes its piece.
  public private(set) var count = 0
  /// How many linear programmes were solved.
  public var programmes: Int { work.programmes }
  /// How many of them needed exact numbers.
  public var exactDecisions: Int { work.exactDecisions }

  private var work = SplittingWork()

  /// A programme of more variables takes so long that nobody would wait for as many as there are regions.
  private static let mostInputs = 64

  /// - Parameters:
  ///   - box: a range for each input.
  ///   - limit: how many regions are counted at most.
  ///   - progress: called again and again with the count so far; what it throws ends the work.
  /// - Throws: ``TheoryError`` for an empty range, another number of ranges than the network has inputs, or too many
  ///   regions.
  public init(
    _ network: ExactNetwork, in box: [(lower: Rational, upper: Rational)], limit: Int = 10_000_000,
    progress: (Int) throws -> Void = { _ in }
  ) throws {
    guard box.count == network.inputs else {
      throw TheoryError(
        "The network takes \(network.inputs) numbers, but the box has \(box.count) ranges.",
        hint: "Give a range for each input.")
    }
    guard box.count <= Self.mostInputs else {
      throw TheoryError(
        "Regions are counted for up to \(Self.mostInputs) inputs, but the network takes \(box.count).",
        hint: "Count them along a line or a plane.")
    }
    for range in box where !(range.lower < range.upper) {
      throw TheoryError("The range from \(range.lower) to \(range.upper) is empty.")
    }
    // Pending regions, the deepest last.
    var pending = [(cell: Cell(variables: box.count), rows: AffineRows(box), step: 0)]
    while let next = pending.popLast() {
      var (rows, step) = (next.rows, next.step)
      while step < network.steps.count, !network.steps[step].isActivation {
        rows.apply(network.steps[step])
        step += 1
      }
      guard step < network.steps.count, case .activation(let activation, let kept) = network.steps[step]
      else {
        count += 1
        guard count <= limit else { throw Self.tooMany(limit) }
        continue
      }
      let isLast = !network.steps[(step + 1)...].contains(where: \.isActivation)
      let parts = try split(next.cell, rows, activation, behind: kept) { [count] in
        try progress(count)
        guard count + $0 <= limit else { throw Self.tooMany(limit) }
      }
      if isLast {
        count += parts.count
        guard count <= limit else { throw Self.tooMany(limit) }
        continue
      }
      for part in parts.reversed() {
        var rows = rows
        rows.apply(network.steps[step], pieces: part.pieces)
        pending.append((part.cell, rows, step + 1))
      }
    }
  }

  private static func tooMany(_ limit: Int) -> TheoryError {
    TheoryError("There are more than \(limit) regions.", hint: "Take a smaller box, or a smaller network.")
  }

  /// The parts of a region on which all units of a layer stay on one piece.
  private mutating func split(
    _ cell: Cell, _ rows: AffineRows, _ activation: PiecewiseActivation, behind kept: Int,
    _ progress: (Int) throws -> Void
  ) throws -> [(cell: Cell, pieces: [Int])] {
    var parts = [(cell: cell, pieces: [Int](repeating: 0, count: rows.count - kept))]
    for unit in 0..<(rows.count - kept) {
      for breakpoint in activation.breakpoints {
        try progress(parts.count)
        let wall = Wall(rows.height(of: kept + unit, above: breakpoint))
        // What does not cut the whole region cuts no part of it.
        let whole = cell.split(by: wall, &work)
        guard whole.negative != nil, whole.positive != nil else {
          if whole.positive != nil { for part in parts.indices { parts[part].pieces[unit] += 1 } }
          continue
        }
        for part in parts.indices {
          try progress(parts.count)
          let halves = parts[part].cell.split(by: wall, &work)
          var above = parts[part].pieces
          above[unit] += 1
          switch halves {
          case (let negative?, let positive?):
            parts[part].cell = negative
            parts.append((positive, above))
          case (nil, _): parts[part].pieces = above
          case (_, nil): break
          }
        }
      }
    }
    return parts
  }
}

extension ExactNetwork.Step {
  fileprivate var isActivation: Bool { if case .activation = self { true } else { false } }
}
