import Theory

extension Library {
  /// Functions that consist of straight pieces.
  static var pieces: [LibraryFunction] {
    [
      LibraryFunction(
        "pieces",
        "A network of ReLUs (or of their leaky or hard relatives) as the piecewise linear function that it is, without rounding: on the range `on` for a network of one input, or `along` the segment between two points, where the part of the way from 0 to 1 is the variable. Its members are the number of pieces, their breakpoints and slopes, the integral, and where it goes through a level. With `exact: false` all of this is found in Float64, which is much faster for large networks.",
        [
          .required("net", .any), .optional("on", .range, .null), .optional("along", .array, .null),
          .optional("output", .integer, .int(0)), .optional("exact", .boolean, .boolean(true)),
        ], example: "pieces(Linear(1, 4) >> relu >> Linear(4, 1), on: -1...1).count"
      ) { call in
        let network = try call.exactNetwork("net")
        let output = try call.integer("output")
        let isRounded = try !call.boolean("exact")
        let machine = call.machine
        let poll = { try machine.pollNow() }
        guard call.has("along") else {
          let (lower, upper) = try call.exactInterval("on")
          let pieces =
            isRounded
            ? try PiecewiseLinear(rounding: network, from: lower, to: upper, output: output, progress: poll)
            : try PiecewiseLinear(network, from: lower, to: upper, output: output, progress: poll)
          return .object(PiecesValue(pieces: pieces, isRounded: isRounded))
        }
        let ends = try call.array("along")
        guard ends.count == 2, !call.has("on") else {
          throw Fault(
            .argumentMismatch, "`pieces` takes either a range `on` or the two ends of a segment `along`",
            help: ["as in `pieces(net, along: [[0, 0], [1, 1]])`"])
        }
        let (start, end) = (try call.fractions(ends[0]), try call.fractions(ends[1]))
        let pieces =
          isRounded
          ? try PiecewiseLinear(rounding: network, from: start, to: end, output: output, progress: poll)
          : try PiecewiseLinear(network, from: start, to: end, output: output, progress: poll)
        return .object(PiecesValue(pieces: pieces, isRounded: isRounded))
      },
      LibraryFunction(
        "piecewiseLinear", "The function whose graph goes straight from each of some points to the next.",
        [.required("points", .array)], example: "piecewiseLinear([[0, 0], [0.5, 1], [1, 0]])"
      ) { call in
        let knots = try call.array("points").map { point in
          let pair = try call.fractions(point)
          guard pair.count == 2 else {
            throw Fault(
              .invalidValue,
              "a point of the graph is a pair [x, y], but one has \(count(pair.count, "number"))")
          }
          return PiecewiseLinear.Knot(pair[0], pair[1])
        }
        return .object(PiecesValue(pieces: try PiecewiseLinear(knots), isRounded: false))
      },
      distance(
        "l1Distance", "The integral of the distance between two piecewise linear functions, exactly."
      ) { try $0.l1Distance(to: $1) },
      distance(
        "supDistance", "The largest distance between two piecewise linear functions, exactly."
      ) { try $0.supDistance(to: $1) },
      LibraryFunction(
        "quadraticError",
        "The smallest and the largest value of a piecewise linear function minus a x² + b x + c, exactly.",
        [
          .required("f", .any), .optional("a", .number, .int(1)), .optional("b", .number, .int(0)),
          .optional("c", .number, .int(0)),
        ], example: "quadraticError(piecewiseLinear([[0, 0], [0.5, 0.25], [1, 1]]))"
      ) { call in
        let f = try call.piecewiseLinear("f", on: nil)
        let (a, b, c) = (try call.fraction("a"), try call.fraction("b"), try call.fraction("c"))
        let range = f.rangeMinusQuadratic(a, b, c)
        return TupleValue.record(
          ("lower", call.number(range.lower, from: "f")), ("upper", call.number(range.upper, from: "f")))
      },
    ]
  }

  private static func distance(
    _ name: String, _ summary: String,
    _ measure: @escaping (PiecewiseLinear, PiecewiseLinear) throws -> Rational
  ) -> LibraryFunction {
    LibraryFunction(
      name, summary + " Either may be a number.", [.required("f", .any), .required("g", .any)],
      example: "\(name)(piecewiseLinear([[0, 0], [1, 1]]), 0.5)"
    ) { call in
      let domain = [call["f"], call["g"]].lazy.compactMap { $0.object(PiecesValue.self)?.pieces.domain }.first
      let (f, g) = (try call.piecewiseLinear("f", on: domain), try call.piecewiseLinear("g", on: domain))
      return call.number(try measure(f, g), from: "f", "g")
    }
  }
}

extension Call {
  /// An exact number.
  func fraction(_ name: String) throws -> Rational {
    guard let number = self[name].exactly else { throw mismatch(name, "a finite number") }
    return number
  }

  /// The ends of a range of numbers.
  func exactInterval(_ name: String) throws -> (Rational, Rational) {
    guard let ends = self[name].exactEnds else { throw mismatch(name, "a range such as `0...1`") }
    return ends
  }

  /// A number that was computed from some functions: exact if all of them are.
  fileprivate func number(_ number: Rational, from names: String...) -> Value {
    let isRounded = names.contains { self[$0].object(PiecesValue.self)?.isRounded == true }
    return isRounded ? .double(number.double) : .rational(number)
  }

  /// A piecewise linear function; where a domain is known, also a number.
  fileprivate func piecewiseLinear(_ name: String, on domain: (lower: Rational, upper: Rational)?) throws
    -> PiecewiseLinear
  {
    if let pieces = self[name].object(PiecesValue.self)?.pieces { return pieces }
    guard let domain, let level = self[name].exactly else {
      throw mismatch(name, "what `pieces` gives")
    }
    return try PiecewiseLinear([.init(domain.lower, level), .init(domain.upper, level)])
  }
}

extension Value {
  /// The ends of a range of numbers, exactly; nil for anything else.
  var exactEnds: (lower: Rational, upper: Rational)? {
    guard case .range(let range) = self, let lower = range.lower?.exactly, let upper = range.upper?.exactly
    else { return nil }
    return (lower, upper)
  }
}
