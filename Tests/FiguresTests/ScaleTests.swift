import Testing

@testable import Figures

@Suite("Scales and their numbers")
struct ScaleTests {
  private func labels(_ domain: ClosedRange<Double>, _ count: Int = 5, _ kind: Scale.Kind = .linear) throws
    -> [String]
  {
    try #require(Scale(kind, domain: domain)).ticks(count).map(\.label)
  }

  @Test("linear ticks are 1, 2 or 5 times a power of ten, with the decimals they need")
  func linear() throws {
    #expect(try labels(0...1) == ["0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(try labels(-3...3) == ["−3", "−2", "−1", "0", "1", "2", "3"])
    #expect(try labels(0...4700) == ["0", "1000", "2000", "3000", "4000"])
    #expect(try labels(0...3e6) == ["0", "5e5", "1e6", "1.5e6", "2e6", "2.5e6", "3e6"])
    #expect(try labels(0...2e-6) == ["0", "5e-7", "1e-6", "1.5e-6", "2e-6"])
    #expect(try labels(0.99995...1.00005) == ["0.99996", "0.99998", "1.00000", "1.00002", "1.00004"])
  }

  @Test("ticks with a large offset stay apart")
  func offset() throws {
    let labels = try labels(1_000_000...1_000_004)
    #expect(Set(labels).count == labels.count, "\(labels)")
  }

  @Test("logarithmic ticks are powers of ten, written out where they are short")
  func logarithmic() throws {
    #expect(try labels(0.001...10, 5, .log) == ["0.001", "0.01", "0.1", "1", "10"])
    #expect(try labels(1e-8...1, 5, .log) == ["10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "10⁰"])
    #expect(try labels(1...8, 5, .log) == ["1", "2", "5"])
    #expect(try labels(1e-300...1e300, 6, .log).count <= 7)
  }

  @Test("a domain leaves room around the data, but not below the floor of bars")
  func padding() {
    #expect(Scale(.linear, around: 0...10, padding: 0.1).domain == -1...11)
    #expect(Scale(.linear, around: 0...10, padding: 0.1, floor: 0).domain == 0...11)
    #expect(Scale(.log, around: 1...100, padding: 0.5).domain == 0.1...1000)
  }

  @Test("constant and missing data still have a domain")
  func degenerate() {
    #expect(Scale(.linear, around: 4...4, padding: 0.1).domain == 2...6)
    #expect(Scale(.linear, around: 0...0, padding: 0.1).domain == -1...1)
    #expect(Scale(.linear, around: nil, padding: 0.1).domain == 0...1)
    #expect(Scale(.log, around: 5...5, padding: 0).domain == 0.5...50)
    // What differs by rounding alone counts as constant.
    #expect(Scale(.linear, around: 1...1.0.nextUp, padding: 0).domain.upperBound > 1.4)
  }

  @Test("a domain that cannot be one is refused", arguments: [1...1, -1...1, 0...1, 1...Double.infinity])
  func refused(_ domain: ClosedRange<Double>) {
    #expect(Scale(.log, domain: domain) == nil)
  }

  @Test("positions and values are inverse", arguments: [Scale.Kind.linear, .log])
  func inverse(_ kind: Scale.Kind) throws {
    let scale = try #require(Scale(kind, domain: 0.5...80))
    for position in [0, 0.25, 0.5, 1] {
      #expect(abs(scale.position(scale.value(at: position)) - position) < 1e-12)
    }
    #expect(scale.position(.nan).isNaN && scale.position(.infinity).isNaN)
    #expect(kind == .linear || scale.position(0).isNaN)
  }

  @Test("data of any size make a picture's worth of numbers", arguments: [1e-300, 1e-12, 1, 1e15, 1e299])
  func extremes(_ size: Double) throws {
    let figure = Figure(marks: [Line(ys: [size, size * 2, size * 3])])
    #expect(Composition(figure).y.ticks(5).count > 2)
    #expect(!figure.text().contains("nan"))
  }

  @Test("numbers are as short as they can be")
  func numbers() {
    #expect(NumberLabel.text(0.5) == "0.5")
    #expect(NumberLabel.text(-1234.5678) == "−1235")
    #expect(NumberLabel.text(1e-6) == "1e-6")
    #expect(NumberLabel.text(12_345_678) == "1.235e7")
    #expect(GnuplotScript.number(0.123456789, 5) == "0.12346")
    #expect(GnuplotScript.number(-0.000001, 5) == "0")
    #expect(GnuplotScript.number(120, 2) == "120")
  }
}
