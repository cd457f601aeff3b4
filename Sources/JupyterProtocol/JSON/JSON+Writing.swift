extension JSON {
  /// The value as compact JSON text in UTF-8. NaN and infinities, which JSON cannot say, become null, as does
  /// what is nested deeper than `depthLimit`.
  public var bytes: [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(256)
    write(to: &output, depth: 0)
    return output
  }

  /// The value as compact JSON text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  private func write(to output: inout [UInt8], depth: Int) {
    switch self {
    case .null: output += "null".utf8
    case .bool(let value): output += (value ? "true" : "false").utf8
    case .integer(let value): output += value.description.utf8
    case .number(let value): output += (value.isFinite ? value.description : "null").utf8
    case .string(let text): JSON.write(text, to: &output)
    case .array(let elements):
      guard depth < JSON.depthLimit else { return JSON.null.write(to: &output, depth: depth) }
      output.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        element.write(to: &output, depth: depth + 1)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let object):
      guard depth < JSON.depthLimit else { return JSON.null.write(to: &output, depth: depth) }
      output.append(UInt8(ascii: "{"))
      for (index, member) in object.members.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        JSON.write(member.name, to: &output)
        output.append(UInt8(ascii: ":"))
        member.value.write(to: &output, depth: depth + 1)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      var plain = 0
      for (index, byte) in bytes.enumerated() where needsEscape(byte) {
        output += bytes[plain..<index]
        plain = index + 1
        writeEscape(of: byte, to: &output)
      }
      output += bytes[plain...]
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func writeEscape(of byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case 0x0A: output += #"\n"#.utf8
    case 0x09: output += #"\t"#.utf8
    case 0x0D: output += #"\r"#.utf8
    case UInt8(ascii: "\""): output += #"\""#.utf8
    case UInt8(ascii: "\\"): output += #"\\"#.utf8
    default:
      output += #"\u00"#.utf8
      output += Hexadecimal.encode([byte])
    }
  }
}
