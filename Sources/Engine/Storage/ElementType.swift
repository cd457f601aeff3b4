/// The kinds of number that array files hold.
///
/// They become the smallest of the engine's types that holds all of them exactly. Integers of 64 bits become
/// double precision, which holds those up to 2⁵³; a larger one is an error.
enum ElementType: CaseIterable {
  case bool, uint8, int8, uint16, int16, uint32, int32, uint64, int64, float16, bfloat16, float32, float64

  /// The type that holds a tensor's numbers as they are.
  init(_ dtype: DType) {
    switch dtype {
    case .float32: self = .float32
    case .float64: self = .float64
    }
  }

  /// The size of one number in bytes.
  var byteCount: Int {
    switch self {
    case .bool, .uint8, .int8: 1
    case .uint16, .int16, .float16, .bfloat16: 2
    case .uint32, .int32, .float32: 4
    case .uint64, .int64, .float64: 8
    }
  }

  /// The type of a tensor made of such numbers.
  var dtype: DType {
    switch self {
    case .uint32, .int32, .uint64, .int64, .float64: .float64
    default: .float32
    }
  }

  /// NumPy's limit; a tensor with more axes is a damaged header.
  private static let largestRank = 64

  /// How many such numbers a shape holds. Throws when there are too many of them, or of axes.
  func count(of shape: [Int]) throws -> Int {
    guard shape.count <= ElementType.largestRank else {
      throw EngineError(.shape, "A tensor of \(shape.count) axes has more than \(ElementType.largestRank).")
    }
    return try Shape.count(of: shape, dtype: dtype)
  }

  /// Numbers from their bytes, of which there are a whole number's.
  func storage(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool = false) throws -> Storage {
    /// The numbers that words of some size stand for, in one pass that can be stopped.
    func numbers<I: FixedWidthInteger, T>(_ type: I.Type, _ number: (I) throws -> T) throws -> [T] {
      let size = MemoryLayout<I>.size
      let count = bytes.count / size
      return try bytes.withUnsafeBytes { raw in
        try [T](unsafeUninitializedCapacity: count) { numbers, initialized in
          try Interruption.forEachPiece(of: count) { piece in
            for i in piece {
              let word = raw.loadUnaligned(fromByteOffset: i * size, as: I.self)
              numbers.initializeElement(
                at: i, to: try number(isBigEndian ? I(bigEndian: word) : I(littleEndian: word)))
            }
            initialized = piece.upperBound
          }
          try Interruption.check()
        }
      }
    }
    switch self {
    case .bool: return .float32(bytes.map { $0 == 0 ? 0 : 1 })
    case .uint8: return .float32(bytes.map(Float.init))
    case .int8: return .float32(bytes.map { Float(Int8(bitPattern: $0)) })
    case .uint16: return .float32(try numbers(UInt16.self) { Float($0) })
    case .int16: return .float32(try numbers(Int16.self) { Float($0) })
    case .float16: return .float32(try numbers(UInt16.self) { Float(Float16(bitPattern: $0)) })
    case .bfloat16: return .float32(try numbers(UInt16.self) { Float(bitPattern: UInt32($0) << 16) })
    case .float32: return .float32(try numbers(UInt32.self) { Float(bitPattern: $0) })
    case .uint32: return .float64(try numbers(UInt32.self) { Double($0) })
    case .int32: return .float64(try numbers(Int32.self) { Double($0) })
    case .uint64: return .float64(try numbers(UInt64.self, ElementType.exactly))
    case .int64: return .float64(try numbers(Int64.self, ElementType.exactly))
    case .float64: return .float64(try numbers(UInt64.self) { Double(bitPattern: $0) })
    }
  }

  private static func exactly<I: FixedWidthInteger>(_ integer: I) throws -> Double {
    guard let number = Double(exactly: integer) else {
      throw EngineError(.value, "The integer \(integer) is too large for a float64, which would round it.")
    }
    return number
  }
}

extension Storage {
  /// The numbers' bytes, least significant first, with others in front of them. Left undone once the work is to stop.
  func littleEndianBytes(behind header: [UInt8] = []) -> [UInt8] {
    func bytes<T, I: FixedWidthInteger>(_ numbers: [T], _ word: (T) -> I) -> [UInt8] {
      let size = MemoryLayout<I>.size
      let count = header.count + numbers.count * size
      return [UInt8](unsafeUninitializedCapacity: count) { bytes, initialized in
        initialized = count
        let raw = UnsafeMutableRawBufferPointer(bytes)
        raw.copyBytes(from: header)
        Interruption.forEachPiece(of: numbers.count) { piece in
          for i in piece {
            raw.storeBytes(of: word(numbers[i]), toByteOffset: header.count + i * size, as: I.self)
          }
        }
      }
    }
    return switch self {
    case .float32(let numbers): bytes(numbers) { $0.bitPattern.littleEndian }
    case .float64(let numbers): bytes(numbers) { $0.bitPattern.littleEndian }
    }
  }
}

extension FixedWidthInteger {
  /// The integer's bytes, least significant first.
  var littleEndianBytes: [UInt8] { withUnsafeBytes(of: littleEndian, Array.init) }

  /// The integer whose bytes, least significant first, these are. There must be as many as it has.
  init(littleEndianBytes bytes: ArraySlice<UInt8>) {
    self = bytes.reversed().reduce(0) { $0 << 8 | Self(truncatingIfNeeded: $1) }
  }
}
