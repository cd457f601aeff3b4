import Foundation
import Testing

@testable import Engine

@Suite struct CSVTests {
  static func table(_ text: String) throws -> CSVTable { try CSVTable(Array(text.utf8), name: "t.csv") }

  @Test("quotes, doubled quotes, line ends within them, CRLF and a byte-order mark are understood")
  func dialect() throws {
    let table = try Self.table("\u{FEFF}a,\"b,c\"\r\n\"x \"\"y\"\"\nz\",1\r\n\r\n,2")
    #expect(table.header == ["a", "b,c"])
    #expect(table.rows.map(\.fields) == [["x \"y\"\nz", "1"], ["", "2"]])
    #expect(table.rows.map(\.line) == [2, 5])
  }

  @Test(
    "what is wrong with a file is named with line and column",
    arguments: [
      ("", "`t.csv` is empty"), ("\n\n", "`t.csv` is empty"), ("a,b\n", "has a line of names, but no rows"),
      ("a,b\n1\n", "line 2: 1 fields, but the first line names 2 columns"),
      ("a,b\n\"1,2\n3\n", "line 2, column 1: the quote that opens here is never closed"),
      ("a,b\n1,\"2\"3\n", "line 2, column 2: something follows the closing quote"),
      ("a,b\n1\"2,3\n", "line 2, column 1: a quote in the middle of a field"),
      ("a,a\n1,2\n", "two columns called `a`"),
    ])
  func structure(_ text: String, _ expected: String) {
    #expect(message { _ = try Self.table(text) }.contains(expected))
  }

  @Test("a file that is not UTF-8 is refused with line and column")
  func encoding() {
    let text = message { _ = try CSVTable(Array("a,b\n1,".utf8) + [0xE9, 0x0A], name: "t.csv") }
    #expect(text.contains("line 2, column 2: the text is not UTF-8"))
  }

