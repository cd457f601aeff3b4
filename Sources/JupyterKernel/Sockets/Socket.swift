import CZeroMQ
import Glibc

/// A ZeroMQ context, in which sockets live.
final class Context {
  fileprivate let handle: UnsafeMutableRawPointer

  init() throws(KernelError) {
    guard let handle = zmq_ctx_new() else { throw KernelError("no ZeroMQ context: \(Socket.reason())") }
    self.handle = handle
  }

  /// Waits until every socket's last messages are out or its linger time is over.
  deinit {
    while zmq_ctx_term(handle) != 0, zmq_errno() == EINTR {}
  }
}

/// A ZeroMQ socket, used by one thread. Nothing here blocks.
final class Socket {
  enum Kind {
    /// Knows each client by an identity, which is the first frame.
    case router
    /// Sends to all subscribers, and hears of each subscription.
    case publisher
    /// The client's side of a router.
    case dealer
    /// The client's side of a publisher.
    case subscriber

    fileprivate var code: Int32 {
      switch self {
      case .router: ZMQ_ROUTER
      case .publisher: ZMQ_XPUB
      case .dealer: ZMQ_DEALER
      case .subscriber: ZMQ_SUB
      }
    }
  }

  /// How long the last messages may take to get out after the socket is closed, in milliseconds.
  private static let linger: Int32 = 100
  /// Frames of one message that are kept; what comes after them is read and let go.
  private static let frameLimit = 4097

  let handle: UnsafeMutableRawPointer
  private let context: Context
  /// The file at an ipc address, which ZeroMQ leaves behind.
  private var file: String?

  init(_ kind: Kind, in context: Context) throws(KernelError) {
    guard let handle = zmq_socket(context.handle, kind.code) else {
      throw KernelError("no ZeroMQ socket: \(Socket.reason())")
    }
    self.handle = handle
    self.context = context
    try set(ZMQ_LINGER, Socket.linger)
    try set(ZMQ_IPV6, 1)
  }

  deinit {
    zmq_close(handle)
    if let file { unlink(file) }
  }

  func set(_ option: Int32, _ value: Int32) throws(KernelError) {
    var value = value
    try check(zmq_setsockopt(handle, option, &value, MemoryLayout<Int32>.size), "option \(option)")
  }

  func set(_ option: Int32, large value: Int64) throws(KernelError) {
    var value = value
    try check(zmq_setsockopt(handle, option, &value, MemoryLayout<Int64>.size), "option \(option)")
  }

  func set(_ option: Int32, _ value: String) throws(KernelError) {
    try check(zmq_setsockopt(handle, option, value, value.utf8.count), "option \(option)")
  }

  /// Listens at an address.
  func bind(to endpoint: String) throws(KernelError) {
    try check(zmq_bind(handle, endpoint), "cannot listen on \(endpoint)")
    let scheme = "ipc://"
    if endpoint.hasPrefix(scheme) { file = String(endpoint.dropFirst(scheme.count)) }
  }

  /// Connects to an address.
  func connect(to endpoint: String) throws(KernelError) {
    try check(zmq_connect(handle, endpoint), "cannot connect to \(endpoint)")
  }

  /// Sends a message whole.
  /// - Returns: false if there is no room for it now.
  func send(_ frames: [[UInt8]]) throws(KernelError) -> Bool {
    for (index, frame) in frames.enumerated() {
      let more = index < frames.count - 1 ? ZMQ_SNDMORE : 0
      while zmq_send(handle, frame, frame.count, ZMQ_DONTWAIT | more) < 0 {
        switch zmq_errno() {
        case EINTR: continue
        case EAGAIN, EHOSTUNREACH: return false
        default: throw KernelError("cannot send: \(Socket.reason())")
        }
      }
    }
    return true
  }

  /// The next message, or nil if there is none now.
  func receive() throws(KernelError) -> [[UInt8]]? {
    var frames: [[UInt8]] = []
    var part = zmq_msg_t()
    zmq_msg_init(&part)
    defer { zmq_msg_close(&part) }
    repeat {
      while zmq_msg_recv(&part, handle, ZMQ_DONTWAIT) < 0 {
        switch zmq_errno() {
        case EINTR: continue
        case EAGAIN: return nil
        default: throw KernelError("cannot receive: \(Socket.reason())")
        }
      }
      if frames.count < Socket.frameLimit {
        frames.append(Array(UnsafeRawBufferPointer(start: zmq_msg_data(&part), count: zmq_msg_size(&part))))
      }
    } while zmq_msg_more(&part) != 0
    return frames
  }

  private func check(_ result: Int32, _ what: String) throws(KernelError) {
    if result != 0 { throw KernelError("\(what): \(Socket.reason())") }
  }

  /// The wording of ZeroMQ's last error.
  fileprivate static func reason() -> String {
    String(cString: zmq_strerror(zmq_errno()))
  }
}
