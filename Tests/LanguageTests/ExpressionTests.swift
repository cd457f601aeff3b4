import Language
import Testing

@Suite("Expressions")
struct ExpressionTests {
  @Test(
    "operators bind as in Swift, and powers as in mathematics",
    arguments: [
      ("1 + 2 * 3", "(+ 1 (* 2 3))"),
      ("1 - 2 - 3", "(- (- 1 2) 3)"),
      ("a / b * c % d @ e", "(@ (% (* (/ a b) c) d) e)"),
      ("2 ** 3 ** 2", "(** 2 (** 3 2))"),
      ("-x ** 2", "(- (** x 2))"),
      ("2 ** -x", "(** 2 (- x))"),
      ("-x * y", "(* (- x) y)"),
      ("--x", "(- (- x))"),
      ("!a && b || c", "(|| (&& (! a) b) c)"),
      ("a || b && c", "(|| a (&& b c))"),
      ("a == b && c", "(&& (a == b) c)"),
      ("x ?? 0 > 3", "((?? x 0) > 3)"),
      ("a ?? b ?? c + 1", "(?? (?? a b) (+ c 1))"),
      ("a >> b >> c", "(>> (>> a b) c)"),
      ("a >> b + c", "(>> a (+ b c))"),
      ("0..<n + 1", "(..< 0 (+ n 1))"),
      ("-1...1", "(... (- 1) 1)"),
      ("x ?? a...b", "(?? x (... a b))"),
      ("a ? b : c ? d : e", "(? a b (? c d e))"),
      ("a ? b ? 1 : 2 : 3", "(? a (? b 1 2) 3)"),
      ("a == 1 ? b + 1 : c", "(? (a == 1) (+ b 1) c)"),
      (#""\(x, decimals: 3)""#, #""\((call string x decimals:3))""#),
    ])
  func precedence(text: String, expected: String) {
    #expect(tree(text) == expected)
  }

  @Test(
    "comparisons chain, unless parentheses say otherwise",
    arguments: [
      ("a < b", "(a < b)"),
      ("0 <= x < 1", "(0 <= x < 1)"),
      ("a < b == c > d", "(a < b == c > d)"),
      ("(a < b) == c", "((a < b) == c)"),
      ("a < (b == c)", "(a < (b == c))"),
    ])
  func comparisons(text: String, expected: String) {
    #expect(tree(text) == expected)
  }

  @Test(
    "numbers, members of tuples and ranges keep their dots apart",
    arguments: [
      ("1.5 + .5 + 1.", "(+ (+ 1.5 0.5) 1.0)"),
      ("1...3", "(... 1 3)"),
      ("0..<.5", "(..< 0 0.5)"),
      ("1.description", "(. 1 description)"),
      ("pair.0", "(. pair 0)"),
      ("a.0.1", "(. (. a 0) 1)"),
      ("f(x).0", "(. (call f x) 0)"),
      ("a.0 + .5", "(+ (. a 0) 0.5)"),
      ("0xFF + 0b101 + 0o17", "(+ (+ 255 5) 15)"),
      ("1_000 + 2e-3 + 1e3", "(+ (+ 1000 0.002) 1000.0)"),
      ("[.5, 1.]", "[0.5 1.0]"),
    ])
  func numbers(text: String, expected: String) {
    #expect(tree(text) == expected)
  }

  @Test(
    "calls, indices and members follow their operand",
    arguments: [
      ("f()", "(call f)"),
      ("f(a -1)", "(call f (- a 1))"),
      ("f(1, k: 2,)", "(call f 1 k:2)"),
      ("f(in: box, if: 1)", "(call f in:box if:1)"),
      ("f(a ? b : c)", "(call f (? a b c))"),
      ("net.layers[0].w(x)", "(call (. (index (. net layers) 0) w) x)"),
      ("x[1, 2]", "(index x 1 2)"),
      ("x[1...]", "(index x (... 1 _))"),
      ("x[..<3]", "(index x (..< _ 3))"),
      ("x[...3, -1]", "(index x (... _ 3) (- 1))"),
      ("x[..., 0]", "(index x ... 0)"),
      ("x[0..<3, ...]", "(index x (..< 0 3) ...)"),
      ("x[f(1...2), 1 ..< n]", "(index x (call f (... 1 2)) (..< 1 n))"),
      ("x [0]", "(index x 0)"),
      ("(a >> b)(x)", "(call (>> a b) x)"),
      ("pair.in", "(. pair in)"),
    ])
  func postfix(text: String, expected: String) {
    #expect(tree(text) == expected)
  }

  @Test(
    "brackets hold arrays, dictionaries and tuples",
    arguments: [
      ("[]", "[]"), ("[:]", "[:]"), ("[1, 2,]", "[1 2]"), ("[\"a\": 1, \"b\": 2]", "[\"a\":1 \"b\":2]"),
      ("[a ? b : c]", "[(? a b c)]"), ("[a ? b : c: 1]", "[(? a b c):1]"),
      ("()", "(tuple)"), ("(1)", "1"), ("(1,)", "(tuple 1)"), ("(x: 1, 2)", "(tuple x:1 2)"),
      ("[\n  1,\n  -2\n]", "[1 (- 2)]"),
    ])
  func brackets(text: String, expected: String) {
    #expect(tree(text) == expected)
  }

  @Test(
    "closures name their arguments or number them",
    arguments: [
      ("{ }", "(\\ [] {})"),
      ("{ x in x }", "(\\ [x] {x})"),
      ("{ x, y in x + y }", "(\\ [x y] {(+ x y)})"),
      ("{ (x, y) in x }", "(\\ [x y] {x})"),
      ("{ _, y in y }", "(\\ [_:_ y] {y})"),
      ("{ $0 + $2 }", "(\\ [_:$0 _:$1 _:$2] {(+ $0 $2)})"),
      ("{ f { $0 } }", "(\\ [] {(call f (\\ [_:$0] {$0}))})"),
      ("{ \"\\($0)\" }", "(\\ [_:$0] {\"\\($0)\"})"),
      ("{\n  x in\n  let y = x\n  y\n}", "(\\ [x] {(let y x); y})"),
      ("xs.map { $0 }", "(call (. xs map) (\\ [_:$0] {$0}))"),
      ("f(1) { x in x }", "(call f 1 (\\ [x] {x}))"),
      ("f { 1 } + 2", "(+ (call f (\\ [] {1})) 2)"),
      ("{ () in 1 }", "(\\ [] {1})"),
      ("{ in 1 }", "(\\ [] {1})"),
    ])
  func closures(text: String, expected: String) {
    #expect(tree(text) == expected)
    #expect(Parser.parse(Source(name: "test", text: text)).problems.isEmpty)
  }

  @Test(
    "strings hold values and other strings",
    arguments: [
      (#""a\nb""#, #""a⏎b""#),
      (#""x is \(x + 1)!""#, #""x is \((+ x 1))!""#),
      (#""\(f("a", "\(b)"))""#, #""\((call f "a" "\(b)"))""#),
      (#""\(f(")"))""#, #""\((call f ")"))""#),
      (#""\(xs.map { "\($0)" })""#, #""\((call (. xs map) (\ [_:$0] {"\($0)"})))""#),
      (#""\u{3C3}\\""#, #""σ\""#),
      ("\"\"\"\n  a\n    b\n  \"\"\"", "\"a⏎  b\""),
      ("\"\"\"\r\n  a\r\n  b\r\n  \"\"\"", "\"a⏎b\""),
      ("\"\"\"one \"quoted\" line\"\"\"", "\"one \"quoted\" line\""),
      ("\"\"\"\n  a \\\n  b\n  \"\"\"", "\"a b\""),
      ("\"\"\"\n\"\"\"", "\"\""),
      ("\"\"\"\n  \\(x)\n  \"\"\"", "\"\\(x)\""),
    ])
  func strings(text: String, expected: String) {
    #expect(tree(text) == expected)
  }
}
