import Testing

@testable import JupyterProtocol

@Suite("JSON is read")
struct JSONReadingTests {
  @Test(
    "each kind of value",
    arguments: [
      ("null", nil), ("true", true), ("false", false), ("0", 0), ("-17", -17), ("1.5", 1.5),
      ("-2e3", -2000.0), ("1E+2", 100.0), (#""""#, ""), (#""häß""#, "häß"), ("[]", []), ("{}", [:]),
      (" [ 1 , [ 2 ] ] ", [1, [2]]), (#"{"a":{"b":[true,null]}}"#, ["a": ["b": [true, nil]]]),
    ] as [(String, JSON)])
  func values(text: String, value: JSON) throws {
    #expect(try JSON(parsing: text) == value)
  }

  @Test("integers exactly, up to the limits of Int; beyond them as Double")
  func integers() throws {
    #expect(try JSON(parsing: "9223372036854775807") == .integer(.max))
    #expect(try JSON(parsing: "-9223372036854775808") == .integer(.min))
    #expect(try JSON(parsing: "9007199254740993") == 9_007_199_254_740_993)
    #expect(try JSON(parsing: "9223372036854775808") == .number(9_223_372_036_854_775_808))
  }

  @Test(
    "escapes in strings",
    arguments: [
      (#""\n\t\r\b\f\/\\\"""#, "\n\t\r\u{8}\u{c}/\\\""), (#""\u00e4""#, "ä"), (#""\u0000""#, "\0"),
      (#""\ud83d\ude00""#, "😀"), (#""a\ud83d""#, "a\u{FFFD}"), (#""\ude00b""#, "\u{FFFD}b"),
      (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
    ])
  func escapes(text: String, value: String) throws {
    #expect(try JSON(parsing: text) == .string(value))
  }

  @Test("what Python writes for numbers that JSON does not have")
  func pythonNumbers() throws {
    #expect(try JSON(parsing: "[NaN, Infinity, -Infinity]") == [nil, nil, nil])
  }

  @Test(
    "unless it has bytes that are no UTF-8", arguments: [[0x61, 0xFF], [0x5C, 0x6E, 0xC3]] as [[UInt8]])
  func invalidUTF8(content: [UInt8]) {
    let error = #expect(throws: JSONError.self) { try JSON([0x22] + content + [0x22]) }
    #expect(error?.description == "a string that is not UTF-8 at byte \(content.count + 1)")
  }

  @Test(
    "with an error that names the place",
    arguments: [
      ("", "the text ends where a value is expected at byte 0"), ("x", "no JSON value at byte 0"),
      ("nul", "no JSON value at byte 0"), ("1 2", "text after the end of the value at byte 2"),
      ("[1", "no comma or ] after an element at byte 2"), ("[1,]", "no JSON value at byte 3"),
      ("{1:2}", "no member name at byte 1"), (#"{"a" 1}"#, "no colon after a member name at byte 5"),
      (#"{"a":1"#, "no comma or } after a member at byte 6"),
      ("01", "a number with a leading zero at byte 2"),
      ("-", "no digit in a number at byte 1"), ("1.", "no digit after a decimal point at byte 2"),
      ("1e", "no digit in an exponent at byte 2"), (#""a"#, "a string without its closing quote at byte 2"),
      ("\"a\nb\"", "a control character in a string at byte 2"),
      (#""\x""#, "an unknown escape in a string at byte 2"),
      (#""\u12g4""#, #"no four hexadecimal digits after \u at byte 5"#),
    ])
  func errors(text: String, message: String) {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: text) }
    #expect(error?.description == message)
  }

  @Test("no deeper than the limit")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try JSON(parsing: nested(JSON.depthLimit))
    let error = #expect(throws: JSONError.self) { try JSON(parsing: nested(JSON.depthLimit + 1)) }
    #expect(error?.description == "nested deeper than 256 at byte 256")
    #expect(throws: JSONError.self) { try JSON(parsing: nested(1_000_000)) }
  }
}
