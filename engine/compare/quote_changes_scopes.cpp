/// Negation and strength that were changed.

#include "engine/compare/quote_changes_reader.hpp"
#include "models/text/word_list.hpp"

namespace parallax::quote_reading {

bool Reader::leaves_out_decider() const {
  static constexpr WordList kDecide = {"may",  "might", "can", "could", "must", "should", "shall",
                                       "will", "would", "not", "never", "no",   "cannot", "unless"};
  return std::any_of(s_.words.begin(), s_.words.end(), [&](const WordPairing& w) {
    return w.elided && w.official >= 0 && kDecide.contains(folded(s_.official, w.official));
  });
}

void Reader::scopes() {
  const bool cut = !runs_.empty() || leaves_out_decider();
  for (const WordPairing& w : s_.words) {
    if (w.article < 0 || w.official < 0 || !(w.same || w.same_stem)) {
      continue;
    }
    const Term* a = term_at(article_, w.article);
    const Term* b = term_at(official_, w.official);
    if (a == nullptr || b == nullptr || a->kind == TermKind::kFunction ||
        b->kind == TermKind::kFunction || a->relative != b->relative) {
      continue;
    }
    const bool governed = (a->governed || a->predicate) && (b->governed || b->predicate);
    if (a->negated != b->negated && (cut || negators(article_) != negators(official_))) {
      add_once("negation", w,
               a->negated ? "denies what the official text asserts"
                          : "asserts what the official text denies");
    } else if (governed && a->modality != b->modality && cut) {
      add_once(
          "modality", w,
          std::string(name_of(a->modality)) + " instead of " + std::string(name_of(b->modality)));
    }
  }
}

std::size_t Reader::negators(const Excerpt& e) {
  std::size_t n = 0;
  for (const Claim& claim : e.claims) {
    n += claim.negators;
  }
  return n;
}

void Reader::rules() {
  for (const Claim& a : article_.claims) {
    const Claim* b = most_shared(a);
    if (b == nullptr) {
      continue;
    }
    const PairContext pair{article_.document, official_.document, a, *b, words_};
    for (const Finding& f : diverge(pair, open_gate(pair))) {
      if (f.severity != Severity::kNote && !has(f.kind)) {
        add(f.kind, article_.whole(f.left.span), official_.whole(f.right.span), f.explanation);
      }
    }
  }
}

}  // namespace parallax::quote_reading
