extension Mistake {
  /// Products, powers, closures, loops and numbers as they are written elsewhere.
  static let furtherHabits = [
    Mistake(
      "π r²",
      """
      E010: expected the end of the statement, found `r`
        ╭─ Cell [1], line 1, column 3
      1 │ π r²
        │   ^
        ╰─ help: a product needs its sign: `π * r ** 2`
      E006: a superscript is not a power here
        ╭─ Cell [1], line 1, column 4
      1 │ π r²
        │    ^
        ╰─ help: write `** 2`
      """),
    Mistake(
      "let area = π r²",
      """
      E010: expected the end of the statement, found `r`
        ╭─ Cell [1], line 1, column 14
      1 │ let area = π r²
        │              ^
        ╰─ help: a product needs its sign: `π * r ** 2`
      E006: a superscript is not a power here
        ╭─ Cell [1], line 1, column 15
      1 │ let area = π r²
        │               ^
        ╰─ help: write `** 2`
      """),
    Mistake(
      "f 2",
      """
      E010: expected the end of the statement, found `2`
        ╭─ Cell [1], line 1, column 3
      1 │ f 2
        │   ^
        ╰─ help: a product needs its sign: `f * 2`, and a call its parentheses: `f(2)`
      """),
    Mistake(
      "sin²(x)",
      """
      E006: a superscript is not a power here
        ╭─ Cell [1], line 1, column 4
      1 │ sin²(x)
        │    ^
        ╰─ help: a power stands behind the call: `sin(x) ** 2`
      """),
    Mistake(
      "!pip install torch",
      """
      E010: expected the end of the statement, found `install`
        ╭─ Cell [1], line 1, column 6
      1 │ !pip install torch
        │      ^^^^^^^
        ╰─ help: there are no shell commands: files are read by `load…` and written by `save…`
      """),
    Mistake(
      "++i",
      """
      E006: nothing is counted up with `++`
        ╭─ Cell [1], line 1, column 1
      1 │ ++i
        │ ^^
        ╰─ help: write `x += 1`
      """),
    Mistake(
      """
      var i = 0
      ++i
      """,
      """
      E006: nothing is counted up with `++`
        ╭─ Cell [1], line 2, column 1
      2 │ ++i
        │ ^^
        ╰─ help: write `x += 1`
      """),
    Mistake(
      "let mut x = 3",
      """
      E010: expected `=` and a value, found `x`
        ╭─ Cell [1], line 1, column 9
      1 │ let mut x = 3
        │         ^
        ╰─ help: what changes later is declared with `var`: `var x = …`
      """),
    Mistake(
      "1e - 3",
      """
      E006: `1e` is neither a number nor a name
        ╭─ Cell [1], line 1, column 1
      1 │ 1e - 3
        │ ^^
        ╰─ help: a power of ten is written without spaces, as in `1e-3`
      """),
    Mistake(
      "1.000.000",
      """
      E010: a number has one point
        ╭─ Cell [1], line 1, column 6
      1 │ 1.000.000
        │      ^
        ╰─ help: digits are grouped by `_`: `1_000_000`
      """),
    Mistake(
      "xs.map { |x| x + 1 }",
      """
      E006: the arguments of a closure do not stand between bars
        ╭─ Cell [1], line 1, column 10
      1 │ xs.map { |x| x + 1 }
        │          ^^^
        ╰─ help: write `{ x in … }`
      """),
    Mistake(
      "xs.map(_ + 1)",
      """
      E012: expected a value, found `_`
        ╭─ Cell [1], line 1, column 8
      1 │ xs.map(_ + 1)
        │        ^
        ╰─ help: a closure is written `{ $0 + … }`
      """),
    Mistake(
      "print(*[1, 2])",
      """
      E012: expected a value, found `*`
        ╭─ Cell [1], line 1, column 7
      1 │ print(*[1, 2])
        │       ^
        ╰─ help: an array is passed as it is, without `*`
      """),
    Mistake(
      "a xor b",
      """
      E006: `xor` is not an operator of this language
        ╭─ Cell [1], line 1, column 3
      1 │ a xor b
        │   ^^^
        ╰─ help: write `!=`
      """),
    Mistake(
      "let x = 3 as Double",
      """
      E010: expected the end of the statement, found `as`
        ╭─ Cell [1], line 1, column 11
      1 │ let x = 3 as Double
        │           ^^
        ╰─ help: types are not written here; `double(x)` and `int(x)` make one number of another
      """),
    Mistake(
      "for i in 0...<10 { }",
      """
      E006: `...<` is not a sign of this language
        ╭─ Cell [1], line 1, column 11
      1 │ for i in 0...<10 { }
        │           ^^^^
        ╰─ help: write `..<`
      """),
    Mistake(
      "for i in 0..=9 { }",
      """
      E006: `..=` is not a sign of this language
        ╭─ Cell [1], line 1, column 11
      1 │ for i in 0..=9 { }
        │           ^^^
        ╰─ help: write `...`
      """),
    Mistake(
      """
      for i in range(1, n):
          print(i)
      """,
      """
      E006: a body does not start with `:`
        ╭─ Cell [1], line 1, column 21
      1 │ for i in range(1, n):
        │                     ^
        ├─ help: write `{` here and `}` behind the body
        ╰─ help: write `1..<n` for `range(1, n)`
      """),
    Mistake(
      "for i in range(len(xs)): print(i)",
      """
      E006: a body does not start with `:`
        ╭─ Cell [1], line 1, column 24
      1 │ for i in range(len(xs)): print(i)
        │                        ^
        ├─ help: write `{` here and `}` behind the body
        ╰─ help: write `0..<len(xs)` for `range(len(xs))`
      """),
  ]
}
