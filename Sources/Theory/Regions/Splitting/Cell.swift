/// A region while it is being split: the open part of the unit cube where its walls are positive.
struct Cell {
  var walls: [Wall]
  /// A point of it.
  var witness: Witness

  /// The whole cube.
  init(variables: Int) {
    walls = []
    // Off the centre, through which many units of networks without biases go.
    let places = (0..<variables).map { index -> Double in
      let shift = (37 * index + 11) % 64
      return 0.375 + Double(shift) / 1024
    }
    witness = Witness(rounded: places, exact: nil)
  }

  /// The parts where a function is negative and where it is positive; nil for an empty one.
  ///
  /// A function that is zero everywhere cuts nothing, and counts as negative.
  func split(by wall: Wall, _ work: inout SplittingWork) -> (negative: Cell?, positive: Cell?) {
    let sign = witness.sign(of: wall)
    if wall.isConstant { return sign > 0 ? (nil, self) : (self, nil) }
    let positive = sign > 0 ? witness : point(where: wall, &work)
    let negative = sign < 0 ? witness : point(where: wall.opposite, &work)
    guard let positive else { return (self, nil) }
    guard let negative else { return (nil, self) }
    var (below, above) = (self, self)
    below.walls.append(wall.opposite)
    below.witness = negative
    above.walls.append(wall)
    above.witness = positive
    return (below, above)
  }

  /// A point of the cell where a function is positive; nil if there is none, which is then proved.
  private func point(where goal: Wall, _ work: inout SplittingWork) -> Witness? {
    work.programmes += 1
    // Without any wall: the largest value in the cube.
    if isNeverPositive(goal, [Double](repeating: 0, count: walls.count)) { return nil }
    let start = witness.rounded
    var programme = LinearProgram(roundedRows(goal, from: start))
    programme.climb(steps: 20 * (walls.count + 3 * goal.variables)) { $0 > 0.05 }
    if programme.value > 0 {
      if let found = roundedPoint(where: goal, start, programme.displacement, programme.value) {
        return found
      }
    } else if isNeverPositive(goal, programme.multipliers) {
      return nil
    }
    work.exactDecisions += 1
    return exactPoint(where: goal)
  }

  // MARK: In Float64

  /// The walls of the cell, the sides of the cube, and the goal, around a point.
  private func roundedRows(_ goal: Wall, from start: [Double]) -> [[Double]] {
    let variables = start.count
    func row(_ wall: Wall) -> [Double] {
      var row = wall.rounded
      for index in 0..<variables { row[variables] += row[index] * start[index] }
      return row
    }
    var rows = walls.map { wall -> [Double] in
      var row = row(wall)
      // The start lies inside, if only just.
      row[variables] = max(row[variables], 0)
      return row
    }
    for index in 0..<variables {
      for side in [1.0, -1.0] {
        var row = [Double](repeating: 0, count: variables + 1)
        row[index] = side
        row[variables] = side > 0 ? start[index] : 1 - start[index]
        rows.append(row)
      }
    }
    rows.append(row(goal))
    return rows
  }

  /// A point on the way back from a corner where the goal is positive, if rounding leaves no doubt that it is inside.
  private func roundedPoint(
    where goal: Wall, _ start: [Double], _ displacement: [Double], _ value: Double
  ) -> Witness? {
    // As far from the corner as the goal allows: half of what it has gained.
    let before =
      goal.variables == 0
      ? 0 : zip(goal.rounded, start).reduce(goal.rounded[goal.variables]) { $0 + $1.0 * $1.1 }
    let part = before < 0 ? (value / 2 - before) / (value - before) : 0.5
    let point = zip(start, displacement).map { $0 + part * $1 }
    guard point.allSatisfy({ $0 > 0 && $0 < 1 }), goal.roundedSign(at: point) == 1,
      walls.allSatisfy({ $0.roundedSign(at: point) == 1 })
    else { return nil }
    return Witness(rounded: point, exact: nil)
  }

  /// Whether multiples of the walls, added to the goal, prove that it is nowhere positive.
  ///
  /// A sum with multipliers of at least zero is no smaller than the goal in the cell; its largest value in the cube is
  /// read off the signs of its coefficients, whatever the multipliers are. So they need not be exact. Source: Neumaier,
  /// Shcherbina 2004, Safe bounds in linear and mixed-integer programming.
  private func isNeverPositive(_ goal: Wall, _ multipliers: [Double]) -> Bool {
    let variables = goal.variables
    var sum = goal.rounded
    var sizes = goal.rounded.map(\.magnitude)
    var total = 1.0
    for (wall, multiplier) in zip(walls, multipliers) where multiplier > 0 {
      total += multiplier
      for index in 0...variables {
        let term = multiplier * wall.rounded[index]
        sum[index] += term
        sizes[index] += term.magnitude
      }
    }
    let largest = (0..<variables).reduce(sum[variables]) { $0 + max(0, sum[$1]) }
    let size = sizes.reduce(0, +)
    let operations = Double(walls.count + variables + 4)
    let room = 2 * (operations * 0x1p-53 * size + Double(variables + 1) * Wall.error * total)
    return largest + room < 0
  }

  // MARK: Exactly

  private func exactPoint(where goal: Wall) -> Witness? {
    let start = witness.point
    let variables = goal.variables
    func row(_ wall: Wall) -> [Rational] {
      wall.exact[..<variables].map { Rational($0) }
        + [Rational(reducing: wall.value(at: start), over: start.weight)]
    }
    var rows = walls.map(row)
    for index in 0..<variables {
      for side in [Rational.one, -1] {
        var row = [Rational](repeating: 0, count: variables + 1)
        row[index] = side
        row[variables] = side.signum > 0 ? start[index] : 1 - start[index]
        rows.append(row)
      }
    }
    rows.append(row(goal))
    let before = rows[rows.count - 1][variables]
    var programme = LinearProgram(rows)
    // Bland's rule ends by itself.
    programme.climb(steps: .max) { $0.signum > 0 }
    let value = programme.value
    guard value.signum > 0 else { return nil }
    let part =
      before.signum < 0 ? (value * .half - before).divided(byPositive: value - before) : .half
    let exact = HomogeneousPoint(
      zip(programme.displacement, start.rationals).map { part * $0 + $1 })
    // A rounded point is easier to go on with, if it is still inside.
    let rounded = exact.rationals.map(\.double)
    let near = HomogeneousPoint(rounded.map { (try? Rational($0)) ?? .zero })
    let isInside =
      rounded.allSatisfy { $0 > 0 && $0 < 1 } && goal.value(at: near).signum() > 0
      && walls.allSatisfy { $0.value(at: near).signum() > 0 }
    return Witness(rounded: rounded, exact: isInside ? nil : exact)
  }
}

/// What splitting has cost.
struct SplittingWork {
  /// How often a point on the other side of a wall was looked for.
  var programmes = 0
  /// How often that was decided with exact numbers.
  var exactDecisions = 0
}
