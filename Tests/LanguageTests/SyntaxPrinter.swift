import Language

/// The statements of a text as S-expressions, one a line.
func tree(_ text: String) -> String {
  Parser.parse(Source(name: "test", text: text)).statements.map(\.compact).joined(separator: "\n")
}

extension Statement {
  var compact: String {
    switch kind {
    case .declaration(let isConstant, let pattern, let value):
      "(\(isConstant ? "let" : "var") \(pattern.compact) \(value.compact))"
    case .function(let function):
      "(func \(function.name) \(function.parameters.compact) \(function.body.compact))"
    case .assignment(let target, let operation, let value):
      "(\(operation?.rawValue ?? "")= \(target.compact) \(value.compact))"
    case .expression(let value): value.compact
    case .forLoop(let pattern, let sequence, let body):
      "(for \(pattern.compact) \(sequence.compact) \(body.compact))"
    case .whileLoop(let condition, let body): "(while \(condition.compact) \(body.compact))"
    case .break: "(break)"
    case .continue: "(continue)"
    case .return(let value): value.map { "(return \($0.compact))" } ?? "(return)"
    case .check(let condition, let claim):
      "(check \(condition.compact)\(claim.map { " " + $0.compact } ?? ""))"
    }
  }
}

extension Block {
  var compact: String { "{" + statements.map(\.compact).joined(separator: "; ") + "}" }
}

extension Pattern {
  var compact: String {
    switch self {
    case .name(let name, _): name
    case .wildcard: "_"
    case .tuple(let parts, _): "(" + parts.map(\.compact).joined(separator: " ") + ")"
    }
  }
}

extension [Parameter] {
  var compact: String {
    let words = map { parameter in
      let label = parameter.label == parameter.name ? "" : (parameter.label ?? "_") + ":"
      return label + parameter.name + (parameter.defaultValue.map { "=" + $0.compact } ?? "")
    }
    return "[" + words.joined(separator: " ") + "]"
  }
}

extension Expression {
  var compact: String {
    switch kind {
    case .invalid: "?"
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .boolean(let value): "\(value)"
    case .nilLiteral: "nil"
    case .string(let parts): "\"" + parts.map(\.compact).joined() + "\""
    case .name(let name), .library(let name): name
    case .closureParameter(let index): "$\(index)"
    case .array(let elements): "[" + elements.map(\.compact).joined(separator: " ") + "]"
    case .dictionary(let entries):
      "["
        + (entries.isEmpty
          ? ":" : entries.map { "\($0.key.compact):\($0.value.compact)" }.joined(separator: " "))
        + "]"
    case .tuple(let elements): "(tuple\(elements.compact))"
    case .closure(let closure): "(\\ \(closure.parameters.compact) \(closure.body.compact))"
    case .unary(let operation, let operand): "(\(operation.rawValue) \(operand.compact))"
    case .binary(let operation, let left, let right):
      "(\(operation.rawValue) \(left.compact) \(right.compact))"
    case .comparison(let first, let rest):
      "(" + first.compact + rest.map { " \($0.operation.rawValue) \($0.right.compact)" }.joined() + ")"
    case .logical(let operation, let left, let right):
      "(\(operation.rawValue) \(left.compact) \(right.compact))"
    case .conditional(let condition, let then, let otherwise):
      "(? \(condition.compact) \(then.compact) \(otherwise.compact))"
    case .ifElse(let condition, let then, let otherwise):
      "(if \(condition.compact) \(then.compact)\(otherwise.map { " " + $0.compact } ?? ""))"
    case .range(let lower, let upper, let isClosed):
      "(\(isClosed ? "..." : "..<") \(lower?.compact ?? "_") \(upper?.compact ?? "_"))"
    case .ellipsis: "..."
    case .call(let callee, let arguments): "(call \(callee.compact)\(arguments.compact))"
    case .index(let base, let indices):
      "(index \(base.compact)\(indices.map { " " + $0.compact }.joined()))"
    case .member(let base, let name, _): "(. \(base.compact) \(name))"
    }
  }
}

extension [Argument] {
  var compact: String { map { " " + ($0.label.map { $0 + ":" } ?? "") + $0.value.compact }.joined() }
}

extension StringPart {
  var compact: String {
    switch self {
    case .text(let text): text.replacing("\n", with: "⏎")
    case .expression(let value): "\\(\(value.compact))"
    }
  }
}
