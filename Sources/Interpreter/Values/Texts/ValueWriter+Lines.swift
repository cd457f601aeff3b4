extension ValueWriter {
  /// Writes an array in lines of at most `lineWidth` characters where it has room for that. An element moves to the next
  /// line before it is itself broken, and what follows one in several lines begins a line of its own.
  mutating func lines(_ elements: [Value]) {
    guard !isFull else {
      text += "[…]"
      return
    }
    depth += 1
    defer { depth -= 1 }
    text += "["
    let gap = Self.gap(of: elements.count)
    var isLastInLines = false
    var index = 0
    while index < elements.count {
      if index > 0 { text += "," }
      guard text.utf8.count < limit else {
        text += " …"
        break
      }
      let isElided = !gap.isEmpty && index == gap.lowerBound
      isLastInLines = piece(isFirst: index == 0, onNewLine: isLastInLines) { writer in
        if isElided { writer.text += "… \(gap.count) more …" } else { writer.write(elements[index]) }
      }
      index = isElided ? gap.upperBound : index + 1
    }
    text += "]"
  }

  private var lineBreak: String { "\n" + String(repeating: " ", count: depth) }

  /// Writes an element behind what separates it from the one before.
  ///
  /// - Returns: whether it is in several lines.
  private mutating func piece(
    isFirst: Bool, onNewLine: Bool, _ write: (inout ValueWriter) -> Void
  ) -> Bool {
    guard let width = lineWidth else { return false }
    let start = text.utf8.count
    if !isFirst { text += onNewLine ? lineBreak : " " }
    // In one line at first, no further than it takes to see that it has no room.
    let (contents, wholeLimit) = (text.utf8.count, limit)
    (lineWidth, limit) = (nil, min(limit, contents + 4 * width))
    write(&self)
    (lineWidth, limit) = (width, wholeLimit)
    let piece = text[text.utf8.index(text.startIndex, offsetBy: contents)...]
    if piece.contains("\n") { return true }
    // A comma or a bracket follows.
    let isTooLong = piece.count + depth >= width
    guard isTooLong || column(upTo: width) >= width else { return false }
    let separator = isFirst ? "" : lineBreak
    let place = text.utf8.index(text.startIndex, offsetBy: start)
    guard isTooLong else {
      text.replaceSubrange(place..<text.utf8.index(place, offsetBy: contents - start), with: separator)
      return false
    }
    text.removeSubrange(place...)
    text += separator
    let beginning = text.utf8.count
    write(&self)
    return text.utf8.dropFirst(beginning).contains(UInt8(ascii: "\n"))
  }

  /// How many characters the last line has, as far as it matters.
  private func column(upTo width: Int) -> Int {
    text.reversed().prefix(width + 1).prefix { $0 != "\n" }.count
  }
}
