/// What a function prints and shows, kept to be shown in one place.
final class CollectedOutput: Output {
  private enum Piece {
    case printed(OutputStream, String)
    case shown(Display, id: String?)
    case failed(Failure)
  }

  /// Who asked for the output, by whose interruption it ends.
  private let owner: any Output
  /// Called when something that was shown before has been replaced, as a progress bar is.
  private let onUpdate: (CollectedOutput) -> Void
  private var pieces: [Piece] = []
  private var size = 0
  private var isClearingDue = false
  private var isFull = false

  /// How much is kept, in bytes of text and pictures.
  private static let limit = 8 << 20

  init(for owner: any Output, onUpdate: @escaping (CollectedOutput) -> Void = { _ in }) {
    self.owner = owner
    self.onUpdate = onUpdate
  }

  // MARK: Output

  func write(_ text: String, to stream: OutputStream) {
    guard makeRoom(for: text.utf8.count) else { return }
    guard case .printed(stream, var whole)? = pieces.last else {
      return pieces.append(.printed(stream, text))
    }
    // Held here alone, it grows without a copy.
    pieces.removeLast()
    whole += text
    pieces.append(.printed(stream, whole))
  }

  func show(_ display: Display, id: String?) {
    if makeRoom(for: display.size) { pieces.append(.shown(display, id: id)) }
  }

  func update(_ display: Display, id: String) {
    for (index, piece) in pieces.enumerated() {
      if case .shown(_, id) = piece { pieces[index] = .shown(display, id: id) }
    }
    onUpdate(self)
  }

  func clear(wait: Bool) {
    isClearingDue = true
    if !wait { clearIfDue() }
  }

  func fail(_ failure: Failure) {
    clearIfDue()
    pieces.append(.failed(failure))
  }

  func readLine(prompt: String, isPassword: Bool) throws -> String {
    throw Fault(
      .invalidValue, "there is nobody to ask while controls are moved",
      help: ["ask before `interact`, or add a text field: `name: \"…\"`"])
  }

  var showsPictures: Bool { owner.showsPictures }

  var isInterrupted: Bool { owner.isInterrupted }

  var interruption: @Sendable () -> Bool { owner.interruption }

  // MARK: Room

  private func makeRoom(for bytes: Int) -> Bool {
    clearIfDue()
    guard !isFull else { return false }
    size += bytes
    guard size > Self.limit else { return true }
    isFull = true
    pieces.append(.printed(.error, "… the rest is left out: more than \(Self.limit >> 20) MB\n"))
    return false
  }

  private func clearIfDue() {
    guard isClearingDue else { return }
    (pieces, size, isClearingDue, isFull) = ([], 0, false, false)
  }
}

extension CollectedOutput {
  /// The pieces as a notebook's file has them.
  ///
  /// Source: nbformat 4, outputs of a code cell.
  var outputs: WidgetValue {
    .list(
      pieces.map { piece in
        switch piece {
        case .printed(let stream, let text):
          [
            "output_type": "stream", "name": stream == .standard ? "stdout" : "stderr", "text": .text(text),
          ]
        case .shown(let display, _):
          ["output_type": "display_data", "data": .bundle(display), "metadata": [:]]
        case .failed(let failure):
          [
            "output_type": "error", "ename": .text(failure.name), "evalue": .text(failure.message),
            "traceback": .list(failure.traceback.map(WidgetValue.text)),
          ]
        }
      })
  }

  /// All of it as one display: the texts one under the other, and the formats of the last thing that has some.
  var summary: Display {
    var summary = Display(text: "")
    var texts: [String] = []
    for piece in pieces {
      switch piece {
      case .printed(.standard, let text): texts.append(text.hasSuffix("\n") ? String(text.dropLast()) : text)
      case .printed(.error, _), .failed: break
      case .shown(let display, _):
        texts.append(display.text)
        if !display.formats.isEmpty { summary.formats = display.formats }
      }
    }
    summary.text = texts.joined(separator: "\n")
    return summary
  }

  /// Writes all of it where it would have gone.
  func replay() {
    for piece in pieces {
      switch piece {
      case .printed(let stream, let text): owner.write(text, to: stream)
      case .shown(let display, let id): owner.show(display, id: id)
      case .failed(let failure): owner.write(failure.report(colour: true) + "\n", to: .error)
      }
    }
  }
}

extension Display {
  fileprivate var size: Int { formats.values.reduce(text.utf8.count) { $0 + $1.utf8.count } }
}
