extension Figure {
  /// The figure in characters, for a console. Needs no gnuplot.
  ///
  ///     Loss
  ///     a training  b test
  ///       1┤⢣
  ///        │ ⠱⣀
  ///     0.1┤   ⠉⠒⢄⣀
  ///        └┬────┬────
  ///         0    10
  ///           epoch
  ///
  /// - Parameters:
  ///   - columns: the width of every line at most; clamped to 24...400.
  ///   - rows: the height of the plot itself, without title, legend and labels; clamped to 4...200.
  ///   - colour: whether to use a terminal's colours. Without, series are told apart by letters and signs.
  /// - Returns: lines without a line end after the last. The same figure gives the same text everywhere.
  public func text(columns: Int = 72, rows: Int = 18, colour: Bool = false) -> String {
    let columns = min(max(columns, 24), 400)
    let rows = min(max(rows, 4), 200)
    let composition = Composition(self)
    let yTicks = Composition.ticks(composition.yTicks, composition.y, max(rows / 3, 2))
    let gutter = min(yTicks.map { CellWidth.of(PlainText.line($0.label)) }.max() ?? 0, columns / 3)
    let plot = TextPlot(composition, columns: columns - gutter - 1, rows: rows, colour: colour)
    let indent = String(repeating: " ", count: gutter + 1)

    var lines: [String] = []
    if !PlainText.line(title).isEmpty { lines.append(CellWidth.clipped(PlainText.line(title), to: columns)) }
    lines += Figure.legendLines(plot.legend, columns, colour)
    if !PlainText.line(y.label).isEmpty {
      lines.append(CellWidth.clipped(PlainText.line(y.label), to: columns))
    }

    var labels: [Int: String] = [:]
    for tick in yTicks {
      let row = Int(((1 - composition.y.position(tick.value)) * Double(rows)).rounded(.down))
      labels[min(row, rows - 1)] = CellWidth.clipped(PlainText.line(tick.label), to: gutter)
    }
    for row in 0..<rows {
      let label = labels[row]
      let padding = String(repeating: " ", count: gutter - CellWidth.of(label ?? ""))
      var line = plot.canvas.line(row, colour: colour)
      if composition.isEmpty && row == rows / 2 { line = Figure.centred("no data", in: plot.canvas.columns) }
      lines.append(padding + (label ?? "") + (label == nil ? "│" : "┤") + line)
    }
    lines += xAxisLines(composition, plot.canvas.columns).enumerated().map { index, line in
      (index == 0 ? indent.dropLast() + "└" : indent[...]) + line
    }
    if !PlainText.line(x.label).isEmpty {
      lines.append(indent + Figure.centred(PlainText.line(x.label), in: plot.canvas.columns))
    }
    if let bar = composition.colourBar { lines.append(Figure.barLine(bar, colour)) }
    lines += composition.notes.map { CellWidth.clipped($0, to: columns) }
    return lines.map(Figure.withoutTrailingSpace).joined(separator: "\n")
  }

  /// The axis with a notch for each tick, and the numbers below where they have room. Of names none is left out: those
  /// without room stand on a further line.
  private func xAxisLines(_ composition: Composition, _ columns: Int) -> [String] {
    var axis = Array(repeating: Character("─"), count: columns)
    var labels = [""]
    for tick in Composition.ticks(composition.xTicks, composition.x, max(columns / 10, 2)) {
      let column = min(Int(composition.x.position(tick.value) * Double(columns)), columns - 1)
      let label = CellWidth.clipped(PlainText.line(tick.label), to: composition.hasNamedTicks ? 32 : 16)
      let width = CellWidth.of(label)
      axis[max(column, 0)] = "┬"
      let start = min(max(column - width / 2, 0), columns - width)
      let fits = { (line: String) in
        let end = CellWidth.of(line)
        return start >= end + (end == 0 ? 0 : 1)
      }
      guard let line = labels.firstIndex(where: fits) ?? (composition.hasNamedTicks ? labels.count : nil)
      else { continue }
      if line == labels.count { labels.append("") }
      labels[line] += String(repeating: " ", count: start - CellWidth.of(labels[line])) + label
    }
    return [String(axis)] + labels
  }

  private static func legendLines(
    _ legend: [(sign: Character, entry: LegendEntry)], _ columns: Int, _ colour: Bool
  ) -> [String] {
    var lines: [String] = []
    var room = 0
    for (index, (sign, entry)) in legend.enumerated() {
      let name = CellWidth.clipped(PlainText.line(entry.name), to: columns - 2)
      let needed = CellWidth.of(name) + 2
      let item = (colour ? TerminalStyle.coloured(String(sign), entry.colour) : String(sign)) + " " + name
      if lines.isEmpty || needed + 2 > room {
        if lines.count == 4 { return lines + ["and \(legend.count - index) more"] }
        lines.append(item)
        room = columns - needed
      } else {
        lines[lines.count - 1] += "  " + item
        room -= needed + 2
      }
    }
    return lines
  }

  private static func barLine(_ bar: ColourBar, _ colour: Bool) -> String {
    let steps = 16
    let strip =
      colour
      ? (0..<steps).map { step in
        TerminalStyle.coloured("█", bar.map.colour(Double(step) / Double(steps - 1)))
      }.joined()
      : "░▒▓█"
    let ends = (NumberLabel.text(bar.scale.domain.lowerBound), NumberLabel.text(bar.scale.domain.upperBound))
    let label = PlainText.line(bar.label)
    return (label.isEmpty ? "" : CellWidth.clipped(label, to: 40) + ": ") + "\(ends.0) \(strip) \(ends.1)"
  }

  private static func centred(_ text: String, in columns: Int) -> String {
    let text = CellWidth.clipped(text, to: columns)
    return String(repeating: " ", count: (columns - CellWidth.of(text)) / 2) + text
  }

  static func withoutTrailingSpace(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
