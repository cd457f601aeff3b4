import Language

/// `m[1].append(5)`, `d["x"].append(2)`, `pair.first.removeLast()`: a method that changes a part of a variable in place.
final class PartMethodCallNode: Node {
  private let place: Place
  private let path: [AccessStep]
  private let name: String
  private let nameSpan: Span
  /// What the name means, for each kind of receiver: nothing but methods that change it.
  private let methods: Library.MethodFamily
  private let arguments: Children
  private let labels: [String?]

  init(
    _ place: Place, _ path: [AccessStep], _ name: String, _ nameSpan: Span, _ methods: Library.MethodFamily,
    _ arguments: [Node], labels: [String?], _ span: Span
  ) {
    self.place = place
    self.path = path
    self.name = name
    self.nameSpan = nameSpan
    self.methods = methods
    self.arguments = Children(arguments)
    self.labels = labels
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    let steps = try path.map { try $0.resolved(frame) }
    let values = try arguments.evaluate(frame)
    var result = Value.void
    // What has another member of that name is called below: while the part is changed, nothing may look at the whole.
    var other: Value?
    try place.pointer(frame).pointee.update(at: steps[...]) { part in
      if case .null = part { throw noSuchKey }
      guard let method = methods[part] else {
        other = part
        return
      }
      result = try method.function.locating(arguments, labels: labels, in: span) {
        try method.body(&part, method.function.bind(values, labels: labels, frame.machine))
      }
    }
    guard let other else { return result }
    let member = try located(nameSpan) { try frame.machine.member(name, of: other) }
    return try located(span) { try frame.machine.call(member, values, labels: labels) }
  }

  private var noSuchKey: Fault {
    Fault(
      .unknownMember, "nil has no member `\(name)`",
      help: ["a key that may be new is given a first value before: `d[key] = d[key] ?? []`"]
    ).at(nameSpan)
  }
}
