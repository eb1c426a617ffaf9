/// Spreadsheet of `parallax sources`: one record a statement.

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/report/csv.hpp"
#include "engine/report/sources_writers.hpp"

namespace parallax {
namespace {

/// Source, role, organisation and country; empty where nobody is named.
std::vector<std::string> speaker_of(const SourcedDocument& sourced, const Statement& s) {
  if (!s.source) {
    return {"", "", "", ""};
  }
  const Source& source = sourced.sources[*s.source];
  return {source.name, std::string(name_of(source.role)), source.organisation, source.country};
}

std::string content_of(const Document& document, const Statement& s) {
  std::string text;
  for (const ByteSpan span : s.content) {
    text += (text.empty() ? "" : " ... ") + std::string(document.slice(span));
  }
  return text;
}

}  // namespace

std::string sources_csv_header() {
  return csv_record({"document", "path", "statement", "source", "role", "organisation", "country",
                     "mode", "commitment", "rule", "confidence", "cue", "place", "begin", "end",
                     "text"});
}

std::string write_sources_csv(const Document& document, const SourcedDocument& sourced) {
  std::string out;
  for (const Statement& s : sourced.statements) {
    std::vector<std::string> cells = {document.record.id, document.record.path, s.id};
    for (std::string& cell : speaker_of(sourced, s)) {
      cells.push_back(std::move(cell));
    }
    const Sentence& first = document.sentences[s.first_sentence];
    const bool empty = s.content.empty();
    for (std::string cell :
         {std::string(name_of(s.mode)), std::string(name_of(s.commitment)), s.rule,
          fmt::format("{:.4f}", s.confidence), cue_text(document, s),
          fmt::format("{}:{}", first.paragraph + 1, first.number),
          empty ? std::string() : std::to_string(s.content.front().begin),
          empty ? std::string() : std::to_string(s.content.back().end), content_of(document, s)}) {
      cells.push_back(std::move(cell));
    }
    out += csv_record(cells);
  }
  return out;
}

}  // namespace parallax
