import CZeroMQ

/// What the process has freed, and the C library keeps for later.
enum FreedMemory {
  /// A message that is worth the trouble, in bytes; the memory of smaller ones is soon used again.
  static let worthwhile = 8 << 20

  /// Gives it back to the system.
  static func giveBack() {
    _ = malloc_trim(0)
  }
}
