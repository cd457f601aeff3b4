/// Greets a new subscriber of iopub, who then knows that nothing more will be lost.
public struct IOPubWelcome: MessageContent, Equatable {
  public var messageType: String { "iopub_welcome" }

  /// The topic to which the client subscribed.
  public var subscription: String

  /// The greeting for a subscriber of this topic; empty for all topics.
  public init(subscription: String) {
    self.subscription = subscription
  }

  public var json: JSON { ["subscription": .string(subscription)] }
}
