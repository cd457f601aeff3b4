extension Mistake {
  /// Brackets, names and values that are missing.
  static let openEnds: [Mistake] = [
    Mistake(
      #"f(a, b"#,
      #"""
      E011: this `(` is never closed
        ╭─ Cell [1], line 1, column 2
      1 │ f(a, b
        │  ^
        ╰─ help: close it with `)`
      """#),
    Mistake(
      #"""
      f(a, b
      let y = 2
      """#,
      #"""
      E011: this `(` is never closed
        ╭─ Cell [1], line 1, column 2
      1 │ f(a, b
        │  ^
        │       - expected `)` here at the latest
        ╰─ help: close it with `)`
      """#),
    Mistake(
      #"""
      print("hello)
      let y = 2
      """#,
      #"""
      E002: this string is never closed
        ╭─ Cell [1], line 1, column 7
      1 │ print("hello)
        │       ^^^^^^^
        ╰─ help: close it with `"`; a string of several lines stands in `"""`
      """#),
    Mistake(
      #"print("value: \(x")"#,
      #"""
      E002: this `\(` is never closed
        ╭─ Cell [1], line 1, column 15
      1 │ print("value: \(x")
        │               ^^
        ╰─ help: close it with `)`, as in `"x is \(x)"`
      """#),
    Mistake(
      #"print("value: \(1 +)")"#,
      #"""
      E012: expected a value, found the end of `\(…)`
        ╭─ Cell [1], line 1, column 20
      1 │ print("value: \(1 +)")
        │                    ^
      """#),
    Mistake(
      #"let x 5"#,
      #"""
      E010: expected `=` and a value, found `5`
        ╭─ Cell [1], line 1, column 7
      1 │ let x 5
        │       ^
        ╰─ help: every name starts with a value: `let x = …`
      """#),
    Mistake(
      #"let 5 = x"#,
      #"""
      E013: expected a name, found `5`
        ╭─ Cell [1], line 1, column 5
      1 │ let 5 = x
        │     ^
      """#),
    Mistake(
      #"let for = 3"#,
      #"""
      E013: expected a name, found `for`
        ╭─ Cell [1], line 1, column 5
      1 │ let for = 3
        │     ^^^
        ╰─ help: `for` is a word of the language: choose another name
      """#),
    Mistake(
      #"3 +* 4"#,
      #"""
      E012: expected a value, found `*`
        ╭─ Cell [1], line 1, column 4
      1 │ 3 +* 4
        │    ^
        ╰─ help: `+*`: two signs in a row need a value between them
      """#),
    Mistake(
      #"x."#,
      #"""
      E010: expected a member's name behind the dot, found the end of the input
        ╭─ Cell [1], line 1, column 3
      1 │ x.
        │   ^
        ╰─ help: as in `net.parameters` or `pair.0`
      """#),
    Mistake(
      #"f(,)"#,
      #"""
      E012: expected a value, found `,`
        ╭─ Cell [1], line 1, column 3
      1 │ f(,)
        │   ^
      """#),
    Mistake(
      #"[1,, 2]"#,
      #"""
      E012: expected a value, found `,`
        ╭─ Cell [1], line 1, column 4
      1 │ [1,, 2]
        │    ^
      """#),
    Mistake(
      #"}"#,
      #"""
      E010: this `}` closes nothing
        ╭─ Cell [1], line 1, column 1
      1 │ }
        │ ^
        ╰─ help: delete it, or open its partner before it
      """#),
    Mistake(
      #"x)"#,
      #"""
      E010: this `)` closes nothing
        ╭─ Cell [1], line 1, column 2
      1 │ x)
        │  ^
        ╰─ help: delete it, or open its partner before it
      """#),
    Mistake(
      #"else { }"#,
      #"""
      E018: `else` belongs behind the `}` of an `if`
        ╭─ Cell [1], line 1, column 1
      1 │ else { }
        │ ^^^^
      """#),
    Mistake(
      #"return 3"#,
      #"""
      E018: `return` only stands in the body of a function or closure
        ╭─ Cell [1], line 1, column 1
      1 │ return 3
        │ ^^^^^^
        ╰─ help: a cell shows the value of its last line by itself
      """#),
    Mistake(
      #"break"#,
      #"""
      E018: `break` only stands in the body of a `for` or `while` loop
        ╭─ Cell [1], line 1, column 1
      1 │ break
        │ ^^^^^
      """#),
  ]
}
