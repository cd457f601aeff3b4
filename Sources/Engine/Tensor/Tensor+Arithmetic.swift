extension Tensor {
  /// Element by element, with broadcasting. Throws when the shapes do not fit. Differentiable.
  public static func + (a: Tensor, b: Tensor) throws -> Tensor {
    try combined(a, b, by: Sum(), named: "+").recorded(from: a, b) { step in
      [
        step.needs(0) ? try step.gradient.summed(to: step.shape(0)) : nil,
        step.needs(1) ? try step.gradient.summed(to: step.shape(1)) : nil,
      ]
    }
  }

  /// Element by element, with broadcasting. Throws when the shapes do not fit. Differentiable.
  public static func - (a: Tensor, b: Tensor) throws -> Tensor {
    try combined(a, b, by: Difference(), named: "-").recorded(from: a, b) { step in
      [
        step.needs(0) ? try step.gradient.summed(to: step.shape(0)) : nil,
        step.needs(1) ? try (-step.gradient).summed(to: step.shape(1)) : nil,
      ]
    }
  }

  /// Element by element, with broadcasting. Throws when the shapes do not fit. Differentiable.
  public static func * (a: Tensor, b: Tensor) throws -> Tensor {
    try combined(a, b, by: Product(), named: "*").recorded(from: a, b) { step in
      [
        step.needs(0) ? try (step.gradient * step.input(1)).summed(to: step.shape(0)) : nil,
        step.needs(1) ? try (step.gradient * step.input(0)).summed(to: step.shape(1)) : nil,
      ]
    }
  }

  /// Element by element, with broadcasting. Throws when the shapes do not fit. Differentiable.
  ///
  /// Edge cases: as IEEE 754 has it, 1/0 is infinite and 0/0 is NaN.
  public static func / (a: Tensor, b: Tensor) throws -> Tensor {
    try combined(a, b, by: Quotient(), named: "/").recorded(from: a, b) { step in
      let b = step.input(1)
      return [
        step.needs(0) ? try (step.gradient / b).summed(to: step.shape(0)) : nil,
        step.needs(1) ? try (-(step.gradient * step.output / b)).summed(to: step.shape(1)) : nil,
      ]
    }
  }

  /// Element by element, the first to the power of the second, with broadcasting. Differentiable.
  ///
  /// Edge cases: a negative base with a fractional exponent gives NaN; 0 to the power of 0 is 1.
  public static func ** (a: Tensor, b: Tensor) throws -> Tensor {
    let power: Tensor
    if b.rank == 0, b.storage[0] == 2, DType.promoted(a.dtype, b.dtype) == a.dtype {
      power = try combined(a, a, by: Product(), named: "**")
    } else {
      power = try combined(a, b, by: Power(), named: "**")
    }
    return power.recorded(from: a, b) { step in
      let (a, b) = (step.input(0), step.input(1))
      var gradients: [Tensor?] = [nil, nil]
      if step.needs(0) {
        // b a^(b−1), and 0 where b = 0, even at a = 0.
        let slope = try b * a ** (b - 1)
        let flat = try Tensor.equal(b, Tensor(0, dtype: b.dtype))
        let safe = b.isTracked || b.count > 1 || b.storage[0] == 0
        let derivative = safe ? try Tensor.where(flat, Tensor(0, dtype: slope.dtype), slope) : slope
        gradients[0] = try (step.gradient * derivative).summed(to: step.shape(0))
      }
      if step.needs(1) {
        // a^b log a, and 0 at a = 0, where the value is constantly 0 for positive exponents.
        let zero = try Tensor.equal(a, Tensor(0, dtype: a.dtype))
        let safeBase = try Tensor.where(zero, Tensor(1, dtype: a.dtype), a)
        gradients[1] = try (step.gradient * step.output * safeBase.log()).summed(to: step.shape(1))
      }
      return gradients
    }
  }

  /// The negative of each number. Differentiable.
  public static prefix func - (x: Tensor) -> Tensor {
    x.mapped(Negative()).recorded(from: x) { step in -step.gradient }
  }

  /// The larger number of each pair, with broadcasting; NaN if one of them is. Differentiable: equal numbers
  /// get half of the gradient each, as in PyTorch.
  public static func maximum(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    try combined(a, b, by: Larger(), named: "maximum").recorded(from: a, b) { step in
      try sharedGradient(step)
    }
  }

  /// The smaller number of each pair, with broadcasting; NaN if one of them is. Differentiable: equal numbers
  /// get half of the gradient each, as in PyTorch.
  public static func minimum(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    try combined(a, b, by: Smaller(), named: "minimum").recorded(from: a, b) { step in
      try sharedGradient(step)
    }
  }

  /// The gradient of a choice between two numbers, for each of them.
  private static func sharedGradient(_ step: BackwardStep) throws -> [Tensor?] {
    let (a, b, chosen) = (step.input(0).detached, step.input(1).detached, step.output.detached)
    let choosesA = try equal(a, chosen)
    let choosesB = try equal(b, chosen)
    let chosenCount = try choosesA + choosesB
    return [
      step.needs(0) ? try (step.gradient * choosesA / chosenCount).summed(to: a.shape) : nil,
      step.needs(1) ? try (step.gradient * choosesB / chosenCount).summed(to: b.shape) : nil,
    ]
  }
}

