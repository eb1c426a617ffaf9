/// Movement in opposite directions and words that deny each other.

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "engine/compare/arguments.hpp"
#include "engine/compare/converse.hpp"
#include "engine/compare/denial_agrees.hpp"
#include "engine/compare/directions_apart.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/number_values.hpp"
#include "engine/compare/other_matter.hpp"
#include "engine/compare/state_bearers.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

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

/// A short claim lies in a long one by its words, and the words that move stand beside other
/// things.
bool in_passing(const PairContext& pair, const EventGate& gate, const Direction& a,
                const Direction& b) {
  constexpr double kLittle = 0.25;
  constexpr std::size_t kNear = 2;
  const auto meets = [&](const Claim& claim, const Direction& d) {
    std::vector<StemId> near = neighbours(claim, d);
    near.resize(std::min(near.size(), kNear));
    return std::any_of(near.begin(), near.end(), [&](StemId id) { return in_common(gate, id); });
  };
  return gate.shared >= 2 && gate.jaccard < kLittle &&
         !(meets(pair.left, a) && meets(pair.right, b));
}

/// Nobody asserts it: asked for, planned or conditional.
bool comparable_modality(Modality a, Modality b) {
  const auto open = [](Modality m) {
    return m == Modality::kObligation || m == Modality::kRequested || m == Modality::kConditional;
  };
  return open(a) == open(b);
}

/// One side names a day or month, the other a year or quarter that it does not date.
bool other_period(const PairContext& pair, const EventGate& gate) {
  const auto period = [&](const Claim& claim) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      const std::string& stem = pair.words.stem(term.stem);
      return is_told(term) && term.slot == Slot::kOblique && !in_common(gate, term.id) &&
             (stem == "year" || stem == "quarter" || stem == "month" || stem == "week" ||
              stem == "decad");
    });
  };
  return (pair.left.dates.empty() && !pair.right.dates.empty() && period(pair.left)) ||
         (pair.right.dates.empty() && !pair.left.dates.empty() && period(pair.right));
}

/// Each side goes with a name that the other does not have: "arrived in X", "left for Y".
bool other_ways(const PairContext& pair, const EventGate& gate) {
  const auto own = [&](const Claim& claim) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return is_told(term) && is_entity(term) && term.slot == Slot::kOblique &&
             !in_common(gate, term.id);
    });
  };
  return own(pair.left) && own(pair.right);
}

/// "lent to the city", "the city borrowed": one deed told from two sides.
bool told_from_both_ends(const WordTable& words, const Term& left, const Term& right) {
  const Converse a = converse_of(words, left);
  const Converse b = converse_of(words, right);
  return one_deed(a, b) && a.side != b.side;
}

/// The gate without the two words or phrases of state.
EventGate but_for(const PairContext& pair, const EventGate& gate, const Direction& a,
                  const Direction& b) {
  return without(gate, open_inside(pair.left, gate, a.span), open_inside(pair.right, gate, b.span));
}

/// The claims agree but for two words or phrases that deny each other: "is in force", "is null and
/// void".
bool same_but_for_state(const PairContext& pair, const EventGate& gate) {
  const auto& left = pair.left.directions;
  const auto& right = pair.right.directions;
  return gate.shared >= 2 && std::any_of(left.begin(), left.end(), [&](const Direction& a) {
           return std::any_of(right.begin(), right.end(), [&](const Direction& b) {
             if (a.axis != b.axis || effect(a) == effect(b)) {
               return false;
             }
             const EventGate rest = but_for(pair, gate, a, b);
             return rest.overlap >= 0.6 && rest.jaccard >= kPlainlySame;
           });
         });
}

/// "The Prohibition of Chemical Weapons": a noun allows and forbids nothing, unless it is in force.
bool idle_ban(const WordTable& words, const Claim& claim, const Direction& ban) {
  const Term& term = claim.terms[ban.term];
  const bool noun = term.slot != Slot::kNone && !term.verb && !term.predicative;
  const bool in_force =
      std::any_of(claim.directions.begin(), claim.directions.end(),
                  [&](const Direction& d) {
                    return d.axis == "validity of act" && effect(d) > 0 &&
                           claim.terms[d.term].clause == term.clause;
                  }) ||
      std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& verb) {
        const std::string& stem = words.stem(verb.stem);  // "a ban on flights applies"
        return verb.verb && !verb.negated && verb.clause == term.clause &&
               (stem == "appli" || stem == "exist" || stem == "remain" || stem == "impos");
      });
  return noun && !(in_force && term.slot == Slot::kSubject);
}

