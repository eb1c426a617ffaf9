/// Names that were changed.

#include "engine/compare/quote_changes_reader.hpp"

namespace parallax::quote_reading {

void Reader::affixes() {
  for (const WordPairing& w : s_.words) {
    if (w.article < 0 || w.official < 0 || w.same) {
      continue;
    }
    const std::string& a = folded(s_.article, w.article);
    const std::string& b = folded(s_.official, w.official);
    if (negates(a, b, s_.article.language) || negates(b, a, s_.article.language)) {
      add("negation", bytes_of(s_.article, w.article, w.article + 1),
          bytes_of(s_.official, w.official, w.official + 1), "the opposite word");
    }
  }
}

const std::string& Reader::folded(const Document& document, std::int32_t token) const {
  return words_[document.tokens[static_cast<std::size_t>(token)].word].surface_folded;
}

bool Reader::is_entity_term(const Term& t) {
  return t.kind == TermKind::kName || t.kind == TermKind::kCountry || t.kind == TermKind::kPlace;
}

void Reader::names() {
  for (const Claim& claim : article_.claims) {
    for (const Term& a : claim.terms) {
      const ByteSpan here = article_.whole(a.span);
      if (!is_entity_term(a) || !in_a_run(here, true)) {
        continue;
      }
      if (const auto there = counterpart(here, true)) {
        name_against(a, here, *there);
      }
    }
  }
}

void Reader::name_against(const Term& a, ByteSpan here, ByteSpan there) {
  for (const Claim& claim : official_.claims) {
    for (const Term& b : claim.terms) {
      const ByteSpan other = official_.whole(b.span);
      if (!is_entity_term(b) || !other.overlaps(there)) {
        continue;
      }
      // A longer or shorter form of one name shares words.
      const bool shares = a.id == b.id || shares_word(here, other);
      if (!shares) {
        add(b.kind == TermKind::kPlace && a.kind == TermKind::kPlace ? "place" : "name", here,
            other, "another name");
      }
      return;
    }
  }
}

bool Reader::shares_word(ByteSpan article, ByteSpan official) const {
  return std::any_of(s_.words.begin(), s_.words.end(), [&](const WordPairing& w) {
    return w.article >= 0 && w.official >= 0 && (w.same || w.same_stem) &&
           s_.article.tokens[static_cast<std::size_t>(w.article)].span.overlaps(article) &&
           s_.official.tokens[static_cast<std::size_t>(w.official)].span.overlaps(official);
  });
}

const Term* Reader::term_at(const Excerpt& e, std::int32_t token) {
  const auto local = static_cast<std::uint32_t>(token) - e.first;
  for (const Claim& claim : e.claims) {
    if (local < claim.first_token || local >= claim.first_token + claim.token_count) {
      continue;
    }
    for (const Term& term : claim.terms) {
      if (local >= term.token && local < term.token + term.tokens) {
        return &term;
      }
    }
  }
  return nullptr;
}

const Run* Reader::nearest_run(std::int32_t article_token) const {
  const Run* before = nullptr;
  for (const Run& run : runs_) {
    if (run.article_begin <= article_token) {
      before = &run;
    } else {
      return before != nullptr ? before : &run;
    }
  }
  return before;
}

}  // namespace parallax::quote_reading
