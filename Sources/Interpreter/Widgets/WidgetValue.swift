/// A piece of what widgets and the language tell each other, in the shape of JSON.
public indirect enum WidgetValue: Sendable, Hashable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([WidgetValue])
  case object([String: WidgetValue])
  /// The formats of a display: MIME type → content.
  case bundle(Display)
}

extension WidgetValue {
  /// A member of an object; nil if this is none or has no such member.
  subscript(name: String) -> WidgetValue? { object?[name] }

  var object: [String: WidgetValue]? { if case .object(let members) = self { members } else { nil } }

  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// A whole number; front ends write `3` and `3.0` for it.
  var integer: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }

  var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
}

extension WidgetValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(nilLiteral: ()) { self = .null }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(stringLiteral value: String) { self = .text(value) }
  public init(arrayLiteral elements: WidgetValue...) { self = .list(elements) }
  public init(dictionaryLiteral elements: (String, WidgetValue)...) {
    self = .object(Dictionary(elements) { $1 })
  }
}
