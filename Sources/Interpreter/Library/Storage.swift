import Engine

extension Library {
  /// Weights and arrays on disk.
  static var storage: [LibraryFunction] {
    []
  }
}
