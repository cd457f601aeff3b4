extension Mistake {
  /// What a mathematician writes on paper.
  static let mathematics: [Mistake] = [
    Mistake(
      #"y = x^2"#,
      #"""
      E006: `^` is not a sign of this language
        ╭─ Cell [1], line 1, column 6
      1 │ y = x^2
        │      ^
        ╰─ help: write `**`
      """#),
    Mistake(
      #"y = x² + z³"#,
      #"""
      E006: a superscript is not a power here
        ╭─ Cell [1], line 1, column 6
      1 │ y = x² + z³
        │      ^
        ╰─ help: write `** 2`
      E006: a superscript is not a power here
        ╭─ Cell [1], line 1, column 11
      1 │ y = x² + z³
        │           ^
        ╰─ help: write `** 3`
      """#),
    Mistake(
      #"y = 2x + 1"#,
      #"""
      E006: `2x` is neither a number nor a name
        ╭─ Cell [1], line 1, column 5
      1 │ y = 2x + 1
        │     ^^
        ╰─ help: for a product write `2 * x`; a name starts with a letter
      """#),
    Mistake(
      #"y = 2 x + 1"#,
      #"""
      E006: a product needs its sign
        ╭─ Cell [1], line 1, column 5
      1 │ y = 2 x + 1
        │     ^^^
        ╰─ help: write `2 * x`
      """#),
    Mistake(
      #"y = 2(x + 1)"#,
      #"""
      E006: a product needs its sign
        ╭─ Cell [1], line 1, column 5
      1 │ y = 2(x + 1)
        │     ^^
        ╰─ help: write `2 * (…)`
      """#),
    Mistake(
      #"if x ≤ 1 { y = 2 }"#,
      #"""
      E006: `≤` is not a sign of this language
        ╭─ Cell [1], line 1, column 6
      1 │ if x ≤ 1 { y = 2 }
        │      ^
        ╰─ help: write `<=`
      """#),
    Mistake(
      #"y = √x"#,
      #"""
      E006: `√` is not a sign of this language
        ╭─ Cell [1], line 1, column 5
      1 │ y = √x
        │     ^
        ╰─ help: write `sqrt(x)`
      """#),
    Mistake(
      #"y = |x - 1|"#,
      #"""
      E006: `|x - 1|` is not a sign of this language
        ╭─ Cell [1], line 1, column 5
      1 │ y = |x - 1|
        │     ^^^^^^^
        ╰─ help: write `abs(x - 1)`
      """#),
    Mistake(
      #"y = ‖w‖"#,
      #"""
      E006: `‖w‖` is not a sign of this language
        ╭─ Cell [1], line 1, column 5
      1 │ y = ‖w‖
        │     ^^^
        ╰─ help: write `norm(w)`
      """#),
    Mistake(
      #"f(x) = x ** 2"#,
      #"""
      E014: nothing can be assigned to this
        ╭─ Cell [1], line 1, column 1
      1 │ f(x) = x ** 2
        │ ^^^^
        ╰─ help: a function is defined with `func`: `func f(x) = x ** 2`
      """#),
    Mistake(
      #"let f(x) = x ** 2"#,
      #"""
      E013: a function is not defined with `let`
        ╭─ Cell [1], line 1, column 5
      1 │ let f(x) = x ** 2
        │     ^
        ╰─ help: write `func f(x) = …`
      """#),
    Mistake(
      #"f'(x)"#,
      #"""
      E006: a name cannot end with `'`
        ╭─ Cell [1], line 1, column 2
      1 │ f'(x)
        │  ^
        ╰─ help: write `f′` with a prime (U+2032), or a longer name such as `df`
      """#),
    Mistake(
      #"x ∈ xs"#,
      #"""
      E006: `∈` is not a sign of this language
        ╭─ Cell [1], line 1, column 3
      1 │ x ∈ xs
        │   ^
        ╰─ help: write `for x in xs`, or `xs.contains(x)`
      """#),
    Mistake(
      #"for x ∈ xs { print(x) }"#,
      #"""
      E006: `∈` is not a sign of this language
        ╭─ Cell [1], line 1, column 7
      1 │ for x ∈ xs { print(x) }
        │       ^
        ╰─ help: write `for x in xs`, or `xs.contains(x)`
      """#),
    Mistake(
      #"let A = [1, 2; 3, 4]"#,
      #"""
      E010: expected `,` or `]`, found `;`
        ╭─ Cell [1], line 1, column 14
      1 │ let A = [1, 2; 3, 4]
        │              ^
        ╰─ help: the rows of a matrix are lists: `[[1, 2], [3, 4]]`
      """#),
    Mistake(
      #"let A = [1 2 3]"#,
      #"""
      E010: expected `,` or `]`, found `2`
        ╭─ Cell [1], line 1, column 12
      1 │ let A = [1 2 3]
        │            ^ a `,` is missing before this
      """#),
    Mistake(
      #"let x = 1,000"#,
      #"""
      E010: expected the end of the statement, found `,`
        ╭─ Cell [1], line 1, column 10
      1 │ let x = 1,000
        │          ^
        ╰─ help: digits are grouped by `_`: `1_000`
      """#),
    Mistake(
      #"let n! = 3"#,
      #"""
      E010: expected `=` and a value, found `!`
        ╭─ Cell [1], line 1, column 6
      1 │ let n! = 3
        │      ^
        ╰─ help: every name starts with a value: `let x = …`
      """#),
    Mistake(
      #"5!"#,
      #"""
      E006: a factorial is not written `!`
        ╭─ Cell [1], line 1, column 2
      1 │ 5!
        │  ^
        ╰─ help: multiply the numbers in a loop; `!` means “not” here and stands before a condition
      """#),
    Mistake(
      #"a ≈ b"#,
      #"""
      E006: `≈` is not a sign of this language
        ╭─ Cell [1], line 1, column 3
      1 │ a ≈ b
        │   ^
        ╰─ help: write `abs(a - b) < 1e-6`
      """#),
    Mistake(
      #"0 ≤ x < 1..8"#,
      #"""
      E006: `≤` is not a sign of this language
        ╭─ Cell [1], line 1, column 3
      1 │ 0 ≤ x < 1..8
        │   ^
        ╰─ help: write `<=`
      E006: `..` is not a sign of this language
        ╭─ Cell [1], line 1, column 10
      1 │ 0 ≤ x < 1..8
        │          ^^
        ╰─ help: a range is written `a..<b`, which leaves `b` out, or `a...b`, which includes it
      """#),
    Mistake(
      #"for i in 1..8 { print(i) }"#,
      #"""
      E006: `..` is not a sign of this language
        ╭─ Cell [1], line 1, column 11
      1 │ for i in 1..8 { print(i) }
        │           ^^
        ╰─ help: a range is written `a..<b`, which leaves `b` out, or `a...b`, which includes it
      """#),
    Mistake(
      #"y = a × b"#,
      #"""
      E006: `×` is not a sign of this language
        ╭─ Cell [1], line 1, column 7
      1 │ y = a × b
        │       ^
        ╰─ help: write `*`
      """#),
    Mistake(
      #"""
      let x = -2
      |x|
      """#,
      #"""
      E006: `|x|` is not a sign of this language
        ╭─ Cell [1], line 2, column 1
      2 │ |x|
        │ ^^^
        ╰─ help: write `abs(x)`
      """#),
  ]
}
