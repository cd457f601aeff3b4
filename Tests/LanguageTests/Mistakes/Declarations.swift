extension Mistake {
  /// Slips in declarations, assignments and lists.
  static let declarations: [Mistake] = [
    Mistake(
      #"let x = y = 3"#,
      #"""
      E010: expected the end of the statement, found `=`
        ╭─ Cell [1], line 1, column 11
      1 │ let x = y = 3
        │           ^
        ╰─ help: each value is assigned in a statement of its own
      """#),
    Mistake(
      #"x -> x + 1"#,
      #"""
      E010: expected the end of the statement, found `->`
        ╭─ Cell [1], line 1, column 3
      1 │ x -> x + 1
        │   ^^
        ╰─ help: a closure is written `{ x in … }`
      """#),
    Mistake(
      #"let y = x ? 1"#,
      #"""
      E010: expected `:` and the value for the other case, found the end of the input
        ╭─ Cell [1], line 1, column 14
      1 │ let y = x ? 1
        │              ^
        ╰─ help: write `condition ? value : otherwise`
      """#),
    Mistake(
      #"x[]"#,
      #"""
      E012: this index is empty
        ╭─ Cell [1], line 1, column 2
      1 │ x[]
        │  ^^
        ╰─ help: write `x[0]` for the first element, `x[...]` for all
      """#),
    Mistake(
      #"x[1"#,
      #"""
      E011: this `[` is never closed
        ╭─ Cell [1], line 1, column 2
      1 │ x[1
        │  ^
        ╰─ help: close it with `]`
      """#),
    Mistake(
      #"1 2"#,
      #"""
      E010: expected the end of the statement, found `2`
        ╭─ Cell [1], line 1, column 3
      1 │ 1 2
        │   ^
        ╰─ help: each statement stands on a line of its own, or ends with `;`
      """#),
    Mistake(
      #"let x == 3"#,
      #"""
      E010: expected `=` and a value, found `==`
        ╭─ Cell [1], line 1, column 7
      1 │ let x == 3
        │       ^^
        ╰─ help: `=` gives a value, `==` compares
      """#),
    Mistake(
      #"let x += 3"#,
      #"""
      E010: expected `=` and a value, found `+=`
        ╭─ Cell [1], line 1, column 7
      1 │ let x += 3
        │       ^^
        ╰─ help: every name starts with a value: `let x = …`
      """#),
    Mistake(
      #"""
      "a" = 3
      """#,
      #"""
      E014: nothing can be assigned to this
        ╭─ Cell [1], line 1, column 1
      1 │ "a" = 3
        │ ^^^
        ├─ help: for a comparison write `==`
        ╰─ help: for a new name write `let name = …`
      """#),
    Mistake(
      #"(a, 2) = (1, 2)"#,
      #"""
      E014: nothing can be assigned to this
        ╭─ Cell [1], line 1, column 1
      1 │ (a, 2) = (1, 2)
        │ ^^^^^^
        ╰─ help: names and elements are assigned to together, as in `(a, b[0]) = (1, 2)`
      """#),
    Mistake(
      #"let [a, b] = xs"#,
      #"""
      E013: expected a name, found `[`
        ╭─ Cell [1], line 1, column 5
      1 │ let [a, b] = xs
        │     ^
        ╰─ help: several names stand in parentheses: `let (a, b) = …`
      """#),
    Mistake(
      #"let x.y = 3"#,
      #"""
      E010: expected `=` and a value, found `.`
        ╭─ Cell [1], line 1, column 6
      1 │ let x.y = 3
        │      ^
        ╰─ help: a part of something that exists is changed without `let`
      """#),
    Mistake(
      #"let x = 3 4"#,
      #"""
      E010: expected the end of the statement, found `4`
        ╭─ Cell [1], line 1, column 11
      1 │ let x = 3 4
        │           ^
        ╰─ help: each statement stands on a line of its own, or ends with `;`
      """#),
    Mistake(
      #"""
      x = (1 + 2
      y = [3, 4
      """#,
      #"""
      E011: this `(` is never closed
        ╭─ Cell [1], line 1, column 5
      1 │ x = (1 + 2
        │     ^
        │           - expected `)` here at the latest
        ╰─ help: close it with `)`
      E011: this `[` is never closed
        ╭─ Cell [1], line 2, column 5
      2 │ y = [3, 4
        │     ^
        ╰─ help: close it with `]`
      """#),
    Mistake(
      #"""
      "\(a b)"
      """#,
      #"""
      E010: expected the `)` of `\(…)`, found `b`
        ╭─ Cell [1], line 1, column 6
      1 │ "\(a b)"
        │      ^
        ╰─ help: one value stands in each `\(…)`
      """#),
    Mistake(
      #"x |> f"#,
      #"""
      E006: `|>` is not a sign of this language
        ╭─ Cell [1], line 1, column 3
      1 │ x |> f
        │   ^^
        ╰─ help: layers are composed with `>>`; a function is called as `f(x)`
      """#),
    Mistake(
      #"not x"#,
      #"""
      E006: `not` is not a word of this language
        ╭─ Cell [1], line 1, column 1
      1 │ not x
        │ ^^^
        ╰─ help: write `!(…)`
      """#),
    Mistake(
      #"/* abc"#,
      #"""
      E003: this comment is never closed
        ╭─ Cell [1], line 1, column 1
      1 │ /* abc
        │ ^^
        ╰─ help: close it with `*/`
      """#),
    Mistake(
      #"""
      """abc
      """#,
      #"""
      E002: this string is never closed
        ╭─ Cell [1], line 1, column 1
      1 │ """abc
        │ ^^^
        ╰─ help: close it with `"""`
      """#),
    Mistake(
      #"let y = f(1) g(2)"#,
      #"""
      E010: expected the end of the statement, found `g`
        ╭─ Cell [1], line 1, column 14
      1 │ let y = f(1) g(2)
        │              ^
        ╰─ help: each statement stands on a line of its own, or ends with `;`
      """#),
    Mistake(
      #"print(1) print(2)"#,
      #"""
      E010: expected the end of the statement, found `print`
        ╭─ Cell [1], line 1, column 10
      1 │ print(1) print(2)
        │          ^^^^^
        ╰─ help: each statement stands on a line of its own, or ends with `;`
      """#),
    Mistake(
      #"""
      let y = [1, 2
        3, 4]
      """#,
      #"""
      E010: expected `,` or `]`, found `3`
        ╭─ Cell [1], line 2, column 3
      2 │   3, 4]
        │   ^ a `,` is missing before this
      """#),
    Mistake(
      #"f(a b, c d)"#,
      #"""
      E010: expected `,` or `)`, found `b`
        ╭─ Cell [1], line 1, column 5
      1 │ f(a b, c d)
        │     ^ a `,` is missing before this, or a `:` behind the label `a`
      E010: expected `,` or `)`, found `d`
        ╭─ Cell [1], line 1, column 10
      1 │ f(a b, c d)
        │          ^ a `,` is missing before this, or a `:` behind the label `c`
      """#),
  ]
}
