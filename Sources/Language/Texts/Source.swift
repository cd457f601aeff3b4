/// The text of one cell or script, with the name by which messages refer to it ("Cell [3]").
public final class Source: Sendable {
  public let name: String
  public let text: String
  /// The text's UTF-8; every `Span` is a pair of offsets into it.
  public let bytes: [UInt8]
  private let lineStarts: [Int]

  public init(name: String, text: String) {
    self.name = name
    self.text = text
    bytes = Array(text.utf8)
    lineStarts =
      [0] + bytes.indices.lazy.filter { [bytes] in bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The source's text under `span`.
  public subscript(span: Span) -> String {
    let end = max(0, min(span.end, bytes.count))
    return String(decoding: bytes[max(0, min(span.start, end))..<end], as: UTF8.self)
  }

  /// The text under `span` as a message quotes it: on one line, and at most some forty characters long.
  public func excerpt(_ span: Span) -> String {
    let isLong = span.end - span.start > 160
    let text = self[isLong ? Span(span.start, span.start + 160) : span]
    let line = text.prefix { !$0.isNewline }
    let short = line.prefix(40)
    return String(short) + (isLong || short.endIndex < text.endIndex ? "…" : "")
  }

  /// The span of the end of the text.
  public var end: Span { Span(bytes.count, bytes.count) }

  /// The number of lines; an empty text has one.
  public var lineCount: Int { lineStarts.count }

  /// The zero-based line that holds a UTF-8 offset; the last one for an offset past the end.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The span of a zero-based line, without its line break.
  public func span(ofLine line: Int) -> Span {
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return Span(start, end)
  }

  /// The zero-based column of an offset in its line, in Unicode scalars.
  public func column(at offset: Int) -> Int {
    let start = lineStarts[line(at: offset)]
    return bytes[start..<max(start, min(offset, bytes.count))].lazy.filter { $0 & 0xC0 != 0x80 }.count
  }

  /// The offset itself, or the start of the character that it lies in.
  func characterStart(atOrBefore offset: Int) -> Int {
    var start = min(offset, bytes.count)
    while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// The UTF-8 offset of a position counted in Unicode scalars, as Jupyter's `cursor_pos` is.
  public func offset(ofScalar position: Int) -> Int {
    var seen = 0
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if seen == position { return offset }
      seen += 1
    }
    return bytes.count
  }

  /// How many Unicode scalars come before a UTF-8 offset.
  public func scalar(atOffset offset: Int) -> Int {
    bytes[..<max(0, min(offset, bytes.count))].lazy.filter { $0 & 0xC0 != 0x80 }.count
  }
}
