import Language

extension Checker {
  mutating func call(_ callee: Expression, _ arguments: [Argument], _ span: Span) -> Known {
    if case .member(let base, let name, let nameSpan) = callee.kind {
      return method(name, at: place(nameSpan), of: base, arguments, span)
    }
    let known = infer(callee)
    let given = arguments.map { argument($0.value) }
    innerPlace = callee.span
    switch known.content {
    case .value(.library(let function)):
      return inferring { try $0.libraryCall(function, given, labels: arguments.map(\.label), span) }.made(
        at: span)
    case .value(.function(let function)):
      let result = function.known.map { follow($0, given, labels: arguments.map(\.label), span) }
      forgetVariables()
      return (result ?? .unknown).made(at: span)
    case .function(let function):
      let labels = arguments.map(\.label)
      let result = inferring { checker in
        // Calls of functions that the cell declares at its top level are looked at when names are.
        if !function.isSelfContained || function.name == "closure" {
          try checker.requireOrder(of: labels, in: function, at: span)
        }
        return checker.follow(function, given, labels: labels, span)
      }
      forgetVariables()
      return result.made(at: span)
    case .network, .value(.object):
      guard known.network != nil, given.count == 1 else { return .unknown }
      let net = KnownCall.Argument(known: known, span: place(callee.span))
      return inferring { _ in try ShapeRule.output(of: net, for: given[0]) }.made(at: span)
    default:
      forgetVariables()
      if case .name(let name) = callee.kind, case .library? = library.value(name), let value = known.value {
        return inferring { checker in
          throw Misfit(
            .notCallable, "`\(name)` is \(value.kind) here, which cannot be called",
            [.init(checker.place(callee.span))],
            help: ["the notebook's `\(name)` hides the function of the library: give it another name"])
        }
      }
      return .unknown
    }
  }

  private mutating func method(
    _ name: String, at nameSpan: Span, of base: Expression, _ arguments: [Argument], _ span: Span
  ) -> Known {
    let receiver = argument(base)
    let given = arguments.map { argument($0.value) }
    guard let value = receiver.known.specimenForMethods, let method = library.method(name, of: value) else {
      _ = inferring { checker in
        try checker.requireMember(name, of: receiver, at: nameSpan)
        return .unknown
      }
      forgetVariables()
      return .unknown
    }
    if method.isMutating, let root = base.root {
      if !isMemberFixed(in: base), isConstant(root) {
        let fault: Fault = ownNames.contains(root) ? .unchangeable(root, .declaration) : .unchangeable(root)
        report(Misfit(fault, at: place(base.rootExpression.span)))
      }
      assign(root, .unknown)
    }
    return inferring { checker in
      // Of functions this is found when names are; of a method only where its receiver is known.
      do { _ = try method.function.order(of: arguments.map(\.label)) } catch {
        let wrong = Fault(error).argument.map { arguments[$0] }
        throw Misfit(Fault(error), at: wrong.map { checker.place($0.labelSpan ?? $0.value.span) } ?? span)
      }
      return try checker.libraryCall(
        method.function, given, labels: arguments.map(\.label), receiver: receiver, span)
    }.made(at: span)
  }

  private mutating func libraryCall(
    _ function: LibraryFunction, _ given: [KnownCall.Argument], labels: [String?],
    receiver: KnownCall.Argument? = nil, _ span: Span
  ) throws -> Known {
    if given.contains(where: \.known.mayBeFunction) { forgetVariables() }
    // Wrong labels are found when names are.
    guard let order = try? function.order(of: labels) else { return .unknown }
    let call = KnownCall(
      function: function, arguments: order.positions.map { $0.map { given[$0] } },
      rest: order.rest.map { given[$0] }, labels: order.labels, receiver: receiver, span: span)
    for (parameter, position) in zip(function.parameters, order.positions) {
      guard let position else { continue }
      let argument = given[position]
      try require(argument, fits: parameter, of: function, isLabelled: labels[position] != nil)
      try requireActivation(argument, for: parameter)
      try require(argument, within: parameter.bounds, for: parameter, of: function)
      try require(argument, callableAs: parameter.type, of: function, for: receiver?.known)
    }
    if let variadic = function.parameters.first(where: \.isVariadic) {
      for argument in call.rest { try require(argument, fits: variadic, of: function, isLabelled: false) }
    }
    if function.parameters.contains(where: { $0.name == "on" && $0.type == .dataset }), let net = call["net"],
      let data = call["on"]
    {
      try ShapeRule.checkFeatures(of: net, data)
    }
    return try function.shape?.infer(call) ?? .unknown
  }

  /// Throws for a number that a parameter never takes.
  private func require(
    _ argument: KnownCall.Argument, within bounds: NumberBounds?, for parameter: LibraryFunction.Parameter,
    of function: LibraryFunction
  ) throws {
    guard let bounds, let number = argument.known.number, !bounds.contains(number),
      let value = argument.known.value
    else { return }
    throw Misfit(
      .invalidValue,
      "`\(parameter.name)` of `\(function.name)` is \(parameter.type.rawValue) \(bounds), but this one is \(value.brief)",
      [.init(argument.span)])
  }

  // MARK: Following calls

  /// What a function of the language gives for arguments of which something is known.
  private mutating func follow(
    _ function: KnownFunction, _ given: [KnownCall.Argument], labels: [String?], _ span: Span
  ) -> Known {
    guard function.isSelfContained, labels.allSatisfy({ $0 == nil }),
      given.count == function.parameters.count,
      given.contains(where: { $0.known.isShaped }), followed.count < 8, !followed.contains(function.body.span)
    else { return .unknown }
    let outer = (scopes, uncertainty, outerCall, problems.count)
    let outerNames = namesOutside
    namesOutside = function.mentionedGlobals.map { Set($0.map { globals.names[$0].text }) }
    scopes = scopes.topLevel
    if function.source != nil { outerCall = outerCall ?? span }
    followed.append(function.body.span)
    scopes.open()
    for (parameter, argument) in zip(function.parameters, given) {
      scopes.declare(parameter.name, argument.known.made(at: argument.span), isVariable: false)
    }
    let result = result(of: function.body)
    followed.removeLast()
    (scopes, uncertainty, outerCall) = (outer.0, outer.1, outer.2)
    namesOutside = outerNames
    explain(problemsFrom: outer.3, in: function, calledAt: span)
    return result
  }

  /// What the body of a function gives; nothing is known of one that can return in several places.
  private mutating func result(of body: Block) -> Known {
    guard let last = body.statements.last else { return .value(.void) }
    let others = body.statements.dropLast()
    visit(Array(others))
    if others.contains(where: \.mayLeaveBlock) { uncertainty += 1 }
    let isSure = !others.contains(where: \.mayLeaveBlock)
    switch last.kind {
    case .expression(let value), .return(let value?):
      let known = infer(value)
      return isSure ? known : .unknown
    default:
      visit(last)
      return .unknown
    }
  }
}

extension Known {
  /// Whether it has a shape that can fit or not: only then is a call worth following.
  fileprivate var isShaped: Bool {
    switch content {
    case .tensor, .network, .data, .value(.tensor): true
    case .value(.object(let object)): object is LayerValue || object is DatasetValue
    default: false
    }
  }

  /// Whether a library function that takes it may call a function of the language.
  fileprivate var mayBeFunction: Bool {
    switch content {
    case .unknown, .function, .value(.function): true
    default: false
    }
  }

  /// A value with the same methods.
  fileprivate var specimenForMethods: Value? {
    switch content {
    case .value(let value): value
    case .tensor: .tensor(.init(0))
    case .list: .array([])
    default: nil
    }
  }
}
