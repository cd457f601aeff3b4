import Testing

@testable import Language

@Suite("Spans and positions")
struct SpanTests {
  @Test(
    "an expression's span covers all of it",
    arguments: [
      "a + b", "-x ** 2", "(a + b)", "f(x, k: 1)", "xs.map { $0 }", "x[1..<3, ...]", "\"\\(a)\"", "a ? b : c",
      "if a { b } else { c }", "{ x in x }", "[1, 2]", "pair.0", "a < b < c", "lambda",
    ])
  func whole(text: String) {
    let source = Source(name: "test", text: "  " + text + "  // note")
    guard case .expression(let value)? = Parser.parse(source).statements.first?.kind else {
      Issue.record("no expression")
      return
    }
    #expect(source[value.span] == text)
  }

  @Test("inside a string, spans are those of the whole text")
  func interpolation() throws {
    let source = Source(name: "test", text: #"let s = "σ: \(a + "\(b)")""#)
    guard case .declaration(_, _, let value)? = Parser.parse(source).statements.first?.kind,
      case .string(let parts) = value.kind, case .expression(let sum)? = parts.last
    else {
      Issue.record("no string")
      return
    }
    #expect(source[value.span] == #""σ: \(a + "\(b)")""#)
    #expect(source[sum.span] == #"a + "\(b)""#)
    guard case .binary(_, _, let right) = sum.kind, case .string(let inner) = right.kind,
      case .expression(let name)? = inner.first
    else {
      Issue.record("no inner string")
      return
    }
    #expect(source[name.span] == "b")
  }

  @Test("statements, names and labels know their places")
  func places() {
    let source = Source(name: "test", text: "func f(of x = 1) = g(k: x);")
    guard let statement = Parser.parse(source).statements.first,
      case .function(let function) = statement.kind,
      case .expression(let body)? = function.body.statements.first?.kind,
      case .call(_, let arguments) = body.kind
    else {
      Issue.record("no function")
      return
    }
    #expect(source[statement.span] == "func f(of x = 1) = g(k: x)")
    #expect(source[function.nameSpan] == "f")
    #expect(function.parameters.map { source[$0.span] } == ["of x = 1"])
    #expect(arguments.first?.labelSpan.map { source[$0] } == "k")
  }

  @Test("lines and columns are counted from zero, in Unicode scalars")
  func lines() {
    let source = Source(name: "test", text: "σx\r\n\r\n学 y")
    #expect(source.lineCount == 3)
    #expect((0..<3).map { source[source.span(ofLine: $0)] } == ["σx", "", "学 y"])
    #expect(source.line(at: 0) == 0)
    #expect(source.line(at: source.bytes.count) == 2)
    #expect(source.line(at: 1000) == 2)
    #expect(source.column(at: 2) == 1)
    #expect(source.column(at: source.bytes.count) == 3)
    #expect(source[Span(-5, 1000)] == source.text)
    #expect(source[Span(900, 1000)] == "")
  }

  @Test("Jupyter's cursor positions and offsets correspond")
  func cursor() {
    let source = Source(name: "test", text: "aσ🎉b")
    let offsets = (0...4).map { source.offset(ofScalar: $0) }
    #expect(offsets == [0, 1, 3, 7, 8])
    #expect(offsets.map { source.scalar(atOffset: $0) } == [0, 1, 2, 3, 4])
    #expect(source.offset(ofScalar: 99) == 8)
  }
}
