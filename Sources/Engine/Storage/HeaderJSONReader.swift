/// Reads `HeaderJSON` from bytes, by recursive descent of bounded depth.
struct HeaderJSONReader {
  private static let deepest = 16
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  private func problem(_ what: String) -> HeaderJSON.Problem {
    HeaderJSON.Problem(what: what, position: position - bytes.startIndex)
  }

  private var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  /// Skips a character, and the space before it, if it is there.
  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws {
    guard accept(character) else { throw problem("`\(character)` is missing") }
  }

  /// Throws when anything but space is left.
  mutating func finish() throws {
    skipSpace()
    if next != nil { throw problem("something follows the end") }
  }

  mutating func value(depth: Int) throws -> HeaderJSON {
    guard depth < Self.deepest else { throw problem("lists and objects are nested too deeply") }
    skipSpace()
    switch next {
    case UInt8(ascii: "\""): return .string(try string())
    case .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return .integer(try integer())
    case UInt8(ascii: "["):
      position += 1
      return .list(try items(until: "]") { try $0.value(depth: depth + 1) })
    case UInt8(ascii: "{"):
      position += 1
      var names: Set<String> = []
      return .object(
        try items(until: "}") { reader in
          reader.skipSpace()
          let name = try reader.string()
          guard names.insert(name).inserted else { throw reader.problem("the name \"\(name)\" occurs twice") }
          try reader.expect(":")
          return HeaderJSON.Member(name: name, value: try reader.value(depth: depth + 1))
        })
    default: throw problem("a string, an integer from 0 up, a list or an object is missing")
    }
  }

  /// What stands between commas until a closing bracket.
  private mutating func items<Item>(
    until end: Unicode.Scalar, _ item: (inout Self) throws -> Item
  ) throws -> [Item] {
    if accept(end) { return [] }
    var items: [Item] = []
    repeat { items.append(try item(&self)) } while accept(",")
    try expect(end)
    return items
  }

  private mutating func integer() throws -> Int {
    let begin = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    let digits = String(decoding: bytes[begin..<position], as: UTF8.self)
    guard digits.count == 1 || digits.first != "0", let value = Int(digits) else {
      throw problem("\(digits) is not an integer that fits 63 bits")
    }
    if let byte = next, [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(byte) {
      throw problem("a number is not an integer")
    }
    return value
  }

  private mutating func string() throws -> String {
    try expect("\"")
    var content: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: content, as: UTF8.self) else {
          throw problem("a string is not UTF-8")
        }
        return text
      case UInt8(ascii: "\\"): content += Array(String(try escaped()).utf8)
      case 0..<0x20: throw problem("a string holds a control character")
      default: content.append(byte)
      }
    }
    throw problem("a string does not end")
  }

  /// The character that an escape sequence stands for, of which the backslash is read already.
  private mutating func escaped() throws -> Unicode.Scalar {
    guard let byte = next else { throw problem("a string does not end") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      var code = UInt32(try codeUnit())
      if (0xD800..<0xDC00).contains(code) {
        // Two escapes make one character.
        guard next == UInt8(ascii: "\\") else { throw problem("half a surrogate pair") }
        position += 1
        guard next == UInt8(ascii: "u") else { throw problem("half a surrogate pair") }
        position += 1
        let low = UInt32(try codeUnit())
        guard (0xDC00..<0xE000).contains(low) else { throw problem("half a surrogate pair") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw problem("half a surrogate pair") }
      return scalar
    default: throw problem("an unknown escape sequence")
    }
  }

  private mutating func codeUnit() throws -> UInt16 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw problem("`\\u` needs four hexadecimal digits") }
    position += 4
    return value
  }
}
