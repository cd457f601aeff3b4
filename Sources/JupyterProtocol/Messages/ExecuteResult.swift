/// The value of a cell.
public struct ExecuteResult: MessageContent, Equatable {
  public var messageType: String { "execute_result" }

  /// The number of the cell.
  public var executionCount: Int
  /// The value in its representations.
  public var bundle: MIMEBundle

  /// The message for the value of the cell of this number.
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
