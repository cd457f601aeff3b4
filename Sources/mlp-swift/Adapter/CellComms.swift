import Interpreter
import JupyterKernel

/// The comms of the kernel as the language's widgets use them.
struct CellComms: WidgetComms {
  let cell: Cell

  func open(target: String, data: WidgetValue, metadata: WidgetValue) -> String {
    cell.openComm(target: target, Comm.Message(data.members, metadata: metadata.members)).id
  }

  func send(_ data: WidgetValue, on comm: String) {
    cell.comm(comm)?.send(Comm.Message(data.members), in: cell)
  }

  func close(_ comm: String) { cell.comm(comm)?.close(in: cell) }

  func hasWaitingMessage(on comm: String) -> Bool { cell.comm(comm)?.hasWaitingMessage ?? false }

  func waitingMessages(on comm: String) -> [WidgetValue] {
    (cell.comm(comm)?.waitingData ?? []).map { WidgetValue(.object($0)) }
  }
}

extension WidgetValue {
  /// What a front end sent.
  init(_ json: JSON) {
    self =
      switch json {
      case .null: .null
      case .bool(let value): .boolean(value)
      case .integer(let value): .integer(value)
      case .number(let value): .number(value)
      case .string(let text): .text(text)
      case .array(let elements): .list(elements.map { WidgetValue($0) })
      case .object(let object):
        .object(Dictionary(object.members.map { ($0.name, WidgetValue($0.value)) }) { $1 })
      }
  }

  private var json: JSON {
    switch self {
    case .null: .null
    case .boolean(let value): .bool(value)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .text(let text): .string(text)
    case .list(let elements): .array(elements.map(\.json))
    case .object: .object(members)
    case .bundle(let display): .object(MIMEBundle(display).data)
    }
  }

  /// The members of an object, in the order of their names.
  fileprivate var members: JSON.Object {
    guard case .object(let members) = self else { return [:] }
    return JSON.Object(members: members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) })
  }
}
