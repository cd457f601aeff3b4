extension Parser {
  /// Words that begin a statement in Python, Swift or C, with what to write here.
  static let foreignStatements: [String: String] = [
    "def": "write `func name(x) = …` or `func name(x) { … }`",
    "fn": "write `func name(x) = …`",
    "fun": "write `func name(x) = …`",
    "function": "write `func name(x) = …`",
    "const": "write `let name = …`",
    "elif": "write `} else if … {`",
    "except": "an error ends the cell: there is nothing to catch",
    "catch": "an error ends the cell: there is nothing to catch",
    "finally": "an error ends the cell: there is nothing to catch",
    "try": "an error ends the cell: there is nothing to catch",
    "do": "an error ends the cell: there is nothing to catch",
    "raise": "an error is made by a claim that fails: `check false, \"what went wrong\"`",
    "throw": "an error is made by a claim that fails: `check false, \"what went wrong\"`",
    "import": "leave it out: every function is already here",
    "from": "leave it out: every function is already here",
    "class": "there are no classes: build networks with `>>` and plain functions",
    "struct": "there are no types to declare: a tuple `(name: value)` may serve",
    "enum": "there are no types to declare: strings such as \"red\" may serve",
    "assert": "write `check condition, \"what is claimed\"`",
    "del": "leave it out, or give the name a new value",
    "pass": "leave it out: an empty body is `{ }`",
    "with": "write the statements as they are: nothing needs opening or closing",
    "global": "leave it out: a function may change a `var` that stands outside of it",
    "nonlocal": "leave it out: a function may change a `var` that stands outside of it",
    "yield": "collect the values in an array and return that",
    "async": "leave it out: a cell runs from top to bottom",
    "await": "leave it out: a call waits for its result",
    "switch": "write `if … { … } else if … { … } else { … }`",
    "match": "write `if … { … } else if … { … } else { … }`",
    "guard": "write `if … { return }`",
    "unless": "write `if !(…) { … }`",
    "until": "write `while !(…) { … }`",
    "repeat": "write `while … { … }`",
    "loop": "write `while true { … }`",
  ]

  /// Those that are statements even with nothing behind them.
  static let wholeStatements: Set<String> = ["pass"]
}
