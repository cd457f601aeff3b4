extension Mistake {
  /// Arguments of the wrong kind, and what users of other libraries write.
  static let argumentsBeforeRunning = [
    Mistake(
      "a text where a number is expected, made further up",
      """
      let rate = "0.1"
      Adam(learningRate: rate)
      """,
      """
      E040: `Adam` takes a number for `learningRate`, but this is a string
        ╭─ Cell [1], line 2, column 20
      1 │ let rate = "0.1"
        │            ----- this is a string
      2 │ Adam(learningRate: rate)
        │                    ^^^^
        ╰─ help: write `0.1`, without quotes
      """),
    Mistake(
      "the factory in the place of its data", "accuracy(mlp(4, 3), on: iris)",
      """
      E040: `accuracy` takes a data set such as `digits()` or `dataset(x, y)` for `on`, but this is a function
        ╭─ Cell [1], line 1, column 25
      1 │ accuracy(mlp(4, 3), on: iris)
        │                         ^^^^ a function
        ╰─ help: call it: `iris()`
      """),
    Mistake(
      "an initialiser in quotes", "mlp(2, 8, 3, init: \"he_normal\")",
      """
      E040: `mlp` takes an initialiser such as `he`, `xavier` or `zeros` for `init`, but this is a string
        ╭─ Cell [1], line 1, column 20
      1 │ mlp(2, 8, 3, init: "he_normal")
        │                    ^^^^^^^^^^^ a string
        ╰─ help: write `he`, without quotes
      """),
    Mistake(
      "an optimiser in quotes", "train(mlp(2, 2), on: moons(), optimizer: \"adam\")",
      """
      E040: `train` takes an optimiser such as `Adam()` or `SGD(learningRate: 0.1)` for `optimizer`, but this is a string
        ╭─ Cell [1], line 1, column 42
      1 │ train(mlp(2, 2), on: moons(), optimizer: "adam")
        │                                          ^^^^^^ a string
        ╰─ help: write `Adam()`, without quotes
      """),
    Mistake(
      "a loss by its name in Keras", "train(mlp(2, 2), on: moons(), loss: \"categorical_crossentropy\")",
      """
      E040: `train` takes a loss such as `mse` or `crossEntropy`, or a function of prediction and target for `loss`, but this is a string
        ╭─ Cell [1], line 1, column 37
      1 │ train(mlp(2, 2), on: moons(), loss: "categorical_crossentropy")
        │                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ a string
        ╰─ help: write `crossEntropy`, without quotes
      """),
    Mistake(
      "both betas of Adam as in PyTorch", "Adam(betas: (0.9, 0.99))",
      """
      E030: `Adam` has no argument `betas:`
        ╭─ Cell [1], line 1, column 6
      1 │ Adam(betas: (0.9, 0.99))
        │      ^^^^^
        ╰─ help: the two have names: `beta1: 0.9, beta2: 0.999`
      """),
    Mistake(
      "the learning rate given to the training", "train(mlp(2, 2), on: moons(), lr: 0.1)",
      """
      E030: `train` has no argument `lr:`
        ╭─ Cell [1], line 1, column 31
      1 │ train(mlp(2, 2), on: moons(), lr: 0.1)
        │                               ^^
        ╰─ help: the optimiser has the learning rate: `optimizer: Adam(learningRate: 0.01)`
      """),
    Mistake(
      "the learning rate given to the training, and misspelt",
      "train(mlp(2, 2), on: moons(), learningrate: 0.1)",
      """
      E030: `train` has no argument `learningrate:`
        ╭─ Cell [1], line 1, column 31
      1 │ train(mlp(2, 2), on: moons(), learningrate: 0.1)
        │                               ^^^^^^^^^^^^
        ╰─ help: the optimiser has the learning rate: `optimizer: Adam(learningRate: 0.01)`
      """),
    Mistake(
      "the size of a batch as in PyTorch", "train(mlp(2, 2), on: moons(), batch_size: 16)",
      """
      E030: `train` has no argument `batch_size:`
        ╭─ Cell [1], line 1, column 31
      1 │ train(mlp(2, 2), on: moons(), batch_size: 16)
        │                               ^^^^^^^^^^
        ╰─ help: write `batch:`
      """),
    Mistake(
      "a list of layers as in Keras", "Sequential([Linear(2, 8), ReLU()])",
      """
      E040: `Sequential` takes a layer such as `Linear(2, 16)`, but this is an array
        ╭─ Cell [1], line 1, column 12
      1 │ Sequential([Linear(2, 8), ReLU()])
        │            ^^^^^^^^^^^^^^^^^^^^^^ an array
        ╰─ help: layers are joined by `>>`, as in `Linear(2, 16) >> ReLU()`
      """),
    Mistake(
      "a number of epochs in scientific notation", "train(mlp(2, 2), on: moons(), epochs: 1e3)",
      """
      E040: `train` takes an integer for `epochs`, but this is a number
        ╭─ Cell [1], line 1, column 39
      1 │ train(mlp(2, 2), on: moons(), epochs: 1e3)
        │                                       ^^^ a number
        ╰─ help: write `1000`
      """),
    Mistake(
      "a number where a layer is expected", "Residual(8)",
      """
      E040: `Residual` takes a layer such as `Linear(2, 16)` for `block`, but this is an integer
        ╭─ Cell [1], line 1, column 10
      1 │ Residual(8)
        │          ^ an integer
      """),
    Mistake(
      "an activation that is not there", "mlp(2, 8, 3, activation: \"ReLU6\")",
      """
      E055: there is no activation "ReLU6"
        ╭─ Cell [1], line 1, column 26
      1 │ mlp(2, 8, 3, activation: "ReLU6")
        │                          ^^^^^^^
        ╰─ help: did you mean `relu`?
      """),
    Mistake(
      "a device, as in PyTorch", "zeros(2, device: \"cuda\")",
      """
      E030: `zeros` has no argument `device:`
        ╭─ Cell [1], line 1, column 10
      1 │ zeros(2, device: "cuda")
        │          ^^^^^^
        ╰─ help: leave it out: everything runs on the processor
      """),
  ]

  /// Losses that do not go with the data, and functions of one's own.
  static let callsOfOwnBeforeRunning = [
    Mistake(
      "numbers for all classes compared with a class", "train(mlp(4, 8, 3), on: iris(), loss: mse)",
      """
      E041: `mse` compares like with like, but the network gives 3 numbers per row and `iris` has one, the class
        ╭─ Cell [1], line 1, column 7
      1 │ train(mlp(4, 8, 3), on: iris(), loss: mse)
        │       ^^^^^^^^^^^^ gives 3
        │                         ------ a class for each row
        │                                       ---
        ╰─ help: for classes use `crossEntropy`, which is the loss if none is given
      """),
    Mistake(
      "a loss of two classes for three", "train(mlp(4, 8, 1), on: iris(), loss: bceWithLogits)",
      """
      E055: `bceWithLogits` tells two classes apart, but `iris` has 3
        ╭─ Cell [1], line 1, column 39
      1 │ train(mlp(4, 8, 1), on: iris(), loss: bceWithLogits)
        │                         ------ 3 classes
        │                                       ^^^^^^^^^^^^^ for two classes
        ╰─ help: use `crossEntropy`, which is the loss if none is given, and 3 outputs
      """),
    Mistake(
      "more outputs than targets",
      """
      let data = dataset([[1], [2]], [0.5, 1.5])
      train(mlp(1, 8, 2), on: data)
      """,
      """
      E041: `mse` compares like with like, but the network gives 2 numbers per row and `data` has 1 target
        ╭─ Cell [1], line 2, column 7
      2 │ train(mlp(1, 8, 2), on: data)
        │       ^^^^^^^^^^^^ gives 2
        │                         ---- 1 target
        ╰─ help: did you mean `mlp(1, 8, 1)`?
      """),
    Mistake(
      "layers side by side with different inputs", "Parallel(Linear(2, 3), Linear(4, 3))",
      """
      E041: layers side by side take the same input, but `Linear(2, 3)` takes 2 features and `Linear(4, 3)` 4
        ╭─ Cell [1], line 1, column 24
      1 │ Parallel(Linear(2, 3), Linear(4, 3))
        │          ------------ takes 2
        │                        ^^^^^^^^^^^^ takes 4
        ╰─ help: did you mean `Linear(2, 3)`?
      """),
    Mistake(
      "what layers side by side give together", "Parallel(Linear(2, 3), ReLU()) >> Linear(3, 1)",
      """
      E041: `Linear(3, 1)` takes 3 features, but `Parallel(Linear(2, 3), ReLU())` before it gives 5
        ╭─ Cell [1], line 1, column 35
      1 │ Parallel(Linear(2, 3), ReLU()) >> Linear(3, 1)
        │ ------------------------------ gives 5
        │                                   ^^^^^^^^^^^^ takes 3
        ╰─ help: did you mean `Linear(5, 1)`?
      """),
    Mistake(
      "a closure with a name called with too many arguments",
      """
      let square = { x in x ** 2 }
      square(1, 2)
      """,
      """
      E030: this closure takes 1 argument, but this call gives 2
        ╭─ Cell [1], line 2, column 1
      1 │ let square = { x in x ** 2 }
        │                - takes 1 argument
      2 │ square(1, 2)
        │ ^^^^^^^^^^^^
        ╰─ help: it takes `x`
      """),
    Mistake(
      "a local function called with too few",
      """
      func outer() {
        func inner(a, by b) = a * b
        return inner(1, b: 2)
      }
      """,
      """
      E030: `inner` has no argument `b:`
        ╭─ Cell [1], line 3, column 10
      2 │   func inner(a, by b) = a * b
        │        ----- takes 2 arguments
      3 │   return inner(1, b: 2)
        │          ^^^^^^^^^^^^^^
        ╰─ help: it is declared as `inner(a, by b)`
      """),
    Mistake(
      "a function of an earlier cell given to map with too many parameters",
      after: ["func add(a, b) = a + b"], "[1, 2].map(add)",
      """
      E030: `map` calls its function with 1 argument, but `add` takes 2 arguments
        ╭─ Cell [2], line 1, column 12
      1 │ [1, 2].map(add)
        │            ^^^ takes 2 arguments
      """),
    Mistake(
      "a gradient added to a tensor of another shape",
      """
      let w = ones(2, 3)
      w - 0.1 * gradient(of: { v in sum(v ** 2) }, at: ones(3, 2))
      """,
      """
      E041: shapes [2, 3] and [3, 2] do not fit for `-`: 2 against 3 in axis -2
        ╭─ Cell [1], line 2, column 5
      1 │ let w = ones(2, 3)
        │         ---------- this makes the shape [2, 3]
      2 │ w - 0.1 * gradient(of: { v in sum(v ** 2) }, at: ones(3, 2))
        │ - shape [2, 3]
        │     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ shape [3, 2]
        ╰─ help: aligned at the right, two lengths must be equal or one of them 1
      """),
    Mistake(
      "a choice between tensors of different shapes", "where(ones(2, 3) > 0, ones(2, 3), ones(3, 2))",
      """
      E041: shapes [2, 3] and [3, 2] do not fit for `where`: 2 against 3 in axis -2
        ╭─ Cell [1], line 1, column 35
      1 │ where(ones(2, 3) > 0, ones(2, 3), ones(3, 2))
        │                       ---------- shape [2, 3]
        │                                   ^^^^^^^^^^ shape [3, 2]
        ╰─ help: aligned at the right, two lengths must be equal or one of them 1
      """),
  ]
}
