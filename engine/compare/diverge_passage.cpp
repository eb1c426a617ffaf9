/// Into a place on one side, out of it on the other; joined a body, left it.

#include <algorithm>
#include <string_view>

#include "engine/compare/diverge.hpp"
#include "engine/compare/diverge_steps.hpp"
#include "engine/compare/number_values.hpp"
#include "engine/compare/other_matter.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

constexpr double kConfidence = 0.6;

/// Words that take what is entered or left as their object.
int way_of_word(std::string_view word) {
  static constexpr WordList kIn = {
      "entered", "enters",  "enter",   "entering", "reached",  "reaches", "joined", "joins",
      "join",    "joining", "arrived", "arrives",  "arriving", "docked",  "docks",  "landed",
      "lands",   "berthed", "moored",  "anchored", "acceded",  "accedes", "accede", "accession",
      "entry",   "arrival", "invaded", "boarded",  "occupied"};
  static constexpr WordList kOut = {
      "left",        "leaves",    "leave",     "leaving",   "quit",      "quits",    "departed",
      "departs",     "depart",    "departure", "departing", "exited",    "exits",    "exit",
      "vacated",     "vacates",   "evacuated", "withdrew",  "withdraws", "withdraw", "withdrawn",
      "withdrawal",  "fled",      "flees",     "retreated", "retreats",  "retreat",  "seceded",
      "secedes",     "secession", "abandoned", "abandons",  "emerged",   "decamped", "denounced",
      "disembarked", "deserted",  "renounced", "escaped"};
  return kIn.contains(word) ? 1 : kOut.contains(word) ? -1 : 0;
}

/// Words whose way a preposition tells: "sailed into", "sailed out of".
bool moves(std::string_view word) {
  static constexpr WordList kMoves = {
      "sailed",   "sails",    "sailing",  "drove",    "driven",  "drives",  "moved",     "moves",
      "moving",   "marched",  "marches",  "rolled",   "rolls",   "pulled",  "pulls",     "pulling",
      "flew",     "flown",    "flies",    "crossed",  "crosses", "went",    "gone",      "goes",
      "came",     "comes",    "advanced", "advances", "headed",  "poured",  "steamed",   "rode",
      "walked",   "pushed",   "stepped",  "put",      "puts",    "set",     "travelled", "drew",
      "slipped",  "streamed", "filed",    "ventured", "backed",  "steered", "surged",    "rushed",
      "swept",    "returned", "returns",  "trooped",  "rowed",   "ran",     "cruised",   "motored",
      "deployed", "shifted",  "hurried",  "made"};
  return kMoves.contains(word);
}

/// Way of the moving word at `i`: by the first preposition of the tokens behind it.
int way_behind(const ClaimWords& words, std::uint32_t i) {
  constexpr std::uint32_t kReach = 4;
  for (std::uint32_t k = i + 1; k <= i + kReach && k < words.end(); ++k) {
    if ((words.is(k, {"out"}) && words.is(k + 1, {"of", "from"})) ||
        words.is(k, {"from", "sail"}) || (words.is(k, {"to"}) && words.is(k + 1, {"sea"})) ||
        (words.is(k, {"away"}) && words.is(k + 1, {"from"}))) {
      return -1;
    }
    if (words.is(k, {"into", "inside"})) {
      return 1;
    }
    if (words.is(k, {",", ";", "and", "that", "by", "over", "through", "along"})) {
      return 0;
    }
  }
  return 0;
}

/// A passage: which way, by what word, and of which place that both sides name.
struct Passage {
  int way = 0;
  const Term* word = nullptr;
  const Term* place = nullptr;
};

/// "Left Ardun for the port of Beshir", "entered from the north", "arrived by train": where it goes
/// on, or comes from, or how.
bool of_other_end(const ClaimWords& words, const Term& word, const Term& place, int way) {
  for (std::uint32_t i = word.token + 1; i < place.token; ++i) {
    const bool end =
        way < 0 ? words.is(i, {"for", "to", "toward", "towards", "at"}) && !words.is(i + 1, {"sea"})
                : words.is(i, {"from"});
    if (end || words.is(i, {"by", "via", "with", "aboard", "after", "during"})) {
      return true;
    }
  }
  return false;
}

