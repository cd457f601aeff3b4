import Glibc

/// What is left of the machine's memory: several tensors, each of which may be made, need not fit together.
enum AvailableMemory {
  /// Tensors of fewer bytes are made without a look at the memory.
  private static let unwatched = 1 << 28

  /// Throws where a large tensor would take more than a third of what is free: its makers may need twice as much again.
  static func requireRoom(_ bytes: Int, for shape: [Int]) throws {
    guard bytes >= unwatched, let free = [free, allowed].compactMap(\.self).min() else { return }
    try requireRoom(bytes, of: free, for: shape)
  }

  /// The same with a given number of free bytes.
  static func requireRoom(_ bytes: Int, of free: Int, for shape: [Int]) throws {
    guard bytes > free / 3 else { return }
    throw EngineError(
      .size,
      "A tensor of shape \(shape) takes \(bytes >> 20) MB, and three times that is not free: there are \(free >> 20) MB.",
      hint: "Work in batches, or give names of large tensors another value.")
  }

  /// The bytes that can be had without swapping, as Linux estimates them; nil where nothing says so.
  private static var free: Int? {
    line(of: "/proc/meminfo") { $0.hasPrefix("MemAvailable:") }
      .flatMap { $0.split(whereSeparator: { !$0.isNumber }).first }
      .flatMap { Int($0) }.map { $0 << 10 }
  }

  /// The bytes that this process may still ask for; nil where there is no limit.
  private static var allowed: Int? {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0,
      let most = Int(exactly: limit.rlim_cur),
      let pages = line(of: "/proc/self/statm", where: { _ in true })?.split(separator: " ").first.flatMap({
        Int($0)
      })
    else { return nil }
    return max(0, most - pages * Int(getpagesize()))
  }

  /// The first line of a file that is as asked.
  private static func line(of path: String, where isMeant: (String) -> Bool) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      if isMeant(text) { return text }
    }
    return nil
  }
}
