#include "engine/corpus/drift_units.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

#include "engine/facts/claims.hpp"

namespace parallax {
namespace {

bool has_predicate(const Claim& claim) {
  return std::any_of(claim.terms.begin(), claim.terms.end(),
                     [](const Term& term) { return term.predicate || term.verb; });
}

bool has_name(const Claim& claim) {
  return std::any_of(claim.terms.begin(), claim.terms.end(),
                     [](const Term& term) { return term.kind == TermKind::kName; });
}

/// True if a claim ends within a name: "Charles I." in front of "Plosser".
bool ends_in_initial(const Document& document, const Claim& open, const Claim& next) {
  const std::uint32_t end = open.first_token + open.token_count;
  if (open.token_count < 2 || next.terms.empty() || next.terms.front().kind != TermKind::kName) {
    return false;
  }
  const Token& initial = document.tokens[end - 2];
  return document.slice(document.tokens[end - 1].span) == "." && initial.span.size() == 1 &&
         initial.shape == Shape::kCapitalised;
}

/// A part of a list: names, no predicate, right behind the claim in the same paragraph; or the rest
/// of a name.
bool continues(const Document& document, const Claim& open, const Claim& next) {
  const bool adjacent =
      open.first_token + open.token_count == next.first_token &&
      document.sentences[open.sentence].paragraph == document.sentences[next.sentence].paragraph;
  const bool part = !has_predicate(next) && has_name(next);
  return adjacent && has_name(open) && (part || ends_in_initial(document, open, next));
}

std::uint8_t shifted(std::uint8_t value, std::uint8_t by) {
  const unsigned sum = static_cast<unsigned>(value) + by;
  return static_cast<std::uint8_t>(
      std::min<unsigned>(sum, std::numeric_limits<std::uint8_t>::max()));
}

template <class T>
void append(std::vector<T>& to, std::vector<T>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// Adds a part of a list to the claim that opens it.
void join(Claim& open, Claim part) {
  const auto offset = static_cast<std::uint32_t>(open.terms.size());
  std::uint8_t clause = 0;
  std::uint8_t segment = 0;
  for (const Term& term : open.terms) {
    clause = std::max(clause, shifted(term.clause, 1));
    segment = std::max(segment, shifted(term.segment, 1));
  }
  for (Term& term : part.terms) {
    term.clause = shifted(term.clause, clause);
    term.segment = shifted(term.segment, segment);
  }
  for (Stance& stance : part.stances) {
    stance.term += offset;
  }
  for (Direction& direction : part.directions) {
    direction.term += offset;
  }
  for (Direction& step : part.steps) {
    step.term += offset;
  }
  for (Label& label : part.labels) {
    label.term += offset;
  }
  open.span = open.span.join(part.span);
  open.token_count += part.token_count;
  open.negators += part.negators;
  append(open.terms, part.terms);
  append(open.quantities, part.quantities);
  append(open.dates, part.dates);
  append(open.stances, part.stances);
  append(open.directions, part.directions);
  append(open.steps, part.steps);
  append(open.contrasts, part.contrasts);
  append(open.agents, part.agents);
  append(open.labels, part.labels);
  append(open.key_terms, part.key_terms);
}

/// "I." and "St." end no name.
bool is_short(const std::string& word) {
  constexpr std::size_t kShort = 2;
  return word.size() <= kShort;
}

/// "Charles I." and "Plosser" are one name although a sentence seems to end between them.
bool runs_on(const Document& document, const UnitName& name, const Term& next) {
  const std::string_view between = document.slice({name.span.end, next.span.begin});
  const bool blank = std::all_of(between.begin(), between.end(),
                                 [](char c) { return c == ' ' || c == '.' || c == '\n'; });
  const bool dot = between.find('.') != std::string_view::npos;
  return blank && (!dot || is_short(name.words.back()));
}

std::vector<UnitName> names_of(const Document& document, const Claim& claim,
                               const WordTable& words) {
  std::vector<UnitName> names;
  for (const Term& term : claim.terms) {
    const bool named = term.kind == TermKind::kName || term.kind == TermKind::kPlace ||
                       term.kind == TermKind::kCountry;
    if (!named) {
      continue;
    }
    const bool goes_on = !names.empty() && runs_on(document, names.back(), term);
    if (!goes_on) {
      names.push_back({term.span, {}});
    }
    names.back().span = names.back().span.join(term.span);
    for (std::uint32_t i = 0; i < term.tokens; ++i) {
      const Token& token = document.tokens[term.token + i];
      if (token.kind != TokenKind::kPunctuation) {
        names.back().words.push_back(words[token.word].folded);
      }
    }
    if (names.back().words.empty()) {
      names.pop_back();
    }
  }
  return names;
}

}  // namespace

bool same_name(const UnitName& a, const UnitName& b) {
  const UnitName& shorter = a.words.size() <= b.words.size() ? a : b;
  const UnitName& longer = &shorter == &a ? b : a;
  return a.words.back() == b.words.back() &&
         std::all_of(shorter.words.begin(), shorter.words.end(), [&](const std::string& word) {
           return std::find(longer.words.begin(), longer.words.end(), word) != longer.words.end();
         });
}

DriftUnits drift_units(const Document& document, const FactLexicon& lexicon, WordTable& words) {
  DriftUnits out;
  bool open = false;  // The last unit may be continued.
  for (Claim& claim : extract_claims(document, lexicon, words)) {
    if (claim.formulaic) {
      out.formulaic.push_back(claim.span);
      open = false;
    } else if (open && continues(document, out.units.back().claim, claim)) {
      join(out.units.back().claim, std::move(claim));
    } else {
      out.units.push_back({&document, std::move(claim), {}});
      open = true;
    }
  }
  for (DriftUnit& unit : out.units) {
    unit.names = names_of(document, unit.claim, words);
  }
  return out;
}

}  // namespace parallax
