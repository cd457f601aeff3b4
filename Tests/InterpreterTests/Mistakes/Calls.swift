extension Mistake {
  static let calls = [
    Mistake(
      "a misspelt label",
      "train(mlp(4, 3), on: iris(), epoch: 5)",
      """
      E030: `train` has no argument `epoch:`
        ╭─ Cell [1], line 1, column 30
      1 │ train(mlp(4, 3), on: iris(), epoch: 5)
        │                              ^^^^^
        ╰─ help: did you mean `epochs:`?
      """),
    Mistake(
      "a British label",
      "train(mlp(4, 3), on: iris(), optimiser: Adam())",
      """
      E030: `train` has no argument `optimiser:`
        ╭─ Cell [1], line 1, column 30
      1 │ train(mlp(4, 3), on: iris(), optimiser: Adam())
        │                              ^^^^^^^^^
        ╰─ help: did you mean `optimizer:`?
      """),
    Mistake(
      "a label for what takes none",
      "zeros(shape: [2, 3])",
      """
      E030: `zeros` takes shape without a label
        ╭─ Cell [1], line 1, column 7
      1 │ zeros(shape: [2, 3])
        │       ^^^^^
        ╰─ help: it is called as `zeros(shape…, dtype: float32)`
      """),
    Mistake(
      "an argument too many for the library",
      "sin(1, 2)",
      """
      E030: `sin` takes at most 1 argument
        ╭─ Cell [1], line 1, column 8
      1 │ sin(1, 2)
        │        ^ one too many
        ╰─ help: it is called as `sin(x)`
      """),
    Mistake(
      "an argument missing for the library",
      "linspace(0)",
      """
      E030: `linspace` misses its argument `to`
        ╭─ Cell [1], line 1, column 1
      1 │ linspace(0)
        │ ^^^^^^^^^^^
        ├─ help: it is called as `linspace(from, to, count: 50, dtype: float32)`
        ╰─ help: as in `linspace(0, 1, 5)`
      """),
    Mistake(
      "an argument given twice",
      "linspace(0, 1, count: 5, count: 6)",
      """
      E030: `linspace` is given `count` twice
        ╭─ Cell [1], line 1, column 26
      1 │ linspace(0, 1, count: 5, count: 6)
        │                          ^^^^^
      """),
    Mistake(
      "arguments for a function without parameters",
      "iris(3)",
      """
      E030: `iris` takes no arguments
        ╭─ Cell [1], line 1, column 6
      1 │ iris(3)
        │      ^ one too many
        ╰─ help: it is called as `iris()`
      """),
    Mistake(
      "an argument too many for a function of the notebook",
      after: ["func area(width, height = 2) = width * height"],
      "area(1, 2, 3)",
      """
      E030: `area` takes 2 arguments, but this call gives 3
        ╭─ Cell [2], line 1, column 12
      1 │ area(1, 2, 3)
        │            ^
        ╰─ help: it is declared as `area(width, height = …)`
      """),
    Mistake(
      "an argument missing for a function of the notebook",
      after: ["func area(width, height = 2) = width * height"],
      "area()",
      """
      E030: `area` misses its argument `width`
        ╭─ Cell [2], line 1, column 1
      1 │ area()
        │ ^^^^^^
        ╰─ help: it is declared as `area(width, height = …)`
      """),
    Mistake(
      "an unknown label of a function of the notebook",
      after: ["func area(width, height = 2) = width * height"],
      "area(1, heigth: 3)",
      """
      E030: `area` has no argument `heigth:`
        ╭─ Cell [2], line 1, column 9
      1 │ area(1, heigth: 3)
        │         ^^^^^^
        ╰─ help: did you mean `height:`?
      """),
    Mistake(
      "a closure with too many arguments",
      after: ["let double2 = { x in 2 * x }"],
      "double2(1, 2)",
      """
      E030: this closure takes 1 argument, but this call gives 2
        ╭─ Cell [2], line 1, column 12
      1 │ double2(1, 2)
        │            ^
        ╰─ help: it takes `x`
      """),
    Mistake(
      "a closure of two parameters for a list of single elements",
      "[1, 2].map { a, b in a + b }",
      """
      E030: `map` calls its function with 1 argument, but this closure takes 2 arguments
        ╭─ Cell [1], line 1, column 14
      1 │ [1, 2].map { a, b in a + b }
        │              ^^^^ takes 2 arguments
        ╰─ help: a closure for it is written `{ x in … }`
      """),
    Mistake(
      "a closure of two parameters for lists of two",
      after: ["func products(rows) = rows.map { a, b in a * b }"],
      "products([[1, 2], [3, 4]])",
      """
      E030: `map` calls its function with 1 argument, but this closure takes 2 arguments
        ╭─ Cell [1], line 1, column 32
      1 │ func products(rows) = rows.map { a, b in a * b }
        │                                ^^^^^^^^^^^^^^^^^ is given an array
        ╰─ help: a list is not taken apart: write `{ p in … }`, with `p[0]` and `p[1]`
        in products, called from Cell [2], line 1: products([[1, 2], [3, 4]])
      """),
    Mistake(
      "a closure of three parameters for pairs",
      "zip([1], [2]).map { a, b, c in a + b + c }",
      """
      E030: `map` calls its function with 1 argument, but this closure takes 3 arguments
        ╭─ Cell [1], line 1, column 19
      1 │ zip([1], [2]).map { a, b, c in a + b + c }
        │                   ^^^^^^^^^^^^^^^^^^^^^^^^ is given a tuple
        ╰─ help: a closure for it is written `{ x in … }`
      """),
    Mistake(
      "a closure of two parameters for the pairs of a list that is known to have three",
      "[(1, 2, 3)].map { $0 + $1 }",
      """
      E030: `map` calls its function with 1 argument, but this closure takes 2 arguments
        ╭─ Cell [1], line 1, column 17
      1 │ [(1, 2, 3)].map { $0 + $1 }
        │                 ^ takes 2 arguments
        ╰─ help: a closure for it is written `{ x in … }`
      """),
    Mistake(
      "a call of a number",
      after: ["let k = 3"],
      "k(2)",
      """
      E032: an integer cannot be called
        ╭─ Cell [2], line 1, column 1
      1 │ k(2)
        │ ^^^^
        ╰─ help: for a product write `*`
      """),
    Mistake(
      "a call of a data set",
      after: ["let data = iris()"],
      "data(2)",
      """
      E032: a data set cannot be called
        ╭─ Cell [2], line 1, column 1
      1 │ data(2)
        │ ^^^^^^^
      """),
    Mistake(
      "a mutating method on a value",
      "[1].append(2)",
      """
      E014: `append` changes its receiver, which must be a variable here
        ╭─ Cell [1], line 1, column 1
      1 │ [1].append(2)
        │ ^^^^^^^^^^^^^
        ╰─ help: give the value a name with `var` first
      """),
    Mistake(
      "a mutating method on a constant",
      after: ["let xs = [1]"],
      "xs.append(2)",
      """
      E021: `xs` is a constant
        ╭─ Cell [2], line 1, column 1
      1 │ xs.append(2)
        │ ^^ cannot be changed
        ╰─ help: declare it with `var` to change it later, or write `let xs = …` in a cell to replace it
      """),
    Mistake(
      "a mutating method on a constant of the cell",
      "let a = [1]\na.append(2)",
      """
      E021: `a` is a constant
        ╭─ Cell [1], line 2, column 1
      2 │ a.append(2)
        │ ^ cannot be changed
        ╰─ help: declare it with `var` to change it later
      """),
    Mistake(
      "a mutating method on an element of a constant",
      after: ["let m = [[1], [2]]"],
      "m[0].append(2)",
      """
      E021: `m` is a constant
        ╭─ Cell [2], line 1, column 1
      1 │ m[0].append(2)
        │ ^ cannot be changed
        ╰─ help: declare it with `var` to change it later, or write `let m = …` in a cell to replace it
      """),
    Mistake(
      "a mutating method on a parameter",
      after: ["func grow(xs) { xs.append(2) }"],
      "grow([1])",
      """
      E021: `xs` is a parameter
        ╭─ Cell [1], line 1, column 17
      1 │ func grow(xs) { xs.append(2) }
        │                 ^^ cannot be changed
        ╰─ help: change a variable of your own: `var changed = xs`
        in grow, called from Cell [2], line 1: grow([1])
      """),
    Mistake(
      "a mutating method on a key that is not there",
      "var d = [\"x\": [1]]; d[\"y\"].append(2)",
      """
      E031: nil has no member `append`
        ╭─ Cell [1], line 1, column 28
      1 │ var d = ["x": [1]]; d["y"].append(2)
        │                            ^^^^^^
        ╰─ help: a key that may be new is given a first value before: `d[key] = d[key] ?? []`
      """),
    Mistake(
      "a mutating method on a member of a network",
      "var net = mlp(2, 3, 1); net.layers.append(ReLU())",
      """
      E014: the member `layers` cannot be assigned to
        ╭─ Cell [1], line 1, column 25
      1 │ var net = mlp(2, 3, 1); net.layers.append(ReLU())
        │                         ^^^^^^^^^^
        ╰─ help: a network is put together anew: `Linear(2, 16) >> ReLU() >> Linear(16, 1)`
      """),
    Mistake(
      "a method without its parentheses",
      "[3, 1].sorted",
      """
      E031: `sorted` is a method: call it
        ╭─ Cell [1], line 1, column 8
      1 │ [3, 1].sorted
        │        ^^^^^^
        ╰─ help: write `.sorted(…)`
      """),
    Mistake(
      "an unknown method",
      "[3, 1].lenght()",
      """
      E031: an array has no member `lenght`
        ╭─ Cell [1], line 1, column 8
      1 │ [3, 1].lenght()
        │        ^^^^^^
        ╰─ help: it has `count`, `isEmpty`, `first`, `last`, `indices`, `map`, `filter`, `reduce`, `forEach`, `contains`, `allSatisfy`, `firstIndex` and 15 more
      """),
    Mistake(
      "an unknown member of a network",
      "mlp(2, 3).weigths",
      """
      E031: a network has no member `weigths`
        ╭─ Cell [1], line 1, column 11
      1 │ mlp(2, 3).weigths
        │           ^^^^^^^
        ╰─ help: it has `parameters`, `parameterCount`, `layers`, `kind`
      """),
    Mistake(
      "a member of a number",
      "(2).x",
      """
      E031: an integer has no member `x`
        ╭─ Cell [1], line 1, column 5
      1 │ (2).x
        │     ^
        ╰─ help: it has none
      """),
  ]
}
