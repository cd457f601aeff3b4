import CZeroMQ
import Glibc

/// Waits for several sockets and one descriptor at once.
struct Poller {
  private var items: [zmq_pollitem_t]

  /// - Parameter descriptor: comes first in the result of `wait`.
  init(_ sockets: [Socket], descriptor: Int32) {
    items = [zmq_pollitem_t(socket: nil, fd: descriptor, events: Int16(ZMQ_POLLIN), revents: 0)]
    items += sockets.map { zmq_pollitem_t(socket: $0.handle, fd: 0, events: Int16(ZMQ_POLLIN), revents: 0) }
  }

  /// Sleeps until something can be read or the time is over. A signal ends the sleep too.
  /// - Parameters:
  ///   - milliseconds: nil for as long as it takes.
  ///   - count: how many of the sockets to wait for, from the first.
  mutating func wait(milliseconds: Int?, first count: Int) throws(KernelError) {
    if zmq_poll(&items, Int32(min(count + 1, items.count)), milliseconds ?? -1) < 0, zmq_errno() != EINTR {
      throw KernelError("cannot wait for messages: \(String(cString: zmq_strerror(zmq_errno())))")
    }
  }
}
