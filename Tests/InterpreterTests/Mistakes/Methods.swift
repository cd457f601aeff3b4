extension Mistake {
  /// Methods with arguments that they do not take, and what is no method.
  static let methods: [Mistake] = [
    Mistake(
      "a label that a method does not have",
      "let a = [1]\na.sorted(reverse: true)",
      """
      E030: `sorted` has no argument `reverse:`
        ╭─ Cell [1], line 2, column 10
      2 │ a.sorted(reverse: true)
        │          ^^^^^^^
        ╰─ help: it is called as `sorted(by: nil)`
      """),
    Mistake(
      "a label that a method of an unknown value does not have",
      after: ["func smallest(xs) = xs.min(by: { x in -x })"],
      "smallest([1])",
      """
      E030: `min` has no argument `by:`
        ╭─ Cell [1], line 1, column 32
      1 │ func smallest(xs) = xs.min(by: { x in -x })
        │                                ^^^^^^^^^^^
        ╰─ help: it is called as `min()`
        in smallest, called from Cell [2], line 1: smallest([1])
      """),
    Mistake(
      "a second element to append",
      "var xs = [1]; xs.append(4, 5)",
      """
      E030: `append` takes at most 1 argument
        ╭─ Cell [1], line 1, column 28
      1 │ var xs = [1]; xs.append(4, 5)
        │                            ^ one too many
        ╰─ help: it is called as `append(element)`
      """),
    Mistake(
      "the first element for which something holds, as in Swift",
      "let a = [1, 2]; a.first { $0 > 1 }",
      """
      E032: `first` of an array is a value, which takes no arguments
        ╭─ Cell [1], line 1, column 19
      1 │ let a = [1, 2]; a.first { $0 > 1 }
        │                   ^^^^^
        ╰─ help: write `xs.filter { x in … }.first`
      """),
    Mistake(
      "all elements taken away",
      "var a = [1]; a.removeAll()",
      """
      E031: an array has no member `removeAll`
        ╭─ Cell [1], line 1, column 16
      1 │ var a = [1]; a.removeAll()
        │         --- this is an array
        │                ^^^^^^^^^
        ╰─ help: give it an empty list: `xs = []`
      """),
    Mistake(
      "the smallest of one number",
      "min(3)",
      """
      E040: `min` compares several numbers, but this is one
        ╭─ Cell [1], line 1, column 1
      1 │ min(3)
        │ ^^^^^^
        ╰─ help: write `min(a, b)`, or give it a list
      """),
    Mistake(
      "a layer's name for an activation",
      "mlp(2, 3, 1, activation: ReLU)",
      """
      E040: a layer is needed here, but this is a function
        ╭─ Cell [1], line 1, column 26
      1 │ mlp(2, 3, 1, activation: ReLU)
        │                          ^^^^
        ╰─ help: call it: `ReLU()`
      """),
    Mistake(
      "a decay that never forgets",
      "Adam(beta1: 1.5)",
      """
      E055: `beta1` of `Adam` is a number from 0 to below 1, but this one is 1.5
        ╭─ Cell [1], line 1, column 13
      1 │ Adam(beta1: 1.5)
        │             ^^^
      """),
    Mistake(
      "points coloured by a list",
      "scatter([1, 2], [3, 4], labels: [0, 1])",
      """
      E030: `scatter` has no argument `labels:`
        ╭─ Cell [1], line 1, column 25
      1 │ scatter([1, 2], [3, 4], labels: [0, 1])
        │                         ^^^^^^
        ╰─ help: a data set has its points' classes: `scatter(dataset(x, y, classes: 2))`
      """),
    Mistake(
      "a claim as a function",
      "assert(1 == 2)",
      """
      E020: `assert` is not defined
        ╭─ Cell [1], line 1, column 1
      1 │ assert(1 == 2)
        │ ^^^^^^ not found
        ╰─ help: a claim is written `check condition, "what is claimed"`
      """),
    Mistake(
      "a list sorted by a function",
      "sort([3, 1, 2])",
      """
      E020: `sort` is not defined
        ╭─ Cell [1], line 1, column 1
      1 │ sort([3, 1, 2])
        │ ^^^^ not found
        ╰─ help: write `xs.sorted()`
      """),
    Mistake(
      "an inverse",
      "inv(eye(2))",
      """
      E020: `inv` is not defined
        ╭─ Cell [1], line 1, column 1
      1 │ inv(eye(2))
        │ ^^^ not found
        ╰─ help: there is no linear algebra here but products of matrices, as in `x.T @ x`
      """),
  ]
}
