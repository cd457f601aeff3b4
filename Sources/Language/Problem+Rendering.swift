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
  /// - Parameter colour: whether to add ANSI colours, as terminals and Jupyter show them.
  public func rendered(in source: Source, colour: Bool = false) -> String {
    let style = Style(isOn: colour)
    let kind = severity == .error ? style.error(code.rawValue) : style.warning("\(code.rawValue) warning")
    var lines = [kind + style.bold(": " + message)]
    let shown = labels.sorted { $0.span.start < $1.span.start }
    let lastLine = shown.map { source.line(at: $0.span.start) }.max() ?? 0
    let gutter = String(repeating: " ", count: String(lastLine + 1).count)
    let place = source.line(at: span.start)
    lines.append(
      style.dim("\(gutter) ╭─ ")
        + "\(source.name), line \(place + 1), column \(source.column(at: span.start) + 1)")
    var previous: Int?
    for label in shown {
      let line = source.line(at: label.span.start)
      if line != previous {
        if let previous, line > previous + 1 { lines.append(style.dim("\(gutter) ┆")) }
        let number = String(line + 1)
        let padding = String(repeating: " ", count: gutter.count - number.count)
        lines.append(style.dim("\(padding)\(number) │ ") + source[source.span(ofLine: line)].untabbed)
        previous = line
      }
      lines.append(style.dim("\(gutter) │ ") + carets(label, in: source, style))
    }
    for (index, text) in help.enumerated() {
      let corner = index == help.count - 1 ? "╰─" : "├─"
      lines.append(style.dim("\(gutter) \(corner) ") + style.hint("help: ") + text)
    }
    return lines.joined(separator: "\n")
  }

  private func carets(_ label: Label, in source: Source, _ style: Style) -> String {
    let line = source.span(ofLine: source.line(at: label.span.start))
    let start = min(label.span.start, line.end)
    let end = max(min(label.span.end, line.end), start)
    let indent = source[Span(line.start, start)].untabbed.displayWidth
    let width = max(1, source[Span(start, end)].untabbed.displayWidth)
    let isPrimary = label.span == span
    let marks = String(repeating: isPrimary ? "^" : "-", count: width)
    let text = label.text.isEmpty ? "" : " " + label.text
    return String(repeating: " ", count: indent)
      + (isPrimary ? style.error(marks + text) : style.hint(marks + text))
  }
}

/// ANSI colours, or none.
private struct Style {
  let isOn: Bool

  func error(_ text: String) -> String { wrap(text, "1;31") }
  func warning(_ text: String) -> String { wrap(text, "1;33") }
  func hint(_ text: String) -> String { wrap(text, "36") }
  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }

  private func wrap(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension String {
  /// How many columns of a terminal the text takes: wide for East Asian characters and emoji, none for
  /// combining marks.
  package var displayWidth: Int {
    reduce(0) { width, character in
      guard let scalar = character.unicodeScalars.first else { return width }
      let isWide =
        scalar.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}")
        || wideRanges.contains { $0.contains(scalar.value) }
      return width + (isWide ? 2 : scalar.properties.generalCategory == .nonspacingMark ? 0 : 1)
    }
  }

  /// Tabs as four spaces, control characters as visible substitutes, so that carets stand where they should.
  fileprivate var untabbed: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\t": result += "    "
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += "·"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
  0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
]
