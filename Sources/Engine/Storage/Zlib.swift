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
  /// Never makes more than `size` bytes, and none at all where so few compressed ones cannot stand for so many.
  static func inflated(_ packed: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
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
        stream.avail_in = packedCount
        stream.next_out = buffer.baseAddress
        stream.avail_out = count
        isWhole =
          inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0 && stream.avail_out == 0
        initializedCount = size - Int(stream.avail_out)
      }
    }
    return isWhole ? data : nil
  }

  /// Some data compressed; `nil` for 4 GiB or more, which one call to zlib does not take.
  static func deflated(_ data: [UInt8]) -> [UInt8]? {
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
        stream.avail_in = count
        stream.next_out = buffer.baseAddress
        stream.avail_out = room
        isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
        initializedCount = Int(room - stream.avail_out)
      }
    }
    return isWhole ? packed : nil
  }

  /// The checksum of zip archives, CRC-32.
  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count)) }
  }
}
