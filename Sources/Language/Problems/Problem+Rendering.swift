extension Problem {
  /// The problem as a reader sees it: one line that says what is wrong, the lines of the source with
  /// carets under the places, and what to do.
  ///
  ///     E020: `σ` is not defined
  ///       ╭─ Cell [2], line 1, column 9
  ///     1 │ let y = σ(x)
  ///       │         ^ not found
  ///       ╰─ help: did you mean `sigmoid`?
  ///
  /// Of a long line only the part around the place is shown.
  ///
  /// - Parameter colour: whether to add ANSI colours, as terminals and Jupyter show them.
  public func rendered(in source: Source, colour: Bool = false) -> String {
    let style = Style(isOn: colour)
    let kind = severity == .error ? style.error(code.rawValue) : style.warning("\(code.rawValue) warning")
    var lines = [kind + style.bold(": " + message.printable)]
    let shown = labels.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    let lastLine = shown.map { source.line(at: $0.span.start) }.max() ?? 0
    let gutter = String(repeating: " ", count: String(lastLine + 1).count)
    let place = source.line(at: span.start)
    lines.append(
      style.dim("\(gutter) ╭─ ")
        + "\(source.name), line \(place + 1), column \(source.column(at: span.start) + 1)")
    var window: LineWindow?
    for label in shown {
      let line = source.line(at: label.span.start)
      if window?.line != line || window?.contains(label.span.start) == false {
        if let last = window?.line, line > last + 1 { lines.append(style.dim("\(gutter) ┆")) }
        let new = LineWindow(on: label.span, in: source)
        let number = String(line + 1)
        let padding = String(repeating: " ", count: gutter.count - number.count)
        lines.append(style.dim("\(padding)\(number) │ ") + new.text)
        window = new
      }
      guard let window else { continue }
      lines.append(style.dim("\(gutter) │ ") + marks(under: label, in: window, style))
    }
    for (index, text) in help.enumerated() {
      let corner = index == help.count - 1 ? "╰─" : "├─"
      lines.append(style.dim("\(gutter) \(corner) ") + style.hint("help: ") + text.printable)
    }
    return lines.joined(separator: "\n")
  }

  private func marks(under label: Label, in window: LineWindow, _ style: Style) -> String {
    let (indent, width) = window.columns(of: label.span)
    let isPrimary = label.span == span
    let marks = String(repeating: isPrimary ? "^" : "-", count: width)
    let text = marks + (label.text.isEmpty ? "" : " " + label.text.printable)
    let colour = isPrimary ? (severity == .error ? style.error : style.warning) : style.hint
    return String(repeating: " ", count: indent) + colour(text)
  }
}

/// The part of a source line that is shown: all of it, or what stands around a place in a long one.
private struct LineWindow {
  let source: Source
  let line: Int
  /// The bytes shown.
  let shown: Span
  private let isCutBefore: Bool
  private let isCutBehind: Bool

  /// Lines of up to so many bytes are shown whole, and so much of longer ones: where a front end wraps a line, the
  /// marks under it stand nowhere.
  private static let limit = 88
  /// So much stands before the place.
  private static let margin = 30

  init(on span: Span, in source: Source) {
    self.source = source
    line = source.line(at: span.start)
    let whole = source.span(ofLine: line)
    guard whole.end - whole.start > Self.limit else {
      (shown, isCutBefore, isCutBehind) = (whole, false, false)
      return
    }
    let first = min(max(whole.start, span.start - Self.margin), max(whole.start, whole.end - Self.limit))
    let start = source.characterStart(atOrBefore: first)
    let end = source.characterStart(atOrBefore: min(whole.end, first + Self.limit))
    shown = Span(min(start, whole.end), end)
    (isCutBefore, isCutBehind) = (start > whole.start, end < whole.end)
  }

  func contains(_ offset: Int) -> Bool { offset >= shown.start && (!isCutBehind || offset < shown.end) }

  var text: String { (isCutBefore ? "… " : "") + source[shown].printable + (isCutBehind ? " …" : "") }

  /// Where the marks under a span begin, and how many there are.
  func columns(of span: Span) -> (indent: Int, width: Int) {
    let start = max(shown.start, min(span.start, shown.end))
    let end = max(start, min(span.end, shown.end))
    let indent = source[Span(shown.start, start)].printable.displayWidth + (isCutBefore ? 2 : 0)
    return (indent, max(1, source[Span(start, end)].printable.displayWidth))
  }
}

/// ANSI colours, or none.
private struct Style {
  let isOn: Bool

  func error(_ text: String) -> String { wrap(text, "31") }
  func warning(_ text: String) -> String { wrap(text, "33") }
  // Plain cyan is hardly seen on the pink under JupyterLab's errors; bold cyan is darker there.
  func hint(_ text: String) -> String { wrap(text, "1;36") }
  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }

  private func wrap(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
