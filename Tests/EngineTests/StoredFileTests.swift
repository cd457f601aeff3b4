import Glibc
import Testing

@testable import Engine

@Suite("Writing files")
struct StoredFileTests {
  @Test("A file is replaced as a whole, keeps its permissions and leaves nothing beside it")
  func replacement() throws {
    try StorageFolder.with { folder in
      let path = folder + "/x"
      try StoredFile.write([1, 2, 3], to: path)
      chmod(path, 0o640)
      try StoredFile.write([4], to: path)
      #expect(try StoredFile.read(path) == [4])
      var status = stat()
      #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o640)
      try StoredFile.write([], to: path)
      #expect(try StoredFile.read(path).isEmpty)
      #expect(try StorageFolder.content(folder) == ["x"])
    }
  }

  @Test("A directory, a missing folder and an impossible name are refused")
  func refusals() throws {
    try StorageFolder.with { folder in
      #expect(message { try StoredFile.write([1], to: folder) }.contains("it is a directory"))
      #expect(message { try StoredFile.write([1], to: folder + "/no/x") }.contains("cannot be written"))
      #expect(message { try StoredFile.write([1], to: "a\0b") }.contains("zero byte"))
      let content = try StorageFolder.content(folder)
      #expect(content.isEmpty)
    }
  }

  @Test("A file that is too large is not read")
  func limit() throws {
    try StorageFolder.with { folder in
      try StoredFile.write([1, 2, 3], to: folder + "/x")
      #expect(message { _ = try StoredFile.read(folder + "/x", limit: 2) }.contains("has 3 bytes"))
    }
  }

  @Test("A table that is too large is not read either, and its size is that of the file which was opened")
  func limits() throws {
    try StorageFolder.with { folder in
      try StoredFile.write([1, 2, 3], to: folder + "/x")
      symlink("x", folder + "/link")
      #expect(
        message { _ = try StoredFile.read(folder + "/link", limit: 2) }
          == "`\(folder)/link` has 3 bytes; files of up to 2 bytes are read here.\nSave its parts in files of their own."
      )
      #expect(try StoredFile.read(folder + "/link", limit: 3) == [1, 2, 3])
      // It says that it has no bytes, and has some.
      #expect(message { _ = try StoredFile.read("/proc/self/status", limit: 2) }.contains("has more than 2"))
    }
  }

  @Test("Where links are not to be followed, none is, neither at the end nor on the way")
  func links() throws {
    try StorageFolder.with { folder in
      let path = try #require(realpath(folder, nil).map { String(cString: $0) })
      for name in ["in", "out"] { mkdir("\(path)/\(name)", 0o700) }
      try StoredFile.write([1], to: path + "/out/x")
      symlink("../out/x", path + "/in/x")
      symlink("out", path + "/way")
      symlink("../out/new", path + "/in/new")
      #expect(try StoredFile.read(path + "/way/x") == [1])
      try withoutFollowingLinks {
        #expect(try StoredFile.read(path + "/out/x") == [1])
        for name in ["way/x", "in/x"] {
          #expect(message { _ = try StoredFile.read("\(path)/\(name)") }.contains("cannot be read"))
          #expect(message { try StoredFile.write([2], to: "\(path)/\(name)") }.contains("cannot be written"))
        }
        #expect(
          message { try StoredFile.write([2], to: path + "/in/new") }
            == "`\(path)/in/new` cannot be written: it is not an ordinary file.")
        try StoredFile.write([3], to: path + "/out/y")
      }
      #expect(try StoredFile.read(path + "/out/x") == [1])
      #expect(try StorageFolder.content(path + "/out").sorted() == ["x", "y"])
      #expect(try StorageFolder.content(path + "/in").sorted() == ["new", "x"])
    }
  }

  @Test("A data set goes through a CSV file unchanged")
  func csv() throws {
    try StorageFolder.with { folder in
      let path = folder + "/data.csv"
      let features = try Tensor([0.1, -1e-30, 3, 1.0 / 3], shape: [2, 2])
      let named = try Dataset(
        features, Tensor([1, 0]), featureNames: ["a,b", "\"c\""], classNames: ["no, never", "yes"])
      try saveCSV(named, to: path)
      let read = try loadCSV(path, target: "target")
      #expect(read.features == features && read.featureNames == named.featureNames)
      #expect(read.targets == named.targets && read.classNames == named.classNames)

      let plain = try Dataset(features.converted(to: .float64), Tensor([0.1, 2], dtype: .float64))
      try saveCSV(plain, to: path, target: "y")
      let again = try loadCSV(path, target: "y", options: CSVOptions(dtype: .float64))
      #expect(again.features == plain.features && again.targets == plain.targets)
      #expect(again.featureNames == ["x0", "x1"])
    }
  }

  @Test("Columns of one name, and rows that are no lines, are not written as CSV")
  func csvRefusals() throws {
    let flat = try Dataset(.zeros([2, 1]), .zeros([2]), featureNames: ["y"])
    #expect(message { _ = try CSVText(flat, target: "y", name: "f") }.contains("two columns called `y`"))
    let deep = try Dataset(.zeros([2, 2, 2]), .zeros([2]))
    #expect(message { _ = try CSVText(deep, target: "y", name: "f") }.contains("have shape [2, 2]"))
  }
}
