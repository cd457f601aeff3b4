import Glibc

/// What is left of the machine's memory: several tensors, each of which may be made, need not fit together.
enum AvailableMemory {
  /// Tensors of fewer bytes are made without a look at the memory.
  private static let unwatched = 1 << 28

  /// Throws where a large tensor would take more than half of what is free: its makers need as much again.
  static func requireRoom(_ bytes: Int, for shape: [Int]) throws {
    guard bytes >= unwatched, let free = current else { return }
    try requireRoom(bytes, of: free, for: shape)
  }

  /// The same with a given number of free bytes.
  static func requireRoom(_ bytes: Int, of free: Int, for shape: [Int]) throws {
    guard bytes > free / 2 else { return }
    throw EngineError(
      .size,
      "A tensor of shape \(shape) takes \(bytes >> 20) MB, and twice that is not free: there are \(free >> 20) MB.",
      hint: "Work in batches, or give names of large tensors another value.")
  }

  /// The bytes that can be had without swapping, as Linux estimates them; nil where nothing says so.
  private static var current: Int? {
    guard let file = fopen("/proc/meminfo", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      guard text.hasPrefix("MemAvailable:") else { continue }
      return text.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }.map { $0 << 10 }
    }
    return nil
  }
}
