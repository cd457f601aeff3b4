import JupyterKernel

/// A language that talks through comms: `echo` sends back what it hears, and a cell can open `phone`.
struct Telephone: Interpreter {
  mutating func execute(_ code: String, in cell: Cell) throws -> MIMEBundle? {
    _ = cell.openComm(target: "phone", Comm.Message(["from": "kernel"], buffers: [[1, 2]]))
    return nil
  }

  mutating func opened(_ comm: Comm, _ message: Comm.Message, in cell: Cell) throws -> Bool {
    if comm.target == "broken" { throw CellError(name: "BadLine", message: "no connection") }
    guard comm.target == "echo" else { return false }
    cell.write("\(message.data["from"]?.string ?? "nobody") calls\n")
    return true
  }

  mutating func received(_ message: Comm.Message, on comm: Comm, in cell: Cell) throws {
    switch message.data["words"]?.string {
    case "bye":
      comm.close(Comm.Message(["last": "bye"]), in: cell)
      comm.close(in: cell)
      comm.send(message, in: cell)
    case "mumble": throw CellError(name: "BadLine", message: "say that again")
    case "forever":
      cell.display(MIMEBundle(text: "listening"))
      while true { try cell.checkInterruption() }
    case "wait for more":
      cell.display(MIMEBundle(text: "listening"))
      while !comm.hasWaitingMessage { try cell.checkInterruption() }
      cell.write("there is \(comm.waitingData.compactMap { $0["words"]?.string })\n")
    case "more": cell.write(comm.hasWaitingMessage ? "something waits\n" : "nothing waits\n")
    default:
      cell.write("heard\n")
      comm.send(message, in: cell)
      cell.display(MIMEBundle(text: "shown"))
    }
  }

  mutating func closed(_ comm: Comm, _ message: Comm.Message, in cell: Cell) throws {
    cell.write("\(comm.target) hung up: \(message.data["why"]?.string ?? "no reason")\n")
  }
}
