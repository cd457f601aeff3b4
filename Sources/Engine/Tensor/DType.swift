/// The kind of number that a tensor holds.
public enum DType: String, Sendable, CaseIterable {
  /// IEEE 754 single precision, the default: about seven decimal digits.
  case float32
  /// IEEE 754 double precision: about sixteen decimal digits.
  case float64

  /// The size of one number in bytes.
  public var byteCount: Int {
    switch self {
    case .float32: 4
    case .float64: 8
    }
  }

  /// The type of a result computed from both types: double precision wins.
  public static func promoted(_ a: DType, _ b: DType) -> DType {
    a == .float64 || b == .float64 ? .float64 : .float32
  }
}
