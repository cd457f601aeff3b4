extension Mistake {
  static let types = [
    Mistake(
      "a number and a text",
      """
      "loss: " + 0.5
      """,
      #"""
      E040: `+` does not work between a string and a number
        ╭─ Cell [1], line 1, column 1
      1 │ "loss: " + 0.5
        │ ^^^^^^^^^^^^^^
        ╰─ help: a value is put into a text with `\(…)`, as in "x = \(x)"
      """#),
    Mistake(
      "an array times a number",
      "[1, 2] * 2",
      """
      E040: `*` does not work between an array and an integer
        ╭─ Cell [1], line 1, column 1
      1 │ [1, 2] * 2
        │ ^^^^^^^^^^
        ╰─ help: arrays do no arithmetic: make a tensor of it with `tensor(…)`
      """),
    Mistake(
      "nil in arithmetic",
      after: [
        """
        let best = [:]["loss"]
        """
      ],
      "best + 1",
      """
      E040: `+` does not work between nil and an integer
        ╭─ Cell [2], line 1, column 1
      1 │ best + 1
        │ ^^^^^^^^
        ╰─ help: `x ?? 0` gives another value where `x` is nil
      """),
    Mistake(
      "an ordering between kinds",
      """
      "a" < 1
      """,
      """
      E040: `<` does not order a string and an integer
        ╭─ Cell [1], line 1, column 1
      1 │ "a" < 1
        │ ^^^^^^^
        ╰─ help: `double(text)` makes a number of a text
      """),
    Mistake(
      "minus a text",
      """
      -"a"
      """,
      """
      E040: `-` does not work on a string
        ╭─ Cell [1], line 1, column 1
      1 │ -"a"
        │ ^^^^
      """),
    Mistake(
      "a number as a condition",
      """
      if 1 { print("yes") }
      """,
      """
      E040: a condition must be true or false, but this is an integer
        ╭─ Cell [1], line 1, column 4
      1 │ if 1 { print("yes") }
        │    ^
        ╰─ help: compare it with something, as in `x != 0`
      """),
    Mistake(
      "a tensor as a condition",
      """
      if ones(2) > 0 { print("yes") }
      """,
      """
      E040: a tensor of shape [2] is neither true nor false
        ╭─ Cell [1], line 1, column 4
      1 │ if ones(2) > 0 { print("yes") }
        │    ^^^^^^^^^^^
        ╰─ help: reduce it with `all(…)` or `any(…)`
      """),
    Mistake(
      "a loop over a number",
      "for i in 5 { print(i) }",
      """
      E040: an integer has no elements
        ╭─ Cell [1], line 1, column 10
      1 │ for i in 5 { print(i) }
        │          ^
        ╰─ help: to count, write `0..<5`
      """),
    Mistake(
      "a loop that runs backwards",
      "for i in 5..<0 { print(i) }",
      """
      E055: the range 5..<0 runs backwards
        ╭─ Cell [1], line 1, column 10
      1 │ for i in 5..<0 { print(i) }
        │          ^^^^^
        ╰─ help: for a countdown write `(0..<n).reversed()`
      """),
    Mistake(
      "a loop over a range of fractions",
      "for x in 0.0..<1.0 { print(x) }",
      """
      E040: the range 0.0..<1.0 has no steps to go through
        ╭─ Cell [1], line 1, column 10
      1 │ for x in 0.0..<1.0 { print(x) }
        │          ^^^^^^^^^
        ╰─ help: `linspace(from, to, count)` gives evenly spaced numbers
      """),
    Mistake(
      "texts in a tensor",
      """
      tensor(["a", "b"])
      """,
      """
      E040: `tensor` takes a tensor or an array of numbers for `values`, but this is an array
        ╭─ Cell [1], line 1, column 8
      1 │ tensor(["a", "b"])
        │        ^^^^^^^^^^
        ╰─ help: a tensor holds numbers, but this is a string
      """),
    Mistake(
      "a value taken apart into too few names",
      "let (a, b) = (1, 2, 3)",
      """
      E040: 3 values do not match the 2 names before the `=`
        ╭─ Cell [1], line 1, column 5
      1 │ let (a, b) = (1, 2, 3)
        │     ^^^^^^
      """),
    Mistake(
      "a number taken apart",
      "let (a, b) = 5",
      """
      E040: an integer cannot be taken apart into 2 names
        ╭─ Cell [1], line 1, column 5
      1 │ let (a, b) = 5
        │     ^^^^^^
        ╰─ help: a tuple or an array with 2 elements can
      """),
    Mistake(
      "a value of a function that gives none",
      after: [
        """
        func hello() { print("hi") }
        """
      ],
      "let x = hello()",
      """
      E040: this has no value that a name could stand for
        ╭─ Cell [2], line 1, column 9
      1 │ let x = hello()
        │         ^^^^^^^
      """),
    Mistake(
      "a function for the plot that gives a text",
      """
      plot({ x in "a" }, on: 0...1)
      """,
      """
      E040: the function to plot must give a number, but it gave a string
        ╭─ Cell [1], line 1, column 1
      1 │ plot({ x in "a" }, on: 0...1)
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      """),
    Mistake(
      "a range of texts",
      """
      "a"..."c"
      """,
      """
      E040: a range goes from number to number, but one end is a string
        ╭─ Cell [1], line 1, column 1
      1 │ "a"..."c"
        │ ^^^^^^^^^
      """),
    Mistake(
      "a number that a text does not spell",
      """
      int("12a")
      """,
      """
      E055: "12a" does not spell an integer
        ╭─ Cell [1], line 1, column 1
      1 │ int("12a")
        │ ^^^^^^^^^^
      """),
  ]
}
