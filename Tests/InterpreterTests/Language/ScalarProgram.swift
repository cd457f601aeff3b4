/// A program about numbers and booleans, as a tree that can be written out as text and evaluated by other means.
struct ScalarProgram {
  indirect enum Expression {
    case literal(String, ScalarValue)
    case name(String)
    /// `+ - * / %`
    case arithmetic(String, Expression, Expression)
    case comparison(String, Expression, Expression)
    /// `&& ||`
    case logic(String, Expression, Expression)
    case not(Expression)
    case negative(Expression)
    case choice(Expression, Expression, Expression)
    case call(String, [Expression])
  }

  indirect enum Statement {
    case declaration(String, Expression)
    case closure(String, parameter: String, [Statement])
    case assignment(String, Expression)
    case update(String, String, Expression)
    case choice(Expression, then: [Statement], otherwise: [Statement])
    case forLoop(String, Int, [Statement])
    /// Runs while a counter, which its body increases first, is below a limit and a condition holds.
    case whileLoop(String, Int, Expression, [Statement])
    case leave(Expression)
    case nextTurn
    case endLoop
  }

  struct Function {
    let name: String
    let parameters: [String]
    let body: [Statement]
  }

  var functions: [Function] = []
  var statements: [Statement] = []
  /// The variables whose values at the end are compared.
  var results: [String] = []

  /// The text of a cell that gives `results` to `r`, with the statements directly in it or in a function.
  func text(inFunction: Bool) -> String {
    let functions = self.functions.map { function in
      "func \(function.name)(\(function.parameters.joined(separator: ", "))) \(block(function.body))"
    }
    let list = "[\(results.joined(separator: ", "))]"
    let lines = statements.map(\.text)
    let main =
      inFunction
      ? ["func main() {"] + lines + ["return \(list)", "}", "let r = main()"] : lines + ["let r = \(list)"]
    return (["var g = 1"] + functions + main).joined(separator: "\n")
  }
}

private func block(_ statements: [ScalarProgram.Statement]) -> String {
  "{\n\(statements.map(\.text).joined(separator: "\n"))\n}"
}

extension ScalarProgram.Statement {
  var text: String {
    switch self {
    case .declaration(let name, let value): "var \(name) = \(value.text)"
    case .closure(let name, let parameter, let body):
      "let \(name) = { \(parameter) in\n\(body.map(\.text).joined(separator: "\n"))\n}"
    case .assignment(let name, let value): "\(name) = \(value.text)"
    case .update(let name, let operation, let value): "\(name) \(operation)= \(value.text)"
    case .choice(let condition, let then, let otherwise):
      "if \(condition.text) \(block(then))" + (otherwise.isEmpty ? "" : " else \(block(otherwise))")
    case .forLoop(let name, let count, let body): "for \(name) in 0..<\(count) \(block(body))"
    case .whileLoop(let counter, let limit, let condition, let body):
      "var \(counter) = 0\nwhile \(counter) < \(limit) && \(condition.text) "
        + block([.update(counter, "+", .literal("1", .int(1)))] + body)
    case .leave(let value): "return \(value.text)"
    case .nextTurn: "continue"
    case .endLoop: "break"
    }
  }
}

extension ScalarProgram.Expression {
  var text: String {
    switch self {
    case .literal(let text, _): text
    case .name(let name): name
    case .arithmetic(let operation, let left, let right), .comparison(let operation, let left, let right),
      .logic(let operation, let left, let right):
      "(\(left.text) \(operation) \(right.text))"
    case .not(let value): "!(\(value.text))"
    case .negative(let value): "-(\(value.text))"
    case .choice(let condition, let then, let otherwise):
      "(\(condition.text) ? \(then.text) : \(otherwise.text))"
    case .call(let name, let arguments): "\(name)(\(arguments.map(\.text).joined(separator: ", ")))"
    }
  }
}
