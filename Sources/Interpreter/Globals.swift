/// The notebook's names and their values, kept from cell to cell.
final class Globals {
  struct Name {
    let text: String
    var isConstant: Bool
  }

  /// One initialised value for each name; lowering makes room before a cell runs, so the place stays put.
  private(set) var values: UnsafeMutablePointer<Value>
  /// For each name the inside of its function, if it is a constant that means one without captured values and
  /// defaults: calls by that name need not look further. A function that is called thus cannot go away
  /// meanwhile: within a cell a constant gets its value once, and what it meant before is kept for undoing.
  private(set) var functions: UnsafeMutablePointer<UnsafeMutablePointer<FunctionCode.Inside>?>
  private(set) var names: [Name] = []
  private var indices: [String: Int] = [:]
  private var capacity = 64

  init() {
    values = .allocate(capacity: capacity)
    functions = .allocate(capacity: capacity)
  }

  deinit {
    values.deinitialize(count: names.count)
    values.deallocate()
    functions.deallocate()
  }

  func index(of name: String) -> Int? { indices[name] }

  /// The value of a name; nil where it has none.
  func value(of name: String) -> Value? {
    guard let index = indices[name] else { return nil }
    if case .unset = values[index] { return nil }
    return values[index]
  }

  /// Declares a name, anew if it exists; its value stays until the declaration runs.
  func declare(_ text: String, isConstant: Bool) -> Int {
    if let index = indices[text] {
      names[index].isConstant = isConstant
      return index
    }
    if names.count == capacity { grow() }
    let index = names.count
    names.append(Name(text: text, isConstant: isConstant))
    indices[text] = index
    (values + index).initialize(to: .unset)
    functions[index] = nil
    return index
  }

  private func grow() {
    let larger = UnsafeMutablePointer<Value>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: values, count: names.count)
    values.deallocate()
    values = larger
    let insides = UnsafeMutablePointer<UnsafeMutablePointer<FunctionCode.Inside>?>.allocate(
      capacity: capacity * 2)
    insides.moveInitialize(from: functions, count: names.count)
    functions.deallocate()
    functions = insides
    capacity *= 2
  }

  // MARK: Undoing a failed cell

  struct Snapshot {
    fileprivate let names: [Name]
    fileprivate let values: [Value]
    fileprivate let functions: [UnsafeMutablePointer<FunctionCode.Inside>?]
  }

  var snapshot: Snapshot {
    Snapshot(
      names: names, values: Array(UnsafeBufferPointer(start: values, count: names.count)),
      functions: Array(UnsafeBufferPointer(start: functions, count: names.count)))
  }

  /// Brings back every name and value as they were.
  ///
  /// Names declared since mean nothing any more, but their slots stay: a closure that outlives the cell may still
  /// read them.
  func restore(_ snapshot: Snapshot) {
    for index in snapshot.names.count..<names.count {
      indices[names[index].text] = nil
      names[index] = Name(text: "", isConstant: true)
      values[index] = .unset
      functions[index] = nil
    }
    for (index, value) in snapshot.values.enumerated() {
      names[index] = snapshot.names[index]
      values[index] = value
      functions[index] = snapshot.functions[index]
    }
  }
}