/// "Permitted to enter", "entry is forbidden": who may go in is let in. "The bid was successful",
/// "lost its bid".
bool one_axis(const Direction& a, const Direction& b) {
  const auto meet = [&](std::string_view x, std::string_view y) {
    return (a.axis == x && b.axis == y) || (a.axis == y && b.axis == x);
  };
  return a.axis == b.axis || meet("admission", "permission") || meet("outcome", "success");
}

/// The subjects of the two words, where their clauses have some.
struct Subjects {
  std::vector<StemId> left, right;
};

Subjects subjects_of_both(const PairContext& pair, const Term& left, const Term& right) {
  StemId verb{};
  return {subjects_of(pair.left, left.token, verb), subjects_of(pair.right, right.token, verb)};
}

/// "The conference went ahead despite the strike", "the strike was called off": one side tells it
/// of something that the other side names in another part (`both`: each side does).
bool other_sides(const EventGate& gate, const Subjects& subjects, bool both) {
  const auto other = [&](const std::vector<StemId>& one, const std::vector<StemId>& two) {
    return std::any_of(one.begin(), one.end(), [&](StemId id) {
      return in_common(gate, id) && std::find(two.begin(), two.end(), id) == two.end();
    });
  };
  const bool left = other(subjects.left, subjects.right);
  const bool right = other(subjects.right, subjects.left);
  return !subjects.left.empty() && !subjects.right.empty() &&
         (both ? left && right : left || right);
}

bool one_subject(const Subjects& subjects) {
  return std::any_of(subjects.left.begin(), subjects.left.end(), [&](StemId id) {
    return std::find(subjects.right.begin(), subjects.right.end(), id) != subjects.right.end();
  });
}

/// "Defeated Kelland" tells of the other's defeat.
bool beats(const WordTable& words, const Direction& d, const Term& term) {
  const Converse converse = converse_of(words, term);
  return d.sign < 0 && term.verb && !term.passive && contest(converse) &&
         converse.side == ConverseSide::kNone;
}

/// Won and lost by one party, or at least told in one voice.
bool one_contestant(const PairContext& pair, const EventGate& gate, const Direction& a,
                    const Direction& b) {
  const Term& left = pair.left.terms[a.term];
  const Term& right = pair.right.terms[b.term];
  const Subjects subjects = subjects_of_both(pair, left, right);
  return !other_sides(gate, subjects, false) &&
         (left.passive == right.passive || one_subject(subjects)) &&
         beats(pair.words, a, left) == beats(pair.words, b, right);
}

/// "Two were freed", "four are still held": some of them, and others.
bool other_counts(const PairContext& pair) {
  const auto& left = pair.left.quantities;
  const auto& right = pair.right.quantities;
  return !left.empty() && !right.empty() &&
         std::none_of(left.begin(), left.end(), [&](const Quantity& a) {
           return std::any_of(right.begin(), right.end(), [&](const Quantity& b) {
             return a.unit == b.unit && !numbers_apart(a, b);
           });
         });
}

/// What is told of each side's own subject, or of some of many.
bool of_others(const PairContext& pair, const EventGate& gate, const Direction& a,
               const Direction& b) {
  const Term& left = pair.left.terms[a.term];
  const Term& right = pair.right.terms[b.term];
  const Subjects subjects = subjects_of_both(pair, left, right);
  return (left.verb && right.verb && left.passive == right.passive && !one_subject(subjects) &&
          other_sides(gate, subjects, true)) ||
         (a.axis == "custody" && other_counts(pair));
}

/// "The crown fell against the dollar", "the dollar rose against the crown": one movement.
bool against_each_other(const PairContext& pair, const Direction& a, const Direction& b) {
  if (!is_movement(a)) {
    return false;
  }
  const auto faces = [&](const Claim& claim, const std::vector<StemId>& subjects) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      const std::string& preposition = pair.words.stem(term.preposition);
      return is_told(term) && (preposition == "against" || preposition == "versus") &&
             std::find(subjects.begin(), subjects.end(), term.id) != subjects.end();
    });
  };
  const Subjects subjects =
      subjects_of_both(pair, pair.left.terms[a.term], pair.right.terms[b.term]);
  return faces(pair.right, subjects.left) || faces(pair.left, subjects.right);
}

