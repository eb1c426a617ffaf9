#pragma once

/// A text with its statements, for tests of engine/sources.

#include <string>
#include <string_view>
#include <vector>

#include "engine/document/analyse.hpp"
#include "engine/sources/attribute.hpp"

namespace parallax::test {

/// Document and result of one text.
struct Sourced {
  Document document;
  SourcedDocument out;

  /// The statement whose content begins with these words; nullptr if there is none.
  [[nodiscard]] const Statement* with(std::string_view words) const {
    for (const Statement& s : out.statements) {
      if (document.slice(s.content.front()).starts_with(words)) {
        return &s;
      }
    }
    return nullptr;
  }
  /// Who says what begins with these words: "" for nobody, "?" if there is no such statement.
  [[nodiscard]] std::string speaker(std::string_view words) const {
    const Statement* s = with(words);
    return s == nullptr ? "?" : s->source ? out.sources[*s->source].name : "";
  }
  [[nodiscard]] const Source& source_of(std::string_view words) const {
    const Statement* s = with(words);
    PARALLAX_EXPECTS(s != nullptr && s->source.has_value());
    return out.sources[*s->source];
  }
};

inline Sourced sourced(std::string text, const std::string& source = "",
                       const std::string& language = "en") {
  static const LexiconSource kLexicons;
  Record record;
  record.id = "x";
  record.text = std::move(text);
  record.language = language;
  if (!source.empty()) {
    record.source = source;
  }
  WordTable words;
  Analyser analyser(words, kLexicons);
  Document document = analyser.analyse(std::move(record)).value();
  SourcedDocument out = attribute(document, words, kLexicons).value();
  return {std::move(document), std::move(out)};
}

}  // namespace parallax::test
