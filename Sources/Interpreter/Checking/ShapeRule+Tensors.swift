import Language

// MARK: Operators

extension ShapeRule {
  /// Element by element, the shorter of two shapes stretched to the other.
  static func broadcast(_ operation: String, _ left: KnownCall.Argument, _ right: KnownCall.Argument) throws
    -> Known
  {
    guard let a = left.known.shape, let b = right.known.shape else { return .unknown }
    do { return .tensor(try a.broadcast(with: b)) } catch {
      throw Misfit(
        .shapeMismatch,
        "shapes \(a) and \(b) do not fit for `\(operation)`: \(error.left) against \(error.right) in axis \(error.axis)",
        places(of: right, a: b, and: left, b: a),
        help: ["aligned at the right, two lengths must be equal or one of them 1"])
    }
  }

  /// The matrix product.
  ///
  /// - Parameter source: the text that the operands stand in, for a proposal.
  static func matrixProduct(_ left: KnownCall.Argument, _ right: KnownCall.Argument, source: Source?) throws
    -> Known
  {
    guard let a = left.known.shape, let b = right.known.shape else { return .unknown }
    do { return .tensor(try a.matrixProduct(with: b)) } catch {
      guard error.axis == -1 else {
        throw Misfit(
          .shapeMismatch,
          "shapes \(a) and \(b) do not fit for `@`: there are \(error.left) matrices against \(error.right) in axis \(error.axis)",
          places(of: right, a: b, and: left, b: a),
          help: [
            "before the last two axes, aligned at the right, two lengths must be equal or one of them 1"
          ])
      }
      var help = ["the length of the first operand's last axis must be that of the second's last but one"]
      if a.rank == 2, b.rank == 2, let source {
        let (x, y) = (source[left.span].operand, source[right.span].operand)
        if (try? a.matrixProduct(with: b.reversed)) != nil {
          help = ["did you mean `\(x) @ \(y).T`?"]
        } else if (try? a.reversed.matrixProduct(with: b)) != nil {
          help = ["did you mean `\(x).T @ \(y)`?"]
        } else if (try? b.matrixProduct(with: a)) != nil {
          help = ["did you mean `\(y) @ \(x)`?"]
        }
      }
      throw Misfit(
        .shapeMismatch,
        "shapes \(a) and \(b) do not fit for `@`: the inner lengths are \(error.left) and \(error.right)",
        places(of: right, a: b, and: left, b: a), help: help)
    }
  }

  /// Both operands with their shapes, and where the cell makes them if that is elsewhere.
  private static func places(
    of first: KnownCall.Argument, a: KnownShape, and second: KnownCall.Argument, b: KnownShape
  ) -> [Problem.Label] {
    [.init(first.span, "shape \(a)"), .init(second.span, "shape \(b)")]
      + [(first, a), (second, b)].compactMap { argument, shape in
        argument.known.origin.flatMap { origin in
          argument.span.start <= origin.start && origin.end <= argument.span.end
            ? nil : .init(origin, "this makes the shape \(shape)")
        }
      }
  }
}

extension String {
  /// The text of an operand as it can stand before a `.T` or beside an `@`.
  fileprivate var operand: String {
    contains(where: { " \n+-*/@".contains($0) }) && last != ")" ? "(\(self))" : self
  }
}

// MARK: Functions

extension ShapeRule {
  /// The result has the shape of the first argument.
  static let same = ShapeRule { call in
    .tensor((call.arguments.first ?? call.rest.first)?.known.tensorShape)
  }

  /// The arguments are the lengths of the axes.
  static let lengths = ShapeRule { call in .tensor(call.integers.flatMap(KnownShape.init(ofLengths:))) }

  /// Another shape for the same numbers; one length may be -1.
  static let reshape = ShapeRule { call in
    guard let lengths = call.integers else { return .unknown }
    let x = call.receiver ?? call["x"]
    let given = lengths.contains { $0 == -1 } ? nil : KnownShape(ofLengths: lengths)
    guard let x, let shape = x.known.shape, let count = shape.count, lengths.allSatisfy({ $0 != nil }) else {
      return .tensor(
        given ?? (lengths.count { $0 == -1 } == 1 ? KnownShape(lengths.map { $0 == -1 ? nil : $0 }) : nil))
    }
    let known = KnownShape(lengths.filter { $0 != -1 })
    guard let product = known.count, product > 0, lengths.allSatisfy({ $0 ?? 0 >= -1 }),
      lengths.count - known.rank <= 1
    else { return .unknown }
    let fits = known.rank == lengths.count ? product == count : count % product == 0
    guard fits else {
      let why =
        known.rank == lengths.count ? "those hold \(product)" : "\(count) is not a multiple of \(product)"
      throw Misfit(
        .shapeMismatch, "\(count) numbers of shape \(shape) do not fit \(KnownShape(lengths)): \(why)",
        [
          .init(call.rest.reduce(call.rest.first?.span ?? call.span) { $0.union($1.span) }),
          .init(x.span, "\(Interpreter.count(count, "number"))"),
        ])
    }
    return .tensor(KnownShape(lengths.map { $0 == -1 ? count / product : $0 }))
  }

