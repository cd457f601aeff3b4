extension Mistake {
  /// Texts with values in them as Python and Swift write them.
  static let formattedTexts = [
    Mistake(
      #"print(f"loss: {loss:.3f}")"#,
      #"""
      E006: a string has no `f` before it
        ╭─ Cell [1], line 1, column 7
      1 │ print(f"loss: {loss:.3f}")
        │       ^
        ╰─ help: write `"loss: \(loss, decimals: 3)"`
      """#),
    Mistake(
      "print(f'{x} and {y:.2e}')",
      #"""
      E006: a string has no `f` before it
        ╭─ Cell [1], line 1, column 7
      1 │ print(f'{x} and {y:.2e}')
        │       ^
        ╰─ help: write `"\(x) and \(y, digits: 2)"`
      """#),
    Mistake(
      #"print(f"{x!r}")"#,
      #"""
      E006: a string has no `f` before it
        ╭─ Cell [1], line 1, column 7
      1 │ print(f"{x!r}")
        │       ^
        ╰─ help: a value stands in `\(…)`: write `"x is \(x)"` for `f"x is {x}"`
      """#),
    Mistake(
      #""\(3, 2)""#,
      #"""
      E010: expected the `)` of `\(…)`, found `,`
        ╭─ Cell [1], line 1, column 5
      1 │ "\(3, 2)"
        │     ^
        ╰─ help: for a number of decimals write `\(3, decimals: 2)`
      """#),
    Mistake(
      #""\(x:.2f)""#,
      #"""
      E010: expected the `)` of `\(…)`, found `:`
        ╭─ Cell [1], line 1, column 5
      1 │ "\(x:.2f)"
        │     ^
        ╰─ help: for a number of decimals write `\(x, decimals: 2)`
      """#),
  ]
}