infix operator ** : PowerPrecedence

/// Powers bind tighter than products, and group from the right: `2 ** 3 ** 2` is 2 to the 9th.
precedencegroup PowerPrecedence {
  higherThan: MultiplicationPrecedence
  associativity: right
}

private struct Sum: ElementwiseOperation {
  @inline(__always) func value<T: Scalar>(_ a: T, _ b: T) -> T { a + b }
}

private struct Difference: ElementwiseOperation {
  @inline(__always) func value<T: Scalar>(_ a: T, _ b: T) -> T { a - b }
}

private struct Product: ElementwiseOperation {
  @inline(__always) func value<T: Scalar>(_ a: T, _ b: T) -> T { a * b }
}

private struct Quotient: ElementwiseOperation {
  @inline(__always) func value<T: Scalar>(_ a: T, _ b: T) -> T { a / b }
}

private struct Power: ElementwiseOperation {
  @inline(__always) func value<T: Scalar>(_ a: T, _ b: T) -> T { T.pow(a, b) }
}

private struct Larger: ElementwiseOperation {
  @inline(__always) func value<T: Scalar>(_ a: T, _ b: T) -> T { a.isNaN || a > b ? a : b }
}

private struct Smaller: ElementwiseOperation {
  @inline(__always) func value<T: Scalar>(_ a: T, _ b: T) -> T { a.isNaN || a < b ? a : b }
}

private struct Negative: ElementwiseFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { -x }
}

extension Tensor {
  /// A product with a plain number, in this tensor's type. Differentiable.
  public static func * (x: Tensor, factor: Double) -> Tensor {
    x.mapped(Scaled(factor: factor)).recorded(from: x) { step in step.gradient * factor }
  }

  /// A product with a plain number, in this tensor's type. Differentiable.
  public static func * (factor: Double, x: Tensor) -> Tensor { x * factor }

  /// A quotient by a plain number, in this tensor's type. Differentiable.
  ///
  /// The mean of n equal numbers is that number for it, as it need not be for a product with 1/n.
  public static func / (x: Tensor, divisor: Double) -> Tensor {
    x.mapped(Divided(divisor: divisor)).recorded(from: x) { step in step.gradient / divisor }
  }

  /// A sum with a plain number, in this tensor's type. Differentiable.
  public static func + (x: Tensor, term: Double) -> Tensor {
    x.mapped(Shifted(term: term)).recorded(from: x) { step in step.gradient }
  }

  /// A difference with a plain number, in this tensor's type. Differentiable.
  public static func - (x: Tensor, term: Double) -> Tensor { x + -term }

  /// A difference from a plain number, in this tensor's type. Differentiable.
  public static func - (number: Double, x: Tensor) -> Tensor { -x + number }
}

private struct Scaled: ElementwiseFunction {
  let factor: Double
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x * T(factor) }
}

private struct Divided: ElementwiseFunction {
  let divisor: Double
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x / T(divisor) }
}

private struct Shifted: ElementwiseFunction {
  let term: Double
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x + T(term) }
}
