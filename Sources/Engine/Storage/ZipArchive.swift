/// Zip archives whose members are stored as they are, without compression: what `numpy.savez` writes.
///
/// Source: PKWARE, ".ZIP file format specification" (APPNOTE), version 6.3.
enum ZipArchive {
  struct Member {
    let name: String
    let content: ArraySlice<UInt8>
  }

  private static let localSignature: UInt32 = 0x0403_4B50
  private static let directorySignature: UInt32 = 0x0201_4B50
  private static let endSignature: UInt32 = 0x0605_4B50
  private static let storedMethod: UInt16 = 0

  /// The members of an archive, each checked against its checksum. `file` is what errors call the archive.
  static func members(of bytes: [UInt8], file: String) throws -> [Member] {
    func unreadable(_ what: String, hint: String? = nil) -> EngineError {
      .unreadable(file, what, hint: hint)
    }
    func field<I: FixedWidthInteger>(_ position: Int, _ type: I.Type) throws -> I {
      guard position >= 0, position <= bytes.count - MemoryLayout<I>.size else {
        throw unreadable("its directory points behind its end")
      }
      return I(littleEndianBytes: bytes[position..<position + MemoryLayout<I>.size])
    }
    func slice(_ position: Int, _ length: Int) throws -> ArraySlice<UInt8> {
      guard position >= 0, length >= 0, position <= bytes.count, length <= bytes.count - position else {
        throw unreadable("its directory points behind its end")
      }
      return bytes[position..<position + length]
    }

    let end = try endOfDirectory(bytes, file: file)
    let count = Int(try field(end + 10, UInt16.self))
    var position = Int(try field(end + 16, UInt32.self))
    var members: [Member] = []
    var seen: Set<String> = []
    for _ in 0..<count {
      guard try field(position, UInt32.self) == directorySignature else {
        throw unreadable("its directory is damaged")
      }
      let (flags, method) = (try field(position + 8, UInt16.self), try field(position + 10, UInt16.self))
      let checksum = try field(position + 16, UInt32.self)
      let (packed, size) = (try field(position + 20, UInt32.self), try field(position + 24, UInt32.self))
      let nameLength = Int(try field(position + 28, UInt16.self))
      let (extra, comment) = (try field(position + 30, UInt16.self), try field(position + 32, UInt16.self))
      let local = try field(position + 42, UInt32.self)
      guard let name = String(validating: try slice(position + 46, nameLength), as: UTF8.self) else {
        throw unreadable("the name of one of its members is not UTF-8")
      }
      position += 46 + nameLength + Int(extra) + Int(comment)

      guard seen.insert(name).inserted else { throw unreadable("it has two members called `\(name)`") }
      guard flags & 1 == 0 else { throw unreadable("its member `\(name)` is encrypted") }
      guard method == storedMethod else {
        throw unreadable(
          "its member `\(name)` is compressed",
          hint: "Write it with `numpy.savez`, which does not compress, instead of `numpy.savez_compressed`.")
      }
      guard packed != .max, size != .max, local != .max, packed == size else {
        throw unreadable("its member `\(name)` has 4 GiB or more, or two sizes")
      }
      guard try field(Int(local), UInt32.self) == localSignature else {
        throw unreadable("its member `\(name)` is not where the directory says")
      }
      let header = Int(try field(Int(local) + 26, UInt16.self)) + Int(try field(Int(local) + 28, UInt16.self))
      let content = try slice(Int(local) + 30 + header, Int(size))
      guard CRC32.checksum(content) == checksum else {
        throw unreadable("its member `\(name)` is damaged: the checksum differs")
      }
      members.append(Member(name: name, content: content))
    }
    return members
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

  /// An archive of members. Throws when it would be larger than the format's first version holds.
  static func bytes(of members: [(name: String, content: [UInt8])], file: String) throws -> [UInt8] {
    let size = members.reduce(22) { $0 + 76 + 2 * $1.name.utf8.count + $1.content.count }
    guard size < Int(UInt32.max), members.count < Int(UInt16.max) else {
      throw EngineError(
        .size, "`\(file)` cannot be written: an archive has less than 4 GiB and 65535 members.",
        hint: "Use several files, or `save`.")
    }
    var (bytes, directory): ([UInt8], [UInt8]) = ([], [])
    for (name, content) in members {
      let local = UInt32(bytes.count)
      // Version 2.0, names in UTF-8, stored; the time is the format's first, 1980-01-01, so that the same arrays
      // make the same file.
      let fields: [[UInt8]] = [
        UInt16(20).littleEndianBytes, UInt16(0x800).littleEndianBytes, storedMethod.littleEndianBytes,
        UInt16(0).littleEndianBytes, UInt16(0x21).littleEndianBytes,
        CRC32.checksum(content[...]).littleEndianBytes, UInt32(content.count).littleEndianBytes,
        UInt32(content.count).littleEndianBytes, UInt16(name.utf8.count).littleEndianBytes,
        UInt16(0).littleEndianBytes,
      ]
      let common = Array(fields.joined())
      bytes += localSignature.littleEndianBytes + common + Array(name.utf8) + content
      // Made by version 2.0; no comment, first disk, no attributes.
      directory += directorySignature.littleEndianBytes + UInt16(20).littleEndianBytes + common
      directory += [UInt8](repeating: 0, count: 10) + local.littleEndianBytes + Array(name.utf8)
    }
    let count = UInt16(members.count).littleEndianBytes
    let end =
      endSignature.littleEndianBytes + [0, 0, 0, 0] + count + count
      + UInt32(directory.count).littleEndianBytes + UInt32(bytes.count).littleEndianBytes + [0, 0]
    return bytes + directory + end
  }
}
