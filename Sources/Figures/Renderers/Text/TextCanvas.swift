/// A plot area in characters. Each cell holds a character or two by four dots of Braille.
struct TextCanvas {
  let columns: Int
  let rows: Int
  private var cells: [Cell]

  struct Cell: Equatable {
    /// The eight dots, as in the low byte of Unicode's Braille patterns.
    var dots: UInt8 = 0
    /// Shown instead of the dots.
    var glyph: Character?
    /// Shown where there is neither.
    var fill: Character?
    var colour: Colour?
    var background: Colour?

    var character: Character {
      if let glyph { return glyph }
      if dots != 0, let pattern = Unicode.Scalar(0x2800 + UInt32(dots)) { return Character(pattern) }
      return fill ?? " "
    }
  }

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Cell(), count: columns * rows)
  }

  /// Dots across and up.
  var width: Int { columns * 2 }
  var height: Int { rows * 4 }

  /// Changes the cell in a column and a row, both counted from the upper left; outside, nothing happens.
  mutating func update(_ column: Int, _ row: Int, _ change: (inout Cell) -> Void) {
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return }
    change(&cells[row * columns + column])
  }

  /// Sets a dot, counted from the lower left; outside, nothing happens.
  mutating func dot(_ x: Int, _ y: Int, _ colour: Colour) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    let down = height - 1 - y
    // Unicode numbers the upper three dots of the left side first, then of the right side, then the lowest two.
    let bit = down % 4 == 3 ? 6 + x % 2 : down % 4 + 3 * (x % 2)
    update(x / 2, down / 4) { cell in
      cell.dots |= 1 << UInt8(bit)
      // On a bar, the bar becomes the ground.
      if cell.glyph == "█" { cell.background = cell.colour }
      cell.glyph = nil
      cell.colour = colour
    }
  }

  /// The character at a place, for a look at what is drawn.
  func cell(_ column: Int, _ row: Int) -> Cell { cells[row * columns + column] }

  /// A row as text, in colours for a terminal if asked for.
  func line(_ row: Int, colour: Bool) -> String {
    var line = ""
    var style = TerminalStyle()
    for column in 0..<columns {
      let cell = cell(column, row)
      if colour { line += style.change(to: cell.colour, on: cell.background) }
      line.append(cell.character)
    }
    return line + (colour ? style.change(to: nil, on: nil) : "")
  }
}

/// The colours that a terminal writes with now, and how to change them.
struct TerminalStyle {
  private var foreground: Int?
  private var background: Int?

  /// The control sequence that changes to other colours, or nothing if they are the same; nil is the terminal's own.
  mutating func change(to newForeground: Colour?, on newBackground: Colour?) -> String {
    let (ink, paper) = (newForeground?.terminalIndex, newBackground?.terminalIndex)
    var codes: [String] = []
    if ink != foreground { codes.append(ink.map { "38;5;\($0)" } ?? "39") }
    if paper != background { codes.append(paper.map { "48;5;\($0)" } ?? "49") }
    (foreground, background) = (ink, paper)
    return codes.isEmpty ? "" : "\u{1B}[\(codes.joined(separator: ";"))m"
  }

  /// A text in one colour.
  static func coloured(_ text: String, _ colour: Colour) -> String {
    var style = TerminalStyle()
    return style.change(to: colour, on: nil) + text + style.change(to: nil, on: nil)
  }
}

extension Colour {
  /// The nearest colour of a terminal's cube of six levels for each channel.
  fileprivate var terminalIndex: Int {
    func level(_ channel: UInt8) -> Int { channel < 48 ? 0 : channel < 115 ? 1 : (Int(channel) - 35) / 40 }
    return 16 + 36 * level(red) + 6 * level(green) + level(blue)
  }
}
