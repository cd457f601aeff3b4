import Testing

@testable import JupyterKernel

@Suite("Signatures that were seen")
struct SeenSignaturesTests {
  private func signature(_ number: Int) -> [UInt8] {
    let digits = String(number, radix: 16)
    let zeros = { (count: Int) in String(repeating: "0", count: count) }
    return Array((zeros(16 - digits.count) + digits + zeros(48)).utf8)
  }

  @Test("are known again, and the oldest are forgotten first")
  func limit() {
    var seen = SeenSignatures()
    let areNew = (0..<SeenSignatures.limit).map { seen.insert(signature($0)) }
    #expect(areNew.allSatisfy { $0 })
    let answers = [0, SeenSignatures.limit, 1, 0].map { seen.insert(signature($0)) }
    #expect(answers == [false, true, false, true])
  }
}
