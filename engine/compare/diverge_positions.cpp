#include "engine/compare/diverge_positions.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "engine/compare/anchors.hpp"
#include "engine/compare/denial_agrees.hpp"
#include "engine/compare/entities.hpp"
#include "engine/compare/number_values.hpp"
#include "engine/compare/other_matter.hpp"
#include "engine/compare/positions.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

constexpr double kConfidence = 0.6;
/// What two objects share must weigh this much: two words, or a name.
constexpr double kOneObject = 2.0;
constexpr double kName = 2.0;
constexpr double kWord = 1.0;

/// One word of each side, left first, means one thing.
bool one_thing(const PairContext& pair, const Term& left, const Term& right) {
  if (is_entity(left) && is_entity(right)) {
    return same_entity(pair, left, right);
  }
  return left.id == right.id || left.stem == right.stem || kin(left, right);
}

/// The object of the other side has the word, too.
bool in_right(const PairContext& pair, const Term& left, const Object& right) {
  return std::any_of(right.terms.begin(), right.terms.end(),
                     [&](const Term* term) { return one_thing(pair, left, *term); });
}
bool in_left(const PairContext& pair, const Object& left, const Term& right) {
  return std::any_of(left.terms.begin(), left.terms.end(),
                     [&](const Term* term) { return one_thing(pair, *term, right); });
}

/// What each of two objects has for itself.
struct Own {
  std::vector<const Term*> left, right;
};

Own own_words(const PairContext& pair, const Object& a, const Object& b) {
  Own own;
  std::copy_if(a.terms.begin(), a.terms.end(), std::back_inserter(own.left),
               [&](const Term* term) { return !in_right(pair, *term, b); });
  std::copy_if(b.terms.begin(), b.terms.end(), std::back_inserter(own.right),
               [&](const Term* term) { return !in_left(pair, a, *term); });
  return own;
}

/// "The introduction of the levy", "the plan for the levy": nouns that leave it to others what is
/// meant.
bool empty_head(const WordTable& words, const Term& term) {
  static constexpr WordList kNouns = {
      "introduct", "adopt",  "plan",     "project",  "propos",    "idea",     "decis", "move",
      "measur",    "step",   "scheme",   "programm", "implement", "creation", "creat", "build",
      "construct", "use",    "introduc", "hold",     "keep",      "let",      "run",   "way",
      "continu",   "extens", "return",   "stay",     "presenc",   "hand",     "giv",   "make"};
  std::string_view stem = words.stem(term.stem);
  return kNouns.contains(stem);
}

/// Each names what the other does not, or has another thing behind one preposition: "the amendment
/// on fisheries", "the amendment on forests".
bool told_apart(const Own& own) {
  const auto named = [](const Term* term) { return is_entity(*term); };
  const bool names = std::any_of(own.left.begin(), own.left.end(), named) &&
                     std::any_of(own.right.begin(), own.right.end(), named);
  return names || std::any_of(own.left.begin(), own.left.end(), [&](const Term* a) {
           return a->slot == Slot::kOblique &&
                  std::any_of(own.right.begin(), own.right.end(), [&](const Term* b) {
                    return b->slot == Slot::kOblique && a->preposition == b->preposition;
                  });
         });
}

enum class Heads : std::uint8_t { kSame, kDeeds, kOther };

/// The heads are the same, or say no more than the rest, or are deeds told in two words.
Heads heads_of(const PairContext& pair, const Object& a, const Object& b) {
  if (a.head == nullptr || b.head == nullptr || empty_head(pair.words, *a.head) ||
      empty_head(pair.words, *b.head)) {
    return Heads::kSame;
  }
  // "the inquiry into the attack" is not the attack
  const auto inquires = [&](const Term& term) {
    static constexpr WordList kNouns = {"investig", "inquiri",  "enquiri", "probe",
                                        "respons",  "reaction", "answer",  "repli",
                                        "condemn",  "debat",    "report",  "review"};
    const std::string_view stem = pair.words.stem(term.stem);
    return kNouns.contains(stem);
  };
  if (inquires(*a.head) != inquires(*b.head)) {
    return Heads::kOther;
  }
  if (in_right(pair, *a.head, b) || in_left(pair, a, *b.head)) {
    return Heads::kSame;
  }
  const auto deed = [&](const Document& document, const Claim& claim, const Term& term) {
    const ClaimWords c{pair.words, document, claim};
    return term.event || term.verb || deed_noun(c, term) || c.at(term.token).ends_with("ing");
  };
  const bool deeds = deed(pair.left_document, pair.left, *a.head) &&
                     deed(pair.right_document, pair.right, *b.head);
  return deeds ? Heads::kDeeds : Heads::kOther;
}

