extension Mistake {
  /// Expressions as a student of Python writes them.
  static let pythonExpressions: [Mistake] = [
    Mistake(
      #"lambda x: x ** 2"#,
      #"""
      E006: `lambda` is not a word of this language
        ╭─ Cell [1], line 1, column 1
      1 │ lambda x: x ** 2
        │ ^^^^^^
        ╰─ help: write `{ x in x ** 2 }`
      """#),
    Mistake(
      #"let ys = xs.map(lambda x, y: x + y)"#,
      #"""
      E006: `lambda` is not a word of this language
        ╭─ Cell [1], line 1, column 17
      1 │ let ys = xs.map(lambda x, y: x + y)
        │                 ^^^^^^
        ╰─ help: write `{ x, y in x + y }`
      """#),
    Mistake(
      #"let y = a and not b or c"#,
      #"""
      E006: `and` is not an operator of this language
        ╭─ Cell [1], line 1, column 11
      1 │ let y = a and not b or c
        │           ^^^
        ╰─ help: write `&&`
      E006: `not` is not a word of this language
        ╭─ Cell [1], line 1, column 15
      1 │ let y = a and not b or c
        │               ^^^
        ╰─ help: write `!(…)`
      E006: `or` is not an operator of this language
        ╭─ Cell [1], line 1, column 21
      1 │ let y = a and not b or c
        │                     ^^
        ╰─ help: write `||`
      """#),
    Mistake(
      #"let flag = True"#,
      #"""
      E006: `True` is not a word of this language
        ╭─ Cell [1], line 1, column 12
      1 │ let flag = True
        │            ^^^^
        ╰─ help: write `true`
      """#),
    Mistake(
      #"let nothing = None"#,
      #"""
      E006: `None` is not a word of this language
        ╭─ Cell [1], line 1, column 15
      1 │ let nothing = None
        │               ^^^^
        ╰─ help: write `nil`
      """#),
    Mistake(
      #"let s = 'text'"#,
      #"""
      E006: a string does not stand in single quotes
        ╭─ Cell [1], line 1, column 9
      1 │ let s = 'text'
        │         ^^^^^^
        ╰─ help: write `"text"`
      """#),
    Mistake(
      #"print(f"x is {x}")"#,
      #"""
      E006: a string has no `f` before it
        ╭─ Cell [1], line 1, column 7
      1 │ print(f"x is {x}")
        │       ^
        ╰─ help: write `"x is \(x)"`
      """#),
    Mistake(
      #"let x = 7 // 2"#,
      #"""
      W007 warning: `//` starts a comment: nothing is divided here
        ╭─ Cell [1], line 1, column 11
      1 │ let x = 7 // 2
        │           ^^^^
        ╰─ help: a quotient rounded down is written `floor(a / 2)`, and any other `a / 2`
      """#),
    Mistake(
      #"let d = {"a": 1, "b": 2}"#,
      #"""
      E006: a dictionary does not stand in braces
        ╭─ Cell [1], line 1, column 9
      1 │ let d = {"a": 1, "b": 2}
        │         ^
        ╰─ help: write `["key": value]`: in square brackets, and a word as a key in quotes
      """#),
    Mistake(
      #"let s = {1, 2, 3}"#,
      #"""
      E006: a list does not stand in braces
        ╭─ Cell [1], line 1, column 9
      1 │ let s = {1, 2, 3}
        │         ^
        ╰─ help: write `[a, b]`
      """#),
    Mistake(
      #"let ys = [x ** 2 for x in xs]"#,
      #"""
      E006: a list is not built with `for`
        ╭─ Cell [1], line 1, column 18
      1 │ let ys = [x ** 2 for x in xs]
        │                  ^^^
        ╰─ help: write `xs.map { x in x ** 2 }`
      """#),
    Mistake(
      #"let ys = [x for x in range(10) if x > 2]"#,
      #"""
      E006: a list is not built with `for`
        ╭─ Cell [1], line 1, column 13
      1 │ let ys = [x for x in range(10) if x > 2]
        │             ^^^
        ╰─ help: write `range(10).filter { x in … }.map { x in x }`
      """#),
    Mistake(
      #"let y = 1 if x > 0 else -1"#,
      #"""
      E006: a choice between two values does not start with the first
        ╭─ Cell [1], line 1, column 11
      1 │ let y = 1 if x > 0 else -1
        │           ^^
        ╰─ help: write `x > 0 ? 1 : -1`
      """#),
    Mistake(
      #"x = y[1:3]"#,
      #"""
      E006: a slice is not written with `:`
        ╭─ Cell [1], line 1, column 8
      1 │ x = y[1:3]
        │        ^
        ╰─ help: write `1..<3`
      """#),
    Mistake(
      #"x = y[:, 0]"#,
      #"""
      E006: a slice is not written with `:`
        ╭─ Cell [1], line 1, column 7
      1 │ x = y[:, 0]
        │       ^
        ╰─ help: write `...`
      """#),
    Mistake(
      #"x = y[::2]"#,
      #"""
      E006: a slice is not written with `:`
        ╭─ Cell [1], line 1, column 7
      1 │ x = y[::2]
        │       ^
        ╰─ help: a slice takes every element; the others are left out by `filter`
      """#),
    Mistake(
      #"plot(xs, color="red")"#,
      #"""
      E016: an argument's label ends with `:`, not with `=`
        ╭─ Cell [1], line 1, column 15
      1 │ plot(xs, color="red")
        │               ^
        ╰─ help: write `color: "red"`
      """#),
    Mistake(
      #"print(1, end="")"#,
      #"""
      E016: an argument's label ends with `:`, not with `=`
        ╭─ Cell [1], line 1, column 13
      1 │ print(1, end="")
        │             ^
        ╰─ help: write `terminator: ""`
      """#),
    Mistake(
      #"f(*args)"#,
      #"""
      E012: expected a value, found `*`
        ╭─ Cell [1], line 1, column 3
      1 │ f(*args)
        │   ^
        ╰─ help: an array is passed as it is, without `*`
      """#),
    Mistake(
      #"f(**options)"#,
      #"""
      E012: expected a value, found `**`
        ╭─ Cell [1], line 1, column 3
      1 │ f(**options)
        │   ^^
        ╰─ help: an array is passed as it is, without `**`
      """#),
    Mistake(
      #"a, b = b, a"#,
      #"""
      E010: expected the end of the statement, found `,`
        ╭─ Cell [1], line 1, column 2
      1 │ a, b = b, a
        │  ^
        ╰─ help: new names are given together by `let (a, b) = …`, existing ones by `(a, b) = …`
      """#),
    Mistake(
      #"let a, b = 1, 2"#,
      #"""
      E010: expected `=` and a value, found `,`
        ╭─ Cell [1], line 1, column 6
      1 │ let a, b = 1, 2
        │      ^
        ╰─ help: several names stand in parentheses: `let (a, b) = …`
      """#),
    Mistake(
      #"x is not None"#,
      #"""
      E006: `is not` is not an operator of this language
        ╭─ Cell [1], line 1, column 3
      1 │ x is not None
        │   ^^^^^^
        ╰─ help: write `!=`
      E006: `None` is not a word of this language
        ╭─ Cell [1], line 1, column 10
      1 │ x is not None
        │          ^^^^
        ╰─ help: write `nil`
      """#),
    Mistake(
      #"check x in xs"#,
      #"""
      E006: `in` does not ask whether something is in a list
        ╭─ Cell [1], line 1, column 9
      1 │ check x in xs
        │         ^^
        ╰─ help: write `xs.contains(x)`
      """#),
    Mistake(
      #"x //= 2"#,
      #"""
      W007 warning: `//` starts a comment: nothing is divided here
        ╭─ Cell [1], line 1, column 3
      1 │ x //= 2
        │   ^^^^^
        ╰─ help: a quotient rounded down is written `floor(a / 2)`, and any other `a / 2`
      """#),
    Mistake(
      #"x %= 2"#,
      #"""
      E006: `%=` is not a sign of this language
        ╭─ Cell [1], line 1, column 3
      1 │ x %= 2
        │   ^^
        ╰─ help: write `x = x % …`
      """#),
    Mistake(
      #"a <> b"#,
      #"""
      E006: `<>` is not a sign of this language
        ╭─ Cell [1], line 1, column 3
      1 │ a <> b
        │   ^^
        ╰─ help: write `!=`
      """#),
    Mistake(
      #"x := 3"#,
      #"""
      E006: `:=` is not a sign of this language
        ╭─ Cell [1], line 1, column 3
      1 │ x := 3
        │   ^^
        ╰─ help: write `let x = …` for a new name, `x = …` for one that exists
      """#),
  ]
}
