/// A clause of gnuplot's `plot` command, and the bytes it reads from the script.
struct Plot {
  var clause: String
  var data: [UInt8] = []

  static let dashes = "(6,4)"
}

extension GnuplotScript {
  /// The clauses that draw a shape, after the commands that hand over its data.
  mutating func plots(of shape: Shape, in frame: Frame) -> [Plot] {
    switch shape {
    case .path(let path): plots(of: path, in: frame)
    case .symbols(let symbols): plots(of: symbols, in: frame)
    case .area(let area): plots(of: area, in: frame)
    case .boxes(let boxes): plots(of: boxes, in: frame)
    case .cells(let cells): plots(of: cells, in: frame)
    case .contours(let contours): plots(of: contours, in: frame)
    case .polygons(let polygons): plots(of: polygons, in: frame)
    case .words(let words): plots(of: words, in: frame)
    }
  }

  private mutating func plots(of path: Path, in frame: Frame) -> [Plot] {
    guard !path.points.allSatisfy(\.isGap) else { return [] }
    let name = block { rows in
      for point in path.points {
        if !point.isGap { rows.add(point, in: frame) }
        rows.endRow()
      }
    }
    let dashes = path.isDashed ? Plot.dashes : "solid"
    return [
      Plot(clause: "\(name) using 1:2 with lines lw \(path.width) dt \(dashes) lc rgb '\(path.colour.hex)'")
    ]
  }

  private mutating func plots(of symbols: Symbols, in frame: Frame) -> [Plot] {
    guard !symbols.points.isEmpty else { return [] }
    let name = block { rows in
      for point in symbols.points {
        rows.add(point, in: frame)
        rows.endRow()
      }
    }
    // gnuplot's unit of point size is nine pixels in SVG.
    let size = GnuplotScript.number(min(max(symbols.diameter, 1), 60) / 9, 3)
    return [
      Plot(
        clause: "\(name) using 1:2 with points pt \(symbols.marker.gnuplotType) ps \(size) "
          + "lc rgb '\(symbols.colour.hex)'")
    ]
  }

  private mutating func plots(of area: Area, in frame: Frame) -> [Plot] {
    let isGap = area.xs.indices.map { index in
      [area.lower[index], area.upper[index]].contains { frame.dots(Point(area.xs[index], $0)).isGap }
    }
    // Each run of places without a gap is an area of its own.
    let runs = area.xs.indices.split { isGap[$0] }.filter { $0.count > 1 }
    return runs.map { run in
      let name = block { rows in
        for index in run {
          rows.add(Point(area.xs[index], area.lower[index]), in: frame)
          rows.add(area.upper[index], on: frame.y)
          rows.endRow()
        }
      }
      return Plot(
        clause: "\(name) using 1:2:3 with filledcurves fc rgb '\(area.colour.hex)' "
          + "fs transparent solid 0.2 noborder")
    }
  }

  private mutating func plots(of boxes: Boxes, in frame: Frame) -> [Plot] {
    guard !boxes.boxes.isEmpty else { return [] }
    let name = block { rows in
      for box in boxes.boxes {
        rows.add(Point(box.left, box.base), in: frame)
        rows.add(Point(box.right, box.top), in: frame)
        rows.endRow()
      }
    }
    return [
      Plot(
        clause: "\(name) using (($1+$3)/2):(($2+$4)/2):1:3:2:4 with boxxyerror "
          + "fc rgb '\(boxes.colour.hex)' fs solid 1 border lc rgb '\(Theme.background.hex)' lw 1")
    ]
  }

  private mutating func plots(of polygons: Polygons, in frame: Frame) -> [Plot] {
    guard !polygons.polygons.isEmpty else { return [] }
    let name = block { rows in
      for polygon in polygons.polygons {
        let rgb = polygon.colour
        for corner in polygon.corners {
          rows.add(corner, in: frame)
          rows.add(Int(rgb.red) << 16 | Int(rgb.green) << 8 | Int(rgb.blue))
          rows.endRow()
        }
        rows.endRow()
      }
    }
    return [
      Plot(clause: "\(name) using 1:2:3 with filledcurves closed fc rgb variable fs solid noborder")
    ]
  }

  private func plots(of cells: Cells, in frame: Frame) -> [Plot] {
    // Large grids lose what a pixel cannot show; a picture of one pixel across is more than gnuplot can draw.
    let grid = cells.colours.resampled(
      columns: GnuplotScript.pixels(cells.colours.columns), rows: GnuplotScript.pixels(cells.colours.rows))
    let stepX = (grid.x.upperBound - grid.x.lowerBound) / Double(grid.columns)
    let stepY = (grid.y.upperBound - grid.y.lowerBound) / Double(grid.rows)
    let origin = "(\(grid.x.lowerBound + stepX / 2),\(grid.y.lowerBound + stepY / 2))"
    var pixels: [UInt8] = []
    pixels.reserveCapacity(grid.values.count * 4)
    for colour in grid.values {
      pixels.append(contentsOf: colour.map { [$0.red, $0.green, $0.blue, 255] } ?? [0, 0, 0, 0])
    }
    return [
      Plot(
        clause: "'-' binary array=(\(grid.columns),\(grid.rows)) origin=\(origin) dx=\(stepX) dy=\(stepY) "
          + "format='%uchar%uchar%uchar%uchar' using 1:2:3:4 with rgbalpha",
        data: pixels)
    ]
  }

  private static func pixels(_ cells: Int) -> Int {
    min(max(cells, 2), 512)
  }

  private mutating func plots(of contours: Contours, in frame: Frame) -> [Plot] {
    // More lines of values than these no plot shows.
    let grid = contours.grid.resampled(
      columns: min(contours.grid.columns, 160), rows: min(contours.grid.rows, 160))
    return zip(contours.levels, contours.colours).flatMap { level, colour in
      let points = frame.straightened(grid.lines(at: level))
      return plots(of: Path(points: points, colour: colour, width: contours.width), in: frame)
    }
  }

  /// Sets a label, which gnuplot writes with whatever it plots.
  private mutating func plots(of words: Words, in frame: Frame) -> [Plot] {
    guard !frame.dots(words.place).isGap else { return [] }
    let (x, y) = (
      GnuplotScript.number(words.place.x, on: frame.x), GnuplotScript.number(words.place.y, on: frame.y)
    )
    command(
      "set label \(newTag()) \(placeholder(for: words.text)) at first \(x), first \(y) "
        + "\(words.anchor.gnuplotName) front font 'sans-serif,\(Theme.tickSize)' tc rgb '\(words.colour.hex)'"
    )
    return []
  }
}

extension Words.Anchor {
  fileprivate var gnuplotName: String {
    switch self {
    case .left: "left"
    case .centre: "center"
    case .right: "right"
    }
  }
}

extension Marker {
  /// gnuplot's number for the sign.
  var gnuplotType: Int {
    switch self {
    case .circle: 7
    case .square: 5
    case .triangle: 9
    case .diamond: 13
    case .cross: 2
    case .plus: 1
    }
  }
}
