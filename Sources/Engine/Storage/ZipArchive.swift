/// Zip archives whose members are stored as they are, or deflated: what `numpy.savez` and
/// `numpy.savez_compressed` write.
///
/// Source: PKWARE, ".ZIP file format specification" (APPNOTE), version 6.3.
enum ZipArchive {
  struct Member {
    let name: String
    let content: ArraySlice<UInt8>
  }

  static let localSignature: UInt32 = 0x0403_4B50
  static let directorySignature: UInt32 = 0x0201_4B50
  static let endSignature: UInt32 = 0x0605_4B50
  static let storedMethod: UInt16 = 0
  static let deflatedMethod: UInt16 = 8

  /// An archive of members, deflated or as they are. Throws when it would be larger than the format's first
  /// version holds.
  static func bytes(
    of members: [(name: String, content: [UInt8])], compressed: Bool = false, file: String
  ) throws -> [UInt8] {
    let size = members.reduce(22) { $0 + 76 + 2 * $1.name.utf8.count + $1.content.count }
    func tooLarge() -> EngineError {
      EngineError(
        .size, "`\(file)` cannot be written: an archive has less than 4 GiB and 65535 members.",
        hint: "Use several files, or `save`.")
    }
    guard size < Int(UInt32.max), members.count < Int(UInt16.max) else { throw tooLarge() }
    let method = compressed ? deflatedMethod : storedMethod
    var (bytes, directory): ([UInt8], [UInt8]) = ([], [])
    for (name, content) in members {
      guard let local = UInt32(exactly: bytes.count),
        let packed = compressed ? try Zlib.deflated(content) : content
      else { throw tooLarge() }
      // Version 2.0, names in UTF-8; the time is the format's first, 1980-01-01, so that the same arrays
      // make the same file.
      let fields: [[UInt8]] = [
        UInt16(20).littleEndianBytes, UInt16(0x800).littleEndianBytes, method.littleEndianBytes,
        UInt16(0).littleEndianBytes, UInt16(0x21).littleEndianBytes,
        Zlib.checksum(content[...]).littleEndianBytes, UInt32(packed.count).littleEndianBytes,
        UInt32(content.count).littleEndianBytes, UInt16(name.utf8.count).littleEndianBytes,
        UInt16(0).littleEndianBytes,
      ]
      let common = Array(fields.joined())
      bytes += localSignature.littleEndianBytes + common + Array(name.utf8) + packed
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
