/// The notebook's names and their values, kept from cell to cell.
final class Globals {
  struct Name {
    let text: String
    var isConstant: Bool
  }

  private(set) var names: [Name] = []
  /// The place of each name. None is ever given up, so that nodes may keep it.
  private var places: [Global] = []
  private var indices: [String: Int] = [:]

  deinit {
    for place in places { place.deallocate() }
  }

  subscript(index: Int) -> Global { places[index] }

  func index(of name: String) -> Int? { indices[name] }

  /// The value of a name; nil where it has none.
  func value(of name: String) -> Value? {
    guard let index = indices[name] else { return nil }
    let value = places[index].value.pointee
    if case .unset = value { return nil }
    return value
  }

  /// Declares a name, anew if it exists; its value stays until the declaration runs.
  func declare(_ text: String, isConstant: Bool) -> Int {
    if let index = indices[text] {
      names[index].isConstant = isConstant
      return index
    }
    let index = names.count
    names.append(Name(text: text, isConstant: isConstant))
    places.append(Global())
    indices[text] = index
    return index
  }

  // MARK: Undoing a failed cell

  struct Snapshot {
    fileprivate let names: [Name]
    fileprivate let values: [Value]
    fileprivate let functions: [UnsafeMutablePointer<FunctionCode.Inside>?]
  }

  var snapshot: Snapshot {
    Snapshot(
      names: names, values: places.map(\.value.pointee), functions: places.map(\.function.pointee))
  }

  /// Brings back every name and value as they were.
  ///
  /// Names declared since mean nothing any more, but their slots stay: a closure that outlives the cell may still
  /// read them.
  func restore(_ snapshot: Snapshot) {
    for index in snapshot.names.count..<names.count {
      indices[names[index].text] = nil
      names[index] = Name(text: "", isConstant: true)
      places[index].value.pointee = .unset
      places[index].function.pointee = nil
    }
    for (index, value) in snapshot.values.enumerated() {
      names[index] = snapshot.names[index]
      places[index].value.pointee = value
      places[index].function.pointee = snapshot.functions[index]
    }
  }
}

/// Where one of the notebook's names lives.
struct Global {
  let value: UnsafeMutablePointer<Value>
  /// The inside of the name's function, if it is a constant that means one without captured values and defaults:
  /// calls by that name need not look further. A function that is called thus cannot go away meanwhile: within a
  /// cell a constant gets its value once, and what it meant before is kept for undoing.
  let function: UnsafeMutablePointer<UnsafeMutablePointer<FunctionCode.Inside>?>

  fileprivate init() {
    value = .allocate(capacity: 1)
    value.initialize(to: .unset)
    function = .allocate(capacity: 1)
    function.initialize(to: nil)
  }

  fileprivate func deallocate() {
    value.deinitialize(count: 1)
    value.deallocate()
    function.deallocate()
  }
}
