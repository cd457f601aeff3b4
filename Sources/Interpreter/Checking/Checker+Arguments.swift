import Language

extension Checker {
  /// Throws for an argument of a kind that a parameter never takes.
  /// - Parameter isLabelled: whether the call names the parameter. Without a label it may be another that was meant.
  func require(
    _ argument: KnownCall.Argument, fits parameter: LibraryFunction.Parameter, of function: LibraryFunction,
    isLabelled: Bool
  ) throws {
    guard let kind = argument.known.argumentKind, parameter.type.refuses(kind),
      let found = argument.known.kindText
    else { return }
    // A single array may stand for the arguments of a variadic parameter, and is looked into when it runs.
    if parameter.isVariadic, kind == .list, parameter.type != .layer { return }
    let subject = parameter.isVariadic ? "" : " for `\(parameter.name)`"
    var labels = [Problem.Label(argument.span, found)]
    if let origin = argument.known.origin, origin.end <= argument.span.start {
      labels = [.init(argument.span), .init(origin, "this is \(found)")]
    }
    var help = function.advice(for: parameter, given: kind, argument.known.value).map { [$0] } ?? []
    if help.isEmpty, !isLabelled, parameter.defaultValue != nil, !parameter.isVariadic {
      let isNumber = kind == .integer || kind == .decimal
      help = [isNumber ? function.adviceForNumbersInARow ?? function.usage : function.usage]
    }
    throw Misfit(
      .typeMismatch,
      "`\(function.name)` takes \(parameter.type.expectation)\(subject), but this is \(found)", labels,
      help: help)
  }

  /// Throws for a text that names no activation.
  func requireActivation(_ argument: KnownCall.Argument, for parameter: LibraryFunction.Parameter) throws {
    guard parameter.type == .activation, case .string(let name)? = argument.known.value,
      Library.activationLayers[name] == nil
    else { return }
    throw Misfit(Fault.unknownActivation(name), at: argument.span)
  }

  /// Throws where the arguments of a call do not fit a function of the language, as running it would.
  func requireOrder(of labels: [String?], in function: KnownFunction, at span: Span) throws {
    let parameters = function.parameters.map { ($0.label, $0.name, $0.defaultValue != nil) }
    do { _ = try FunctionCode.order(of: labels, function.name, parameters) } catch let fault as Fault {
      throw Misfit(
        fault.code, fault.message,
        [.init(span, fault.label)]
          + (function.source == nil ? [.init(function.place, "takes \(function.takes)")] : []),
        help: fault.help)
    }
  }
}

extension KnownFunction {
  /// How many arguments it takes, in words.
  var takes: String { inWords(arity: arity) }
}

/// How many arguments a function takes, as messages say it.
func inWords(arity: ClosedRange<Int>) -> String {
  let (fewest, most) = (arity.lowerBound, arity.upperBound)
  if most == 0 { return "no arguments" }
  if most == .max { return "at least \(count(fewest, "argument"))" }
  return fewest == most ? count(most, "argument") : "\(fewest) to \(count(most, "argument"))"
}
