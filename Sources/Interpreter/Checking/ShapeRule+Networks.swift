import Engine
import Language

extension ShapeRule {
  // MARK: Making networks

  /// A layer whose kind alone says what it takes and gives.
  static func layer(_ layer: any Layer) -> ShapeRule {
    let known = KnownNetwork(layer)
    return ShapeRule { _ in .network(known) }
  }

  static let linear = ShapeRule { call in
    if call["weight"] != nil {
      guard let weight = call.known("weight").shape, weight.rank == 2, let inputs = weight.last,
        let outputs = weight.lengths[0]
      else { return .network(.unknown) }
      return .network(.linear(inputs, outputs, isWritten: false, at: call.span))
    }
    return .network(
      .linear(call.known("inputs").integer, call.known("outputs").integer, isWritten: true, at: call.span))
  }

  /// Layers that need a certain number of features and give them back.
  static let features = ShapeRule { call in
    guard let count = call.known("features").integer else { return .network(.unknown) }
    let name = call.function.name
    let features = KnownNetwork.Features(
      layer: "\(name)(\(count))", count: count, place: call.span, written: ("\(name)(", ")"))
    return .network(KnownNetwork(taken: features, given: features, description: features.layer))
  }

  static let perceptron = ShapeRule { call in
    guard let widths = call.integers, widths.count >= 2 else { return .network(.unknown) }
    let texts = widths.map { $0.map(String.init) ?? "…" }
    let isWhole = !widths.contains(nil)
    let end = call.arguments.contains { $0 != nil } ? ", …)" : ")"
    return .network(
      KnownNetwork(
        taken: widths[0].map {
          KnownNetwork.Features(
            layer: "Linear(\(texts[0]), \(texts[1]))", count: $0, place: call.span,
            written: isWhole ? ("mlp(", texts.dropFirst().map { ", \($0)" }.joined() + end) : nil)
        },
        given: widths[widths.count - 1].map {
          KnownNetwork.Features(
            layer: "Linear(\(texts[texts.count - 2]), \(texts[texts.count - 1]))", count: $0,
            place: call.span,
            written: isWhole ? ("mlp(" + texts.dropLast().map { "\($0), " }.joined(), end) : nil)
        }))
  }

  static let sequence = ShapeRule { call in
    guard var result = call.rest.first else { return .network(.unknown) }
    for next in call.rest.dropFirst() {
      guard result.known.network != nil, next.known.network != nil else { return .unknown }
      result = KnownCall.Argument(known: .network(try composed(result, next)), span: next.span)
    }
    return result.known.network.map(Known.network) ?? .unknown
  }

  static let residual = ShapeRule { call in
    guard let block = call["block"], var network = block.known.network else { return .unknown }
    guard let taken = network.taken, let given = network.given else {
      // What it adds to its input must be as wide as that, whatever the block says of itself.
      network.given = network.taken
      network.keepsShapes = false
      return .network(network.wrapped(as: "Residual", at: call.span))
    }
    guard taken.count == given.count else {
      let fault = Fault.residual(taken: taken.count, given: given.count)
      throw Misfit(
        fault.code, fault.message,
        [
          .init(given.place ?? block.span, "gives \(given.count)"),
          .init(taken.place ?? block.span, "takes \(taken.count)"),
        ], help: given.proposal(taken.count).map { [$0] } ?? fault.help)
    }
    return .network(network.wrapped(as: "Residual", at: call.span))
  }

  /// Layers side by side: all take the same, and what they give is joined.
  static let parallel = ShapeRule { call in
    let layers = call.rest.map(\.known.network)
    guard !layers.isEmpty, layers.allSatisfy({ $0 != nil }) else { return .unknown }
    let taken = zip(call.rest, layers).compactMap { layer, known in known?.taken.map { (layer.span, $0) } }
    if let first = taken.first, let other = taken.first(where: { $0.1.count != first.1.count }) {
      let fault = Fault.parallel(first.1.layer, first.1.count, other.1.layer, other.1.count)
      throw Misfit(
        fault.code, fault.message,
        [
          .init(other.1.place ?? other.0, other.1.label("takes", in: other.0)),
          .init(first.1.place ?? first.0, first.1.label("takes", in: first.0)),
        ], help: other.1.proposal(first.1.count).map { [$0] } ?? fault.help)
    }
    let features = taken.first?.1
    let given = layers.map { $0?.given?.count ?? ($0?.keepsShapes == true ? features?.count : nil) }
    let parts = layers.map { $0?.description ?? "…" }.joined(separator: ", ")
    let layer = "\(call.function.name)(\(parts))"
    let sum = given.reduce(Int?.some(0)) { sum, part in sum.flatMap { sum in part.flatMap { sum.plus($0) } } }
    return .network(
      KnownNetwork(
        taken: features,
        given: sum.map { KnownNetwork.Features(layer: layer, count: $0, place: call.span) },
        description: layer))
  }

