/// The numbers of a picture as rows and columns of ready text.
struct DataTable {
  var header: [String]
  var rows: [[String]] = []

  init(_ header: [String], _ rows: [[String]] = []) {
    self.header = header
    self.rows = rows
  }
}
