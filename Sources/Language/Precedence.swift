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
    if let operation = BinaryOperator(rawValue: sign.rawValue) {
      self = .binary(operation)
    } else if let operation = ComparisonOperator(rawValue: sign.rawValue) {
      self = .comparison(operation)
    } else if let operation = LogicalOperator(rawValue: sign.rawValue) {
      self = .logical(operation)
    } else if sign == .closedRange || sign == .halfOpenRange {
      self = .range(isClosed: sign == .closedRange)
    } else if sign == .question {
      self = .conditional
    } else {
      return nil
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
