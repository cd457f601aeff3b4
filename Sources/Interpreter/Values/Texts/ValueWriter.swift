/// Writes values with all that is in them, within bounds: long lists lose their middle, deep and huge ones their
/// rest. An array may hold itself doubled many times over, so that its text would fill the memory.
struct ValueWriter {
  var text = ""
  /// How many digits of each number; nil for as many as tell it from all others.
  var precision: Precision?
  /// Between two elements of an array the line breaks rather than have more characters; nil for never.
  var lineWidth: Int?
  /// How many lists what is written now lies in.
  var depth = 0
  /// How many bytes the text may have before lists lose their rest.
  var limit = 1 << 20

  private static let longestList = 1000
  private static let deepest = 50

  /// Whether a list is too deep, or the text too long, for its elements to be written.
  var isFull: Bool { depth >= Self.deepest || text.utf8.count >= limit }

  /// The elements that a long list loses.
  static func gap(of count: Int) -> Range<Int> { count > longestList ? 5..<count - 5 : 0..<0 }

  mutating func write(_ value: Value) {
    switch value {
    case .unset, .void: text += "()"
    case .null: text += "nil"
    case .boolean(let value): text += String(value)
    case .int(let value): text += precision?.text(Double(value)) ?? String(value)
    case .double(let value): text += precision?.text(value) ?? value.description
    case .rational(let value): text += precision?.text(value.double) ?? value.legible
    case .string(let string): text += string.debugDescription
    case .array(let elements) where lineWidth != nil: lines(elements)
    case .array(let elements):
      list(elements, "[", "]") { $0.write($1) }
    case .tensor(let tensor): text += tensor.text(precision)
    case .range(let range): text += range.text
    case .tuple(let tuple):
      list(Array(zip(tuple.labels, tuple.values)), "(", ")") { writer, part in
        if let label = part.0 { writer.text += "\(label): " }
        writer.write(part.1)
      }
    case .dictionary(let dictionary) where dictionary.isEmpty: text += "[:]"
    case .dictionary(let dictionary):
      list(Array(dictionary), "[", "]") { writer, entry in
        writer.write(entry.key)
        writer.text += ": "
        writer.write(entry.value)
      }
    case .function(let function): text += "func \(function.code.signature)"
    case .library(let function): text += "func \(function.signature)"
    case .object(let object): text += depth == 0 ? object.text : object.line
    case .box(let box): write(box.value)
    }
  }

  private mutating func list<Element>(
    _ elements: [Element], _ open: String, _ close: String, _ write: (inout Self, Element) -> Void
  ) {
    guard !isFull else {
      text += "\(open)…\(close)"
      return
    }
    depth += 1
    defer { depth -= 1 }
    text += open
    let gap = Self.gap(of: elements.count)
    var index = 0
    while index < elements.count {
      if index > 0 { text += ", " }
      if !gap.isEmpty, index == gap.lowerBound {
        text += "… \(gap.count) more …"
        index = gap.upperBound
        continue
      }
      guard text.utf8.count < limit else {
        text += "…"
        break
      }
      write(&self, elements[index])
      index += 1
    }
    text += close
  }
}
