extension Mistake {
  static let controls = [
    Mistake(
      "a closure with fewer arguments than controls",
      "interact(k: 1...10, name: [\"tanh\", \"relu\"]) { k in k }",
      """
      E030: `interact` has 2 controls, but its closure takes 1 argument
        ╭─ Cell [1], line 1, column 47
      1 │ interact(k: 1...10, name: ["tanh", "relu"]) { k in k }
        │                                               ^ takes 1 argument
        ╰─ help: a closure for them is written `{ k, name in … }`
      """),
    Mistake(
      "a closure whose arguments are in another order than the controls",
      "interact(k: 1...10, on: true) { on, k in on ? k : 0 }",
      """
      E030: `interact` has its controls in another order than the arguments of its closure
        ╭─ Cell [1], line 1, column 33
      1 │ interact(k: 1...10, on: true) { on, k in on ? k : 0 }
        │                                 ^^^^^ another order
        ├─ help: values go by their order, not by their names
        ╰─ help: a closure for them is written `{ k, on in … }`
      """),
    Mistake(
      "a function of the notebook with more arguments than controls",
      after: ["let area = { a, b in a * b }", "let same = area"],
      "interact(a: 1...10, same)",
      """
      E030: `interact` has 1 control, but its closure takes 2 arguments
        ╭─ Cell [3], line 1, column 1
      1 │ interact(a: 1...10, same)
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^ takes 2 arguments
        ╰─ help: a closure for them is written `{ a in … }`
      """),
    Mistake(
      "a control without choices",
      "interact(k: []) { k in k }",
      """
      E055: `k` has no choices
        ╭─ Cell [1], line 1, column 13
      1 │ interact(k: []) { k in k }
        │             ^^
        ╰─ help: give a list with at least one value, such as `["tanh", "relu"]`
      """),
    Mistake(
      "a control of what has no values to choose from",
      "interact(data: iris()) { data in data }",
      """
      E040: `interact` makes no control of `data`: it is a data set
        ╭─ Cell [1], line 1, column 1
      1 │ interact(data: iris()) { data in data }
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        ╰─ help: a range `0...10`, `0.0...1.0` or a number is a slider, a list a menu, `true` a box to tick, a text a field
      """),
    Mistake(
      "a control without a label",
      "interact(1...10) { k in k }",
      """
      E030: `interact` needs a label for each control
        ╭─ Cell [1], line 1, column 10
      1 │ interact(1...10) { k in k }
        │          ^^^^^^ which argument is this for?
        ╰─ help: the label is the name of the function's argument, as in `interact(k: 1...5) { k in plot([k, 1]) }`
      """),
    Mistake(
      "no control at all",
      "interact { k in k }",
      """
      E030: `interact` needs at least one control
        ╭─ Cell [1], line 1, column 1
      1 │ interact { k in k }
        │ ^^^^^^^^^^^^^^^^^^^
        ╰─ help: give each argument of the function a label and its values: `interact(k: 1...10) { k in … }`
      """),
  ]
}
