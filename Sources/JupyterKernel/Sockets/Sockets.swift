import CZeroMQ
import JupyterProtocol

/// The kernel's five sockets, bound where the connection file says. One thread owns them.
final class Sockets {
  let shell: Socket
  let control: Socket
  let stdin: Socket
  let iopub: Socket
  let heartbeat: Socket

  /// A larger frame ends the connection on which it comes, in bytes: before anybody knows who sent it, ZeroMQ has taken it
  /// in. A cell may be as large as JSON is read, and so may each buffer of a comm; a little more, which is then refused with
  /// a log line and leaves the connection.
  private static let shellFrameLimit = Int64(WireMessage.Limits().jsonBytes + 32 << 20)
  /// The same for what is asked beside the cells, and for typed lines.
  private static let controlFrameLimit: Int64 = 8 << 20
  /// The same for subscriptions and heartbeats, which are short, and which nobody signs.
  private static let unsignedSizeLimit: Int64 = 4 << 10
  /// Messages that wait for one subscriber; printed text makes them 64 kB large. Beyond them output is held back,
  /// not dropped.
  private static let iopubHighWaterMark: Int32 = 1_000
  /// Heartbeats that wait for one client. Beyond them they are dropped.
  private static let heartbeatHighWaterMark: Int32 = 1_000
  /// Replies on control that wait for one client. Beyond them they are dropped: a client that asks on and on and reads
  /// nothing must not fill the memory.
  static let controlHighWaterMark: Int32 = 20_000

  init(_ file: ConnectionFile) throws(KernelError) {
    let context = try Context()

    func open(_ kind: Socket.Kind, _ name: ConnectionFile.Socket) throws(KernelError) -> Socket {
      let socket = try Socket(kind, in: context)
      switch name {
      case .iopub:
        try socket.set(ZMQ_MAXMSGSIZE, large: Sockets.unsignedSizeLimit)
        // Every subscriber is told of its subscription, also of one that another has already.
        try socket.set(ZMQ_XPUB_VERBOSE, 1)
        try socket.set(ZMQ_XPUB_NODROP, 1)
        try socket.set(ZMQ_SNDHWM, Sockets.iopubHighWaterMark)
      case .heartbeat:
        try socket.set(ZMQ_MAXMSGSIZE, large: Sockets.unsignedSizeLimit)
        try socket.set(ZMQ_SNDHWM, Sockets.heartbeatHighWaterMark)
      case .shell, .control, .stdin:
        try socket.set(
          ZMQ_MAXMSGSIZE, large: name == .shell ? Sockets.shellFrameLimit : Sockets.controlFrameLimit)
        // Replies on shell are as many as requests, which are bounded where they come in; questions as many as cells.
        try socket.set(ZMQ_SNDHWM, name == .control ? Sockets.controlHighWaterMark : 0)
        // A client that connects anew under its old identity gets the replies.
        try socket.set(ZMQ_ROUTER_HANDOVER, 1)
      }
      // A question for a client that has not connected here yet must not be lost without a word.
      if name == .stdin { try socket.set(ZMQ_ROUTER_MANDATORY, 1) }
      if let curve = file.curve {
        try socket.set(ZMQ_CURVE_SERVER, 1)
        do {
          try socket.set(ZMQ_CURVE_PUBLICKEY, curve.publicKey)
          try socket.set(ZMQ_CURVE_SECRETKEY, curve.secretKey)
        } catch {
          throw KernelError("curve_publickey and curve_secretkey cannot be used: expected keys in Z85")
        }
      }
      let endpoint = file.endpoint(of: name)
      do { try socket.bind(to: endpoint) } catch {
        throw KernelError("\(name.rawValue): \(error)")
      }
      return socket
    }

    shell = try open(.router, .shell)
    control = try open(.router, .control)
    stdin = try open(.router, .stdin)
    iopub = try open(.publisher, .iopub)
    heartbeat = try open(.router, .heartbeat)
  }
}

extension Sockets {
  func socket(for channel: Outbox.Item.Channel) -> Socket {
    switch channel {
    case .shell: shell
    case .control: control
    case .stdin: stdin
    case .iopub: iopub
    }
  }

  /// Sends to the subscribers whose queues are not full.
  func sendToThoseWithRoom(_ frames: [[UInt8]]) throws(KernelError) {
    try iopub.set(ZMQ_XPUB_NODROP, 0)
    _ = try iopub.send(frames)
    try iopub.set(ZMQ_XPUB_NODROP, 1)
  }
}
