import Engine

extension Library {
  /// What flows through a network, forwards and backwards.
  static var diagnostics: [LibraryFunction] {
    []
  }
}
