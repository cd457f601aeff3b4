/// "1 axis", "2 axes": a number and a noun whose plural is irregular.
func count(_ number: Int, _ noun: String, _ plural: String) -> String {
  "\(number) \(number == 1 ? noun : plural)"
}
