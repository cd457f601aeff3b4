extension Library {
  /// Other files of the language.
  static var importing: [LibraryFunction] {
    [
      LibraryFunction(
        "import",
        "Runs a file of statements, so that its names are there afterwards, as if they stood in the cell. The path is seen from the notebook's folder, or from the importing file's, and leads nowhere outside. A file that was imported before and has not changed since is not run again. A statement of its own, at the top level of a cell or file, with the path written out: the names are then known before the cell runs.",
        [.required("path", .string)], example: "// import(\"functions.mlp\")"
      ) { _ in throw Fault.misplacedImport }
    ]
  }
}
