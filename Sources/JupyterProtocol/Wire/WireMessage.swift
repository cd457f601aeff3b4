/// A message as it stands on the wire: the routing identities, a delimiter, the signature, four JSON
/// dictionaries and any number of binary buffers.
public struct WireMessage: Sendable, Equatable {
  /// Where a ROUTER socket found or sends it; on iopub the topic.
  public var identities: [[UInt8]]
  /// The HMAC of the four dictionaries in hexadecimal; empty if messages are not signed.
  public var signature: [UInt8]
  /// What the message is and who sent it; a dictionary, as are the next three.
  public var header: [UInt8]
  /// A copy of the header of the message that this one answers; `{}` if there is none.
  public var parentHeader: [UInt8]
  /// What front ends keep beside the content.
  public var metadata: [UInt8]
  /// What the message says; its members depend on the type in the header.
  public var content: [UInt8]
  /// Binary data that belong to the content; never signed.
  public var buffers: [[UInt8]]

  /// Stands between the identities and the signature.
  public static let delimiter = Array("<IDS|MSG>".utf8)
  /// An empty dictionary.
  public static let emptyObject = Array("{}".utf8)

  /// A message of these frames.
  public init(
    identities: [[UInt8]], signature: [UInt8] = [], header: [UInt8],
    parentHeader: [UInt8] = WireMessage.emptyObject, metadata: [UInt8] = WireMessage.emptyObject,
    content: [UInt8], buffers: [[UInt8]] = []
  ) {
    self.identities = identities
    self.signature = signature
    self.header = header
    self.parentHeader = parentHeader
    self.metadata = metadata
    self.content = content
    self.buffers = buffers
  }

  /// Takes a multipart message apart. Nothing inside the frames is looked at.
  public init(frames: [[UInt8]], limits: Limits = Limits()) throws(FrameError) {
    guard frames.count <= limits.frames else {
      throw .tooManyFrames(count: frames.count, limit: limits.frames)
    }
    guard let position = frames.firstIndex(of: WireMessage.delimiter) else { throw .noDelimiter }
    let body = frames[(position + 1)...]
    guard body.count >= 5 else { throw .tooFewFrames(count: body.count) }
    let first = body.startIndex
    let jsonSize = body[(first + 1)..<(first + 5)].reduce(0) { $0 + $1.count }
    guard jsonSize <= limits.jsonBytes else { throw .tooLarge(bytes: jsonSize, limit: limits.jsonBytes) }
    let bufferSize = body[(first + 5)...].reduce(0) { $0 + $1.count }
    guard bufferSize <= limits.bufferBytes else {
      throw .tooLargeBuffers(bytes: bufferSize, limit: limits.bufferBytes)
    }
    identities = Array(frames[..<position])
    signature = body[first]
    header = body[first + 1]
    parentHeader = body[first + 2]
    metadata = body[first + 3]
    content = body[first + 4]
    buffers = Array(body[(first + 5)...])
  }

  /// The bytes of header, parent header, metadata, content and buffers together.
  public var size: Int {
    header.count + parentHeader.count + metadata.count + content.count + buffers.reduce(0) { $0 + $1.count }
  }

  /// The frames to send.
  public var frames: [[UInt8]] {
    identities + [WireMessage.delimiter, signature, header, parentHeader, metadata, content] + buffers
  }
}

extension WireMessage {
  /// How large a message may be before it is refused.
  public struct Limits: Sendable {
    /// Frames in all.
    public var frames: Int
    /// Bytes of the four dictionaries together.
    public var jsonBytes: Int
    /// Bytes of the buffers together.
    public var bufferBytes: Int

    /// These limits; those of the kernel if none are given.
    public init(frames: Int = 4096, jsonBytes: Int = 256 << 20, bufferBytes: Int = 512 << 20) {
      self.frames = frames
      self.jsonBytes = jsonBytes
      self.bufferBytes = bufferBytes
    }
  }
}

/// Why a multipart message is no message of the protocol.
public enum FrameError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Nothing tells where the identities end.
  case noDelimiter
  /// The signature or one of the dictionaries is not there.
  case tooFewFrames(count: Int)
  /// More frames than are taken.
  case tooManyFrames(count: Int, limit: Int)
  /// More JSON than is read.
  case tooLarge(bytes: Int, limit: Int)
  /// Larger buffers than are taken.
  case tooLargeBuffers(bytes: Int, limit: Int)

  public var description: String {
    switch self {
    case .noDelimiter: "no <IDS|MSG> frame"
    case .tooFewFrames(let count):
      "\(count) frames after <IDS|MSG>, expected the signature and four dictionaries"
    case .tooManyFrames(let count, let limit): "\(count) frames, the limit is \(limit)"
    case .tooLarge(let bytes, let limit): "\(bytes) bytes of JSON, the limit is \(limit)"
    case .tooLargeBuffers(let bytes, let limit): "\(bytes) bytes of buffers, the limit is \(limit)"
    }
  }
}
