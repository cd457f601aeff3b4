/// Something to show below the cell.
public struct DisplayData: MessageContent, Equatable {
  /// Whether it is new or takes the place of what was shown under the same id.
  public enum Kind: String, Sendable {
    /// To be shown below the cell.
    case new = "display_data"
    /// To be shown in place of what has the same id.
    case update = "update_display_data"
  }

  /// Whether it is new.
  public var kind: Kind
  /// What to show.
  public var bundle: MIMEBundle
  /// Under which a later message can replace it.
  public var displayID: String?

  /// The message that shows this.
  public init(_ kind: Kind, _ bundle: MIMEBundle, displayID: String? = nil) {
    self.kind = kind
    self.bundle = bundle
    self.displayID = displayID
  }

  public var messageType: String { kind.rawValue }

  public var json: JSON {
    var transient: JSON.Object = [:]
    if let displayID { transient["display_id"] = .string(displayID) }
    return [
      "data": .object(bundle.data), "metadata": .object(bundle.metadata), "transient": .object(transient),
    ]
  }
}
