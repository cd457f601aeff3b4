/// A value as a front end shows it: the same content in several formats, by MIME type.
public struct Display: Sendable, Hashable {
  /// `text/plain`, which every display has.
  public var text: String
  /// Richer formats, by MIME type.
  public var formats: [String: String]
  /// What is shown in outputs of its own above this one: the picture of a table.
  public var above: [Display] = []
  /// What the person should know beside it, such as why there is no picture.
  public var note: String?
  /// Whether it answers a question such as `?train`: a front end may have a place of its own for it, its pager.
  public var isAnswer = false

  public init(text: String, formats: [String: String] = [:], note: String? = nil) {
    self.text = text
    self.formats = formats
    self.note = note
  }
}

extension Display {
  /// A text, and where there is one the formula in TeX that says the same.
  init(text: String, formula: String?) {
    self.init(text: text, formats: formula.map { ["text/latex": "$\\displaystyle \($0)$"] } ?? [:])
  }

  /// What stands above the display, and the display itself: each an output of its own.
  var parts: [Display] { above.flatMap(\.parts) + [self] }

  /// Shows what stands above the display, and tells its notes.
  func showFirst(on output: any Output) {
    for part in parts.dropLast() { part.show(on: output) }
    tellNote(on: output)
  }

  /// Shows the display alone, behind its note.
  func show(on output: any Output, id: String? = nil) {
    tellNote(on: output)
    output.show(self, id: id)
  }

  private func tellNote(on output: any Output) {
    if let note { output.write(note + "\n", to: .error) }
  }
}

extension Value {
  /// The value as a cell's result; nil where there is nothing to show.
  func display(isCancelled: @escaping @Sendable () -> Bool) throws -> Display? {
    switch self {
    case .void, .unset: nil
    case .object(let object): try object.display(isCancelled: isCancelled)
    case .tensor(let tensor) where tensor.rank > 0: Display(text: "\(tensor.text)\n\(tensor.summary)")
    case .library(let function):
      Display(text: "\(description)\n\(function.summary.firstSentence)", formula: function.formula)
    default: Display(text: inLines, formula: latex)
    }
  }
}
