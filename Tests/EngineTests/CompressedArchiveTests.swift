import Testing

@testable import Engine

@Suite("Compressed archives")
struct CompressedArchiveTests {
  /// An archive of 4000 zeros under the name `x`, and where its directory and its member's content begin.
  private struct Sample {
    var bytes: [UInt8]
    let directory: Int
    let content = 30 + "x.npy".utf8.count

    init() throws {
      bytes = try NPZ.bytes(of: [("x", .zeros([4000]))], compressed: true, name: "f")
      directory = Int(UInt32(littleEndianBytes: bytes[(bytes.count - 6)..<(bytes.count - 2)]))
    }

    /// Sets a field of the member's record in the directory.
    mutating func set(_ field: Int, to value: UInt32) {
      bytes.replaceSubrange((directory + field)..<(directory + field + 4), with: value.littleEndianBytes)
    }

    var problem: String { message { _ = try NPZ.tensors(bytes, name: "f.npz") } }
  }

  @Test("What numpy.savez_compressed wrote is read")
  func numpy() throws {
    let tensors = try loadNPZ(StorageFolder.golden("compressed.npz"))
    #expect(tensors.map(\.name) == ["x"])
    #expect(try tensors.first?.tensor == Tensor([0, 1, 2, 3, 4, 5], shape: [2, 3]))
  }

  @Test("Arrays come back from a compressed archive bit for bit, and take less room")
  func roundTrip() throws {
    let tensors: [(name: String, tensor: Tensor)] = [
      ("zeros", try .zeros([50, 40])), ("none", try .zeros([0, 3])),
      ("mixed", Tensor([0.1, -.infinity, 1e-300, 1 / 3.0], dtype: .float64)),
    ]
    try StorageFolder.with { folder in
      try saveNPZ(tensors, to: folder + "/a.npz")
      try saveNPZ(tensors, to: folder + "/b.npz", compressed: true)
      let found = try loadNPZ(folder + "/b.npz")
      #expect(found.map(\.name) == tensors.map(\.name))
      #expect(found.map { NPY.bytes(of: $0.tensor) } == tensors.map { NPY.bytes(of: $0.tensor) })
      let sizes = try ["/a.npz", "/b.npz"].map { try StoredFile.read(folder + $0).count }
      #expect(sizes[1] * 4 < sizes[0], "\(sizes)")
    }
  }

  @Test("A changed byte or a missing end is an error that names the file")
  func mutations() throws {
    try StorageFolder.mutate("compressed.npz") { _ = try NPZ.tensors($0, name: $1) }
  }

  @Test("Damaged data are told apart from data that are merely others")
  func damage() throws {
    var sample = try Sample()
    // The last bits say which kind of block follows; this kind does not exist.
    sample.bytes[sample.content] = 0x07
    #expect(
      sample.problem == "`f.npz` cannot be read: its member `x.npy` is damaged: it cannot be decompressed.")
    sample = try Sample()
    sample.set(16, to: 0)
    #expect(sample.problem.contains("is damaged: the checksum differs"))
  }

  @Test("Data that are longer or shorter than the directory says are damaged", arguments: [1, -1])
  func sizes(change: Int) throws {
    var sample = try Sample()
    let size = UInt32(littleEndianBytes: sample.bytes[(sample.directory + 24)..<(sample.directory + 28)])
    sample.set(24, to: UInt32(Int(size) + change))
    #expect(sample.problem.contains("it cannot be decompressed"))
  }

  @Test("A size that no such data can have takes no memory")
  func impossibleSize() throws {
    #expect(try Zlib.inflated([0x03, 0x00][...], size: 0) == [])
    #expect(try Zlib.inflated([0x03, 0x00][...], size: 2 * Zlib.highestFactor + 1) == nil)
    var sample = try Sample()
    sample.set(24, to: 1 << 27)
    #expect(sample.problem.contains("it cannot be decompressed"))
  }

  @Test("An archive that would unpack to more than the limit is refused before it is unpacked")
  func bomb() throws {
    let sample = try Sample()
    #expect(try ZipArchive.members(of: sample.bytes, file: "f", limit: 16_128).count == 1)
    let found = message { _ = try ZipArchive.members(of: sample.bytes, file: "f", limit: 16_127) }
    #expect(found.contains("`f` cannot be read: its arrays would have 16128 bytes or more; up to 16127"))
  }

  @Test("A member that is compressed in another way is refused with a way out")
  func otherMethods() throws {
    var sample = try Sample()
    sample.bytes[sample.directory + 10] = 14
    #expect(
      sample.problem.contains("`x.npy` is compressed by method 14.\nWrite it with `numpy.savez`"))
  }
}
