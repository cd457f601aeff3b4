import Testing

@testable import Engine

@Suite("Files of NumPy's")
struct NumPyFileTests {
  private let matrix = try? Tensor([0, 1, 2, 3, 4, 5], shape: [2, 3])

  @Test("What numpy.save wrote is written again byte for byte", arguments: ["f4", "matrix", "scalar"])
  func bitForBit(name: String) throws {
    let path = StorageFolder.golden(name + ".npy")
    #expect(try NPY.bytes(of: loadNPY(path)) == StoredFile.read(path))
  }

  @Test("Every version, order of bytes and order of axes is read")
  func variants() throws {
    #expect(try loadNPY(StorageFolder.golden("version2.npy")) == matrix)
    #expect(try loadNPY(StorageFolder.golden("version3.npy")) == matrix)
    #expect(try loadNPY(StorageFolder.golden("big-endian.npy")) == matrix?.converted(to: .float64))
    #expect(try loadNPY(StorageFolder.golden("big-integers.npy")).doubles == [-5, 1_099_511_627_776])
    let expected = try Tensor((0..<24).map(Double.init), shape: [2, 3, 4])
    #expect(try loadNPY(StorageFolder.golden("fortran.npy")) == expected)
  }

  @Test("An archive is read by name, and written so that it reads back")
  func archives() throws {
    let tensors = try loadNPZ(StorageFolder.golden("arrays.npz"))
    #expect(tensors.prefix(2).map(\.name) == ["x", "é"])
    #expect(tensors.first?.tensor == matrix)
    try StorageFolder.expectMixed(tensors)
    let written = try NPZ.tensors(NPZ.bytes(of: tensors, name: "f"), name: "f")
    #expect(written.map(\.name) == tensors.map(\.name))
    #expect(written.map { NPY.bytes(of: $0.tensor) } == tensors.map { NPY.bytes(of: $0.tensor) })
  }

  @Test(
    "What cannot be held is refused with a way out",
    arguments: [
      ("objects.npy", "it holds Python objects"), ("complex.npy", "elements of type <c16"),
      ("too-large.npy", "9007199254740993 is too large"), ("exact.safetensors", "does not begin as an array"),
      ("arrays.npz", "Use `loadNPZ`"),
    ])
  func refusals(name: String, expected: String) {
    let found = message { _ = try loadNPY(StorageFolder.golden(name)) }
    #expect(found.contains(name) && found.contains(expected), "\(found)")
  }

  @Test("A single array and other files are refused by name")
  func otherArchives() {
    func problem(_ name: String) -> String { message { _ = try loadNPZ(StorageFolder.golden(name)) } }
    #expect(problem("f4.npy").contains("Use `loadNPY`"))
    #expect(problem("exact.safetensors").contains("it is not a zip archive"))
  }

  @Test("The member of an archive whose numbers have changed is named")
  func checksums() throws {
    var bytes = try NPZ.bytes(of: [("x", Tensor([1, 2, 3])), ("y", Tensor(4))], name: "f")
    // In the last of the numbers of `x`: behind the local header, the name and the header of the array.
    bytes[30 + 5 + 128 + 11] ^= 1
    let found = message { _ = try NPZ.tensors(bytes, name: "f.npz") }
    #expect(found == "`f.npz` cannot be read: its member `x.npy` is damaged: the checksum differs.")
  }

  @Test("Members that share their bytes are refused")
  func sharedBytes() throws {
    let bytes = try NPZ.bytes(of: [("x", .zeros([1000]))], name: "f")
    let end = bytes.count - 22
    let directory = Int(UInt32(littleEndianBytes: bytes[(end + 16)..<(end + 20)]))
    let records = "xyz".utf8.flatMap { name in
      var record = Array(bytes[directory..<end])
      record[46] = name
      return record
    }
    var tail = Array(bytes[end...])
    tail[10] = 3
    let found = message { _ = try NPZ.tensors(bytes[..<directory] + records + tail, name: "f") }
    #expect(found == "`f` cannot be read: its members have more bytes than the archive.")
  }

  @Test("A changed byte ends in arrays or in an error that names the file")
  func mutations() throws {
    for name in ["f4.npy", "fortran.npy"] {
      try StorageFolder.mutate(name) { _ = try NPY.tensor($0[...], name: $1) }
    }
    try StorageFolder.mutate("arrays.npz") { _ = try NPZ.tensors($0, name: $1) }
  }

  @Test("Two arrays of one name, or one without a name, are not written")
  func names() {
    #expect(
      message { _ = try NPZ.bytes(of: [("x", Tensor(1)), ("x", Tensor(2))], name: "f") }.contains(
        "two arrays"))
    #expect(message { _ = try NPZ.bytes(of: [("", Tensor(1))], name: "f") }.contains("needs a name"))
  }
}
