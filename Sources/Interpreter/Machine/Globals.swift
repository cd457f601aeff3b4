/// The notebook's names and their values, kept from cell to cell.
final class Globals {
  struct Name: Equatable {
    let text: String
    var isConstant: Bool
  }

  /// A name that has been taken back has no text.
  private(set) var names: [Name] = []
  /// The place of each name. None is ever given up, so that nodes may keep it; a name that was taken back has its old
  /// place when it is declared again, so that a notebook has as many as it has had names.
  private var places: [Global] = []
  private var indices: [String: Int] = [:]
  /// Those that have been declared, anew or for the first time, since this was emptied.
  var declared: Set<Int> = []

  deinit {
    for place in places { place.deallocate() }
  }

  subscript(index: Int) -> Global { places[index] }

  func index(of name: String) -> Int? {
    guard let index = indices[name], names[index] != .absent else { return nil }
    return index
  }

  /// The value of a name; nil where it has none.
  func value(of name: String) -> Value? {
    guard let index = index(of: name) else { return nil }
    let value = places[index].value.pointee
    if case .unset = value { return nil }
    return value
  }

  /// Declares a name, anew if it exists; its value stays until the declaration runs.
  func declare(_ text: String, isConstant: Bool) -> Int {
    if let index = indices[text] {
      names[index] = Name(text: text, isConstant: isConstant)
      declared.insert(index)
      return index
    }
    let index = names.count
    declared.insert(index)
    names.append(Name(text: text, isConstant: isConstant))
    places.append(Global())
    indices[text] = index
    return index
  }

  // MARK: Undoing a failed cell

  /// Names and values as they were. A name that was not there, or not any more, has no text.
  struct Snapshot {
    fileprivate var names: [Name] = []
    fileprivate var values: [Value] = []
    fileprivate var functions: [UnsafeMutablePointer<FunctionCode.Inside>?] = []

    /// The name with this number; nil where there was none.
    func name(_ index: Int) -> Name? { index < names.count ? names[index] : nil }

    /// What calls by the name with this number found without looking further; nil where they found nothing.
    func function(_ index: Int) -> Value? {
      index < names.count && functions[index] != nil ? values[index] : nil
    }

    /// Takes over one name with its value.
    mutating func take(_ index: Int, from globals: Globals) {
      while names.count <= index {
        names.append(.absent)
        values.append(.unset)
        functions.append(nil)
      }
      let place = globals.places[index]
      names[index] = globals.names[index]
      (values[index], functions[index]) = (place.value.pointee, place.function.pointee)
    }
  }

  var snapshot: Snapshot {
    Snapshot(
      names: names, values: places.map(\.value.pointee), functions: places.map(\.function.pointee))
  }

  /// Brings back every name and value as they were.
  ///
  /// Names declared since mean nothing any more, but their places stay: a closure that outlives the cell may still
  /// read them.
  func restore(_ snapshot: Snapshot) {
    for (index, place) in places.enumerated() {
      let name = snapshot.name(index) ?? .absent
      if name == .absent {
        place.value.pointee = .unset
        place.function.pointee = nil
      } else {
        place.value.pointee = snapshot.values[index]
        place.function.pointee = snapshot.functions[index]
      }
      names[index] = name
    }
  }

  /// Declares a name if it has been taken back.
  func declareAgain(_ index: Int, _ name: Name) {
    if names[index] == .absent { names[index] = name }
  }
}

extension Globals.Name {
  /// Where there is no name.
  fileprivate static let absent = Globals.Name(text: "", isConstant: true)
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
