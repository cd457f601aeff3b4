import Language

extension CodePage {
  /// Sentences: how words make a program.
  static let sentences: [CodePage] = [
    CodePage(
      .unexpectedToken, "A word in the wrong place",
      "The sentence was complete, or called for something else, where this word stands.",
      wrong: "let width = 3 4",
      right: "let width = 34",
      why:
        "Statements end with their line or with `;`, so that two of them do not run together by accident."
    ),
    CodePage(
      .unclosedBracket, "A bracket without its partner",
      "A bracket is opened and never closed, closed and never opened, or closed with one of another kind.",
      wrong: "print((1 + 2)",
      right: "print((1 + 2))",
      why:
        "Inside of an open bracket a line goes on in the next one; that is how long calls are broken into lines. A forgotten one therefore swallows what follows: both places are shown."
    ),
    CodePage(
      .missingExpression, "A value is missing",
      "Behind an operator, an `=` or a comma a value has to follow, and none does.",
      wrong: "let area = 3 *",
      right: "let area = 3 * 4",
      why:
        "A line that ends with an operator goes on in the next line, so that a value may also have been swallowed from there."
    ),
    CodePage(
      .badPattern, "Something else than a name is declared",
      "`let`, `var`, `for` and the like give names to values; here stands no name.",
      wrong: "let 2 = x",
      right: "let x = 2",
      why:
        "The name comes first, then the value. Several names stand in parentheses: `let (x, y) = (1, 2)`."
    ),
    CodePage(
      .badAssignment, "Something that cannot be assigned to",
      "Left of the `=` stands no variable, nor an element of one or a member of its tuple.",
      wrong: """
        let net = mlp(2, 4, 1)
        net.layers[0].bias = zeros(4)
        """,
      right: """
        let net = mlp(2, 4, 1)
        var weights = net.parameters
        weights["0.bias"] = zeros(4)
        loadStateDict(net, weights)
        """,
      why:
        "Lists, dictionaries and tuples in a variable change in parts. What the library makes, such as a network or a data set, changes only by the functions that are there for it."
    ),
    CodePage(
      .badParameter, "A parameter that is no name",
      "In the head of a function or closure stand the names of its parameters, perhaps with labels and defaults.",
      wrong: "func area(3, height) = 3 * height",
      right: "func area(height) = 3 * height",
      why:
        "A value that is always the same is written into the body; one that may be left out is a default: `func area(height, width = 3)`."
    ),
    CodePage(
      .badArgument, "An argument that is not written as one",
      "An argument of a call is a value, perhaps with a label and a colon before it.",
      wrong: "linspace(0, 1, count = 5)",
      right: "linspace(0, 1, count: 5)",
      why:
        "The `=` gives a value to a name and stands in statements. Labels have a colon, so that a call and an assignment cannot be confused."
    ),
    CodePage(
      .nestedTooDeeply, "Brackets inside of brackets without an end",
      "Expressions and blocks are nested more deeply than the language follows.",
      wrong: String(repeating: "(", count: 300) + "1" + String(repeating: ")", count: 300),
      right: "(((1)))",
      why:
        "The limit keeps a damaged or generated cell from using up the stack. Give the inner parts names."
    ),
    CodePage(
      .misplacedStatement, "A statement where it cannot stand",
      "`break` and `continue` stand in loops, `return` in functions, and an `if` whose value is used needs an `else`.",
      wrong: "let size = if 3 > 2 { \"large\" }",
      right: "let size = if 3 > 2 { \"large\" } else { \"small\" }",
      why:
        "Where a value is needed there must be one in every case."
    ),
    CodePage(
      .splitExpression, "A line that may belong to the one above",
      "A line begins with `-`, `(` or `[` behind a line that is complete: it begins a new statement.",
      wrong: """
        let total = 3
        -2
        """,
      right: """
        let total = 3 -
          2
        """,
      why:
        "The cell runs; the warning is there because the line looks as if it went on. To go on, end the upper line with the operator."
    ),
  ]
}
