/// Reads the XML that gnuplot writes, part by part, and refuses what is not well formed.
///
/// Knows what such a picture holds: elements, attributes, text and the five entities of XML; no document type,
/// no processing but the first declaration, no namespaces.
struct XMLScanner {
  enum Part: Equatable {
    case start(String, [String: String])
    case end(String)
    case text(String)
  }

  private let bytes: [UInt8]
  private var index = 0
  private var open: [String] = []
  /// The end of an element without content, which follows its start.
  private var pendingEnd: String?

  init(_ document: String) {
    bytes = Array(document.utf8)
  }

  /// The next part, or nil at the end of the document.
  mutating func next() throws(FigureError) -> Part? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name)
    }
    guard index < bytes.count else {
      guard open.isEmpty else { throw problem("the document ends inside <\(open.joined(separator: "><"))>") }
      return nil
    }
    guard bytes[index] == UInt8(ascii: "<") else {
      return .text(try decoded(take(until: UInt8(ascii: "<"))))
    }
    index += 1
    switch peek {
    case UInt8(ascii: "?"):
      _ = take(until: UInt8(ascii: ">"))
      index += 1
      return try next()
    case UInt8(ascii: "/"):
      index += 1
      let name = name()
      skipSpace()
      try expect(">")
      guard open.popLast() == name else { throw problem("</\(name)> ends something else") }
      return .end(name)
    default:
      return try start()
    }
  }

  private mutating func start() throws(FigureError) -> Part {
    let element = name()
    guard !element.isEmpty else { throw problem("< stands without a name") }
    var attributes: [String: String] = [:]
    while true {
      skipSpace()
      switch peek {
      case UInt8(ascii: ">"):
        index += 1
        open.append(element)
        return .start(element, attributes)
      case UInt8(ascii: "/"):
        index += 1
        try expect(">")
        pendingEnd = element
        return .start(element, attributes)
      default:
        let attribute = name()
        guard !attribute.isEmpty else { throw problem("<\(element)> has a broken attribute") }
        skipSpace()
        try expect("=")
        skipSpace()
        guard let quote = peek, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
          throw problem("\(attribute) of <\(element)> has no quotes")
        }
        index += 1
        attributes[attribute] = try decoded(take(until: quote))
        try expect(quote == UInt8(ascii: "'") ? "'" : "\"")
      }
    }
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(until end: UInt8) -> ArraySlice<UInt8> {
    let rest = bytes[index...]
    let taken = rest.prefix { $0 != end }
    index = taken.endIndex
    return taken
  }

  private mutating func name() -> String {
    let taken = bytes[index...].prefix { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || [UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(byte)
    }
    index = taken.endIndex
    return String(decoding: taken, as: UTF8.self)
  }

  private mutating func skipSpace() {
    index = bytes[index...].prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }.endIndex
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(FigureError) {
    guard peek == UInt8(ascii: character) else { throw problem("\(character) is missing") }
    index += 1
  }

  private func decoded(_ raw: ArraySlice<UInt8>) throws(FigureError) -> String {
    guard raw.contains(UInt8(ascii: "&")) else { return String(decoding: raw, as: UTF8.self) }
    let entities = ["amp;": "&", "lt;": "<", "gt;": ">", "quot;": "\"", "apos;": "'"]
    var pieces = String(decoding: raw, as: UTF8.self).split(separator: "&", omittingEmptySubsequences: false)
    var result = String(pieces.removeFirst())
    for piece in pieces {
      guard let entity = entities.first(where: { piece.hasPrefix($0.key) }) else {
        throw problem("an unknown entity &\(piece.prefix(8))")
      }
      result += entity.value + piece.dropFirst(entity.key.count)
    }
    return result
  }

  private func problem(_ found: String) -> FigureError {
    .unexpectedAnswer("at byte \(index), \(found)")
  }
}
