/// What a linear programme computes with.
protocol PivotNumber {
  static func + (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static prefix func - (a: Self) -> Self
  static func < (a: Self, b: Self) -> Bool
  static var zero: Self { get }
  /// 1 divided by the number, which is not zero.
  var inverse: Self { get }
  /// The sign, where what may be rounding counts as zero.
  var pivotSign: Int { get }
}

extension Double: PivotNumber {
  var inverse: Double { 1 / self }
  var pivotSign: Int { self > 1e-11 ? 1 : self < -1e-11 ? -1 : 0 }
}

extension Rational: PivotNumber {
  var inverse: Rational {
    signum < 0 ? -Rational.one.divided(byPositive: magnitude) : Rational.one.divided(byPositive: self)
  }
  var pivotSign: Int { signum }
}

/// Maximises an affine function where others are at least zero, starting from a point where they are positive.
///
/// The simplex method on a dictionary: each row is a slack as a function of the nonbasic variables, which are free
/// displacements at first and slacks later. Bland's rule, so that it ends; the numbers may be rounded or exact.
struct LinearProgram<Number: PivotNumber> {
  private let variables: Int
  private let walls: Int
  /// For each wall, then for the goal: the coefficients, then the constant.
  private var table: [[Number]]
  /// What stands in each row: a wall, or, from `walls` up, a displacement.
  private var basic: [Int]
  /// What each column stands for.
  private var nonbasic: [Int]

  /// - Parameter rows: for each wall, then for the goal, the coefficients and the value at the start.
  init(_ rows: [[Number]]) {
    table = rows
    walls = rows.count - 1
    variables = rows[0].count - 1
    basic = Array(0..<walls)
    nonbasic = (0..<variables).map { [walls] in walls + $0 }
  }

  /// The value of the goal at the current corner.
  var value: Number { table[walls][variables] }

  /// Where the current corner lies, seen from the start.
  var displacement: [Number] {
    var result = [Number](repeating: .zero, count: variables)
    for (row, name) in basic.enumerated() where name >= walls { result[name - walls] = table[row][variables] }
    return result
  }

  /// For each wall, how much of it proves that the goal is no larger than it is now.
  var multipliers: [Number] {
    var result = [Number](repeating: .zero, count: walls)
    for (column, name) in nonbasic.enumerated() where name < walls { result[name] = -table[walls][column] }
    return result
  }

  /// Goes from corner to corner until the goal is at its maximum, `isEnough` says so, or `steps` are done.
  mutating func climb(steps: Int, until isEnough: (Number) -> Bool) {
    for _ in 0..<steps {
      guard !isEnough(value), let (column, direction) = entering() else { return }
      guard let row = leaving(column, direction) else { return }
      pivot(row, column)
    }
  }

  /// The nonbasic variable that raises the goal: displacements first, which go either way and never come back.
  private func entering() -> (column: Int, direction: Int)? {
    var found: (column: Int, direction: Int)?
    for column in 0..<variables {
      let sign = table[walls][column].pivotSign
      let isFree = nonbasic[column] >= walls
      guard sign > 0 || isFree && sign < 0 else { continue }
      if isFree { return (column, sign) }
      if found == nil || nonbasic[column] < nonbasic[found?.column ?? 0] { found = (column, sign) }
    }
    return found
  }

  /// The wall that is met first.
  private func leaving(_ column: Int, _ direction: Int) -> Int? {
    var best: (row: Int, way: Number)?
    for row in 0..<walls where basic[row] < walls {
      let slope = direction > 0 ? table[row][column] : -table[row][column]
      guard slope.pivotSign < 0 else { continue }
      let way = table[row][variables] * (-slope).inverse
      if let current = best, !(way < current.way) {
        guard !(current.way < way), basic[row] < basic[current.row] else { continue }
      }
      best = (row, way)
    }
    return best?.row
  }

  private mutating func pivot(_ row: Int, _ column: Int) {
    let inverse = table[row][column].inverse
    var line = table[row].map { -$0 * inverse }
    line[column] = inverse
    table[row] = line
    for other in table.indices where other != row {
      let factor = table[other][column]
      if factor.pivotSign == 0 {
        table[other][column] = .zero
        continue
      }
      for index in 0...variables where index != column {
        table[other][index] = table[other][index] + factor * line[index]
      }
      table[other][column] = factor * inverse
    }
    swap(&basic[row], &nonbasic[column])
  }
}
