/// One result in several representations: the front end shows the richest that it knows.
///
/// `data` maps a MIME type to a string (text, SVG, base64 of binary data) or, for `application/json` and
/// other `+json` types, to a JSON value.
public struct MIMEBundle: Sendable, Equatable {
  /// MIME type → representation.
  public var data: JSON.Object
  /// MIME type → hints for showing that representation, such as a width; also hints for all of them.
  public var metadata: JSON.Object

  /// A bundle of these representations, `[:]` for none.
  public init(_ data: JSON.Object = [:], metadata: JSON.Object = [:]) {
    self.data = data
    self.metadata = metadata
  }

  /// A bundle with the text alone.
  public init(text: String) {
    self.init(["text/plain": .string(text)])
  }

  /// The plain text, which every bundle should have: consoles and the history show it.
  public var text: String? { data["text/plain"]?.string }

  /// The representation of one MIME type.
  public subscript(type: String) -> JSON? {
    get { data[type] }
    set { data[type] = newValue }
  }
}
