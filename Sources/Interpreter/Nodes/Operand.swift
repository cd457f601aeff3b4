/// A value that need not be computed, since it lies somewhere: in a slot of the frame, or at an address that stays,
/// as literals and the notebook's names do. An integer that lies there may be wanted a little larger or smaller:
/// `n - 1` is an operand too.
///
/// Reading one costs neither a call nor a count of references, as long as it is a number.
struct Operand {
  // Address of the value: the frame's, where it is one of its slots, else zero; and the distance from there.
  private let frameMask: UInt
  private let distance: UInt
  /// What is added to an integer.
  private let shift: Int

  private init(frameMask: UInt, distance: UInt, shift: Int) {
    self.frameMask = frameMask
    self.distance = distance
    self.shift = shift
  }

  /// What must be computed.
  static let none = Operand(frameMask: 0, distance: 0, shift: 0)

  static func slot(_ slot: Int) -> Operand {
    Operand(frameMask: .max, distance: UInt(slot * MemoryLayout<Value>.stride), shift: 0)
  }

  static func fixed(_ place: UnsafeMutablePointer<Value>) -> Operand {
    Operand(frameMask: 0, distance: UInt(bitPattern: place), shift: 0)
  }

  /// The integer next to this one, a constant away; `none` if this is such a neighbour itself.
  func shifted(by shift: Int) -> Operand {
    guard self.shift == 0, frameMask | distance != 0 else { return .none }
    return Operand(frameMask: frameMask, distance: distance, shift: shift)
  }

  /// Whether not the value itself is meant, but an integer next to it.
  var isShifted: Bool { shift != 0 }

  /// Where the value lies; nil where it must be computed.
  @inline(__always)
  func place(in frame: Frame) -> UnsafeMutablePointer<Value>? {
    UnsafeMutablePointer(bitPattern: (UInt(bitPattern: frame.slots) & frameMask) &+ distance)
  }

  /// The value, if it is an integer that lies somewhere; nil for everything else.
  @inline(__always)
  func integer(in frame: Frame) -> Int? {
    guard let place = place(in: frame), case .int(let integer) = place.pointee else { return nil }
    let (sum, overflow) = integer.addingReportingOverflow(shift)
    return overflow ? nil : sum
  }

  /// The value, if it is a number that lies somewhere; nil for everything else.
  @inline(__always)
  func number(in frame: Frame) -> Value? {
    guard let place = place(in: frame) else { return nil }
    if case .int(let integer) = place.pointee {
      let (sum, overflow) = integer.addingReportingOverflow(shift)
      return overflow ? nil : .int(sum)
    }
    if case .double(let number) = place.pointee, shift == 0 { return .double(number) }
    return nil
  }
}

extension UnsafeMutablePointer<Value> {
  /// Replaces the value; one that owns nothing is not destroyed first.
  @inline(__always)
  func replace(with value: consuming Value) {
    if pointee.isPlain { initialize(to: value) } else { pointee = value }
  }
}

extension Value {
  /// Whether the value owns nothing, so that there is nothing to destroy.
  @inline(__always)
  var isPlain: Bool {
    switch self {
    case .unset, .void, .null, .boolean, .int, .double: true
    default: false
    }
  }
}
