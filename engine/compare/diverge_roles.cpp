/// Who did what to whom: two parties exchange their parts around the same predicate.

#include <algorithm>
#include <array>

#include "engine/compare/diverge.hpp"

namespace parallax {
namespace {

/// Things that are no known actors count as parties only if the claims share this much.
constexpr double kSameMatter = 0.8;

bool is_actor(const Term& term) {
  return is_entity(term) || (term.kind == TermKind::kConcept && term.actor);
}

/// Who may change places: actors known as such, or any thing where the claims say nothing else.
enum class Parties : std::uint8_t { kActors, kThings };

bool is_party(const Term& term, Parties parties) {
  if (term.relative || term.frame) {
    return false;
  }
  return is_actor(term) || (parties == Parties::kThings && is_content(term) && !term.event &&
                            !term.speech && !term.locative && !term.verb);
}

/// The part a party has in what a predicate says.
enum class Part : std::uint8_t { kNone, kAgent, kPatient, kFrom, kTo, kAgainst, kOf };

const std::string& word_of(const PairContext& pair, const Document& document, const Term& term) {
  return pair.words[document.tokens[term.token].word].folded;
}

/// One side of the pair.
struct Side {
  const Document& document;
  const Claim& claim;
};

/// True if the predicate is a passive, or has its agent behind "by".
bool passive(const PairContext& pair, const Side& side, const Term& predicate) {
  if (predicate.passive) {
    return true;
  }
  for (const Term& term : side.claim.terms) {
    if (term.token <= predicate.token || term.token > predicate.token + 6) {
      continue;
    }
    const std::string& word = word_of(pair, side.document, term);
    if (word == "by" || word == "par" || word == "von" || word == "por" || word == "durch") {
      return true;
    }
  }
  return false;
}

/// Part by preposition; kNone for prepositions that give a place, a time or a manner.
Part oblique_part(const PairContext& pair, const Term& term, bool is_passive, bool nominal) {
  const std::string& preposition = pair.words.stem(term.preposition);
  if (preposition == "by") {
    return is_passive || nominal ? Part::kAgent : Part::kNone;
  }
  if (preposition == "from") {
    return Part::kFrom;
  }
  if (preposition == "to" || preposition == "into") {
    return Part::kTo;
  }
  if (preposition == "against" || preposition == "on" || preposition == "upon") {
    return nominal ? Part::kPatient : Part::kAgainst;
  }
  if (preposition == "of") {
    return Part::kOf;
  }
  return Part::kNone;
}

Part part_of(const PairContext& pair, const Term& term, const Term& predicate, bool is_passive) {
  const bool before = term.token < predicate.token;
  if (term.slot == Slot::kOblique && (!before || predicate.event)) {
    const bool nominal = predicate.event && !predicate.verb;
    const Part part = oblique_part(pair, term, is_passive, nominal);
    if (part != Part::kOf || before) {
      return before && part == Part::kOf ? (is_passive ? Part::kPatient : Part::kAgent) : part;
    }
    return Part::kPatient;
  }
  if (term.slot == Slot::kNone && term.locative) {
    return Part::kNone;
  }
  return before == is_passive ? Part::kPatient : Part::kAgent;
}

struct Played {
  const Term* term = nullptr;
  Part part = Part::kNone;
};

/// Parties with their parts; a party with two parts in one claim has none.
std::vector<Played> parts_of(const PairContext& pair, const Side& side, const Term& predicate,
                             Parties parties) {
  std::vector<Played> played;
  const bool is_passive = passive(pair, side, predicate);
  for (const Term& term : side.claim.terms) {
    const bool elsewhere = parties == Parties::kThings && term.clause != predicate.clause;
    if (!is_party(term, parties) || term.id == predicate.id || elsewhere) {
      continue;
    }
    const Part part = part_of(pair, term, predicate, is_passive);
    const auto seen = std::find_if(played.begin(), played.end(),
                                   [&](const Played& p) { return p.term->id == term.id; });
    if (seen == played.end()) {
      played.push_back({&term, part});
    } else if (seen->part != part) {
      seen->part = Part::kNone;
    }
  }
  return played;
}

const Played* with_id(const std::vector<Played>& list, StemId id) {
  const auto it =
      std::find_if(list.begin(), list.end(), [&](const Played& p) { return p.term->id == id; });
  return it == list.end() || it->part == Part::kNone ? nullptr : &*it;
}

Finding finding_of(const PairContext& pair, const Term& left, const Term& right,
                   const Term& predicate) {
  Finding f;
  f.kind = "role";
  f.severity = Severity::kConflict;
  f.rule = "role.swapped";
  f.confidence = 0.85;
  f.slot = "who: " + std::string(pair.left_document.slice(predicate.span));
  f.left = {left.span, {{"agent", pair.words.stem(left.id)}}};
  f.right = {right.span, {{"agent", pair.words.stem(right.id)}}};
  f.explanation = "The parties change places around \"" +
                  std::string(pair.left_document.slice(predicate.span)) +
                  "\": " + std::string(pair.left_document.slice(left.span)) + " on one side, " +
                  std::string(pair.right_document.slice(right.span)) + " on the other";
  return f;
}

bool swapped_around(const PairContext& pair, const Term& left, const Term& right, Parties parties,
                    Finding& finding) {
  const std::vector<Played> l = parts_of(pair, {pair.left_document, pair.left}, left, parties);
  const std::vector<Played> r = parts_of(pair, {pair.right_document, pair.right}, right, parties);
  for (const Played& first : l) {
    const Played* first_there = with_id(r, first.term->id);
    if (first.part == Part::kNone || first_there == nullptr || first_there->part == first.part) {
      continue;
    }
    for (const Played& second : l) {
      const Played* second_there = with_id(r, second.term->id);
      if (second.term->id != first.term->id && second_there != nullptr &&
          second.part == first_there->part && second_there->part == first.part &&
          first.part < second.part) {
        finding = finding_of(pair, *first.term, *second_there->term, left);
        return true;
      }
    }
  }
  return false;
}

bool symmetric(const PairContext& pair, const Term& predicate) {
  const std::string& stem = pair.words.stem(predicate.id);
  static constexpr std::string_view kSymmetric[] = {
      "=meet",   "=agree", "=clash",     "=talk",   "=negotiate", "=sign",   "=border", "meet",
      "agre",    "clash",  "border",     "negoti",  "talk",       "cooper",  "compet",  "differ",
      "coordin", "marri",  "collid",     "merg",    "exchang",    "discuss", "share",   "separ",
      "connect", "link",   "neighbour",  "trade",   "war",        "fight",   "fought",  "unit",
      "ally",    "alli",   "correspond", "stretch", "extend",     "border"};
  return std::find(std::begin(kSymmetric), std::end(kSymmetric), stem) != std::end(kSymmetric);
}

const Term* predicate_there(const Claim& claim, StemId id) {
  const auto it = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& t) {
    return t.id == id && !t.relative && t.predicate;
  });
  return it == claim.terms.end() ? nullptr : &*it;
}

bool find_swap(const PairContext& pair, const EventGate& gate, Parties parties, Finding& finding) {
  for (const Term& term : pair.left.terms) {
    const bool candidate = is_content(term) && !is_actor(term) && term.predicate &&
                           !term.relative && in_common(gate, term.id);
    if (!candidate || symmetric(pair, term)) {
      continue;
    }
    const Term* right = predicate_there(pair.right, term.id);
    if (right != nullptr && swapped_around(pair, term, *right, parties, finding)) {
      return true;
    }
  }
  return false;
}

}  // namespace

void diverge_roles(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  if (gate.other_event || gate.overlap < 0.6 || gate.jaccard < 0.4) {
    return;
  }
  Finding finding;
  const bool found =
      find_swap(pair, gate, Parties::kActors, finding) ||
      (gate.jaccard >= kSameMatter && find_swap(pair, gate, Parties::kThings, finding));
  if (found) {
    out.push_back(std::move(finding));
  }
}

}  // namespace parallax
