/// `y = W x + b` with exact numbers.
public struct AffineMap: Hashable, Sendable {
  public let inputs: Int
  public let outputs: Int
  /// W, row after row: the weight of output `i` for input `j` at `i * inputs + j`.
  public let weights: [Rational]
  /// b, one for each output.
  public let bias: [Rational]

  /// W and b as integers over `scale`: what many points are mapped with.
  let scaled: (weights: [Integer], bias: [Integer])
  /// The least common denominator of all numbers.
  let scale: Integer

  /// A map with the given numbers.
  ///
  /// - Throws: ``TheoryError`` unless there is an output, and as many weights as outputs times inputs.
  public init(weights: [Rational], bias: [Rational]) throws {
    guard !bias.isEmpty, weights.count.isMultiple(of: bias.count) else {
      throw TheoryError(
        "An affine map with \(bias.count) outputs cannot have \(weights.count) weights.",
        hint: "Give a weight for each input of each output.")
    }
    outputs = bias.count
    inputs = weights.count / bias.count
    self.weights = weights
    self.bias = bias
    var scale = Integer(1)
    for number in weights + bias {
      let denominator = number.denominator
      if denominator == 1 || scale == denominator { continue }
      // Binary fractions, nearly always: the larger denominator is a multiple of the smaller.
      let (larger, smaller) = scale > denominator ? (scale, denominator) : (denominator, scale)
      scale =
        larger * smaller.dividedExactly(by: larger.greatestCommonDivisor(with: smaller))
    }
    self.scale = scale
    func scaled(_ number: Rational) -> Integer {
      number.numerator * scale.dividedExactly(by: number.denominator)
    }
    self.scaled = (weights.map(scaled), bias.map(scaled))
  }

  /// One output for numbers over a weight, times that weight and the scale.
  func output(_ index: Int, of numbers: ArraySlice<Integer>, over weight: Integer) -> Integer {
    let row = scaled.weights[(index * inputs)..<((index + 1) * inputs)]
    return .sum(scaled.bias[index], times: weight, and: row, times: numbers)
  }

  /// Whether all numbers are floating-point numbers: none has to be rounded.
  var fitsFloat64: Bool { weights.allSatisfy(\.isDouble) && bias.allSatisfy(\.isDouble) }

  public static func == (a: AffineMap, b: AffineMap) -> Bool { a.weights == b.weights && a.bias == b.bias }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(weights)
    hasher.combine(bias)
  }
}
