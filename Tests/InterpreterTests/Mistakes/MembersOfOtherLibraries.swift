extension Mistake {
  /// Members that values have in PyTorch, NumPy, Keras, Python and JavaScript.
  static let membersOfOtherLibraries = [
    Mistake(
      "a view of PyTorch",
      """
      let x = randn(3, 4)
      x.view(12)
      """,
      """
      E031: a tensor of shape [3, 4] has no member `view`
        ╭─ Cell [1], line 2, column 3
      1 │ let x = randn(3, 4)
        │         ----------- this is a tensor of shape [3, 4]
      2 │ x.view(12)
        │   ^^^^
        ╰─ help: write `reshape`
      """),
    Mistake(
      "a reduction as a method",
      """
      let x = randn(3, 4)
      x.std(axis: 0)
      """,
      """
      E031: a tensor of shape [3, 4] has no member `std`
        ╭─ Cell [1], line 2, column 3
      1 │ let x = randn(3, 4)
        │         ----------- this is a tensor of shape [3, 4]
      2 │ x.std(axis: 0)
        │   ^^^
        ╰─ help: it is a function here: write `std(…)` around the value
      """),
    Mistake(
      "the backward pass of PyTorch",
      """
      let loss = mse([1.0], [2.0])
      loss.backward()
      """,
      """
      E031: a scalar tensor has no member `backward`
        ╭─ Cell [1], line 2, column 6
      1 │ let loss = mse([1.0], [2.0])
        │            ----------------- this is a scalar tensor
      2 │ loss.backward()
        │      ^^^^^^^^
        ╰─ help: the gradient is a value of its own: `gradient(of: { w in … }, at: w)`
      """),
    Mistake(
      "a type changed as in NumPy",
      "tensor([1, 2, 3]).astype(float64)",
      """
      E031: a tensor of shape [3] has no member `astype`
        ╭─ Cell [1], line 1, column 19
      1 │ tensor([1, 2, 3]).astype(float64)
        │                   ^^^^^^
        ╰─ help: write `to`
      """),
    Mistake(
      "a product as a method",
      """
      let a = tensor([[1, 2], [3, 4]])
      a.dot(a)
      """,
      """
      E031: a tensor of shape [2, 2] has no member `dot`
        ╭─ Cell [1], line 2, column 3
      1 │ let a = tensor([[1, 2], [3, 4]])
        │         ------------------------ this is a tensor of shape [2, 2]
      2 │ a.dot(a)
        │   ^^^
        ╰─ help: write `a @ b`
      """),
    Mistake(
      "the sizes of a tensor in PyTorch",
      "ones(2, 3).size(0)",
      """
      E031: a tensor of shape [2, 3] has no member `size`
        ╭─ Cell [1], line 1, column 12
      1 │ ones(2, 3).size(0)
        │            ^^^^
        ╰─ help: write `shape`
      """),
    Mistake(
      "the length of an array in JavaScript",
      """
      let a = [1, 2, 3]
      a.length
      """,
      """
      E031: an array has no member `length`
        ╭─ Cell [1], line 2, column 3
      1 │ let a = [1, 2, 3]
        │         --------- this is an array
      2 │ a.length
        │   ^^^^^^
        ╰─ help: write `count`
      """),
    Mistake(
      "an element pushed",
      """
      var a = [1, 2, 3]
      a.push(4)
      """,
      """
      E031: an array has no member `push`
        ╭─ Cell [1], line 2, column 3
      1 │ var a = [1, 2, 3]
        │         --------- this is an array
      2 │ a.push(4)
        │   ^^^^
        ╰─ help: write `append`
      """),
    Mistake(
      "a member of an array that nothing resembles",
      "[1, 2, 3].quux",
      """
      E031: an array has no member `quux`
        ╭─ Cell [1], line 1, column 11
      1 │ [1, 2, 3].quux
        │           ^^^^
        ╰─ help: it has `count`, `isEmpty`, `first`, `last`, `indices`, `map`, `filter`, `reduce`, `forEach`, `contains`, `allSatisfy`, `firstIndex` and 15 more
      """),
    Mistake(
      "capital letters as in Python",
      """
      "abc".upper()
      """,
      """
      E031: a string has no member `upper`
        ╭─ Cell [1], line 1, column 7
      1 │ "abc".upper()
        │       ^^^^^
        ╰─ help: write `uppercased`
      """),
    Mistake(
      "a key of a dictionary as a member",
      """
      let d = ["a": 1]
      d.a
      """,
      """
      E031: a dictionary has no member `a`
        ╭─ Cell [1], line 2, column 3
      2 │ d.a
        │   ^
        ╰─ help: a value is read by its key in brackets: `["a"]`
      """),
    Mistake(
      "a dictionary's entries as in Python",
      """
      let d = ["a": 1]
      for pair in d.items() { print(pair) }
      """,
      """
      E031: a dictionary has no member `items`
        ╭─ Cell [1], line 2, column 15
      2 │ for pair in d.items() { print(pair) }
        │               ^^^^^
        ╰─ help: write `for (key, value) in d`, or `d.map { key, value in … }`
      """),
    Mistake(
      "a dictionary updated as in Python",
      """
      var d = ["a": 1]
      d.update(["b": 2])
      """,
      """
      E031: a dictionary has no member `update`
        ╭─ Cell [1], line 2, column 3
      2 │ d.update(["b": 2])
        │   ^^^^^^
        ╰─ help: assign the values one by one: `d["key"] = 1`
      """),
    Mistake(
      "a network that fits itself as in Keras",
      """
      let net = mlp(4, 3)
      net.fit(iris())
      """,
      """
      E031: a network has no member `fit`
        ╭─ Cell [1], line 2, column 5
      1 │ let net = mlp(4, 3)
        │           --------- this is a network
      2 │ net.fit(iris())
        │     ^^^
        ╰─ help: write `train(net, on: data)`
      """),
    Mistake(
      "the forward pass of PyTorch by its name",
      """
      let net = mlp(4, 3)
      net.forward(ones(1, 4))
      """,
      """
      E031: a network has no member `forward`
        ╭─ Cell [1], line 2, column 5
      1 │ let net = mlp(4, 3)
        │           --------- this is a network
      2 │ net.forward(ones(1, 4))
        │     ^^^^^^^
        ╰─ help: a network is called as it is: `net(x)`
      """),
    Mistake(
      "a network set to evaluation",
      """
      let net = mlp(4, 3)
      net.eval()
      """,
      """
      E031: a network has no member `eval`
        ╭─ Cell [1], line 2, column 5
      1 │ let net = mlp(4, 3)
        │           --------- this is a network
      2 │ net.eval()
        │     ^^^^
        ╰─ help: leave it out: only `train` drops units and updates running means
      """),
    Mistake(
      "a network moved to a device",
      """
      mlp(4, 3).to("cuda")
      """,
      """
      E031: a network has no member `to`
        ╭─ Cell [1], line 1, column 11
      1 │ mlp(4, 3).to("cuda")
        │           ^^
        ╰─ help: leave it out: everything runs on the processor
      """),
    Mistake(
      "the rows of a data set in scikit-learn",
      "iris().data",
      """
      E031: a data set has no member `data`
        ╭─ Cell [1], line 1, column 8
      1 │ iris().data
        │        ^^^^
        ╰─ help: write `features`
      """),
    Mistake(
      "the accuracy of a history",
      """
      let h = train(mlp(4, 3), on: iris(), epochs: 1, progress: false)
      h.accuracy
      """,
      """
      E031: a history has no member `accuracy`
        ╭─ Cell [1], line 2, column 3
      2 │ h.accuracy
        │   ^^^^^^^^
        ╰─ help: write `accuracies`
      """),
    Mistake(
      "a member of nothing",
      """
      ["a": 1]["b"].count
      """,
      """
      E031: nil has no member `count`
        ╭─ Cell [1], line 1, column 15
      1 │ ["a": 1]["b"].count
        │               ^^^^^
        ╰─ help: `x ?? 0` gives another value where `x` is nil
      """),
    Mistake(
      "a member assigned to that is not there",
      """
      let x = tensor([1.0, 2.0])
      x.requires_grad = true
      """,
      """
      E014: the member `requires_grad` cannot be assigned to
        ╭─ Cell [1], line 2, column 1
      2 │ x.requires_grad = true
        │ ^^^^^^^^^^^^^^^
        ╰─ help: values are changed as a whole: give the name a new value
      """),
    Mistake(
      "an axis put in as in PyTorch",
      "randn(3).unsqueeze(0)",
      """
      E031: a tensor of shape [3] has no member `unsqueeze`
        ╭─ Cell [1], line 1, column 10
      1 │ randn(3).unsqueeze(0)
        │          ^^^^^^^^^
        ╰─ help: write `x.reshape(1, -1)` for a row, `x.reshape(-1, 1)` for a column
      """),
    Mistake(
      "a tensor made flat as in PyTorch",
      "randn(3, 4).flatten()",
      """
      E031: a tensor of shape [3, 4] has no member `flatten`
        ╭─ Cell [1], line 1, column 13
      1 │ randn(3, 4).flatten()
        │             ^^^^^^^
        ╰─ help: write `x.reshape(-1)`
      """),
  ]
}
