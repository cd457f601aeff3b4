/// Texts to try the language with: the same ones for the same seed, on every machine.
public struct TextGenerator {
  private var random: SplitMix64

  public init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// Bytes, characters, words of the language or a text of the corpus with changes.
  public mutating func text() -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: bytes()
    case 1: scalars()
    case 2...4: tokens()
    default: mutation()
    }
  }

  /// A text of the corpus, at times with the end of another, some pieces of which are taken out, doubled, exchanged
  /// or put in.
  public mutating func mutation() -> String {
    var bytes = corpusBytes()
    if Int.random(in: 0..<4, using: &random) == 0 {
      let other = corpusBytes()
      bytes.removeSubrange(Int.random(in: 0...bytes.count, using: &random)...)
      bytes += other[Int.random(in: 0...other.count, using: &random)...]
    }
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 0...8, using: &random))
      switch Int.random(in: 0..<10, using: &random) {
      case 0, 1: bytes.removeSubrange(start..<end)
      case 2, 3:
        bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &random))
      case 4, 5:
        bytes.insert(contentsOf: Array((Self.words.randomElement(using: &random) ?? "").utf8), at: start)
      case 6, 7: bytes[start] = UInt8.random(in: 0x20...0x7E, using: &random)
      case 8: bytes[start] = UInt8.random(in: .min ... .max, using: &random)
      default: bytes.removeSubrange(start...)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A place in a text, given in Unicode scalars.
  public mutating func cursor(in text: String) -> Int {
    Int.random(in: 0...text.unicodeScalars.count, using: &random)
  }

  /// A short text most of the time: changes to a long one rarely meet what is of interest in it.
  private mutating func corpusBytes() -> [UInt8] {
    let texts = Int.random(in: 0..<16, using: &random) == 0 ? CorpusText.all : Self.shortTexts
    return Array((texts.randomElement(using: &random)?.text ?? "").utf8)
  }

  private static let shortTexts = CorpusText.all.filter { $0.text.utf8.count < 500 }

  private mutating func bytes() -> String {
    String(
      decoding: (0..<length(60)).map { _ in UInt8.random(in: .min ... .max, using: &random) }, as: UTF8.self)
  }

  private mutating func scalars() -> String {
    let blocks: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x80...0x2FF, 0x2000...0x2BFF, 0x3000...0xD7FF, 0x1F300...0x1FAFF,
    ]
    var text = ""
    for _ in 0..<length(40) {
      let block = blocks[Int.random(in: 0..<blocks.count, using: &random)]
      if let scalar = Unicode.Scalar(UInt32.random(in: block, using: &random)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private mutating func tokens() -> String {
    var text = ""
    for _ in 0..<length(40) {
      text += Self.words.randomElement(using: &random) ?? ""
      if Bool.random(using: &random) { text += " " }
    }
    return text
  }

  private mutating func length(_ limit: Int) -> Int { Int.random(in: 0...limit, using: &random) }
}
