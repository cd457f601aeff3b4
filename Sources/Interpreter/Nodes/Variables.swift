import Language

/// Reads a slot of the frame.
final class LocalNode: Node {
  let slot: Int

  init(_ slot: Int, _ span: Span) {
    self.slot = slot
    super.init(span)
  }

  override var operand: Operand { .slot(slot) }
  override var isQuiet: Bool { true }

  override func evaluate(_ frame: Frame) -> Value { frame.slots[slot] }
}

/// Reads a variable that closures share.
final class SharedNode: Node {
  let slot: Int
  let name: String

  init(_ slot: Int, _ name: String, _ span: Span) {
    self.slot = slot
    self.name = name
    super.init(span)
  }

  override var isQuiet: Bool { true }

  override func place(_ frame: Frame) -> UnsafeMutablePointer<Value>? {
    if case .box(let box) = frame.slots[slot] { box.pointer } else { nil }
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    if case .box(let box) = frame.slots[slot] {
      if case .unset = box.value { throw Fault.unset(name).at(span) }
      return box.value
    }
    throw Fault.unset(name).at(span)
  }
}

/// Reads one of the notebook's names.
final class GlobalNode: Node {
  let global: Global
  let name: String

  init(_ global: Global, _ name: String, _ span: Span) {
    self.global = global
    self.name = name
    super.init(span)
  }

  override var operand: Operand { .fixed(global.value) }
  override var isQuiet: Bool { true }

  override func evaluate(_ frame: Frame) throws -> Value {
    let value = global.value.pointee
    if case .unset = value { throw Fault.unset(name).at(span) }
    return value
  }
}

extension Fault {
  static func unset(_ name: String) -> Fault {
    Fault(.unknownName, "`\(name)` is used before it has a value", help: ["move its declaration up"])
  }
}

/// Where a value can be put: a slot, a shared variable, or one of the notebook's names.
enum Place {
  case local(Int)
  case shared(Int)
  case global(Global)

  /// Gives the place its first value; a shared variable gets a fresh box.
  func declare(_ value: Value, _ frame: Frame) {
    switch self {
    case .local(let slot): (frame.slots + slot).replace(with: value)
    case .shared(let slot): frame.slots[slot] = .box(Box(value))
    case .global(let global):
      global.value.replace(with: value)
      global.function.pointee = nil
    }
  }

  /// Whether a node reads this place.
  func isRead(by node: Node) -> Bool {
    switch self {
    case .local(let slot): (node as? LocalNode)?.slot == slot
    case .shared(let slot): (node as? SharedNode)?.slot == slot
    case .global(let global): (node as? GlobalNode)?.global.value == global.value
    }
  }

  /// Where the value lies. Nobody else holds what is taken from there to be changed, so arrays grow without a
  /// copy.
  @inline(__always)
  func pointer(_ frame: Frame) -> UnsafeMutablePointer<Value> {
    switch self {
    case .local(let slot): return frame.slots + slot
    case .global(let global): return global.value
    case .shared(let slot):
      if case .box(let box) = frame.slots[slot] {
        let pointer = box.pointer
        if box.notedIn != frame.state.pointee.cell { note(slot, frame) }
        return pointer
      }
      return frame.slots + slot
    }
  }
}

extension Place {
  /// Notes a shared variable's value before a cell changes it for the first time: a cell that fails puts it back.
  @inline(never)
  private func note(_ slot: Int, _ frame: Frame) {
    guard case .box(let box) = frame.slots[slot] else { return }
    frame.machine.journal.record(box, in: frame.state.pointee.cell)
  }
}

/// What a declaration or loop gives its value to: names, or a tuple of names.
indirect enum Target {
  case place(Place)
  case ignored
  case tuple([Target], Span)

  func declare(_ value: Value, _ frame: Frame) throws {
    switch self {
    case .place(let place): place.declare(value, frame)
    case .ignored: break
    case .tuple(let targets, let span):
      let parts: [Value]
      switch value {
      case .tuple(let tuple): parts = tuple.values
      case .array(let values): parts = values
      default:
        let isData = value.object(DatasetValue.self) != nil
        throw Fault(
          .typeMismatch, "\(value.kind) cannot be taken apart into \(targets.count) names",
          help: [
            isData
              ? "its parts are `data.features` and `data.targets`"
              : "a tuple or an array with \(targets.count) elements can"
          ]
        ).at(span)
      }
      guard parts.count == targets.count else {
        throw Fault(
          .typeMismatch, "\(parts.count) values do not match the \(targets.count) names before the `=`"
        ).at(span)
      }
      for (target, part) in zip(targets, parts) { try target.declare(part, frame) }
    }
  }
}
