extension Mistake {
  static let files = [
    Mistake(
      "a file that is not there",
      """
      loadCSV("missing.csv", target: "y")
      """,
      """
      E053: there is no file `missing.csv`
        ╭─ Cell [1], line 1, column 1
      1 │ loadCSV("missing.csv", target: "y")
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        ╰─ help: it is looked for in the notebook's folder
      """),
    Mistake(
      "a file outside of the folder",
      """
      loadCSV("../secret.csv", target: "y")
      """,
      """
      E053: `../secret.csv` lies outside of the notebook's folder
        ╭─ Cell [1], line 1, column 1
      1 │ loadCSV("../secret.csv", target: "y")
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        ╰─ help: keep the file next to the notebook and name it relative to that
      """),
    Mistake(
      "a file named from the root",
      """
      loadCSV("/etc/passwd", target: "y")
      """,
      """
      E053: `/etc/passwd` lies outside of the notebook's folder
        ╭─ Cell [1], line 1, column 1
      1 │ loadCSV("/etc/passwd", target: "y")
        │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        ╰─ help: keep the file next to the notebook and name it relative to that
      """),
    Mistake(
      "a file without a name",
      """
      loadCSV("", target: "y")
      """,
      """
      E053: `` is not a file's name
        ╭─ Cell [1], line 1, column 1
      1 │ loadCSV("", target: "y")
        │ ^^^^^^^^^^^^^^^^^^^^^^^^
      """),
  ]
}
