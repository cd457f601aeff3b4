import Testing

@testable import JupyterProtocol

@Suite("A connection file")
struct ConnectionFileTests {
  private static let good: JSON.Object = [
    "transport": "tcp", "ip": "127.0.0.1", "shell_port": 5001, "control_port": 5002, "stdin_port": 5003,
    "iopub_port": 5004, "hb_port": 5005, "key": "secret-key", "signature_scheme": "hmac-sha256",
    "kernel_name": "toy",
  ]

  private func changed(_ field: String, _ value: JSON?) -> [UInt8] {
    var object = Self.good
    object[field] = value
    return JSON.object(object).bytes
  }

  @Test("is read with all its fields")
  func good() throws {
    let file = try ConnectionFile(JSON.object(Self.good).bytes)
    #expect(file.transport == .tcp)
    #expect(file.key == "secret-key")
    #expect(file.curve == nil)
    #expect(file.endpoint(of: .shell) == "tcp://127.0.0.1:5001")
    #expect(file.endpoint(of: .heartbeat) == "tcp://127.0.0.1:5005")
  }

  @Test(
    "gives an address for every way to write one",
    arguments: [
      ("tcp", "*", "tcp://*:5001"), ("tcp", "localhost", "tcp://127.0.0.1:5001"),
      ("tcp", "::1", "tcp://[::1]:5001"), ("ipc", "/tmp/kernel", "ipc:///tmp/kernel-5001"),
    ])
  func endpoints(transport: String, ip: String, endpoint: String) throws {
    var object = Self.good
    object["transport"] = .string(transport)
    object["ip"] = .string(ip)
    #expect(try ConnectionFile(JSON.object(object).bytes).endpoint(of: .shell) == endpoint)
  }

  @Test("may leave out what has a usual value")
  func defaults() throws {
    #expect(try ConnectionFile(changed("transport", nil)).transport == .tcp)
    #expect(try ConnectionFile(changed("signature_scheme", nil)).key == "secret-key")
    #expect(try ConnectionFile(changed("key", "")).key == "")
  }

  @Test(
    "is refused with the field, what was found and what is expected",
    arguments: [
      ("key", nil, #"`key` is missing, expected the signing key ("" for none)"#),
      ("key", 5, #"`key` is a number, expected the signing key ("" for none)"#),
      ("ip", nil, "`ip` is missing, expected an address to listen on"),
      ("hb_port", nil, "`hb_port` is missing, expected a port number"),
      ("hb_port", "5005", "`hb_port` is a string, expected a port number"),
      ("hb_port", 50.5, "`hb_port` is a number, expected a port number"),
      ("iopub_port", 0, "`iopub_port` is 0, expected a port from 1 to 65535"),
      ("iopub_port", 65536, "`iopub_port` is 65536, expected a port from 1 to 65535"),
      ("hb_port", 5004, "`hb_port` and `iopub_port` are both 5004, expected a port of its own for each"),
      ("transport", "udp", #"`transport` is "udp", expected "tcp" or "ipc""#),
      (
        "signature_scheme", "hmac-md5",
        #"`signature_scheme` is "hmac-md5", expected "hmac-sha256" or "hmac-sha384" or "hmac-sha512""#
      ),
      ("curve_secretkey", "abc", "`curve_publickey` is missing, expected a key in Z85"),
    ] as [(String, JSON?, String)])
  func errors(field: String, value: JSON?, message: String) {
    let error = #expect(throws: ConnectionFileError.self) { try ConnectionFile(changed(field, value)) }
    #expect(error?.description == message)
  }

  @Test("is refused if it is no JSON object")
  func noObject() {
    let noJSON = #expect(throws: ConnectionFileError.self) { try ConnectionFile(Array("{".utf8)) }
    #expect(noJSON?.description == "not a JSON file: no member name at byte 1")
    let array = #expect(throws: ConnectionFileError.self) { try ConnectionFile(Array("[]".utf8)) }
    #expect(array?.description == "holds an array, expected an object with the ports and the key")
  }

  @Test("carries CurveZMQ keys, whole or not at all")
  func curve() throws {
    var object = Self.good
    object["curve_publickey"] = .string(String(repeating: "p", count: 40))
    object["curve_secretkey"] = .string(String(repeating: "s", count: 40))
    #expect(try ConnectionFile(JSON.object(object).bytes).curve?.publicKey.first == "p")
    object["curve_secretkey"] = "s"
    let error = #expect(throws: ConnectionFileError.self) { try ConnectionFile(JSON.object(object).bytes) }
    #expect(error?.description == "`curve_secretkey` has 1 bytes, expected the 40 of a key in Z85")
  }

  @Test("does not show its keys when it is printed")
  func secrecy() throws {
    let file = try ConnectionFile(JSON.object(Self.good).bytes)
    var dumped = ""
    dump(file, to: &dumped)
    for text in ["\(file)", String(reflecting: file), dumped] { #expect(!text.contains("secret-key")) }
  }
}
