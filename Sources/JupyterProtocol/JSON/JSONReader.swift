/// Why bytes are no JSON text, and where.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Bytes before the place of the error.
  public var offset: Int
  /// What was found or expected there.
  public var reason: String

  /// An error at this place.
  public init(offset: Int, reason: String) {
    self.offset = offset
    self.reason = reason
  }

  public var description: String { "\(reason) at byte \(offset)" }
}

extension JSON {
  /// How deeply arrays and objects may be nested, both when reading and in what the kernel sends.
  public static let depthLimit = 256

  /// Reads one JSON text (RFC 8259) that fills the bytes.
  ///
  /// Edge cases: an integer too large for `Int` becomes a `Double`; `NaN` and `Infinity`, which Python writes,
  /// are read as null; an escape that is half of a surrogate pair becomes U+FFFD; bytes that are not UTF-8 are an error.
  public init(_ bytes: [UInt8]) throws(JSONError) {
    var reader = JSONReader(bytes)
    self = try reader.document()
  }

  /// Reads one JSON text that fills the string.
  public init(parsing text: String) throws(JSONError) {
    try self.init(Array(text.utf8))
  }
}

/// Reads JSON by recursive descent. Every access is checked, so no input can trap.
struct JSONReader {
  let bytes: [UInt8]
  var position = 0
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func document() throws(JSONError) -> JSON {
    let value = try self.value()
    skipSpace()
    guard position == bytes.count else { throw error("text after the end of the value") }
    return value
  }

  func error(_ reason: String) -> JSONError {
    JSONError(offset: position, reason: reason)
  }

  /// The byte at the position; 0, which no JSON token holds, at the end.
  var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private mutating func value() throws(JSONError) -> JSON {
    skipSpace()
    switch next {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "N"): return try word("NaN", .null)
    case UInt8(ascii: "I"): return try word("Infinity", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw error(position < bytes.count ? "no JSON value" : "the text ends where a value is expected")
    }
  }

  mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count,
      bytes[position..<end].elementsEqual(
        UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    else { throw error("no JSON value") }
    position = end
    return value
  }

  private mutating func object() throws(JSONError) -> JSON.Object {
    try enter()
    defer { depth -= 1 }
    var members: [(name: String, value: JSON)] = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return JSON.Object() }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw error("no member name") }
      let name = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw error("no colon after a member name") }
      members.append((name, try value()))
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw error("no comma or } after a member") }
    return JSON.Object(members: members)
  }

  private mutating func array() throws(JSONError) -> [JSON] {
    try enter()
    defer { depth -= 1 }
    var elements: [JSON] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return [] }
    repeat {
      elements.append(try value())
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw error("no comma or ] after an element") }
    return elements
  }

  private mutating func enter() throws(JSONError) {
    guard depth < JSON.depthLimit else { throw error("nested deeper than \(JSON.depthLimit)") }
    depth += 1
    position += 1
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }
}
