import Testing

@testable import JupyterKernel

@Suite("A date in a header")
struct TimestampTests {
  @Test("is in UTC with microseconds, all fields two digits wide at least")
  func shape() {
    let shape = Outlet.timestamp().map { $0.isNumber ? "0" : $0 }
    #expect(String(shape) == "0000-00-00T00:00:00.000000Z")
  }
}
