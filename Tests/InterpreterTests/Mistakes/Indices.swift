extension Mistake {
  static let indices = [
    Mistake(
      "an index behind the end",
      "[1, 2, 3][3]",
      """
      E042: there is no element 3 in the array
        ╭─ Cell [1], line 1, column 1
      1 │ [1, 2, 3][3]
        │ ^^^^^^^^^^^^
        ╰─ help: valid are 0 to 2, and -1 to -3 from the end
      """),
    Mistake(
      "a negative index before the start",
      "[1, 2, 3][-4]",
      """
      E042: there is no element -4 in the array
        ╭─ Cell [1], line 1, column 1
      1 │ [1, 2, 3][-4]
        │ ^^^^^^^^^^^^^
        ╰─ help: valid are 0 to 2, and -1 to -3 from the end
      """),
    Mistake(
      "an index into nothing",
      "[][0]",
      """
      E042: there is no element 0 in the array
        ╭─ Cell [1], line 1, column 1
      1 │ [][0]
        │ ^^^^^
        ╰─ help: it is empty
      """),
    Mistake(
      "a fraction as an index",
      "[1, 2][0.5]",
      """
      E040: an index into an array is an integer or a range, but this is a number
        ╭─ Cell [1], line 1, column 1
      1 │ [1, 2][0.5]
        │ ^^^^^^^^^^^
      """),
    Mistake(
      "a slice that does not lie within",
      "[1, 2, 3][1...5]",
      """
      E042: the slice 1...5 does not lie within the array
        ╭─ Cell [1], line 1, column 1
      1 │ [1, 2, 3][1...5]
        │ ^^^^^^^^^^^^^^^^
        ╰─ help: it has 3 elements
      """),
    Mistake(
      "two indices into an array",
      "[[1, 2], [3, 4]][0, 1]",
      """
      E042: an array takes one index, but 2 are given
        ╭─ Cell [1], line 1, column 1
      1 │ [[1, 2], [3, 4]][0, 1]
        │ ^^^^^^^^^^^^^^^^^^^^^^
        ╰─ help: `tensor(…)` makes a tensor, which takes an index for each axis
      """),
    Mistake(
      "too many indices into a tensor",
      "ones(3)[1, 2]",
      """
      E042: 2 indices are too many for a tensor of shape [3], which has 1 axes
        ╭─ Cell [1], line 1, column 1
      1 │ ones(3)[1, 2]
        │ ^^^^^^^^^^^^^
      """),
    Mistake(
      "a position behind the end of a tensor",
      "ones(2, 3)[0, 3]",
      """
      E042: position 3 is out of range: axis 1 of shape [2, 3] has positions 0 to 2, or -1 to -3 from the end
        ╭─ Cell [1], line 1, column 1
      1 │ ones(2, 3)[0, 3]
        │ ^^^^^^^^^^^^^^^^
      """),
    Mistake(
      "a tensor as an index",
      "ones(3)[tensor([0, 1])]",
      """
      E040: a tensor cannot be indexed with a tensor of shape [2]
        ╭─ Cell [1], line 1, column 1
      1 │ ones(3)[tensor([0, 1])]
        │ ^^^^^^^^^^^^^^^^^^^^^^^
        ╰─ help: `x.gather(rows)` picks rows, `where(condition, a, b)` picks by a condition
      """),
    Mistake(
      "an index into a number",
      after: ["let n = 5"],
      "n[0]",
      """
      E040: an integer has no elements to pick with an index
        ╭─ Cell [2], line 1, column 1
      1 │ n[0]
        │ ^^^^
      """),
    Mistake(
      "an assignment behind the end",
      after: ["var xs = [1, 2]"],
      "xs[2] = 3",
      """
      E042: there is no element 2 in the array
        ╭─ Cell [2], line 1, column 1
      1 │ xs[2] = 3
        │ ^^^^^
        ╰─ help: valid are 0 to 1, and -1 to -2 from the end
      """),
    Mistake(
      "an assignment into a text",
      after: [
        """
        var word = "abc"
        """
      ],
      """
      word[0] = "x"
      """,
      """
      E014: the elements of a string cannot be changed
        ╭─ Cell [2], line 1, column 1
      1 │ word[0] = "x"
        │ ^^^^^^^
      """),
    Mistake(
      "an assignment into a constant",
      after: ["let xs = [1, 2]"],
      "xs[0] = 3",
      """
      E021: `xs` is a constant
        ╭─ Cell [2], line 1, column 1
      1 │ xs[0] = 3
        │ ^^ cannot be changed
        ╰─ help: declare it with `var` to change it later, or write `let xs = …` in a cell to replace it
      """),
    Mistake(
      "a removal from nothing",
      after: ["var xs = []"],
      "xs.removeLast()",
      """
      E042: an empty array has no last element to remove
        ╭─ Cell [2], line 1, column 1
      1 │ xs.removeLast()
        │ ^^^^^^^^^^^^^^^
      """),
    Mistake(
      "an insertion behind the end",
      after: ["var xs = [1]"],
      "xs.insert(5, at: 3)",
      """
      E042: there is no position 3 in an array of 1 element
        ╭─ Cell [2], line 1, column 1
      1 │ xs.insert(5, at: 3)
        │ ^^^^^^^^^^^^^^^^^^^
      """),
  ]
}
