/// Tells every front end that a cell failed.
public struct ErrorReport: MessageContent, Equatable {
  public var messageType: String { "error" }

  /// The kind of error.
  public var name: String
  /// What went wrong.
  public var message: String
  /// What a front end shows, line by line; may hold ANSI colours.
  public var traceback: [String]

  /// The message for this error.
  public init(name: String, message: String, traceback: [String]) {
    self.name = name
    self.message = message
    self.traceback = traceback
  }

  public var json: JSON {
    [
      "ename": .string(name), "evalue": .string(message),
      "traceback": .array(traceback.map(JSON.string)),
    ]
  }
}
