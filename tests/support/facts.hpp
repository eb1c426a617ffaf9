#pragma once

/// One sentence -> its claim with all facts, by the built-in tables.

#include <stdexcept>
#include <string>
#include <utility>

#include "engine/document/analyse.hpp"
#include "engine/facts/claims.hpp"
#include "tests/support/compared.hpp"

namespace parallax::test {

/// Owns what a claim refers to.
struct ReadClaim {
  WordTable words;
  LexiconSource source;
  Document document;
  Claim claim;

  [[nodiscard]] std::string text(ByteSpan span) const { return std::string(document.slice(span)); }
  /// The first term whose text is `word`.
  [[nodiscard]] const Term& term(const std::string& word) const {
    for (const Term& t : claim.terms) {
      if (text(t.span) == word) {
        return t;
      }
    }
    throw std::runtime_error("no term '" + word + "' in: " + document.record.text);
  }
};

inline void read_into(ReadClaim& r, std::string sentence, const std::string& date = {},
                      const std::string& language = "en") {
  Analyser analyser(r.words, r.source);
  Record record = record_of("left", std::move(sentence), language);
  if (!date.empty()) {
    record.date = date;
  }
  r.document = analyser.analyse(std::move(record)).value();
  const FactLexicon lexicon = FactLexicon::load(language, r.source).value();
  r.claim = extract_claims(r.document, lexicon, r.words).at(0);
}

}  // namespace parallax::test
