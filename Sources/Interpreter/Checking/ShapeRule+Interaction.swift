import Language

extension ShapeRule {
  /// Controls that cannot be made, and a function that does not take as many arguments as there are controls.
  static let interaction = ShapeRule { call in
    guard !call.labels.isEmpty else {
      throw Misfit(
        Fault.noControls.code, Fault.noControls.message, [.init(call.span)], help: Fault.noControls.help)
    }
    for (label, argument) in zip(call.labels, call.rest) {
      // A list whose elements are not known has at least a length.
      let isEmptyList = argument.known.elements?.isEmpty == true
      guard let value = isEmptyList ? .array([]) : argument.known.value else { continue }
      do { _ = try Control(label, value) } catch let fault as Fault {
        throw Misfit(fault.code, fault.message, [.init(argument.span)], help: fault.help)
      }
    }
    guard let body = call["body"], case .function(let function) = body.known.content else {
      return .value(.void)
    }
    let mismatch = Fault.mismatch(
      of: function.name, taking: function.parameters.map(\.name), needed: function.arity.lowerBound,
      controls: call.labels)
    if let mismatch {
      let place = function.name == "closure" ? function.place : body.span
      throw Misfit(mismatch.code, mismatch.message, [.init(place, mismatch.label)], help: mismatch.help)
    }
    return .value(.void)
  }
}
