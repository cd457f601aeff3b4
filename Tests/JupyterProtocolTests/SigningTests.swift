import Testing

@testable import JupyterProtocol

@Suite("Signing")
struct SigningTests {
  private let signing = Signing(key: "a0436f6c-1916-498b-8eb9-e81ab9368e84")
  private var message = WireMessage(
    identities: [], header: Array(#"{"msg_id":"1"}"#.utf8), content: Array(#"{"code":"1+1"}"#.utf8))

  /// Computed with Python's `hmac`.
  private static let known = Array("571f54ca20ac469366661f0eb466e6d650eee65ae12436bc786b76a5eb890b86".utf8)

  @Test("gives the known answer")
  func knownAnswer() {
    #expect(signing.signature(of: message) == Self.known)
  }

  @Test(
    "gives the known answer of every scheme",
    arguments: [
      (
        SignatureScheme.hmacSHA384,
        "103677202027ac44396dcfff7469bbe86fde66b5c97e59c31d63180de88f07a0"
          + "73a0982ab852259a8fee46a99ce45633"
      ),
      (
        .hmacSHA512,
        "3323e28f48012cc273df4e6a0e13ec530df18b45009a0d76f67cfd1d63fed976"
          + "d17fe0bd0fe6d101d4534ba88d04e0fd4a467449ad1cd2e24e7a849cf094dbe0"
      ),
    ])
  mutating func schemes(scheme: SignatureScheme, signature: String) {
    let signing = Signing(key: "a0436f6c-1916-498b-8eb9-e81ab9368e84", scheme: scheme)
    #expect(signing.signature(of: message) == Array(signature.utf8))
    message.signature = Array(signature.utf8)
    #expect(signing.verifies(message))
    message.signature[0] ^= 1
    #expect(!signing.verifies(message))
    message.signature = Self.known
    #expect(!signing.verifies(message))
  }

  @Test("accepts its own signature")
  mutating func accepts() {
    message.signature = Self.known
    #expect(signing.verifies(message))
  }

  @Test("refuses a signature with one bit changed, wherever it is", arguments: 0..<64)
  mutating func refuses(place: Int) {
    message.signature = Self.known
    message.signature[place] ^= 1
    #expect(!signing.verifies(message))
  }

  @Test("refuses no signature, half of one, one with more behind it, capitals, and what is no hexadecimal")
  mutating func refusesOtherForms() {
    let forms: [[UInt8]] = [
      [], Array(Self.known.dropLast(32)), Array(Self.known.dropLast(1)), Self.known + [0x61, 0x61],
      Array("zz".utf8), Array(String(decoding: Self.known, as: UTF8.self).uppercased().utf8),
    ]
    for form in forms {
      message.signature = form
      #expect(!signing.verifies(message))
    }
  }

  @Test("covers each of the four dictionaries")
  mutating func covers() {
    message.signature = Self.known
    let parts: [WritableKeyPath<WireMessage, [UInt8]>] = [\.header, \.parentHeader, \.metadata, \.content]
    for part in parts {
      var changed = message
      changed[keyPath: part].append(0x20)
      #expect(!signing.verifies(changed))
    }
  }

  @Test("does not cover the buffers")
  mutating func buffers() {
    message.signature = Self.known
    message.buffers = [[1, 2, 3]]
    #expect(signing.verifies(message))
  }

  @Test("with an empty key signs nothing and accepts everything")
  mutating func emptyKey() {
    let unsigned = Signing(key: "")
    #expect(!unsigned.isEnabled)
    #expect(unsigned.signature(of: message) == [])
    message.signature = Array("anything".utf8)
    #expect(unsigned.verifies(message))
  }
}
