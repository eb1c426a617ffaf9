#include "engine/document/stop_words.hpp"

#include "models/text/fold.hpp"

namespace parallax {

Result<std::string> stop_words(const LexiconSource& lexicons, const std::string& language) {
  std::string lines;
  for (const LexiconSource::Part& part : lexicons.parts(language + "/stop.tsv")) {
    Result<Table> table = parse_table(part.name, part.bytes, {"word"});
    if (!table) {
      return std::move(table).error();
    }
    for (const Table::Row& row : table.value().rows) {
      lines += fold(row.fields[0], language) + "\n";
    }
  }
  return lines;
}

}  // namespace parallax
