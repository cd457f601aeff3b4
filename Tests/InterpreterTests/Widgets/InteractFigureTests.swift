import Testing

@testable import Interpreter

/// Pictures below the controls of `interact`.
struct InteractFigureTests {
  @Test("The picture of the first result is the static form, and the results' area has it")
  func picture() async throws {
    let displays = try await onOwnThread { () -> (Display?, Bool) in
      let frontEnd = WidgetFrontEnd()
      frontEnd.notebook.output.showsPictures = true
      frontEnd.notebook.run("interact(k: 1...3) { k in plot({ x in k * x }, on: 0...1) }")
      let output = frontEnd.models.first { $0.state["_model_name"] == "OutputModel" }
      guard case .list(let outputs)? = output?.state["outputs"],
        case .bundle(let display)? = outputs.first?["data"]
      else { return (nil, false) }
      let view = frontEnd.notebook.output.shown.last
      return (view, display.formats["image/svg+xml"] == view?.formats["image/svg+xml"])
    }
    let view = try #require(displays.0)
    #expect(view.text.contains("┤"))
    #expect(displays.1)
  }
}
