extension Mistake {
  /// Functions, lists and matrices that `plot` and `scatter` are given in a form that is not theirs.
  static let plots = [
    Mistake(
      "a function's range without its label",
      "plot(sin, 0...6)",
      """
      E030: to plot a function give the range of x
        ╭─ Cell [1], line 1, column 11
      1 │ plot(sin, 0...6)
        │           ^^^^^
        ╰─ help: write `plot(sin, on: 0...6)`
      """),
    Mistake(
      "two functions without a range",
      "plot(sin, cos)",
      """
      E030: to plot a function give the range of x
        ╭─ Cell [1], line 1, column 11
      1 │ plot(sin, cos)
        │           ^^^
        ╰─ help: write `plot(sin, cos, on: 0...1)`
      """),
    Mistake(
      "a list of functions without a range",
      "plot([sin, { x in x }])",
      """
      E030: to plot a function give the range of x
        ╭─ Cell [1], line 1, column 6
      1 │ plot([sin, { x in x }])
        │      ^^^^^^^^^^^^^^^^^
        ╰─ help: write `plot([sin, f], on: 0...1)`
      """),
    Mistake(
      "a function before the numbers that it is to be drawn over",
      "plot(sin, [1, 2])",
      """
      E030: to plot a function give the range of x
        ╭─ Cell [1], line 1, column 11
      1 │ plot(sin, [1, 2])
        │           ^^^^^^
        ╰─ help: write `plot(xs, sin)`
      """),
    Mistake(
      "a function and a number in one list",
      "plot([sin, 1], on: 0...1)",
      """
      E040: `plot` draws a list of numbers or a list of functions, but this list holds a function and an integer
        ╭─ Cell [1], line 1, column 1
      1 │ plot([sin, 1], on: 0...1)
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^
        ╰─ help: a dictionary names what is drawn together: `plot(["f": f, "g": g], on: 0...1)`
      """),
    Mistake(
      "a range for a list of numbers",
      "plot([1, 2], on: 0...1)",
      """
      E030: `on` is the range of x for functions, but there are lists of numbers to plot
        ╭─ Cell [1], line 1, column 18
      1 │ plot([1, 2], on: 0...1)
        │                  ^^^^^
        ╰─ help: lists are plotted by `plot(ys)` or `plot(xs, ys)`
      """),
    Mistake(
      "a tensor of three axes to plot",
      "plot(ones(2, 2, 2))",
      """
      E041: a list of numbers or a matrix is needed here, but this tensor has shape [2, 2, 2]
        ╭─ Cell [1], line 1, column 1
      1 │ plot(ones(2, 2, 2))
        │ ^^^^^^^^^^^^^^^^^^^
        ╰─ help: a part of it is taken by an index, as in `x[0]`
      """),
    Mistake(
      "a matrix of too many columns to plot",
      "plot(ones(3, 60))",
      """
      E057: `plot` draws a line for each column of a matrix, up to 50, but this one has 60
        ╭─ Cell [1], line 1, column 1
      1 │ plot(ones(3, 60))
        │ ^^^^^^^^^^^^^^^^^
        ╰─ help: `heatmap` draws a matrix as a field of colours
      """),
    Mistake(
      "a matrix for the places of points",
      "scatter(eye(3))",
      """
      E041: `scatter` takes a list of numbers for `x`, but this tensor has shape [3, 3]
        ╭─ Cell [1], line 1, column 9
      1 │ scatter(eye(3))
        │         ^^^^^^
        ╰─ help: two columns are drawn by `scatter(x[..., 0], x[..., 1])`
      """),
  ]
}
