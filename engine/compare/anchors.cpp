#include "engine/compare/anchors.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/compare/diverge.hpp"
#include "engine/compare/entities.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

constexpr double kName = 2.0;
constexpr double kWord = 1.0;
constexpr double kEverywhere = 0.5;
constexpr double kEnough = 3.0;
constexpr std::size_t kEnoughWords = 3;
/// Long sentences share words by chance.
constexpr double kShare = 0.3;
constexpr double kShareOfAll = 0.15;

/// Words that most claims of a field have.
bool everywhere(std::string_view id) {
  static constexpr WordList kWords = {
      "=person",  "=ministry", "=government", "=state",  "=country", "=official", "=authority",
      "=worker",  "=hold",     "=take",       "=make",   "=include", "=year",     "=number_toll",
      "new",      "last",      "first",       "member",  "=member",  "=group",    "=part",
      "national", "public",    "=be",         "=become", "=have",    "=receive",  "countri"};
  return kWords.contains(id);
}

/// Bodies that everybody speaks of before them: the United Nations and their organs.
bool body_of_all(std::string_view id) {
  return id == "=un" || id.starts_with("=un_") || id.starts_with("@org:un") || id == "state";
}

bool same_figure(const Quantity& a, const Quantity& b) {
  return a.value.low == a.value.high && a.value.low == b.value.low && b.value.low == b.value.high &&
         a.unit == b.unit && a.aspect == b.aspect;
}

/// Figures that both sides give, each told once.
std::size_t same_figures(const Claim& left, const Claim& right) {
  std::vector<bool> used(right.quantities.size(), false);
  std::size_t count = 0;
  for (const Quantity& a : left.quantities) {
    for (std::size_t j = 0; j < right.quantities.size(); ++j) {
      if (!used[j] && same_figure(a, right.quantities[j])) {
        used[j] = true;
        ++count;
        break;
      }
    }
  }
  return count;
}

/// Told terms of a claim that both sides have, one an id.
std::vector<const Term*> shared_told(const Claim& claim, const EventGate& gate) {
  std::vector<const Term*> shared;
  for (const Term& term : claim.terms) {
    if (is_told(term) && in_common(gate, term.id)) {
      shared.push_back(&term);
    }
  }
  std::stable_sort(shared.begin(), shared.end(),
                   [](const Term* a, const Term* b) { return a->id < b->id; });
  shared.erase(std::unique(shared.begin(), shared.end(),
                           [](const Term* a, const Term* b) { return a->id == b->id; }),
               shared.end());
  return shared;
}

/// What one side's shared terms weigh.
Anchors weigh(const PairContext& pair, const std::vector<const Term*>& shared) {
  Anchors anchors;
  for (const Term* term : shared) {
    const std::string& id = pair.words.stem(term->id);
    anchors.event = anchors.event || term->event || term->verb;
    if (is_entity(*term)) {
      const bool body = body_of_all(id);
      anchors.names += body ? 0 : 1;
      anchors.weight += body ? kEverywhere : term->kind == TermKind::kCountry ? kWord : kName;
    } else {
      ++anchors.words;
      anchors.weight += everywhere(id) ? kEverywhere : kWord;
    }
  }
  return anchors;
}

/// Names of `told` that the other side is, or is quoted by: "Saravian jets", "the air force of
/// Saravia said".
std::size_t speakers(const PairContext& pair, const EventGate& gate, const Claim& told,
                     const Claim& framed) {
  const bool left = &told == &pair.left;
  return static_cast<std::size_t>(
      std::count_if(told.terms.begin(), told.terms.end(), [&](const Term& name) {
        return is_entity(name) && is_told(name) && !in_common(gate, name.id) &&
               std::any_of(framed.terms.begin(), framed.terms.end(), [&](const Term& other) {
                 return is_entity(other) && other.frame &&
                        (left ? same_entity(pair, name, other) : same_entity(pair, other, name));
               });
      }));
}

}  // namespace

Anchors anchors_of(const PairContext& pair, const EventGate& gate) {
  const Anchors left = weigh(pair, shared_told(pair.left, gate));
  const Anchors right = weigh(pair, shared_told(pair.right, gate));
  Anchors anchors;
  anchors.weight = std::min(left.weight, right.weight);
  anchors.names = std::min(left.names, right.names);
  anchors.words = std::min(left.words, right.words);
  anchors.event = left.event && right.event;
  anchors.values =
      same_figures(pair.left, pair.right) +
      (one_moment(pair.left, pair.right) && !pair.left.dates[0].frame && !pair.right.dates[0].frame
           ? 1
           : 0);
  anchors.weight += static_cast<double>(anchors.values) * kWord;
  const std::size_t spoken =
      speakers(pair, gate, pair.left, pair.right) + speakers(pair, gate, pair.right, pair.left);
  anchors.names += spoken;
  anchors.weight += static_cast<double>(spoken) * kWord;
  return anchors;
}

bool each_of_itself(const PairContext& pair, const EventGate& gate) {
  static constexpr WordList kFirst = {"we", "our", "us", "i", "my", "ours"};
  const auto first_person = [&](const Document& document, const Claim& claim) {
    for (std::uint32_t i = claim.first_token; i < claim.first_token + claim.token_count; ++i) {
      const std::string& word = pair.words[document.tokens[i].word].folded;
      if (kFirst.contains(word)) {
        return true;
      }
    }
    return false;
  };
  const auto named = [&](const Claim& claim) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return is_entity(term) && is_told(term) && in_common(gate, term.id);
    });
  };
  return pair.left_document.language == "en" && pair.right_document.language == "en" &&
         first_person(pair.left_document, pair.left) &&
         first_person(pair.right_document, pair.right) && !(named(pair.left) && named(pair.right));
}

bool anchored(const Anchors& anchors, const EventGate& gate) {
  return anchors.weight >= kEnough && gate.overlap >= kShare && gate.jaccard >= kShareOfAll &&
         (anchors.names > 0 || anchors.words + anchors.values >= kEnoughWords);
}

}  // namespace parallax
