import Language

extension Machine {
  /// Calls any value that can be called, with arguments in their order.
  func call(_ callee: Value, _ arguments: [Value], labels: [String?] = []) throws -> Value {
    let labels = labels.isEmpty ? [String?](repeating: nil, count: arguments.count) : labels
    switch callee {
    case .function(let function):
      let frame = self.frame
      let order = try function.code.order(of: labels)
      let mark = frame.state.pointee.top
      do {
        for index in order { try frame.state.push(index.map { arguments[$0] } ?? .unset) }
      } catch {
        frame.state.pop(to: mark)
        throw error
      }
      do { return try frame.invoke(function) } catch {
        // The library calls on the user's behalf: its call has a place, this one has none.
        throw Fault(error).leaving(function.code)
      }
    case .library(let function):
      return try function.body(function.bind(arguments, labels: labels, self))
    case .object(let object):
      if labels.allSatisfy({ $0 == nil }), let result = try object.call(arguments, self) { return result }
      throw Fault(.notCallable, "\(callee.kind) cannot be called")
    default:
      throw Fault(
        .notCallable, "\(callee.kind) cannot be called",
        help: callee.number == nil ? [] : ["for a product write `*`"])
    }
  }

  /// `value.name`
  func member(_ name: String, of value: Value) throws -> Value {
    if case .tuple(let tuple) = value {
      if let index = Int(name) ?? tuple.labels.firstIndex(of: name), tuple.values.indices.contains(index) {
        return tuple.values[index]
      }
    } else if case .object(let object) = value, let member = try object.member(name) {
      return member
    }
    if let property = library.property(name, of: value) { return try property.get(value) }
    if library.method(name, of: value) != nil {
      throw Fault(.unknownMember, "`\(name)` is a method: call it", help: ["write `.\(name)(…)`"])
    }
    let names = library.memberNames(of: value)
    throw Fault.unknownMember(name, of: value.kind, among: names)
  }
}