/// "Is open", "remains open": how it stands, not what is done. English.
bool as_state(const PairContext& pair, const Document& document, const Claim& claim,
              const Direction& direction) {
  static constexpr WordList kStands = {"is",     "are",      "was",     "were", "be",   "been",
                                       "being",  "remain",   "stays",   "stay", "kept", "keep",
                                       "stayed", "remained", "remains", "keeps"};
  constexpr std::uint32_t kReach = 2;
  const std::uint32_t at = claim.terms[direction.term].token;
  if (document.language != "en" || direction.axis != "access" ||
      pair.words[document.tokens[at].word].folded != "open") {
    return false;
  }
  const std::uint32_t first = at < claim.first_token + kReach ? claim.first_token : at - kReach;
  return std::any_of(document.tokens.begin() + first, document.tokens.begin() + at,
                     [&](const Token& token) {
                       const std::string& word = pair.words[token.word].folded;
                       return kStands.contains(word);
                     });
}

void directions(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  for (const Direction& a : pair.left.directions) {
    for (const Direction& b : pair.right.directions) {
      if (directions_apart(pair, gate, a, b)) {
        out.push_back(direction_finding(pair, a, b));
        return;
      }
    }
  }
}

/// Prefixes that deny a word.
std::span<const std::string_view> denying_prefixes(std::string_view language) {
  static constexpr std::array<std::string_view, 8> kEnglish = {"dis", "non", "un", "in",
                                                               "im",  "il",  "ir", "mis"};
  static constexpr std::array<std::string_view, 2> kGerman = {"un", "miss"};
  static constexpr std::array<std::string_view, 4> kRomance = {"in", "im", "ir", "il"};
  static constexpr std::array<std::string_view, 1> kRussian = {"\xd0\xbd\xd0\xb5"};
  return language == "en"                       ? std::span<const std::string_view>(kEnglish)
         : language == "de"                     ? kGerman
         : language == "fr" || language == "es" ? kRomance
         : language == "ru"                     ? kRussian
                                                : std::span<const std::string_view>();
}

/// The word without a prefix that denies it; empty if it has none.
std::string_view without_denial(std::string_view word, std::string_view language) {
  constexpr std::size_t kShortest = 4;
  for (const std::string_view prefix : denying_prefixes(language)) {
    if (word.size() >= prefix.size() + kShortest && word.starts_with(prefix)) {
      return word.substr(prefix.size());
    }
  }
  return {};
}

