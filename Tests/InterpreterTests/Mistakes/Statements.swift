extension Mistake {
  static let statements = [
    Mistake(
      "a break outside of a loop",
      "break",
      """
      E018: `break` only stands in the body of a `for` or `while` loop
        ╭─ Cell [1], line 1, column 1
      1 │ break
        │ ^^^^^
      """),
    Mistake(
      "a return outside of a function",
      "return 1",
      """
      E018: `return` only stands in the body of a function or closure
        ╭─ Cell [1], line 1, column 1
      1 │ return 1
        │ ^^^^^^
        ╰─ help: a cell shows the value of its last line by itself
      """),
    Mistake(
      "a value from an if without an else",
      "let x = if true { 1 }",
      """
      E018: this `if` needs an `else`, since its value is used
        ╭─ Cell [1], line 1, column 9
      1 │ let x = if true { 1 }
        │         ^^^^^^^^^^^^^
        ╰─ help: add `else { … }`
      """),
    Mistake(
      "a return where a value is needed",
      "func f(c) { let v = if c { 1 } else { return 2 }; return v }",
      """
      E018: `return` stands inside an `if` whose value is needed
        ╭─ Cell [1], line 1, column 39
      1 │ func f(c) { let v = if c { 1 } else { return 2 }; return v }
        │                                       ^^^^^^^^
        ╰─ help: make the `if` a statement of its own
      """),
    Mistake(
      "an assignment to a member of a constant",
      after: ["let pair = (a: 1, b: 2)"],
      "pair.a = 3",
      """
      E021: `pair` is a constant
        ╭─ Cell [2], line 1, column 1
      1 │ pair.a = 3
        │ ^^^^ cannot be changed
        ╰─ help: declare it with `var` to change it later, or write `let pair = …` in a cell to replace it
      """),
    Mistake(
      "an assignment to a member that a tuple does not have",
      after: ["var pair = (first: 1, second: 2)"],
      "func f() { pair.frist = 3 }\nf()",
      """
      E031: a tuple has no member `frist`
        ╭─ Cell [2], line 1, column 12
      1 │ func f() { pair.frist = 3 }
        │            ^^^^^^^^^^
        ╰─ help: did you mean `first`?
        in f, called from Cell [2], line 2: f()
      """),
    Mistake(
      "an assignment to a layer's weight",
      after: ["let net = mlp(2, 4, 1)"],
      "net.layers[0].weight = zeros(4, 2)",
      """
      E014: the member `weight` cannot be assigned to
        ╭─ Cell [2], line 1, column 1
      1 │ net.layers[0].weight = zeros(4, 2)
        │ ^^^^^^^^^^^^^^^^^^^^
        ╰─ help: weights are set as a whole: `var weights = net.parameters`, change its entries, then `loadStateDict(net, weights)`; a new layer takes them as `Linear(weight: …, bias: …)`
      """),
    Mistake(
      "an assignment to what a function gives a network's member",
      "func set(layer) { var own = layer; own.bias[0] = 1 }\nset(Linear(2, 1))",
      """
      E014: the member `bias` cannot be assigned to
        ╭─ Cell [1], line 1, column 36
      1 │ func set(layer) { var own = layer; own.bias[0] = 1 }
        │                                    ^^^^^^^^
        ╰─ help: weights are set as a whole: `var weights = net.parameters`, change its entries, then `loadStateDict(net, weights)`; a new layer takes them as `Linear(weight: …, bias: …)`
        in set, called from Cell [1], line 2: set(Linear(2, 1))
      """),
    Mistake(
      "an assignment to a literal",
      "[1, 2][0] = 5",
      """
      E014: only a variable's elements can be assigned to
        ╭─ Cell [1], line 1, column 1
      1 │ [1, 2][0] = 5
        │ ^^^^^^
      """),
  ]
}
