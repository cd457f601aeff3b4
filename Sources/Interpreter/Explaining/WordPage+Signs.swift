extension WordPage {
  static let signs: [WordPage] = [
    WordPage(
      "+", form: "a + b",
      "The sum, of tensors element by element. Lists and texts are put together, figures laid over each other.",
      example: "1 + tensor([1, 2])\n[1, 2] + [3]\n\"a\" + \"b\""),
    WordPage(
      "-", form: "a - b, -a", "The difference, of tensors element by element; before a value, its negative.",
      example: "5 - tensor([1, 2])\nlet x = 3\n(-x, -x ** 2)"),
    WordPage(
      "*", form: "a * b",
      "The product, of tensors element by element. `@` is the product of matrices.",
      example: "2 * tensor([1, 2]) * tensor([3, 4])"),
    WordPage(
      "/", form: "a / b",
      "The quotient, of tensors element by element: `7 / 2` is 3.5, and `floor(7 / 2)` its whole part.",
      example: "7 / 2\ntensor([1, 2]) / 4"),
    WordPage(
      "%", form: "a % b", "What is left of a division. It has the sign of the divisor, as in Python.",
      example: "(7 % 3, -7 % 3)"),
    WordPage(
      "**", form: "a ** b",
      "The power. It binds more tightly than a sign before it, and groups from the right: `-x ** 2` is −(x²).",
      example: "2 ** 10\ntensor([1, 2, 3]) ** 2"),
    WordPage(
      "@", form: "a @ b",
      "The product of matrices, of a matrix and a vector, or of two vectors, as in NumPy: the last axis of `a` is as long as the last but one of `b`.",
      example: "let w = ones(3, 2)\nw @ tensor([1, 2])\nones(4, 3) @ w"),
    WordPage(
      ">>", form: "layer >> layer",
      "One layer behind another: together they are a network, which is called like a function. A function of a tensor is a layer too.",
      example: "let net = Linear(2, 16) >> ReLU() >> Linear(16, 1)\nnet(randn(5, 2)).shape"),
    WordPage(
      "==", "!=", form: "a == b, a != b",
      "Whether two values are equal, or not. Tensors are compared element by element, into ones and zeros; numbers that were rounded by `allClose(a, b)`.",
      example: "[1, 2] == [1, 2]\ntensor([1, 2]) == tensor([1, 3])"),
    WordPage(
      "<", "<=", ">", ">=", form: "a < b, a <= b < c",
      "Whether one value comes before another, of tensors element by element. Several in a row must all hold.",
      example: "let x = 3\n0 < x <= 5"),
    WordPage(
      "&&", form: "a && b", "Whether both conditions hold. The second is looked at only if the first does.",
      example: "let n = 4\nn > 0 && 12 % n == 0"),
    WordPage(
      "||", form: "a || b",
      "Whether one of two conditions holds, or both. The second is looked at only if the first does not.",
      example: "let n = 0\nn == 0 || 12 % n == 0"),
    WordPage(
      "!", form: "!a", "True where a condition does not hold.", example: "let xs = [1, 2]\n!xs.contains(3)"),
    WordPage(
      "??", form: "a ?? b", "The value on the left, or that on the right where the left one is nil.",
      example: "let counts = [\"a\": 3]\ncounts[\"b\"] ?? 0"),
    WordPage(
      "?:", "?", form: "condition ? a : b", "One of two values: the first where the condition holds.",
      example: "let x = -3\nx < 0 ? -x : x"),
    WordPage(
      "..<", form: "a..<b",
      "The numbers from `a` up to, but not including `b`: in a loop the integers, in an index a slice, whose ends may be left out.",
      example: "for i in 0..<3 { print(i) }\nlet x = arange(0, 10)\nx[2..<5]"),
    WordPage(
      "...", form: "a...b",
      "The numbers from `a` to `b`, both included: in a loop the integers, for a figure an interval, in an index a slice. Alone in an index it stands for all axes that are not named.",
      example: "(1...4).map { $0 ** 2 }\nplot(sin, on: 0...6)\nones(2, 3, 4)[..., 0].shape"),
    WordPage(
      "=", form: "x = value, x[i] = value, pair.first = value",
      "Gives a variable, an element or a member of a tuple another value. A new name needs `let` or `var` before it; `==` compares.",
      example: "var xs = [1, 2]\nxs[0] = 5\nxs"),
    WordPage(
      "+=", "-=", "*=", "/=", "**=", form: "x += value",
      "Changes a variable or an element by what stands on the right: `x += 1` is `x = x + 1`.",
      example: "var x = 5\nx *= 2\nx"),
    WordPage(
      "$0", "$1", "$2", form: "{ $0 … }",
      "The first argument of a closure whose parameters have no names, then `$1`, `$2`. `{ $0 + $1 }` is `{ a, b in a + b }`.",
      example: "[1, 2, 3].map { $0 * 10 }\nzip([1, 2], [3, 4]).map { $0 * $1 }"),
    WordPage(
      "{", "}", "{}", form: "{ x, y in … }, { $0 … }",
      "A closure: a function without a name, whose last expression is its value. Behind a call it may stand after the parentheses. Braces also hold the statements of `func`, `if` and loops.",
      example: "let area = { width, height in width * height }\narea(2, 3)\n[3, 1, 2].sorted { -$0 }"),
    WordPage(
      "[", "]", "[]", "[:]", form: "[a, b], [key: value], x[i], x[a..<b, ...]",
      "A list or a dictionary; behind a value one of its elements, or a slice. Positions begin with 0, and -1 is the last.",
      example: "let xs = [5, 6, 7]\nlet ages = [\"Ada\": 36]\nxs[-1] + ages[\"Ada\"]"),
    WordPage(
      "\\(", "\\", form: "\"… \\(value) …\"",
      "Puts a value into a text; behind a comma, how a number is to be written.",
      example: "let loss = 0.12345\n\"the loss is \\(loss, decimals: 2)\""),
    WordPage(
      "_", form: "_", "Stands in the place of a name where the value is of no interest.",
      example: "let (first, _) = (1, 2)\nfor _ in 0..<2 { print(first) }"),
    WordPage(
      ";", form: "a; b",
      "Ends a statement, as the end of a line does. Behind the last one of a cell it hides the value.",
      example: "let a = 1; let b = 2\na + b;"),
    WordPage(
      "//", "/*", "*/", form: "// …, /* … */",
      "A comment: the rest of the line, or what stands between the two signs.",
      example: "let n = 3  // how many\nn /* and no more */ + 1"),
  ]
}
