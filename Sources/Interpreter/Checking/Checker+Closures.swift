import Language

extension Checker {
  /// A closure: its inside is looked at once, with parameters of which nothing is known.
  mutating func function(_ closure: Closure, _ span: Span) -> Known {
    let isSelfContained = scopes.isTopLevel
    lookInside(closure.parameters, closure.body, isClosure: true)
    let head = closure.parameters.first.map {
      $0.span.union(closure.parameters[closure.parameters.count - 1].span)
    }
    return Known(
      .function(
        KnownFunction(
          name: "closure", parameters: closure.parameters, body: closure.body,
          isSelfContained: isSelfContained,
          place: head.map(place) ?? span)), at: span)
  }

  /// Goes through the inside of a function that may run at any time, or never.
  mutating func lookInside(_ parameters: [Parameter], _ body: Block, isClosure: Bool) {
    // What is followed was looked at where it is declared.
    guard followed.isEmpty else { return }
    for parameter in parameters { if let value = parameter.defaultValue { _ = infer(value) } }
    let outer = (knowsConstants, scopes.enterFunction(), uncertainty, knowsVariables)
    knowsConstants = false
    for parameter in parameters where parameter.name != "_" {
      let mayBeUnused = !isClosure || parameter.name.hasPrefix("$") || parameter.name.hasPrefix("_")
      scopes.declare(
        parameter.name, .unknown, isVariable: false, unusedParameter: mayBeUnused ? nil : parameter.span)
    }
    scopes.open()
    visit(body.statements)
    scopes.close()
    for (name, place) in scopes.unusedParameters.sorted(by: { $0.place.start < $1.place.start }) {
      reportUnused(name, at: place)
    }
    scopes.leaveFunction(outer.1)
    (knowsConstants, uncertainty, knowsVariables) = (outer.0, outer.2, outer.3)
  }

  private mutating func reportUnused(_ name: String, at span: Span) {
    warn(
      Misfit(
        .unusedParameter, "the closure does not use its argument `\(name)`", [.init(span, "never used")],
        help: ["write `_` for an argument that is of no interest"]))
  }

  /// Throws for a function that takes more or fewer arguments than it will be called with.
  /// - Parameter list: what the elements come from that it will be called with, if they do.
  func require(
    _ argument: KnownCall.Argument, callableAs type: ValueType, of function: LibraryFunction, for list: Known?
  ) throws {
    guard let given = type.arity, let known = argument.known.callable, !known.arity.contains(given) else {
      return
    }
    // A tuple is taken apart for a function of several parameters.
    if given == 1, known.arity.lowerBound > 1, let list, list.mayHaveTuples(of: known.arity) { return }
    let takes = inWords(arity: known.arity)
    throw Misfit(
      .argumentMismatch,
      "`\(function.name)` calls its function \(given == 0 ? "without arguments" : "with \(count(given, "argument"))"), but \(known.subject) takes \(takes)",
      [.init(known.place ?? argument.span, "takes \(takes)")],
      help: known.isOwn ? [] : ["a closure for it is written `\(type.closure)`"])
  }

  /// Says of problems inside of a function that was followed which call leads to them.
  mutating func explain(problemsFrom first: Int, in function: KnownFunction, calledAt span: Span) {
    guard problems.count > first else { return }
    let place = lastProblem
    mend(problemsFrom: first) { problem in
      if let source = function.source, let place {
        problem.labels[0].text = "in this call"
        let line = source.line(at: place.start)
        problem.help.append(
          "it happens inside of `\(function.name)` (\(source.name), line \(line + 1)): `\(source[place])`")
      } else if !problem.labels.contains(where: { $0.span == span }) {
        problem.labels.append(.init(span, "in this call"))
      }
    }
  }
}

/// Something that can be called, as far as the number of its arguments goes.
private struct Callable {
  /// The subject of a sentence about it.
  let subject: String
  let arity: ClosedRange<Int>
  /// Where its head stands, if it is a closure of the cell.
  var place: Span?
  /// Whether it is a function of the reader's own, whose parameters can be changed.
  var isOwn = false
}

extension Known {
  /// Whether the first element of a list may be a tuple of some length, so far as is known.
  fileprivate func mayHaveTuples(of counts: ClosedRange<Int>) -> Bool {
    switch content {
    case .list(let elements): elements.first?.mayBeTuple(of: counts) ?? true
    case .value(.array(let values)): values.first.map { Known.value($0).mayBeTuple(of: counts) } ?? true
    case .value(.dictionary(let entries)): entries.isEmpty || counts.contains(2)
    case .value, .tensor: false
    default: true
    }
  }

  private func mayBeTuple(of counts: ClosedRange<Int>) -> Bool {
    switch content {
    case .unknown: true
    case .tuple(_, let parts): counts.contains(parts.count)
    case .value(.tuple(let tuple)): counts.contains(tuple.values.count)
    default: false
    }
  }

  fileprivate var callable: Callable? {
    switch content {
    case .function(let function): Callable(function)
    case .value(.function(let function)): function.known.map { Callable($0) }
    case .value(.library(let function)): Callable(subject: "`\(function.name)`", arity: function.arity)
    default: nil
    }
  }
}

extension Callable {
  fileprivate init(_ function: KnownFunction) {
    let isClosureOfCell = function.name == "closure" && function.source == nil
    self.init(
      subject: isClosureOfCell ? "this closure" : "`\(function.name)`", arity: function.arity,
      place: isClosureOfCell ? function.place : nil, isOwn: !isClosureOfCell)
  }
}