/// The first shared name or thing behind the word, in its clause, on the way that it tells.
const Term* place_behind(const ClaimWords& words, const EventGate& gate, const Term& word,
                         int way) {
  const Claim& claim = words.claim;
  constexpr std::uint32_t kReach = 9;
  const auto it = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.token > word.token && term.token <= word.token + kReach &&
           term.clause == word.clause && is_told(term) && !term.verb && !term.actor &&
           !of_other_end(words, word, term, way) && in_common(gate, term.id);
  });
  return it == claim.terms.end() ? nullptr : &*it;
}

/// The place of the other side's passage stands behind the word, too.
bool of_one_place(const ClaimWords& words, const Passage& passage, StemId place) {
  const Claim& claim = words.claim;
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.id == place && term.token > passage.word->token &&
           term.clause == passage.word->clause &&
           !of_other_end(words, *passage.word, term, passage.way);
  });
}

/// Who moves stands in front of the word, and the other side names it, too.
bool shared_mover(const Claim& claim, const EventGate& gate, const Passage& passage) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.token < passage.word->token && is_told(term) && !term.attribute &&
           (is_entity(term) || term.actor || term.slot == Slot::kSubject) &&
           term.id != passage.place->id && in_common(gate, term.id);
  });
}

/// The one way that a claim tells; none if it tells both.
Passage passage_of(const PairContext& pair, const Document& document, const Claim& claim,
                   const EventGate& gate) {
  const ClaimWords words{pair.words, document, claim};
  Passage found;
  for (const Term& term : claim.terms) {
    const std::string_view word = words.at(term.token);
    const int way = moves(word) ? way_behind(words, term.token) : way_of_word(word);
    if (way == 0 || term.frame || term.relative || term.kind == TermKind::kName) {
      continue;
    }
    const Passage here{way, &term, place_behind(words, gate, term, way)};
    if (found.way != 0 && found.way != way) {
      return {};
    }
    if (here.place != nullptr && !term.negated && term.modality == Modality::kFact &&
        found.way == 0 && shared_mover(claim, gate, here)) {
      found = here;
    }
  }
  return found;
}

/// The finding says in other words what the passage tells.
bool told_as_state(const Finding& f) {
  return f.rule == "negation.antonym" &&
         (f.slot.starts_with("membership") || f.slot == "presence" || f.slot == "movement");
}

}  // namespace

void diverge_passage(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  constexpr std::size_t kShared = 2;
  constexpr double kOverlap = 0.5;
  const bool english = pair.left_document.language == "en" && pair.right_document.language == "en";
  const bool open = std::all_of(out.begin(), out.end(), [](const Finding& f) {
    return f.severity == Severity::kNote || told_as_state(f);
  });
  if (!english || !open || gate.shared < kShared || gate.overlap < kOverlap || gate.other_event ||
      gate.contrasted || other_dates(pair.left, pair.right) ||
      pair.left.dates.empty() != pair.right.dates.empty() || tell_parts(pair.left, pair.right) ||
      pair.left.question || pair.right.question || pair.left.negators + pair.right.negators > 0) {
    return;
  }
  const Passage left = passage_of(pair, pair.left_document, pair.left, gate);
  const Passage right = passage_of(pair, pair.right_document, pair.right, gate);
  if (left.way * right.way >= 0 ||
      (!of_one_place({pair.words, pair.left_document, pair.left}, left, right.place->id) &&
       !of_one_place({pair.words, pair.right_document, pair.right}, right, left.place->id))) {
    return;
  }
  std::erase_if(out, told_as_state);
  Finding f;
  f.kind = "direction";
  f.severity = Severity::kDifference;
  f.rule = "direction.passage";
  f.confidence = kConfidence;
  f.slot = "passage";
  const auto way = [](int sign) { return std::string(sign > 0 ? "in" : "out"); };
  f.left = {left.word->span, {{"way", way(left.way)}}};
  f.right = {right.word->span, {{"way", way(right.way)}}};
  f.explanation = "Into one place on the " + std::string(left.way > 0 ? "left" : "right") +
                  " side, out of it on the other";
  out.push_back(std::move(f));
}

}  // namespace parallax