  @Test("numbers, classes, missing values and wrong names")
  func columns() throws {
    let table = try Self.table("x,y,kind\n1, 2.5 ,b\n3,NA,a\n4,5,b\n")
    var options = CSVOptions()
    #expect(
      message { _ = try dataset(table, target: "kind", options: options) }
        == "`t.csv`, line 3, column `y`: the value is missing (\"NA\").\nUse `dropMissing: true` to leave such rows out."
    )
    options.dropMissing = true
    let data = try dataset(table, target: "kind", options: options)
    #expect(data.features.doubles == [1, 2.5, 4, 5] && data.featureNames == ["x", "y"])
    #expect(data.classNames == ["b"] && data.targets.doubles == [0, 0])
    options = CSVOptions(features: ["x"])
    #expect(try dataset(table, target: "kind", options: options).classNames == ["a", "b"])
    #expect(try dataset(table, target: "kind", options: options).targets.doubles == [1, 0, 1])
    #expect(
      message { _ = try dataset(table, target: "kidn", options: options) }
        == "`t.csv` has no column `kidn`; its columns are x, y, kind.\nDid you mean `kind`?")
    #expect(
      message { _ = try dataset(table, target: "x", options: CSVOptions(features: ["kind"])) }
        .contains("line 2, column `kind`: \"b\" is not a finite number"))
    #expect(!message { _ = try table.column("elephant") }.contains("Did you mean"))
  }

  @Test("other signs than the comma stand between the fields if the options say so; what to say is told")
  func separators() throws {
    for (sign, shown) in [(";", "\";\""), ("\t", "\"\\t\""), ("|", "\"|\"")] {
      let bytes = Array("x\(sign)kind\n1\(sign)\"a\(sign)b\"\n2\(sign)c,d\n".utf8)
      let table = try CSVTable(bytes, name: "t.csv", separator: Character(sign))
      #expect(table.rows.map(\.fields) == [["1", "a\(sign)b"], ["2", "c,d"]])
      #expect(
        message { _ = try CSVTable(Array("x\(sign)y\n1\(sign)2\n".utf8), name: "t.csv").column("y") }
          == "`t.csv` has a single column, `x\(sign)y`.\nWhere another sign stands between the fields, write `separator: \(shown)`."
      )
    }
    for sign in ["\"", "\n", "σ"] as [Character] {
      #expect(
        message { _ = try CSVTable([], name: "t.csv", separator: sign) }
          .hasPrefix("Fields cannot be separated by"))
    }
  }

  @Test("numeric targets are numbers, or classes on request, in numeric order")
  func numericTargets() throws {
    let table = try Self.table("x,y\n1,10\n2,9\n")
    #expect(try dataset(table, target: "y", options: CSVOptions()).classNames == nil)
    let classes = try dataset(table, target: "y", options: CSVOptions(isClassification: true))
    #expect(classes.classNames == ["9", "10"] && classes.targets.doubles == [1, 0])
    #expect(
      message { _ = try dataset(Self.table("y\n1\n"), target: "y", options: CSVOptions()) }
        .contains("no column besides the target"))
  }

  @Test("files that cannot be read are named with the reason")
  func files() throws {
    #expect(
      message { _ = try loadCSV("/nowhere/x.csv", target: "y") }
        == "`/nowhere/x.csv` cannot be read: No such file or directory.")
    #expect(message { _ = try loadCSV("/tmp", target: "y") }.contains("it is a directory"))
    #expect(message { _ = try loadCSV("/dev/null", target: "y") }.contains("not an ordinary file"))
    #expect(message { _ = try loadCSV("", target: "y") }.contains("A path is needed"))
    let path = NSTemporaryDirectory() + "engine-\(getpid()).csv"
    defer { unlink(path) }
    try "x,y\n1,2\n".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try loadCSV(path, target: "y").features.doubles == [1])
  }

  @Test("the bundled data sets have their known sizes")
  func bundled() throws {
    let (digits, iris, penguins) = (try digits(), try iris(), try penguins())
    #expect(digits.features.shape == [1797, 64] && digits.classNames?.count == 10)
    #expect(try digits.features.max().item() == 16 && digits.features.min().item() == 0)
    #expect(iris.features.shape == [150, 4] && iris.classNames == ["setosa", "versicolor", "virginica"])
    #expect(penguins.features.shape == [342, 4])
    #expect(penguins.classNames == ["Adelie", "Chinstrap", "Gentoo"])
  }

  @Test("columns of words become positions among their categories, which standardisation leaves alone")
  func categories() throws {
    let table = try Self.table("x,colour,kind\n1,red,b\n3,blue,a\n5,red,b\n")
    let data = try dataset(table, target: "kind", options: CSVOptions(categorical: ["colour"]))
    #expect(data.features.doubles == [1, 1, 3, 0, 5, 1])
    #expect(data.categories == [1: ["blue", "red"]])
    let scaled = try data.standardized()
    #expect(try scaled.features.selecting([.all, .at(1)]).doubles == [1, 0, 1])
    #expect(abs(try scaled.features.selecting([.all, .at(0)]).sum().item()) < 1e-6)
    #expect(scaled.categories == data.categories)
    #expect(
      message { _ = try dataset(table, target: "kind", options: CSVOptions(categorical: ["kind"])) }
        .contains("`kind` as a category, but it is not among the features"))
    #expect(
      message { _ = try dataset(table, target: "kind", options: CSVOptions(categorical: ["color"])) }
        .contains("Did you mean `colour`?"))
    #expect(
      message {
        _ = try Dataset(
          Tensor([0, 2], shape: [2, 1]), Tensor([0, 0]), featureNames: ["c"], categories: [0: ["a", "b"]])
      }.contains("Feature 0 of row 1 is the category 2, but there are 2, from 0"))
  }

  @Test("penguins come with island and sex where that is asked for")
  func penguinCategories() throws {
    let data = try penguins(categorical: true)
    #expect(data.features.shape == [333, 6])
    #expect(data.featureNames.suffix(2) == ["island", "sex"])
    #expect(data.categories == [4: ["Biscoe", "Dream", "Torgersen"], 5: ["female", "male"]])
  }
}
