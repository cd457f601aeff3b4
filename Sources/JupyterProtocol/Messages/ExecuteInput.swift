/// Tells every front end which code is being run.
public struct ExecuteInput: MessageContent, Equatable {
  public var messageType: String { "execute_input" }

  /// The source of the cell.
  public var code: String
  /// The number of the cell.
  public var executionCount: Int

  /// The message for the cell of this number.
  public init(code: String, executionCount: Int) {
    self.code = code
    self.executionCount = executionCount
  }

  public var json: JSON { ["code": .string(code), "execution_count": .integer(executionCount)] }
}
