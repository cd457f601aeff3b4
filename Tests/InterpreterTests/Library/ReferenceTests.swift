import Glibc
import Testing

@testable import Interpreter

struct ReferenceTests {
  @Test("notebooks/REFERENCE.md says what the declarations say; `make reference` writes it anew")
  func upToDate() throws {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(
      separator: "/")
    let file = try #require(fopen(root + "/notebooks/REFERENCE.md", "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 22)
    let count = fread(&bytes, 1, bytes.count, file)
    let written = String(decoding: bytes[..<count], as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let made = Reference.markdown.split(separator: "\n", omittingEmptySubsequences: false)
    let difference = zip(written, made).first { $0 != $1 }
    #expect(
      difference == nil && written.count == made.count,
      "run `make reference`: \(String(describing: difference))")
  }

  @Test("Each function of the library stands in the reference once")
  func complete() {
    let headings = Reference.markdown.split(separator: "\n").filter { $0.hasPrefix("### `") }
    for function in Library().functions {
      #expect(headings.count { $0 == "### `\(function.name)`" } == 1, "\(function.name)")
    }
  }
}
