/// Evaluations and demands: opposite ones on the same object, stronger against weaker ones,
/// movement in opposite directions.

#include <algorithm>
#include <cstdlib>

#include "engine/compare/diverge.hpp"

namespace parallax {
namespace {

/// What a stance is about: the first noun phrase behind it, or in front of it in the passive.
struct Target {
  std::vector<StemId> ids;
  StemId head{};
};

void finish(Target& target) {
  std::sort(target.ids.begin(), target.ids.end());
  target.ids.erase(std::unique(target.ids.begin(), target.ids.end()), target.ids.end());
}

Target target_behind(const Claim& claim, const Stance& stance) {
  Target target;
  bool phrase_open = true;
  for (std::size_t t = stance.term + 1; t < claim.terms.size(); ++t) {
    const Term& term = claim.terms[t];
    if (term.span.begin < stance.span.end) {
      continue;
    }
    if (!is_content(term) || term.relative) {
      phrase_open = phrase_open && target.ids.empty();
      continue;
    }
    target.ids.push_back(term.id);
    if (phrase_open && !term.attribute) {
      target.head = term.id;
    }
  }
  return target;
}

Target target_of(const Claim& claim, const Stance& stance) {
  Target target;
  if (!claim.verb_final) {
    target = target_behind(claim, stance);
  }
  if (target.ids.empty()) {
    for (std::size_t t = 0; t < stance.term; ++t) {
      if (is_content(claim.terms[t])) {
        target.ids.push_back(claim.terms[t].id);
        // Elsewhere the phrase may stand anywhere, so none is its head.
        target.head = claim.verb_final ? claim.terms[t].id : target.head;
      }
    }
  }
  finish(target);
  return target;
}

/// Half of the smaller target is shared and the head nouns are the same; or each head stands in the
/// other target (languages that put the head first, pairs of two languages); or any heads will do.
enum class Heads : std::uint8_t { kSame, kShared, kAny };

bool holds(const Target& target, StemId id) {
  return std::binary_search(target.ids.begin(), target.ids.end(), id);
}

bool same_target(const Target& a, const Target& b, Heads heads) {
  std::vector<StemId> common;
  std::set_intersection(a.ids.begin(), a.ids.end(), b.ids.begin(), b.ids.end(),
                        std::back_inserter(common));
  const std::size_t smaller = std::min(a.ids.size(), b.ids.size());
  if (smaller == 0 || 2 * common.size() < smaller) {
    return false;
  }
  if (heads == Heads::kAny || a.head == b.head || a.head == StemId{} || b.head == StemId{}) {
    return true;
  }
  return heads == Heads::kShared && holds(a, b.head) && holds(b, a.head);
}

Value stance_value(const Stance& s) {
  Value value{{"act", s.act}, {"polarity", static_cast<double>(s.polarity)}};
  if (!s.ladder.empty()) {
    value.emplace_back("ladder", s.ladder);
    value.emplace_back("rank", static_cast<double>(s.rank));
  }
  value.emplace_back("negated", s.negated);
  return value;
}

Finding stance_finding(const PairContext& pair, const Stance& a, const Stance& b) {
  Finding f;
  f.left = {a.span, stance_value(a)};
  f.right = {b.span, stance_value(b)};
  const std::string left(pair.left_document.slice(a.span));
  const std::string right(pair.right_document.slice(b.span));
  if (a.polarity * b.polarity < 0) {
    f.kind = "stance";
    f.severity = Severity::kConflict;
    f.rule = "stance.opposed";
    f.confidence = 0.85;
    f.explanation =
        "Opposite positions on the same object: \"" + left + "\" against \"" + right + "\"";
  } else {
    const int steps = std::abs(a.rank - b.rank);
    f.kind = "strength";
    f.severity = steps > 1 ? Severity::kDifference : Severity::kNote;
    f.rule = "strength.ladder";
    f.confidence = steps > 1 ? 0.75 : 0.6;
    f.explanation = std::string("The ") + (a.rank > b.rank ? "left" : "right") + " side is " +
                    std::to_string(steps) + (steps == 1 ? " step" : " steps") +
                    " stronger on the ladder \"" + a.ladder + "\": \"" + left + "\" (" +
                    std::to_string(a.rank) + ") against \"" + right + "\" (" +
                    std::to_string(b.rank) + ")";
  }
  f.slot = a.act;
  return f;
}

bool diverges(const Stance& a, const Stance& b) {
  if (a.negated || b.negated) {
    return false;
  }
  const bool opposed = a.polarity * b.polarity < 0;
  const bool stepped = !a.ladder.empty() && a.ladder == b.ladder && a.rank != b.rank;
  return opposed || stepped;
}

bool has_stance(const Claim& claim, const Stance& wanted) {
  return std::any_of(claim.stances.begin(), claim.stances.end(), [&](const Stance& s) {
    return s.act == wanted.act && s.negated == wanted.negated;
  });
}

void stances(const PairContext& pair, std::vector<Finding>& out) {
  for (const Stance& a : pair.left.stances) {
    for (const Stance& b : pair.right.stances) {
      if (has_stance(pair.right, a) || has_stance(pair.left, b) || !diverges(a, b)) {
        continue;
      }
      // A request names its addressee first; what is asked for is the rest.
      const bool english =
          pair.left_document.language == "en" && pair.right_document.language == "en";
      const Heads heads = a.ladder == "request" ? Heads::kAny
                          : english             ? Heads::kSame
                                                : Heads::kShared;
      if (same_target(target_of(pair.left, a), target_of(pair.right, b), heads)) {
        out.push_back(stance_finding(pair, a, b));
        return;
      }
    }
  }
}

/// Opposite words that are no predicates ("safe", "alive") need this much in common.
constexpr double kPlainlySame = 0.4;

/// Which way it goes in the end: "did not fall" does not go down.
int effect(const Direction& d) {
  return d.negated ? -d.sign : d.sign;
}

bool has_direction(const Claim& claim, const Direction& wanted) {
  return std::any_of(claim.directions.begin(), claim.directions.end(), [&](const Direction& d) {
    return d.axis == wanted.axis && effect(d) == effect(wanted);
  });
}

/// The content next to a direction, on either side: what moves.
std::vector<StemId> neighbours(const Claim& claim, const Direction& d) {
  constexpr std::size_t kNear = 3;
  std::vector<StemId> ids;
  const auto take = [&](const Term& term) {
    if (is_told(term)) {
      ids.push_back(term.id);
    }
  };
  for (std::size_t t = d.term; t-- > 0 && ids.size() < kNear;) {
    take(claim.terms[t]);
  }
  const std::size_t before = ids.size();
  for (std::size_t t = d.term + 1; t < claim.terms.size() && ids.size() < before + kNear; ++t) {
    take(claim.terms[t]);
  }
  return ids;
}

/// The same thing stands next to both.
bool same_subject(const PairContext& pair, const EventGate& gate, const Direction& a,
                  const Direction& b) {
  const std::vector<StemId> left = neighbours(pair.left, a);
  const std::vector<StemId> right = neighbours(pair.right, b);
  const auto known = [&](StemId id) { return in_common(gate, id); };
  return left.empty() || right.empty() ||
         (std::any_of(left.begin(), left.end(), known) &&
          std::any_of(right.begin(), right.end(), known));
}

/// Nobody asserts it: asked for, planned or conditional.
bool comparable_modality(Modality a, Modality b) {
  const auto open = [](Modality m) {
    return m == Modality::kObligation || m == Modality::kRequested || m == Modality::kConditional;
  };
  return open(a) == open(b);
}

/// Axes on which something moves; on the others the two words deny each other ("safe", "unsafe").
bool is_movement(const Direction& d) {
  const std::string_view axis = d.axis;
  return axis == "setting" || axis == "presence" || axis == "membership" || axis == "validity" ||
         axis == "ownership" || axis == "connection" || axis == "permission" || axis == "amount" ||
         axis == "phase" || axis == "access" || axis == "movement" || axis == "policy" ||
         axis == "measure";
}

/// The two go opposite ways on one axis, of one thing, and neither side also says the other's.
bool opposed(const PairContext& pair, const EventGate& gate, const Direction& a,
             const Direction& b) {
  const Term& left = pair.left.terms[a.term];
  const Term& right = pair.right.terms[b.term];
  if (a.axis != b.axis || effect(a) == effect(b) || a.sign == b.sign ||
      has_direction(pair.right, a) || has_direction(pair.left, b) ||
      !same_subject(pair, gate, a, b) || !comparable_modality(left.modality, right.modality)) {
    return false;
  }
  return is_movement(a) || (left.predicate && right.predicate) || gate.jaccard >= kPlainlySame;
}

Finding direction_finding(const PairContext& pair, const Direction& a, const Direction& b) {
  Finding f;
  const bool moves = is_movement(a);
  f.kind = moves ? "direction" : "negation";
  f.severity = Severity::kConflict;
  f.rule = moves ? "direction.opposed" : "negation.antonym";
  f.confidence = 0.85;
  f.slot = a.axis;
  f.left = {a.span, {{"axis", a.axis}, {"sign", static_cast<double>(a.sign)}}};
  f.right = {b.span, {{"axis", b.axis}, {"sign", static_cast<double>(b.sign)}}};
  f.explanation = (moves ? "Movement in opposite directions: \"" : "Opposite states: \"") +
                  std::string(pair.left_document.slice(a.span)) + "\" against \"" +
                  std::string(pair.right_document.slice(b.span)) + "\"";
  return f;
}

void directions(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  for (const Direction& a : pair.left.directions) {
    for (const Direction& b : pair.right.directions) {
      if (opposed(pair, gate, a, b)) {
        out.push_back(direction_finding(pair, a, b));
        return;
      }
    }
  }
}

/// The word without a prefix that denies it; empty if it has none.
std::string_view without_denial(std::string_view word) {
  constexpr std::size_t kShortest = 4;
  for (const std::string_view prefix : {"dis", "non", "un", "in", "im", "il", "ir", "mis"}) {
    if (word.size() >= prefix.size() + kShortest && word.starts_with(prefix)) {
      return word.substr(prefix.size());
    }
  }
  return {};
}

/// "obeyed" and "disobeyed", "usual" and "unusual" where no table knows them.
void affixes(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const auto word = [&](const Document& document, const Term& term) -> std::string_view {
    return pair.words[document.tokens[term.token].word].folded;
  };
  for (const Term& a : pair.left.terms) {
    if (!is_told(a) || is_entity(a) || a.tokens != 1 || in_common(gate, a.id)) {
      continue;
    }
    for (const Term& b : pair.right.terms) {
      if (!is_told(b) || is_entity(b) || b.tokens != 1 || in_common(gate, b.id) ||
          a.negated != b.negated) {
        continue;
      }
      const std::string_view x = word(pair.left_document, a);
      const std::string_view y = word(pair.right_document, b);
      if (without_denial(x) != y && without_denial(y) != x) {
        continue;
      }
      Finding f;
      f.kind = "negation";
      f.severity = Severity::kConflict;
      f.rule = "negation.affix";
      f.confidence = 0.75;
      f.slot = std::string(x.size() < y.size() ? x : y);
      f.left = {a.span, {{"word", std::string(x)}}};
      f.right = {b.span, {{"word", std::string(y)}}};
      f.explanation = "One word denies the other: \"" +
                      std::string(pair.left_document.slice(a.span)) + "\" against \"" +
                      std::string(pair.right_document.slice(b.span)) + "\"";
      out.push_back(std::move(f));
      return;
    }
  }
}

}  // namespace

void diverge_stance(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  if (gate.other_event) {
    return;
  }
  if (gate.overlap >= 0.5) {
    stances(pair, out);
  }
  const bool same_matter = (gate.overlap >= 0.5 && gate.jaccard >= 0.3) || gate.contained;
  const bool other = gate.substituted || gate.other_party || gate.other_place || gate.other_time;
  const bool asserted =
      !pair.left.disputed && !pair.right.disputed && !pair.left.question && !pair.right.question;
  if (same_matter && !other && asserted) {
    const std::size_t before = out.size();
    directions(pair, gate, out);
    if (out.size() == before && gate.jaccard >= kPlainlySame) {
      affixes(pair, gate, out);
    }
  }
}

}  // namespace parallax
