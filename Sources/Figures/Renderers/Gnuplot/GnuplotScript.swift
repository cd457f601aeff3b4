/// Commands for gnuplot, and the data between them.
///
/// Nothing but this type writes to gnuplot, and what it writes are commands of our own and numbers: no text of a
/// user's is among them, see ``placeholder(for:)``.
struct GnuplotScript {
  private(set) var bytes: [UInt8] = []
  /// What the placeholders stand for, in their order.
  private(set) var texts: [String] = []
  private var blocks = 0
  private var tags = 0
  /// The canvas, in pixels.
  let width: Double
  let height: Double

  init(width: Int, height: Int) {
    self.width = Double(width)
    self.height = Double(height)
    command("set terminal svg size \(width),\(height) fixed standalone noenhanced font 'sans-serif,12'")
    command("set encoding utf8")
    command("unset key")
    // Without this a segment with both ends outside the axes is left out, though it may cross the plot.
    command("set clip two")
  }

  /// One command. It must hold nothing but words of our own, numbers and placeholders.
  mutating func command(_ line: String) {
    bytes.append(contentsOf: line.utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Bytes that the command before asked to read.
  mutating func data(_ data: [UInt8]) {
    bytes.append(contentsOf: data)
  }

  /// Rows of numbers under a new name.
  mutating func block(_ write: (inout NumberRows) -> Void) -> String {
    blocks += 1
    let name = "$d\(blocks)"
    command("\(name) << EOD")
    var rows = NumberRows()
    write(&rows)
    bytes.append(contentsOf: rows.bytes)
    command("EOD")
    return name
  }

  /// A number for a new label, arrow or object.
  mutating func newTag() -> Int {
    tags += 1
    return tags
  }

  /// A string for gnuplot that stands for a text: `'t0'`, `'t1'`, …
  ///
  /// The text itself never reaches gnuplot, which can run programs, reads formats and macros in strings, and takes a
  /// doubled quote at the start of a quoted string for an empty one. ``PictureReader`` puts the texts into the
  /// finished picture.
  mutating func placeholder(for text: String) -> String {
    texts.append(PlainText.line(text))
    return "'t\(texts.count - 1)'"
  }

  /// A place on the canvas, given in pixels from the upper left.
  func screen(_ x: Double, _ y: Double) -> String {
    "screen \(GnuplotScript.number(x / width, 5)),\(GnuplotScript.number(1 - y / height, 5))"
  }

  /// A number with at most some decimals and no zeros after them.
  static func number(_ value: Double, _ decimals: Int) -> String {
    var bytes: [UInt8] = []
    NumberLabel.append(value, decimals: decimals, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A value with as many digits as a plot can show on an axis.
  static func number(_ value: Double, on scale: Scale) -> String {
    var bytes: [UInt8] = []
    NumberRows.append(value, on: scale, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
