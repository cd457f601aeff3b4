/// How tightly the infix operators bind, loosest first.
///
/// The order is Swift's, with `>>` between the ranges and the sums: `x ?? 0 > 3` asks whether `x ?? 0` exceeds 3.
/// `**` binds more tightly than a sign before it, so `-x ** 2` is −(x²), as in mathematics and Python.
enum Precedence: Int, Comparable {
  case conditional = 1
  case or
  case and
  case comparison
  case coalesce
  case range
  case compose
  case sum
  case product
  case sign
  case power

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  /// One step tighter: what the right side of a left-associative operator must reach.
  var next: Precedence { Precedence(rawValue: rawValue + 1) ?? .power }
}

/// What an infix sign means and how tightly it binds.
enum Infix {
  case binary(BinaryOperator)
  case comparison(ComparisonOperator)
  case logical(LogicalOperator)
  case range(isClosed: Bool)
  case conditional

  init?(_ kind: Token.Kind) {
    guard case .sign(let sign) = kind else { return nil }
    switch sign {
    case .plus: self = .binary(.add)
    case .minus: self = .binary(.subtract)
    case .star: self = .binary(.multiply)
    case .slash: self = .binary(.divide)
    case .percent: self = .binary(.remainder)
    case .at: self = .binary(.matrixProduct)
    case .power: self = .binary(.power)
    case .compose: self = .binary(.compose)
    case .equal: self = .comparison(.equal)
    case .notEqual: self = .comparison(.notEqual)
    case .less: self = .comparison(.less)
    case .lessEqual: self = .comparison(.lessEqual)
    case .greater: self = .comparison(.greater)
    case .greaterEqual: self = .comparison(.greaterEqual)
    case .and: self = .logical(.and)
    case .or: self = .logical(.or)
    case .coalesce: self = .logical(.coalesce)
    case .halfOpenRange: self = .range(isClosed: false)
    case .closedRange: self = .range(isClosed: true)
    case .question: self = .conditional
    default: return nil
    }
  }

  var precedence: Precedence {
    switch self {
    case .conditional: .conditional
    case .logical(.coalesce): .coalesce
    case .logical(.or): .or
    case .logical(.and): .and
    case .comparison: .comparison
    case .range: .range
    case .binary(.compose): .compose
    case .binary(.add), .binary(.subtract): .sum
    case .binary(.multiply), .binary(.divide), .binary(.remainder), .binary(.matrixProduct): .product
    case .binary(.power): .power
    }
  }
}
