extension Mistake {
  static let limits = [
    Mistake(
      "a text filled up too far",
      """
      "a".padded(10 ** 12)
      """,
      """
      E057: `width` of `padded` must be at most 10000, but it is 1000000000000
        ╭─ Cell [1], line 1, column 12
      1 │ "a".padded(10 ** 12)
        │            ^^^^^^^^
      """),
    Mistake(
      "a range too long to be listed",
      "(0..<10 ** 12).map { $0 }",
      """
      E057: a list of 1000000000000 numbers is too long
        ╭─ Cell [1], line 1, column 1
      1 │ (0..<10 ** 12).map { $0 }
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^
      """),
    Mistake(
      "a range too long to be counted",
      "(-9223372036854775807..<9223372036854775807).count",
      """
      E057: the range -9223372036854775807..<9223372036854775807 has more numbers than can be counted
        ╭─ Cell [1], line 1, column 46
      1 │ (-9223372036854775807..<9223372036854775807).count
        │                                              ^^^^^
      """),
    Mistake(
      "a tensor of a range too long to be listed",
      "tensor(0..<10 ** 12)",
      """
      E057: a list of 1000000000000 numbers is too long
        ╭─ Cell [1], line 1, column 1
      1 │ tensor(0..<10 ** 12)
        │ ^^^^^^^^^^^^^^^^^^^^
      """),
    Mistake(
      "a stride of too many steps",
      "stride(from: 0, to: 10 ** 12, by: 1)",
      """
      E057: a stride from 0.0 to 1000000000000.0 by 1.0 has too many steps
        ╭─ Cell [1], line 1, column 1
      1 │ stride(from: 0, to: 10 ** 12, by: 1)
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      """),
    Mistake(
      "a permutation too long to be listed",
      "permutation(10 ** 12)",
      """
      E057: `n` of `permutation` must be at most 67108864, but it is 1000000000000
        ╭─ Cell [1], line 1, column 13
      1 │ permutation(10 ** 12)
        │             ^^^^^^^^
      """),
    Mistake(
      "a text doubled without an end",
      """
      var s = "ab"
      for _ in 0..<60 { s = s + s }
      """,
      """
      E057: this text grows too long
        ╭─ Cell [1], line 2, column 23
      2 │ for _ in 0..<60 { s = s + s }
        │                       ^^^^^
      """),
    Mistake(
      "arrays nested too deeply for a tensor",
      """
      var xs = [1]
      for _ in 0..<50 { xs = [xs] }
      tensor(xs)
      """,
      """
      E057: a tensor has at most 16 axes, but these arrays are nested deeper
        ╭─ Cell [1], line 3, column 1
      3 │ tensor(xs)
        │ ^^^^^^^^^^
      """),
    Mistake(
      "blocks nested too deeply",
      """
      var net = Linear(2, 2)
      for _ in 0..<200 { net = Residual(net) }
      """,
      """
      E057: blocks inside of blocks go at most 100 deep
        ╭─ Cell [1], line 2, column 26
      2 │ for _ in 0..<200 { net = Residual(net) }
        │                          ^^^^^^^^^^^^^
      """),
    Mistake(
      "a text doubled inside of another without an end",
      #"""
      var s = "ab"
      for _ in 0..<60 { s = "\(s)\(s)" }
      """#,
      #"""
      E057: this text grows too long
        ╭─ Cell [1], line 2, column 30
      2 │ for _ in 0..<60 { s = "\(s)\(s)" }
        │                              ^
      """#),
    Mistake(
      "texts joined without an end",
      """
      var s = "ab"
      for _ in 0..<20 { s = [s, s, s, s].joined(separator: s) }
      """,
      """
      E057: this text grows too long
        ╭─ Cell [1], line 2, column 23
      2 │ for _ in 0..<20 { s = [s, s, s, s].joined(separator: s) }
        │                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      """),
    Mistake(
      "a loop over far too many rows",
      "for x in zeros(10 ** 7) { print(x) }",
      """
      E057: a tensor of 10000000 rows is too long to go through one by one
        ╭─ Cell [1], line 1, column 10
      1 │ for x in zeros(10 ** 7) { print(x) }
        │          ^^^^^^^^^^^^^^
        ╰─ help: operations on tensors, such as `sum(x, axis: 0)`, take all rows at once
      """),
  ]
}
