/// A kind of file that a picture can be written to.
public enum PictureFormat: String, Sendable, CaseIterable {
  case svg, png, pdf

  /// The format that a file's name asks for with its ending; nil for any other ending.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    self.init(rawValue: fileName[fileName.index(after: dot)...].lowercased())
  }

  /// An SVG document as the bytes of a file of this format.
  ///
  /// A PNG has two dots for each pixel of the figure, so that print and dense screens show it sharp.
  ///
  /// - Throws: ``FigureError``: rsvg-convert, which draws PNG and PDF, is missing or failed; or the caller cancelled.
  @available(*, noasync)
  public func bytes(
    of svg: String, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(FigureError) -> [UInt8] {
    guard self != .svg else { return Array(svg.utf8) }
    let arguments = ["--format", rawValue] + (self == .png ? ["--zoom", "2"] : [])
    return try Program(name: "rsvg-convert", arguments: arguments, package: "librsvg2-bin")
      .answerBlocking(to: Array(svg.utf8), isCancelled: isCancelled)
  }
}
