import Foundation
import Testing

@testable import Figures

@Suite("Pictures as files")
struct PictureFormatTests {
  @Test("a file's ending chooses the format")
  func endings() {
    #expect(PictureFormat(fileName: "a.svg") == .svg && PictureFormat(fileName: "a.b.PNG") == .png)
    #expect(PictureFormat(fileName: "figures/a.pdf") == .pdf)
    #expect(PictureFormat(fileName: "a") == nil && PictureFormat(fileName: "pdf") == nil)
    #expect(PictureFormat(fileName: "a.gif") == nil)
  }

  @Test("PNG and PDF are drawn from the SVG", arguments: [(PictureFormat.png, "\u{89}PNG"), (.pdf, "%PDF")])
  func drawn(_ format: PictureFormat, _ signature: String) async throws {
    let svg = try await Figure(title: "σ", marks: [Line(ys: [1, 2])]).svg()
    let bytes = try await onThread { () throws(FigureError) in try format.bytes(of: svg) }
    #expect(bytes.starts(with: signature.unicodeScalars.map { UInt8($0.value) }))
    #expect(bytes.count > 1000)
  }

  @Test("what is no picture is refused by the program that draws it")
  func refused() async {
    let error = await #expect(throws: FigureError.self) {
      try await onThread { () throws(FigureError) in try PictureFormat.png.bytes(of: "no picture") }
    }
    #expect("\(String(describing: error))".contains("rsvg-convert"))
  }

  private func onThread<Result: Sendable>(
    _ body: @escaping @Sendable () throws(FigureError) -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(with: Swift.Result { try body() })
      }
    }
  }
}
