import Engine
import Theory

extension Library {
  /// The construction behind each theorem, and its bounds.
  static var constructions: [LibraryFunction] {
    staircases + interpolation + sawteeth + products + memorisation + narrowness + residualStreams
      + depthBudgets
  }

  /// Whether a construction is given as the exact network, where the weights may be no binary fractions.
  static var exactParameter: LibraryFunction.Parameter { .optional("exact", .boolean, .boolean(false)) }
}

extension Call {
  /// A constructed network as an ordinary one in Float64; without rounding where the call says `exact: true`.
  func constructed(_ network: ExactNetwork) throws -> Value {
    try boolean("exact")
      ? .object(ExactNetworkValue(network: network)) : .object(LayerValue(layer: network.network()))
  }

  /// A constructed network whose weights are all binary fractions that Float64 holds.
  func binary(_ network: ExactNetwork) throws -> Value { .object(LayerValue(layer: try network.network())) }

  /// A closed range of numbers; [0, 1] where none was given.
  func interval(_ name: String) throws -> ClosedRange<Double> {
    guard has(name) else { return 0...1 }
    guard case .range(let range) = self[name], let low = range.lower?.number, let high = range.upper?.number,
      low.isFinite, high.isFinite
    else { throw mismatch(name, "a range such as `0...1`") }
    guard low < high else {
      let (begin, end) = (range.lower?.description ?? "", range.upper?.description ?? "")
      throw Fault(
        .invalidValue, "`\(name)` of `\(function.name)` must end above where it begins, at \(begin)",
        help: low > high ? ["write `\(end)...\(begin)`"] : []
      ).about(name, of: self)
    }
    return low...high
  }

  /// A function of numbers, as theory takes it.
  func numericFunction(_ name: String) throws -> (Double) throws -> Double {
    let f = try callback(name)
    return { x in
      let y = try f(.double(x))
      guard let number = y.number else {
        throw Fault(
          .typeMismatch, "`\(name)` of `\(function.name)` must give a number, but it gave \(y.kind)"
        ).about(name, of: self)
      }
      return number
    }
  }

  /// The exact value of a function at an exact place. Of what it computes in floating point, the binary fraction.
  func exactFunction(_ name: String) throws -> (Rational) throws -> Rational {
    let f = try callback(name)
    return { x in
      let y = try f(.rational(x))
      guard y.number != nil else {
        throw Fault(
          .typeMismatch, "`\(name)` of `\(function.name)` must give a number, but it gave \(y.kind)"
        ).about(name, of: self)
      }
      guard let number = y.exactly else {
        throw Fault(.invalidValue, "the function has the value \(y.brief) at \(Value.rational(x).brief)")
          .about(name, of: self)
      }
      return number
    }
  }

  /// `units` + 1 evenly spaced places on a range of exact numbers, by default [0, 1].
  func nodes(_ units: Int, on name: String) throws -> [Rational] {
    let (lower, upper) = has(name) ? try exactInterval(name) : (.zero, .one)
    guard lower < upper else { throw mismatch(name, "a range such as `0...1`") }
    let step = try (upper - lower) / Rational(units)
    return (0...units).map { lower + Rational($0) * step }
  }
}
