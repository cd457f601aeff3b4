/// A legend's samples and names, set in rows like words in a paragraph.
struct LegendRows {
  private(set) var labels: [PanelLayout.Label] = []
  private(set) var samples: [PanelLayout.Sample] = []
  private(set) var height = 0.0

  private static let rowHeight = 20.0
  private static let mostRows = 3

  init(_ entries: [LegendEntry], left: Double, top: Double, width: Double) {
    guard !entries.isEmpty else { return }
    var x = left
    var row = 0
    for (index, entry) in entries.enumerated() {
      let name = PixelWidth.fitted(PlainText.line(entry.name), to: width - 30, size: Theme.labelSize)
      let sample = entry.look.sampleWidth + 7
      let needed = sample + PixelWidth.of(name, size: Theme.labelSize)
      // The last row keeps room to say how many names did not fit.
      let reserve = row == LegendRows.mostRows - 1 && index < entries.count - 1 ? 60.0 : 0
      if x > left && x + needed + reserve > left + width {
        if row == LegendRows.mostRows - 1 {
          add("and \(entries.count - index) more", x, row, top)
          break
        }
        row += 1
        x = left
      }
      samples.append(
        PanelLayout.Sample(entry: entry, x: x, y: top + (Double(row) + 0.5) * LegendRows.rowHeight - 2))
      add(name, x + sample, row, top)
      x += needed + 16
    }
    height = Double(row + 1) * LegendRows.rowHeight + 2
  }

  private mutating func add(_ text: String, _ x: Double, _ row: Int, _ top: Double) {
    labels.append(
      PanelLayout.Label(
        text: text, x: x, y: top + (Double(row) + 0.5) * LegendRows.rowHeight - 2, anchor: .left, role: .label
      ))
  }
}

extension LegendEntry.Look {
  var sampleWidth: Double {
    switch self {
    case .line: PanelLayout.sampleWidth
    case .marker, .box, .region: 11
    }
  }
}
