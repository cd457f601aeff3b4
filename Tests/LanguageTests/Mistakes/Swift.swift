extension Mistake {
  /// Swift that this language has no use for.
  static let swift: [Mistake] = [
    Mistake(
      #"let x: Int = 3"#,
      #"""
      E006: types are not written here
        ╭─ Cell [1], line 1, column 6
      1 │ let x: Int = 3
        │      ^^^^^
        ╰─ help: leave `: Int` out: the value's type is known without it
      """#),
    Mistake(
      #"let x: Int"#,
      #"""
      E010: expected `=` and a value, found the end of the input
        ╭─ Cell [1], line 1, column 11
      1 │ let x: Int
        │           ^
        ╰─ help: every name starts with a value: `let x = …`
      """#),
    Mistake(
      #"let x"#,
      #"""
      E010: expected `=` and a value, found the end of the input
        ╭─ Cell [1], line 1, column 6
      1 │ let x
        │      ^
        ╰─ help: every name starts with a value: `let x = …`
      """#),
    Mistake(
      #"func f(x: Double) -> Double { return x }"#,
      #"""
      E006: types are not written here
        ╭─ Cell [1], line 1, column 9
      1 │ func f(x: Double) -> Double { return x }
        │         ^^^^^^^^
        ╰─ help: leave `: Double` out: a parameter takes any value
      E006: types are not written here
        ╭─ Cell [1], line 1, column 19
      1 │ func f(x: Double) -> Double { return x }
        │                   ^^^^^^^^^
        ╰─ help: leave `-> Double` out: the result's type is known without it
      """#),
    Mistake(
      #"func f(x: [Double], y: Int = 3) -> [Double]? = x"#,
      #"""
      E006: types are not written here
        ╭─ Cell [1], line 1, column 9
      1 │ func f(x: [Double], y: Int = 3) -> [Double]? = x
        │         ^^^^^^^^^^
        ╰─ help: leave `: [Double]` out: a parameter takes any value
      E006: types are not written here
        ╭─ Cell [1], line 1, column 22
      1 │ func f(x: [Double], y: Int = 3) -> [Double]? = x
        │                      ^^^^^
        ╰─ help: leave `: Int` out: a parameter takes any value
      E006: types are not written here
        ╭─ Cell [1], line 1, column 33
      1 │ func f(x: [Double], y: Int = 3) -> [Double]? = x
        │                                 ^^^^^^^^^^^^
        ╰─ help: leave `-> [Double]?` out: the result's type is known without it
      """#),
    Mistake(
      #"if let y = x { print(y) }"#,
      #"""
      E006: `if let` unwraps nothing here
        ╭─ Cell [1], line 1, column 4
      1 │ if let y = x { print(y) }
        │    ^^^
        ╰─ help: compare with `nil`: `if x != nil { … }`
      """#),
    Mistake(
      #"guard x > 1 else { return }"#,
      #"""
      E006: `guard` is not a word of this language
        ╭─ Cell [1], line 1, column 1
      1 │ guard x > 1 else { return }
        │ ^^^^^
        ╰─ help: write `if … { return }`
      """#),
    Mistake(
      #"x?.y"#,
      #"""
      E006: `?` unwraps nothing here: a name holds its value, or `nil`
        ╭─ Cell [1], line 1, column 2
      1 │ x?.y
        │  ^
        ╰─ help: leave it out; a value in place of `nil` is written `x ?? 0`
      """#),
    Mistake(
      #"let y = x!"#,
      #"""
      E006: `!` unwraps nothing here: a name holds its value, or `nil`
        ╭─ Cell [1], line 1, column 10
      1 │ let y = x!
        │          ^
        ╰─ help: leave it out; a value in place of `nil` is written `x ?? 0`
      """#),
    Mistake(
      #"let y = .relu"#,
      #"""
      E012: expected a value, found `.`
        ╭─ Cell [1], line 1, column 9
      1 │ let y = .relu
        │         ^
        ╰─ help: write the whole name: `relu`
      """#),
    Mistake(
      #"let x = 1, y = 2"#,
      #"""
      E010: expected the end of the statement, found `,`
        ╭─ Cell [1], line 1, column 10
      1 │ let x = 1, y = 2
        │          ^
        ╰─ help: each name has its own `let`; several values are a tuple in parentheses
      """#),
    Mistake(
      #"xs.map { (x: Double) -> Double in x + 1 }"#,
      #"""
      E006: types are not written here
        ╭─ Cell [1], line 1, column 12
      1 │ xs.map { (x: Double) -> Double in x + 1 }
        │            ^^^^^^^^
        ╰─ help: leave `: Double` out: an argument takes any value
      E006: types are not written here
        ╭─ Cell [1], line 1, column 22
      1 │ xs.map { (x: Double) -> Double in x + 1 }
        │                      ^^^^^^^^^
        ╰─ help: leave `-> Double` out: the result's type is known without it
      """#),
    Mistake(
      #"xs.map { x, (y, z) in x }"#,
      #"""
      E015: a closure's argument is a plain name, found `(`
        ╭─ Cell [1], line 1, column 13
      1 │ xs.map { x, (y, z) in x }
        │             ^
        ╰─ help: a tuple is taken apart inside: `{ pair in let (a, b) = pair; … }`
      """#),
    Mistake(
      #"xs.map { x in $0 }"#,
      #"""
      E015: `$0` stands in a closure that names its arguments
        ╭─ Cell [1], line 1, column 15
      1 │ xs.map { x in $0 }
        │               ^^
        ╰─ help: use the names before `in`: they are `x`
      """#),
    Mistake(
      #"for x in xs.map { $0 + 1 } { print(x) }"#,
      #"""
      E010: a closure in the head of a statement stands in parentheses
        ╭─ Cell [1], line 1, column 17
      1 │ for x in xs.map { $0 + 1 } { print(x) }
        │                 ^
        ╰─ help: write `f({ … }) {`: here `{` opens the body
      """#),
    Mistake(
      #"struct Point { let x: Int }"#,
      #"""
      E006: `struct` is not a word of this language
        ╭─ Cell [1], line 1, column 1
      1 │ struct Point { let x: Int }
        │ ^^^^^^
        ╰─ help: there are no types to declare: a tuple `(name: value)` may serve
      """#),
    Mistake(
      #"switch x { case 1: print(1) }"#,
      #"""
      E006: `switch` is not a word of this language
        ╭─ Cell [1], line 1, column 1
      1 │ switch x { case 1: print(1) }
        │ ^^^^^^
        ╰─ help: write `if … { … } else if … { … } else { … }`
      """#),
  ]
}
