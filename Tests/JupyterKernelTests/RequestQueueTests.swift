import Glibc
import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("Requests that wait")
struct RequestQueueTests {
  private func request(
    _ type: String = "execute_request", content: JSON = ["code": "1"], client: String = "client"
  ) throws -> Request {
    let header = try Header(["msg_id": "1", "msg_type": .string(type), "session": .string(client)])
    return Request(
      channel: .shell,
      message: WireMessage(identities: [], header: header.json.bytes, content: content.bytes), header: header,
      content: content)
  }

  private func isSignalled(_ wakeUp: WakeUp) -> Bool {
    var byte: UInt8 = 0
    return read(wakeUp.descriptor, &byte, 1) == 1
  }

  @Test("leave room for those of other shells, however many they are")
  func many() throws {
    let wakeUp = try WakeUp()
    let room = RequestRoom(wakeUp: wakeUp)
    let queue = RequestQueue(room: room, wakeUp: wakeUp)
    let request = try request()
    for _ in 0..<100_000 { queue.append(request) }
    #expect(!room.isFull)
    for _ in 0..<100_000 { #expect(queue.next() != nil) }
    #expect(queue.isEmpty && queue.shrink() && !queue.shrink())
  }

  @Test("of all shells fill one room; whoever waits for it is woken when there is some again")
  func fullRoom() throws {
    let wakeUp = try WakeUp()
    let request = try request()
    let room = RequestRoom(limit: 3 * request.footprint, wakeUp: wakeUp)
    let queues = (0..<2).map { _ in RequestQueue(room: room, wakeUp: wakeUp) }
    for queue in queues { queue.append(request) }
    #expect(!room.isFull)
    queues[0].append(request)
    #expect(room.isFull)
    queues[0].append(request)
    _ = queues[1].next()
    #expect(room.isFull && !isSignalled(wakeUp))
    _ = queues[0].next()
    #expect(!room.isFull && isSignalled(wakeUp))
  }

  @Test("give back what they hold also when they are aborted or left")
  func leaving() throws {
    let wakeUp = try WakeUp()
    let room = RequestRoom(limit: 1, wakeUp: wakeUp)
    let queue = RequestQueue(room: room, wakeUp: wakeUp)
    queue.append(try request())
    queue.append(try request("complete_request"))
    let evaluation = Monitor(0)
    let thread = try DeepThread {
      let taken = queue.takeExecuteRequests().count
      evaluation.withLock { $0 = taken }
    }
    while !queue.isSweepWanted {}
    queue.finishSweep()
    thread.join()
    #expect(evaluation.withLock { $0 } == 1 && room.isFull)
    #expect(queue.close().map(\.header.messageType) == ["complete_request"])
    #expect(!room.isFull && queue.next() == nil)
  }

  @Test("count as what they hold in memory: their bytes, and values that take more than their text")
  func footprint() throws {
    let small = try request().footprint
    #expect((500..<2_000).contains(small))
    let text = try request(content: ["code": .string(String(repeating: "x", count: 100_000))]).footprint
    #expect((200_000..<210_000).contains(text))
    let numbers = try request(content: .array(Array(repeating: 0, count: 100_000))).footprint
    #expect(numbers > 200_000 + 100_000 * MemoryLayout<Int>.stride)
    let message = WireMessage(identities: Array(repeating: [1], count: 4_000), header: [], content: [])
    let parts = Request(channel: .shell, message: message, header: try request().header, content: [:])
    #expect(parts.footprint > 4_000 * 40)
  }

  @Test("are overtaken only where their client cannot notice")
  func overtaking() throws {
    let wakeUp = try WakeUp()
    let queue = RequestQueue(room: RequestRoom(wakeUp: wakeUp), wakeUp: wakeUp)
    let (mine, other) = (try request(client: "me"), try request(client: "other"))
    #expect(!queue.mayOvertake(mine))
    for request in [other, mine, other] { queue.append(request) }
    _ = queue.next()
    #expect(!queue.mayOvertake(mine) && !queue.mayOvertake(other))
    _ = queue.next()
    #expect(!queue.mayOvertake(mine) && !queue.mayOvertake(other))
    _ = queue.next()
    #expect(queue.mayOvertake(mine) && !queue.mayOvertake(other))
    #expect(!queue.mayOvertake(try request(client: "")))
  }
}
