/// Reads an array of NumPy's format, `.npy`: versions 1 to 3, either order of bytes and of axes.
///
/// `f4` and `f8` are kept bit for bit; booleans, `f2` and integers of 8 and 16 bits become single precision,
/// larger integers double precision. Throws, naming the file and what is wrong, when it is damaged or holds
/// other things, such as Python objects.
/// Source: NEP 1, "A simple file format for NumPy arrays".
public func loadNPY(_ path: String) throws -> Tensor {
  let bytes = try StoredFile.read(path)
  return try NPY.tensor(bytes[...], name: path)
}

/// Writes a tensor as `numpy.save` does, byte for byte. Throws when the file cannot be written; then an older one
/// is still there.
public func saveNPY(_ tensor: Tensor, to path: String) throws {
  let bytes = NPY.bytes(of: tensor)
  try Interruption.check()
  try StoredFile.write(bytes, to: path)
}

/// The bytes of NumPy's format for one array.
enum NPY {
  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
  private static let longestHeader = 1 << 16

  /// The array that some bytes hold. `name` is what errors call them.
  static func tensor(_ bytes: ArraySlice<UInt8>, name: String) throws -> Tensor {
    func unreadable(_ what: String) -> EngineError { .unreadable(name, what) }
    guard bytes.starts(with: magic) else {
      let isZip = bytes.starts(with: Array("PK".utf8))
      throw EngineError.unreadable(
        name, "it does not begin as an array of NumPy does", hint: isZip ? "Use `loadNPZ`." : nil)
    }
    let version = bytes.dropFirst(magic.count).prefix(2)
    guard let major = version.first, (1...3).contains(major), version.last == 0, version.count == 2 else {
      throw unreadable("its version is not 1.0, 2.0 or 3.0")
    }
    let lengthBytes = bytes.dropFirst(magic.count + 2).prefix(major == 1 ? 2 : 4)
    guard lengthBytes.count == (major == 1 ? 2 : 4) else { throw unreadable("it ends within its header") }
    let length = Int(UInt32(littleEndianBytes: lengthBytes))
    let rest = bytes[lengthBytes.endIndex...]
    guard length <= longestHeader else { throw unreadable("its header would have \(length) bytes") }
    guard length <= rest.count else { throw unreadable("it ends within its header") }
    let header = try NPYHeader(rest.prefix(length), name: name)
    let data = rest.dropFirst(length)
    let count: Int
    do { count = try header.type.count(of: header.shape) } catch let error as EngineError {
      throw EngineError(error.kind, "`\(name)` cannot be read: \(error.message)", hint: error.hint)
    }
    guard data.count == count * header.type.byteCount else {
      throw unreadable(
        "its header speaks of \(count * header.type.byteCount) bytes of numbers, but there are \(data.count)")
    }
    do {
      let storage = try header.type.storage(data, isBigEndian: header.isBigEndian)
      guard header.isColumnMajor else { return Tensor(storage, shape: header.shape) }
      return try Tensor(storage, shape: header.shape.reversed()).permuted(header.shape.indices.reversed())
    } catch let error as EngineError {
      throw EngineError(error.kind, "`\(name)` cannot be read: \(error.message)", hint: error.hint)
    }
  }

  /// A tensor's bytes in version 1.0.
  static func bytes(of tensor: Tensor) -> [UInt8] {
    let lengths = tensor.shape.map(String.init)
    let shape = lengths.count == 1 ? "(\(lengths[0]),)" : "(\(lengths.joined(separator: ", ")))"
    let type = tensor.dtype == .float32 ? "<f4" : "<f8"
    var header = "{'descr': '\(type)', 'fortran_order': False, 'shape': \(shape), }"
    // NumPy leaves room in which the first length can grow to 21 digits, and aligns the numbers to 64 bytes.
    if let first = lengths.first { header += String(repeating: " ", count: 21 - first.count) }
    header += String(repeating: " ", count: 63 - (magic.count + 4 + header.utf8.count) & 63) + "\n"
    return tensor.storage.littleEndianBytes(
      behind: magic + [1, 0] + UInt16(header.utf8.count).littleEndianBytes + Array(header.utf8))
  }
}
