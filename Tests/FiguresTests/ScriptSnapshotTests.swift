import Testing

@testable import Figures

/// The data blocks and clauses of each kind of mark alone, in a plot of 500 by 300 pixels.
@Suite("Marks for gnuplot")
struct ScriptSnapshotTests {
  private let xs = [0.0, 1, 2, 3, 4]

  /// The commands that hand over a mark's data, and the clauses of `plot`, a line each.
  private func script(_ mark: any Mark) -> String {
    let composition = Composition(Figure(marks: [mark]))
    let frame = Frame(x: composition.x, y: composition.y, width: 500, height: 300)
    var script = GnuplotScript(width: 560, height: 360)
    let start = script.bytes.count
    let clauses = mark.shapes(in: frame, colour: 0).flatMap { script.plots(of: $0, in: frame).map(\.clause) }
    // Numbers handed over as bytes are no lines to read.
    let lines = script.bytes[start...].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .filter { line in line.allSatisfy { (0x20..<0x7F).contains($0) } }
      .map { String(decoding: $0, as: UTF8.self) }
    return lines.joined(separator: "\n") + clauses.joined(separator: "\n")
  }

  @Test("A dashed line with a gap")
  func line() throws {
    let mark = try Line(xs: xs, ys: [0, 1, .nan, 4, 9], name: "f", dashed: true)
    #expect(
      script(mark) == #"""
        $d1 << EOD
        0 0
        1 1

        3 4
        4 9
        EOD
        $d1 using 1:2 with lines lw 2.0 dt (6,4) lc rgb '#0072b2'
        """#)
  }

  @Test("Points of two classes, one of them out of sight")
  func points() throws {
    let mark = try Points(
      xs: xs, ys: [0, 1, 2, .infinity, 4], classes: [0, 1, 0, 1, 1], classNames: ["no", "yes"])
    #expect(
      script(mark) == #"""
        $d1 << EOD
        0 0
        2 2
        EOD
        $d2 << EOD
        1 1
        4 4
        EOD
        $d1 using 1:2 with points pt 7 ps 0.667 lc rgb '#0072b2'
        $d2 using 1:2 with points pt 9 ps 0.667 lc rgb '#d55e00'
        """#)
  }

  @Test("Regions of two classes")
  func region() throws {
    let mark = try Region(
      try Grid(columns: 2, rows: 1, x: 0...2, y: 0...1, values: [0, 1]), confidence: [1, 0.5],
      classNames: ["left", "right"])
    #expect(
      script(mark) == #"""
        '-' binary array=(2,2) origin=(0.5,0.25) dx=1.0 dy=0.5 format='%uchar%uchar%uchar%uchar' using 1:2:3:4 with rgbalpha
        """#)
  }

  @Test("A heat map")
  func heatmap() throws {
    let mark = HeatMap(try Grid(columns: 2, rows: 1, x: 0...2, y: 0...1, values: [0, 1]), name: "v")
    #expect(
      script(mark) == #"""
        '-' binary array=(2,2) origin=(0.5,0.25) dx=1.0 dy=0.5 format='%uchar%uchar%uchar%uchar' using 1:2:3:4 with rgbalpha
        """#)
  }

  @Test("Contours")
  func contour() throws {
    let mark = Contour(
      try Grid(columns: 3, rows: 3, x: 0...3, y: 0...3, values: [0, 1, 2, 1, 2, 3, 2, 3, 4]),
      levels: [1.5, 2.5])
    #expect(
      script(mark) == #"""
        $d1 << EOD
        2 0.5
        0.5 2
        EOD
        $d2 << EOD
        2.5 1
        1 2.5
        EOD
        $d1 using 1:2 with lines lw 1.5 dt solid lc rgb '#33648d'
        $d2 using 1:2 with lines lw 1.5 dt solid lc rgb '#239889'
        """#)
  }

  @Test("Named bars, one below zero and one missing")
  func bars() throws {
    let mark = try Bars(heights: [3, -1, .nan, 2], labels: ["a", "b", "c", "d"])
    #expect(
      script(mark) == #"""
        $d1 << EOD
        -0.38 0 0.38 3
        0.62 0 1.38 -1
        2.62 0 3.38 2
        EOD
        $d1 using (($1+$3)/2):(($2+$4)/2):1:3:2:4 with boxxyerror fc rgb '#0072b2' fs solid 1 border lc rgb '#ffffff' lw 1
        """#)
  }

  @Test("A rule")
  func rule() throws {
    let mark = Rule(y: 2, name: "limit")
    #expect(
      script(mark) == #"""
        $d1 << EOD
        0 2
        1 2
        EOD
        $d1 using 1:2 with lines lw 1.5 dt (6,4) lc rgb '#6b7280'
        """#)
  }

  @Test("A band with a gap")
  func band() throws {
    let mark = try Band(xs: xs, lower: [0, 0, .nan, 0, 1], upper: [1, 2, 3, 4, 4], name: "range")
    #expect(
      script(mark) == #"""
        $d1 << EOD
        0 0 1
        1 0 2
        EOD
        $d2 << EOD
        3 0 4
        4 1 4
        EOD
        $d1 using 1:2:3 with filledcurves fc rgb '#0072b2' fs transparent solid 0.2 noborder
        $d2 using 1:2:3 with filledcurves fc rgb '#0072b2' fs transparent solid 0.2 noborder
        """#)
  }
}
