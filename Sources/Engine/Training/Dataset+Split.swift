extension Dataset {
  /// The rows in random order, divided into those to train on and a part to test on.
  ///
  /// - Parameters:
  ///   - test: the part to test on, between 0 and 1.
  ///   - isStratified: whether each class is divided by itself, so that both parts have its share.
  ///
  /// Throws when a part would be empty, or strata are asked for without classes.
  public func split(
    test: Double, seed: UInt64 = 0, isStratified: Bool = false
  ) throws -> (train: Dataset, test: Dataset) {
    guard test > 0, test < 1 else {
      throw EngineError(
        .value, "The part to test on lies between 0 and 1, but it is \(test).",
        hint: "0.2 is a fifth of the rows.")
    }
    var generator = Generator(seed: seed)
    let order = generator.permutation(count)
    var testRows: [Int] = []
    if isStratified {
      guard let classNames else {
        throw EngineError(.data, "`\(name)` has no classes to divide one by one.")
      }
      let labels = targets.doubles.map { Int($0) }
      for label in classNames.indices {
        let members = order.filter { labels[$0] == label }
        testRows += members.prefix(Int((Double(members.count) * test).rounded()))
      }
    } else {
      testRows = Array(order.prefix(Int((Double(count) * test).rounded())))
    }
    let isTest = Set(testRows)
    guard !isTest.isEmpty, isTest.count < count else {
      throw EngineError(
        .data, "\(count) rows cannot be split so that \(test) of them are tested on: one part would be empty."
      )
    }
    // In the random order again, so that strata do not follow one another.
    return (try rows(order.filter { !isTest.contains($0) }), try rows(order.filter(isTest.contains)))
  }
}
