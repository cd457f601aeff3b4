/// The header of an array of NumPy's: a dictionary as Python writes it, with exactly three entries.
struct NPYHeader {
  let type: ElementType
  let isBigEndian: Bool
  /// Whether the first axis varies fastest.
  let isColumnMajor: Bool
  let shape: [Int]

  private static let types: [String: ElementType] = [
    "b1": .bool, "u1": .uint8, "i1": .int8, "u2": .uint16, "i2": .int16, "u4": .uint32, "i4": .int32,
    "u8": .uint64, "i8": .int64, "f2": .float16, "f4": .float32, "f8": .float64,
  ]

  /// Reads a header. `name` is what errors call the file.
  init(_ bytes: ArraySlice<UInt8>, name: String) throws {
    var scanner = Scanner(bytes: bytes)
    var (description, order, shape): (String?, Bool?, [Int]?)
    let damaged = EngineError.unreadable(
      name, "its header is not a dictionary of descr, fortran_order and shape")
    guard scanner.accept("{") else { throw damaged }
    while !scanner.accept("}") {
      guard let key = scanner.string(), scanner.accept(":") else { throw damaged }
      switch key {
      case "descr" where description == nil:
        guard let text = scanner.string() else {
          throw EngineError.unreadable(name, "its elements are records", hint: "Save each field as an array.")
        }
        description = text
      case "fortran_order" where order == nil:
        if scanner.accept("True") { order = true } else if scanner.accept("False") { order = false }
      case "shape" where shape == nil: shape = scanner.lengths()
      default: throw damaged
      }
      _ = scanner.accept(",")
    }
    guard scanner.isAtEnd, let description, let order, let shape else { throw damaged }
    let known = NPYHeader.types[String(description.dropFirst())]
    guard let first = description.first, let type = known, "<>|=".contains(first),
      first != "|" || type.byteCount == 1
    else {
      let isObject = description.contains("O")
      throw EngineError.unreadable(
        name, isObject ? "it holds Python objects" : "it holds elements of type \(description)",
        hint: "Booleans, integers and floating-point numbers can be read: convert it with `.astype(\"f4\")`.")
    }
    self.type = type
    self.shape = shape
    isBigEndian = first == ">"
    isColumnMajor = order
  }

  /// Reads the few kinds of words that the dictionary is made of.
  private struct Scanner {
    let bytes: ArraySlice<UInt8>
    var position: Int

    init(bytes: ArraySlice<UInt8>) {
      self.bytes = bytes
      position = bytes.startIndex
    }

    private mutating func skipSpace() {
      while position < bytes.endIndex, [0x20, 0x0A, 0x09, 0x0D].contains(bytes[position]) { position += 1 }
    }

    var isAtEnd: Bool {
      mutating get {
        skipSpace()
        return position == bytes.endIndex
      }
    }

    mutating func accept(_ word: String) -> Bool {
      skipSpace()
      guard bytes[position...].starts(with: word.utf8) else { return false }
      position += word.utf8.count
      return true
    }

    /// A string in either kind of quotes, without escape sequences.
    mutating func string() -> String? {
      for quote in ["'", "\""] where accept(quote) {
        guard let end = bytes[position...].firstIndex(of: Array(quote.utf8)[0]) else { return nil }
        defer { position = end + 1 }
        return String(validating: bytes[position..<end], as: UTF8.self)
      }
      return nil
    }

    /// A tuple of integers from 0 up.
    mutating func lengths() -> [Int]? {
      guard accept("(") else { return nil }
      var lengths: [Int] = []
      while !accept(")") {
        let digits = bytes[position...].prefix { (0x30...0x39).contains($0) }
        guard let length = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        position = digits.endIndex
        // Python 2 wrote long integers with an L.
        if position < bytes.endIndex, bytes[position] == UInt8(ascii: "L") { position += 1 }
        lengths.append(length)
        guard accept(",") || (position < bytes.endIndex && bytes[position] == UInt8(ascii: ")")) else {
          return nil
        }
      }
      return lengths
    }
  }
}
