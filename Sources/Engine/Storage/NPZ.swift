/// Reads the arrays of an archive that `numpy.savez` or `numpy.savez_compressed` wrote, by their names and in the
/// archive's order.
///
/// Throws, naming the file and what is wrong, when it is damaged, or its arrays would have more bytes than a
/// file that is read as it stands.
public func loadNPZ(_ path: String) throws -> [(name: String, tensor: Tensor)] {
  try NPZ.tensors(StoredFile.read(path), name: path)
}

/// Writes tensors to an archive that `numpy.load` reads, compressed or not. Throws when two have the same name, or
/// the file cannot be written; then an older one is still there.
public func saveNPZ(
  _ tensors: [(name: String, tensor: Tensor)], to path: String, compressed: Bool = false
) throws {
  try StoredFile.write(NPZ.bytes(of: tensors, compressed: compressed, name: path), to: path)
}

/// Archives of arrays: a zip archive with a member `x.npy` for the array `x`.
enum NPZ {
  private static let suffix = ".npy"

  static func tensors(_ bytes: [UInt8], name: String) throws -> [(name: String, tensor: Tensor)] {
    if bytes.starts(with: [0x93] + Array("NUMPY".utf8)) {
      throw EngineError.unreadable(name, "it is a single array, not an archive", hint: "Use `loadNPY`.")
    }
    return try ZipArchive.members(of: bytes, file: name).map { member in
      guard member.name.hasSuffix(suffix) else {
        throw EngineError.unreadable(
          name, "its member `\(member.name)` is not an array of NumPy's",
          hint: member.name.hasSuffix("data.pkl")
            ? "PyTorch wrote it: save its `state_dict()` with `safetensors.torch.save_file` instead." : nil)
      }
      let tensor = try NPY.tensor(member.content, name: "\(name)/\(member.name)")
      return (String(member.name.dropLast(suffix.count)), tensor)
    }
  }

  static func bytes(
    of tensors: [(name: String, tensor: Tensor)], compressed: Bool = false, name: String
  ) throws -> [UInt8] {
    var seen: Set<String> = []
    for (tensor, _) in tensors {
      guard seen.insert(tensor).inserted else {
        throw EngineError(.value, "`\(name)` cannot hold two arrays called `\(tensor)`.")
      }
      guard !tensor.isEmpty, tensor.utf8.count < 60_000 else {
        throw EngineError(.value, "An array in `\(name)` needs a name, of at most 60000 bytes.")
      }
    }
    return try ZipArchive.bytes(
      of: tensors.map { ("\($0.name)\(suffix)", NPY.bytes(of: $0.tensor)) }, compressed: compressed,
      file: name)
  }
}
