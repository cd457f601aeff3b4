extension ZipArchive {
  /// What the directory says about a member, and where its record ends.
  private struct Record {
    let name: String
    let flags: UInt16
    let method: UInt16
    let checksum: UInt32
    let packedSize: UInt32
    let size: UInt32
    let offset: UInt32
    let end: Int
  }

  /// The members of an archive, each checked against its checksum. `file` is what errors call the archive; all
  /// members together may have `limit` bytes, so that a small archive cannot fill the memory.
  static func members(
    of bytes: [UInt8], file: String, limit: Int = StoredFile.largestByteCount
  ) throws -> [Member] {
    let source = Source(bytes: bytes, file: file)
    let end = try endOfDirectory(bytes, file: file)
    let count = Int(try source.field(end + 10, UInt16.self))
    var position = Int(try source.field(end + 16, UInt32.self))
    var members: [Member] = []
    var seen: Set<String> = []
    var (size, packedSize) = (0, 0)
    for _ in 0..<count {
      let record = try record(source, at: position)
      position = record.end
      guard seen.insert(record.name).inserted else {
        throw EngineError.unreadable(file, "it has two members called `\(record.name)`")
      }
      // All ones refer to fields of 64 bits, which only larger members have.
      guard ![record.size, record.packedSize, record.offset].contains(.max) else {
        throw EngineError.unreadable(file, "its member `\(record.name)` has 4 GiB or more")
      }
      // Members that share their bytes would make a small file large.
      packedSize += Int(record.packedSize)
      guard packedSize <= bytes.count else {
        throw EngineError.unreadable(file, "its members have more bytes than the archive")
      }
      size += Int(record.size)
      guard size <= limit else {
        throw EngineError(
          .size,
          "`\(file)` cannot be read: its arrays would have \(size) bytes or more; up to \(limit) are read here.",
          hint: "Save its parts in files of their own.")
      }
      members.append(try member(source, record))
    }
    return members
  }

  private static func record(_ source: Source, at position: Int) throws -> Record {
    guard try source.field(position, UInt32.self) == directorySignature else {
      throw EngineError.unreadable(source.file, "its directory is damaged")
    }
    let nameLength = Int(try source.field(position + 28, UInt16.self))
    let extra = Int(try source.field(position + 30, UInt16.self))
    let comment = Int(try source.field(position + 32, UInt16.self))
    guard let name = String(validating: try source.slice(position + 46, nameLength), as: UTF8.self) else {
      throw EngineError.unreadable(source.file, "the name of one of its members is not UTF-8")
    }
    return Record(
      name: name, flags: try source.field(position + 8, UInt16.self),
      method: try source.field(position + 10, UInt16.self),
      checksum: try source.field(position + 16, UInt32.self),
      packedSize: try source.field(position + 20, UInt32.self),
      size: try source.field(position + 24, UInt32.self),
      offset: try source.field(position + 42, UInt32.self), end: position + 46 + nameLength + extra + comment)
  }

  private static func member(_ source: Source, _ record: Record) throws -> Member {
    func unreadable(_ what: String, hint: String? = nil) -> EngineError {
      .unreadable(source.file, "its member `\(record.name)` \(what)", hint: hint)
    }
    guard record.flags & 1 == 0 else { throw unreadable("is encrypted") }
    let isDeflated = record.method == deflatedMethod
    guard isDeflated || record.method == storedMethod else {
      throw unreadable(
        "is compressed by method \(record.method)",
        hint: "Write it with `numpy.savez` or `numpy.savez_compressed`.")
    }
    guard isDeflated || record.packedSize == record.size else { throw unreadable("has two sizes") }
    let offset = Int(record.offset)
    guard try source.field(offset, UInt32.self) == localSignature else {
      throw unreadable("is not where the directory says")
    }
    let (name, extra) = (
      try source.field(offset + 26, UInt16.self), try source.field(offset + 28, UInt16.self)
    )
    let packed = try source.slice(offset + 30 + Int(name) + Int(extra), Int(record.packedSize))
    guard let content = isDeflated ? try Zlib.inflated(packed, size: Int(record.size))?[...] : packed else {
      throw unreadable("is damaged: it cannot be decompressed")
    }
    guard Zlib.checksum(content) == record.checksum else {
      throw unreadable("is damaged: the checksum differs")
    }
    return Member(name: record.name, content: content)
  }

  /// Where the record stands that says where the directory is: at the very end, but for a comment.
  private static func endOfDirectory(_ bytes: [UInt8], file: String) throws -> Int {
    let signature = endSignature.littleEndianBytes
    let last = bytes.count - 22
    for position in stride(from: last, through: max(0, last - 0xFFFF), by: -1)
    where bytes[position...].starts(with: signature) {
      let comment = Int(bytes[position + 20]) | Int(bytes[position + 21]) << 8
      if position + 22 + comment == bytes.count { return position }
    }
    throw EngineError.unreadable(
      file,
      bytes.starts(with: localSignature.littleEndianBytes)
        ? "it ends before its directory" : "it is not a zip archive")
  }

  /// An archive's bytes, read where a directory points.
  private struct Source {
    let bytes: [UInt8]
    let file: String

    func field<I: FixedWidthInteger>(_ position: Int, _ type: I.Type) throws -> I {
      I(littleEndianBytes: try slice(position, MemoryLayout<I>.size))
    }

    func slice(_ position: Int, _ length: Int) throws -> ArraySlice<UInt8> {
      guard position >= 0, length >= 0, position <= bytes.count, length <= bytes.count - position else {
        throw EngineError.unreadable(file, "its directory points behind its end")
      }
      return bytes[position..<position + length]
    }
  }
}
