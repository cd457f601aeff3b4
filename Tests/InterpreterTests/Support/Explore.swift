import Testing
import Foundation
@testable import Interpreter
@Test func explore() throws {
  let text = try String(contentsOfFile: "/tmp/interp-explore.txt", encoding: .utf8)
  for block in text.components(separatedBy: "\n====\n") {
    let n = Notebook(directory: "/tmp")
    for cell in block.components(separatedBy: "\n--\n") {
      let t = ContinuousClock.now
      let r = n.value(cell)
      print("»", cell, "\n", n.printed, r, ContinuousClock.now - t, "\n")
    }
  }
}