/// "obeyed" and "disobeyed", "usual" and "unusual" where no table knows them.
void affixes(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const std::string& language = pair.left_document.language;
  if (language != pair.right_document.language) {
    return;
  }
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
      if (without_denial(x, language) != y && without_denial(y, language) != x) {
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

/// "The company's debt fell", "its revenue rose": where little else is the same, what moves must be
/// known to the other side.
bool of_one_thing(const PairContext& pair, const EventGate& gate, const Direction& a,
                  const Direction& b) {
  constexpr double kHalf = 0.5;
  const bool english = pair.left_document.language == "en" && pair.right_document.language == "en";
  if (!english || gate.overlap >= kHalf) {
    return true;
  }
  const auto known = [&](const std::vector<const Term*>& heads) {
    return heads.empty() || std::any_of(heads.begin(), heads.end(), [&](const Term* head) {
             return in_common(gate, head->id);
           });
  };
  return known(bearers(pair.words, pair.left, a)) || known(bearers(pair.words, pair.right, b));
}

/// The claims agree but for the two words of movement, which speak of one axis: "inflation slowed",
/// "an acceleration of inflation".
bool same_but_for_movement(const PairContext& pair, const EventGate& gate) {
  const bool opposite = std::any_of(
      pair.left.directions.begin(), pair.left.directions.end(), [&](const Direction& a) {
        return std::any_of(
            pair.right.directions.begin(), pair.right.directions.end(), [&](const Direction& b) {
              return a.axis == b.axis && a.sign != b.sign && of_one_thing(pair, gate, a, b) &&
                     !in_common(gate, pair.left.terms[a.term].id) &&
                     !in_common(gate, pair.right.terms[b.term].id);
            });
      });
  if (!opposite || gate.smaller == 0 || gate.all < 2) {
    return false;
  }
  const auto shared = static_cast<double>(gate.shared + 1);
  return shared / static_cast<double>(gate.smaller) >= 0.6 &&
         shared / static_cast<double>(gate.all - 1) >= 0.4;
}

}  // namespace

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

bool directions_apart(const PairContext& pair, const EventGate& gate, const Direction& a,
                      const Direction& b) {
  const Term& left = pair.left.terms[a.term];
  const Term& right = pair.right.terms[b.term];
  if (told_from_both_ends(pair.words, left, right) || !one_axis(a, b) || effect(a) == effect(b) ||
      a.sign == b.sign || (a.negated && b.negated) || has_direction(pair.right, a) ||
      has_direction(pair.left, b) || !same_subject(pair, gate, a, b) ||
      in_passing(pair, gate, a, b) || !comparable_modality(left.modality, right.modality)) {
    return false;
  }
  if (slows_growth(pair.words, pair.left, left, pair.right) ||
      slows_growth(pair.words, pair.right, right, pair.left)) {
    return false;
  }
  if (a.axis == "permission" &&
      (idle_ban(pair.words, pair.left, a) || idle_ban(pair.words, pair.right, b))) {
    return false;
  }
  if (against_each_other(pair, a, b) || other_objects(pair, gate, left, right) ||
      other_bearers(pair, gate, left, right) || of_two_groups(pair, a, b) ||
      other_instance(pair, a.axis) || with_exception({pair.words, pair.left_document, pair.left}) ||
      with_exception({pair.words, pair.right_document, pair.right})) {
    return false;
  }
  // "was defeated by the president", "the president prevailed"
  const bool contested = a.axis == "outcome" || a.axis == "win" || a.axis == "success";
  if ((contested && !one_contestant(pair, gate, a, b)) || of_others(pair, gate, a, b)) {
    return false;
  }
  return is_movement(a) || (left.predicate && right.predicate) ||
         but_for(pair, gate, a, b).jaccard >= kPlainlySame;
}

Finding direction_finding(const PairContext& pair, const Direction& a, const Direction& b) {
  Finding f;
  const bool moves = is_movement(a) && !as_state(pair, pair.left_document, pair.left, a) &&
                     !as_state(pair, pair.right_document, pair.right, b) &&
                     !stands_in_force(pair.words, pair.left_document, pair.left, a) &&
                     !stands_in_force(pair.words, pair.right_document, pair.right, b);
  const bool leave =
      a.axis == "permission" || b.axis == "permission";  // "are allowed", "is forbidden"
  const bool place = a.axis == "waters";  // "on the high seas", "in territorial waters"
  f.kind = leave ? "modality" : moves ? "direction" : place ? "place" : "negation";
  f.severity = Severity::kConflict;
  f.rule = leave   ? "modality.prohibition"
           : moves ? "direction.opposed"
           : place ? "place.antonym"
                   : "negation.antonym";
  if (position_taken(pair, a.axis)) {
    f.kind = "stance";
    f.rule = "stance.antonym";
  }
  f.confidence = 0.85;
  f.slot = a.axis;
  f.left = {a.span, {{"axis", a.axis}, {"sign", static_cast<double>(a.sign)}}};
  f.right = {b.span, {{"axis", b.axis}, {"sign", static_cast<double>(b.sign)}}};
  f.explanation = (leave   ? "Leave against ban: \""
                   : moves ? "Movement in opposite directions: \""
                           : "Opposite states: \"") +
                  std::string(pair.left_document.slice(a.span)) + "\" against \"" +
                  std::string(pair.right_document.slice(b.span)) + "\"";
  return f;
}

bool converse_movement(const PairContext& pair, const Direction& a, const Direction& b) {
  return against_each_other(pair, a, b);
}

bool other_way_or_period(const PairContext& pair, const EventGate& gate) {
  return other_period(pair, gate) || other_ways(pair, gate) || other_relation_to_time(pair) ||
         other_ordinals(pair) || other_obliques(pair, gate);
}

bool is_movement(const Direction& d) {
  const std::string_view axis = d.axis;
  return axis == "setting" || axis == "presence" || axis == "membership" || axis == "validity" ||
         axis == "fill" || axis == "ownership" || axis == "connection" || axis == "permission" ||
         axis == "amount" || axis == "access" || axis == "movement" || axis == "policy" ||
         axis == "measure" || axis == "force build-up";
}

bool opposite_ways(const Claim& left, const Claim& right) {
  return std::any_of(left.directions.begin(), left.directions.end(), [&](const Direction& a) {
    return std::any_of(right.directions.begin(), right.directions.end(), [&](const Direction& b) {
      return a.axis == b.axis && effect(a) != effect(b);
    });
  });
}

void diverge_direction(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  if (gate.other_event || tell_parts(pair.left, pair.right)) {
    return;
  }
  const bool same_matter = (gate.overlap >= 0.5 && gate.jaccard >= 0.3) || gate.contained ||
                           same_but_for_movement(pair, gate) || same_but_for_state(pair, gate);
  const bool other = gate.substituted || gate.other_party || gate.other_place || gate.other_time;
  const bool asserted =
      !pair.left.disputed && !pair.right.disputed && !pair.left.question && !pair.right.question;
  if (same_matter && !other && asserted && !other_way_or_period(pair, gate)) {
    const std::size_t before = out.size();
    directions(pair, gate, out);
    if (out.size() == before && gate.jaccard >= kPlainlySame) {
      affixes(pair, gate, out);
    }
  }
}

}  // namespace parallax
