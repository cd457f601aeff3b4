extension Mistake {
  /// Names and modules of PyTorch, NumPy, Keras and Python.
  static let namesOfOtherLibraries = [
    Mistake(
      "a function behind its module in PyTorch",
      "let x = torch.randn(3, 4)",
      """
      E020: `torch` is not defined
        ╭─ Cell [1], line 1, column 9
      1 │ let x = torch.randn(3, 4)
        │         ^^^^^ not found
        ╰─ help: functions have no module before them: write `randn`
      """),
    Mistake(
      "a layer behind its module in PyTorch",
      "let net = nn.Linear(3, 4)",
      """
      E020: `nn` is not defined
        ╭─ Cell [1], line 1, column 11
      1 │ let net = nn.Linear(3, 4)
        │           ^^ not found
        ╰─ help: functions have no module before them: write `Linear`
      """),
    Mistake(
      "a loss of PyTorch behind its module",
      "let loss = nn.CrossEntropyLoss()",
      """
      E020: `nn` is not defined
        ╭─ Cell [1], line 1, column 12
      1 │ let loss = nn.CrossEntropyLoss()
        │            ^^ not found
        ╰─ help: write `crossEntropy`
      """),
    Mistake(
      "an optimiser behind its module in PyTorch",
      "let opt = optim.SGD(learningRate: 0.1)",
      """
      E020: `optim` is not defined
        ╭─ Cell [1], line 1, column 11
      1 │ let opt = optim.SGD(learningRate: 0.1)
        │           ^^^^^ not found
        ╰─ help: functions have no module before them: write `SGD`
      """),
    Mistake(
      "a function of NumPy",
      "let x = np.linspace(0, 1, 5)",
      """
      E020: `np` is not defined
        ╭─ Cell [1], line 1, column 9
      1 │ let x = np.linspace(0, 1, 5)
        │         ^^ not found
        ╰─ help: functions have no module before them: write `linspace`
      """),
    Mistake(
      "an array of NumPy",
      "let a = np.array([1, 2, 3])",
      """
      E020: `np` is not defined
        ╭─ Cell [1], line 1, column 9
      1 │ let a = np.array([1, 2, 3])
        │         ^^ not found
        ╰─ help: write `tensor([1, 2])`
      """),
    Mistake(
      "a seed of PyTorch",
      "torch.manual_seed(0)",
      """
      E020: `torch` is not defined
        ╭─ Cell [1], line 1, column 1
      1 │ torch.manual_seed(0)
        │ ^^^^^ not found
        ╰─ help: write `seed(1)`
      """),
    Mistake(
      "a module with a function that is not there",
      "plt.figure()",
      """
      E020: `plt` is not defined
        ╭─ Cell [1], line 1, column 1
      1 │ plt.figure()
        │ ^^^ not found
        ╰─ help: functions have no module before them
      """),
    Mistake(
      "an array as by the import from NumPy",
      "let a = array([1, 2, 3])",
      """
      E020: `array` is not defined
        ╭─ Cell [1], line 1, column 9
      1 │ let a = array([1, 2, 3])
        │         ^^^^^ not found
        ╰─ help: write `tensor([1, 2])`
      """),
    Mistake(
      "a layer of Keras",
      "let net = Sequential(Dense(10, 5), Dense(5, 1))",
      """
      E020: `Dense` is not defined
        ╭─ Cell [1], line 1, column 22
      1 │ let net = Sequential(Dense(10, 5), Dense(5, 1))
        │                      ^^^^^ not found
        │                                    ----- and here
        ╰─ help: write `Linear(inputs, outputs)`
      """),
    Mistake(
      "a layer for pictures",
      "let net = Conv2d(1, 16, 3)",
      """
      E020: `Conv2d` is not defined
        ╭─ Cell [1], line 1, column 11
      1 │ let net = Conv2d(1, 16, 3)
        │           ^^^^^^ not found
        ╰─ help: the layers here are for vectors and sequences of numbers: `Linear`, `Embedding`, `BatchNorm1d`, `LayerNorm`, `Dropout`, `Residual`, `Parallel`, `Flatten`
      """),
    Mistake(
      "an initialiser by its author in PyTorch",
      "mlp(2, 16, 1, init: kaiming)",
      """
      E020: `kaiming` is not defined
        ╭─ Cell [1], line 1, column 21
      1 │ mlp(2, 16, 1, init: kaiming)
        │                     ^^^^^^^ not found
        ╰─ help: write `he`
      """),
    Mistake(
      "a counting range of Python",
      "for i in range(10) { print(i) }",
      """
      E020: `range` is not defined
        ╭─ Cell [1], line 1, column 10
      1 │ for i in range(10) { print(i) }
        │          ^^^^^ not found
        ╰─ help: write `0..<10`, or `stride(from: 0, to: 10, by: 2)`
      """),
    Mistake(
      "a conversion of Python",
      """
      print("x = " + str(3))
      """,
      #"""
      E020: `str` is not defined
        ╭─ Cell [1], line 1, column 16
      1 │ print("x = " + str(3))
        │                ^^^ not found
        ╰─ help: write `string(x)`, or `\(x)` inside of a text
      """#),
    Mistake(
      "a map of Python",
      "map([1, 2, 3], { $0 + 1 })",
      """
      E020: `map` is not defined
        ╭─ Cell [1], line 1, column 1
      1 │ map([1, 2, 3], { $0 + 1 })
        │ ^^^ not found
        ╰─ help: write `xs.map { x in … }`
      """),
    Mistake(
      "a data loader of PyTorch",
      "let loader = DataLoader(iris(), batch_size: 32)",
      """
      E020: `DataLoader` is not defined
        ╭─ Cell [1], line 1, column 14
      1 │ let loader = DataLoader(iris(), batch_size: 32)
        │              ^^^^^^^^^^ not found
        ╰─ help: batches are made by the training: `train(net, on: data, batch: 32)`
      """),
    Mistake(
      "an unknown name in several places",
      """
      print(lerning_rate)
      let x = lerning_rate * 2
      """,
      """
      E020: `lerning_rate` is not defined
        ╭─ Cell [1], line 1, column 7
      1 │ print(lerning_rate)
        │       ^^^^^^^^^^^^ not found
      2 │ let x = lerning_rate * 2
        │         ------------ and here
        ╰─ help: give it a value first: `let lerning_rate = …`
      """),
    Mistake(
      "a name given without let, then read",
      "let square = { x in y = x ** 2; y }",
      """
      E020: `y` is not declared
        ╭─ Cell [1], line 1, column 21
      1 │ let square = { x in y = x ** 2; y }
        │                     ^ not found
        │                                 - and here
        ╰─ help: declare it with its first value: `let y = …`, or `var` if it is to change
      """),
    Mistake(
      "a name like one that is only declared here",
      "let opt = opti",
      """
      E020: `opti` is not defined
        ╭─ Cell [1], line 1, column 11
      1 │ let opt = opti
        │           ^^^^ not found
        ╰─ help: give it a value first: `let opti = …`
      """),
    Mistake(
      "an initialiser as PyTorch names it",
      "mlp(2, 8, 1, init: kaiming_normal)",
      """
      E020: `kaiming_normal` is not defined
        ╭─ Cell [1], line 1, column 20
      1 │ mlp(2, 8, 1, init: kaiming_normal)
        │                    ^^^^^^^^^^^^^^ not found
        ╰─ help: write `he`
      """),
  ]
}
