extension GnuplotScript {
  /// Draws a figure into a part of the canvas.
  mutating func draw(_ figure: Figure, in panel: PanelLayout.Rectangle) {
    let composition = Composition(figure)
    let layout = PanelLayout(figure, composition, in: panel)
    let plot = layout.plot
    command("set lmargin at screen \(GnuplotScript.number(plot.left / width, 5))")
    command("set rmargin at screen \(GnuplotScript.number(plot.right / width, 5))")
    command("set tmargin at screen \(GnuplotScript.number(1 - plot.top / height, 5))")
    command("set bmargin at screen \(GnuplotScript.number(1 - plot.bottom / height, 5))")
    if composition.hidesAxes {
      command("unset border")
      command("unset grid")
    } else {
      command("set border 1 lw 1 lc rgb '\(Theme.axis.hex)'")
      // Names have places, but nothing lies between them: a line for each would say nothing.
      let across = composition.hasOwnTicks ? "noxtics" : "xtics"
      command("set grid \(across) ytics back lt 1 lw 1 dt solid lc rgb '\(Theme.grid.hex)'")
    }
    axis("x", composition.x, layout.xTicks)
    axis("y", composition.y, layout.yTicks)
    for label in layout.labels { add(label) }
    for sample in layout.samples { add(sample) }
    if let bar = layout.bar, let key = composition.colourBar { add(key, in: bar) }

    let frame = Frame(x: composition.x, y: composition.y, width: plot.width, height: plot.height)
    var plots: [Plot] = []
    for (mark, colour) in composition.marks {
      for shape in mark.shapes(in: frame, colour: colour) {
        plots += self.plots(of: shape, in: frame)
      }
    }
    // gnuplot draws axes only together with something.
    if plots.isEmpty { plots = [Plot(clause: "NaN with lines")] }
    command("plot " + plots.map(\.clause).joined(separator: ", "))
    for plot in plots { data(plot.data) }
  }

  private mutating func axis(_ name: String, _ scale: Scale, _ ticks: [Tick]) {
    command("unset nonlinear \(name)")
    command("\(scale.kind == .log ? "set" : "unset") logscale \(name)")
    if scale.kind == .symlog {
      let (v, reach) = (name, scale.linearReach)
      command(
        "set nonlinear \(name) via sgn(\(v))*log10(1+abs(\(v))/\(reach)) "
          + "inverse sgn(\(v))*\(reach)*(10**abs(\(v))-1)")
    }
    command("set \(name)range [\(scale.domain.lowerBound):\(scale.domain.upperBound)]")
    // Lines of the grid only: labels are set by the layout, since gnuplot would read formats in them.
    let places = ticks.map { "'' \($0.value)" }.joined(separator: ", ")
    command(ticks.isEmpty ? "unset \(name)tics" : "set \(name)tics scale 0 (\(places))")
  }

  mutating func add(_ label: PanelLayout.Label) {
    let (size, colour, weight) =
      switch label.role {
      case .heading: (Theme.headingSize, Theme.title, ":Bold")
      case .title: (Theme.titleSize, Theme.title, ":Bold")
      case .label: (Theme.labelSize, Theme.label, "")
      case .tick: (Theme.tickSize, Theme.tick, "")
      }
    command(
      "set label \(newTag()) \(placeholder(for: label.text)) at \(screen(label.x, label.y)) "
        + "\(label.anchor.rawValue)\(label.turn == .level ? "" : " rotate by \(label.turn.degrees)") front "
        + "font 'sans-serif\(weight),\(size)' tc rgb '\(colour.hex)'")
  }

  private mutating func add(_ sample: PanelLayout.Sample) {
    let (x, y, entry) = (sample.x, sample.y, sample.entry)
    switch entry.look {
    case .line(let isDashed):
      command(
        "set arrow \(newTag()) from \(screen(x, y)) to \(screen(x + PanelLayout.sampleWidth, y)) nohead front "
          + "lw 2 dt \(isDashed ? Plot.dashes : "solid") lc rgb '\(entry.colour.hex)'")
    case .marker(let marker):
      command(
        "set label \(newTag()) '' at \(screen(x + 5, y)) front "
          + "point pt \(marker.gnuplotType) ps 0.85 lc rgb '\(entry.colour.hex)'")
    case .box, .region:
      rectangle(.init(left: x, top: y - 5.5, width: 11, height: 11), entry.colour)
    }
  }

  /// A bar of colours, each reaching down to the lower end so that no gap shows between two.
  private mutating func add(_ key: ColourBar, in bar: PanelLayout.Rectangle) {
    let steps = 48
    for step in (1...steps).reversed() {
      let part = Double(step) / Double(steps)
      let top = bar.bottom - bar.height * part
      rectangle(
        .init(left: bar.left, top: top, width: bar.width, height: bar.bottom - top),
        key.map.colour((Double(step) - 0.5) / Double(steps)))
    }
  }

  private mutating func rectangle(_ place: PanelLayout.Rectangle, _ colour: Colour) {
    command(
      "set object \(newTag()) rectangle from \(screen(place.left, place.bottom)) "
        + "to \(screen(place.right, place.top)) front fc rgb '\(colour.hex)' fs solid noborder")
  }
}