double weight(const std::vector<const Term*>& all, const std::vector<const Term*>& own) {
  double sum = 0.0;
  std::vector<StemId> seen;
  for (const Term* term : all) {
    if (std::find(own.begin(), own.end(), term) == own.end() &&
        std::find(seen.begin(), seen.end(), term->id) == seen.end()) {
      seen.push_back(term->id);
      sum += term->kind == TermKind::kName && !is_place(*term) ? kName : kWord;
    }
  }
  return sum;
}

double shared_weight(const Object& a, const Object& b, const Own& own) {
  return std::min(weight(a.terms, own.left), weight(b.terms, own.right));
}

bool one_object(const PairContext& pair, const EventGate& gate, const Object& a, const Object& b) {
  const Own own = own_words(pair, a, b);
  const double shared = shared_weight(a, b, own);
  // "the curfew", "the teenage curfew in Brenta"
  const bool single = a.terms.size() == 1 && b.terms.size() == 1;
  const bool brief = shared > 0.0 && (gate.shared >= 2 || single) &&
                     (a.terms.size() == 1 || b.terms.size() == 1) && a.head != nullptr &&
                     b.head != nullptr && one_thing(pair, *a.head, *b.head);
  const Heads heads = heads_of(pair, a, b);
  // "letting foreign banks in", "the admission of foreign banks": nothing but the deed differs
  const auto nothing_else = [](const std::vector<const Term*>& words, const Term* head) {
    return std::all_of(words.begin(), words.end(), [&](const Term* word) { return word == head; });
  };
  const bool bare = nothing_else(own.left, a.head) || nothing_else(own.right, b.head);
  const double enough = heads == Heads::kDeeds && !bare ? kOneObject + kWord : kOneObject;
  return (shared >= enough || brief) && heads != Heads::kOther && !told_apart(own);
}

/// "Some deputies voted against it": not all, and others did not.
bool of_some(const ClaimWords& c) {
  return c.is(c.begin(), {"some", "several", "many", "most", "few", "half", "part"}) ||
         (c.is(c.begin(), {"a"}) && c.is(c.begin() + 1, {"few", "minority", "number", "handful"}));
}

bool excluded(const PairContext& pair, const EventGate& gate) {
  return gate.contrasted || pair.left.question || pair.right.question || pair.left.disputed ||
         pair.right.disputed || pair.left.commitment == "conditional" ||
         pair.right.commitment == "conditional" || of_namesakes(pair) ||
         tell_parts(pair.left, pair.right) || other_ordinals(pair) ||
         other_dates(pair.left, pair.right) || each_of_itself(pair, gate) ||
         of_some({pair.words, pair.left_document, pair.left}) !=
             of_some({pair.words, pair.right_document, pair.right}) ||
         with_exception({pair.words, pair.left_document, pair.left}) ||
         with_exception({pair.words, pair.right_document, pair.right});
}

/// The side, or somebody it quotes, is of two minds: "unnecessary, yet the court finds it useful".
bool wavers(const std::vector<Position>& side, const Position& position) {
  return std::any_of(side.begin(), side.end(), [&](const Position& other) {
    const auto in = [&](const Term* term) {
      return std::any_of(position.object.terms.begin(), position.object.terms.end(),
                         [&](const Term* t) { return t->id == term->id; });
    };
    return other.sign != position.sign &&
           (other.object.empty() ||
            std::any_of(other.object.terms.begin(), other.object.terms.end(), in));
  });
}

Finding finding_of(const Position& a, const Position& b, const PairContext& pair) {
  const auto side = [](const Position& p) -> FindingSide {
    return {p.stance->span,
            {{"act", p.stance->act}, {"polarity", static_cast<double>(p.stance->polarity)}}};
  };
  Finding f;
  f.kind = "stance";
  f.severity = Severity::kDifference;
  f.rule = "stance.opposed";
  f.confidence = kConfidence;
  f.slot = a.stance->act;
  f.left = side(a);
  f.right = side(b);
  f.explanation = "Opposite positions on the same object: \"" +
                  std::string(pair.left_document.slice(a.stance->span)) + "\" against \"" +
                  std::string(pair.right_document.slice(b.stance->span)) + "\"";
  return f;
}

}  // namespace

void diverge_positions(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const bool english = pair.left_document.language == "en" && pair.right_document.language == "en";
  if (!english || says_something(out) || pair.left.stances.empty() || pair.right.stances.empty() ||
      excluded(pair, gate)) {
    return;
  }
  const std::vector<Position> left = positions_of(pair.words, pair.left_document, pair.left);
  const std::vector<Position> right = positions_of(pair.words, pair.right_document, pair.right);
  for (const Position& a : left) {
    for (const Position& b : right) {
      if (a.sign != b.sign && !a.object.empty() && !b.object.empty() &&
          one_object(pair, gate, a.object, b.object) && !wavers(left, a) && !wavers(right, b)) {
        out.push_back(finding_of(a, b, pair));
        return;
      }
    }
  }
}

}  // namespace parallax
