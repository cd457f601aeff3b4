/// Answers a `kernel_info_request`: what the kernel is and which language it speaks.
public struct KernelInfoReply: MessageContent, Equatable {
  public var messageType: String { "kernel_info_reply" }

  /// The name of the program that implements the kernel.
  public var implementation: String
  /// The version of that program.
  public var implementationVersion: String
  /// `language_info` as the specification describes it.
  public var languageInfo: JSON.Object
  /// Shown by a console when it starts.
  public var banner: String
  /// Entries for the Help menu.
  public var helpLinks: [(text: String, url: String)]
  /// Optional parts of the protocol that the kernel has ("debugger", "kernel subshells").
  public var supportedFeatures: [String]

  /// The reply with these parts.
  public init(
    implementation: String, implementationVersion: String, languageInfo: JSON.Object, banner: String,
    helpLinks: [(text: String, url: String)], supportedFeatures: [String]
  ) {
    self.implementation = implementation
    self.implementationVersion = implementationVersion
    self.languageInfo = languageInfo
    self.banner = banner
    self.helpLinks = helpLinks
    self.supportedFeatures = supportedFeatures
  }

  public var json: JSON {
    [
      "status": "ok", "protocol_version": .string(Header.protocolVersion),
      "implementation": .string(implementation),
      "implementation_version": .string(implementationVersion), "language_info": .object(languageInfo),
      "banner": .string(banner),
      "help_links": .array(helpLinks.map { ["text": .string($0.text), "url": .string($0.url)] }),
      "supported_features": .array(supportedFeatures.map(JSON.string)),
    ]
  }

  public static func == (lhs: Self, rhs: Self) -> Bool { lhs.json == rhs.json }
}
