import CZeroMQ
import Glibc
import JupyterProtocol

@testable import JupyterKernel

/// Where a kernel under test listens: a place of its own, so that tests can run side by side.
struct KernelAddress: Sendable {
  let file: ConnectionFile
  private let folder: String?
  private let serverKey: String?

  /// Sockets in a new folder.
  static func ipc(key: String = "key", curve: CurvePair? = nil) -> KernelAddress {
    var template = Array("/tmp/kernel-test-XXXXXX".utf8CString)
    let folder = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
    return KernelAddress(
      file: make(transport: "ipc", ip: folder + "/k", ports: [1, 2, 3, 4, 5], key: key, curve: curve),
      folder: folder, serverKey: curve?.publicKey)
  }

  /// Ports that the system says are free.
  static func tcp(key: String = "key") throws -> KernelAddress {
    let context = try Context()
    let sockets = try (0..<5).map { _ in try Socket(.router, in: context) }
    let ports = try sockets.map { socket -> Int in
      try socket.bind(to: "tcp://127.0.0.1:*")
      var endpoint = [UInt8](repeating: 0, count: 256)
      var length = endpoint.count
      zmq_getsockopt(socket.handle, ZMQ_LAST_ENDPOINT, &endpoint, &length)
      let digits = String(decoding: endpoint[..<(length - 1)], as: UTF8.self).split(separator: ":").last
      return digits.flatMap { Int($0) } ?? 0
    }
    return KernelAddress(
      file: make(transport: "tcp", ip: "127.0.0.1", ports: ports, key: key, curve: nil), folder: nil,
      serverKey: nil)
  }

  private static func make(
    transport: JSON, ip: String, ports: [Int], key: String, curve: CurvePair?
  ) -> ConnectionFile {
    var object: JSON.Object = ["transport": transport, "ip": .string(ip), "key": .string(key)]
    for (socket, port) in zip(ConnectionFile.Socket.allCases, ports) {
      object[socket.rawValue] = .integer(port)
    }
    if let curve {
      object["curve_publickey"] = .string(curve.publicKey)
      object["curve_secretkey"] = .string(curve.secretKey)
    }
    do { return try ConnectionFile(JSON.object(object).bytes) } catch { fatalError("\(error)") }
  }

  /// The client's side of one of the kernel's sockets.
  func connect(
    _ name: ConnectionFile.Socket, as identity: String, highWaterMark: Int32, in context: Context
  ) throws -> Socket {
    let socket = try Socket(name == .iopub ? .subscriber : .dealer, in: context)
    try socket.set(ZMQ_RCVHWM, highWaterMark)
    if name != .iopub { try socket.set(ZMQ_SNDHWM, 0) }
    try socket.set(ZMQ_RECONNECT_IVL, 1)
    try socket.set(ZMQ_LINGER, 0)
    if let serverKey {
      let own = CurvePair()
      try socket.set(ZMQ_CURVE_SERVERKEY, serverKey)
      try socket.set(ZMQ_CURVE_PUBLICKEY, own.publicKey)
      try socket.set(ZMQ_CURVE_SECRETKEY, own.secretKey)
    }
    if name == .iopub {
      try socket.set(ZMQ_SUBSCRIBE, "")
    } else {
      try socket.set(ZMQ_ROUTING_ID, identity)
    }
    try socket.connect(to: file.endpoint(of: name))
    return socket
  }

  /// The files in the folder of an ipc address.
  var fileNames: [String] {
    guard let folder, let entries = opendir(folder) else { return [] }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  func remove() {
    if let folder { rmdir(folder) }
  }
}

/// A fresh key pair for CurveZMQ.
struct CurvePair {
  let publicKey: String
  let secretKey: String

  init(publicKey: String, secretKey: String) {
    self.publicKey = publicKey
    self.secretKey = secretKey
  }

  init() {
    var publicKey = [CChar](repeating: 0, count: 41)
    var secretKey = [CChar](repeating: 0, count: 41)
    zmq_curve_keypair(&publicKey, &secretKey)
    self.publicKey = String(decoding: publicKey.dropLast().map(UInt8.init), as: UTF8.self)
    self.secretKey = String(decoding: secretKey.dropLast().map(UInt8.init), as: UTF8.self)
  }
}
