extension WordPage {
  static let words: [WordPage] = [
    WordPage(
      "let", form: "let name = value",
      "Gives a value a name that keeps it. Another cell may declare the name anew. Several names stand in parentheses, and `_` for a value that needs none.",
      example: "let rate = 0.1\nlet (low, high) = (0, 2 * rate)"),
    WordPage(
      "var", form: "var name = value",
      "Gives a value a name that may get another one later, by `=`, `+=` and their like.",
      example: "var sum = 0\nfor n in 1...10 { sum += n }\nsum"),
    WordPage(
      "func", form: "func name(x, y = 1) = value, func name(x) { … }",
      "Declares a function: as one value behind `=`, or as statements in braces, which give a value by `return`. A parameter with `=` may be left out of a call; one with a word before its name is called by that word.",
      example: "func line(x, slope a = 1) = a * x\nline(2) + line(2, slope: 3)"),
    WordPage(
      "return", form: "return value",
      "Ends the function that it stands in, and gives its value.",
      example: "func sign(x) {\n  if x < 0 { return -1 }\n  return 1\n}\nsign(-3)"),
    WordPage(
      "if", "else", form: "if condition { … } else { … }",
      "Runs one of two blocks, or gives the value of one. `else if` asks further; without `else` it has no value.",
      example:
        "let x = 3\nlet size = if x < 2 { \"small\" } else if x < 5 { \"middling\" } else { \"large\" }\nsize"
    ),
    WordPage(
      "for", form: "for x in list { … }",
      "Runs a block for each element of a list, a range, a text, a dictionary or a tensor, in order. Pairs are taken apart by `(a, b)`.",
      example: "for (i, name) in [\"a\", \"b\"].enumerated() { print(i, name) }"),
    WordPage(
      "in", form: "for x in list { … }, { x, y in … }",
      "Stands between what a loop names and what it goes through, and behind the parameters of a closure. Whether something is in a list is asked by `contains`.",
      example: "[1, 2, 3].map { x in 2 * x }\n[1, 2, 3].contains(2)"),
    WordPage(
      "while", form: "while condition { … }",
      "Runs a block as long as a condition holds.",
      example: "var n = 1\nwhile n < 100 { n *= 2 }\nn"),
    WordPage(
      "break", form: "break", "Ends the innermost loop around it.",
      example: "for n in 1...100 {\n  if n * n > 50 { print(n); break }\n}"),
    WordPage(
      "continue", form: "continue", "Goes on with the next turn of the innermost loop around it.",
      example: "for n in 1...6 {\n  if n % 2 == 0 { continue }\n  print(n)\n}"),
    WordPage(
      "check", form: "check condition, \"what is claimed\"",
      "Claims that a condition holds: prints ✓ with both sides, or fails the cell with them. The words behind the comma may be left out.",
      example: "check allClose(0.1 + 0.2, 0.3), \"sums are right up to rounding\""),
    WordPage(
      "true", "false", form: "true, false",
      "The two answers to a question, as comparisons give them. `!` turns one into the other.",
      example: "let isSmall = 2 < 5\nisSmall && !false"),
    WordPage(
      "nil", form: "nil",
      "Stands where there is no value, as for a key that a dictionary does not have. `??` gives another value instead.",
      example: "let ages = [\"Ada\": 36]\nages[\"Emmy\"] == nil\nages[\"Emmy\"] ?? 0"),
  ]
}
