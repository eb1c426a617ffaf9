/// It happened, or it was tried, planned or possible.

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "engine/compare/anchored_rules.hpp"
#include "engine/compare/open_deeds.hpp"
#include "engine/compare/other_matter.hpp"
#include "engine/compare/shared_terms.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

bool open_modality(Modality m) {
  return m == Modality::kAttempted || m == Modality::kIntended || m == Modality::kPossible ||
         m == Modality::kFuture;
}

/// Degrees of commitment of plans: will > intends to > may.
int plan_rank(Modality m) {
  return m == Modality::kFuture     ? 3
         : m == Modality::kIntended ? 2
         : m == Modality::kPossible ? 1
                                    : 0;
}

void add_plan_strength(const Finding& modality, const TermPair& s, std::vector<Finding>& out) {
  Finding f = modality;
  f.kind = "strength";
  f.rule = "strength.plan";
  const bool left_stronger = plan_rank(s.left->modality) > plan_rank(s.right->modality);
  f.explanation = std::string("The ") + (left_stronger ? "left" : "right") +
                  " side commits more firmly (will > intends to > may)";
  out.push_back(std::move(f));
}

/// The term says that something is done. "The sale" asserts nothing: where clauses are read, a noun
/// is no fact beside a verb.
bool told_as_deed(const WordTable& words, const Term& term, const Term& other) {
  static constexpr WordList kLight = {
      "=pay",  "pay",   "make",   "=make",    "provid",  "=provide",  "=grant",  "give",
      "=give", "grant", "receiv", "=receive", "complet", "=complete", "conduct", "perform"};
  // "paid compensation": the noun tells what was done
  const bool light =
      term.event && term.slot == Slot::kObject && kLight.contains(words.stem(term.governor));
  const bool deed =
      light || (term.predicate && (term.slot == Slot::kNone || term.verb || term.event));
  const bool noun = !light && !term.verb && term.slot != Slot::kNone;
  return deed && !(noun && term.modality == Modality::kFact && other.verb);
}

/// "Hosts the talks on 4 June", "the summit takes place in X": the present may tell of what is to
/// come, with a day, or of what is held, opens or begins.
bool scheduled(const PairContext& pair, const Document& document, const Claim& claim,
               const Term& term) {
  static constexpr WordList kPlanned = {"=hold",   "=begin",       "=open",   "=meet",
                                        "=happen", "=enter_force", "=arrive", "=travel"};
  const std::string& word = pair.words[document.tokens[term.token].word].folded;
  const bool present = term.verb && !term.passive && word.size() > 3 && word.ends_with("s");
  const bool planned = kPlanned.contains(pair.words.stem(term.id));
  return term.modality == Modality::kFact && present && (planned || !claim.dates.empty());
}

/// "I wish to congratulate", "allow me to express": saying so does it, in the first person.
bool performed(const PairContext& pair, const Document& document, const Claim& claim,
               const Term& term) {
  static constexpr WordList kDone = {
      "=congratulate", "=thank", "=welcome",  "congratul", "express", "extend",  "convey",
      "thank",         "pay",    "welcom",    "stress",    "emphas",  "emphasi", "underlin",
      "underscor",     "reiter", "reaffirm",  "assur",     "commend", "recal",   "recall",
      "remind",        "point",  "highlight", "salut",     "greet",   "wish",    "appreci"};
  static constexpr WordList kFirst = {"i", "we", "me", "us", "my", "our"};
  constexpr std::uint32_t kReach = 12;
  const auto done = [&](StemId id) { return kDone.contains(pair.words.stem(id)); };
  if (document.language != "en" || !(done(term.id) || done(term.stem))) {
    return false;
  }
  const std::uint32_t first =
      term.token < claim.first_token + kReach ? claim.first_token : term.token - kReach;
  for (std::uint32_t i = first; i < term.token; ++i) {
    const std::string& word = pair.words[document.tokens[i].word].folded;
    if (kFirst.contains(word)) {
      return true;
    }
  }
  return false;
}

/// "May search any vehicle", "may carry no more than 80", "could not have been held without them":
/// a rule, a bound or a need, of which the other side tells a case.
bool leaves_room(const PairContext& pair, const Document& document, const Claim& open,
                 const Claim& done) {
  if (document.language != "en") {
    return false;
  }
  const ClaimWords words{pair.words, document, open};
  bool denied = false;
  for (std::uint32_t i = words.begin(); i < words.end(); ++i) {
    denied = denied || words.is(i, {"not", "never", "cannot", "hardly", "impossible"});
    if (words.is(i, {"any", "whenever", "anyone", "whoever", "anywhere"}) ||
        (denied && words.is(i, {"without", "but"}))) {
      return true;
    }
  }
  return std::any_of(open.quantities.begin(), open.quantities.end(), [&](const Quantity& bound) {
    return bound.kind == QuantityKind::kBound &&
           std::any_of(done.quantities.begin(), done.quantities.end(), [&](const Quantity& q) {
             return q.unit == bound.unit && q.kind == QuantityKind::kExact &&
                    !numbers_apart(bound, q);
           });
  });
}

