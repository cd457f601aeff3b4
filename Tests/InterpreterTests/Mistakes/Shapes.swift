extension Mistake {
  static let shapes = [
    Mistake(
      "a matrix product that does not fit",
      "ones(2, 3) @ ones(2, 3)",
      """
      E041: shapes [2, 3] and [2, 3] do not fit for `@`: the inner lengths are 3 and 2
        ╭─ Cell [1], line 1, column 14
      1 │ ones(2, 3) @ ones(2, 3)
        │ ---------- shape [2, 3]
        │              ^^^^^^^^^^ shape [2, 3]
        ╰─ help: did you mean `ones(2, 3) @ ones(2, 3).T`?
      """),
    Mistake(
      "matrices that differ in number, found as the cell runs",
      "let m = [ones(2, 3, 4), ones(3, 4, 5)].map { $0 }\nm[0] @ m[1]",
      """
      E041: shapes [2, 3, 4] and [3, 4, 5] do not fit for `@`: there are 2 matrices against 3 in axis -3
        ╭─ Cell [1], line 2, column 1
      2 │ m[0] @ m[1]
        │ ^^^^^^^^^^^
        ╰─ help: before the last two axes, aligned at the right, two lengths must be equal or one of them 1
      """),
    Mistake(
      "a sum that does not fit",
      "ones(2) + ones(3)",
      """
      E041: shapes [2] and [3] do not fit for `+`: 2 against 3 in axis -1
        ╭─ Cell [1], line 1, column 11
      1 │ ones(2) + ones(3)
        │ ------- shape [2]
        │           ^^^^^^^ shape [3]
        ╰─ help: aligned at the right, two lengths must be equal or one of them 1
      """),
    Mistake(
      "layers that do not fit",
      "Linear(2, 16) >> Linear(32, 1)",
      """
      E041: `Linear(32, 1)` takes 32 features, but `Linear(2, 16)` before it gives 16
        ╭─ Cell [1], line 1, column 18
      1 │ Linear(2, 16) >> Linear(32, 1)
        │ ------------- gives 16
        │                  ^^^^^^^^^^^^^ takes 32
        ╰─ help: did you mean `Linear(16, 1)`?
      """),
    Mistake(
      "layers that do not fit behind an activation",
      "mlp(4, 16) >> relu >> Linear(8, 2)",
      """
      E041: `Linear(8, 2)` takes 8 features, but `Linear(4, 16)` before it gives 16
        ╭─ Cell [1], line 1, column 23
      1 │ mlp(4, 16) >> relu >> Linear(8, 2)
        │ ---------- gives 16
        │                       ^^^^^^^^^^^^ takes 8
        ╰─ help: did you mean `Linear(16, 2)`?
      """),
    Mistake(
      "no layer behind an arrow",
      "Linear(2, 16) >> 3",
      """
      E040: a layer is needed here, but this is an integer
        ╭─ Cell [1], line 1, column 18
      1 │ Linear(2, 16) >> 3
        │                  ^ an integer
        ╰─ help: as in `Linear(2, 16) >> ReLU() >> Linear(16, 1)`
      """),
    Mistake(
      "an input that does not fit",
      "mlp(4, 3)(ones(2, 5))",
      """
      E041: `Linear(4, 3)` takes 4 features, but its input has 5 (shape [2, 5])
        ╭─ Cell [1], line 1, column 11
      1 │ mlp(4, 3)(ones(2, 5))
        │ --------- takes 4
        │           ^^^^^^^^^^ rows of 5
        ╰─ help: did you mean `mlp(5, 3)`?
      """),
    Mistake(
      "a data set that does not fit",
      "train(mlp(3, 2), on: iris())",
      """
      E041: `Linear(3, 2)` takes 3 features, but the rows of `iris` have 4
        ╭─ Cell [1], line 1, column 22
      1 │ train(mlp(3, 2), on: iris())
        │       --------- takes 3
        │                      ^^^^^^ 4 features
        ╰─ help: did you mean `mlp(4, 2)`?
      """),
    Mistake(
      "too few classes",
      "train(mlp(4, 2), on: iris())",
      """
      E041: `iris` has 3 classes, but the network gives 2 numbers per row
        ╭─ Cell [1], line 1, column 22
      1 │ train(mlp(4, 2), on: iris())
        │       --------- gives 2
        │                      ^^^^^^ 3 classes
        ╰─ help: did you mean `mlp(4, 3)`?
      """),
    Mistake(
      "rows and targets that differ in number",
      "dataset([[0, 0], [1, 1]], [0], classes: 2)",
      """
      E041: there are 2 rows of features, but 1 target
        ╭─ Cell [1], line 1, column 27
      1 │ dataset([[0, 0], [1, 1]], [0], classes: 2)
        │         ---------------- 2 rows
        │                           ^^^ 1 target
        ╰─ help: give one target for each row
      """),
    Mistake(
      "rows of different lengths",
      "tensor([[1, 2], [3]])",
      """
      E041: the rows of a tensor must be alike, but their shapes are [2] and [1]
        ╭─ Cell [1], line 1, column 1
      1 │ tensor([[1, 2], [3]])
        │ ^^^^^^^^^^^^^^^^^^^^^
      """),
    Mistake(
      "a reshape that does not fit",
      "reshape(arange(0, 6), 4, -1)",
      """
      E041: 6 numbers of shape [6] do not fit [4, -1]: 6 is not a multiple of 4
        ╭─ Cell [1], line 1, column 1
      1 │ reshape(arange(0, 6), 4, -1)
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      """),
    Mistake(
      "a row that does not fit",
      after: ["var m = zeros(2, 2)"],
      "m[0] = [1, 2, 3]",
      """
      E041: values of shape [3] do not fit the selected part, which has shape [2]
        ╭─ Cell [2], line 1, column 1
      1 │ m[0] = [1, 2, 3]
        │ ^^^^
      """),
    Mistake(
      "x and y that differ in number",
      "plot([1, 2, 3], [1, 2])",
      """
      E041: `plot` needs as many y as x, but there are 3 x and 2 y
        ╭─ Cell [1], line 1, column 1
      1 │ plot([1, 2, 3], [1, 2])
        │ ^^^^^^^^^^^^^^^^^^^^^^^
      """),
    Mistake(
      "a vector as a heat map",
      "heatmap([1, 2, 3])",
      """
      E041: `heatmap` draws a matrix, but this tensor has shape [3]
        ╭─ Cell [1], line 1, column 9
      1 │ heatmap([1, 2, 3])
        │         ^^^^^^^^^
        ╰─ help: give it two axes with `reshape(x, rows, columns)`
      """),
    Mistake(
      "four features in the plane",
      "scatter(iris())",
      """
      E041: only data with two features can be drawn in the plane, but `iris` has shape [150, 4]
        ╭─ Cell [1], line 1, column 1
      1 │ scatter(iris())
        │ ^^^^^^^^^^^^^^^
        ╰─ help: two columns are drawn by `scatter(x[..., 0], x[..., 1])`, where `x` is `data.features`
      """),
    Mistake(
      "the gradient of a tensor",
      "gradient(of: { x in x * 2 }, at: ones(3))",
      """
      E055: a gradient needs a single number to differentiate, but the function gives a tensor of shape [3]
        ╭─ Cell [1], line 1, column 1
      1 │ gradient(of: { x in x * 2 }, at: ones(3))
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        ╰─ help: reduce it first, for instance with `sum` or `mean`
      """),
    Mistake(
      "the gradient of a text",
      """
      gradient(of: { x in "a" }, at: 1)
      """,
      """
      E040: the function to differentiate must give a number, but it gave a string
        ╭─ Cell [1], line 1, column 1
      1 │ gradient(of: { x in "a" }, at: 1)
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      """),
  ]
}
