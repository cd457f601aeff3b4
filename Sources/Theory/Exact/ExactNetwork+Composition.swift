extension ExactNetwork {
  /// This network, then another one: where two affine maps meet, they become one.
  ///
  /// - Throws: ``TheoryError`` when the other takes another number of inputs than this one gives.
  public func followed(by next: ExactNetwork) throws -> ExactNetwork {
    guard outputs == next.inputs else {
      throw TheoryError(
        "A network with \(outputs) outputs cannot be followed by one with \(next.inputs) inputs.")
    }
    var steps = steps
    var rest = next.steps[...]
    if case .affine(let first, let kept)? = steps.last, case .affine(let second, kept)? = rest.first {
      steps[steps.count - 1] = .affine(try first.followed(by: second), keeping: kept)
      rest.removeFirst()
    }
    return ExactNetwork(inputs: inputs, outputs: next.outputs, steps: steps + rest)
  }

  /// Two networks side by side, each on inputs of its own.
  ///
  /// - Throws: ``TheoryError`` unless both are chains of the same depth with the same activations.
  public func beside(_ other: ExactNetwork) throws -> ExactNetwork {
    let mismatch = TheoryError("Only chains of the same depth and activations can stand side by side.")
    guard steps.count == other.steps.count else { throw mismatch }
    let joined = try zip(steps, other.steps).map { a, b -> Step in
      switch (a, b) {
      case (.affine(let a, 0), .affine(let b, 0)): .affine(try a.beside(b), keeping: 0)
      case (.activation(let a, 0), .activation(let b, 0)) where a == b: .activation(a, keeping: 0)
      default: throw mismatch
      }
    }
    return ExactNetwork(inputs: inputs + other.inputs, outputs: outputs + other.outputs, steps: joined)
  }

  /// How many layers of activations there are.
  public var depth: Int {
    steps.count { if case .activation = $0 { true } else { false } }
  }

  /// The number of units in each layer of activations.
  public var widths: [Int] {
    var width = inputs
    var widths: [Int] = []
    for step in steps {
      switch step {
      case .affine(let map, _): width = map.outputs
      case .activation: widths.append(width)
      case .remember: break
      case .addRemembered(_, let count): width = count
      }
    }
    return widths
  }
}

extension AffineMap {
  /// A map given row by row, for what is written out by hand.
  ///
  /// - Throws: ``TheoryError`` unless there are rows, all of the same length.
  init(rows: [[Rational]], bias: [Rational]) throws {
    guard rows.count == bias.count, rows.allSatisfy({ $0.count == rows[0].count }) else {
      throw TheoryError("An affine map has as many rows as outputs, all of the same length.")
    }
    try self.init(weights: rows.flatMap(\.self), bias: bias)
  }

  /// This map, then another one, as one map.
  func followed(by next: AffineMap) throws -> AffineMap {
    let rows = (0..<next.outputs).map { i in
      (0..<inputs).map { j in
        (0..<outputs).reduce(Rational.zero) {
          $0 + next.weights[i * next.inputs + $1] * weights[$1 * inputs + j]
        }
      }
    }
    let bias = (0..<next.outputs).map { i in
      (0..<outputs).reduce(next.bias[i]) { $0 + next.weights[i * next.inputs + $1] * self.bias[$1] }
    }
    return try AffineMap(rows: rows, bias: bias)
  }

  /// Two maps side by side, each on inputs of its own.
  func beside(_ other: AffineMap) throws -> AffineMap {
    func row(_ map: AffineMap, _ output: Int) -> [Rational] {
      Array(map.weights[(output * map.inputs)..<((output + 1) * map.inputs)])
    }
    func zeros(_ count: Int) -> [Rational] { [Rational](repeating: 0, count: count) }
    let upper = (0..<outputs).map { row(self, $0) + zeros(other.inputs) }
    let lower = (0..<other.outputs).map { zeros(inputs) + row(other, $0) }
    return try AffineMap(rows: upper + lower, bias: bias + other.bias)
  }
}
