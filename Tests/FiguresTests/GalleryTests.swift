import Glibc
import Testing

@testable import Figures

@Suite("The gallery")
struct GalleryTests {
  /// With FIGURES_GALLERY set to a directory, the pictures are written there to be looked at.
  @Test("draws every figure as a picture that stays small")
  func draws() async throws {
    for (name, figure) in try Gallery.figures() {
      let svg = try await figure.svg()
      #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>\n"), "\(name)")
      #expect(svg.utf8.count < 120_000, "\(name)")
      if let directory = getenv("FIGURES_GALLERY") {
        let file = try #require(fopen("\(String(cString: directory))/\(name).svg", "w"))
        fputs(svg, file)
        fclose(file)
      }
    }
  }
}
