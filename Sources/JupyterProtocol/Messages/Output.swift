/// Text that a cell printed.
public struct Stream: MessageContent, Equatable {
  public var messageType: String { "stream" }

  /// The two streams.
  public enum Name: String, Sendable {
    case stdout
    case stderr
  }

  public var name: Name
  public var text: String

  public init(name: Name, text: String) {
    self.name = name
    self.text = text
  }

  public var json: JSON { ["name": .string(name.rawValue), "text": .string(text)] }
}

/// Something to show below the cell.
public struct DisplayData: MessageContent, Equatable {
  /// Whether it is new or takes the place of what was shown under the same id.
  public enum Kind: String, Sendable {
    case new = "display_data"
    case update = "update_display_data"
  }

  public var kind: Kind
  public var bundle: MIMEBundle
  /// Under which a later message can replace it.
  public var displayID: String?

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

/// The value of a cell.
public struct ExecuteResult: MessageContent, Equatable {
  public var messageType: String { "execute_result" }

  /// The number of the cell.
  public var executionCount: Int
  public var bundle: MIMEBundle

  public init(executionCount: Int, bundle: MIMEBundle) {
    self.executionCount = executionCount
    self.bundle = bundle
  }

  public var json: JSON {
    [
      "execution_count": .integer(executionCount), "data": .object(bundle.data),
      "metadata": .object(bundle.metadata),
    ]
  }
}

/// Takes away what a cell has shown so far.
public struct ClearOutput: MessageContent, Equatable {
  public var messageType: String { "clear_output" }

  /// Whether to wait until there is something new to show, which avoids flicker.
  public var wait: Bool

  public init(wait: Bool) {
    self.wait = wait
  }

  public var json: JSON { ["wait": .bool(wait)] }
}
