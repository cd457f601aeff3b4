import Language

extension CodePage {
  /// Names and calls.
  static let names: [CodePage] = [
    CodePage(
      .unknownName, "A name that nothing has",
      "The name is not declared in the notebook so far, nor in the library.",
      wrong: """
        let learningRate = 0.1
        learningrate * 2
        """,
      right: """
        let learningRate = 0.1
        learningRate * 2
        """,
      why:
        "Names are looked up before the cell runs, so that a misspelt one in the last line does not cost the training in the first. Capitals count."
    ),
    CodePage(
      .constantAssignment, "A constant is given another value",
      "The name was declared with `let`, is a parameter or belongs to the library: its value stays.",
      wrong: """
        let epochs = 10
        epochs = 20
        """,
      right: """
        var epochs = 10
        epochs = 20
        """,
      why:
        "A reader of a `let` need not look for later changes. What is to change is declared with `var`; in another cell, `let` declares the name anew."
    ),
    CodePage(
      .duplicateName, "A name is declared twice",
      "Within a cell or block each name is declared once.",
      wrong: """
        let x = 1
        let x = 2
        """,
      right: """
        var x = 1
        x = 2
        """,
      why:
        "Two declarations of one name are nearly always a slip. To change a variable, leave `let` and `var` out."
    ),
    CodePage(
      .argumentMismatch, "Arguments that do not go with the function",
      "A call has an argument too many or too few, or a label that the function does not have; or a closure takes another number of arguments than it will be given.",
      wrong: "train(mlp(4, 3), on: iris(), epoch: 5)",
      right: "train(mlp(4, 3), on: iris(), epochs: 5)",
      why:
        "Calls are compared with the declaration before the cell runs. `help(train)` shows the arguments of a function."
    ),
    CodePage(
      .unknownMember, "A member that a value does not have",
      "Behind the dot stands a name that this kind of value does not have.",
      wrong: """
        let net = mlp(2, 3)
        net.paramters
        """,
      right: """
        let net = mlp(2, 3)
        net.parameters
        """,
      why:
        "Where the kind of the value is known, this is found before the cell runs. The Tab key behind the dot lists what there is."
    ),
    CodePage(
      .notCallable, "A call of something that is no function",
      "Before the parentheses stands a number, a text, a data set: something that cannot be called.",
      wrong: """
        let k = 3
        k(2)
        """,
      right: """
        let k = 3
        k * 2
        """,
      why:
        "A product always has its sign: `k (a + b)` on paper is `k * (a + b)` here."
    ),
    CodePage(
      .unusedParameter, "An argument that a closure does not use",
      "A closure gives a name to an argument and never mentions it.",
      wrong: "[1, 2].map { x in 7 }",
      right: "[1, 2].map { _ in 7 }",
      why:
        "The cell runs; the warning is there because an unused argument is often a misspelt one. `_` says that it is meant."
    ),
  ]
}
