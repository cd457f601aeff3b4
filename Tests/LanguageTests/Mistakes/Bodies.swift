extension Mistake {
  /// Slips in functions, loops and closures.
  static let bodies: [Mistake] = [
    Mistake(
      #"func f(x)"#,
      #"""
      E010: expected `=` and a value, or `{` and a body, found the end of the input
        ╭─ Cell [1], line 1, column 10
      1 │ func f(x)
        │          ^
      """#),
    Mistake(
      #"func f x = 3"#,
      #"""
      E010: expected `(` and the function's parameters, found `x`
        ╭─ Cell [1], line 1, column 8
      1 │ func f x = 3
        │        ^
        ╰─ help: write `func f(x) = …`
      """#),
    Mistake(
      #"func (x) = 3"#,
      #"""
      E010: expected the function's name, found `(`
        ╭─ Cell [1], line 1, column 6
      1 │ func (x) = 3
        │      ^
        ╰─ help: write `func name(x) = …`; a function without a name is a closure: `{ x in … }`
      """#),
    Mistake(
      #"func f(2) = 3"#,
      #"""
      E015: expected a parameter's name, found `2`
        ╭─ Cell [1], line 1, column 8
      1 │ func f(2) = 3
        │        ^
        ╰─ help: parameters are plain names, as in `func f(x, scale = 1) = …`
      """#),
    Mistake(
      #"func f(x) => x"#,
      #"""
      E010: expected `=` and a value, or `{` and a body, found `=>`
        ╭─ Cell [1], line 1, column 11
      1 │ func f(x) => x
        │           ^^
        ╰─ help: write `func f(x) = x + 1`, or `func f(x) { … }`
      """#),
    Mistake(
      #"func f(x) = return x"#,
      #"""
      E006: `=` is followed by the value itself
        ╭─ Cell [1], line 1, column 13
      1 │ func f(x) = return x
        │             ^^^^^^
        ╰─ help: leave `return` out
      """#),
    Mistake(
      #"""
      func f(x):
          return x
      """#,
      #"""
      E006: a body does not start with `:`
        ╭─ Cell [1], line 1, column 10
      1 │ func f(x):
        │          ^
        ╰─ help: write `{` here and `}` behind the body
      """#),
    Mistake(
      #"func f(*xs) = 1"#,
      #"""
      E015: a function takes a fixed number of arguments, found `*`
        ╭─ Cell [1], line 1, column 8
      1 │ func f(*xs) = 1
        │        ^
        ╰─ help: take an array: `func f(xs) = …`, called as `f([1, 2])`
      """#),
    Mistake(
      #"for i in 10... { }"#,
      #"""
      E012: expected the end of the range, found `{`
        ╭─ Cell [1], line 1, column 16
      1 │ for i in 10... { }
        │                ^
        ╰─ help: only an index may leave it out, as in `x[1...]`
      """#),
    Mistake(
      #"for i = 1 to 10 { }"#,
      #"""
      E010: expected `in` and what to go through, found `=`
        ╭─ Cell [1], line 1, column 7
      1 │ for i = 1 to 10 { }
        │       ^
        ╰─ help: write `for i in 0..<10 { … }`
      """#),
    Mistake(
      #"while x < 3 do x += 1"#,
      #"""
      E006: `do` is not a word of this language
        ╭─ Cell [1], line 1, column 13
      1 │ while x < 3 do x += 1
        │             ^^
        ╰─ help: write `{` here and `}` behind the body
      """#),
    Mistake(
      #"if { }"#,
      #"""
      E012: expected a condition or a sequence before the body, found `{`
        ╭─ Cell [1], line 1, column 4
      1 │ if { }
        │    ^
      """#),
    Mistake(
      #"{ x, y"#,
      #"""
      E015: expected `in`, found the end of the input
        ╭─ Cell [1], line 1, column 7
      1 │ { x, y
        │ - still open
        │       ^
        ╰─ help: a closure's arguments are plain names with commas between them, as in `{ x, y in … }`
      """#),
    Mistake(
      #"x..<"#,
      #"""
      E012: expected the end of the range, found the end of the input
        ╭─ Cell [1], line 1, column 5
      1 │ x..<
        │     ^
        ╰─ help: only an index may leave it out, as in `x[1...]`
      """#),
    Mistake(
      #"if x { y } else if { z }"#,
      #"""
      E012: expected a condition or a sequence before the body, found `{`
        ╭─ Cell [1], line 1, column 20
      1 │ if x { y } else if { z }
        │                    ^
      """#),
    Mistake(
      #"check(x == 1, "claim") 2"#,
      #"""
      E010: expected the end of the statement, found `2`
        ╭─ Cell [1], line 1, column 24
      1 │ check(x == 1, "claim") 2
        │                        ^
        ╰─ help: each statement stands on a line of its own, or ends with `;`
      """#),
  ]
}
