import Language
import Testing

@Suite("Statements")
struct StatementTests {
  @Test(
    "every kind of statement",
    arguments: [
      ("let x = 1", "(let x 1)"),
      ("var (a, (_, c)) = f()", "(var (a (_ c)) (call f))"),
      ("x = 1; y += 2; z **= 3", "(= x 1)\n(+= y 2)\n(**= z 3)"),
      ("x[0] -= 1", "(-= (index x 0) 1)"),
      ("x.y = 1", "(= (. x y) 1)"),
      ("func f(x) = x", "(func f [x] {x})"),
      ("func f(_ x, of y, k = 1) { return x }", "(func f [_:x of:y k=1] {(return x)})"),
      ("func f() =\n  1", "(func f [] {1})"),
      ("for i in 0..<3 { print(i) }", "(for i (..< 0 3) {(call print i)})"),
      ("for (i, x) in xs { continue }", "(for (i x) xs {(continue)})"),
      ("while a < b { break }", "(while (a < b) {(break)})"),
      ("{ return }", "(\\ [] {(return)})"),
      ("check a == b", "(check (a == b))"),
      ("check a == b, \"claim\"", "(check (a == b) \"claim\")"),
      ("check(a == b, \"claim\")", "(check (a == b) \"claim\")"),
      ("if a { 1 } else if b { 2 } else { 3 }", "(if a {1} {(if b {2} {3})})"),
      ("if a { 1 }\nelse { 2 }", "(if a {1} {2})"),
      ("let y = if a { 1 } else { 2 }", "(let y (if a {1} {2}))"),
    ])
  func kinds(text: String, expected: String) {
    #expect(tree(text) == expected)
    #expect(Parser.parse(Source(name: "test", text: text)).problems.isEmpty)
  }

  @Test(
    "a line ends a statement, unless it is continued",
    arguments: [
      ("a\nb", "a\nb"),
      ("a +\nb", "(+ a b)"),
      ("a\n+ b", "(+ a b)"),
      ("a\n- b", "(- a b)"),
      ("a\n-b", "a\n(- b)"),
      ("a\n* b", "(* a b)"),
      ("a\n>> b\n>> c", "(>> (>> a b) c)"),
      ("a\n  ? b\n  : c", "(? a b c)"),
      ("xs\n  .map { $0 }\n  .sum()", "(call (. (call (. xs map) (\\ [_:$0] {$0})) sum))"),
      ("f\n(x)", "f\nx"),
      ("f\n[x]", "f\n[x]"),
      ("f\n{ x }", "f\n(\\ [] {x})"),
      ("(a\n-b)", "(- a b)"),
      ("f(a,\n  -b)", "(call f a (- b))"),
      ("let x =\n  1", "(let x 1)"),
      ("a // +\nb", "a\nb"),
      ("a /* \n */ b", "a\nb"),
      ("a\r\nb", "a\nb"),
      ("return\n5", "(return)\n5"),
      ("if a { }\n-1", "(if a {})\n(- 1)"),
      ("if a { }\n+ 1", "(if a {})\n(+ 1)"),
    ])
  func lines(text: String, expected: String) {
    #expect(tree(text) == expected)
  }

  @Test(
    "in the head of a statement, a brace opens the body",
    arguments: [
      ("if f { x }", "(if f {x})"),
      ("for x in f(xs) { x }", "(for x (call f xs) {x})"),
      ("while xs.any({ $0 }) { }", "(while (call (. xs any) (\\ [_:$0] {$0})) {})"),
      ("if (xs.any { $0 }) { }", "(if (call (. xs any) (\\ [_:$0] {$0})) {})"),
      ("if xs[f { 0 }] { }", "(if (index xs (call f (\\ [] {0}))) {})"),
      ("if a\n{ b }", "(if a {b})"),
    ])
  func heads(text: String, expected: String) {
    #expect(tree(text) == expected)
  }

  @Test("a `;` behind the last statement hides its value")
  func semicolon() {
    func hides(_ text: String) -> Bool { Parser.parse(Source(name: "test", text: text)).hidesResult }
    #expect(hides("x;"))
    #expect(hides("x; // quiet\n"))
    #expect(!hides("x; y"))
    #expect(!hides("x"))
    #expect(!hides(""))
  }

  @Test("a warning does not stand in the way")
  func warnings() {
    let program = Parser.parse(Source(name: "test", text: "let x = a\n-b"))
    #expect(program.problems.map(\.code) == [.splitExpression])
    #expect(program.isValid)
    #expect(Parser.parse(Source(name: "test", text: "let x = a;\n-b")).problems.isEmpty)
  }
}
