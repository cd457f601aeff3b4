/// Draws the marks of a figure on a canvas of characters.
///
/// Without colour, series are told apart by letters on their lines, classes by their signs, bars by their texture.
struct TextPlot {
  private(set) var canvas: TextCanvas
  private(set) var legend: [(sign: Character, entry: LegendEntry)] = []
  private let frame: Frame
  private let isColoured: Bool
  /// Signs of point groups, when there are more of them than markers.
  private var numbered: [Colour: Character] = [:]

  private static let textures: [Character] = ["█", "▒", "░", "▓"]
  private static let shades: [Character] = [" ", "░", "▒", "▓", "█"]
  private static let classFills: [Character] = ["·", "░", "▒", "▓", ":", "-", "'", "~"]
  private static let letters = Array("abcdefghijklmnopqrstuvwxyz")

  init(_ composition: Composition, columns: Int, rows: Int, colour: Bool) {
    canvas = TextCanvas(columns: columns, rows: rows)
    isColoured = colour
    frame = Frame(
      x: composition.x, y: composition.y, width: Double(columns * 2), height: Double(rows * 4))
    let drawn = composition.marks.map { $0.mark.shapes(in: frame, colour: $0.colour) }
    let groups = drawn.joined().compactMap {
      if case .symbols(let symbols) = $0 { symbols.colour } else { nil }
    }
    if groups.count > Marker.allCases.count {
      for (index, group) in groups.prefix(36).enumerated() {
        numbered[group] = Character(String(index, radix: 36))
      }
    }
    let isLine = { (entry: LegendEntry) in if case .line = entry.look { true } else { false } }
    let lettered = !colour && composition.legend.count(where: isLine) > 1
    var nextLetter = 0
    var nextTexture = 0
    for (index, (mark, colour)) in composition.marks.enumerated() {
      let entries = composition.legend.isEmpty ? [] : mark.legend(colour: colour)
      let letters = (0..<(lettered ? entries.count(where: isLine) : 0)).map { index in
        TextPlot.letters[(nextLetter + index) % TextPlot.letters.count]
      }
      nextLetter += letters.count
      let texture = TextPlot.textures[isColoured ? 0 : nextTexture % TextPlot.textures.count]
      for shape in drawn[index] {
        if case .boxes = shape { nextTexture += 1 }
        draw(shape, letters, nextLetter, texture)
      }
      legend += entries.enumerated().map { place, entry in
        (
          sign(of: entry, letters.indices.contains(place) ? letters[place] : nil, texture, drawn[index]),
          entry
        )
      }
    }
  }

  private mutating func draw(_ shape: Shape, _ letters: [Character], _ turn: Int, _ texture: Character) {
    switch shape {
    case .path(let path):
      let points = path.points.map(frame.dots)
      canvas.draw(points, path.colour, isDashed: path.isDashed)
      if let letter = letters.first { mark(points, with: letter, turn) }
    case .symbols(let symbols): draw(symbols)
    case .area(let area): draw(area)
    case .boxes(let boxes): draw(boxes, texture)
    case .cells(let cells): draw(cells)
    case .contours(let contours): if contours.isInText { draw(contours, letters) }
    case .polygons(let polygons): draw(polygons)
    case .words(let words): draw(words)
    }
  }

  /// Writes a series' letter on its line at a few columns, others for each series so that they do not meet.
  private mutating func mark(_ points: [Point], with letter: Character, _ turn: Int) {
    let stride = max(canvas.columns / 4, 8)
    for column in Swift.stride(from: stride / 2 + (turn * 5) % stride, to: canvas.columns, by: stride) {
      let x = Double(column * 2 + 1)
      let crossing = zip(points, points.dropFirst()).first { from, to in
        !from.isGap && !to.isGap && min(from.x, to.x) <= x && x <= max(from.x, to.x)
      }
      guard let (from, to) = crossing else { continue }
      let y = from.x == to.x ? from.y : from.y + (to.y - from.y) * (x - from.x) / (to.x - from.x)
      guard y >= 0, y <= Double(canvas.height) else { continue }
      canvas.update(column, canvas.rows - 1 - min(Int(y / 4), canvas.rows - 1)) { $0.glyph = letter }
    }
  }

  private mutating func draw(_ symbols: Symbols) {
    for point in symbols.points.lazy.map(frame.dots) where !point.isGap {
      let (x, y) = (min(point.x, frame.width - 1), min(point.y, frame.height - 1))
      guard x >= 0, y >= 0 else { continue }
      canvas.update(Int(x) / 2, canvas.rows - 1 - Int(y) / 4) { cell in
        cell.glyph = numbered[symbols.colour] ?? symbols.marker.character
        cell.colour = symbols.colour
      }
    }
  }

