import CZlib

/// Compression as zip archives have it, and their checksum; both are zlib's.
///
/// Source: RFC 1951, "DEFLATE compressed data format specification", 1996.
enum Zlib {
  /// No byte of compressed data stands for more bytes than this.
  ///
  /// Source: zlib's technical details, "maximum compression factor": 1032 to 1.
  static let highestFactor = 1032

  /// Negative, for bare DEFLATE without zlib's own header; 15 for the longest window.
  private static let bareWindow: Int32 = -15

  /// The data that some compressed bytes stand for, which are expected to be `size` bytes; `nil` unless they are
  /// exactly as many and nothing is left over.
  ///
  /// Never makes more than `size` bytes, and none at all where so few compressed ones cannot stand for so many. Throws
  /// when the work is to stop.
  static func inflated(_ packed: ArraySlice<UInt8>, size: Int) throws -> [UInt8]? {
    guard size <= packed.count * highestFactor,
      let packedCount = UInt32(exactly: packed.count), let count = UInt32(exactly: size)
    else { return nil }
    var stream = z_stream()
    guard inflateInit2_(&stream, bareWindow, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var isWhole = false
    // One byte of room behind the data: zlib wants a place to write to even when there is none.
    let data = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, initializedCount in
      packed.withUnsafeBufferPointer { source in
        // zlib takes what it only reads by a pointer that could write.
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.next_out = buffer.baseAddress
        let status = inPieces(&stream, of: packedCount, room: count) { inflate(&$0, $1) }
        isWhole = status == Z_STREAM_END && stream.avail_in == 0 && stream.total_out == UInt(size)
        initializedCount = Int(stream.total_out)
      }
    }
    try Interruption.check()
    return isWhole ? data : nil
  }

  /// Calls zlib with one piece of the input after the other, until it has all of it or the work is to stop, and returns
  /// what it said last.
  private static func inPieces(
    _ stream: inout z_stream, of count: UInt32, room: UInt32, _ call: (inout z_stream, Int32) -> Int32
  ) -> Int32 {
    var left = count
    stream.avail_out = room
    while !Interruption.isDue {
      let piece = min(left, pieceByteCount)
      stream.avail_in += piece
      left -= piece
      let status = call(&stream, left == 0 ? Z_FINISH : Z_NO_FLUSH)
      if left == 0 { return status }
      if status != Z_OK { return status == Z_STREAM_END ? Z_DATA_ERROR : status }
    }
    return Z_BUF_ERROR
  }

  /// What zlib is given at once: some ten milliseconds' work.
  private static let pieceByteCount: UInt32 = 1 << 18

  /// Some data compressed; `nil` for 4 GiB or more, which zlib does not count. Throws when the work is to stop.
  static func deflated(_ data: [UInt8]) throws -> [UInt8]? {
    guard let count = UInt32(exactly: data.count) else { return nil }
    var stream = z_stream()
    let status = deflateInit2_(
      &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, bareWindow, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    guard let room = UInt32(exactly: deflateBound(&stream, UInt(count))) else { return nil }
    var isWhole = false
    let packed = [UInt8](unsafeUninitializedCapacity: Int(room)) { buffer, initializedCount in
      data.withUnsafeBufferPointer { source in
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.next_out = buffer.baseAddress
        isWhole = inPieces(&stream, of: count, room: room) { deflate(&$0, $1) } == Z_STREAM_END
        initializedCount = Int(stream.total_out)
      }
    }
    try Interruption.check()
    return isWhole ? packed : nil
  }

  /// The checksum of zip archives, CRC-32.
  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count)) }
  }
}
