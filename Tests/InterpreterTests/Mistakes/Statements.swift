extension Mistake {
  static let statements = [
    Mistake(
      "a break outside of a loop",
      "break",
      """
      E018: `break` only stands in the body of a `for` or `while` loop
        ╭─ Cell [1], line 1, column 1
      1 │ break
        │ ^^^^^
      """),
    Mistake(
      "a return outside of a function",
      "return 1",
      """
      E018: `return` only stands in the body of a function or closure
        ╭─ Cell [1], line 1, column 1
      1 │ return 1
        │ ^^^^^^
        ╰─ help: a cell shows the value of its last line by itself
      """),
    Mistake(
      "a value from an if without an else",
      "let x = if true { 1 }",
      """
      E018: this `if` needs an `else`, since its value is used
        ╭─ Cell [1], line 1, column 9
      1 │ let x = if true { 1 }
        │         ^^^^^^^^^^^^^
        ╰─ help: add `else { … }`
      """),
    Mistake(
      "a return where a value is needed",
      "func f(c) { let v = if c { 1 } else { return 2 }; return v }",
      """
      E018: `return` stands inside an `if` whose value is needed
        ╭─ Cell [1], line 1, column 39
      1 │ func f(c) { let v = if c { 1 } else { return 2 }; return v }
        │                                       ^^^^^^^^
        ╰─ help: make the `if` a statement of its own
      """),
    Mistake(
      "an assignment to a member",
      after: ["var pair = (a: 1, b: 2)"],
      "pair.a = 3",
      """
      E014: the member `a` cannot be assigned to
        ╭─ Cell [2], line 1, column 1
      1 │ pair.a = 3
        │ ^^^^^^
        ╰─ help: values are changed as a whole: give the name a new value
      """),
    Mistake(
      "an assignment to a literal",
      "[1, 2][0] = 5",
      """
      E014: only a variable's elements can be assigned to
        ╭─ Cell [1], line 1, column 1
      1 │ [1, 2][0] = 5
        │ ^^^^^^
      """),
  ]
}
