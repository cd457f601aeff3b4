/// Where the panels of a grid stand, in pixels from the upper left.
struct GridLayout {
  let width: Double
  let height: Double
  let panels: [PanelLayout.Rectangle]
  let heading: PanelLayout.Label?

  init(_ grid: FigureGrid) {
    let columns = max(1, min(grid.columns, grid.figures.count))
    let rows = (grid.figures.count + columns - 1) / columns
    let sizes = grid.figures.map(\.pixels)
    // The whole picture keeps within twice the bounds of one figure.
    let panelWidth = min(sizes.map(\.width).max() ?? 240, 8000 / columns)
    let panelHeight = min(sizes.map(\.height).max() ?? 60, 8000 / max(rows, 1))
    let title = PlainText.line(grid.title)
    let top = title.isEmpty ? 0.0 : 40.0
    width = Double(panelWidth * columns)
    height = Double(panelHeight * max(rows, 1)) + top
    panels = grid.figures.indices.map { index in
      PanelLayout.Rectangle(
        left: Double(index % columns * panelWidth), top: top + Double(index / columns * panelHeight),
        width: Double(panelWidth), height: Double(panelHeight))
    }
    heading =
      title.isEmpty
      ? nil
      : PanelLayout.Label(
        text: PixelWidth.fitted(title, to: width - 36, size: Theme.headingSize * PixelWidth.bold), x: 18,
        y: 26,
        anchor: .left, role: .heading)
  }
}
