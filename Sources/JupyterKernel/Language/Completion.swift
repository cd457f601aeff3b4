/// What could stand at the cursor.
public struct Completion: Sendable, Equatable {
  /// One proposal.
  public struct Match: Sendable, Equatable {
    /// The text that replaces the range.
    public var text: String
    /// What it is ("function", "keyword", "instance", …), which JupyterLab shows as an icon; may be nil.
    public var type: String?
    /// Parameters, or the like, shown behind the text; may be nil.
    public var signature: String?
    /// A sentence that says more; may be nil.
    public var documentation: String?

    /// A proposal to put in this text.
    public init(
      _ text: String, type: String? = nil, signature: String? = nil, documentation: String? = nil
    ) {
      self.text = text
      self.type = type
      self.signature = signature
      self.documentation = documentation
    }
  }

  /// The proposals, the best first.
  public var matches: [Match]
  /// What a proposal replaces, as offsets into the code's `unicodeScalars`.
  public var range: Range<Int>

  /// These proposals for this part of the code.
  public init(matches: [Match], replacing range: Range<Int>) {
    self.matches = matches
    self.range = range
  }
}

/// Whether a console should run the code or ask for another line.
public enum Completeness: Sendable, Equatable {
  /// Ready to run.
  case complete
  /// More must follow; the next line starts with this indentation.
  case incomplete(indent: String)
  /// No continuation could make it valid.
  case invalid
  /// The language cannot tell; a console then goes by its own rules.
  case unknown
}
