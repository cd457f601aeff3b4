/// A value as a front end shows it: the same content in several formats, by MIME type.
public struct Display: Sendable, Hashable {
  /// `text/plain`, which every display has.
  public var text: String
  /// Richer formats, by MIME type.
  public var formats: [String: String]
  /// What the person should know beside it, such as why there is no picture.
  public var note: String?

  public init(text: String, formats: [String: String] = [:], note: String? = nil) {
    self.text = text
    self.formats = formats
    self.note = note
  }
}

extension Value {
  /// The value as a cell's result; nil where there is nothing to show.
  func display(isCancelled: @escaping @Sendable () -> Bool) throws -> Display? {
    switch self {
    case .void, .unset: nil
    case .object(let object): try object.display(isCancelled: isCancelled)
    case .tensor(let tensor) where tensor.rank > 0: Display(text: "\(tensor.text)\n\(tensor.summary)")
    default: Display(text: description)
    }
  }
}
