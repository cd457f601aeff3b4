/// The syntax tree of a cell. Every node knows its place in the source.

public struct Program: Sendable {
  public let source: Source
  public let statements: [Statement]
  public let problems: [Problem]
  /// Whether a `;` behind the last statement asks for its value not to be shown.
  public let hidesResult: Bool

  /// Whether the program can be run: warnings do not stand in the way.
  public var isValid: Bool { !problems.contains { $0.severity == .error } }
}

/// Statements between braces.
public struct Block: Sendable {
  public let statements: [Statement]
  public let span: Span
}

public struct Statement: Sendable {
  public enum Kind: Sendable {
    case declaration(isConstant: Bool, Pattern, Expression)
    case function(Function)
    /// `target = value`, or `target operation= value`. Several targets are a tuple: `(a, b) = (b, a)`.
    case assignment(target: Expression, operation: BinaryOperator?, value: Expression)
    case expression(Expression)
    case forLoop(Pattern, in: Expression, Block)
    case whileLoop(Expression, Block)
    case `break`
    case `continue`
    case `return`(Expression?)
    case check(Expression, claim: Expression?)
  }

  public let kind: Kind
  public let span: Span
}

/// What a declaration or a loop gives names to.
public indirect enum Pattern: Sendable {
  case name(String, Span)
  case wildcard(Span)
  case tuple([Pattern], Span)
}

public struct Function: Sendable {
  public let name: String
  public let nameSpan: Span
  public let parameters: [Parameter]
  public let body: Block
}

public struct Parameter: Sendable {
  /// The label at a call; nil where the argument takes none.
  public let label: String?
  public let name: String
  public let defaultValue: Expression?
  public let span: Span
}

public struct Closure: Sendable {
  /// Named parameters, or `$0`, `$1`, … as far as the body mentions them.
  public let parameters: [Parameter]
  public let body: Block
}

public struct Argument: Sendable {
  public let label: String?
  public let labelSpan: Span?
  public let value: Expression
}

public struct Expression: Sendable {
  public indirect enum Kind: Sendable {
    /// Stands where a problem was reported.
    case invalid
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case nilLiteral
    case string([StringPart])
    case name(String)
    /// A function of the library, whatever else in the notebook has its name.
    case library(String)
    case closureParameter(Int)
    case array([Expression])
    case dictionary([(key: Expression, value: Expression)])
    case tuple([Argument])
    case closure(Closure)
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `a < b <= c`: each neighbouring pair must hold; every operand is evaluated at most once.
    case comparison(Expression, [(operation: ComparisonOperator, right: Expression)])
    case logical(LogicalOperator, Expression, Expression)
    case conditional(Expression, then: Expression, else: Expression)
    case ifElse(Expression, then: Block, else: Block?)
    /// `a..<b`, `a...b`; inside an index either end may be missing.
    case range(Expression?, Expression?, isClosed: Bool)
    /// `...` inside an index: all axes between.
    case ellipsis
    case call(Expression, [Argument])
    case index(Expression, [Expression])
    case member(Expression, String, Span)
  }

  public let kind: Kind
  public let span: Span
}

extension Expression {
  /// What is changed when something is assigned to this: the parts of a tuple, else the whole.
  public var assignedParts: [Expression] {
    guard case .tuple(let parts) = kind else { return [self] }
    return parts.flatMap(\.value.assignedParts)
  }

  /// Whether something can be assigned to this: a name, an element, a member, or a tuple of them.
  var isAssignable: Bool {
    switch kind {
    case .name, .index, .member, .invalid: true
    case .tuple(let parts): parts.allSatisfy { $0.label == nil && $0.value.isAssignable }
    default: false
    }
  }
}

public enum StringPart: Sendable {
  case text(String)
  case expression(Expression)
}

public enum UnaryOperator: String, Sendable {
  case negate = "-"
  case plus = "+"
  case not = "!"
}

public enum BinaryOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case matrixProduct = "@"
  case power = "**"
  case compose = ">>"
}

public enum ComparisonOperator: String, Sendable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessEqual = "<="
  case greater = ">"
  case greaterEqual = ">="
}

public enum LogicalOperator: String, Sendable {
  case and = "&&"
  case or = "||"
  /// The right side where the left is nil.
  case coalesce = "??"
}
