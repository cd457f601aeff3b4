extension Mistake {
  static let values = [
    Mistake(
      "an unknown activation",
      """
      mlp(2, 8, 1, activation: "rellu")
      """,
      """
      E055: there is no activation "rellu"
        ╭─ Cell [1], line 1, column 26
      1 │ mlp(2, 8, 1, activation: "rellu")
        │                          ^^^^^^^
        ╰─ help: did you mean `relu`?
      """),
    Mistake(
      "an unknown scale",
      """
      plot([1, 2], yScale: "logarithmic")
      """,
      """
      E055: a scale is "linear", "log" or "symlog", not "logarithmic"
        ╭─ Cell [1], line 1, column 22
      1 │ plot([1, 2], yScale: "logarithmic")
        │                      ^^^^^^^^^^^^^
      """),
    Mistake(
      "a layer without outputs",
      "Linear(2, 0)",
      """
      E055: `outputs` of `Linear` is an integer from 1 up, but this one is 0
        ╭─ Cell [1], line 1, column 11
      1 │ Linear(2, 0)
        │           ^
      """),
    Mistake(
      "too few widths",
      "mlp(2)",
      """
      E030: `mlp` needs at least the number of inputs and of outputs
        ╭─ Cell [1], line 1, column 1
      1 │ mlp(2)
        │ ^^^^^^
        ╰─ help: `mlp(2, 64, 3)` has 2 inputs, a hidden layer of 64 units and 3 outputs
      """),
    Mistake(
      "a negative length",
      "zeros(-1)",
      """
      E041: a shape has no negative lengths, but this one is [-1]
        ╭─ Cell [1], line 1, column 1
      1 │ zeros(-1)
        │ ^^^^^^^^^
        ╰─ help: only `reshape` takes a -1, for the one length that follows from the others
      """),
    Mistake(
      "a step of zero",
      "stride(from: 0, to: 1, by: 0)",
      """
      E055: a stride's step cannot be 0
        ╭─ Cell [1], line 1, column 28
      1 │ stride(from: 0, to: 1, by: 0)
        │                            ^
      """),
    Mistake(
      "an axis that is not there",
      "sum(ones(2, 3), axis: 2)",
      """
      E042: there is no axis 2: a tensor with 2 axes has axes -2 to 1
        ╭─ Cell [1], line 1, column 23
      1 │ sum(ones(2, 3), axis: 2)
        │     ---------- shape [2, 3]
        │                       ^
      """),
    Mistake(
      "a class that is not there",
      "crossEntropy([[1, 0]], [5])",
      """
      E055: the class 5 is not among the 2 of the prediction, 0 to 1
        ╭─ Cell [1], line 1, column 24
      1 │ crossEntropy([[1, 0]], [5])
        │              -------- 2 numbers per row
        │                        ^^^ class 5
        ╰─ help: classes count from 0; the prediction has one number for each
      """),
    Mistake(
      "a target that is not among the classes",
      """
      dataset([[0], [1]], ["cat", "dgo"], classes: ["cat", "dog"])
      """,
      """
      E055: the target "dgo" is not among the classes cat, dog
        ╭─ Cell [1], line 1, column 1
      1 │ dataset([[0], [1]], ["cat", "dgo"], classes: ["cat", "dog"])
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      """),
    Mistake(
      "an infinite feature",
      "dataset([[inf]], [0], classes: 1)",
      """
      E055: the features of row 0 contain inf, which nothing can be learned from
        ╭─ Cell [1], line 1, column 1
      1 │ dataset([[inf]], [0], classes: 1)
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        ╰─ help: leave such rows out, or replace the value
      """),
    Mistake(
      "a negative learning rate",
      "SGD(learningRate: -0.1)",
      """
      E055: `learningRate` of `SGD` is a number from 0 up, but this one is -0.1
        ╭─ Cell [1], line 1, column 19
      1 │ SGD(learningRate: -0.1)
        │                   ^^^^
      """),
    Mistake(
      "a training that diverges",
      "train(mlp(4, 8, 3, activation: relu, init: he), on: iris(), optimizer: SGD(learningRate: 1e30), seed: 1, progress: false)",
      """
      E054: training stopped at step 2 (epoch 1): the loss became NaN. The weights are those before that step
        ╭─ Cell [1], line 1, column 1
      1 │ train(mlp(4, 8, 3, activation: relu, init: he), on: iris(), optimizer: SGD(learningRate: …
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        ╰─ help: the learning rate 1e+30 is probably too high: try a tenth of it
      """),
    Mistake(
      "a loss that is no number from the start",
      "train(mlp(4, 3), on: iris(), loss: { p, t in log(-1 - sum(p ** 2)) })",
      """
      E054: training stopped at step 1 (epoch 1): the loss became NaN. The weights are those before that step
        ╭─ Cell [1], line 1, column 1
      1 │ train(mlp(4, 3), on: iris(), loss: { p, t in log(-1 - sum(p ** 2)) })
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        ╰─ help: no weight had changed yet: look at the loss function, the features and the first weights
      """),
    Mistake(
      "accuracy without classes",
      "accuracy(mlp(1, 1), on: dataset([[0], [1]], [0.5, 1]))",
      """
      E055: `data` has numbers to predict, not classes, so there is no accuracy
        ╭─ Cell [1], line 1, column 1
      1 │ accuracy(mlp(1, 1), on: dataset([[0], [1]], [0.5, 1]))
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        ╰─ help: look at the loss instead, or say that the targets are classes
      """),
    Mistake(
      "a staircase without steps",
      "staircase(sin, units: 0)",
      """
      E055: a staircase has at least one unit, but 0 are asked for
        ╭─ Cell [1], line 1, column 1
      1 │ staircase(sin, units: 0)
        │ ^^^^^^^^^^^^^^^^^^^^^^^^
      """),
    Mistake(
      "a tiny figure",
      "plot([1, 2], width: 5)",
      """
      E055: a figure's width lies between 100 and 4000 pixels, but it is 5
        ╭─ Cell [1], line 1, column 21
      1 │ plot([1, 2], width: 5)
        │                     ^
      """),
    Mistake(
      "the maximum of nothing",
      "max([])",
      """
      E055: `max` of nothing does not exist
        ╭─ Cell [1], line 1, column 1
      1 │ max([])
        │ ^^^^^^^
        ╰─ help: give it at least one number
      """),
    Mistake(
      "a division by zero",
      "1 / 0",
      """
      E043: division by zero
        ╭─ Cell [1], line 1, column 1
      1 │ 1 / 0
        │ ^^^^^
      """),
    Mistake(
      "an integer that grows too large",
      "9223372036854775807 + 1",
      """
      E043: the result of `+` does not fit in a 64-bit integer
        ╭─ Cell [1], line 1, column 1
      1 │ 9223372036854775807 + 1
        │ ^^^^^^^^^^^^^^^^^^^^^^^
        ╰─ help: write `9223372036854775807.0 + 1` to compute with floating-point numbers
      """),
    Mistake(
      "a power that grows too large",
      "2 ** 64",
      """
      E043: the result of `**` does not fit in a 64-bit integer
        ╭─ Cell [1], line 1, column 1
      1 │ 2 ** 64
        │ ^^^^^^^
        ╰─ help: write `2.0 ** 64` to compute with floating-point numbers
      """),
    Mistake(
      "a range to plot over that goes down",
      "plot(sin, on: 1...0)",
      """
      E055: `on` of `plot` must end above where it begins, at 1
        ╭─ Cell [1], line 1, column 15
      1 │ plot(sin, on: 1...0)
        │               ^^^^^
        ╰─ help: write `0...1`
      """),
    Mistake(
      "a network of one output for classes",
      "accuracy(mlp(4, 1), on: iris())",
      """
      E041: the network gives 1 number per row, but `iris` has 3 classes
        ╭─ Cell [1], line 1, column 1
      1 │ accuracy(mlp(4, 1), on: iris())
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        ╰─ help: let its last layer have 3 outputs
      """),
  ]
}