/// One side only reads as a fact: it leaves the same open in other words, tells of one more, or a
/// case of the rule.
bool in_other_words(const PairContext& pair, Modality a, Modality b) {
  if (a != Modality::kFact && b != Modality::kFact) {
    return false;
  }
  const bool left = b == Modality::kFact;
  const bool possible = (left ? a : b) == Modality::kPossible;
  const bool room =
      possible && leaves_room(pair, left ? pair.left_document : pair.right_document,
                              left ? pair.left : pair.right, left ? pair.right : pair.left);
  return room || one_force(pair) || one_more(pair);
}

/// The act is done on one side and planned, tried or possible on the other, or two of these.
bool moved_in_mood(const PairContext& pair, const EventGate& gate, const TermPair& s) {
  const Modality a = s.left->modality;
  const Modality b = s.right->modality;
  const bool kinds = (a == Modality::kFact && open_modality(b)) ||
                     (b == Modality::kFact && open_modality(a)) ||
                     (open_modality(a) && open_modality(b));
  const bool governed =
      (a == Modality::kFact || s.left->governed) && (b == Modality::kFact || s.right->governed);
  // "may close it if ...", "closed it": nobody says that it was not done
  if ((a == Modality::kFact && pair.right.commitment == "conditional") ||
      (b == Modality::kFact && pair.left.commitment == "conditional")) {
    return false;
  }
  const bool denied = s.left->negated && unlikely(a) && unlikely(b);  // what will not be is not
  if (a == b || !kinds || !governed || denied || s.left->negated != s.right->negated ||
      !told_as_deed(pair.words, *s.left, *s.right) ||
      !told_as_deed(pair.words, *s.right, *s.left)) {
    return false;
  }
  const bool one_time =
      (b == Modality::kFuture && scheduled(pair, pair.left_document, pair.left, *s.left)) ||
      (a == Modality::kFuture && scheduled(pair, pair.right_document, pair.right, *s.right));
  return !one_time && !in_other_words(pair, a, b) &&
         !other_objects(pair, gate, *s.left, *s.right) &&
         !performed(pair, pair.left_document, pair.left, *s.left) &&
         !performed(pair, pair.right_document, pair.right, *s.right) &&
         !of_other_things(pair, gate, s);
}

/// "Is that of Queen Neris", "may be that of Queen Neris": no verb tells it, and nearly all is told
/// alike.
void may_be(const PairContext& pair, const EventGate& gate, const std::vector<TermPair>& shared,
            std::vector<Finding>& out) {
  constexpr double kNearlyOne = 0.8;
  constexpr double kConfidence = 0.6;
  const auto verbless = [](const Claim& claim) {
    return !claim.question && claim.commitment != "conditional" &&
           std::none_of(claim.terms.begin(), claim.terms.end(),
                        [](const Term& term) { return term.verb && !term.frame; });
  };
  if (gate.jaccard < kNearlyOne || !verbless(pair.left) || !verbless(pair.right)) {
    return;
  }
  const auto possible = std::find_if(shared.begin(), shared.end(), [](const TermPair& s) {
    const Modality a = s.left->modality;
    const Modality b = s.right->modality;
    return !s.left->frame && !s.right->frame && s.left->negated == s.right->negated &&
           ((a == Modality::kPossible && b == Modality::kFact) ||
            (b == Modality::kPossible && a == Modality::kFact));
  });
  if (possible == shared.end()) {
    return;
  }
  Finding f =
      predicate_finding(pair, "modality", "modality.scope", *possible->left, *possible->right);
  f.severity = Severity::kDifference;
  f.confidence = kConfidence;
  f.explanation = "One side presents it as " + std::string(name_of(possible->left->modality)) +
                  ", the other as " + std::string(name_of(possible->right->modality));
  out.push_back(std::move(f));
}

}  // namespace

void diverge_mood(const PairContext& pair, const EventGate& gate,
                  const std::vector<TermPair>& shared, std::vector<Finding>& out) {
  // "It is possible that talks resume", "talks may resume": the verb decides for its nouns.
  const bool verbs_agree = std::any_of(shared.begin(), shared.end(), [](const TermPair& s) {
    return s.left->verb && s.right->verb && s.left->modality == s.right->modality &&
           s.left->modality != Modality::kFact;
  });
  std::vector<TermPair> moved;
  std::copy_if(shared.begin(), shared.end(), std::back_inserter(moved), [&](const TermPair& s) {
    return moved_in_mood(pair, gate, s) && !(verbs_agree && !s.left->verb && !s.right->verb);
  });
  if (moved.empty()) {
    may_be(pair, gate, shared, out);
    return;
  }
  const TermPair& s = predicate_of(moved);
  Finding f = predicate_finding(pair, "modality", "modality.scope", *s.left, *s.right);
  f.severity = Severity::kDifference;
  f.confidence = s.left->event ? 0.75 : 0.65;
  f.explanation = "One side presents it as " + std::string(name_of(s.left->modality)) +
                  ", the other as " + std::string(name_of(s.right->modality));
  out.push_back(f);
  if (plan_rank(s.left->modality) > 0 && plan_rank(s.right->modality) > 0) {
    add_plan_strength(f, s, out);
  }
}

}  // namespace parallax
