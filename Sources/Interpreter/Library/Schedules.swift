import Engine

extension Library {
  /// Learning-rate schedules, clipping, early stopping.
  static var schedules: [LibraryFunction] {
    []
  }
}
