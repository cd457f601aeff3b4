import CGMP

/// A number that GMP computes with.
///
/// Sendable without a check, since nothing writes to the number after `init` has filled it, and GMP only reads operands.
final class Limbs: @unchecked Sendable {
  private let number = UnsafeMutablePointer<cgmp_integer>.allocate(capacity: 1)

  init(_ value: Int) { cgmp_init_set_si(number, value) }

  /// The result of an operation of GMP.
  init(_ fill: (UnsafeMutablePointer<cgmp_integer>) -> Void) {
    cgmp_init(number)
    fill(number)
  }

  /// Reads decimal digits; nil when there is something else among them.
  init?(digits: String) {
    guard cgmp_init_set_str(number, digits) == 0 else { return nil }
  }

  deinit {
    cgmp_clear(number)
    number.deallocate()
  }

  /// Passes the number to GMP for reading.
  func read<Result>(_ body: (UnsafePointer<cgmp_integer>) -> Result) -> Result {
    body(number)
  }

  var int: Int? { read { cgmp_fits_long($0) != 0 ? cgmp_get_si($0) : nil } }
  var signum: Int { read { Int(cgmp_sgn($0)) } }
  var bitWidth: Int { read { cgmp_bit_width($0) } }
  var lowestBit: Int { read { Int(cgmp_lowest_bit($0)) } }

  func compared(to other: Limbs) -> Int { read { a in other.read { b in Int(cgmp_cmp(a, b)) } } }

  var text: String {
    read { number in
      let characters = Int(cgmp_digits(number)) + 2
      return String(unsafeUninitializedCapacity: characters) { buffer in
        buffer.withMemoryRebound(to: CChar.self) { text in
          cgmp_get_str(text.baseAddress, number)
          return text.firstIndex(of: 0) ?? 0
        }
      }
    }
  }

  /// Two numbers joined by an operation of GMP.
  static func combined(
    _ a: Limbs, _ b: Limbs,
    _ operation: (
      UnsafeMutablePointer<cgmp_integer>, UnsafePointer<cgmp_integer>, UnsafePointer<cgmp_integer>
    ) -> Void
  ) -> Integer {
    Integer(Limbs { result in a.read { a in b.read { b in operation(result, a, b) } } })
  }
}

extension Limbs: Hashable {
  static func == (a: Limbs, b: Limbs) -> Bool { a === b || a.compared(to: b) == 0 }

  func hash(into hasher: inout Hasher) {
    read { number in
      for index in 0..<cgmp_limbs(number) { hasher.combine(cgmp_limb(number, Int(index))) }
    }
  }
}
