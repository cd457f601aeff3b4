/// A JSON value, for the free-form parts of a message and as the form every message passes through.
///
/// Integers that fit `Int` stay exact; every other number is a `Double`. Objects keep the order of their members.
public enum JSON: Sendable, Equatable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number that fits.
  case integer(Int)
  /// Any other number.
  case number(Double)
  /// Text.
  case string(String)
  /// Values in order.
  case array([JSON])
  /// Values with names.
  case object(Object)
}

extension JSON {
  /// The members of a JSON object in the order in which they were written.
  ///
  /// Look-up is linear: the objects of the protocol have a handful of members. A name written twice keeps
  /// both members when it is read, and the later one is found.
  public struct Object: Sendable {
    /// The members as they were written, also those whose name comes again.
    public private(set) var members: [(name: String, value: JSON)]

    /// An object without members.
    public init() {
      members = []
    }

    /// An object with exactly these members.
    public init(members: [(name: String, value: JSON)]) {
      self.members = members
    }

    /// Whether there are no members.
    public var isEmpty: Bool { members.isEmpty }
    /// The number of members.
    public var count: Int { members.count }

    /// The value of a member, or nil if there is none; setting nil removes it.
    public subscript(name: String) -> JSON? {
      get { members.last { $0.name == name }?.value }
      set {
        guard let newValue else {
          members.removeAll { $0.name == name }
          return
        }
        if let index = members.lastIndex(where: { $0.name == name }) {
          members[index].value = newValue
        } else {
          members.append((name, newValue))
        }
      }
    }
  }
}

extension JSON.Object: Equatable {
  /// Equal if both hold the same members in the same order.
  public static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.members.elementsEqual(rhs.members) { $0.name == $1.name && $0.value == $1.value }
  }
}

extension JSON.Object: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, JSON)...) {
    members = elements.map { (name: $0.0, value: $0.1) }
  }
}

extension JSON: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(nilLiteral: ()) { self = .null }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Object(members: elements.map { (name: $0.0, value: $0.1) }))
  }
}

extension JSON {
  /// A member of an object; nil if this is no object or has no such member.
  public subscript(name: String) -> JSON? {
    guard case .object(let object) = self else { return nil }
    return object[name]
  }

  /// The text, if this is a string.
  public var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The integer, if this is a whole number that fits `Int` (`3.0` counts).
  public var integer: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }

  /// The number, if this is one.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The truth value, if this is one.
  public var bool: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  /// The elements, if this is an array.
  public var array: [JSON]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The members, if this is an object.
  public var object: Object? {
    guard case .object(let object) = self else { return nil }
    return object
  }

  /// What kind of value this is, as an error message names it ("a string", "an object", …).
  public var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .integer, .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
