import Fuzzing
import Testing

@testable import Language

@Suite("Any text at all")
struct FuzzTests {
  #if DEBUG
    private static let count = 4_000
  #else
    private static let count = 30_000
  #endif

  @Test("is read without a trap, into spans that lie in it, and every problem can be shown")
  func parse() {
    let run = FuzzRun(count: Self.count)
    for seed in run.seeds {
      var generator = TextGenerator(seed: seed)
      let text = generator.text()
      run.note(text)
      if let fault = Self.fault(in: text) { Issue.record("\(fault) in \(text.debugDescription)") }
    }
  }

  @Test("of the corpus is read so", arguments: CorpusText.all)
  func corpus(_ entry: CorpusText) {
    #expect(Self.fault(in: entry.text) == nil)
  }

  @Test("The corpus is there, and no text is in it twice")
  func corpusIsThere() {
    #expect(CorpusText.all.count > 100)
    #expect(Set(CorpusText.all.map(\.text)).count == CorpusText.all.count)
  }

  /// What is wrong with the way a text is read.
  private static func fault(in text: String) -> String? {
    let source = Source(name: "fuzz", text: text)
    let program = Parser.parse(source)
    var visitor = SpanVisitor(limit: source.bytes.count)
    for statement in program.statements { visitor.visit(statement) }
    if let outside = visitor.outside { return "span \(outside) outside" }
    for problem in program.problems {
      if problem.labels.contains(where: { !visitor.holds($0.span) }) { return "problem outside" }
      if problem.isAtEnd, problem.severity == .warning { return "a warning at the end" }
      if problem.message.isEmpty || problem.rendered(in: source, colour: true).isEmpty {
        return "nothing shown"
      }
    }
    if program.isValid, visitor.sawInvalid { return "a broken expression without a problem" }
    switch Completeness(of: text) {
    case .complete: return program.isValid ? nil : "complete with errors"
    case .incomplete: return program.isValid ? "incomplete without errors" : nil
    case .invalid: return nil
    }
  }
}

/// Walks a tree and notes spans that do not lie in the text.
private struct SpanVisitor {
  let limit: Int
  var outside: Span?
  var sawInvalid = false

  init(limit: Int) { self.limit = limit }

  func holds(_ span: Span) -> Bool { span.start >= 0 && span.start <= span.end && span.end <= limit }

  mutating func check(_ span: Span) { if !holds(span) { outside = span } }

  mutating func visit(_ statement: Statement) {
    check(statement.span)
    switch statement.kind {
    case .declaration(_, let pattern, let value):
      visit(pattern)
      visit(value)
    case .function(let function):
      check(function.nameSpan)
      visit(function.parameters)
      visit(function.body)
    case .assignment(let target, _, let value):
      visit(target)
      visit(value)
    case .expression(let value): visit(value)
    case .forLoop(let pattern, let sequence, let body):
      visit(pattern)
      visit(sequence)
      visit(body)
    case .whileLoop(let condition, let body):
      visit(condition)
      visit(body)
    case .break, .continue: break
    case .return(let value): value.map { visit($0) }
    case .check(let condition, let claim):
      visit(condition)
      claim.map { visit($0) }
    }
  }

  mutating func visit(_ block: Block) {
    check(block.span)
    for part in block.statements { visit(part) }
  }

  mutating func visit(_ pattern: Pattern) {
    switch pattern {
    case .name(_, let span), .wildcard(let span): check(span)
    case .tuple(let parts, let span):
      check(span)
      for part in parts { visit(part) }
    }
  }

  mutating func visit(_ parameters: [Parameter]) {
    for parameter in parameters {
      check(parameter.span)
      parameter.defaultValue.map { visit($0) }
    }
  }

  mutating func visit(_ arguments: [Argument]) {
    for argument in arguments {
      argument.labelSpan.map { check($0) }
      visit(argument.value)
    }
  }

  mutating func visit(_ expression: Expression) {
    check(expression.span)
    switch expression.kind {
    case .invalid: sawInvalid = true
    case .integer, .number, .boolean, .nilLiteral, .name, .library, .closureParameter, .ellipsis: break
    case .string(let parts):
      for case .expression(let value) in parts { visit(value) }
    case .array(let elements): for part in elements { visit(part) }
    case .dictionary(let entries):
      for entry in entries {
        visit(entry.key)
        visit(entry.value)
      }
    case .tuple(let elements): visit(elements)
    case .closure(let closure):
      visit(closure.parameters)
      visit(closure.body)
    case .unary(_, let operand): visit(operand)
    case .binary(_, let left, let right), .logical(_, let left, let right):
      visit(left)
      visit(right)
    case .comparison(let first, let rest):
      visit(first)
      for part in rest { visit(part.right) }
    case .conditional(let condition, let then, let otherwise):
      visit(condition)
      visit(then)
      visit(otherwise)
    case .ifElse(let condition, let then, let otherwise):
      visit(condition)
      visit(then)
      otherwise.map { visit($0) }
    case .range(let lower, let upper, _):
      lower.map { visit($0) }
      upper.map { visit($0) }
    case .call(let callee, let arguments):
      visit(callee)
      visit(arguments)
    case .index(let base, let indices):
      visit(base)
      for part in indices { visit(part) }
    case .member(let base, _, let span):
      check(span)
      visit(base)
    }
  }
}
