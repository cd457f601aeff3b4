import Engine

extension Library {
  /// Losses with settings.
  static var losses: [LibraryFunction] {
    [
      LibraryFunction(
        "crossEntropyLoss",
        "The cross-entropy with settings: `labelSmoothing` spreads that part of each target over all classes, `weight` says how much each class counts.",
        [
          .optional("labelSmoothing", .number, .double(0), in: .within(0...1)),
          .optional("weight", .numbers, .null),
        ],
        example: "crossEntropyLoss(labelSmoothing: 0.1, weight: [1, 2, 1])([[1, 0, 0]], [0])",
        reference: "Szegedy et al. 2015, arXiv:1512.00567"
      ) { call in
        .object(
          LossValue(
            loss: try CrossEntropy(
              labelSmoothing: call.number("labelSmoothing"),
              weight: call.has("weight") ? call.numbers("weight") : nil)))
      },
      LibraryFunction(
        "bceWithLogitsLoss",
        "The binary cross-entropy with settings: `posWeight`, a number or one for each column, says how much targets of 1 count.",
        [.optional("posWeight", .any, .double(1))],
        example: "bceWithLogitsLoss(posWeight: 3)([0.5, 1], [0, 1])"
      ) { call in
        let weight = try call["posWeight"].number.map { [$0] } ?? call.numbers("posWeight")
        return .object(LossValue(loss: try BinaryCrossEntropy(positiveWeight: weight)))
      },
    ]
  }
}
