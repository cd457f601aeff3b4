extension Safetensors {
  /// What a header says about one tensor.
  private struct Entry {
    let name: String
    let type: ElementType
    let shape: [Int]
    let range: Range<Int>
  }

  private static let types: [String: ElementType] = [
    "BOOL": .bool, "U8": .uint8, "I8": .int8, "U16": .uint16, "I16": .int16, "U32": .uint32, "I32": .int32,
    "U64": .uint64, "I64": .int64, "F16": .float16, "BF16": .bfloat16, "F32": .float32, "F64": .float64,
  ]

  /// Reads a file's bytes. `name` is what errors call it.
  init(_ bytes: [UInt8], name: String) throws {
    func unreadable(_ what: String) -> EngineError { .unreadable(name, what) }
    if bytes.starts(with: Array("PK".utf8)) {
      throw EngineError.unreadable(
        name, "it is a zip archive, not safetensors",
        hint:
          "For arrays of NumPy there is `loadNPZ`; in PyTorch, `safetensors.torch.save_file(model.state_dict(), …)` writes weights that can be read here."
      )
    }
    guard bytes.count >= 8 else { throw unreadable("it ends within the first eight bytes") }
    let length = UInt64(littleEndianBytes: bytes[..<8])
    guard length <= Safetensors.longestHeader else {
      throw unreadable("it is not safetensors, since its header would have \(length) bytes")
    }
    let begin = 8 + Int(length)
    guard begin <= bytes.count else {
      throw unreadable("its header has \(length) bytes, but the file ends after \(bytes.count - 8) of them")
    }
    let members: [HeaderJSON.Member]
    do {
      guard case .object(let found) = try HeaderJSON(bytes[8..<begin]) else {
        throw unreadable("its header is not a JSON object")
      }
      members = found
    } catch let problem as HeaderJSON.Problem {
      throw unreadable("its header is not as it should be at byte \(problem.position): \(problem.what)")
    }

    var entries: [Entry] = []
    var metadata: [String: String] = [:]
    for member in members {
      if member.name == Safetensors.metadataName {
        metadata = try Safetensors.metadata(member.value, file: name)
      } else {
        entries.append(try Safetensors.entry(member, file: name))
      }
    }
    entries.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    var end = 0
    for entry in entries {
      guard entry.range.lowerBound == end else {
        let what = entry.range.lowerBound < end ? "overlap" : "leave a gap after"
        throw unreadable(
          "the numbers of `\(entry.name)` begin at byte \(entry.range.lowerBound) and \(what) those before, which end at \(end)"
        )
      }
      end = entry.range.upperBound
    }
    guard end == bytes.count - begin else {
      throw unreadable("its header speaks of \(end) bytes of numbers, but there are \(bytes.count - begin)")
    }
    self.metadata = metadata
    tensors = try entries.map { entry in
      let data = bytes[begin + entry.range.lowerBound..<begin + entry.range.upperBound]
      do {
        return (entry.name, Tensor(try entry.type.storage(data), shape: entry.shape))
      } catch let error as EngineError {
        throw EngineError(error.kind, "`\(entry.name)` in `\(name)`: \(error.message)", hint: error.hint)
      }
    }
  }

  private static func metadata(_ value: HeaderJSON, file: String) throws -> [String: String] {
    guard case .object(let members) = value else {
      throw EngineError.unreadable(file, "its metadata are not an object")
    }
    return try members.reduce(into: [:]) { result, member in
      guard case .string(let text) = member.value else {
        throw EngineError.unreadable(file, "`\(member.name)` in its metadata is not a string")
      }
      result[member.name] = text
    }
  }

  private static func entry(_ member: HeaderJSON.Member, file: String) throws -> Entry {
    func unreadable(_ what: String, hint: String? = nil) -> EngineError {
      .unreadable(file, "its tensor `\(member.name)` \(what)", hint: hint)
    }
    guard case .string(let typeName)? = member.value["dtype"], let shape = member.value["shape"]?.integers,
      let offsets = member.value["data_offsets"]?.integers, offsets.count == 2
    else { throw unreadable("lacks `dtype`, `shape` or `data_offsets`") }
    guard let type = types[typeName] else {
      throw unreadable(
        "has the type \(typeName), which is not among \(types.keys.sorted().joined(separator: ", "))",
        hint: "Convert it in Python, for instance with `tensor.float()`.")
    }
    guard offsets[0] <= offsets[1] else { throw unreadable("ends before it begins") }
    let count: Int
    do { count = try type.count(of: shape) } catch let error as EngineError {
      throw EngineError(
        error.kind, "`\(file)` cannot be read, its tensor `\(member.name)`: \(error.message)",
        hint: error.hint)
    }
    guard offsets[1] - offsets[0] == count * type.byteCount else {
      throw unreadable(
        "of shape \(shape) and type \(typeName) needs \(count * type.byteCount) bytes, but has \(offsets[1] - offsets[0])"
      )
    }
    return Entry(name: member.name, type: type, shape: shape, range: offsets[0]..<offsets[1])
  }
}
