import Engine
import Language

extension ShapeRule {
  /// A bundled or generated data set.
  static func data(_ name: String, rows: Int? = nil, features: Int, classes: Int) -> ShapeRule {
    ShapeRule { _ in
      .data(
        KnownData(
          name: name, rows: rows, row: [features], classes: classes, highestClass: classes - 1,
          areClasses: true))
    }
  }

  static let penguins = ShapeRule { call in
    guard case .boolean(let isCategorical)? = call.known("categorical").value else {
      return .data(KnownData(name: "penguins", row: [nil], classes: 3, highestClass: 2, areClasses: true))
    }
    return .data(
      KnownData(name: "penguins", row: [isCategorical ? 6 : 4], classes: 3, highestClass: 2, areClasses: true)
    )
  }

  static let spirals = ShapeRule { call in
    let classes = call.known("classes").integer
    return .data(
      KnownData(
        name: "spirals", row: [2], classes: classes, highestClass: classes.flatMap { $0 > 0 ? $0 - 1 : nil },
        areClasses: true))
  }

  /// `dataset(x, y, classes: n)`
  static let dataset = ShapeRule { call in
    guard let x = call["x"] else { return .unknown }
    let shape = x.known.shape
    if let y = call["y"], let rows = shape?.lengths.first, let targets = y.known.shape?.lengths.first,
      let rows, let targets, rows != targets
    {
      throw Misfit(
        .shapeMismatch, "there are \(count(rows, "row")) of features, but \(count(targets, "target"))",
        [.init(y.span, count(targets, "target")), .init(x.span, count(rows, "row"))],
        help: ["give one target for each row"])
    }
    let name: String = if case .string(let name)? = call.known("name").value { name } else { "data" }
    return .data(
      KnownData(
        name: name, rows: shape?.lengths.first ?? nil,
        row: shape.map { $0.rank == 1 ? [1] : Array($0.lengths.dropFirst()) },
        classes: call.known("classes").integer, areClasses: areClasses(call),
        targetWidth: call["y"]?.known.shape.flatMap { $0.rank == 1 ? 1 : $0.rank == 2 ? $0.last : nil }))
  }

  /// Whether the targets of `dataset` are classes: they are if the call says so, and if they are texts.
  private static func areClasses(_ call: KnownCall) -> Bool? {
    if let classes = call["classes"], !classes.known.isNil { return classes.known.value == nil ? nil : true }
    return call["y"]?.known.shape == nil ? nil : false
  }

  /// The same data with other numbers.
  static let sameData = ShapeRule { call in (call["data"]?.known.data).map(Known.data) ?? .unknown }

  static let split = ShapeRule { call in
    guard var part = call["data"]?.known.data else { return .unknown }
    // Which rows go where, only running it tells.
    (part.rows, part.highestClass) = (nil, nil)
    return Known(.tuple(["train", "test"], [.data(part), .data(part)]))
  }
}
