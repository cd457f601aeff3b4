import Testing

@testable import Figures

/// Each kind of mark alone, in 32 columns and 6 rows.
@Suite("Marks in text")
struct TextSnapshotTests {
  private let xs = [0.0, 1, 2, 3, 4]

  @Test("A dashed line with a gap")
  func line() throws {
    let mark = try Line(xs: xs, ys: [0, 1, .nan, 4, 9], name: "f", dashed: true)
    #expect(
      Figure(marks: [mark]).text(columns: 32, rows: 6) == #"""
        ╌ f
         │                            ⡀
         │                          ⠔⠊
        5┤                       ⡠⠂
         │                      ⠘
         │
        0┤⠤⠤⠄ ⠒⠒⠁
         └┬──────┬───────┬──────┬──────┬
          0      1       2      3      4
        """#)
  }

  @Test("Points of two classes, one of them out of sight")
  func points() throws {
    let mark = try Points(
      xs: xs, ys: [0, 1, 2, .infinity, 4], classes: [0, 1, 0, 1, 1], classNames: ["no", "yes"])
    #expect(
      Figure(marks: [mark]).text(columns: 32, rows: 6) == #"""
        ● no  ▲ yes
        4┤                            ▲
         │
         │               ●
        2┤
         │        ▲
        0┤ ●
         └─┬─────────────┬────────────┬─
           0             2            4
        """#)
  }

  @Test("Regions of two classes")
  func region() throws {
    let mark = try Region(
      try Grid(columns: 2, rows: 1, x: 0...2, y: 0...1, values: [0, 1]), confidence: [1, 0.5],
      classNames: ["left", "right"])
    #expect(
      Figure(marks: [mark]).text(columns: 32, rows: 6) == #"""
        · left  ░ right
        1.0┤··············░░░░░░░░░░░░░░
           │··············░░░░░░░░░░░░░░
           │··············░░░░░░░░░░░░░░
        0.5┤··············░░░░░░░░░░░░░░
           │··············░░░░░░░░░░░░░░
          0┤··············░░░░░░░░░░░░░░
           └┬─────────────┬────────────┬
            0             1            2
        """#)
  }

  @Test("A heat map")
  func heatmap() throws {
    let mark = HeatMap(try Grid(columns: 2, rows: 1, x: 0...2, y: 0...1, values: [0, 1]), name: "v")
    #expect(
      Figure(marks: [mark]).text(columns: 32, rows: 6) == #"""
        1.0┤              ██████████████
           │              ██████████████
           │              ██████████████
        0.5┤              ██████████████
           │              ██████████████
          0┤              ██████████████
           └┬─────────────┬────────────┬
            0             1            2
        v: 0 ░▒▓█ 1
        """#)
  }

  @Test("Contours")
  func contour() throws {
    let mark = Contour(
      try Grid(columns: 3, rows: 3, x: 0...3, y: 0...3, values: [0, 1, 2, 1, 2, 3, 2, 3, 4]),
      levels: [1.5, 2.5])
    #expect(
      Figure(marks: [mark]).text(columns: 32, rows: 6) == #"""
        a 1.5  b 2.5
         │       ⠈⠉⠒⠢⢄⡀
        2┤⠤⢄⣀         ⠈⠉⠒b⢄⡀
         │   ⠉⠒⠤⢄⡀         ⠈⠉⠒⠤⢄⡀
         │       ⠈a⠒⠤⢄⡀         ⠈⠉⠒⠤⢄⣀
        1┤            ⠈⠉⠒⠤⢄⡀          ⠉⠒
         │                 ⠈⠉⠒⠢⢄⡀
         └┬──────┬───────┬──────┬──────┬
          0.5   1.0     1.5    2.0   2.5
        """#)
  }

  @Test("Named bars, one below zero and one missing")
  func bars() throws {
    let mark = try Bars(heights: [3, -1, .nan, 2], labels: ["a", "b", "c", "d"])
    #expect(
      Figure(marks: [mark]).text(columns: 32, rows: 6) == #"""
         │ ▆▆▆▆▆▆
        2┤ ██████                ▃▃▃▃▃▃
         │ ██████                ██████
         │ ██████                ██████
        0┤        ▅▅▅▅▅▅
         │        ██████
         └───┬───────┬──────┬───────┬───
             a       b      c       d
        """#)
  }

  @Test("A rule")
  func rule() throws {
    let mark = Rule(y: 2, name: "limit")
    #expect(
      Figure(marks: [mark]).text(columns: 32, rows: 6) == #"""
        ╌ limit
        3┤
         │
         │⣀⣀ ⢀⣀⣀ ⢀⣀⣀ ⢀⣀⣀ ⢀⣀⣀ ⢀⣀⣀ ⢀⣀⣀ ⢀⣀⣀
        2┤
         │
        1┤
         └┬──────────────┬─────────────┬
          0             0.5          1.0
        """#)
  }

  @Test("A band with a gap")
  func band() throws {
    let mark = try Band(xs: xs, lower: [0, 0, .nan, 0, 1], upper: [1, 2, 3, 4, 4], name: "range")
    #expect(
      Figure(marks: [mark]).text(columns: 32, rows: 6) == #"""
        ⢕ range
        4┤                      ⠠⡢⡢⡢⡢⡢⡢⡢
         │                      ⠨⡪⡪⡪⡪⡪⡪⡪
         │                      ⠨⡪⡪⡪⡪⡪⡪⡪
        2┤   ⡀⡠⡠⡢⡂              ⠨⡪⡪⡪⡪⡪⡪⡪
         │⡢⡪⡪⡪⡪⡪⡪⡂              ⠨⡪⡪⡪⡪⡪⠪⠊
        0┤⠪⠪⠪⠪⠪⠪⠪⠂              ⠨⠊⠊⠈
         └┬──────┬───────┬──────┬──────┬
          0      1       2      3      4
        """#)
  }
}
