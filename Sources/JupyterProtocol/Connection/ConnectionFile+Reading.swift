/// What is wrong with a connection file, and what would be right. Keys are never part of it.
public enum ConnectionFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The text is no JSON.
  case notJSON(JSONError)
  /// It is another kind of JSON.
  case notAnObject(found: String)
  /// A member without which the kernel cannot listen is not there.
  case missing(field: String, expected: String)
  /// A member is of another kind than it has to be.
  case mistyped(field: String, found: String, expected: String)
  /// A way to be reached that there is not.
  case unknownTransport(String)
  /// A way to sign that there is not, or that is not safe.
  case unknownScheme(String)
  /// A number that is no port.
  case portOutOfRange(field: String, port: Int)
  /// Two sockets on one port.
  case portTaken(field: String, by: String, port: Int)
  /// A key for encryption that is too short or too long.
  case curveKey(field: String, length: Int)

  public var description: String {
    switch self {
    case .notJSON(let error):
      "not a JSON file: \(error)"
    case .notAnObject(let found):
      "holds \(found), expected an object with the ports and the key"
    case .missing(let field, let expected):
      "`\(field)` is missing, expected \(expected)"
    case .mistyped(let field, let found, let expected):
      "`\(field)` is \(found), expected \(expected)"
    case .unknownTransport(let name):
      "`transport` is \"\(name)\", expected \"tcp\" or \"ipc\""
    case .unknownScheme(let name):
      "`signature_scheme` is \"\(name)\", expected \(ConnectionFile.schemes)"
    case .portOutOfRange(let field, let port):
      "`\(field)` is \(port), expected a port from 1 to 65535"
    case .portTaken(let field, let other, let port):
      "`\(field)` and `\(other)` are both \(port), expected a port of its own for each"
    case .curveKey(let field, let length):
      "`\(field)` has \(length) bytes, expected the 40 of a key in Z85"
    }
  }
}

extension ConnectionFile {
  /// Reads the text of a connection file. Members that it does not know are passed over.
  public init(_ text: [UInt8]) throws(ConnectionFileError) {
    let json: JSON
    do { json = try JSON(text) } catch { throw .notJSON(error) }
    guard let object = json.object else { throw .notAnObject(found: json.kind) }

    let transportName = try Self.string(
      "transport", in: object, expected: "\"tcp\" or \"ipc\"", default: "tcp")
    guard let transport = Transport(rawValue: transportName) else { throw .unknownTransport(transportName) }
    self.transport = transport
    ip = try Self.string("ip", in: object, expected: "an address to listen on", default: nil)
    ports = try Self.ports(in: object, of: transport)

    let schemeName = try Self.string(
      "signature_scheme", in: object, expected: Self.schemes, default: SignatureScheme.hmacSHA256.rawValue)
    guard let scheme = SignatureScheme(rawValue: schemeName) else { throw .unknownScheme(schemeName) }
    signatureScheme = scheme
    key = try Self.string("key", in: object, expected: "the signing key (\"\" for none)", default: nil)
    curve = try Self.curveKeys(in: object)
  }

  /// What `signature_scheme` can be, in words.
  fileprivate static let schemes = SignatureScheme.allCases.map { "\"\($0.rawValue)\"" }.joined(
    separator: " or ")

  private static func string(
    _ field: String, in object: JSON.Object, expected: String, default value: String?
  ) throws(ConnectionFileError) -> String {
    guard let json = object[field] else {
      guard let value else { throw .missing(field: field, expected: expected) }
      return value
    }
    guard let text = json.string else { throw .mistyped(field: field, found: json.kind, expected: expected) }
    return text
  }

  private static func ports(
    in object: JSON.Object, of transport: Transport
  ) throws(ConnectionFileError) -> [Socket: Int] {
    var ports: [Socket: Int] = [:]
    for socket in Socket.allCases {
      let field = socket.rawValue
      guard let json = object[field] else { throw .missing(field: field, expected: "a port number") }
      guard let port = json.integer else {
        throw .mistyped(field: field, found: json.kind, expected: "a port number")
      }
      guard (1...65535).contains(port) || (transport == .ipc && port >= 0) else {
        throw .portOutOfRange(field: field, port: port)
      }
      if let other = ports.first(where: { $0.value == port }) {
        throw .portTaken(field: field, by: other.key.rawValue, port: port)
      }
      ports[socket] = port
    }
    return ports
  }

  private static func curveKeys(in object: JSON.Object) throws(ConnectionFileError) -> CurveKeys? {
    let fields = ["curve_publickey", "curve_secretkey"]
    guard fields.contains(where: { object[$0] ?? .null != .null }) else { return nil }
    var keys: [String] = []
    for field in fields {
      let key = try string(field, in: object, expected: "a key in Z85", default: nil)
      guard key.utf8.count == 40 else { throw .curveKey(field: field, length: key.utf8.count) }
      keys.append(key)
    }
    return CurveKeys(publicKey: keys[0], secretKey: keys[1])
  }
}
