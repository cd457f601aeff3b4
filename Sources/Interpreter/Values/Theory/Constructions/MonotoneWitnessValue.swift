import Theory

/// A direction along which labels never fall, or the proof that there is none.
struct MonotoneWitnessValue: LibraryValue {
  static let kind = "a witness"
  let witness: MonotoneWitness

  var text: String {
    switch witness {
    case .direction(let direction):
      let numbers = direction.map { Value.rational($0).brief }.joined(separator: ", ")
      return "the labels never fall along the direction [\(numbers)]"
    case .contradiction(let differences):
      var table = TextTable(header: [
        "weight", "point of the larger label", "minus point of the smaller label",
      ])
      table.rows = differences.map { [Value.rational($0.weight).brief, "\($0.larger)", "\($0.smaller)"] }
      return
        "the labels rise along no direction, so that no network of width one has them: these differences, times their weights, add up to zero\n\n\(table.text)"
    }
  }

  var memberNames: [String] { ["exists", "direction", "differences"] }

  func member(_ name: String) -> Value? {
    switch (name, witness) {
    case ("exists", .direction): .boolean(true)
    case ("exists", .contradiction): .boolean(false)
    case ("direction", .direction(let direction)): .array(direction.map(Value.rational))
    case ("differences", .contradiction(let differences)):
      .array(
        differences.map {
          TupleValue.record(
            ("larger", .int($0.larger)), ("smaller", .int($0.smaller)), ("weight", .rational($0.weight)))
        })
    case ("direction", _), ("differences", _): .null
    default: nil
    }
  }

  func isEqual(to other: any LibraryValue) -> Bool? { witness == (other as? MonotoneWitnessValue)?.witness }
}
