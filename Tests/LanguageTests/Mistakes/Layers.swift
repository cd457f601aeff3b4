extension Mistake {
  /// Layers and results put together with signs of other languages.
  static let ofLayers = [
    Mistake(
      "Linear(4, 3) -> ReLU()",
      """
      E010: expected the end of the statement, found `->`
        ╭─ Cell [1], line 1, column 14
      1 │ Linear(4, 3) -> ReLU()
        │              ^^
        ├─ help: a closure is written `{ x in … }`
        ╰─ help: layers are joined by `>>`
      """),
    Mistake(
      "Linear(4, 3) | ReLU()",
      """
      E006: `|` is not a sign of this language
        ╭─ Cell [1], line 1, column 14
      1 │ Linear(4, 3) | ReLU()
        │              ^
        ╰─ help: conditions are joined by `||`, layers by `>>`
      """),
    Mistake(
      "let train, test = split(iris(), test: 0.2)",
      """
      E010: expected `=` and a value, found `,`
        ╭─ Cell [1], line 1, column 10
      1 │ let train, test = split(iris(), test: 0.2)
        │          ^
        ╰─ help: several names stand in parentheses: `let (train, test) = …`
      """),
    Mistake(
      "let a, b",
      """
      E010: expected `=` and a value, found `,`
        ╭─ Cell [1], line 1, column 6
      1 │ let a, b
        │      ^
        ╰─ help: several names stand in parentheses: `let (a, b) = …`
      """),
  ]
}
