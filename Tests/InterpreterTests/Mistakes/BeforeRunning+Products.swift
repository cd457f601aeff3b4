extension Mistake {
  /// Products and sums that cannot fit, found before anything of the cell runs.
  static let productsBeforeRunning = [
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
      "a product of two matrices with three",
      "randn(2, 3, 4) @ randn(3, 4, 5)",
      """
      E041: shapes [2, 3, 4] and [3, 4, 5] do not fit for `@`: there are 2 matrices against 3 in axis -3
        ╭─ Cell [1], line 1, column 18
      1 │ randn(2, 3, 4) @ randn(3, 4, 5)
        │ -------------- shape [2, 3, 4]
        │                  ^^^^^^^^^^^^^^ shape [3, 4, 5]
        ╰─ help: before the last two axes, aligned at the right, two lengths must be equal or one of them 1
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
  ]
}
