/// Why the content of a message cannot be read: which field, what it is and what was expected.
public struct ContentError: Error, Sendable, Equatable, CustomStringConvertible {
  public var description: String

  /// An error with this wording.
  public init(_ description: String) {
    self.description = description
  }
}

/// The members of a message's content, read with an error that names the message and the field.
struct Fields {
  private let object: JSON.Object
  private let owner: String

  init(_ json: JSON, of owner: String) throws(ContentError) {
    guard case .object(let object) = json else {
      throw ContentError("\(owner) is \(json.kind), expected an object")
    }
    self.object = object
    self.owner = owner
  }

  func string(_ name: String) throws(ContentError) -> String {
    try required(name, "a string", \.string)
  }

  func string(_ name: String, default value: String) throws(ContentError) -> String {
    try optional(name, "a string", \.string) ?? value
  }

  func bool(_ name: String, default value: Bool) throws(ContentError) -> Bool {
    try optional(name, "a boolean", \.bool) ?? value
  }

  func integer(_ name: String) throws(ContentError) -> Int {
    try required(name, "a whole number", \.integer)
  }

  func integer(_ name: String, default value: Int) throws(ContentError) -> Int {
    try optional(name, "a whole number", \.integer) ?? value
  }

  func object(_ name: String) throws(ContentError) -> JSON.Object {
    try optional(name, "an object", \.object) ?? [:]
  }

  /// The cursor, brought inside the code; its end if the client gives none.
  func cursor(in code: String) throws(ContentError) -> Int {
    let end = code.unicodeScalars.count
    let cursor = try integer("cursor_pos", default: end)
    return min(max(cursor, 0), end)
  }

  /// Nil if the member is absent or null: clients write both for "not given".
  func optional<Value>(
    _ name: String, _ expected: String, _ read: (JSON) -> Value?
  ) throws(ContentError) -> Value? {
    guard let json = object[name], json != .null else { return nil }
    guard let value = read(json) else {
      throw ContentError("\(owner): `\(name)` is \(json.kind), expected \(expected)")
    }
    return value
  }

  private func required<Value>(
    _ name: String, _ expected: String, _ read: (JSON) -> Value?
  ) throws(ContentError) -> Value {
    guard let value = try optional(name, expected, read) else {
      throw ContentError("\(owner): `\(name)` is missing, expected \(expected)")
    }
    return value
  }
}
