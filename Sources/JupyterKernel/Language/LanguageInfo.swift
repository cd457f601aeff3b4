import JupyterProtocol

/// What a kernel says of itself and of its language.
public struct LanguageInfo: Sendable, Equatable {
  /// The language: "python", "swift". Front ends choose highlighting by it.
  public var name: String
  /// The version of the language.
  public var version: String
  /// The MIME type of a source file: "text/x-swift".
  public var mimeType: String
  /// The extension of a source file, with its dot.
  public var fileExtension: String
  /// The Pygments lexer (console, nbconvert), if it is not `name`.
  public var pygmentsLexer: String?
  /// The CodeMirror mode (JupyterLab), if it is not `name`.
  public var codemirrorMode: String?
  /// The nbconvert exporter for scripts, if there is one of its own.
  public var nbconvertExporter: String?
  /// The name of the program that implements the kernel.
  public var implementation: String
  /// The version of that program.
  public var implementationVersion: String
  /// Shown by a console when it starts.
  public var banner: String
  /// Entries for the front end's Help menu: text and address.
  public var helpLinks: [HelpLink]

  /// An entry of the Help menu.
  public struct HelpLink: Sendable, Equatable {
    /// The entry's wording.
    public var text: String
    /// The address that it opens.
    public var url: String

    /// An entry with this wording for this address.
    public init(text: String, url: String) {
      self.text = text
      self.url = url
    }
  }

  /// A description of the kernel; what may be left out has a usual value with the front ends.
  public init(
    name: String, version: String, mimeType: String, fileExtension: String,
    pygmentsLexer: String? = nil, codemirrorMode: String? = nil, nbconvertExporter: String? = nil,
    implementation: String, implementationVersion: String, banner: String, helpLinks: [HelpLink] = []
  ) {
    self.name = name
    self.version = version
    self.mimeType = mimeType
    self.fileExtension = fileExtension
    self.pygmentsLexer = pygmentsLexer
    self.codemirrorMode = codemirrorMode
    self.nbconvertExporter = nbconvertExporter
    self.implementation = implementation
    self.implementationVersion = implementationVersion
    self.banner = banner
    self.helpLinks = helpLinks
  }
}

extension KernelInfoReply {
  /// - Parameter features: optional parts of the protocol that the kernel has.
  init(_ language: LanguageInfo, features: [String]) {
    var info: JSON.Object = [
      "name": .string(language.name), "version": .string(language.version),
      "mimetype": .string(language.mimeType), "file_extension": .string(language.fileExtension),
    ]
    info["pygments_lexer"] = language.pygmentsLexer.map(JSON.string)
    info["codemirror_mode"] = language.codemirrorMode.map(JSON.string)
    info["nbconvert_exporter"] = language.nbconvertExporter.map(JSON.string)
    self.init(
      implementation: language.implementation, implementationVersion: language.implementationVersion,
      languageInfo: info, banner: language.banner,
      helpLinks: language.helpLinks.map { ($0.text, $0.url) }, supportedFeatures: features)
  }
}
