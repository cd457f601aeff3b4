import Foundation
import Testing

@testable import Figures

@Suite("A path of many short pieces")
struct StraighteningTests {
  /// A hundred dots for a unit in both directions.
  private let frame = Frame(
    x: Scale(.linear, around: 0...4, padding: 0), y: Scale(.linear, around: 0...4, padding: 0), width: 400,
    height: 400)

  @Test("that is straight keeps its ends")
  func straight() {
    let points = (0...50).map { Point(Double($0) / 25, Double($0) / 50) }
    #expect(frame.straightened(points) == [points[0], points[50]])
  }

  @Test("keeps its corners, and the gaps between its runs")
  func corners() throws {
    let points = [Point(0, 0), Point(1, 0), Point(2, 0), Point(2, 1), Point(2, 2)]
    let kept = frame.straightened(points + [.gap] + points)
    #expect(kept.map(\.isGap) == [false, false, false, true, false, false, false])
    #expect(Array(kept[..<3]) == [Point(0, 0), Point(2, 0), Point(2, 2)])
  }

  @Test("that closes stays closed, and within a tenth of a dot")
  func circle() {
    let points = (0...720).map { step in
      let angle = Double(step % 720) * .pi / 360
      return Point(2 + cos(angle), 2 + sin(angle))
    }
    let kept = frame.straightened(points)
    #expect(kept.first == kept.last)
    #expect(kept.count < 150)
    // The middle of each piece is farthest from the circle, whose radius is a hundred dots.
    let radii = zip(kept, kept.dropFirst()).map { hypot(($0.x + $1.x) / 2 - 2, ($0.y + $1.y) / 2 - 2) }
    #expect(radii.allSatisfy { $0 > 0.9989 })
  }

  @Test("that is empty, a point or only gaps comes back")
  func sparse() {
    #expect(frame.straightened([]).isEmpty)
    #expect(frame.straightened([Point(1, 1)]) == [Point(1, 1)])
    #expect(frame.straightened([.gap, .gap]).count == 2)
  }
}
