import Testing

@testable import JupyterKernel

@Suite("The thread that evaluates")
struct DeepThreadTests {
  @Test("takes the first stack that the system grants, and can say how large it is")
  func stackSize() throws {
    for (sizes, expected) in [([64 << 20, 8 << 20], 64 << 20), ([Int.max / 2, 8 << 20], 8 << 20)] {
      let found = Monitor<Int?>(nil)
      let thread = try DeepThread(stackSizes: sizes) { found.withLock { $0 = DeepThread.stackSize } }
      thread.join()
      #expect(found.withLock { $0 } == expected)
    }
  }
}
