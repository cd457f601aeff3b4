extension Mistake {
  static let parameters = [
    Mistake(
      "a text for an integer",
      """
      mlp(2, "8")
      """,
      """
      E040: `mlp` takes an integer, but this is a string
        ╭─ Cell [1], line 1, column 8
      1 │ mlp(2, "8")
        │        ^^^ a string
        ╰─ help: write `8`, without quotes
      """),
    Mistake(
      "a fraction for an integer",
      "zeros(2.5)",
      """
      E040: `zeros` takes an integer, but this is a number
        ╭─ Cell [1], line 1, column 7
      1 │ zeros(2.5)
        │       ^^^ a number
        ╰─ help: an integer has no decimal point
      """),
    Mistake(
      "a number for a text",
      "plot([1, 2], title: 3)",
      """
      E040: `plot` takes a string for `title`, but this is an integer
        ╭─ Cell [1], line 1, column 21
      1 │ plot([1, 2], title: 3)
        │                     ^ an integer
      """),
    Mistake(
      "a number for a boolean",
      "iris() == 1 || split(iris(), stratified: 1) == nil",
      """
      E040: `split` takes true or false for `stratified`, but this is an integer
        ╭─ Cell [1], line 1, column 42
      1 │ iris() == 1 || split(iris(), stratified: 1) == nil
        │                                          ^
        ╰─ help: write `true`
      """),
    Mistake(
      "a text for a number",
      """
      full([2], "1")
      """,
      """
      E040: `full` takes a number for `value`, but this is a string
        ╭─ Cell [1], line 1, column 11
      1 │ full([2], "1")
        │           ^^^ a string
        ╰─ help: write `1`, without quotes
      """),
    Mistake(
      "a network for a data set",
      "train(mlp(2, 2), on: mlp(2, 2))",
      """
      E040: `train` takes a data set such as `digits()` or `dataset(x, y)` for `on`, but this is a network
        ╭─ Cell [1], line 1, column 22
      1 │ train(mlp(2, 2), on: mlp(2, 2))
        │                      ^^^^^^^^^ a network
      """),
    Mistake(
      "a data set for a network",
      "train(iris(), on: iris())",
      """
      E040: `train` takes a layer such as `Linear(2, 16)` for `net`, but this is a data set
        ╭─ Cell [1], line 1, column 7
      1 │ train(iris(), on: iris())
        │       ^^^^^^ a data set
        ╰─ help: the network comes first, then the data
      """),
    Mistake(
      "a number for an optimiser",
      "train(mlp(4, 3), on: iris(), optimizer: 0.1)",
      """
      E040: `train` takes an optimiser such as `Adam()` or `SGD(learningRate: 0.1)` for `optimizer`, but this is a number
        ╭─ Cell [1], line 1, column 41
      1 │ train(mlp(4, 3), on: iris(), optimizer: 0.1)
        │                                         ^^^ a number
      """),
    Mistake(
      "a text for a loss",
      """
      train(mlp(4, 3), on: iris(), loss: "mse")
      """,
      """
      E040: `train` takes a loss such as `mse` or `crossEntropy`, or a function of prediction and target for `loss`, but this is a string
        ╭─ Cell [1], line 1, column 36
      1 │ train(mlp(4, 3), on: iris(), loss: "mse")
        │                                    ^^^^^ a string
        ╰─ help: write `mse`, without quotes
      """),
    Mistake(
      "a number for an initialiser",
      "mlp(2, 3, init: 0)",
      """
      E040: `mlp` takes an initialiser such as `he`, `xavier` or `zeros` for `init`, but this is an integer
        ╭─ Cell [1], line 1, column 17
      1 │ mlp(2, 3, init: 0)
        │                 ^ an integer
      """),
    Mistake(
      "a function for a number type",
      "zeros(2, dtype: relu)",
      """
      E040: `zeros` takes `float32` or `float64` for `dtype`, but this is a function
        ╭─ Cell [1], line 1, column 17
      1 │ zeros(2, dtype: relu)
        │                 ^^^^ a function
      """),
    Mistake(
      "a number for a function",
      "gradient(of: 3, at: 2)",
      """
      E040: `gradient` takes a function for `of`, but this is an integer
        ╭─ Cell [1], line 1, column 14
      1 │ gradient(of: 3, at: 2)
        │              ^ an integer
        ╰─ help: a function is written `{ x in … }`, or by its name alone, as in `sin`
      """),
    Mistake(
      "an array for an elementwise function",
      "exp([1, 2])",
      """
      E040: `exp` takes a number or a tensor, but this is an array
        ╭─ Cell [1], line 1, column 1
      1 │ exp([1, 2])
        │ ^^^^^^^^^^^
        ╰─ help: write `exp(tensor(…))`, or `xs.map(exp)` for an array
      """),
    Mistake(
      "a word that says nothing of the progress",
      "train(mlp(4, 3), on: iris(), progress: \"bar\")",
      """
      E055: `progress` is true, false or "widget", not "bar"
        ╭─ Cell [1], line 1, column 40
      1 │ train(mlp(4, 3), on: iris(), progress: "bar")
        │                                        ^^^^^
      """),
    Mistake(
      "an expression to plot instead of a function",
      "plot(sin(x), on: 0...1)",
      """
      E020: `x` is not defined
        ╭─ Cell [1], line 1, column 10
      1 │ plot(sin(x), on: 0...1)
        │          ^ not found
        ├─ help: give it a value first: `let x = …`
        ╰─ help: a function of it is written `{ x in … }`
      """),
    Mistake(
      "a number to differentiate instead of a function",
      "gradient(of: sin(1), at: 1)",
      """
      E040: `gradient` takes a function for `of`, but this is a number
        ╭─ Cell [1], line 1, column 14
      1 │ gradient(of: sin(1), at: 1)
        │              ^^^^^^
        ╰─ help: a function is written `{ x in … }`, or by its name alone, as in `sin`
      """),
    Mistake(
      "what is to be timed without its braces",
      "time(sin(1))",
      """
      E040: `time` takes a function for `work`, but this is a number
        ╭─ Cell [1], line 1, column 6
      1 │ time(sin(1))
        │      ^^^^^^
        ╰─ help: write what is to be run in braces: `{ … }`
      """),
    Mistake(
      "a function of one number for a plane",
      "contour({ x in x }, x: 0...1)",
      """
      E030: `contour` calls its function with 2 arguments, but this closure takes 1 argument
        ╭─ Cell [1], line 1, column 11
      1 │ contour({ x in x }, x: 0...1)
        │           ^ takes 1 argument
        ╰─ help: a closure for it is written `{ x, y in … }`
      """),
    Mistake(
      "a part of the rows for validation, as in Keras",
      "train(mlp(4, 3), on: iris(), validation: 0.2)",
      """
      E040: `train` takes a data set such as `digits()` or `dataset(x, y)` for `validation`, but this is a number
        ╭─ Cell [1], line 1, column 42
      1 │ train(mlp(4, 3), on: iris(), validation: 0.2)
        │                                          ^^^ a number
        ╰─ help: keep some rows apart: `let (rows, others) = split(data, test: 0.2)`
      """),
    Mistake(
      "features without their targets",
      "train(mlp(4, 3), on: iris().features)",
      """
      E040: `train` takes a data set such as `digits()` or `dataset(x, y)` for `on`, but this is a tensor of shape [150, 4]
        ╭─ Cell [1], line 1, column 22
      1 │ train(mlp(4, 3), on: iris().features)
        │                      ^^^^^^^^^^^^^^^ a tensor of shape [150, 4]
        ╰─ help: features and targets make a data set: `dataset(x, y)`
      """),
    Mistake(
      "data and network the other way round",
      "accuracy(iris(), mlp(4, 3))",
      """
      E040: `accuracy` takes a layer such as `Linear(2, 16)` for `net`, but this is a data set
        ╭─ Cell [1], line 1, column 10
      1 │ accuracy(iris(), mlp(4, 3))
        │          ^^^^^^ a data set
        ╰─ help: the network comes first, then the data
      """),
    Mistake(
      "a code without its quotes",
      "explain(E041)",
      """
      E020: `E041` is not defined
        ╭─ Cell [1], line 1, column 9
      1 │ explain(E041)
        │         ^^^^ not found
        ╰─ help: a code stands in quotes: `explain("E041")`
      """),
  ]
}
