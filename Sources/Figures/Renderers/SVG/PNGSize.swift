/// How many pixels a PNG has, read from its header; zero when there is none.
struct PNGSize: Equatable {
  private(set) var width = 0
  private(set) var height = 0

  /// Whether the pixels, stretched over a plot, are large enough to be told apart.
  var isCoarse: Bool { max(width, height) <= 64 }

  /// - Parameter base64: the file, or at least its first 24 bytes, which end with width and height.
  init(base64: String) {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bits = base64.prefix(32).compactMap(digits.firstIndex(of:))
    guard bits.count == 32 else { return }
    // Four digits of six bits make three bytes.
    let bytes = stride(from: 0, to: 32, by: 4).flatMap { start -> [Int] in
      let group = bits[start..<start + 4].reduce(0) { $0 << 6 | $1 }
      return [group >> 16, group >> 8 & 0xFF, group & 0xFF]
    }
    width = bytes[16..<20].reduce(0) { $0 << 8 | $1 }
    height = bytes[20..<24].reduce(0) { $0 << 8 | $1 }
  }
}
