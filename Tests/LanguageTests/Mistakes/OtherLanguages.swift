extension Mistake {
  /// Habits of C, JavaScript and others.
  static let otherLanguages: [Mistake] = [
    Mistake(
      #"x++"#,
      #"""
      E006: `++` is not a sign of this language
        ╭─ Cell [1], line 1, column 2
      1 │ x++
        │  ^^
        ╰─ help: write `x += 1`
      """#),
    Mistake(
      #"++x"#,
      #"""
      E006: nothing is counted up with `++`
        ╭─ Cell [1], line 1, column 1
      1 │ ++x
        │ ^^
        ╰─ help: write `x += 1`
      """#),
    Mistake(
      #"a === b"#,
      #"""
      E006: `===` is not a sign of this language
        ╭─ Cell [1], line 1, column 3
      1 │ a === b
        │   ^^^
        ╰─ help: write `==`
      """#),
    Mistake(
      #"const x = 5"#,
      #"""
      E006: `const` is not a word of this language
        ╭─ Cell [1], line 1, column 1
      1 │ const x = 5
        │ ^^^^^
        ╰─ help: write `let name = …`
      """#),
    Mistake(
      #"int x = 5"#,
      #"""
      E010: expected the end of the statement, found `x`
        ╭─ Cell [1], line 1, column 5
      1 │ int x = 5
        │     ^
        ╰─ help: a new name is given by `let x = …`, without a type
      """#),
    Mistake(
      #"for (int i = 0; i < 10; i++) { print(i) }"#,
      #"""
      E006: a loop does not count by itself
        ╭─ Cell [1], line 1, column 5
      1 │ for (int i = 0; i < 10; i++) { print(i) }
        │     ^^^^^^^^^^^^^^^^^^^^^^^^
        ╰─ help: it goes through a range: `for i in 0..<10 { … }`
      """#),
    Mistake(
      #"xs.map(x => x + 1)"#,
      #"""
      E010: expected `,` or `)`, found `=>`
        ╭─ Cell [1], line 1, column 10
      1 │ xs.map(x => x + 1)
        │          ^^
        ├─ help: a closure is written `{ x in … }`
        ╰─ help: for “at least” write `>=`
      """#),
    Mistake(
      #"let f = func(x) { x }"#,
      #"""
      E012: expected a value, found `func`
        ╭─ Cell [1], line 1, column 9
      1 │ let f = func(x) { x }
        │         ^^^^
        ╰─ help: a function without a name is a closure: `{ x in … }`
      """#),
    Mistake(
      #"function f(x) { return x }"#,
      #"""
      E006: `function` is not a word of this language
        ╭─ Cell [1], line 1, column 1
      1 │ function f(x) { return x }
        │ ^^^^^^^^
        ╰─ help: write `func name(x) = …`
      """#),
    Mistake(
      #"if (x == 1) print(x)"#,
      #"""
      E010: expected `{` and what to do if the condition holds, found `print`
        ╭─ Cell [1], line 1, column 13
      1 │ if (x == 1) print(x)
        │             ^^^^^
        ╰─ help: a body stands in braces: `{ … }`
      """#),
    Mistake(
      #"if (x == 1) then y = 2"#,
      #"""
      E006: `then` is not a word of this language
        ╭─ Cell [1], line 1, column 13
      1 │ if (x == 1) then y = 2
        │             ^^^^
        ╰─ help: write `{` here and `}` behind the body
      """#),
    Mistake(
      #"if x = 1 { y = 2 }"#,
      #"""
      E006: `=` gives a value, it does not compare
        ╭─ Cell [1], line 1, column 6
      1 │ if x = 1 { y = 2 }
        │      ^
        ╰─ help: write `==`
      """#),
    Mistake(
      #"if x == 1 { 2 } else 3"#,
      #"""
      E010: expected `{` and what to do if the condition does not hold, found `3`
        ╭─ Cell [1], line 1, column 22
      1 │ if x == 1 { 2 } else 3
        │                      ^
        ╰─ help: a body stands in braces: `{ … }`
      """#),
    Mistake(
      #"new Linear(2, 3)"#,
      #"""
      E006: `new` is not a word of this language
        ╭─ Cell [1], line 1, column 1
      1 │ new Linear(2, 3)
        │ ^^^
        ╰─ help: write `Linear(…)`
      """#),
    Mistake(
      #"let s = `abc`"#,
      #"""
      E006: a backtick is not a sign of this language
        ╭─ Cell [1], line 1, column 9
      1 │ let s = `abc`
        │         ^
        ╰─ help: names are written as they are, without backticks
      E006: a backtick is not a sign of this language
        ╭─ Cell [1], line 1, column 13
      1 │ let s = `abc`
        │             ^
        ╰─ help: names are written as they are, without backticks
      """#),
  ]
}
