/// The hash by which front ends and kernels name the files that stand for cells: MurmurHash2 for 32 bits (Austin
/// Appleby, in the public domain). It tells texts apart; it protects nothing.
enum Murmur2 {
  private static let factor: UInt32 = 0x5BD1_E995

  static func hash(_ text: String, seed: UInt32) -> UInt32 {
    var text = text
    return text.withUTF8 { bytes in
      var hash = seed ^ UInt32(truncatingIfNeeded: bytes.count)
      let end = bytes.count & ~3
      for start in stride(from: 0, to: end, by: 4) {
        var word: UInt32 = 0
        for offset in 0..<4 { word |= UInt32(bytes[start + offset]) << UInt32(8 * offset) }
        word = word &* factor
        word ^= word >> 24
        hash = hash &* factor ^ word &* factor
      }
      if end < bytes.count {
        for (offset, byte) in bytes[end...].enumerated() { hash ^= UInt32(byte) << UInt32(8 * offset) }
        hash = hash &* factor
      }
      hash ^= hash >> 13
      hash = hash &* factor
      return hash ^ hash >> 15
    }
  }
}
