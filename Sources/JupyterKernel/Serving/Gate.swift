import JupyterProtocol

/// Lets a message in once its frames, its signature and its JSON are right, in this order, and once only.
///
/// What the kernel itself has sent is signed with the same key, and anybody who can connect to iopub is sent it. It is no
/// request, on whatever socket it comes back.
struct Gate {
  private let signing: Signing
  /// The session that the kernel's own messages have in their headers.
  private let ownSession: String
  private var seen = SeenSignatures()

  init(signing: Signing, ownSession: String) {
    self.signing = signing
    self.ownSession = ownSession
  }

  /// Why a message was dropped. Nothing of its contents is part of the wording.
  enum Refusal: Error, CustomStringConvertible {
    case frames(FrameError)
    case signature
    case replay
    case reflection
    case json(part: String, JSONError)
    case header(ContentError)

    var description: String {
      switch self {
      case .frames(let error): "malformed: \(error)"
      case .signature: "wrong signature"
      case .replay: "a message that came before"
      case .reflection: "one of the kernel's own messages"
      case .json(let part, let error): "\(part) is no JSON: \(error)"
      case .header(let error): "\(error)"
      }
    }
  }

  mutating func admit(_ frames: [[UInt8]], on channel: Request.Channel) throws(Refusal) -> Request {
    let message: WireMessage
    do { message = try WireMessage(frames: frames) } catch { throw .frames(error) }
    guard signing.verifies(message) else { throw .signature }
    guard !signing.isEnabled || seen.insert(message.signature) else { throw .replay }
    let headerJSON = try read(message.header, "header")
    let header: Header
    do { header = try Header(headerJSON) } catch { throw .header(error) }
    guard header.session != ownSession else { throw .reflection }
    return Request(
      channel: channel, message: message, header: header, content: try read(message.content, "content"))
  }

  private func read(_ bytes: [UInt8], _ part: String) throws(Refusal) -> JSON {
    do { return try JSON(bytes) } catch { throw .json(part: part, error) }
  }
}
