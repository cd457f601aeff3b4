import Testing

@testable import JupyterKernel

@Suite("The debugger's parts")
struct DebugPartsTests {
  /// Values made with ipykernel 7.4.
  @Test(
    "hash a text as front ends do",
    arguments: [
      ("", 3_990_065_800), ("a", 2_167_009_006), ("ab", 2_805_137_849), ("abc", 3_350_977_461),
      ("let x = 1", 719_486_033), ("σ ≠ π\n", 1_269_452_640),
    ] as [(String, UInt32)])
  func murmur(text: String, hash: UInt32) {
    #expect(Murmur2.hash(text, seed: 0xC70F_6907) == hash)
  }

  @Test("name cells as files, and forget the oldest texts when there are many")
  func files() {
    var files = CellFiles(suffix: ".toy")
    let (key, isNew) = files.insert("a")
    #expect(isNew && !files.insert("a").isNew)
    #expect(files.key(ofPath: files.path(key)) == key && files[key] == "a")
    for path in ["", "/tmp", files.prefix + ".toy", files.prefix + "x.toy", files.prefix + "99999999999.toy"]
    {
      #expect(files.key(ofPath: path) == nil)
    }
    for number in 0..<40 {
      _ = files.insert("\(number)" + String(repeating: " ", count: CellFiles.cellLimit - 9))
    }
    #expect(files[key] == nil)
    #expect(files[CellFiles.key(of: "39" + String(repeating: " ", count: CellFiles.cellLimit - 9))] != nil)
  }

  @Test(
    "step to where a person would look",
    arguments: [
      // The call and the depth of a statement; whether over, into and out of a statement of call 2 in depth 2 stops there.
      (2, 2, true, true, true, false), (2, 2, false, false, false, false), (3, 3, true, false, true, false),
      (3, 3, false, false, true, false), (1, 1, false, true, true, true), (4, 2, true, false, true, false),
    ])
  func stepping(call: Int, depth: Int, startsLine: Bool, over: Bool, into: Bool, out: Bool) {
    let start = Stepping.Position(call: 2, depth: 2)
    let place = Stepping.Position(call: call, depth: depth)
    func stops(_ stepping: Stepping) -> Bool {
      stepping.reasonToStop(at: place, startsLine: startsLine) != nil
    }
    #expect(stops(.over(start)) == over)
    #expect(stops(.into(start)) == into)
    #expect(stops(.out(start)) == out)
    #expect(!stops(.freely) && stops(.pausing))
  }

  @Test("give no number twice, and forget when they become too many")
  func references() {
    var references = References()
    let first = references.number(for: .init(root: .globals))
    references.forget()
    let second = references.number(for: References.Path(root: .globals).to(3, "x"))
    #expect(first != second && references[first] == nil && references[second]?.steps.count == 1)
    for _ in 0..<References.limit { _ = references.number(for: .init(root: .globals)) }
    #expect(references[second] == nil)
  }
}
