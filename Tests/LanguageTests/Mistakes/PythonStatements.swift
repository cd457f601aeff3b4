extension Mistake {
  /// Statements as a student of Python writes them.
  static let pythonStatements: [Mistake] = [
    Mistake(
      #"""
      def f(x):
          return x + 1
      print(f(2))
      """#,
      #"""
      E006: `def` is not a word of this language
        ╭─ Cell [1], line 1, column 1
      1 │ def f(x):
        │ ^^^
        ╰─ help: write `func f(x) { … }`
      """#),
    Mistake(
      #"""
      for i in range(10):
          print(i)
      """#,
      #"""
      E006: a body does not start with `:`
        ╭─ Cell [1], line 1, column 19
      1 │ for i in range(10):
        │                   ^
        ├─ help: write `{` here and `}` behind the body
        ╰─ help: write `0..<10` for `range(10)`
      """#),
    Mistake(
      #"""
      if x == 1:
          print(1)
      elif x == 2:
          print(2)
      else:
          print(3)
      """#,
      #"""
      E006: a body does not start with `:`
        ╭─ Cell [1], line 1, column 10
      1 │ if x == 1:
        │          ^
        ╰─ help: write `{` here and `}` behind the body
      E006: `elif` is not a word of this language
        ╭─ Cell [1], line 3, column 1
      3 │ elif x == 2:
        │ ^^^^
        ╰─ help: write `else if`
      E006: a body does not start with `:`
        ╭─ Cell [1], line 3, column 12
      3 │ elif x == 2:
        │            ^
        ╰─ help: write `{` here and `}` behind the body
      E006: a body does not start with `:`
        ╭─ Cell [1], line 5, column 5
      5 │ else:
        │     ^
        ╰─ help: write `{` here and `}` behind the body
      """#),
    Mistake(
      #"print "hello""#,
      #"""
      E010: expected the end of the statement, found a string
        ╭─ Cell [1], line 1, column 7
      1 │ print "hello"
        │       ^^^^^^^
        ╰─ help: arguments stand in parentheses: `print("hello")`
      """#),
    Mistake(
      #"print x"#,
      #"""
      E010: expected the end of the statement, found `x`
        ╭─ Cell [1], line 1, column 7
      1 │ print x
        │       ^
        ╰─ help: arguments stand in parentheses: `print(x)`
      """#),
    Mistake(
      #"""
      # a comment
      let x = 1
      """#,
      #"""
      E006: a comment does not start with `#`
        ╭─ Cell [1], line 1, column 1
      1 │ # a comment
        │ ^
        ╰─ help: write `// …`
      """#),
    Mistake(
      #"import numpy as np"#,
      #"""
      E006: `import` is a function of this language
        ╭─ Cell [1], line 1, column 1
      1 │ import numpy as np
        │ ^^^^^^
        ╰─ help: leave it out: every function is already here
      """#),
    Mistake(
      #"import "functions.mlp""#,
      #"""
      E006: `import` is a function of this language
        ╭─ Cell [1], line 1, column 1
      1 │ import "functions.mlp"
        │ ^^^^^^
        ╰─ help: the file's name stands in parentheses: `import("functions.mlp")`
      """#),
    Mistake(
      #"from math import sqrt"#,
      #"""
      E006: `from` is not a word of this language
        ╭─ Cell [1], line 1, column 1
      1 │ from math import sqrt
        │ ^^^^
        ╰─ help: leave it out: every function is already here
      """#),
    Mistake(
      #"""
      class Net:
          def forward(x):
              return x
      let y = 1
      """#,
      #"""
      E006: `class` is not a word of this language
        ╭─ Cell [1], line 1, column 1
      1 │ class Net:
        │ ^^^^^
        ╰─ help: there are no classes: build networks with `>>` and plain functions
      """#),
    Mistake(
      #"for i, x in pairs { print(x) }"#,
      #"""
      E013: several names stand in parentheses
        ╭─ Cell [1], line 1, column 5
      1 │ for i, x in pairs { print(x) }
        │     ^^^^
        ╰─ help: write `for (i, x) in …`
      """#),
    Mistake(
      #"assert x == 1, "claim""#,
      #"""
      E006: `assert` is not a word of this language
        ╭─ Cell [1], line 1, column 1
      1 │ assert x == 1, "claim"
        │ ^^^^^^
        ╰─ help: write `check condition, "what is claimed"`
      """#),
    Mistake(
      #"""
      try:
          f()
      except:
          pass
      """#,
      #"""
      E006: `try` is not a word of this language
        ╭─ Cell [1], line 1, column 1
      1 │ try:
        │ ^^^
        ╰─ help: an error ends the cell: there is nothing to catch
      E006: `except` is not a word of this language
        ╭─ Cell [1], line 3, column 1
      3 │ except:
        │ ^^^^^^
        ╰─ help: an error ends the cell: there is nothing to catch
      """#),
    Mistake(
      #"""
      while True:
          pass
      """#,
      #"""
      E006: `True` is not a word of this language
        ╭─ Cell [1], line 1, column 7
      1 │ while True:
        │       ^^^^
        ╰─ help: write `true`
      E006: a body does not start with `:`
        ╭─ Cell [1], line 1, column 11
      1 │ while True:
        │           ^
        ╰─ help: write `{` here and `}` behind the body
      E006: `pass` is not a word of this language
        ╭─ Cell [1], line 2, column 5
      2 │     pass
        │     ^^^^
        ╰─ help: leave it out: an empty body is `{ }`
      """#),
    Mistake(
      #"""
      @decorator
      def f(x):
          return x
      """#,
      #"""
      E012: expected a value, found `@`
        ╭─ Cell [1], line 1, column 1
      1 │ @decorator
        │ ^
        ╰─ help: there are no decorators; `@` multiplies matrices
      E006: `def` is not a word of this language
        ╭─ Cell [1], line 2, column 1
      2 │ def f(x):
        │ ^^^
        ╰─ help: write `func f(x) { … }`
      """#),
    Mistake(
      #"""
      let x = 1 \
        + 2
      """#,
      #"""
      E006: a line is not continued with `\`
        ╭─ Cell [1], line 1, column 11
      1 │ let x = 1 \
        │           ^
        ╰─ help: leave it out: an open bracket, or an operator at the line's end, continues the line
      """#),
    Mistake(
      #"raise ValueError("x")"#,
      #"""
      E006: `raise` is not a word of this language
        ╭─ Cell [1], line 1, column 1
      1 │ raise ValueError("x")
        │ ^^^^^
        ╰─ help: an error is made by a claim that fails: `check false, "what went wrong"`
      """#),
    Mistake(
      #"del x"#,
      #"""
      E006: `del` is not a word of this language
        ╭─ Cell [1], line 1, column 1
      1 │ del x
        │ ^^^
        ╰─ help: leave it out, or give the name a new value
      """#),
    Mistake(
      #"%matplotlib inline"#,
      #"""
      E012: expected a value, found `%`
        ╭─ Cell [1], line 1, column 1
      1 │ %matplotlib inline
        │ ^
        ╰─ help: there are no magics: `time { … }` measures, and a figure needs no setting
      """#),
    Mistake(
      #"""
      %%time
      f()
      """#,
      #"""
      E012: expected a value, found `%`
        ╭─ Cell [1], line 1, column 1
      1 │ %%time
        │ ^
        ╰─ help: there are no magics: `time { … }` measures, and a figure needs no setting
      """#),
  ]
}
