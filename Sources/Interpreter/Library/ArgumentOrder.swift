/// Which argument of a call fills which parameter.
struct ArgumentOrder {
  /// For each parameter the number of its argument; nil where it takes its default.
  var positions: [Int?]
  /// The numbers of the arguments that a variadic parameter takes.
  var rest: [Int] = []
  /// Their labels, if the call makes them up; else empty.
  var labels: [String] = []
}

extension LibraryFunction {
  /// Matches the arguments of a call, of which the labels are known, to the parameters.
  func order(of labels: [String?]) throws -> ArgumentOrder {
    var order = ArgumentOrder(positions: [Int?](repeating: nil, count: parameters.count))
    let hasFreeLabels = parameters.contains(where: \.hasFreeLabels)
    var next = 0
    for (argument, label) in labels.enumerated() {
      if let label, hasFreeLabels {
        guard !order.labels.contains(label) else {
          throw Fault(.argumentMismatch, "`\(name)` is given `\(label)` twice", argument: argument)
        }
        order.rest.append(argument)
        order.labels.append(label)
        continue
      }
      if let label {
        guard let index = parameters.firstIndex(where: { $0.isCalled(label) && !$0.isVariadic }) else {
          if parameters.contains(where: { $0.name == label }) {
            throw Fault(
              .argumentMismatch, "`\(name)` takes \(label) without a label",
              help: [usage], argument: argument)
          }
          let foreign = ForeignWords.advice(forLabel: label, of: self)
          let proposal = suggestion(
            for: label, among: parameters.lazy.filter { !$0.isVariadic }.map(\.name))
          throw Fault(
            .argumentMismatch, "`\(name)` has no argument `\(label):`",
            help: [foreign ?? proposal.map { "did you mean `\($0):`?" } ?? usage],
            argument: argument)
        }
        guard order.positions[index] == nil else {
          let advice = ForeignWords.advice(forRepeated: label, of: self)
          throw Fault(
            .argumentMismatch, "`\(name)` is given `\(label)` twice", help: advice.map { [$0] } ?? [],
            argument: argument)
        }
        order.positions[index] = argument
        continue
      }
      while next < parameters.count, order.positions[next] != nil || parameters[next].hasFreeLabels {
        next += 1
      }
      guard next < parameters.count else {
        throw hasFreeLabels
          ? Fault.unlabelledControl(of: name, at: labels.firstIndex(of: nil))
          : Fault(
            .argumentMismatch, "`\(name)` takes \(limitOfArguments)", label: "one too many",
            help: [Self.adviceForSecond[name] ?? adviceForNumbersInARow ?? usage],
            argument: argument)
      }
      if parameters[next].isVariadic {
        order.rest.append(argument)
      } else {
        order.positions[next] = argument
      }
    }
    for (index, parameter) in parameters.enumerated()
    where order.positions[index] == nil && parameter.defaultValue == nil {
      throw Fault(
        .argumentMismatch, "`\(name)` misses its argument `\(parameter.name)`",
        help: helpForMissing(given: labels))
    }
    return order
  }

  private func helpForMissing(given labels: [String?]) -> [String] {
    if labels == ["axis"] { return ["the numbers come first, then one axis: `\(name)(x, axis: 0)`"] }
    if labels.isEmpty, Library.activationLayers[name] != nil {
      return ["as a layer it has no parentheses: `Linear(2, 16) >> \(name)`"]
    }
    if parameters.contains(where: \.hasFreeLabels) {
      return ["a function of the controls' values follows: `\(name)(k: 1...5) { k in plot([k, 1]) }`"]
    }
    let isShown = example.contains(name) && !example.hasPrefix("//") && example.count <= 80
    return isShown ? [usage, "as in `\(example)`"] : [usage]
  }

  /// How many arguments without a label of their own a call may have.
  private var limitOfArguments: String {
    parameters.isEmpty ? "no arguments" : "at most \(count(parameters.count, "argument"))"
  }

  /// What a second argument means elsewhere, for functions that take one.
  private static let adviceForSecond = [
    "round": Advice.decimals,
    "log": "the logarithm to another base is `log(x) / log(b)`",
  ]

  /// For `sum(1, 2, 3)`: the numbers that the first parameter takes stand in a list.
  var adviceForNumbersInARow: String? {
    guard let first = parameters.first, [.tensor, .numbers, .array].contains(first.type) || takesAxis,
      parameters.count(where: { $0.defaultValue == nil }) == 1
    else {
      return nil
    }
    return "several numbers stand in a list: `\(name)([1, 2, 3])`"
  }

  private var takesAxis: Bool { parameters.contains { $0.name == "axis" } }

  /// Binds values to the parameters.
  func bind(_ arguments: [Value], labels: [String?], _ machine: Machine) throws -> Call {
    if arguments.count == parameters.count, labels.allSatisfy({ $0 == nil }),
      !parameters.contains(where: \.isVariadic)
    {
      return Call(function: self, values: arguments, rest: [], machine: machine)
    }
    let order = try order(of: labels)
    var values = defaults
    for (index, position) in order.positions.enumerated() {
      if let position { values[index] = arguments[position] }
    }
    return Call(
      function: self, values: values, rest: order.rest.map { arguments[$0] }, labels: order.labels,
      machine: machine)
  }
}
