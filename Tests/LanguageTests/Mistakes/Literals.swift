extension Mistake {
  /// Slips in numbers, strings and names.
  static let literals: [Mistake] = [
    Mistake(
      #"let s = "a\d""#,
      #"""
      E004: `\d` has no meaning in a string
        ╭─ Cell [1], line 1, column 11
      1 │ let s = "a\d"
        │           ^^
        ╰─ help: for a backslash write `\\`; known are `\n`, `\t`, `\"`, `\u{…}` and `\(value)`
      """#),
    Mistake(
      #"let s = "\u{zz}""#,
      #"""
      E004: `\u{zz}` names no Unicode character
        ╭─ Cell [1], line 1, column 10
      1 │ let s = "\u{zz}"
        │          ^^^^^^
        ╰─ help: write up to six hexadecimal digits in braces, as in `\u{3C3}` for σ
      """#),
    Mistake(
      #"99999999999999999999"#,
      #"""
      E005: `99999999999999999999` does not fit in a 64-bit integer
        ╭─ Cell [1], line 1, column 1
      1 │ 99999999999999999999
        │ ^^^^^^^^^^^^^^^^^^^^
        ╰─ help: write `99999999999999999999.0` for a floating-point number
      """#),
    Mistake(
      #"1e999"#,
      #"""
      E005: `1e999` is too large for a number
        ╭─ Cell [1], line 1, column 1
      1 │ 1e999
        │ ^^^^^
        ╰─ help: the largest number is about 1.8e308
      """#),
    Mistake(
      #"0x1G"#,
      #"""
      E005: `0x1G` is not a whole number
        ╭─ Cell [1], line 1, column 1
      1 │ 0x1G
        │ ^^^^
        ╰─ help: its digits are 0–9 and A–F, and it must fit in 64 bits
      """#),
    Mistake(
      #"$x"#,
      #"""
      E006: a name does not start with `$`
        ╭─ Cell [1], line 1, column 1
      1 │ $x
        │ ^^
        ╰─ help: write `x`; only a closure's arguments have a `$`, as in `{ $0 + 1 }`
      """#),
    Mistake(
      #"$0"#,
      #"""
      E020: `$0` stands outside of a closure
        ╭─ Cell [1], line 1, column 1
      1 │ $0
        │ ^^
        ╰─ help: `$0` is an argument of the closure around it, as in `{ $0 + 1 }`
      """#),
    Mistake(
      #"_ + 1"#,
      #"""
      E012: expected a value, found `_`
        ╭─ Cell [1], line 1, column 1
      1 │ _ + 1
        │ ^
        ╰─ help: `_` only stands where a name would be given: `let _ = …`
      """#),
    Mistake(
      #"let s = “hello”"#,
      #"""
      E006: a string stands in straight quotes
        ╭─ Cell [1], line 1, column 9
      1 │ let s = “hello”
        │         ^^^^^^^
        ╰─ help: write `"hello"`
      """#),
    Mistake(
      #"let x = 5 🎉🎉"#,
      #"""
      E001: `🎉` (U+1F389) has no meaning here
        ╭─ Cell [1], line 1, column 11
      1 │ let x = 5 🎉🎉
        │           ^^^^
        ╰─ help: strings stand in double quotes, comments behind `//`
      """#),
    Mistake(
      #"let x\#u{200B} = 5"#,
      #"""
      E001: an invisible character (U+200B) stands here
        ╭─ Cell [1], line 1, column 6
      1 │ let x· = 5
        │      ^
        ╰─ help: delete it: it may have come with a copied text
      """#),
  ]
}
