import Language

extension CodePage {
  /// Values, shapes and numbers.
  static let values: [CodePage] = [
    CodePage(
      .typeMismatch, "A value of the wrong kind",
      "An operation or a function was given a kind of value that it does not work with.",
      wrong: "\"loss: \" + 0.5",
      right: "\"loss: \\(0.5)\"",
      why:
        "Kinds are not turned into each other silently: a text is no number, an array no tensor. `string(x)`, `double(x)` and `tensor(x)` make one of the other."
    ),
    CodePage(
      .shapeMismatch, "Shapes that do not fit each other",
      "Tensors, layers or data meet whose lengths do not go together: the inner lengths of a product, the features that a layer takes and those that it is given, the classes of the data and the outputs of the network.",
      wrong: "let net = Linear(2, 16) >> ReLU() >> Linear(32, 1)",
      right: "let net = Linear(2, 16) >> ReLU() >> Linear(16, 1)",
      why:
        "Shapes are inferred before the cell runs, as far as they do not depend on what happens then; both places are shown. In `a @ b` the last length of a is the last but one of b. In `a + b` shapes are aligned at the right, and two lengths must be equal or one of them 1."
    ),
    CodePage(
      .indexOutOfRange, "An element or axis that is not there",
      "An index, a slice or an axis lies outside of the value.",
      wrong: "[10, 20, 30][3]",
      right: "[10, 20, 30][2]",
      why:
        "Positions count from 0, and from -1 backwards from the end. A slice that does not lie within is an error too, so that no result is shorter than it seems."
    ),
    CodePage(
      .arithmetic, "Arithmetic without a result",
      "A division by zero, or an integer that does not fit in 64 bits.",
      wrong: "2 ** 64",
      right: "2.0 ** 64",
      why:
        "Integers are exact or they are refused: they never wrap round. Floating-point numbers go on to `inf` and `nan`, as IEEE 754 has it."
    ),
    CodePage(
      .classesAsNumbers, "Classes taken for numbers",
      "A loss for numbers is used on data with three or more classes, so that the classes count as 0, 1, 2, …",
      wrong: "train(mlp(4, 8, 1), on: iris(), loss: mse, epochs: 1, progress: false);",
      right: "train(mlp(4, 8, 3), on: iris(), epochs: 1, progress: false);",
      why:
        "Classes are names: versicolor is not the mean of setosa and virginica, but with `mse` a network that cannot decide between those two learns just that. With two classes nothing lies between, and a line fitted to 0 and 1 is a classifier; there is no warning."
    ),
    CodePage(
      .unequalKinds, "A comparison of values that are never equal",
      "`==` or `!=` stands between values of kinds that have nothing in common, such as a text and a number.",
      wrong: "\"1\" == 1",
      right: "double(\"1\") == 1",
      why:
        "Kinds are not turned into each other silently, so the answer is the same whatever the values are. The cell runs; the warning is there because something else was meant, most often a text that was read by `input` or from a file."
    ),
    CodePage(
      .repeatedKey, "A key that a dictionary has twice",
      "Two entries of a dictionary have the same key, so that the first is lost.",
      wrong: "[\"tanh\": 0.9, \"tanh\": 0.8]",
      right: "[\"tanh\": 0.9, \"relu\": 0.8]",
      why:
        "A dictionary has one value for each key, and the last one counts, as in Python. The cell runs; the warning is there because the first value was meant to be kept."
    ),
    CodePage(
      .invalidValue, "A value that makes no sense here",
      "The kind is right, but not the value: a probability above 1, a negative learning rate, a class that does not exist.",
      wrong: "Dropout(1.5)",
      right: "Dropout(0.5)",
      why:
        "Where the declaration says which values are taken, this is found before the cell runs. `help(Dropout)` shows them."
    ),
  ]
}
