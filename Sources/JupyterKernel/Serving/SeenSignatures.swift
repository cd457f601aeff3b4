/// The signatures of the latest messages that this process was sent: whoever listens on a connection and sends one of
/// them again is not heard.
///
/// A kernel that a client restarts gets the same key and remembers nothing: what was sent to the one before it can be sent
/// once more. Only CurveZMQ keys in the connection file keep others from listening.
struct SeenSignatures {
  /// How many are remembered.
  static let limit = 65_536

  private var known: Set<UInt64> = []
  /// In the order in which they came; written over from the start once it is full.
  private var order: [UInt64] = []
  private var oldest = 0

  /// Remembers a signature.
  /// - Returns: false if it was known.
  mutating func insert(_ signature: [UInt8]) -> Bool {
    let key = Self.start(of: signature)
    guard known.insert(key).inserted else { return false }
    if order.count < Self.limit {
      order.append(key)
    } else {
      known.remove(order[oldest])
      order[oldest] = key
      oldest = (oldest + 1) % Self.limit
    }
    return true
  }

  /// 64 of the 256 bits: that a message is taken for one of the remembered ones happens once in 10^14, and the memory
  /// of a kernel that answers for days stays small.
  private static func start(of signature: [UInt8]) -> UInt64 {
    UInt64(String(decoding: signature.prefix(16), as: UTF8.self), radix: 16) ?? 0
  }
}
