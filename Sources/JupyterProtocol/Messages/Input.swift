/// Asks the front end for a line from the user.
public struct InputRequest: MessageContent, Equatable {
  public var messageType: String { "input_request" }

  /// Shown before the field.
  public var prompt: String
  /// Whether what is typed stays hidden.
  public var isPassword: Bool

  /// A question with this prompt.
  public init(prompt: String, isPassword: Bool) {
    self.prompt = prompt
    self.isPassword = isPassword
  }

  public var json: JSON { ["prompt": .string(prompt), "password": .bool(isPassword)] }
}

/// The line that the user typed.
public struct InputReply: RequestContent, Equatable {
  public static let messageType = "input_reply"

  /// What was typed, without the end of the line.
  public var value: String

  public init(_ json: JSON) throws(ContentError) {
    value = try Fields(json, of: Self.messageType).string("value")
  }
}
