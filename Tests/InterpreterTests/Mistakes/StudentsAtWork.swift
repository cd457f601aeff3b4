extension Mistake {
  /// Mistakes with networks, figures, files and names in the midst of work.
  static let ofStudentsAtWork = [
    Mistake(
      "a layer's maker among layers",
      "Linear(4, 3) >> Dropout",
      """
      E040: a layer is needed here, but this is a function
        ╭─ Cell [1], line 1, column 1
      1 │ Linear(4, 3) >> Dropout
        │ ^^^^^^^^^^^^^^^^^^^^^^^
        ╰─ help: call it: `Dropout()`
      """),
    Mistake(
      "the gradient as a member of a function",
      """
      let f = { x in x ** 2 }
      f.gradient(2)
      """,
      """
      E031: a function has no member `gradient`
        ╭─ Cell [1], line 2, column 3
      2 │ f.gradient(2)
        │   ^^^^^^^^
        ╰─ help: it is a function here: `gradient(of: { w, b in (2 * w + b) ** 2 }, at: [1, 3])`
      """),
    Mistake(
      "a closure without its argument",
      """
      let f = { x in x ** 2 }
      f()
      """,
      """
      E030: this closure misses its argument `x`
        ╭─ Cell [1], line 2, column 1
      1 │ let f = { x in x ** 2 }
        │           - takes 1 argument
      2 │ f()
        │ ^^^
        ╰─ help: it takes `x`
      """),
    Mistake(
      "a closure with an argument too many",
      """
      let f = { x in x ** 2 }
      f(1, 2)
      """,
      """
      E030: this closure takes 1 argument, but this call gives 2
        ╭─ Cell [1], line 2, column 1
      1 │ let f = { x in x ** 2 }
        │           - takes 1 argument
      2 │ f(1, 2)
        │ ^^^^^^^
        ╰─ help: it takes `x`
      """),
    Mistake(
      "a closure with a label that it does not know",
      """
      let f = { x in x ** 2 }
      f(y: 1)
      """,
      """
      E030: this closure has no argument `y:`
        ╭─ Cell [1], line 2, column 1
      1 │ let f = { x in x ** 2 }
        │           - takes 1 argument
      2 │ f(y: 1)
        │ ^^^^^^^
        ╰─ help: it takes `x`
      """),
    Mistake(
      "a reduction without its start",
      "[1, 2, 3].reduce { a, b in a + b }",
      """
      E030: `reduce` misses its argument `combine`
        ╭─ Cell [1], line 1, column 1
      1 │ [1, 2, 3].reduce { a, b in a + b }
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        ├─ help: it is called as `reduce(initial, combine)`
        ╰─ help: as in `[1, 2, 3].reduce(0) { $0 + $1 }`
      """),
    Mistake(
      "a data set of four features in the plane",
      "plot(iris())",
      """
      E041: only data with two features can be drawn in the plane, but `iris` has shape [150, 4]
        ╭─ Cell [1], line 1, column 1
      1 │ plot(iris())
        │ ^^^^^^^^^^^^
        ╰─ help: two columns are drawn by `scatter(x[..., 0], x[..., 1])`, where `x` is `data.features`
      """),
    Mistake(
      "a title without its label",
      #"plot([1, 2], "title")"#,
      """
      E040: `plot` draws lists of numbers and functions, but this is a string
        ╭─ Cell [1], line 1, column 1
      1 │ plot([1, 2], "title")
        │ ^^^^^^^^^^^^^^^^^^^^^
        ╰─ help: a title has a label: `title: "…"`
      """),
    Mistake(
      "a figure shown as in matplotlib",
      "plot([1, 2]).show()",
      """
      E031: a figure has no member `show`
        ╭─ Cell [1], line 1, column 14
      1 │ plot([1, 2]).show()
        │              ^^^^
        ╰─ help: a figure is shown where it is a cell's last value, and by `display(figure)`
      """),
    Mistake(
      "a title as a member of a figure",
      #"plot([1, 2]).title("a")"#,
      """
      E031: a figure has no member `title`
        ╭─ Cell [1], line 1, column 14
      1 │ plot([1, 2]).title("a")
        │              ^^^^^
        ╰─ help: a label of the call: `plot([1, 2], title: "…")`
      """),
    Mistake(
      "points as a list of pairs",
      "scatter([[1, 2], [3, 4]])",
      """
      E040: `scatter` takes a list of numbers for `x`, but this is an array
        ╭─ Cell [1], line 1, column 9
      1 │ scatter([[1, 2], [3, 4]])
        │         ^^^^^^^^^^^^^^^^
        ╰─ help: a list of numbers is needed here, but one element is an array
      """),
    Mistake(
      "pieces without an interval",
      "pieces(mlp(1, 4, 1))",
      """
      E040: `pieces` takes a range such as `0...1` for `on`, but this is nil
        ╭─ Cell [1], line 1, column 1
      1 │ pieces(mlp(1, 4, 1))
        │ ^^^^^^^^^^^^^^^^^^^^
        ╰─ help: give the interval: `on: 0...1`
      """),
    Mistake(
      "a data set saved as a network",
      #"save(iris(), "iris.csv")"#,
      """
      E040: `save` takes a network, a figure, or a dictionary of tensors by name, for `value`, but this is a data set
        ╭─ Cell [1], line 1, column 6
      1 │ save(iris(), "iris.csv")
        │      ^^^^^^
        ╰─ help: a data set is written by `saveCSV(data, "x.csv")`
      """),
    Mistake(
      "a network saved as a file of PyTorch",
      """
      let net = mlp(2, 3)
      save(net, "net.pt")
      """,
      """
      E055: weights are written as safetensors, which `net.pt` does not promise
        ╭─ Cell [1], line 2, column 11
      2 │ save(net, "net.pt")
        │           ^^^^^^^^
        ╰─ help: write `net.safetensors`: PyTorch reads it by `safetensors.torch.load_file`
      """),
    Mistake(
      "numbers saved as a network",
      #"save([1, 2], "x.npy")"#,
      """
      E040: `save` takes a network, a figure, or a dictionary of tensors by name, for `value`, but this is an array
        ╭─ Cell [1], line 1, column 6
      1 │ save([1, 2], "x.npy")
        │      ^^^^^^
        ╰─ help: numbers are written by `saveNPY(x, "x.npy")`
      """),
    Mistake(
      "the name of NumPy for what cuts off",
      """
      clip(3, 0, 1)
      clamp(3, 0, 1)
      """,
      """
      E020: `clamp` is not defined
        ╭─ Cell [1], line 2, column 1
      2 │ clamp(3, 0, 1)
        │ ^^^^^ not found
        ╰─ help: write `clip`
      """),
    Mistake(
      "a power as a function",
      "pow(2, 3)",
      """
      E020: `pow` is not defined
        ╭─ Cell [1], line 1, column 1
      1 │ pow(2, 3)
        │ ^^^ not found
        ╰─ help: write `x ** 2`
      """),
    Mistake(
      "a decimal logarithm",
      "log10(100)",
      """
      E020: `log10` is not defined
        ╭─ Cell [1], line 1, column 1
      1 │ log10(100)
        │ ^^^^^ not found
        ╰─ help: write `log(x) / log(10)`
      """),
    Mistake(
      "a logarithm with a base",
      "log(8, 2)",
      """
      E030: `log` takes at most 1 argument
        ╭─ Cell [1], line 1, column 8
      1 │ log(8, 2)
        │        ^ one too many
        ╰─ help: the logarithm to another base is `log(x) / log(b)`
      """),
    Mistake(
      "a rounding to decimals",
      "round(2.5, decimals: 1)",
      """
      E030: `round` has no argument `decimals:`
        ╭─ Cell [1], line 1, column 12
      1 │ round(2.5, decimals: 1)
        │            ^^^^^^^^
        ╰─ help: `string(x, decimals: 2)` shows a number so
      """),
    Mistake(
      "a name that hides a function of the library",
      """
      let sum = 0
      sum([1, 2])
      """,
      """
      E032: `sum` is an integer here, which cannot be called
        ╭─ Cell [1], line 2, column 1
      2 │ sum([1, 2])
        │ ^^^
        ╰─ help: the notebook's `sum` hides the function of the library: give it another name
      """),
  ]
}
