extension Mistake {
  /// Calls and members that cannot work, found before anything of the cell runs.
  static let callsBeforeRunning = [
    Mistake(
      "three functions to plot one after the other",
      "plot(sin, cos, tanh, on: 0...6)",
      """
      E030: `plot` is given `on` twice
        ╭─ Cell [1], line 1, column 22
      1 │ plot(sin, cos, tanh, on: 0...6)
        │                      ^^
        ╰─ help: functions stand in a list or dictionary: `plot(["sin": sin, "cos": cos], on: 0...6)`
      """),
    Mistake(
      "a function of the library that takes too few arguments",
      "surface(sin)",
      """
      E030: `surface` calls its function with 2 arguments, but `sin` takes 1 argument
        ╭─ Cell [1], line 1, column 9
      1 │ surface(sin)
        │         ^^^ takes 1 argument
        ╰─ help: a closure for it is written `{ x, y in … }`
      """),
    Mistake(
      "a probability above 1",
      "Linear(4, 8) >> Dropout(1.5)",
      """
      E055: `p` of `Dropout` is a number from 0 to below 1, but this one is 1.5
        ╭─ Cell [1], line 1, column 25
      1 │ Linear(4, 8) >> Dropout(1.5)
        │                         ^^^
      """),
    Mistake(
      "a part of more than everything",
      "split(iris(), test: 1.2)",
      """
      E055: `test` of `split` is a number between 0 and 1, but this one is 1.2
        ╭─ Cell [1], line 1, column 21
      1 │ split(iris(), test: 1.2)
        │                     ^^^
      """),
    Mistake(
      "a training of fewer than no epochs",
      "train(mlp(4, 3), on: iris(), epochs: -1)",
      """
      E055: `epochs` of `train` is an integer from 0 up, but this one is -1
        ╭─ Cell [1], line 1, column 38
      1 │ train(mlp(4, 3), on: iris(), epochs: -1)
        │                                      ^^
      """),
    Mistake(
      "a misspelt member of a network made above",
      """
      let net = mlp(2, 16, 1)
      net.paramters
      """,
      """
      E031: a network has no member `paramters`
        ╭─ Cell [1], line 2, column 5
      1 │ let net = mlp(2, 16, 1)
        │           ------------- this is a network
      2 │ net.paramters
        │     ^^^^^^^^^
        ╰─ help: did you mean `parameters`?
      """),
    Mistake(
      "a misspelt member of a tensor",
      """
      let x = zeros(2, 3)
      x.shap
      """,
      """
      E031: a tensor of shape [2, 3] has no member `shap`
        ╭─ Cell [1], line 2, column 3
      1 │ let x = zeros(2, 3)
        │         ----------- this is a tensor of shape [2, 3]
      2 │ x.shap
        │   ^^^^
        ╰─ help: did you mean `shape`?
      """),
    Mistake(
      "a misspelt member of a data set of an earlier cell",
      after: ["let data = iris()"],
      "data.feature",
      """
      E031: a data set has no member `feature`
        ╭─ Cell [2], line 1, column 6
      1 │ data.feature
        │      ^^^^^^^
        ╰─ help: did you mean `features`?
      """),
    Mistake(
      "a misspelt method of an array",
      "[1, 2, 3].sort()",
      """
      E031: an array has no member `sort`
        ╭─ Cell [1], line 1, column 11
      1 │ [1, 2, 3].sort()
        │           ^^^^
        ╰─ help: did you mean `sorted`?
      """),
    Mistake(
      "a label of a tuple that is not there",
      """
      let parts = split(iris())
      parts.training
      """,
      """
      E031: a tuple has no member `training`
        ╭─ Cell [1], line 2, column 7
      2 │ parts.training
        │       ^^^^^^^^
        ╰─ help: did you mean `train`?
      """),
    Mistake(
      "a closure with too few arguments",
      "[1, 2, 3].reduce(0) { sum in sum + 1 }",
      """
      E030: `reduce` calls its function with 2 arguments, but this closure takes 1 argument
        ╭─ Cell [1], line 1, column 23
      1 │ [1, 2, 3].reduce(0) { sum in sum + 1 }
        │                       ^^^ takes 1 argument
        ╰─ help: a closure for it is written `{ x, y in … }`
      """),
    Mistake(
      "a closure that misses the argument that it gets",
      "[1, 2, 3].map { 7 }",
      """
      E030: `map` calls its function with 1 argument, but this closure takes no arguments
        ╭─ Cell [1], line 1, column 15
      1 │ [1, 2, 3].map { 7 }
        │               ^^^^^ takes no arguments
        ╰─ help: a closure for it is written `{ x in … }`
      """),
    Mistake(
      "a function for the wrong number of values",
      """
      func add(a, b) = a + b
      [1, 2].map(add)
      """,
      """
      E030: `map` calls its function with 1 argument, but `add` takes 2 arguments
        ╭─ Cell [1], line 2, column 12
      2 │ [1, 2].map(add)
        │            ^^^ takes 2 arguments
      """),
    Mistake(
      "a measured function with an argument",
      "time { x in x + 1 }",
      """
      E030: `time` calls its function without arguments, but this closure takes 1 argument
        ╭─ Cell [1], line 1, column 8
      1 │ time { x in x + 1 }
        │        ^ takes 1 argument
        ╰─ help: a closure for it is written `{ … }`
      """),
    Mistake(
      "a reshape to another number of elements",
      """
      let x = zeros(28, 28)
      x.reshape(28, 29)
      """,
      """
      E041: 784 numbers of shape [28, 28] do not fit [28, 29]: those hold 812
        ╭─ Cell [1], line 2, column 11
      2 │ x.reshape(28, 29)
        │ - 784 numbers
        │           ^^^^^^
      """),
    Mistake(
      "a reduction along an axis that a slice has lost",
      """
      let x = zeros(5, 3)
      sum(x[0], axis: 1)
      """,
      """
      E042: there is no axis 1: a tensor with 1 axis has axes -1 to 0
        ╭─ Cell [1], line 2, column 17
      2 │ sum(x[0], axis: 1)
        │     ---- shape [3]
        │                 ^
      """),
    Mistake(
      "several mistakes at once",
      """
      let net = Linear(4, 16) >> Linear(8, 3)
      trian(net, on: iris())
      SGD(learningrate: 0.1)
      ones(2, 3) @ ones(2, 3)
      """,
      """
      E041: `Linear(8, 3)` takes 8 features, but `Linear(4, 16)` before it gives 16
        ╭─ Cell [1], line 1, column 28
      1 │ let net = Linear(4, 16) >> Linear(8, 3)
        │           ------------- gives 16
        │                            ^^^^^^^^^^^^ takes 8
        ╰─ help: did you mean `Linear(16, 3)`?

      E020: `trian` is not defined
        ╭─ Cell [1], line 2, column 1
      2 │ trian(net, on: iris())
        │ ^^^^^ not found
        ╰─ help: did you mean `train`?

      E030: `SGD` has no argument `learningrate:`
        ╭─ Cell [1], line 3, column 5
      3 │ SGD(learningrate: 0.1)
        │     ^^^^^^^^^^^^
        ╰─ help: did you mean `learningRate:`?

      E041: shapes [2, 3] and [2, 3] do not fit for `@`: the inner lengths are 3 and 2
        ╭─ Cell [1], line 4, column 14
      4 │ ones(2, 3) @ ones(2, 3)
        │ ---------- shape [2, 3]
        │              ^^^^^^^^^^ shape [2, 3]
        ╰─ help: did you mean `ones(2, 3) @ ones(2, 3).T`?
      """),
  ]
}