  static let transpose = ShapeRule { call in .tensor((call["x"]?.known.shape)?.reversed) }

  static let matrixProduct = ShapeRule { call in
    guard let a = call["a"], let b = call["b"] else { return .unknown }
    return try matrixProduct(a, b, source: nil)
  }

  /// Element by element; a plain number only where both are.
  static let elementwisePair = ShapeRule { call in
    guard let a = call["a"], let b = call["b"] else { return .unknown }
    return try broadcast(call.function.name, a, b)
  }

  /// Element by element, one of two by a condition.
  static let choice = ShapeRule { call in
    guard let condition = call["condition"], let a = call["a"], let b = call["b"] else { return .unknown }
    let chosen = try broadcast("where", a, b)
    guard chosen.tensorShape != nil else { return .unknown }
    let value = KnownCall.Argument(known: chosen, span: a.span.union(b.span))
    return try broadcast("where", condition, value)
  }

  /// A derivative by a tensor has its shape.
  static let gradient = ShapeRule { call in .tensor(call["at"]?.known.tensorShape) }

  /// The nested arrays of the first argument as a tensor.
  static let tensor = ShapeRule { call in .tensor(call.arguments.first??.known.shape) }

  static let identityMatrix = ShapeRule { call in
    let n = call.known("n").integer
    return .tensor(KnownShape([n, n]))
  }

  static let linspace = ShapeRule { call in .tensor(KnownShape([call.known("count").integer])) }

  /// A vector whose length rounding may decide.
  static let range = ShapeRule { _ in .tensor(KnownShape([nil])) }

  /// Parts one behind the other along an axis, alike in all others.
  static let concatenation = ShapeRule { call in
    guard let shapes = call.parts, let axis = call.known("axis").integer.flatMap(shapes[0].axis),
      shapes.allSatisfy({ $0.rank == shapes[0].rank })
    else { return .unknown }
    var lengths = shapes[0].lengths
    lengths[axis] = shapes.reduce(0) { sum, shape in
      sum.flatMap { sum in shape.lengths[axis].flatMap { sum.plus($0) } }
    }
    return .tensor(KnownShape(lengths))
  }

  /// Parts of one shape along a new axis.
  static let stack = ShapeRule { call in
    guard let shapes = call.parts, call.known("axis").integer == 0 else { return .unknown }
    return .tensor(KnownShape([shapes.count] + shapes[0].lengths))
  }

  static let full = ShapeRule { call in
    .tensor((call["shape"]?.known.elements?.map(\.integer)).flatMap(KnownShape.init(ofLengths:)))
  }

  /// One number for all, or for all along an axis.
  static let reduction = ShapeRule { call in
    guard let x = call["x"] ?? call.rest.first, let shape = x.known.tensorShape, call.rest.count <= 1 else {
      return .unknown
    }
    let axis = call.known("axis")
    guard case .boolean(let keeps)? = call["keepDims"].map(\.known.value) ?? .boolean(false) else {
      return .unknown
    }
    if axis.isNil { return keeps ? .tensor(KnownShape(shape.lengths.map { _ in 1 })) : .tensor(.scalar) }
    guard let number = axis.integer else { return .unknown }
    guard let index = shape.axis(number) else {
      throw Misfit(
        .indexOutOfRange,
        shape.rank == 0
          ? "there is no axis \(number): a single number has none"
          : "there is no axis \(number): a tensor with \(count(shape.rank, "axis", "axes")) has axes \(-shape.rank) to \(shape.rank - 1)",
        [.init(call["axis"]?.span ?? call.span), .init(x.span, "shape \(shape)")])
    }
    var lengths = shape.lengths
    if keeps { lengths[index] = 1 } else { lengths.remove(at: index) }
    return .tensor(KnownShape(lengths))
  }
}

extension KnownShape {
  /// nil where a length is negative, which is another mistake.
  fileprivate init?(ofLengths lengths: [Int?]) {
    guard lengths.allSatisfy({ $0 ?? 0 >= 0 }) else { return nil }
    self.init(lengths)
  }
}

extension KnownCall {
  /// The shapes of the tensors in the list `parts`; nil where one is not known, or there are none.
  fileprivate var parts: [KnownShape]? {
    guard let elements = known("parts").elements, !elements.isEmpty else { return nil }
    let shapes = elements.compactMap(\.shape)
    return shapes.count == elements.count ? shapes : nil
  }
}
