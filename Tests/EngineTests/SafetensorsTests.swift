import Testing

@testable import Engine

@Suite("Safetensors")
struct SafetensorsTests {
  @Test("What the Python package wrote is read and written again byte for byte")
  func bitForBit() throws {
    let path = StorageFolder.golden("exact.safetensors")
    let file = try Safetensors(contentsOf: path)
    #expect(Set(file.tensors.map(\.name)) == ["weight", "précis \"x\"\n", "a/b", "scalar", "10", "2"])
    #expect(file["a/b"]?.shape == [0, 3] && file["scalar"]?.shape == [])
    #expect(file.metadata == ["format": "pt"])
    #expect(try file.bytes(name: "again") == StoredFile.read(path))
    let shuffled = Safetensors(file.tensors.reversed(), metadata: file.metadata)
    #expect(try shuffled.bytes(name: "again") == StoredFile.read(path))
  }

  @Test("Other types become the smallest of ours that holds their numbers")
  func conversion() throws {
    let file = try Safetensors(contentsOf: StorageFolder.golden("mixed.safetensors"))
    try StorageFolder.expectMixed(file.tensors)
    let bfloat = try Safetensors(contentsOf: StorageFolder.golden("bfloat16.safetensors"))
    #expect(bfloat["x"] == Tensor([1.5, -2]))
  }

  /// A file with this header, and that many bytes of numbers.
  private func problem(_ header: String, data: Int = 8) -> String {
    message {
      let bytes = UInt64(header.utf8.count).littleEndianBytes + Array(header.utf8)
      _ = try Safetensors(bytes + [UInt8](repeating: 0, count: data), name: "x.safetensors")
    }
  }

  private static func field(_ dtype: String = "F32", _ shape: String = "2", _ offsets: String = "0,8")
    -> String
  {
    "{\"dtype\":\"\(dtype)\",\"shape\":[\(shape)],\"data_offsets\":[\(offsets)]}"
  }

  @Test(
    "A header that does not fit is refused with what is wrong",
    arguments: [
      ("{\"x\":\(field("F8_E4M3"))}", "its tensor `x` has the type F8_E4M3"),
      ("{\"x\":\(field("F32", "3"))}", "of shape [3] and type F32 needs 12 bytes, but has 8"),
      ("{\"x\":\(field("F32", "1", "4,8"))}", "leave a gap"),
      ("{\"x\":\(field("F32", "1", "8,4"))}", "ends before it begins"),
      ("{\"x\":\(field("F32", "2", "0,8")),\"y\":\(field("F32", "1", "4,8"))}", "overlap"),
      ("{\"x\":\(field("F32", "4", "0,16"))}", "speaks of 16 bytes of numbers, but there are 8"),
      ("{\"x\":\(field("F32", "1", "0,4"))}", "speaks of 4 bytes of numbers, but there are 8"),
      ("{\"x\":\(field()),\"x\":\(field())}", "the name \"x\" occurs twice"),
      ("{\"x\":\(field("F32", "4611686018427387904,4"))}", "is too large"),
      ("{\"x\":\(field("F32", String(repeating: "1,", count: 80) + "2"))}", "A tensor of 81 axes"),
      ("{\"x\":\(field("F32", "-2"))}", "an integer from 0 up"),
      ("{\"x\":\(field("F32", "2.0"))}", "not an integer"),
      ("{\"x\":{\"dtype\":\"F32\",\"shape\":[2]}}", "lacks"), ("[1,2]", "not a JSON object"),
      ("{\"__metadata__\":{\"a\":1}}", "not a string"), ("{\"x\":\(field())} x", "something follows the end"),
      ("{\"x\":", "is missing"), (String(repeating: "[", count: 5000), "nested too deeply"),
    ])
  func damagedHeader(header: String, expected: String) {
    let found = problem(header)
    #expect(found.contains("x.safetensors") && found.contains(expected), "\(found)")
  }

  @Test("A file of another kind, or one that ends early, is refused by name")
  func otherFiles() throws {
    func problem(_ bytes: [UInt8]) -> String { message { _ = try Safetensors(bytes, name: "net.pt") } }
    #expect(problem([]).contains("`net.pt` cannot be read: it ends within the first eight bytes"))
    #expect(problem(Array("PK\u{3}\u{4}xxxxxxxx".utf8)).contains("safetensors.torch.save_file"))
    #expect(problem(Array("# some text, no weights".utf8)).contains("is not safetensors"))
    let whole = try StoredFile.read(StorageFolder.golden("exact.safetensors"))
    for length in whole.indices {
      #expect(problem(Array(whole[..<length])).contains("`net.pt` cannot be read"), "\(length)")
    }
  }

  @Test("A changed byte ends in tensors or in an error that names the file")
  func mutations() throws {
    for name in ["exact", "mixed"] {
      try StorageFolder.mutate(name + ".safetensors") { _ = try Safetensors($0, name: $1) }
    }
  }

  @Test("Two tensors of one name are not written")
  func duplicates() {
    let file = Safetensors([("x", Tensor(1)), ("x", Tensor(2))])
    #expect(message { _ = try file.bytes(name: "f") } == "`f` cannot hold two tensors called `x`.")
  }

  @Test("JSON strings are read with every escape, and written so that they read back")
  func strings() throws {
    let text = "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\""
    #expect(try HeaderJSON(Array(text.utf8)[...]) == .string("\"\\/\u{8}\u{C}\n\r\té😀"))
    let odd = "a\"\\\u{1}\u{1F}\u{7F}é😀\u{2028}"
    #expect(try HeaderJSON(Array(HeaderJSON.quoted(odd).utf8)[...]) == .string(odd))
    for bad in ["\"\\ud83d\"", "\"\\ud83dx\"", "\"\\u12\"", "\"\\x\"", "\"a", "\"\n\"", "01", "true", ""] {
      #expect(throws: HeaderJSON.Problem.self) { try HeaderJSON(Array(bad.utf8)[...]) }
    }
  }
}
