/// What a client writes into the connection file: where the kernel listens, and the keys.
public struct ConnectionFile: Sendable, Equatable {
  /// How sockets are reached.
  public enum Transport: String, Sendable {
    /// Ports of a network address.
    case tcp
    /// Sockets in the file system.
    case ipc
  }

  /// The five sockets.
  public enum Socket: String, Sendable, CaseIterable {
    /// Cells, and questions about code.
    case shell = "shell_port"
    /// What must not wait for a cell: interrupts, the debugger, the end.
    case control = "control_port"
    /// Questions of a cell for the user.
    case stdin = "stdin_port"
    /// What every client is to see.
    case iopub = "iopub_port"
    /// Bytes that come back, as a sign of life.
    case heartbeat = "hb_port"
  }

  /// The kernel's key pair for CurveZMQ.
  public struct CurveKeys: Sendable, Equatable {
    /// In Z85, 40 characters.
    public var publicKey: String
    /// In Z85, 40 characters.
    public var secretKey: String
  }

  /// How the sockets are reached.
  public var transport: Transport
  /// The address to bind: an IP address or `*`; for ipc the start of a path.
  public var ip: String
  /// The port of each socket; for ipc a number that ends its path.
  public var ports: [Socket: Int]
  /// The key that signs messages; empty if they are not signed.
  public var key: String
  /// How it signs them.
  public var signatureScheme: SignatureScheme
  /// Present if connections are to be encrypted.
  public var curve: CurveKeys?

  /// The ZeroMQ address of a socket.
  public func endpoint(of socket: Socket) -> String {
    let port = ports[socket] ?? 0
    switch transport {
    case .ipc: return "ipc://\(ip)-\(port)"
    case .tcp where ip == "localhost": return "tcp://127.0.0.1:\(port)"
    case .tcp where ip.contains(":"): return "tcp://[\(ip)]:\(port)"
    case .tcp: return "tcp://\(ip):\(port)"
    }
  }
}

extension ConnectionFile: CustomStringConvertible, CustomReflectable {
  /// The address alone, so that no log line can show a key.
  public var description: String { "\(transport.rawValue)://\(ip)" }

  /// Shows the address alone, for the same reason.
  public var customMirror: Mirror { Mirror(self, children: ["address": description]) }
}
