/// What the writers of `parallax sources` share.

#include <algorithm>

#include "engine/report/sources_writers.hpp"

namespace parallax {
namespace {

/// A piece that mostly tells what somebody else says or denies is not the source's own.
Commitment commitment_of(const Statement& statement, ByteSpan piece) {
  for (const EmbeddedClaim& e : statement.embedded) {
    const std::uint32_t begin = std::max(e.span.begin, piece.begin);
    const std::uint32_t end = std::min(e.span.end, piece.end);
    if (begin < end && 2 * (end - begin) >= piece.size()) {
      return e.commitment;
    }
  }
  return statement.commitment;
}

}  // namespace

std::vector<StatementClaim> claims_of(const Document& document, const Statement& statement) {
  std::vector<StatementClaim> claims;
  for (const ByteSpan content : statement.passage) {
    for (std::uint32_t s = statement.first_sentence;
         s <= statement.last_sentence && s < document.sentences.size(); ++s) {
      const ByteSpan sentence = document.sentences[s].span;
      if (!sentence.overlaps(content)) {
        continue;
      }
      const ByteSpan piece = {std::max(sentence.begin, content.begin),
                              std::min(sentence.end, content.end)};
      claims.push_back({piece, commitment_of(statement, piece)});
    }
  }
  return claims;
}

std::vector<std::vector<std::size_t>> statements_by_source(const SourcedDocument& sourced) {
  std::vector<std::vector<std::size_t>> of(sourced.sources.size() + 1);
  for (std::size_t k = 0; k < sourced.statements.size(); ++k) {
    of[sourced.statements[k].source.value_or(sourced.sources.size())].push_back(k);
  }
  return of;
}

std::string source_title(const Source& source) {
  std::string title = source.name;
  std::string details;
  const auto add = [&](std::string_view text) {
    if (!text.empty()) {
      details += (details.empty() ? "" : ", ") + std::string(text);
    }
  };
  if (source.role != Role::kUnknown) {
    add(name_of(source.role));
  }
  add(source.organisation);
  add(source.country.empty() ? "" : source.country + (source.country_inferred ? "?" : ""));
  return details.empty() ? title : title + " (" + details + ")";
}

std::string cue_text(const Document& document, const Statement& statement) {
  std::string text;
  for (const ByteSpan cue : statement.cue) {
    text += (text.empty() ? "" : " ... ") + std::string(document.slice(cue));
  }
  return text;
}

}  // namespace parallax
