import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("A kernel is reached")
struct TransportTests {
  @Test("over tcp")
  func tcp() throws {
    let frontEnd = try FrontEnd(.tcp())
    #expect(try frontEnd.reply(to: try frontEnd.execute("1")).content["status"] == "ok")
    try frontEnd.shutDown()
  }

  @Test("without signatures if the key is empty")
  func unsigned() throws {
    let frontEnd = try FrontEnd(.ipc(key: ""))
    #expect(try frontEnd.reply(to: try frontEnd.execute("1")).wire.signature == [])
    try frontEnd.shutDown()
  }

  @Test("over encrypted connections if the connection file has keys")
  func curve() throws {
    let frontEnd = try FrontEnd(.ipc(curve: CurvePair()))
    #expect(try frontEnd.reply(to: try frontEnd.execute("1")).content["status"] == "ok")
    try frontEnd.shutDown()
  }

  @Test("over files, of which none is left when it has ended")
  func files() throws {
    let address = KernelAddress.ipc()
    let frontEnd = try FrontEnd(address)
    #expect(address.fileNames == ["k-1", "k-2", "k-3", "k-4", "k-5"])
    try frontEnd.shutDown()
    #expect(address.fileNames == [])
  }

  @Test("by two clients, each of which gets its own replies and sees all output")
  func twoClients() throws {
    let first = try FrontEnd(session: "first")
    let second = try FrontEnd(connectingTo: first, session: "second")
    let cell = try first.execute("1")
    let other = try second.execute("2")
    #expect(try first.reply(to: cell).content["status"] == "ok")
    #expect(try second.reply(to: other).content["status"] == "ok")
    for frontEnd in [first, second] {
      #expect(try frontEnd.published(for: cell).last?.content["data"] == ["text/plain": "1"])
      #expect(try frontEnd.published(for: other).last?.content["data"] == ["text/plain": "2"])
    }
    try first.shutDown()
  }
}

@Suite("A connection file that cannot be used")
struct UnusableConnectionFileTests {
  private func error(for path: String) -> String? {
    let kernel = Kernel(connectionFile: path, language: ToyLanguage.info, logger: LogRecord().logger) {
      ToyLanguage()
    }
    return #expect(throws: KernelError.self) { try kernel.run() }?.description
  }

  @Test("because its keys for encryption are none")
  func wrongKeys() {
    let noKeys = CurvePair(
      publicKey: String(repeating: "p", count: 40), secretKey: String(repeating: "\"", count: 40))
    let kernel = Kernel(connectionFile: "", language: ToyLanguage.info, logger: LogRecord().logger) {
      ToyLanguage()
    }
    let address = KernelAddress.ipc(curve: noKeys)
    defer { address.remove() }
    let error = #expect(throws: KernelError.self) { try kernel.serve(address.file, wakeUp: WakeUp()) { nil } }
    #expect(
      error?.description == "curve_publickey and curve_secretkey cannot be used: expected keys in Z85")
  }

  @Test("because it is not there")
  func missing() {
    #expect(
      error(for: "/nowhere/kernel.json")
        == "connection file /nowhere/kernel.json: cannot be opened: No such file or directory")
  }

  @Test("because it is a folder")
  func folder() {
    #expect(error(for: "/tmp") == "connection file /tmp: cannot be read: Is a directory")
  }

  @Test("because it holds no JSON")
  func noJSON() {
    #expect(
      error(for: "/dev/null")
        == "connection file /dev/null: not a JSON file: the text ends where a value is expected at byte 0")
  }
}
