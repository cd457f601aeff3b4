import Language

/// The names that a cell has declared so far, innermost scope last, with what is known of their values.
struct Scopes {
  struct Entry {
    var known: Known
    /// Whether an assignment can change it.
    let isVariable: Bool
    /// The place of a closure's parameter that nothing has mentioned yet.
    var unusedParameter: Span?
  }

  private var scopes: [[String: Entry]] = [[:]]
  /// The number of scopes around the function whose inside is being looked at; nil at the top level.
  private(set) var functionBase: Int?

  var isTopLevel: Bool { scopes.count == 1 }

  mutating func declare(_ name: String, _ known: Known, isVariable: Bool, unusedParameter: Span? = nil) {
    scopes[scopes.count - 1][name] = Entry(
      known: known, isVariable: isVariable, unusedParameter: unusedParameter)
  }

  /// What is known of a name; nil where the cell has not declared it.
  ///
  /// Inside of a function that may run at any time, a variable around it may have any value by then.
  mutating func lookUp(_ name: String) -> Known? {
    for index in scopes.indices.reversed() {
      guard let entry = scopes[index][name] else { continue }
      if entry.unusedParameter != nil { scopes[index][name]?.unusedParameter = nil }
      if let functionBase, index < functionBase, entry.isVariable { return .unknown }
      return entry.known
    }
    return nil
  }

  /// Whether a name of the cell can be assigned to; nil where the cell has not declared it.
  func isVariable(_ name: String) -> Bool? { scopes.last { $0[name] != nil }?[name]?.isVariable }

  /// Whether a scope inside of the top level declares a name.
  func declaresInside(_ name: String) -> Bool { scopes.dropFirst().contains { $0[name] != nil } }

  /// Changes what is known of a variable; tells whether the cell has declared it.
  mutating func assign(_ name: String, _ known: Known) -> Bool {
    for index in scopes.indices.reversed() where scopes[index][name] != nil {
      scopes[index][name]?.known = known
      return true
    }
    return false
  }

  /// Forgets the variables that functions of other cells can change too.
  mutating func forgetTopLevelVariables() {
    for (name, entry) in scopes[0] where entry.isVariable { scopes[0][name]?.known = .unknown }
  }

  mutating func open() { scopes.append([:]) }

  mutating func close() { scopes.removeLast() }

  /// The parameters of the innermost scope that nothing has mentioned.
  var unusedParameters: [(name: String, place: Span)] {
    (scopes.last ?? [:]).compactMap { name, entry in entry.unusedParameter.map { (name, $0) } }
  }

  /// Opens the inside of a function that runs now or later; give the result to `leaveFunction`.
  mutating func enterFunction() -> Int? {
    let outer = functionBase
    functionBase = scopes.count
    open()
    return outer
  }

  mutating func leaveFunction(_ outer: Int?) {
    close()
    functionBase = outer
  }

  /// Only the names of the cell's top level, as a function declared there sees them when it is called.
  var topLevel: Scopes {
    var scopes = self
    scopes.scopes.removeLast(scopes.scopes.count - 1)
    // Followed from inside of a function that runs later, it does not know the variables either.
    scopes.functionBase = functionBase == nil ? nil : 1
    return scopes
  }
}
