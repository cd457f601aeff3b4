import Engine
import Theory

extension Library {
  /// Constructions and bounds of the theorems.
  static var theory: [LibraryFunction] {
    [
      LibraryFunction(
        "staircase",
        "A network with one hidden layer of sigmoids that climbs like stairs along a function: a step in the middle of each of `units` equal parts of the range `on`, `sharpness` times as steep as the parts are wide.",
        [
          .required("f", .functionOfOne), .required("units", .integer), .optional("on", .range, .null),
          .optional("sharpness", .number, .double(20)),
        ], example: "staircase(sin, units: 10, on: 0...1)", reference: "after Cybenko 1989, MCSS 2:303"
      ) { call in
        let f = try call.callback("f")
        let network = try Theory.staircase(
          units: call.integer("units"), on: call.interval("on"), sharpness: call.number("sharpness")
        ) { x in
          let y = try f(.double(x))
          guard let number = y.number else {
            throw Fault(
              .typeMismatch, "the function to approximate must give a number, but it gave \(y.kind)")
          }
          return number
        }
        return .object(LayerValue(layer: network))
      },
      LibraryFunction(
        "staircaseBound",
        "How far a staircase of `units` steps can be from a function on [0, 1] at most, given the function's modulus of continuity.",
        [
          .required("modulus", .functionOfOne), .required("units", .integer),
          .optional("sharpness", .number, .double(20)),
        ],
        example: "staircaseBound({ δ in 2 * δ }, units: 10)"
      ) { call in
        let modulus = try call.callback("modulus")
        return .double(
          try Theory.staircaseBound(units: call.integer("units"), sharpness: call.number("sharpness")) {
            delta in
            guard let number = try modulus(.double(delta)).number else {
              throw Fault(.typeMismatch, "a modulus of continuity gives a number")
            }
            return number
          })
      },
    ]
  }
}

extension Call {
  /// A closed range of numbers; [0, 1] where none was given.
  func interval(_ name: String) throws -> ClosedRange<Double> {
    guard has(name) else { return 0...1 }
    guard case .range(let range) = self[name], let low = range.lower?.number, let high = range.upper?.number,
      low < high,
      low.isFinite, high.isFinite
    else { throw mismatch(name, "a range such as `0...1`") }
    return low...high
  }
}
