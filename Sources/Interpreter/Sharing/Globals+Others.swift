import Glibc

extension Globals {
  /// Names and values at the moment at which a cell lets others evaluate.
  struct Moment {
    /// Keeps all values alive: as long as it does, no other value can have the bits of one of them.
    fileprivate let snapshot: Snapshot
    /// The values bit by bit, one after the other.
    fileprivate let bits: [UInt8]
  }

  private static let valueSize = MemoryLayout<Value>.size

  var moment: Moment {
    let bits = [UInt8](unsafeUninitializedCapacity: names.count * Self.valueSize) { buffer, count in
      for index in names.indices {
        let target = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[(index * Self.valueSize)...])
        target.copyMemory(from: UnsafeRawBufferPointer(start: self[index].value, count: Self.valueSize))
      }
      count = names.count * Self.valueSize
    }
    return Moment(snapshot: snapshot, bits: bits)
  }

  /// Takes over what others have changed since a moment into what a failing cell would bring back: it undoes its own
  /// changes alone. What both have changed stays as the others left it.
  ///
  /// - Parameters:
  ///   - before: what the cell would bring back.
  ///   - declared: the names that it declares. If another cell declared one of them too, and took it back since, it is
  ///     declared again.
  /// - Returns: functions that others replaced. They may be running, and are called without being counted.
  func takeOver(from moment: Moment, into before: inout Snapshot, declared: Set<Int>) -> [Value] {
    var functions: [Value] = []
    for index in names.indices where hasChanged(index, since: moment) {
      before.take(index, from: self)
      if let function = moment.snapshot.function(index) { functions.append(function) }
      if declared.contains(index), let name = moment.snapshot.name(index) { declareAgain(index, name) }
    }
    return functions
  }

  private func hasChanged(_ index: Int, since moment: Moment) -> Bool {
    guard let name = moment.snapshot.name(index), name == names[index] else { return true }
    return moment.bits.withUnsafeBytes { bits in
      guard let start = bits.baseAddress else { return true }
      return memcmp(self[index].value, start + index * Self.valueSize, Self.valueSize) != 0
    }
  }
}
