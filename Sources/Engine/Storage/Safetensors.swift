/// A safetensors file: named tensors, and a few words about them.
///
/// The file is eight bytes with the length of the header, the header as JSON, and the numbers without gaps.
/// Source: https://github.com/huggingface/safetensors, "Format".
public struct Safetensors: Sendable {
  /// The tensors; of a file that was read, in the order of their numbers there.
  public var tensors: [(name: String, tensor: Tensor)]
  /// What the file says about itself.
  public var metadata: [String: String]

  /// Creates the content of a file.
  public init(_ tensors: [(name: String, tensor: Tensor)], metadata: [String: String] = [:]) {
    self.tensors = tensors
    self.metadata = metadata
  }

  /// Reads a file.
  ///
  /// F32 and F64 are kept bit for bit. BOOL, U8, I8, U16, I16, F16 and BF16 become single precision; U32, I32,
  /// U64 and I64 become double precision. Throws, naming the file and what is wrong, when it is damaged or holds
  /// other types.
  public init(contentsOf path: String) throws {
    try self.init(StoredFile.read(path), name: path)
  }

  /// Writes a file; one that is there already is replaced as a whole or not at all.
  ///
  /// The bytes are those that the Python package writes for the same tensors. Throws when two tensors have the
  /// same name, or the file cannot be written.
  public func write(to path: String) throws {
    try StoredFile.write(bytes(name: path), to: path)
  }

  /// The tensor of some name.
  public subscript(name: String) -> Tensor? { tensors.first { $0.name == name }?.tensor }

  static let metadataName = "__metadata__"
  /// The limit of the format's own reader.
  static let longestHeader = 100_000_000

  /// The file's bytes. `name` is what errors call it.
  func bytes(name: String) throws -> [UInt8] {
    var seen: Set<String> = [Safetensors.metadataName]
    for (tensor, _) in tensors where !seen.insert(tensor).inserted {
      throw EngineError(.value, "`\(name)` cannot hold two tensors called `\(tensor)`.")
    }
    // The package's order: wide numbers first, so that all are aligned, and then by name.
    let ordered = tensors.sorted { a, b in
      let (wide, narrow) = (a.tensor.dtype.byteCount, b.tensor.dtype.byteCount)
      return wide == narrow ? a.name.utf8.lexicographicallyPrecedes(b.name.utf8) : wide > narrow
    }
    var fields: [String] = []
    if !metadata.isEmpty {
      let pairs = metadata.sorted { $0.key < $1.key }.map { key, value in
        "\(HeaderJSON.quoted(key)):\(HeaderJSON.quoted(value))"
      }
      fields.append("\"\(Safetensors.metadataName)\":{\(pairs.joined(separator: ","))}")
    }
    var end = 0
    for (name, tensor) in ordered {
      let begin = end
      end += tensor.count * tensor.dtype.byteCount
      let dtype = tensor.dtype == .float32 ? "F32" : "F64"
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      fields.append(
        "\(HeaderJSON.quoted(name)):{\"dtype\":\"\(dtype)\",\"shape\":[\(shape)],\"data_offsets\":[\(begin),\(end)]}"
      )
    }
    var header = Array("{\(fields.joined(separator: ","))}".utf8)
    // Spaces, so that the numbers begin at a multiple of eight.
    header += [UInt8](repeating: 0x20, count: -header.count & 7)
    guard header.count <= Safetensors.longestHeader else {
      throw EngineError(.size, "`\(name)` cannot be written: its header would have \(header.count) bytes.")
    }
    var bytes = UInt64(header.count).littleEndianBytes + header
    bytes.reserveCapacity(bytes.count + end)
    for (_, tensor) in ordered {
      bytes += tensor.storage.littleEndianBytes()
      try Interruption.check()
    }
    return bytes
  }
}
