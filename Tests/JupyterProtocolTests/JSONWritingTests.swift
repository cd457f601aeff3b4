import Testing

@testable import JupyterProtocol

@Suite("JSON is written")
struct JSONWritingTests {
  @Test("compactly, members in their order")
  func compact() {
    let value: JSON = ["b": [1, 2.5, true, nil], "a": ["c": "d"]]
    #expect(value.text == #"{"b":[1,2.5,true,null],"a":{"c":"d"}}"#)
  }

  @Test("with every escape that is needed and no other")
  func escapes() {
    let value: JSON = "\"\\\n\t\r\0\u{1f}/äß😀"
    #expect(value.text == #""\"\\\n\t\r\u0000\u001f/äß😀""#)
  }

  @Test("with null for numbers that JSON does not have")
  func numbers() {
    let value: JSON = [
      .number(.nan), .number(.infinity), .number(-.infinity), .number(1e300), .number(.leastNonzeroMagnitude),
    ]
    #expect(value.text == "[null,null,null,1e+300,5e-324]")
  }

  @Test("so that it is read back as it was", arguments: 0..<200)
  func roundTrip(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let value = JSON.random(depth: 4, using: &generator)
    #expect(try JSON(value.bytes) == value)
  }

  @Test("no deeper than the limit")
  func depth() throws {
    var value: JSON = 1
    for _ in 0...JSON.depthLimit { value = [value] }
    #expect(throws: Never.self) { try JSON(value.bytes) }
  }
}

@Suite("A JSON object")
struct JSONObjectTests {
  @Test("finds the later of two members with one name")
  func duplicates() throws {
    let object = try JSON(parsing: #"{"a":1,"a":2}"#)
    #expect(object["a"] == 2)
  }

  @Test("replaces, adds and removes members")
  func changes() {
    var object: JSON.Object = ["a": 1, "b": 2]
    object["a"] = 3
    object["c"] = 4
    object["b"] = nil
    #expect(object == ["a": 3, "c": 4])
  }
}