  private mutating func draw(_ area: Area) {
    let low = area.xs.indices.map { frame.dots(Point(area.xs[$0], area.lower[$0])) }
    let high = area.xs.indices.map { frame.dots(Point(area.xs[$0], area.upper[$0])) }
    for index in area.xs.indices.dropLast() {
      let (a, b, c, d) = (low[index], low[index + 1], high[index], high[index + 1])
      guard !a.isGap, !b.isGap, !c.isGap, !d.isGap, a.x <= b.x else { continue }
      let first = max(Int(max(a.x, 0).rounded(.up)), 0)
      for x in first..<max(Int(min(b.x, frame.width).rounded(.up)), first) {
        let part = b.x == a.x ? 0 : (Double(x) - a.x) / (b.x - a.x)
        canvas.shade(x: x, from: a.y + (b.y - a.y) * part, to: c.y + (d.y - c.y) * part, area.colour)
      }
    }
  }

  private mutating func draw(_ boxes: Boxes, _ texture: Character) {
    for box in boxes.boxes {
      let low = frame.dots(Point(box.left, box.base))
      let high = frame.dots(Point(box.right, box.top))
      guard !low.isGap, !high.isGap else { continue }
      for column in 0..<canvas.columns where (low.x..<high.x).contains(Double(column * 2 + 1)) {
        canvas.bar(column, from: low.y, to: high.y, texture, boxes.colour)
      }
    }
  }

  private mutating func draw(_ cells: Cells) {
    for row in 0..<canvas.rows {
      for column in 0..<canvas.columns {
        let x = frame.x.value(at: (Double(column) + 0.5) / Double(canvas.columns))
        let y = frame.y.value(at: 1 - (Double(row) + 0.5) / Double(canvas.rows))
        guard let shade = cells.shades.value(atX: x, y: y) ?? nil else { continue }
        let tint = cells.colours.value(atX: x, y: y) ?? nil
        let fill =
          cells.areClasses
          ? TextPlot.fill(ofClass: Int(shade))
          : TextPlot.shades[min(Int(shade * Double(TextPlot.shades.count)), TextPlot.shades.count - 1)]
        let isColoured = isColoured
        canvas.update(column, row) { cell in
          if isColoured { cell.background = tint } else { cell.fill = fill }
        }
      }
    }
  }

  private mutating func draw(_ polygons: Polygons) {
    let isColoured = isColoured
    for polygon in polygons.polygons {
      // Corners in characters, from the upper left.
      let corners = polygon.corners.map { corner -> Point in
        let place = frame.dots(corner)
        return Point(place.x / 2, (frame.height - place.y) / 4)
      }
      let fill = TextPlot.shades[
        min(Int(max(polygon.shade, 0) * Double(TextPlot.shades.count)), TextPlot.shades.count - 1)]
      canvas.fill(corners) { cell in
        if isColoured { cell.background = polygon.colour } else { cell.fill = fill }
      }
    }
  }

  private mutating func draw(_ words: Words) {
    let place = frame.dots(words.place)
    guard !place.isGap, place.x >= 0, place.y >= 0, place.x <= frame.width, place.y <= frame.height else {
      return
    }
    let text = PlainText.line(words.text)
    let shift =
      switch words.anchor {
      case .left: 0
      case .centre: text.count / 2
      case .right: text.count
      }
    let row = canvas.rows - 1 - min(Int(place.y) / 4, canvas.rows - 1)
    for (index, letter) in text.enumerated() {
      canvas.update(Int(place.x) / 2 - shift + index, row) { cell in
        cell.glyph = letter
        cell.colour = words.colour
      }
    }
  }

  private mutating func draw(_ contours: Contours, _ letters: [Character]) {
    let (frame, grid, levels) = (frame, contours.grid, contours.levels)
    let level = { (x: Int, y: Int) -> Int? in
      let place = (frame.x.value(at: Double(x) / frame.width), frame.y.value(at: Double(y) / frame.height))
      return grid.interpolated(atX: place.0, y: place.1).map { value in levels.count { $0 <= value } }
    }
    canvas.contour(level, contours.colours, letters)
  }

  private func sign(
    of entry: LegendEntry, _ letter: Character?, _ texture: Character, _ shapes: [Shape]
  ) -> Character {
    switch entry.look {
    case .line(let isDashed): letter ?? (isDashed ? "╌" : "─")
    case .marker(let marker): numbered[entry.colour] ?? marker.character
    case .region(let index): TextPlot.fill(ofClass: index)
    case .box: shapes.contains { if case .area = $0 { true } else { false } } ? "⢕" : texture
    }
  }

  private static func fill(ofClass index: Int) -> Character {
    classFills[Int(index.magnitude % UInt(classFills.count))]
  }
}

extension Marker {
  /// The sign as a character of one cell.
  var character: Character {
    switch self {
    case .circle: "●"
    case .triangle: "▲"
    case .square: "■"
    case .diamond: "◆"
    case .cross: "×"
    case .plus: "+"
    }
  }
}
