extension Mistake {
  static let names = [
    Mistake(
      "a misspelt name",
      after: ["let learningRate = 0.1"],
      "learningrate * 2",
      """
      E020: `learningrate` is not defined
        ╭─ Cell [2], line 1, column 1
      1 │ learningrate * 2
        │ ^^^^^^^^^^^^ not found
        ╰─ help: did you mean `learningRate`?
      """),
    Mistake(
      "a misspelt function",
      "randm(2, 3)",
      """
      E020: `randm` is not defined
        ╭─ Cell [1], line 1, column 1
      1 │ randm(2, 3)
        │ ^^^^^ not found
        ╰─ help: did you mean `randn`?
      """),
    Mistake(
      "a name that nothing resembles",
      "quux + 1",
      """
      E020: `quux` is not defined
        ╭─ Cell [1], line 1, column 1
      1 │ quux + 1
        │ ^^^^ not found
        ╰─ help: give it a value first: `let quux = …`
      """),
    Mistake(
      "a name used before its declaration in the cell",
      """
      let a = b + 1
      let b = 2
      """,
      """
      E020: `b` is used before its declaration
        ╭─ Cell [1], line 1, column 9
      1 │ let a = b + 1
        │         ^ used here
      2 │ let b = 2
        │     - declared here
      """),
    Mistake(
      "a function that mentions an unknown name",
      "func f(x) = x + offset",
      """
      E020: `offset` is not defined
        ╭─ Cell [1], line 1, column 17
      1 │ func f(x) = x + offset
        │                 ^^^^^^ not found
        ╰─ help: give it a value first: `let offset = …`
      """),
    Mistake(
      "two unknown names at once",
      "alpha + beta",
      """
      E020: `alpha` is not defined
        ╭─ Cell [1], line 1, column 1
      1 │ alpha + beta
        │ ^^^^^ not found
        ╰─ help: give it a value first: `let alpha = …`

      E020: `beta` is not defined
        ╭─ Cell [1], line 1, column 9
      1 │ alpha + beta
        │         ^^^^ not found
        ╰─ help: give it a value first: `let beta = …`
      """),
    Mistake(
      "a constant assigned to",
      after: ["let width = 3"],
      "width = 4",
      """
      E021: `width` is a constant
        ╭─ Cell [2], line 1, column 1
      1 │ width = 4
        │ ^^^^^ cannot be changed
        ╰─ help: declare it with `var` to change it later, or write `let width = …` in a cell to replace it
      """),
    Mistake(
      "a library constant assigned to",
      "pi = 3",
      """
      E021: `pi` belongs to the library
        ╭─ Cell [1], line 1, column 1
      1 │ pi = 3
        │ ^^ cannot be changed
        ╰─ help: a `let pi = …` of your own takes its place
      """),
    Mistake(
      "an assignment without a declaration",
      "count = 3",
      """
      E020: `count` is not declared
        ╭─ Cell [1], line 1, column 1
      1 │ count = 3
        │ ^^^^^ not found
        ╰─ help: declare it with its first value: `let count = …`, or `var` if it is to change
      """),
    Mistake(
      "a name declared twice in a cell",
      """
      let x = 1
      let x = 2
      """,
      """
      E022: `x` is declared twice in this cell
        ╭─ Cell [1], line 2, column 5
      1 │ let x = 1
        │     - first here
      2 │ let x = 2
        │     ^ again here
        ╰─ help: to change a variable's value leave `let` or `var` out
      """),
    Mistake(
      "two functions of one name",
      """
      func f(x, y = 1) = x
      func f(a) = a
      """,
      """
      E022: `f` is declared twice in this cell
        ╭─ Cell [1], line 2, column 6
      1 │ func f(x, y = 1) = x
        │      - first here
      2 │ func f(a) = a
        │      ^ again here
        ╰─ help: choose another name for one of them
      """),
    Mistake(
      "a parameter assigned to",
      "func f(x) { x = 2; return x }",
      """
      E021: `x` is a parameter
        ╭─ Cell [1], line 1, column 13
      1 │ func f(x) { x = 2; return x }
        │        - declared here
        │             ^ cannot be changed
        ╰─ help: change a variable of your own: `var changed = x`
      """),
    Mistake(
      "a loop variable assigned to",
      "for i in 0..<3 { i += 1 }",
      """
      E021: `i` is set by the loop
        ╭─ Cell [1], line 1, column 18
      1 │ for i in 0..<3 { i += 1 }
        │     - declared here
        │                  ^ cannot be changed
        ╰─ help: change a variable of your own: `var changed = i`
      """),
    Mistake(
      "a function's value read before the cell that sets it has run to its end",
      """
      func g() = later
      let y = g()
      let later = 1
      """,
      """
      E020: `later` is used before it has a value
        ╭─ Cell [1], line 1, column 12
      1 │ func g() = later
        │            ^^^^^
        ╰─ help: move its declaration up
        in g, called from Cell [1], line 2: let y = g()
      """),
    Mistake(
      "two parameters of one name",
      "func f(a, a) = a",
      """
      E022: two parameters are called `a`
        ╭─ Cell [1], line 1, column 11
      1 │ func f(a, a) = a
        │           ^
      """),
  ]
}
