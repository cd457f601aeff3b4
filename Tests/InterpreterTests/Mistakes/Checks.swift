extension Mistake {
  static let checks = [
    Mistake(
      "a comparison that fails",
      "check 1 + 1 == 3",
      """
      E050: the check failed
        ╭─ Cell [1], line 1, column 7
      1 │ check 1 + 1 == 3
        │       ^^^^^^^^^^ 2 == 3 is false
      """),
    Mistake(
      "a comparison that fails, with its claim",
      after: ["let accuracy1 = 0.91"],
      """
      check accuracy1 > 0.97, "the network is good"
      """,
      """
      E050: the check failed: the network is good
        ╭─ Cell [2], line 1, column 7
      1 │ check accuracy1 > 0.97, "the network is good"
        │       ^^^^^^^^^^^^^^^^ 0.91 > 0.97 is false
      """),
    Mistake(
      "a difference in the last digit",
      "check 0.1 + 0.2 == 0.3",
      """
      E050: the check failed
        ╭─ Cell [1], line 1, column 7
      1 │ check 0.1 + 0.2 == 0.3
        │       ^^^^^^^^^^^^^^^^ 0.30000000000000004 == 0.3 is false
        ╰─ help: floating point rounds: write `check allClose(0.1 + 0.2, 0.3)`
      """),
    Mistake(
      "a condition that fails",
      """
      check [1, 2].contains(3), "3 is there"
      """,
      """
      E050: the check failed: 3 is there
        ╭─ Cell [1], line 1, column 7
      1 │ check [1, 2].contains(3), "3 is there"
        │       ^^^^^^^^^^^^^^^^^^ this is false
      """),
    Mistake(
      "a check of a number",
      "check 1",
      """
      E040: a condition must be true or false, but this is an integer
        ╭─ Cell [1], line 1, column 7
      1 │ check 1
        │       ^
        ╰─ help: compare it with something, as in `x != 0`
      """),
    Mistake(
      "a check of a tensor",
      "check ones(2) == ones(2)",
      """
      E040: a tensor of shape [2] is neither true nor false
        ╭─ Cell [1], line 1, column 7
      1 │ check ones(2) == ones(2)
        │       ^^^^^^^^^^^^^^^^^^
        ╰─ help: reduce it with `all(…)` or `any(…)`
      """),
  ]
}
