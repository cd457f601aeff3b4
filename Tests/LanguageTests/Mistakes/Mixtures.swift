extension Mistake {
  /// Several mistakes at once, and mistakes far into a line.
  static let mixtures: [Mistake] = [
    Mistake(
      #"let my-var = 3"#,
      #"""
      E010: expected `=` and a value, found `-`
        ╭─ Cell [1], line 1, column 7
      1 │ let my-var = 3
        │       ^
        ╰─ help: a name has no `-`: write `my_var`
      """#),
    Mistake(
      #"a.sorted(by: >)"#,
      #"""
      E006: an operator is no function of its own here
        ╭─ Cell [1], line 1, column 14
      1 │ a.sorted(by: >)
        │              ^
        ╰─ help: write `{ a, b in a > b }`
      """#),
    Mistake(
      #"xs.reduce(0, +)"#,
      #"""
      E006: an operator is no function of its own here
        ╭─ Cell [1], line 1, column 14
      1 │ xs.reduce(0, +)
        │              ^
        ╰─ help: write `{ a, b in a + b }`
      """#),
    Mistake(
      #"x &&& 3"#,
      #"""
      E006: `&` is not a sign of this language
        ╭─ Cell [1], line 1, column 5
      1 │ x &&& 3
        │     ^
        ╰─ help: conditions are joined by `&&`; there are no operations on bits
      """#),
    Mistake(
      #"let f = { x, rate = 0.1 in x }"#,
      #"""
      E015: a closure's argument has no default
        ╭─ Cell [1], line 1, column 19
      1 │ let f = { x, rate = 0.1 in x }
        │                   ^^^^^
        ╰─ help: a function's may have one: `func name(x, rate = 0.1) = …`
      """#),
    Mistake(
      #"print(d["a", default: 0])"#,
      #"""
      E006: a key has no default in the brackets
        ╭─ Cell [1], line 1, column 14
      1 │ print(d["a", default: 0])
        │              ^^^^^^^^
        ╰─ help: write `d["a"] ?? 0`
      """#),
    Mistake(
      #"counts[word, default: 0] += 1"#,
      #"""
      E006: a key has no default in the brackets
        ╭─ Cell [1], line 1, column 14
      1 │ counts[word, default: 0] += 1
        │              ^^^^^^^^
        ╰─ help: write `counts[word] = (counts[word] ?? 0) + …`
      """#),
    Mistake(
      #"""
      xs
      -1
      """#,
      #"""
      W019 warning: this line begins a new statement
        ╭─ Cell [1], line 2, column 1
      2 │ -1
        │ ^ read as a sign, not as an operator
        ╰─ help: to continue the line above, put a space behind the `-`; otherwise end that line with `;`
      """#),
    Mistake(
      #"""
      let s = """
        σ \q
        """
      """#,
      #"""
      E004: `\q` has no meaning in a string
        ╭─ Cell [1], line 2, column 5
      2 │   σ \q
        │     ^^
        ╰─ help: for a backslash write `\\`; known are `\n`, `\t`, `\"`, `\u{…}` and `\(value)`
      """#),
    Mistake(
      #"""
      if x == 1 and y != 2:
          print("hi" + 'there')
      """#,
      #"""
      E006: `and` is not an operator of this language
        ╭─ Cell [1], line 1, column 11
      1 │ if x == 1 and y != 2:
        │           ^^^
        ╰─ help: write `&&`
      E006: a body does not start with `:`
        ╭─ Cell [1], line 1, column 21
      1 │ if x == 1 and y != 2:
        │                     ^
        ╰─ help: write `{` here and `}` behind the body
      E006: a string does not stand in single quotes
        ╭─ Cell [1], line 2, column 18
      2 │     print("hi" + 'there')
        │                  ^^^^^^^
        ╰─ help: write `"there"`
      """#),
    Mistake(
      #"let 学习率 = 2x + 学习率²"#,
      #"""
      E006: `2x` is neither a number nor a name
        ╭─ Cell [1], line 1, column 11
      1 │ let 学习率 = 2x + 学习率²
        │              ^^
        ╰─ help: for a product write `2 * x`; a name starts with a letter
      E006: a superscript is not a power here
        ╭─ Cell [1], line 1, column 19
      1 │ let 学习率 = 2x + 学习率²
        │                         ^
        ╰─ help: write `** 2`
      """#),
    Mistake(
      #"\#tif a { b c }"#,
      #"""
      E010: expected the end of the statement, found `c`
        ╭─ Cell [1], line 1, column 11
      1 │     if a { b c }
        │              ^
        ╰─ help: a product needs its sign: `b * c`, and a call its parentheses: `b(c)`
      """#),
    Mistake(
      #"""
      func net(x) {
        let h = relu(x @ w
        return h
      }
      """#,
      #"""
      E011: this `(` is never closed
        ╭─ Cell [1], line 2, column 15
      2 │   let h = relu(x @ w
        │               ^
        │                     - expected `)` here at the latest
        ╰─ help: close it with `)`
      """#),
    Mistake(
      #"train(net, on: data, epochs = 10"#,
      #"""
      E011: this `(` is never closed
        ╭─ Cell [1], line 1, column 6
      1 │ train(net, on: data, epochs = 10
        │      ^
        ╰─ help: close it with `)`
      E016: an argument's label ends with `:`, not with `=`
        ╭─ Cell [1], line 1, column 29
      1 │ train(net, on: data, epochs = 10
        │                             ^
        ╰─ help: write `epochs: 10`
      """#),
    Mistake(
      #"1.5f"#,
      #"""
      E006: `1.5f` is neither a number nor a name
        ╭─ Cell [1], line 1, column 1
      1 │ 1.5f
        │ ^^^^
        ╰─ help: a number has no suffix here: write `1.5`
      """#),
    Mistake(
      #"x = [1, 2, 3"#,
      #"""
      E011: this `[` is never closed
        ╭─ Cell [1], line 1, column 5
      1 │ x = [1, 2, 3
        │     ^
        ╰─ help: close it with `]`
      """#),
    Mistake(
      #"not x == 1 and True"#,
      #"""
      E006: `not` is not a word of this language
        ╭─ Cell [1], line 1, column 1
      1 │ not x == 1 and True
        │ ^^^
        ╰─ help: write `!(…)`
      E006: `and` is not an operator of this language
        ╭─ Cell [1], line 1, column 12
      1 │ not x == 1 and True
        │            ^^^
        ╰─ help: write `&&`
      E006: `True` is not a word of this language
        ╭─ Cell [1], line 1, column 16
      1 │ not x == 1 and True
        │                ^^^^
        ╰─ help: write `true`
      """#),
    Mistake(
      #"""
      let y = f(x
        + 1
      let z = 3
      """#,
      #"""
      E011: this `(` is never closed
        ╭─ Cell [1], line 1, column 10
      1 │ let y = f(x
        │          ^
      2 │   + 1
        │      - expected `)` here at the latest
        ╰─ help: close it with `)`
      """#),
    Mistake(
      #"x & y | ~z"#,
      #"""
      E006: `&` is not a sign of this language
        ╭─ Cell [1], line 1, column 3
      1 │ x & y | ~z
        │   ^
        ╰─ help: conditions are joined by `&&`; there are no operations on bits
      E006: `|` is not a sign of this language
        ╭─ Cell [1], line 1, column 7
      1 │ x & y | ~z
        │       ^
        ╰─ help: conditions are joined by `||`, layers by `>>`
      E006: `~` is not a sign of this language
        ╭─ Cell [1], line 1, column 9
      1 │ x & y | ~z
        │         ^
        ╰─ help: write `!`
      """#),
    Mistake(
      #"let a = {x: 1}"#,
      #"""
      E006: a dictionary does not stand in braces
        ╭─ Cell [1], line 1, column 9
      1 │ let a = {x: 1}
        │         ^
        ╰─ help: write `["key": value]`: in square brackets, and a word as a key in quotes
      """#),
    Mistake(
      #"match x { }"#,
      #"""
      E006: `match` is not a word of this language
        ╭─ Cell [1], line 1, column 1
      1 │ match x { }
        │ ^^^^^
        ╰─ help: write `if … { … } else if … { … } else { … }`
      """#),
    Mistake(
      #"y = 3 mod 2"#,
      #"""
      E006: `mod` is not an operator of this language
        ╭─ Cell [1], line 1, column 7
      1 │ y = 3 mod 2
        │       ^^^
        ╰─ help: write `%`
      """#),
    Mistake(
      #"a ± b"#,
      #"""
      E006: `±` is not a sign of this language
        ╭─ Cell [1], line 1, column 3
      1 │ a ± b
        │   ^
        ╰─ help: write the two values apart: `a + b` and `a - b`
      """#),
    Mistake(
      #"{ x -> x + 1 }"#,
      #"""
      E010: expected the end of the statement, found `->`
        ╭─ Cell [1], line 1, column 5
      1 │ { x -> x + 1 }
        │     ^^
        ╰─ help: a closure is written `{ x in … }`
      """#),
    Mistake(
      #"for i in 0..<10 print(i)"#,
      #"""
      E010: expected `{` and the loop's body, found `print`
        ╭─ Cell [1], line 1, column 17
      1 │ for i in 0..<10 print(i)
        │                 ^^^^^
        ╰─ help: a body stands in braces: `{ … }`
      """#),
    Mistake(
      #"let x = 3 print(x)"#,
      #"""
      E010: expected the end of the statement, found `print`
        ╭─ Cell [1], line 1, column 11
      1 │ let x = 3 print(x)
        │           ^^^^^
        ╰─ help: each statement stands on a line of its own, or ends with `;`
      """#),
    Mistake(
      #"""
      let ok = (a > 1
        and b > 2)
      """#,
      #"""
      E006: `and` is not an operator of this language
        ╭─ Cell [1], line 2, column 3
      2 │   and b > 2)
        │   ^^^
        ╰─ help: write `&&`
      """#),
    Mistake(
      #"""
      if x > 1 and
         y > 2 { z }
      """#,
      #"""
      E006: `and` is not an operator of this language
        ╭─ Cell [1], line 1, column 10
      1 │ if x > 1 and
        │          ^^^
        ╰─ help: write `&&`
      """#),
    Mistake(
      #"let loss = train(net, on data)"#,
      #"""
      E010: expected `,` or `)`, found `data`
        ╭─ Cell [1], line 1, column 26
      1 │ let loss = train(net, on data)
        │                          ^^^^ a `,` is missing before this, or a `:` behind the label `on`
      """#),
    Mistake(
      #"""
      for i in 0..<10 {
        print(i)
      """#,
      #"""
      E011: this `{` is never closed
        ╭─ Cell [1], line 1, column 17
      1 │ for i in 0..<10 {
        │                 ^
        ╰─ help: close it with `}`
      """#),
    Mistake(
      #"func f(x) -> x + 1"#,
      #"""
      E010: expected `=` and a value, or `{` and a body, found `->`
        ╭─ Cell [1], line 1, column 11
      1 │ func f(x) -> x + 1
        │           ^^
        ╰─ help: write `func f(x) = x + 1`, or `func f(x) { … }`
      """#),
    Mistake(
      #"check 1 + 1 = 2"#,
      #"""
      E010: expected the end of the statement, found `=`
        ╭─ Cell [1], line 1, column 13
      1 │ check 1 + 1 = 2
        │             ^
        ╰─ help: `==` compares
      """#),
    Mistake(
      #"xs.map(x in x + 1)"#,
      #"""
      E006: `in` does not ask whether something is in a list
        ╭─ Cell [1], line 1, column 10
      1 │ xs.map(x in x + 1)
        │          ^^
        ├─ help: write `xs.contains(x)`
        ╰─ help: a closure is written `{ x in … }`
      """#),
    Mistake(
      #"let learning-rate = 0.1"#,
      #"""
      E010: expected `=` and a value, found `-`
        ╭─ Cell [1], line 1, column 13
      1 │ let learning-rate = 0.1
        │             ^
        ╰─ help: a name has no `-`: write `learning_rate`
      """#),
    Mistake(
      #"for i in 0...10 step 2 { print(i) }"#,
      #"""
      E010: expected `{` and the loop's body, found `step`
        ╭─ Cell [1], line 1, column 17
      1 │ for i in 0...10 step 2 { print(i) }
        │                 ^^^^
        ╰─ help: write `for x in stride(from: 0, to: 10, by: 2) { … }`
      """#),
  ]
}
