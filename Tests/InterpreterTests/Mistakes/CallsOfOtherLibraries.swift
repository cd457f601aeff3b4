extension Mistake {
  /// Calls as they are written for other libraries.
  static let callsOfOtherLibraries = [
    Mistake(
      "the parameters handed to an optimiser",
      """
      let net = mlp(4, 8, 3)
      Adam(net.parameters, lr: 0.01)
      """,
      """
      E030: `Adam` is given `lr` twice
        ╭─ Cell [1], line 2, column 22
      2 │ Adam(net.parameters, lr: 0.01)
        │                      ^^
        ╰─ help: leave the parameters out: `train(net, on: data, optimizer: Adam())` brings both together
      """),
    Mistake(
      "the parameters alone handed to an optimiser",
      """
      let net = mlp(4, 8, 3)
      SGD(net.parameters)
      """,
      """
      E040: `SGD` takes a number for `learningRate`, but this is a dictionary
        ╭─ Cell [1], line 2, column 5
      2 │ SGD(net.parameters)
        │     ^^^^^^^^^^^^^^
        ╰─ help: leave the parameters out: `train` brings the network and the optimiser together
      """),
    Mistake(
      "the widths of a network under a label",
      "mlp(layers: [2, 16, 1])",
      """
      E030: `mlp` has no argument `layers:`
        ╭─ Cell [1], line 1, column 5
      1 │ mlp(layers: [2, 16, 1])
        │     ^^^^^^
        ╰─ help: widths have no label: `mlp(2, 16, 1)`
      """),
    Mistake(
      "the seed of a network",
      "mlp(2, 16, 1, seed: 1)",
      """
      E030: `mlp` has no argument `seed:`
        ╭─ Cell [1], line 1, column 15
      1 │ mlp(2, 16, 1, seed: 1)
        │               ^^^^
        ╰─ help: call `seed(1)` on a line before it
      """),
    Mistake(
      "the dropout of a network",
      "mlp(2, 16, 1, dropout: 0.5)",
      """
      E030: `mlp` has no argument `dropout:`
        ╭─ Cell [1], line 1, column 15
      1 │ mlp(2, 16, 1, dropout: 0.5)
        │               ^^^^^^^
        ╰─ help: dropout is a layer of its own: `Linear(2, 16) >> Dropout(0.5) >> …`
      """),
    Mistake(
      "an activation without its parentheses",
      "let net = Linear(2, 3) >> ReLU >> Linear(3, 1)",
      """
      E040: a layer is needed here, but this is a function
        ╭─ Cell [1], line 1, column 27
      1 │ let net = Linear(2, 3) >> ReLU >> Linear(3, 1)
        │                           ^^^^ a function
        ╰─ help: call it: `ReLU()`
      """),
    Mistake(
      "an activation function with parentheses",
      "let net = Linear(2, 3) >> softmax() >> Linear(3, 1)",
      """
      E030: `softmax` misses its argument `x`
        ╭─ Cell [1], line 1, column 27
      1 │ let net = Linear(2, 3) >> softmax() >> Linear(3, 1)
        │                           ^^^^^^^^^
        ╰─ help: as a layer it has no parentheses: `Linear(2, 16) >> softmax`
      """),
    Mistake(
      "layers added",
      "let net = Linear(2, 3) + ReLU()",
      """
      E040: `+` does not work between a network and a network
        ╭─ Cell [1], line 1, column 11
      1 │ let net = Linear(2, 3) + ReLU()
        │           ^^^^^^^^^^^^^^^^^^^^^
        ╰─ help: layers are joined by `>>`, as in `Linear(2, 16) >> ReLU()`
      """),
    Mistake(
      "layers in a list called as a network",
      """
      let net = [Linear(2, 3), ReLU()]
      net(ones(1, 2))
      """,
      """
      E032: an array cannot be called
        ╭─ Cell [1], line 2, column 1
      2 │ net(ones(1, 2))
        │ ^^^^^^^^^^^^^^^
        ╰─ help: layers are joined by `>>`, as in `Linear(2, 16) >> ReLU()`
      """),
    Mistake(
      "a number of epochs without its label",
      "train(mlp(4, 3), iris(), 10)",
      """
      E040: `train` takes a loss such as `mse` or `crossEntropy`, or a function of prediction and target for `loss`, but this is an integer
        ╭─ Cell [1], line 1, column 26
      1 │ train(mlp(4, 3), iris(), 10)
        │                          ^^ an integer
        ╰─ help: a number of epochs has a label: `epochs: 10`
      """),
    Mistake(
      "features and targets for the training",
      "train(mlp(4, 3), x: iris().features, y: iris().targets)",
      """
      E030: `train` has no argument `x:`
        ╭─ Cell [1], line 1, column 18
      1 │ train(mlp(4, 3), x: iris().features, y: iris().targets)
        │                  ^
        ╰─ help: features and targets make one data set: `on: dataset(x, y)`
      """),
    Mistake(
      "a data set for a prediction",
      "predict(mlp(4, 3), iris())",
      """
      E040: `predict` takes a tensor or an array of numbers for `x`, but this is a data set
        ╭─ Cell [1], line 1, column 20
      1 │ predict(mlp(4, 3), iris())
        │                    ^^^^^^ a data set
        ╰─ help: the rows of a data set are its `features`: write `data.features`
      """),
    Mistake(
      "a data set taken apart",
      "let (x, y) = iris()",
      """
      E040: a data set cannot be taken apart into 2 names
        ╭─ Cell [1], line 1, column 5
      1 │ let (x, y) = iris()
        │     ^^^^^^
        ╰─ help: its parts are `data.features` and `data.targets`
      """),
    Mistake(
      "a loop over a data set",
      "for (x, y) in iris() { print(x) }",
      """
      E040: a data set has no elements to go through
        ╭─ Cell [1], line 1, column 15
      1 │ for (x, y) in iris() { print(x) }
        │               ^^^^^^
        ╰─ help: its rows are `zip(data.features, data.targets)`
      """),
    Mistake(
      "an index into a data set",
      "iris()[0]",
      """
      E040: a data set has no elements to pick with an index
        ╭─ Cell [1], line 1, column 1
      1 │ iris()[0]
        │ ^^^^^^^^^
        ╰─ help: index `data.features` instead
      """),
    Mistake(
      "the length of a data set",
      "len(iris())",
      """
      E040: `len` takes an array for `xs`, but this is a data set
        ╭─ Cell [1], line 1, column 5
      1 │ len(iris())
        │     ^^^^^^ a data set
        ╰─ help: `data.count` is the number of its rows, `data.features` are the rows
      """),
    Mistake(
      "a history read as in Keras",
      """
      let h = train(mlp(4, 3), on: iris(), epochs: 1, progress: false)
      h["loss"]
      """,
      """
      E040: a history has no elements to pick with an index
        ╭─ Cell [1], line 2, column 1
      2 │ h["loss"]
        │ ^^^^^^^^^
        ╰─ help: index `history.losses` instead
      """),
    Mistake(
      "a shape as a tuple",
      "zeros((2, 3))",
      """
      E040: `zeros` takes an integer, but this is a tuple
        ╭─ Cell [1], line 1, column 7
      1 │ zeros((2, 3))
        │       ^^^^^^ a tuple
        ╰─ help: leave the inner parentheses out, as in `zeros(2, 3)`
      """),
    Mistake(
      "tensors to concatenate that stand in no list",
      "concatenate(ones(2), ones(3))",
      """
      E040: `concatenate` takes an integer for `axis`, but this is a tensor of shape [3]
        ╭─ Cell [1], line 1, column 22
      1 │ concatenate(ones(2), ones(3))
        │                      ^^^^^^^ a tensor of shape [3]
        ╰─ help: it is called as `concatenate(parts, axis: 0)`
      """),
    Mistake(
      "a value called as a method",
      """
      let x = randn(3, 4)
      x.shape()
      """,
      """
      E032: an array cannot be called
        ╭─ Cell [1], line 2, column 1
      2 │ x.shape()
        │ ^^^^^^^^^
        ╰─ help: it is a value: leave the parentheses out
      """),
    Mistake(
      "a constant called",
      "pi()",
      """
      E032: a number cannot be called
        ╭─ Cell [1], line 1, column 1
      1 │ pi()
        │ ^^^^
        ╰─ help: it is a value: leave the parentheses out
      """),
    Mistake(
      "an element picked with parentheses",
      """
      let xs = [1, 2, 3]
      xs(0)
      """,
      """
      E032: an array cannot be called
        ╭─ Cell [1], line 2, column 1
      2 │ xs(0)
        │ ^^^^^
        ╰─ help: an element is picked with brackets, as in `xs[0]`
      """),
    Mistake(
      "an interval in brackets",
      "plot(sin, on: [0, 1])",
      """
      E040: `plot` takes a range such as `0...1` for `on`, but this is an array
        ╭─ Cell [1], line 1, column 15
      1 │ plot(sin, on: [0, 1])
        │               ^^^^^^
        ╰─ help: write `0...1`
      """),
    Mistake(
      "ends of an interval under labels of their own",
      "plot(sin, from: 0, to: 1)",
      """
      E030: `plot` has no argument `from:`
        ╭─ Cell [1], line 1, column 11
      1 │ plot(sin, from: 0, to: 1)
        │           ^^^^
        ╰─ help: the range has one label: `on: 0...1`
      """),
    Mistake(
      "a colour for a line",
      """
      plot([1, 2, 3], color: "red")
      """,
      """
      E030: `plot` has no argument `color:`
        ╭─ Cell [1], line 1, column 17
      1 │ plot([1, 2, 3], color: "red")
        │                 ^^^^^
        ╰─ help: leave it out: colours are given in the order of the lines
      """),
    Mistake(
      "the end of a printed line as in Python",
      """
      print("x", end: "")
      """,
      """
      E030: `print` has no argument `end:`
        ╭─ Cell [1], line 1, column 12
      1 │ print("x", end: "")
        │            ^^^
        ╰─ help: write `terminator:`
      """),
    Mistake(
      "a number formatted as in Python",
      """
      "x = %d" % 3
      """,
      #"""
      E040: `%` does not work between a string and an integer
        ╭─ Cell [1], line 1, column 1
      1 │ "x = %d" % 3
        │ ^^^^^^^^^^^^
        ╰─ help: a value is put into a text with `\(…)`, as in "x = \(x, decimals: 3)"
      """#),
    Mistake(
      "a number added to an array",
      "[1, 2, 3] + 1",
      """
      E040: `+` does not work between an array and an integer
        ╭─ Cell [1], line 1, column 1
      1 │ [1, 2, 3] + 1
        │ ^^^^^^^^^^^^^
        ╰─ help: arrays do no arithmetic: make a tensor of it with `tensor(…)`
      """),
    Mistake(
      "a boolean counted",
      "true + 1",
      """
      E040: `+` does not work between a boolean and an integer
        ╭─ Cell [1], line 1, column 1
      1 │ true + 1
        │ ^^^^^^^^
        ╰─ help: `b ? 1 : 0` makes a number of it
      """),
    Mistake(
      "the value of a function that gives none, added to",
      """
      func f(x) { let y = x + 1 }
      f(1) + 1
      """,
      """
      E040: `+` does not work between no value and an integer
        ╭─ Cell [1], line 2, column 1
      2 │ f(1) + 1
        │ ^^^^^^^^
        ╰─ help: a function gives the value of its last line, or of `return`
      """),
  ]
}
