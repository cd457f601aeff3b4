extension Mistake {
  /// Mistakes that show themselves before anything of the cell runs.
  static let beforeRunning = [
    Mistake(
      "a product of matrices of earlier cells",
      after: ["let a = ones(2, 3)", "let b = ones(2, 4)"],
      "a @ b",
      """
      E041: shapes [2, 3] and [2, 4] do not fit for `@`: the inner lengths are 3 and 2
        ╭─ Cell [3], line 1, column 5
      1 │ a @ b
        │ - shape [2, 3]
        │     ^ shape [2, 4]
        ╰─ help: did you mean `a.T @ b`?
      """),
    Mistake(
      "a product that only lacks a transpose",
      """
      let x = randn(8, 3)
      let w = randn(5, 3)
      x @ w
      """,
      """
      E041: shapes [8, 3] and [5, 3] do not fit for `@`: the inner lengths are 3 and 5
        ╭─ Cell [1], line 3, column 5
      1 │ let x = randn(8, 3)
        │         ----------- this makes the shape [8, 3]
      2 │ let w = randn(5, 3)
        │         ----------- this makes the shape [5, 3]
      3 │ x @ w
        │ - shape [8, 3]
        │     ^ shape [5, 3]
        ╰─ help: did you mean `x @ w.T`?
      """),
    Mistake(
      "a matrix times a vector of the other length",
      after: ["let W = ones(4, 3)"],
      "W @ ones(4)",
      """
      E041: shapes [4, 3] and [4] do not fit for `@`: the inner lengths are 3 and 4
        ╭─ Cell [2], line 1, column 5
      1 │ W @ ones(4)
        │ - shape [4, 3]
        │     ^^^^^^^ shape [4]
        ╰─ help: the length of the first operand's last axis must be that of the second's last but one
      """),
    Mistake(
      "a bias of the wrong length",
      """
      let x = randn(10, 4)
      let W = randn(4, 16)
      let b = zeros(4)
      x @ W + b
      """,
      """
      E041: shapes [10, 16] and [4] do not fit for `+`: 16 against 4 in axis -1
        ╭─ Cell [1], line 4, column 9
      3 │ let b = zeros(4)
        │         -------- this makes the shape [4]
      4 │ x @ W + b
        │ ----- shape [10, 16]
        │         ^ shape [4]
        ╰─ help: aligned at the right, two lengths must be equal or one of them 1
      """),
    Mistake(
      "a sum in place",
      """
      var total = zeros(3)
      total += ones(4)
      """,
      """
      E041: shapes [3] and [4] do not fit for `+`: 3 against 4 in axis -1
        ╭─ Cell [1], line 2, column 10
      1 │ var total = zeros(3)
        │             -------- this makes the shape [3]
      2 │ total += ones(4)
        │ ----- shape [3]
        │          ^^^^^^^ shape [4]
        ╰─ help: aligned at the right, two lengths must be equal or one of them 1
      """),
    Mistake(
      "a comparison of unequal shapes",
      "ones(2) < ones(3)",
      """
      E041: shapes [2] and [3] do not fit for `<`: 2 against 3 in axis -1
        ╭─ Cell [1], line 1, column 11
      1 │ ones(2) < ones(3)
        │ ------- shape [2]
        │           ^^^^^^^ shape [3]
        ╰─ help: aligned at the right, two lengths must be equal or one of them 1
      """),
    Mistake(
      "a product by name",
      "matmul(ones(2, 3), ones(2, 3))",
      """
      E041: shapes [2, 3] and [2, 3] do not fit for `@`: the inner lengths are 3 and 2
        ╭─ Cell [1], line 1, column 20
      1 │ matmul(ones(2, 3), ones(2, 3))
        │        ---------- shape [2, 3]
        │                    ^^^^^^^^^^ shape [2, 3]
        ╰─ help: the length of the first operand's last axis must be that of the second's last but one
      """),
    Mistake(
      "a mistake in a function, shown at its call",
      """
      func layer(x, w) = relu(x @ w)
      layer(ones(2, 3), ones(4, 2))
      """,
      """
      E041: shapes [2, 3] and [4, 2] do not fit for `@`: the inner lengths are 3 and 4
        ╭─ Cell [1], line 1, column 29
      1 │ func layer(x, w) = relu(x @ w)
        │                         - shape [2, 3]
        │                             ^ shape [4, 2]
      2 │ layer(ones(2, 3), ones(4, 2))
        │ ----------------------------- in this call
        │       ---------- this makes the shape [2, 3]
        │                   ---------- this makes the shape [4, 2]
        ╰─ help: did you mean `w @ x`?
      """),
    Mistake(
      "a mistake in a function of an earlier cell",
      after: ["func layer(x, w) = relu(x @ w)"],
      "layer(ones(2, 3), ones(4, 2))",
      """
      E041: shapes [2, 3] and [4, 2] do not fit for `@`: the inner lengths are 3 and 4
        ╭─ Cell [2], line 1, column 1
      1 │ layer(ones(2, 3), ones(4, 2))
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ in this call
        ├─ help: the length of the first operand's last axis must be that of the second's last but one
        ╰─ help: it happens inside of `layer` (Cell [1], line 1): `x @ w`
      """),
    Mistake(
      "a mistake inside of a loop",
      """
      let data = iris()
      for width in [4, 8] {
        let net = Linear(3, width) >> ReLU() >> Linear(width, 3)
        train(net, on: data, progress: false)
      }
      """,
      """
      E041: `Linear(3, …)` takes 3 features, but the rows of `iris` have 4
        ╭─ Cell [1], line 4, column 18
      3 │   let net = Linear(3, width) >> ReLU() >> Linear(width, 3)
        │             ---------------- takes 3
      4 │   train(net, on: data, progress: false)
        │                  ^^^^ 4 features
        ╰─ help: the network needs 4 inputs, one for each feature
      """),
    Mistake(
      "a chain with a wrong middle",
      "let net = Linear(64, 32) >> ReLU() >> Linear(16, 10)",
      """
      E041: `Linear(16, 10)` takes 16 features, but `Linear(64, 32)` before it gives 32
        ╭─ Cell [1], line 1, column 39
      1 │ let net = Linear(64, 32) >> ReLU() >> Linear(16, 10)
        │           -------------- gives 32
        │                                       ^^^^^^^^^^^^^^ takes 16
        ╰─ help: did you mean `Linear(32, 10)`?
      """),
    Mistake(
      "a Sequential that does not fit",
      "Sequential(Linear(2, 8), Tanh(), Linear(4, 1))",
      """
      E041: `Linear(4, 1)` takes 4 features, but `Linear(2, 8)` before it gives 8
        ╭─ Cell [1], line 1, column 34
      1 │ Sequential(Linear(2, 8), Tanh(), Linear(4, 1))
        │            ------------ gives 8
        │                                  ^^^^^^^^^^^^ takes 4
        ╰─ help: did you mean `Linear(8, 1)`?
      """),
    Mistake(
      "a network of an earlier cell continued",
      after: ["let body = mlp(4, 16, 8)"],
      "body >> ReLU() >> Linear(16, 3)",
      """
      E041: `Linear(16, 3)` takes 16 features, but `Linear(16, 8)` before it gives 8
        ╭─ Cell [2], line 1, column 19
      1 │ body >> ReLU() >> Linear(16, 3)
        │ -------------- gives 8, by its `Linear(16, 8)`
        │                   ^^^^^^^^^^^^^ takes 16
        ╰─ help: did you mean `Linear(8, 3)`?
      """),
    Mistake(
      "a normalisation of another width",
      "Linear(4, 16) >> BatchNorm1d(32) >> ReLU() >> Linear(16, 3)",
      """
      E041: `BatchNorm1d(32)` takes 32 features, but `Linear(4, 16)` before it gives 16
        ╭─ Cell [1], line 1, column 18
      1 │ Linear(4, 16) >> BatchNorm1d(32) >> ReLU() >> Linear(16, 3)
        │ ------------- gives 16
        │                  ^^^^^^^^^^^^^^^ takes 32
        ╰─ help: did you mean `BatchNorm1d(16)`?
      """),
    Mistake(
      "a block that cannot add its input",
      "Linear(4, 8) >> Residual(Linear(8, 16) >> ReLU())",
      """
      E041: `Residual` adds what its block gives to what it takes, but this one takes 8 features and gives 16
        ╭─ Cell [1], line 1, column 26
      1 │ Linear(4, 8) >> Residual(Linear(8, 16) >> ReLU())
        │                          ^^^^^^^^^^^^^ gives 16
        ╰─ help: did you mean `Linear(8, 8)`?
      """),
    Mistake(
      "a network on the transpose of its input",
      after: ["let net = mlp(3, 8, 1)"],
      """
      let x = randn(3, 100)
      net(x)
      """,
      """
      E041: `Linear(3, 8)` takes 3 features, but its input has 100 (shape [3, 100])
        ╭─ Cell [2], line 2, column 5
      2 │ net(x)
        │ --- takes 3, by its `Linear(3, 8)`
        │     ^ rows of 100
        ╰─ help: each row of the input is an example: its transpose `.T` has rows of 3
      """),
    Mistake(
      "a network on a single number of features too many",
      after: ["let net = mlp(2, 8, 1)"],
      "net([1, 2, 3])",
      """
      E041: `Linear(2, 8)` takes 2 features, but its input has 3 (shape [3])
        ╭─ Cell [2], line 1, column 5
      1 │ net([1, 2, 3])
        │ --- takes 2, by its `Linear(2, 8)`
        │     ^^^^^^^^^ 3 numbers
      """),
    Mistake(
      "pictures for a network of flowers",
      after: ["let net = mlp(4, 16, 10)", "let data = digits()"],
      "train(net, on: data, epochs: 1)",
      """
      E041: `Linear(4, 16)` takes 4 features, but the rows of `digits` have 64
        ╭─ Cell [3], line 1, column 16
      1 │ train(net, on: data, epochs: 1)
        │       --- takes 4, by its `Linear(4, 16)`
        │                ^^^^ 64 features
        ╰─ help: the network needs 64 inputs, one for each feature
      """),
    Mistake(
      "a split data set for another network",
      """
      let (train1, test1) = split(digits())
      let net = mlp(8, 32, 10)
      train(net, on: train1)
      accuracy(net, on: test1)
      """,
      """
      E041: `Linear(8, 32)` takes 8 features, but the rows of `digits` have 64
        ╭─ Cell [1], line 3, column 16
      2 │ let net = mlp(8, 32, 10)
        │           -------------- takes 8
      3 │ train(net, on: train1)
        │                ^^^^^^ 64 features
        ╰─ help: did you mean `mlp(64, 32, 10)`?

      E041: `Linear(8, 32)` takes 8 features, but the rows of `digits` have 64
        ╭─ Cell [1], line 4, column 19
      2 │ let net = mlp(8, 32, 10)
        │           -------------- takes 8
        ┆
      4 │ accuracy(net, on: test1)
        │                   ^^^^^ 64 features
        ╰─ help: did you mean `mlp(64, 32, 10)`?
      """),
    Mistake(
      "a validation set of another kind",
      "train(mlp(4, 3), on: iris(), validation: moons())",
      """
      E041: `Linear(4, 3)` takes 4 features, but the rows of `moons` have 2
        ╭─ Cell [1], line 1, column 42
      1 │ train(mlp(4, 3), on: iris(), validation: moons())
        │       --------- takes 4
        │                                          ^^^^^^^ 2 features
        ╰─ help: did you mean `mlp(2, 3)`?
      """),
    Mistake(
      "a network with an output too few",
      after: ["let net = mlp(2, 16, 2)"],
      "train(net, on: spirals(50, classes: 4), epochs: 3)",
      """
      E041: `spirals` has 4 classes, but the network gives 2 numbers per row
        ╭─ Cell [2], line 1, column 16
      1 │ train(net, on: spirals(50, classes: 4), epochs: 3)
        │       --- gives 2, by its `Linear(16, 2)`
        │                ^^^^^^^^^^^^^^^^^^^^^^^ 4 classes
        ╰─ help: its last layer needs 4 outputs, one for each class
      """),
    Mistake(
      "predictions for other data",
      "predict(mlp(4, 3), digits().features)",
      """
      E041: `Linear(4, 3)` takes 4 features, but its input has 64 (shape [1797, 64])
        ╭─ Cell [1], line 1, column 20
      1 │ predict(mlp(4, 3), digits().features)
        │         --------- takes 4
        │                    ^^^^^^^^^^^^^^^^^ rows of 64
        ╰─ help: did you mean `mlp(64, 3)`?
      """),
    Mistake(
      "a diagnostic on other data",
      after: ["let net = mlp(64, 32, 10)"],
      "gradientFlow(net, on: iris())",
      """
      E041: `Linear(64, 32)` takes 64 features, but the rows of `iris` have 4
        ╭─ Cell [2], line 1, column 23
      1 │ gradientFlow(net, on: iris())
        │              --- takes 64, by its `Linear(64, 32)`
        │                       ^^^^^^ 4 features
        ╰─ help: the network needs 4 inputs, one for each feature
      """),
    Mistake(
      "a class number as large as the number of classes",
      """
      let logits = randn(2, 3)
      crossEntropy(logits, [0, 3])
      """,
      """
      E055: the class 3 is not among the 3 of the prediction, 0 to 2
        ╭─ Cell [1], line 2, column 22
      2 │ crossEntropy(logits, [0, 3])
        │              ------ 3 numbers per row
        │                      ^^^^^^ class 3
        ╰─ help: classes count from 0; the prediction has one number for each
      """),
    Mistake(
      "fewer class numbers than rows",
      "crossEntropy(zeros(4, 3), [0, 1, 2])",
      """
      E041: `crossEntropy` takes one class number per row, but there are 4 rows and 3 class numbers
        ╭─ Cell [1], line 1, column 27
      1 │ crossEntropy(zeros(4, 3), [0, 1, 2])
        │              ----------- 4 rows
        │                           ^^^^^^^^^ 3 class numbers
      """),
    Mistake(
      "targets that are not as many as the rows",
      """
      let x = randn(10, 2)
      dataset(x, zeros(9))
      """,
      """
      E041: there are 10 rows of features, but 9 targets
        ╭─ Cell [1], line 2, column 12
      2 │ dataset(x, zeros(9))
        │         - 10 rows
        │            ^^^^^^^^ 9 targets
        ╰─ help: give one target for each row
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
