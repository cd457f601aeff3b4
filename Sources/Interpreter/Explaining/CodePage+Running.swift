import Language

extension CodePage {
  /// While a cell runs.
  static let running: [CodePage] = [
    CodePage(
      .checkFailed, "A claim that does not hold",
      "The condition of a `check` is false. Both sides are shown.",
      wrong: "check 0.1 + 0.2 == 0.3",
      right: "check allClose(0.1 + 0.2, 0.3)",
      why:
        "A check is a claim of the notebook that the notebook itself tests. Floating-point results are compared with a tolerance: `allClose(a, b)`."
    ),
    CodePage(
      .recursionLimit, "A function that calls itself too often",
      "Functions call each other more deeply than the stack goes.",
      wrong: """
        func f(n) = f(n + 1)
        f(0)
        """,
      right: """
        func f(n) = n > 99 ? n : f(n + 1)
        f(0)
        """,
      why:
        "Most often the case is missing in which the recursion ends. A loop goes on as long as you like."
    ),
    CodePage(
      .interrupted, "The cell was stopped",
      "Somebody asked for it: with the square button, or with Ctrl-C.",
      wrong: "while true { }",
      right: "for _ in 0..<3 { }",
      why:
        "A cell stops between two steps. What it had printed stays, and so does what a network has learned: `resume: lastHistory()` goes on with a training."
    ),
    CodePage(
      .fileProblem, "A file that cannot be read or written",
      "It is not there, is damaged, or lies outside of the folder of the notebook.",
      wrong: "loadCSV(\"no-such-file.csv\", target: \"y\")",
      right: "dataset([[0, 0], [1, 1]], [0, 1], classes: 2)",
      why:
        "File names are relative to the notebook, and no name leads out of its folder: a notebook that somebody sends you reads nothing else. `loadCSV(\"` and Tab lists the files that are there."
    ),
    CodePage(
      .trainingProblem, "A training that went wrong",
      "The loss became infinite or no number, and the training stopped with the weights of the step before.",
      wrong: "train(mlp(4, 8, 3), on: iris(), optimizer: SGD(learningRate: 1e30), seed: 1)",
      right: "train(mlp(4, 8, 3), on: iris(), optimizer: SGD(learningRate: 0.01), seed: 1)",
      why:
        "Most often the learning rate is too high. Standardised data, another initialisation or `clip: 1` help too."
    ),
    CodePage(
      .drawingProblem, "A figure that cannot be drawn",
      "The figure asks for something that cannot be shown.",
      wrong: "interactive(heatmap([[1, 2], [3, 4]]))",
      right: "interactive(plot([1, 2, 3]))",
      why:
        "Interactive charts have lines, points, bars and bands; whatever else there is, is a picture. A figure that gnuplot refuses, or cannot draw in time, has this code too."
    ),
    CodePage(
      .limitExceeded, "Too much of something",
      "A list, a tensor, a text or a nesting is larger than the language holds.",
      wrong: "(0..<10 ** 12).map { $0 }",
      right: "(0..<10 ** 3).map { $0 }",
      why:
        "The limits lie far above what fits in a notebook and below what would stop the machine."
    ),
  ]
}
