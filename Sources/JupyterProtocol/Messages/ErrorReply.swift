/// An error in the three parts that the protocol gives it, for the error replies of every request.
public struct ErrorReply: MessageContent, Equatable {
  /// The reply that this error takes the place of.
  public let messageType: String
  /// The kind of error.
  public var name: String
  /// What went wrong.
  public var message: String
  /// What a front end shows, line by line; may hold ANSI colours.
  public var traceback: [String]
  /// The number of the cell, in an `execute_reply` alone.
  public var executionCount: Int?

  /// - Parameter messageType: the reply that this error takes the place of.
  public init(
    to messageType: String, name: String, message: String, traceback: [String] = [],
    executionCount: Int? = nil
  ) {
    self.messageType = messageType
    self.name = name
    self.message = message
    self.traceback = traceback
    self.executionCount = executionCount
  }

  public var json: JSON {
    var object: JSON.Object = [
      "status": "error", "ename": .string(name), "evalue": .string(message),
      "traceback": .array(traceback.map(JSON.string)),
    ]
    if let executionCount { object["execution_count"] = .integer(executionCount) }
    return .object(object)
  }
}
