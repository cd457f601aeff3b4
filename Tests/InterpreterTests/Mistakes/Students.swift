extension Mistake {
  /// Mistakes of students who know Python, PyTorch or Swift.
  static let ofStudents = [
    Mistake(
      "a call of many parameters without all that it needs",
      "train(mlp(4, 3))",
      """
      E030: `train` misses its argument `on`
        ╭─ Cell [1], line 1, column 1
      1 │ train(mlp(4, 3))
        │ ^^^^^^^^^^^^^^^^
        ├─ help: it is called as `train(net, on, loss: nil, optimizer: nil, …)`; `help(train)` shows the rest
        ╰─ help: as in `train(mlp(4, 16, 3), on: iris(), epochs: 5)`
      """),
    Mistake(
      "an axis without the numbers",
      "sum(axis: [0, 1])",
      """
      E030: `sum` misses its argument `x`
        ╭─ Cell [1], line 1, column 1
      1 │ sum(axis: [0, 1])
        │ ^^^^^^^^^^^^^^^^^
        ╰─ help: the numbers come first, then one axis: `sum(x, axis: 0)`
      """),
    Mistake(
      "several axes at once",
      "sum(zeros(2, 3), axis: (0, 1))",
      """
      E040: `sum` takes an integer for `axis`, but this is a tuple
        ╭─ Cell [1], line 1, column 24
      1 │ sum(zeros(2, 3), axis: (0, 1))
        │                        ^^^^^^ a tuple
        ╰─ help: one axis at a time: `sum(sum(x, axis: 1), axis: 0)`
      """),
    Mistake(
      "numbers side by side in a sum",
      "sum(1, 2, 3)",
      """
      E040: `sum` takes true or false for `keepDims`, but this is an integer
        ╭─ Cell [1], line 1, column 11
      1 │ sum(1, 2, 3)
        │           ^ an integer
        ╰─ help: several numbers stand in a list: `sum([1, 2, 3])`
      """),
    Mistake(
      "numbers side by side in a tensor",
      "tensor(1, 2, 3)",
      """
      E030: `tensor` takes at most 2 arguments
        ╭─ Cell [1], line 1, column 14
      1 │ tensor(1, 2, 3)
        │              ^ one too many
        ╰─ help: several numbers stand in a list: `tensor([1, 2, 3])`
      """),
    Mistake(
      "controls without a function",
      "interact(k: 1...5)",
      """
      E030: `interact` misses its argument `body`
        ╭─ Cell [1], line 1, column 1
      1 │ interact(k: 1...5)
        │ ^^^^^^^^^^^^^^^^^^
        ╰─ help: a function of the controls' values follows: `interact(k: 1...5) { k in plot([k, 1]) }`
      """),
    Mistake(
      "a text among the heights of bars",
      #"bar(["a": "x"])"#,
      """
      E040: `bar` takes a number for each key, but that of "a" is a string
        ╭─ Cell [1], line 1, column 1
      1 │ bar(["a": "x"])
        │ ^^^^^^^^^^^^^^^
        ╰─ help: as in `bar(["a": 3, "b": 1])`
      """),
    Mistake(
      "a dictionary of numbers for a line",
      #"plot(["a": 1, "b": 2])"#,
      """
      E040: `plot` draws lists of numbers and functions, but this is an integer
        ╭─ Cell [1], line 1, column 1
      1 │ plot(["a": 1, "b": 2])
        │ ^^^^^^^^^^^^^^^^^^^^^^
        ╰─ help: a number for each name is drawn by `bar`
      """),
    Mistake(
      "a range as two numbers",
      "plot(sin, 0, 1)",
      """
      E040: `plot` takes a range such as `0...1` for `on`, but this is an integer
        ╭─ Cell [1], line 1, column 14
      1 │ plot(sin, 0, 1)
        │              ^ an integer
        ╰─ help: a range is one value: `0...1`
      """),
    Mistake(
      "a shell command",
      "!ls",
      """
      E020: `ls` is not defined
        ╭─ Cell [1], line 1, column 2
      1 │ !ls
        │  ^^ not found
        ╰─ help: there are no shell commands: files are read by `load…` and written by `save…`
      """),
    Mistake(
      "a text times a number",
      #""a" * 3"#,
      """
      E040: `*` does not work between a string and an integer
        ╭─ Cell [1], line 1, column 1
      1 │ "a" * 3
        │ ^^^^^^^
        ╰─ help: a text is repeated by `(0..<3).map { _ in "a" }.joined()`
      """),
    Mistake(
      "a list times a number",
      "[0] * 3",
      """
      E040: `*` does not work between an array and an integer
        ╭─ Cell [1], line 1, column 1
      1 │ [0] * 3
        │ ^^^^^^^
        ╰─ help: arrays do no arithmetic: a list is filled by `(0..<3).map { _ in 0 }`, a tensor by `full([3], 0)`
      """),
    Mistake(
      "one text minus another",
      #""a" - "b""#,
      """
      E040: `-` does not work between a string and a string
        ╭─ Cell [1], line 1, column 1
      1 │ "a" - "b"
        │ ^^^^^^^^^
        ╰─ help: of two texts `+` makes one; nothing else is done with them
      """),
    Mistake(
      "a format and a number",
      #""loss %.3f" % 0.5"#,
      #"""
      E040: `%` does not work between a string and a number
        ╭─ Cell [1], line 1, column 1
      1 │ "loss %.3f" % 0.5
        │ ^^^^^^^^^^^^^^^^^
        ╰─ help: a value is put into a text with `\(…)`, as in "x = \(x, decimals: 3)"
      """#),
    Mistake(
      "the name of a picture before the picture",
      #"save("x.svg", plot([1, 2, 3]))"#,
      """
      E040: `save` takes a network, a figure, or a dictionary of tensors by name, for `value`, but this is a string
        ╭─ Cell [1], line 1, column 6
      1 │ save("x.svg", plot([1, 2, 3]))
        │      ^^^^^^^
        ╰─ help: the file's name comes last: `save(value, "…")`
      """),
    Mistake(
      "the name of a file before the network",
      """
      let net = mlp(2, 3)
      save("net.safetensors", net)
      """,
      """
      E040: `save` takes a string for `path`, but this is a network
        ╭─ Cell [1], line 2, column 25
      1 │ let net = mlp(2, 3)
        │           --------- this is a network
      2 │ save("net.safetensors", net)
        │                         ^^^
        ╰─ help: the file's name comes last: `save(value, "…")`
      """),
    Mistake(
      "the name of a file before the tensor",
      #"saveNPY("x.npy", [1, 2])"#,
      """
      E040: `saveNPY` takes a tensor or an array of numbers for `x`, but this is a string
        ╭─ Cell [1], line 1, column 9
      1 │ saveNPY("x.npy", [1, 2])
        │         ^^^^^^^ a string
        ╰─ help: the file's name comes last: `saveNPY(x, "…")`
      """),
    Mistake(
      "an equality that rounding breaks",
      "check(0.1 + 0.2 == 0.3)",
      """
      E050: the check failed
        ╭─ Cell [1], line 1, column 6
      1 │ check(0.1 + 0.2 == 0.3)
        │      ^^^^^^^^^^^^^^^^^^ 0.30000000000000004 == 0.3 is false
        ╰─ help: floating point rounds: write `check allClose(0.1 + 0.2, 0.3)`
      """),
    Mistake(
      "an equality of lists that rounding breaks",
      """
      let x = [0.3]
      check [0.1 + 0.2] == x, "the sums agree"
      """,
      """
      E050: the check failed: the sums agree
        ╭─ Cell [1], line 2, column 7
      2 │ check [0.1 + 0.2] == x, "the sums agree"
        │       ^^^^^^^^^^^^^^^^ [0.30000000000000004] == [0.3] is false
        ╰─ help: floating point rounds: write `check allClose([0.1 + 0.2], x)`
      """),
    Mistake(
      "an equality of networks",
      "check mlp(2, 3) == mlp(2, 3)",
      """
      E050: the check failed
        ╭─ Cell [1], line 1, column 7
      1 │ check mlp(2, 3) == mlp(2, 3)
        │       ^^^^^^^^^^^^^^^^^^^^^^ Linear(2, 3)   9 parameters == Linear(2, 3)   9 parameters is false
        ╰─ help: networks are equal if they share their weights; what they compute is compared by `allClose(a(x), b(x))`
      """),
    Mistake(
      "the order of two networks",
      "mlp(2, 3) < mlp(2, 4)",
      """
      E040: `<` does not order a network and a network
        ╭─ Cell [1], line 1, column 1
      1 │ mlp(2, 3) < mlp(2, 4)
        │ ^^^^^^^^^^^^^^^^^^^^^
        ╰─ help: compare numbers of theirs, as in `a.parameterCount < b.parameterCount`
      """),
    Mistake(
      "a class of Swift",
      "Float(3)",
      """
      E020: `Float` is not defined
        ╭─ Cell [1], line 1, column 1
      1 │ Float(3)
        │ ^^^^^ not found
        ╰─ help: write `double(x)`
      """),
    Mistake(
      "a function in a module of a module",
      "torch.nn.Linear(2, 3)",
      """
      E020: `torch` is not defined
        ╭─ Cell [1], line 1, column 1
      1 │ torch.nn.Linear(2, 3)
        │ ^^^^^ not found
        ╰─ help: functions have no module before them: write `Linear`
      """),
    Mistake(
      "the seed of NumPy",
      "np.random.seed(1)",
      """
      E020: `np` is not defined
        ╭─ Cell [1], line 1, column 1
      1 │ np.random.seed(1)
        │ ^^ not found
        ╰─ help: functions have no module before them: write `seed`
      """),
    Mistake(
      "a power of ten without its factor",
      "let rate = 1-e3",
      """
      E020: `e3` is not defined
        ╭─ Cell [1], line 1, column 14
      1 │ let rate = 1-e3
        │              ^^ not found
        ╰─ help: a power of ten is written `1e3` or `1e-3`
      """),
    Mistake(
      "the steps of an optimiser",
      "for epoch in 0..<10 { optimizer.step() }",
      """
      E020: `optimizer` is not defined
        ╭─ Cell [1], line 1, column 23
      1 │ for epoch in 0..<10 { optimizer.step() }
        │                       ^^^^^^^^^ not found
        ╰─ help: `train(net, on: data, optimizer: Adam())` takes the steps
      """),
    Mistake(
      "a member of a function that makes a data set",
      "iris.features",
      """
      E031: a function has no member `features`
        ╭─ Cell [1], line 1, column 6
      1 │ iris.features
        │      ^^^^^^^^
        ╰─ help: call it first: what it gives may have such a member, as in `iris().features`
      """),
    Mistake(
      "the activation among the widths",
      "mlp(2, 16, 1, relu)",
      """
      E040: `mlp` takes an integer, but this is a function
        ╭─ Cell [1], line 1, column 15
      1 │ mlp(2, 16, 1, relu)
        │               ^^^^ a function
        ╰─ help: an activation has a label: `mlp(2, 16, 1, activation: relu)`
      """),
    Mistake(
      "an activation of a network",
      "relu(Linear(2, 3))",
      """
      E040: `relu` takes a number or a tensor for `x`, but this is a network
        ╭─ Cell [1], line 1, column 6
      1 │ relu(Linear(2, 3))
        │      ^^^^^^^^^^^^ a network
        ╰─ help: a network is called with a tensor, as in `net(x)`; layers are joined by `>>`
      """),
    Mistake(
      "a network of several numbers",
      """
      let net = mlp(4, 3)
      net(1, 2, 3, 4)
      """,
      """
      E030: a network takes one tensor, but 4 arguments are given
        ╭─ Cell [1], line 2, column 1
      2 │ net(1, 2, 3, 4)
        │ ^^^^^^^^^^^^^^^
        ╰─ help: several numbers stand in a list: `net([1, 2])`
      """),
    Mistake(
      "a network of a data set",
      """
      let net = mlp(4, 3)
      net(iris())
      """,
      """
      E040: a tensor holds numbers, but this is a data set
        ╭─ Cell [1], line 2, column 1
      2 │ net(iris())
        │ ^^^^^^^^^^^
        ╰─ help: the rows of a data set are its `features`: write `data.features`
      """),
    Mistake(
      "the learning rate among the arguments of a training",
      "train(mlp(4, 3), on: iris(), 0.1)",
      """
      E040: `train` takes a loss such as `mse` or `crossEntropy`, or a function of prediction and target for `loss`, but this is a number
        ╭─ Cell [1], line 1, column 30
      1 │ train(mlp(4, 3), on: iris(), 0.1)
        │                              ^^^ a number
        ╰─ help: the optimiser has the learning rate: `optimizer: Adam(learningRate: 0.01)`
      """),
    Mistake(
      "a number of decimals for rounding",
      "round(3.14159, 2)",
      """
      E030: `round` takes at most 1 argument
        ╭─ Cell [1], line 1, column 16
      1 │ round(3.14159, 2)
        │                ^ one too many
        ╰─ help: `string(x, decimals: 2)` shows a number so
      """),
    Mistake(
      "a format for a value in a text",
      #""\(2 / 3, specifier: "%.3f")""#,
      #"""
      E030: `string` has no argument `specifier:`
        ╭─ Cell [1], line 1, column 11
      1 │ "\(2 / 3, specifier: "%.3f")"
        │           ^^^^^^^^^
        ╰─ help: write `decimals:`
      """#),
    Mistake(
      "decimals below zero in a text",
      #""\(2 / 3, decimals: -1)""#,
      #"""
      E055: `decimals` of `string` is an integer from 0 to 17, but this one is -1
        ╭─ Cell [1], line 1, column 21
      1 │ "\(2 / 3, decimals: -1)"
        │                     ^^
      """#),
    Mistake(
      "decimals and digits at once",
      "string(2 / 3, decimals: 3, digits: 2)",
      """
      E030: `string` takes `decimals` or `digits`, not both
        ╭─ Cell [1], line 1, column 1
      1 │ string(2 / 3, decimals: 3, digits: 2)
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        ╰─ help: `decimals` counts behind the point, `digits` from the first that is not 0
      """),
    Mistake(
      "labels of Keras for the widths",
      "Linear(in: 4, out: 3)",
      """
      E030: `Linear` has no argument `in:`
        ╭─ Cell [1], line 1, column 8
      1 │ Linear(in: 4, out: 3)
        │        ^^
        ╰─ help: write `inputs:`
      """),
    Mistake(
      "a file opened by hand",
      #"open("x.txt")"#,
      """
      E020: `open` is not defined
        ╭─ Cell [1], line 1, column 1
      1 │ open("x.txt")
        │ ^^^^ not found
        ╰─ help: files are read by `load…` and written by `save…`
      """),
  ]
}