  /// Category numbers of any shape, with a row for each.
  static let embedding = ShapeRule { call in
    guard let width = call.known("width").integer else { return .network(.unknown) }
    let layer = "Embedding(\(call.known("categories").integer.map(String.init) ?? "…"), \(width))"
    return .network(
      KnownNetwork(
        given: KnownNetwork.Features(layer: layer, count: width, place: call.span), description: layer))
  }

  /// A layer around another that changes no shape.
  static let wrapper = ShapeRule { call in
    guard let inner = call.arguments.first??.known.network else { return .unknown }
    return .network(inner.wrapped(as: call.function.name, at: call.span))
  }

  /// `a >> b`
  static func composed(_ left: KnownCall.Argument, _ right: KnownCall.Argument) throws -> KnownNetwork {
    guard let first = left.known.network, let second = right.known.network else { return .unknown }
    if let given = first.given, let taken = second.taken, given.count != taken.count {
      throw Misfit(
        .shapeMismatch,
        "`\(taken.layer)` takes \(taken.count) features, but `\(given.layer)` before it gives \(given.count)",
        [
          .init(taken.place ?? right.span, taken.label("takes", in: right.span)),
          .init(given.place ?? left.span, given.label("gives", in: left.span)),
        ],
        help: [
          taken.proposal(given.count)
            ?? "the number of outputs of a layer is the number of inputs of the next"
        ])
    }
    return first.followed(by: second)
  }

  // MARK: Using networks

  /// `net(x)`
  static func output(of net: KnownCall.Argument, for x: KnownCall.Argument) throws -> Known {
    guard let network = net.known.network, let shape = x.known.shape else { return .unknown }
    if let taken = network.taken, shape.rank > 0, let found = shape.last, found != taken.count {
      var help: [String] = []
      if shape.rank == 2, shape.lengths[0] == taken.count {
        help = ["each row of the input is an example: its transpose `.T` has rows of \(taken.count)"]
      } else if let proposal = taken.proposal(found) {
        help = [proposal]
      }
      throw Misfit(
        .shapeMismatch,
        "`\(taken.layer)` takes \(taken.count) features, but its input has \(found) (shape \(shape))",
        [
          .init(x.span, shape.rank == 1 ? count(found, "number") : "rows of \(found)"),
          .init(taken.place ?? net.span, taken.label("takes", in: net.span)),
        ], help: help)
    }
    return .tensor(network.output(for: shape))
  }

  static let prediction = ShapeRule { call in
    guard let net = call["net"], let x = call["x"] else { return .unknown }
    return try output(of: net, for: x)
  }

  /// A function of a network and the data that it runs on.
  static func checkFeatures(of net: KnownCall.Argument, _ data: KnownCall.Argument) throws {
    guard let network = net.known.network, let known = data.known.data, let taken = network.taken,
      let found = known.width, found != taken.count
    else { return }
    throw Misfit(
      .shapeMismatch,
      "`\(taken.layer)` takes \(taken.count) features, but the rows of `\(known.name)` have \(found)",
      [
        .init(data.span, "\(count(found, "feature"))"),
        .init(taken.place ?? net.span, taken.label("takes", in: net.span)),
      ],
      help: [
        taken.proposal(found)
          ?? "the network needs \(count(found, "input")), one for each feature"
      ])
  }

  /// A loss of a prediction and a target.
  static let loss = ShapeRule { call in
    guard call.function.name == "crossEntropy", let prediction = call["prediction"],
      let target = call["target"],
      let shape = prediction.known.shape, shape.rank == 2, let labels = target.known.shape
    else { return .tensor(.scalar) }
    if labels.rank == 1, let rows = shape.lengths[0], let given = labels.lengths[0], rows != given {
      throw Misfit(
        .shapeMismatch,
        "`crossEntropy` takes one class number per row, but there are \(count(rows, "row")) and \(count(given, "class number"))",
        [.init(target.span, count(given, "class number")), .init(prediction.span, count(rows, "row"))])
    }
    if let classes = shape.lengths[1], let highest = target.known.highestNumber, highest >= Double(classes) {
      throw Misfit(
        .invalidValue,
        "the class \(formatted(highest, "%.17g")) is not among the \(classes) of the prediction, 0 to \(classes - 1)",
        [
          .init(target.span, "class \(formatted(highest, "%.17g"))"),
          .init(prediction.span, "\(count(classes, "number")) per row"),
        ], help: ["classes count from 0; the prediction has one number for each"])
    }
    return .tensor(.scalar)
  }
}

extension KnownNetwork.Features {
  /// What stands under a place: the layer itself, or a network that it belongs to.
  func label(_ verb: String, in span: Span) -> String {
    place == nil ? "\(verb) \(count), by its `\(layer)`" : "\(verb) \(count)"
  }
}

extension Known {
  /// The largest number in a list of numbers that are all known.
  fileprivate var highestNumber: Double? {
    if case .value(.tensor(let tensor)) = content { return tensor.count <= 4096 ? tensor.doubles.max() : nil }
    guard let elements else { return nil }
    let numbers = elements.compactMap(\.number)
    return numbers.count == elements.count ? numbers.max() : nil
  }
}
