/// A page of text with examples, as plain text, Markdown and HTML.
struct Page {
  enum Part {
    case heading(String)
    case paragraph(String)
    /// In TeX. As plain text it is left out: the words around it say the same.
    case formula(String)
    /// A word above an example.
    case caption(String)
    case code(String)
    /// How a function is called.
    case signature(String)
    case terms([(term: String, text: String)])
    /// Where something is defined: a paper, a book.
    case source(String)
  }

  let parts: [Part]

  init(_ parts: [Part]) {
    self.parts = parts.map { if case .signature(let text) = $0 { .signature(text.wrappedCall) } else { $0 } }
  }

  var display: Display {
    Display(text: text, formats: ["text/markdown": markdown, "text/html": html])
  }

  var text: String {
    parts.compactMap { part in
      switch part {
      case .formula: nil
      case .heading(let text): text + "\n" + String(repeating: "─", count: min(text.count, 78)) + "\n"
      case .paragraph(let text): text.wrapped(to: 78) + "\n"
      case .caption(let text): "\(text):"
      case .code(let code): code.indented + "\n"
      case .signature(let text): text + "\n"
      case .terms(let terms):
        terms.map { "  \($0.term.padded(terms.map(\.term.count).max() ?? 0))  \($0.text)" }
          .joined(separator: "\n") + "\n"
      case .source(let text): "Source: \(text)\n"
      }
    }.joined(separator: "\n").trimmedEnd
  }

  var markdown: String {
    parts.map { part in
      switch part {
      case .heading(let text): "### \(text)\n"
      case .paragraph(let text): text + "\n"
      case .formula(let formula): "$$\(formula)$$\n"
      case .caption(let text): "*\(text)*\n"
      case .code(let code), .signature(let code): "```swift\n\(code)\n```\n"
      case .terms(let terms): terms.map { "- `\($0.term)`: \($0.text)" }.joined(separator: "\n") + "\n"
      case .source(let text): "*Source: \(text)*\n"
      }
    }.joined(separator: "\n").trimmedEnd
  }

  var html: String {
    parts.map { part in
      switch part {
      case .heading(let text): "<h3>\(text.htmlInline)</h3>"
      case .paragraph(let text): "<p>\(text.htmlInline)</p>"
      case .formula(let formula): "<p>$\\displaystyle \(formula.htmlEscaped)$</p>"
      case .caption(let text): "<p><em>\(text.htmlInline)</em></p>"
      case .code(let code), .signature(let code): "<pre><code>\(code.htmlEscaped)</code></pre>"
      case .terms(let terms):
        // A list of definitions would have JupyterLab's narrow column for the terms, which long ones overflow.
        "<ul>"
          + terms.map { "<li><code>\($0.term.htmlEscaped)</code>: \($0.text.htmlInline)</li>" }.joined()
          + "</ul>"
      case .source(let text): "<p><em>Source: \(text.htmlInline)</em></p>"
      }
    }.joined(separator: "\n")
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }

  fileprivate var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }.joined(separator: "\n")
  }

  /// In lines of at most `width` characters, broken between words.
  fileprivate func wrapped(to width: Int) -> String { lines(of: split(separator: " "), width) }

  /// A call in such lines, broken between arguments.
  fileprivate var wrappedCall: String {
    let arguments = split(separator: ", ")
    return lines(of: arguments.dropLast().map { $0 + "," } + arguments.suffix(1), 78, indent: "  ")
  }

  private func lines(of pieces: [Substring], _ width: Int, indent: String = "") -> String {
    var lines = [String(pieces.first ?? "")]
    for piece in pieces.dropFirst() {
      if lines[lines.count - 1].count + 1 + piece.count <= width {
        lines[lines.count - 1] += " \(piece)"
      } else {
        lines.append(indent + piece)
      }
    }
    return lines.joined(separator: "\n")
  }

  fileprivate var htmlEscaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  /// Escaped, with what stands in backticks as code.
  fileprivate var htmlInline: String {
    let parts = htmlEscaped.split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
      index % 2 == 1 && index < parts.count - 1 ? "<code>\(part)</code>" : String(part)
    }.joined()
  }
}
