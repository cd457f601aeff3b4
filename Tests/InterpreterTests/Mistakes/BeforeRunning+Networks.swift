extension Mistake {
  /// Networks and data that cannot fit, found before anything of the cell runs.
  static let networksBeforeRunning = [
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
  ]
}
