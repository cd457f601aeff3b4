extension Mistake {
  /// Signs, quotes and digits of Chinese and Japanese keyboards, and quotes of word processors.
  static let wideForms = [
    Mistake(
      "let x = 「你好」",
      """
      E006: a string stands in straight quotes
        ╭─ Cell [1], line 1, column 9
      1 │ let x = 「你好」
        │         ^^^^^^^^
        ╰─ help: write `"你好"`
      """),
    Mistake(
      "let xs = [1， 2]",
      """
      E006: `，` is not a sign of this language
        ╭─ Cell [1], line 1, column 12
      1 │ let xs = [1， 2]
        │            ^^
        ╰─ help: write `,`
      """),
    Mistake(
      "let x = 1；let y = 2",
      """
      E006: `；` is not a sign of this language
        ╭─ Cell [1], line 1, column 10
      1 │ let x = 1；let y = 2
        │          ^^
        ╰─ help: write `;`
      """),
    Mistake(
      "let x ＝ 3",
      """
      E006: `＝` is not a sign of this language
        ╭─ Cell [1], line 1, column 7
      1 │ let x ＝ 3
        │       ^^
        ╰─ help: write `=`
      """),
    Mistake(
      "a ＝＝ b",
      """
      E006: `＝＝` is not a sign of this language
        ╭─ Cell [1], line 1, column 3
      1 │ a ＝＝ b
        │   ^^^^
        ╰─ help: write `==`
      """),
    Mistake(
      "let w = 【1, 2】",
      """
      E006: `【` is not a sign of this language
        ╭─ Cell [1], line 1, column 9
      1 │ let w = 【1, 2】
        │         ^^
        ╰─ help: write `[`
      E006: `】` is not a sign of this language
        ╭─ Cell [1], line 1, column 14
      1 │ let w = 【1, 2】
        │               ^^
        ╰─ help: write `]`
      """),
    Mistake(
      "if x：{ }",
      """
      E006: `：` is not a sign of this language
        ╭─ Cell [1], line 1, column 5
      1 │ if x：{ }
        │     ^^
        ╰─ help: write `:`
      E006: a body does not start with `:`
        ╭─ Cell [1], line 1, column 5
      1 │ if x：{ }
        │     ^^
        ╰─ help: write `{` here and `}` behind the body
      """),
    Mistake(
      #"print("你好”)"#,
      """
      E002: this string is never closed
        ╭─ Cell [1], line 1, column 7
      1 │ print("你好”)
        │       ^^^^^^^
        ╰─ help: `”` does not close it: write `"`
      """),
    Mistake(
      "print（1）",
      """
      E006: `（` is not a sign of this language
        ╭─ Cell [1], line 1, column 6
      1 │ print（1）
        │      ^^
        ╰─ help: write `(`
      E006: `）` is not a sign of this language
        ╭─ Cell [1], line 1, column 8
      1 │ print（1）
        │         ^^
        ╰─ help: write `)`
      """),
    Mistake(
      "let x = ０.５",
      """
      E006: `０.５` is not written with the digits of this language
        ╭─ Cell [1], line 1, column 9
      1 │ let x = ０.５
        │         ^^^^^
        ╰─ help: write `0.5`
      """),
    Mistake(
      "let n = １２ + 1",
      """
      E006: `１２` is not written with the digits of this language
        ╭─ Cell [1], line 1, column 9
      1 │ let n = １２ + 1
        │         ^^^^
        ╰─ help: write `12`
      """),
    Mistake(
      "print(‘a’)",
      """
      E006: a string stands in straight quotes
        ╭─ Cell [1], line 1, column 7
      1 │ print(‘a’)
        │       ^^^
        ╰─ help: write `"a"`
      """),
    Mistake(
      "『a』",
      """
      E006: a string stands in straight quotes
        ╭─ Cell [1], line 1, column 1
      1 │ 『a』
        │ ^^^^^
        ╰─ help: write `"a"`
      """),
  ]
}
