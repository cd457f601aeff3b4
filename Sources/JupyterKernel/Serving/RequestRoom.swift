import Synchronization

/// The memory that the requests of all shells may hold together while they wait for their turn.
///
/// They come through one socket, so whom a request is for shows only when it has been taken out. To keep one busy shell
/// from holding back the others they are taken out on and on, and there may be hundreds of thousands of them. Beyond
/// this room they are left in the socket, which holds the clients back: nothing is lost, but then all shells wait.
final class RequestRoom: Sendable {
  /// In bytes: more than a quarter of a million cells of a few lines.
  static let limit = 512 << 20

  private let limit: Int
  private let used = Atomic<Int>(0)
  private let wakeUp: WakeUp

  init(limit: Int = RequestRoom.limit, wakeUp: WakeUp) {
    self.limit = limit
    self.wakeUp = wakeUp
  }

  /// Whether no further request is to be taken from the socket.
  var isFull: Bool { used.load(ordering: .relaxed) >= limit }

  func take(_ bytes: Int) {
    used.add(bytes, ordering: .relaxed)
  }

  /// Makes room again; wakes the thread that owns the sockets if there was none.
  func giveBack(_ bytes: Int) {
    let (before, after) = used.subtract(bytes, ordering: .relaxed)
    if before >= limit, after < limit { wakeUp.signal() }
  }
}

extension Request {
  /// The memory that it holds, in bytes: near enough for a bound that is meant.
  var footprint: Int {
    let frames = message.identities + message.buffers
    return Self.base + message.size + frames.reduce(0) { $0 + Self.perFrame + $1.count } + content.footprint
  }

  /// The value itself, its header as texts, and what goes with the frames that every message has.
  private static let base = 1_000
  /// What goes with each of the others.
  private static let perFrame = 48
}

extension JSON {
  /// The memory that lies outside of the value itself, in bytes.
  fileprivate var footprint: Int {
    switch self {
    case .null, .bool, .integer, .number: 0
    case .string(let text): text.utf8.count
    case .array(let elements):
      elements.reduce(elements.count * MemoryLayout<JSON>.stride) { $0 + $1.footprint }
    case .object(let object):
      object.members.reduce(object.count * MemoryLayout<(String, JSON)>.stride) {
        $0 + $1.name.utf8.count + $1.value.footprint
      }
    }
  }
}
