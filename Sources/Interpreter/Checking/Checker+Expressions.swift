import Language

extension Checker {
  /// What is known of an expression's value.
  mutating func infer(_ expression: Expression) -> Known {
    if !followed.isEmpty {
      guard budget > 0 else { return .unknown }
      budget -= 1
    }
    let span = place(expression.span)
    switch expression.kind {
    case .integer(let value): return .value(.int(value))
    case .number(let value): return .value(.double(value))
    case .boolean(let value): return .value(.boolean(value))
    case .nilLiteral: return .value(.null)
    case .string(let parts): return string(parts)
    case .name(let name): return meaning(of: name)
    case .library(let name): return library.value(name).map(Known.value) ?? .unknown
    case .closureParameter(let index): return meaning(of: "$\(index)")
    case .array(let elements): return Known(.list(elements.map { infer($0) }), at: span)
    case .tuple(let elements):
      return Known(.tuple(elements.map(\.label), elements.map { infer($0.value) }), at: span)
    case .closure(let closure): return function(closure, span)
    case .unary(let operation, let operand):
      return negated(infer(operand), operation).made(at: span)
    case .binary(let operation, let left, let right):
      let first = KnownCall.Argument(known: infer(left), span: place(left.span))
      let second = KnownCall.Argument(known: infer(right), span: place(right.span))
      innerPlace = expression.span
      return inferring { try $0.combine(operation, first, second) }.made(at: span)
    case .logical(_, let left, let right):
      _ = infer(left)
      perhaps { _ = $0.infer(right) }
      return .unknown
    case .conditional(let condition, let then, let otherwise):
      _ = infer(condition)
      var (first, second) = (Known.unknown, Known.unknown)
      perhaps { first = $0.infer(then) }
      perhaps { second = $0.infer(otherwise) }
      return first.joined(with: second)
    case .ifElse(let condition, let then, let otherwise):
      _ = infer(condition)
      visitPerhaps([then] + (otherwise.map { [$0] } ?? []))
      return .unknown
    case .comparison(let first, let rest):
      return comparison(first, rest)
    case .range(let lower, let upper, let isClosed):
      let ends = (lower.map { infer($0) }, upper.map { infer($0) })
      guard let low = ends.0?.value, let high = ends.1?.value else { return .unknown }
      return .value(.range(RangeValue(lower: low, upper: high, isClosed: isClosed)))
    case .call(let callee, let arguments): return call(callee, arguments, span)
    case .index(let base, let indices):
      let base = infer(base)
      let known = indices.map { infer($0) }
      return element(of: base, at: known, indices)
    case .member(let base, let name, let nameSpan):
      return inferring { checker in
        try checker.member(name, of: checker.argument(base), at: checker.place(nameSpan))
      }.made(at: span)
    case .dictionary(let pairs):
      dictionary(pairs)
      return .unknown
    case .invalid, .ellipsis: return .unknown
    }
  }

  mutating func argument(_ expression: Expression) -> KnownCall.Argument {
    KnownCall.Argument(known: infer(expression), span: place(expression.span))
  }

  private mutating func perhaps(_ body: (inout Checker) -> Void) {
    uncertainty += 1
    body(&self)
    uncertainty -= 1
  }

  private mutating func string(_ parts: [StringPart]) -> Known {
    if parts.count == 1, case .text(let text) = parts[0] { return .value(.string(text)) }
    for case .expression(let value) in parts { _ = infer(value) }
    return .unknown
  }

  /// `[key: value]`: of two entries under one key, only the second is left.
  private mutating func dictionary(_ pairs: [(key: Expression, value: Expression)]) {
    var places: [Value: Span] = [:]
    for pair in pairs {
      let key = infer(pair.key).value
      _ = infer(pair.value)
      guard let key, let first = places.updateValue(pair.key.span, forKey: key), followed.isEmpty else {
        continue
      }
      let name = source.excerpt(pair.key.span)
      warn(
        Misfit(
          .repeatedKey, "the dictionary has the key `\(name)` twice",
          [.init(pair.key.span, "this one counts"), .init(first, "first here")],
          help: ["leave one of the two out, or give it another key"]))
    }
  }

  private func negated(_ operand: Known, _ operation: UnaryOperator) -> Known {
    if let shape = operand.tensorShape, operation != .not { return .tensor(shape) }
    guard operation == .negate, operand.number != nil, let value = operand.value else { return .unknown }
    return (try? Interpreter.negated(value)).map(Known.value) ?? .unknown
  }

  // MARK: Parts of values

  private func element(of base: Known, at indices: [Known], _ syntax: [Expression]) -> Known {
    if let elements = base.elements, indices.count == 1, let index = indices[0].integer {
      let position = index < 0 ? index + elements.count : index
      return elements.indices.contains(position) ? elements[position] : .unknown
    }
    if case .tuple(_, let elements) = base.content, indices.count == 1, let index = indices[0].integer,
      elements.indices.contains(index)
    {
      return elements[index]
    }
    guard let shape = base.tensorShape, indices.count <= shape.rank,
      !syntax.contains(where: { if case .ellipsis = $0.kind { true } else { false } })
    else { return .unknown }
    var lengths: [Int?] = []
    for (axis, index) in indices.enumerated() {
      if index.integer != nil { continue }
      guard case .range = syntax[axis].kind else { return .unknown }
      // Where the slice is not known, so is its length; an end that is left out counts to the border.
      lengths.append(index.shape?.last)
    }
    return .tensor(KnownShape(lengths + shape.lengths.dropFirst(indices.count)))
  }
}
