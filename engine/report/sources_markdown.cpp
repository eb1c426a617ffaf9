/// The Markdown view of `parallax sources`.

#include <algorithm>

#include <fmt/format.h>

#include "engine/report/phrasing.hpp"
#include "engine/report/sources_writers.hpp"

namespace parallax {
namespace {

std::string content_of(const Document& d, const Statement& s) {
  std::string text;
  for (const ByteSpan span : s.content) {
    text += (text.empty() ? "" : " ... ") + one_line(d.slice(span));
  }
  return markdown_escaped(text);
}

std::string row(const Document& d, const SourcedDocument& sourced, const Statement& s,
                bool with_source) {
  const Sentence& first = d.sentences[s.first_sentence];
  const std::string cue = s.cue.empty() ? std::string() : markdown_escaped(cue_text(d, s));
  const std::string commitment =
      s.commitment == Commitment::kAsserted ? "" : fmt::format(" ({})", name_of(s.commitment));
  const std::string who = !with_source ? ""
                          : s.source
                              ? " " + markdown_escaped(sourced.sources[*s.source].name) + " |"
                              : " - |";
  return fmt::format("| {}:{} |{} {} | {}{} | {} | {:.2f} |\n", first.paragraph + 1, first.number,
                     who, name_of(s.mode), cue, commitment, content_of(d, s), s.confidence);
}

}  // namespace

std::string write_sources_markdown(const Document& document, const SourcedDocument& sourced,
                                   SourcesOrder order) {
  const std::string name = document.record.title ? *document.record.title : document.record.id;
  std::string out = "## Who said what: " + markdown_escaped(name) + "\n";
  if (order == SourcesOrder::kText) {
    out += "\n| where | source | mode | cue | content | sure |\n|---|---|---|---|---|---|\n";
    for (const Statement& s : sourced.statements) {
      out += row(document, sourced, s, true);
    }
  } else {
    const std::vector<std::vector<std::size_t>> of = statements_by_source(sourced);
    for (std::size_t k = 0; k < of.size(); ++k) {
      const bool nobody = k == sourced.sources.size();
      std::string rows;
      for (const std::size_t n : of[k]) {
        rows += row(document, sourced, sourced.statements[n], false);
      }
      if (!rows.empty()) {
        out += "\n### " +
               (nobody ? "Nobody named" : markdown_escaped(source_title(sourced.sources[k]))) +
               "\n\n| where | mode | cue | content | sure |\n|---|---|---|---|---|\n" + rows;
      }
    }
  }
  for (const std::string& warning : sourced.warnings) {
    out += "\n> " + markdown_escaped(warning) + "\n";
  }
  return out;
}

}  // namespace parallax
