import Glibc
import JupyterProtocol

/// Measures what the kernel and its machine use. Shares of processor time are those since the last measurement.
struct UsageMeter {
  private struct ProcessorTimes {
    var moment = Moment.now
    /// Of each process of the kernel, in clock ticks.
    var processes: [pid_t: Int] = [:]
    /// Of the machine, in clock ticks: all of it, and what was spent with nothing to do.
    var host: (total: Int, idle: Int)?
  }

  private var last: ProcessorTimes?

  mutating func measure() -> UsageReply {
    let processes = Self.kernelProcesses()
    let times = ProcessorTimes(
      processes: processes.reduce(into: [:]) { $0[$1] = Self.ticks(of: $1) }, host: Self.hostTimes())
    defer { last = times }
    return UsageReply(
      hostname: Self.hostname, processID: Int(getpid()), kernelCPU: kernelShare(until: times),
      kernelMemory: processes.reduce(0) { $0 + Self.memory(of: $1) }, hostCPU: hostShare(until: times),
      processorCount: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), hostMemory: Self.hostMemory())
  }

  private func kernelShare(until times: ProcessorTimes) -> Double {
    guard let last else { return 0 }
    let ticks = times.processes.reduce(0) { sum, process in
      sum + max(0, process.value - (last.processes[process.key] ?? process.value))
    }
    let seconds = Double(times.moment.milliseconds(since: last.moment)) / 1000
    let ticksPerSecond = Double(max(1, sysconf(Int32(_SC_CLK_TCK))))
    return seconds > 0 ? (1000 * Double(ticks) / ticksPerSecond / seconds).rounded() / 10 : 0
  }

  private func hostShare(until times: ProcessorTimes) -> Double? {
    guard let before = last?.host, let now = times.host, now.total > before.total else { return nil }
    let busy = 1 - Double(now.idle - before.idle) / Double(now.total - before.total)
    return (1000 * min(max(busy, 0), 1)).rounded() / 10
  }

  // MARK: What the system says

  /// The kernel and what it has started, as gnuplot.
  private static func kernelProcesses() -> [pid_t] {
    var found = [getpid()]
    var next = 0
    while next < found.count, found.count < 1_000 {
      let id = found[next]
      next += 1
      // Each thread lists the children that it has started.
      guard let threads = opendir("/proc/\(id)/task") else { continue }
      defer { closedir(threads) }
      while let entry = readdir(threads) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        guard pid_t(name) != nil else { continue }
        found += (textOfFile("/proc/\(id)/task/\(name)/children") ?? "").split(separator: " ").compactMap {
          pid_t($0)
        }
      }
    }
    return found
  }

  /// Processor time of a process, in clock ticks.
  private static func ticks(of process: pid_t) -> Int {
    // The name of the program, in brackets, may hold anything; the fields begin behind it.
    guard let text = textOfFile("/proc/\(process)/stat"), let end = text.lastIndex(of: ")") else { return 0 }
    let fields = text[end...].split(separator: " ")
    guard fields.count > 13, let user = Int(fields[12]), let system = Int(fields[13]) else { return 0 }
    return user &+ system
  }

  private static func memory(of process: pid_t) -> Int {
    textOfFile("/proc/\(process)/smaps_rollup").flatMap { SizeTable($0)["Pss"] } ?? 0
  }

  private static func hostTimes() -> (total: Int, idle: Int)? {
    guard let line = textOfFile("/proc/stat")?.split(separator: "\n").first, line.hasPrefix("cpu ") else {
      return nil
    }
    // What guests use, from the ninth field on, is counted in the first two already.
    let fields = line.split(separator: " ").dropFirst().prefix(8).compactMap { Int($0) }
    guard fields.count >= 5 else { return nil }
    return (fields.reduce(0, &+), fields[3] &+ fields[4])
  }

  private static func hostMemory() -> UsageReply.Memory? {
    guard let table = textOfFile("/proc/meminfo").map(SizeTable.init), let total = table["MemTotal"]
    else { return nil }
    func size(_ name: Substring) -> Int { table[name] ?? 0 }
    return UsageReply.Memory(
      total: total, available: size("MemAvailable"), free: size("MemFree"), active: size("Active"),
      inactive: size("Inactive"), buffers: size("Buffers"), cached: size("Cached"), shared: size("Shmem"),
      slab: size("Slab"))
  }

  private static var hostname: String {
    var name = utsname()
    guard uname(&name) == 0 else { return "" }
    return withUnsafeBytes(of: name.nodename) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}
