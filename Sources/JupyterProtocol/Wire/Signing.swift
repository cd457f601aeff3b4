import Crypto

/// Signs messages and checks signatures with the key that kernel and clients share.
///
/// The signature is the HMAC-SHA256 of header, parent header, metadata and content, one after the other,
/// in hexadecimal. Buffers are never signed. With an empty key nothing is signed or checked.
public struct Signing: Sendable {
  private let keyed: HMAC<SHA256>?

  /// - Parameter key: the connection file's `key` as it is written there, in UTF-8; empty for none.
  public init(key: String) {
    keyed = key.isEmpty ? nil : HMAC<SHA256>(key: SymmetricKey(data: Array(key.utf8)))
  }

  /// Whether messages are signed at all.
  public var isEnabled: Bool { keyed != nil }

  /// The signature of a message; empty without a key.
  public func signature(of message: WireMessage) -> [UInt8] {
    guard let code = code(of: message) else { return [] }
    return code.withUnsafeBytes { Hexadecimal.encode($0) }
  }

  /// Whether the message carries the right signature. The time taken does not depend on where it differs.
  public func verifies(_ message: WireMessage) -> Bool {
    guard let code = code(of: message) else { return true }
    guard let claimed = Hexadecimal.decode(message.signature) else { return false }
    return code == claimed
  }

  private func code(of message: WireMessage) -> HMAC<SHA256>.MAC? {
    guard var hmac = keyed else { return nil }
    hmac.update(data: message.header)
    hmac.update(data: message.parentHeader)
    hmac.update(data: message.metadata)
    hmac.update(data: message.content)
    return hmac.finalize()
  }
}

/// Bytes as pairs of hexadecimal digits.
enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  static func encode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return text
  }

  /// Nil if a byte is no digit or one is left over. Capital letters are no digits here: bytes have one form only,
  /// so that a signature that was seen can be known again.
  static func decode(_ text: [UInt8]) -> [UInt8]? {
    guard text.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2)
    for index in stride(from: 0, to: text.count, by: 2) {
      guard let high = value(text[index]), let low = value(text[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
