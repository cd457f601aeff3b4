import Crypto

/// How messages are signed: the `signature_scheme` of a connection file. Schemes whose hash function is broken (MD5,
/// SHA-1) are none of them, and a kernel that is asked for one does not start.
public enum SignatureScheme: String, Sendable, CaseIterable {
  /// What clients use unless they are told otherwise.
  case hmacSHA256 = "hmac-sha256"
  /// The same with a hash of 384 bits.
  case hmacSHA384 = "hmac-sha384"
  /// The same with a hash of 512 bits.
  case hmacSHA512 = "hmac-sha512"
}

/// Signs messages and checks signatures with the key that kernel and clients share.
///
/// The signature is the HMAC of header, parent header, metadata and content, one after the other, in hexadecimal.
/// Buffers are never signed. With an empty key nothing is signed or checked.
public struct Signing: Sendable {
  private let key: (any SigningKey)?

  /// - Parameters:
  ///   - key: the connection file's `key` as it is written there, in UTF-8; empty for none.
  ///   - scheme: the connection file's `signature_scheme`.
  public init(key: String, scheme: SignatureScheme = .hmacSHA256) {
    let secret = SymmetricKey(data: Array(key.utf8))
    self.key =
      if key.isEmpty {
        nil
      } else {
        switch scheme {
        case .hmacSHA256: HashedKey<SHA256>(secret)
        case .hmacSHA384: HashedKey<SHA384>(secret)
        case .hmacSHA512: HashedKey<SHA512>(secret)
        }
      }
  }

  /// Whether messages are signed at all.
  public var isEnabled: Bool { key != nil }

  /// The signature of a message; empty without a key.
  public func signature(of message: WireMessage) -> [UInt8] {
    key?.signature(of: message) ?? []
  }

  /// Whether the message carries the right signature. The time taken does not depend on where it differs.
  public func verifies(_ message: WireMessage) -> Bool {
    key?.verifies(message) ?? true
  }
}

private protocol SigningKey: Sendable {
  func signature(of message: WireMessage) -> [UInt8]
  func verifies(_ message: WireMessage) -> Bool
}

/// A key made ready for one hash function.
private struct HashedKey<Hash: HashFunction & Sendable>: SigningKey {
  private let keyed: HMAC<Hash>

  init(_ secret: SymmetricKey) {
    keyed = HMAC(key: secret)
  }

  func signature(of message: WireMessage) -> [UInt8] {
    code(of: message).withUnsafeBytes { Hexadecimal.encode($0) }
  }

  func verifies(_ message: WireMessage) -> Bool {
    guard let claimed = Hexadecimal.decode(message.signature) else { return false }
    return code(of: message) == claimed
  }

  private func code(of message: WireMessage) -> HMAC<Hash>.MAC {
    var hmac = keyed
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
