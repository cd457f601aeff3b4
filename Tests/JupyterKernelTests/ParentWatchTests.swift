import Glibc
import Testing

@testable import JupyterKernel

@Suite("The watch over the kernel's parent")
struct ParentWatchTests {
  /// A process that has ended.
  private func endedProcess() -> pid_t {
    var id = pid_t()
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
    defer { free(arguments[0]) }
    posix_spawnp(&id, "true", nil, nil, &arguments, nil)
    waitpid(id, nil, 0)
    return id
  }

  @Test("sees that the process named in the variable lives")
  func alive() {
    var watch = ParentWatch(variable: "\(getpid())")
    let isGone = watch.isParentGone()
    #expect(!isGone)
  }

  @Test("goes by the parent itself if the variable names nobody", arguments: ["", "abc", "1", "-4", nil])
  func noProcess(variable: String?) {
    var watch = ParentWatch(variable: variable)
    let isGone = watch.isParentGone()
    #expect(!isGone)
  }

  @Test("does not trust a variable that named nobody from the start, as in a container")
  func otherNamespace() {
    var watch = ParentWatch(variable: "\(endedProcess())")
    let isGone = watch.isParentGone()
    #expect(!isGone)
  }

  @Test("sees that the process has ended")
  func gone() {
    var id = pid_t()
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("cat"), nil]
    defer { free(arguments[0]) }
    posix_spawnp(&id, "cat", nil, nil, &arguments, nil)
    var watch = ParentWatch(variable: "\(id)")
    kill(id, SIGKILL)
    waitpid(id, nil, 0)
    let isGone = watch.isParentGone()
    #expect(isGone)
  }
}
