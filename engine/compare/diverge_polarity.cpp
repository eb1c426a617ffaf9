/// One side asserts what the other denies, or says it happened where the other says it was tried,
/// planned or possible.

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "engine/compare/arguments.hpp"
#include "engine/compare/diverge.hpp"

namespace parallax {
namespace {

/// A denied noun counts only where the claims share this much.
constexpr double kSameNouns = 0.4;
/// The same for a noun of doing on both sides.
constexpr double kSameDeedNouns = 0.3;

struct Shared {
  const Term* left = nullptr;
  const Term* right = nullptr;
};

/// The one term with the id, or with the stem where one side is a word of the tables and the other
/// is not ("fined", "a fine").
const Term* only_term(const Claim& claim, const Term& wanted) {
  const Term* found = nullptr;
  for (const Term& term : claim.terms) {
    const bool by_stem = term.kind == TermKind::kPlain || wanted.kind == TermKind::kPlain ||
                         (term.tokens == 1 && wanted.tokens == 1);
    const bool same = term.id == wanted.id || (by_stem && term.stem == wanted.stem &&
                                               !is_entity(term) && !is_entity(wanted));
    if (same && is_content(term)) {
      if (found != nullptr) {
        return nullptr;
      }
      found = &term;
    }
  }
  return found;
}

/// A speech verb that is itself denied or tried ("failed to report") is content, not a frame.
bool framed_content(const PairContext& pair, const Term& term) {
  const Term* right = only_term(pair.right, term);
  return term.governed || (right != nullptr && right->governed);
}

/// Terms that both claims have once, entities, frames and background left out; text order of the
/// left.
std::vector<Shared> shared_terms(const PairContext& pair, const EventGate& gate) {
  std::vector<Shared> shared;
  for (const Term& term : pair.left.terms) {
    const bool framed = term.speech && framed_content(pair, term);
    const bool common = std::binary_search(gate.common.begin(), gate.common.end(), term.id);
    if (is_entity(term) || term.relative || (term.actor && !term.predicative) ||
        (term.speech ? !framed : !common)) {
      continue;
    }
    const Term* left = only_term(pair.left, term);
    const Term* right = only_term(pair.right, term);
    if (left == &term && right != nullptr && !right->relative) {
      shared.push_back({left, right});
    }
  }
  return shared;
}

bool factual(Modality m) {
  return m == Modality::kFact || m == Modality::kFuture;
}

/// Denied, these say one thing: it is not, will not be and is not meant to be.
bool unlikely(Modality m) {
  return factual(m) || m == Modality::kIntended;
}

/// An obligation or a request says nothing about what happened.
bool modality_fits(Modality a, Modality b) {
  return a == b || (factual(a) && factual(b));
}

/// "rejected the claim that it was signed without a tender": the manner is denied, not the deed.
bool manner_denied(const PairContext& pair, const Document& document, const Claim& claim,
                   const Term& term) {
  constexpr std::uint32_t kReach = 4;
  const std::uint32_t end =
      std::min(claim.first_token + claim.token_count, term.token + term.tokens + kReach);
  for (std::uint32_t i = term.token + term.tokens; i < end; ++i) {
    if (pair.words[document.tokens[i].word].folded == "without") {
      return true;
    }
  }
  return false;
}

/// "Failed to reach an understanding": the denied verb leaves it to its object what is denied.
bool denied_by_verb(const PairContext& pair, const Claim& claim, const Term& term) {
  static constexpr std::array<std::string_view, 10> kReach = {
      "=amount_to", "reach", "come", "achiev", "find", "=find", "get", "have", "arriv", "=arrive"};
  const std::string& governor = pair.words.stem(term.governor);
  const bool light =
      light_verb(governor) || std::find(kReach.begin(), kReach.end(), governor) != kReach.end();
  return light && term.slot == Slot::kObject && !is_entity(term) &&
         std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& verb) {
           return verb.verb && verb.id == term.governor && verb.clause == term.clause &&
                  verb.governed && verb.negated;
         });
}

/// Things of a clause behind a predicate: what it is done to, with, from; `nearest` takes the first
/// phrase alone.
std::vector<StemId> things_behind(const Claim& claim, const Term& predicate, bool nearest) {
  std::vector<StemId> things;
  for (const Term& term : claim.terms) {
    if (term.clause != predicate.clause || term.token <= predicate.token) {
      continue;
    }
    if (!term.verb && is_told(term)) {
      things.push_back(term.id);
    } else if (nearest && !things.empty()) {
      break;
    }
  }
  return things;
}

/// Neither list has anything that the other side names.
bool strangers(const EventGate& gate, const std::vector<StemId>& a, const std::vector<StemId>& b) {
  const auto known = [&](StemId id) { return in_common(gate, id); };
  return !a.empty() && !b.empty() && std::none_of(a.begin(), a.end(), known) &&
         std::none_of(b.begin(), b.end(), known);
}

/// Subjects of the predicate's clause; what only describes them left out.
std::vector<StemId> subjects_before(const Claim& claim, const Term& predicate) {
  std::vector<StemId> subjects;
  for (const Term& term : claim.terms) {
    if (term.clause == predicate.clause && term.token < predicate.token && !term.verb &&
        term.slot == Slot::kSubject && term.preposition == StemId{} && is_told(term)) {
      subjects.push_back(term.id);
    }
  }
  return subjects;
}

/// They have nothing in common, and of one the other side knows nothing.
bool half_strangers(const EventGate& gate, const std::vector<StemId>& a,
                    const std::vector<StemId>& b) {
  const auto known = [&](StemId id) { return in_common(gate, id); };
  return !a.empty() && !b.empty() &&
         (std::none_of(a.begin(), a.end(), known) || std::none_of(b.begin(), b.end(), known));
}

bool has_verb(const Claim& claim, std::uint8_t clause) {
  return std::any_of(claim.terms.begin(), claim.terms.end(),
                     [&](const Term& term) { return term.verb && term.clause == clause; });
}

/// One word said of two things: "has not recovered from the earthquake", "recovered its
/// independence"; "X is no threat to peace", "those weapons are a threat to peace". Where the
/// claims share most of what they say, other words may stand for one thing.
bool of_other_things(const PairContext& pair, const EventGate& gate, const Shared& s) {
  constexpr double kSameTelling = 0.5;
  constexpr double kLittle = 0.3;
  const Term& a = *s.left;
  const Term& b = *s.right;
  // "continues to attack", "will continue to answer": what goes on is another verb
  if (a.id == b.id && pair.words.stem(a.id) == "=continue") {
    return true;
  }
  if (pair.left_document.language != "en" || pair.right_document.language != "en" ||
      gate.jaccard >= kSameTelling) {
    return false;
  }
  if (!a.verb && !b.verb && !a.predicative && !b.predicative) {
    // "the fund provides", "receives no funds"
    return a.slot != b.slot && has_verb(pair.left, a.clause) && has_verb(pair.right, b.clause);
  }
  const std::vector<StemId> left = subjects_before(pair.left, a);
  const std::vector<StemId> right = subjects_before(pair.right, b);
  if (a.passive == b.passive && strangers(gate, left, right)) {
    return true;
  }
  // "progress can be made", "science has made progress": what anybody can do, what somebody did
  const bool open = a.modality == Modality::kPossible || b.modality == Modality::kPossible;
  if (a.passive != b.passive && open && strangers(gate, a.passive ? right : left, {StemId{}})) {
    return true;
  }
  // "conducts its relations", "conducting training"
  const bool gerund = a.verb != b.verb && gate.jaccard < kLittle;
  if ((!a.verb && !gerund) || (!b.verb && !gerund) || a.passive != b.passive) {
    return false;
  }
  if (strangers(gate, things_behind(pair.left, a, false), things_behind(pair.right, b, false))) {
    return true;
  }
  return gate.jaccard < kLittle && half_strangers(gate, things_behind(pair.left, a, true),
                                                  things_behind(pair.right, b, true));
}

Value polarity_value(const Term& term) {
  return {{"negated", term.negated}, {"modality", std::string(name_of(term.modality))}};
}

/// The predicate of a list: an event if there is one, else the first.
const Shared& predicate_of(const std::vector<Shared>& list) {
  const auto event =
      std::find_if(list.begin(), list.end(), [](const Shared& s) { return s.left->event; });
  return event == list.end() ? list.front() : *event;
}

/// "Will be lifted", "have not been lifted": what has not happened yet may still come.
bool still_to_come(const PairContext& pair, const Shared& s) {
  const auto perfect = [&](const Document& document, const Claim& claim, const Term& term) {
    constexpr std::uint32_t kReach = 4;
    const std::uint32_t first =
        term.token < claim.first_token + kReach ? claim.first_token : term.token - kReach;
    for (std::uint32_t i = first; i < term.token; ++i) {
      const std::string& word = pair.words[document.tokens[i].word].folded;
      if (word == "has" || word == "have" || word == "hasn't" || word == "haven't") {
        return true;
      }
    }
    return false;
  };
  const bool left = s.left->modality == Modality::kFuture && !s.left->negated &&
                    s.right->modality == Modality::kFact &&
                    perfect(pair.right_document, pair.right, *s.right);
  const bool right = s.right->modality == Modality::kFuture && !s.right->negated &&
                     s.left->modality == Modality::kFact &&
                     perfect(pair.left_document, pair.left, *s.left);
  return left || right;
}

/// "There is no organization more universal than X": says that X is the most.
bool superlative_denial(const PairContext& pair, const Document& document, const Claim& claim,
                        const Term& term) {
  if (document.language != "en" || term.token == claim.first_token ||
      pair.words[document.tokens[term.token - 1].word].folded != "no") {
    return false;
  }
  constexpr std::uint32_t kReach = 8;
  bool compared = false;
  const std::uint32_t end =
      std::min(claim.first_token + claim.token_count, term.token + term.tokens + kReach);
  for (std::uint32_t i = term.token + term.tokens; i < end; ++i) {
    const std::string& word = pair.words[document.tokens[i].word].folded;
    compared = compared || word == "more" || word == "less" || word.ends_with("er");
    if (compared && word == "than") {
      return true;
    }
  }
  return false;
}

/// "No one tried to create a State", "negotiations for the establishment of a State": a noun behind
/// a preposition asserts nothing.
bool only_mentioned(const PairContext& pair, const EventGate& gate, const Shared& s) {
  const bool english = pair.left_document.language == "en" && pair.right_document.language == "en";
  const Term& asserted = s.left->negated ? *s.right : *s.left;
  const Term& denied = s.left->negated ? *s.left : *s.right;
  return english && gate.jaccard < kSameDeedNouns && denied.verb && !asserted.verb &&
         !asserted.predicative && asserted.slot == Slot::kOblique;
}

/// "While it is far from perfect, it is better": what is far is over at the comma.
bool far_behind(const PairContext& pair, const Document& document, const Claim& claim,
                const Term& term) {
  bool far = false;
  bool over = false;
  for (std::uint32_t i = claim.first_token; i < term.token; ++i) {
    const std::string& word = pair.words[document.tokens[i].word].folded;
    const bool begins = word == "far" && i + 1 < term.token &&
                        pair.words[document.tokens[i + 1].word].folded == "from";
    over = far && !begins && (over || word == ",");
    far = far || begins;
  }
  return over;
}

/// "Rule without the consent of the people": how, not whether.
bool behind_without(const PairContext& pair, const Document& document, const Claim& claim,
                    const Term& term) {
  constexpr std::uint32_t kReach = 3;
  const std::uint32_t first =
      term.token < claim.first_token + kReach ? claim.first_token : term.token - kReach;
  for (std::uint32_t i = first; i < term.token; ++i) {
    if (pair.words[document.tokens[i].word].folded == "without") {
      return true;
    }
  }
  return false;
}

/// One side denies the shared term, the other asserts it.
bool denied_once(const PairContext& pair, const EventGate& gate, const Shared& s) {
  if (s.left->negated == s.right->negated || !modality_fits(s.left->modality, s.right->modality) ||
      still_to_come(pair, s)) {
    return false;
  }
  const Term& negated = s.left->negated ? *s.left : *s.right;
  const Claim& denier = s.left->negated ? pair.left : pair.right;
  const Document& document = s.left->negated ? pair.left_document : pair.right_document;
  // "no territorial claims" denies little of a long sentence.
  const bool nouns = s.left->slot != Slot::kNone && s.right->slot != Slot::kNone && !s.left->verb &&
                     !s.right->verb;
  const bool told =
      (s.left->predicate && s.right->predicate && (!nouns || gate.jaccard >= kSameDeedNouns)) ||
      (s.left->predicative && s.right->predicative) || gate.jaccard >= kSameNouns;
  if (s.left->modality == Modality::kConditional && s.right->modality == Modality::kConditional) {
    return false;  // what would come of the lack of something, what would come of it
  }
  if (only_mentioned(pair, gate, s) || far_behind(pair, document, denier, negated) ||
      (gate.jaccard < kSameDeedNouns && behind_without(pair, document, denier, negated)) ||
      superlative_denial(pair, document, denier, negated)) {
    return false;
  }
  return told && (negated.governed || denied_by_verb(pair, denier, negated)) &&
         !manner_denied(pair, document, denier, negated) && !of_other_things(pair, gate, s);
}

/// "They do not want it": who they are stands in another sentence.
bool about_them(const PairContext& pair, const Document& document, const Claim& claim,
                const Term& term) {
  static constexpr std::array<std::string_view, 10> kPronouns = {
      "they", "them", "he", "she", "it", "this", "that", "these", "those", "we"};
  if (document.language != "en" || !subjects_before(claim, term).empty()) {
    return false;
  }
  constexpr std::uint32_t kReach = 5;
  const std::uint32_t first =
      term.token < claim.first_token + kReach ? claim.first_token : term.token - kReach;
  for (std::uint32_t i = first; i < term.token; ++i) {
    const std::string& word = pair.words[document.tokens[i].word].folded;
    if (std::find(kPronouns.begin(), kPronouns.end(), word) != kPronouns.end()) {
      return true;
    }
  }
  return false;
}

void negation(const PairContext& pair, const EventGate& gate, const std::vector<Shared>& shared,
              std::vector<Finding>& out) {
  std::vector<Shared> flipped;
  std::copy_if(shared.begin(), shared.end(), std::back_inserter(flipped),
               [&](const Shared& s) { return denied_once(pair, gate, s); });
  // Where both sides deny something, what each denies decides: "the charges were denied".
  if (flipped.empty() || (pair.left.negators == pair.right.negators && pair.left.negators > 0)) {
    return;
  }
  const Shared& s = predicate_of(flipped);
  const bool event_agrees = std::any_of(shared.begin(), shared.end(), [](const Shared& other) {
    return other.left->event && other.left->negated == other.right->negated;
  });
  if (event_agrees && !s.left->event) {
    return;  // "denied that the base was attacked", "the base was not attacked"
  }
  Finding f;
  f.kind = "negation";
  f.severity = Severity::kConflict;
  f.rule = "negation.scope";
  f.confidence = std::min(0.95, 0.6 + 0.3 * gate.overlap);
  constexpr double kOneSubject = 0.6;
  if (gate.jaccard < kOneSubject &&
      about_them(pair, pair.left_document, pair.left, *s.left) !=
          about_them(pair, pair.right_document, pair.right, *s.right)) {
    f.severity = Severity::kDifference;
    f.confidence = 0.55;
  }
  f.slot = std::string(pair.left_document.slice(s.left->span));
  f.left = {s.left->span, polarity_value(*s.left)};
  f.right = {s.right->span, polarity_value(*s.right)};
  f.explanation = s.left->negated ? "The left side denies what the right side asserts"
                                  : "The left side asserts what the right side denies";
  out.push_back(std::move(f));
}

/// How much of what both sides tell stands under the negation of one side.
struct Denied {
  std::size_t common = 0, negated = 0;
  const Term* first = nullptr;  ///< The first denied term.
  bool factual = true;
};

Denied denied_in(const Claim& claim, const EventGate& gate) {
  Denied denied;
  for (const Term& term : claim.terms) {
    if (!is_told(term) || !in_common(gate, term.id)) {
      continue;
    }
    ++denied.common;
    denied.negated += term.negated ? 1U : 0U;
    denied.factual = denied.factual && factual(term.modality);
    if (term.negated && denied.first == nullptr && !is_entity(term)) {
      denied.first = &term;
    }
  }
  return denied;
}

const Term* first_told(const Claim& claim, const EventGate& gate) {
  const auto it = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return is_told(term) && !is_entity(term) && in_common(gate, term.id);
  });
  return it == claim.terms.end() ? nullptr : &*it;
}

/// The same event in other words, denied as a whole by one side: "has not declared a state of
/// emergency", "placed the provinces under a state of emergency".
void retold_negation(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  constexpr double kSameEvent = 0.75;
  constexpr double kSameEventJaccard = 0.5;
  constexpr std::size_t kSharedTerms = 4;
  const bool left_denies = pair.left.negators == 1 && pair.right.negators == 0;
  const bool right_denies = pair.right.negators == 1 && pair.left.negators == 0;
  if (!(left_denies || right_denies) || gate.rest_overlap < kSameEvent ||
      gate.rest_jaccard < kSameEventJaccard || gate.shared < kSharedTerms || gate.substituted) {
    return;
  }
  const Denied left = denied_in(pair.left, gate);
  const Denied right = denied_in(pair.right, gate);
  const Denied& denial = left_denies ? left : right;
  const Denied& other = left_denies ? right : left;
  const Claim& denier = left_denies ? pair.left : pair.right;
  const auto verb = std::find_if(denier.terms.begin(), denier.terms.end(), [](const Term& term) {
    return term.verb && !term.frame && !term.relative;
  });
  if (verb == denier.terms.end() || !verb->negated) {
    return;  // "leaves no stone unturned", "instead of closing it, enlarged it"
  }
  const Term* asserted = first_told(left_denies ? pair.right : pair.left, gate);
  if (denial.first == nullptr || asserted == nullptr || 3 * denial.negated < 2 * denial.common ||
      other.negated > 0 || !left.factual || !right.factual) {
    return;
  }
  const Term& a = left_denies ? *denial.first : *asserted;
  const Term& b = left_denies ? *asserted : *denial.first;
  Finding f;
  f.kind = "negation";
  f.severity = Severity::kConflict;
  f.rule = "negation.retold";
  f.confidence = 0.6;
  f.slot = std::string(pair.left_document.slice(a.span));
  f.left = {a.span, polarity_value(a)};
  f.right = {b.span, polarity_value(b)};
  f.explanation = left_denies ? "The left side denies what the right side tells in other words"
                              : "The right side denies what the left side tells in other words";
  out.push_back(std::move(f));
}

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

void add_plan_strength(const Finding& modality, const Shared& s, std::vector<Finding>& out) {
  Finding f = modality;
  f.kind = "strength";
  f.rule = "strength.plan";
  const bool left_stronger = plan_rank(s.left->modality) > plan_rank(s.right->modality);
  f.explanation = std::string("The ") + (left_stronger ? "left" : "right") +
                  " side commits more firmly (will > intends to > may)";
  out.push_back(std::move(f));
}

/// "must install" against "may install": duty and leave.
void permission(const PairContext& pair, const EventGate& gate, const std::vector<Shared>& shared,
                std::vector<Finding>& out) {
  for (const Shared& s : shared) {
    const Modality a = s.left->modality;
    const Modality b = s.right->modality;
    const bool duty = (a == Modality::kObligation && b == Modality::kPossible) ||
                      (b == Modality::kObligation && a == Modality::kPossible);
    if (!duty || !s.left->governed || !s.right->governed || s.left->negated != s.right->negated ||
        !s.left->predicate || !s.right->predicate || of_other_things(pair, gate, s)) {
      continue;
    }
    Finding f;
    f.kind = "modality";
    f.severity = Severity::kDifference;
    f.rule = "modality.permission";
    f.confidence = 0.7;
    f.slot = std::string(pair.left_document.slice(s.left->span));
    f.left = {s.left->span, polarity_value(*s.left)};
    f.right = {s.right->span, polarity_value(*s.right)};
    f.explanation = std::string("The ") + (a == Modality::kObligation ? "left" : "right") +
                    " side makes a duty of what the other side leaves open";
    out.push_back(std::move(f));
    return;
  }
}

/// Behind a word that forbids: "are forbidden to export".
bool behind_ban(const PairContext& pair, const Claim& claim, const Term& term) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& ban) {
    return ban.clause == term.clause && ban.token < term.token && !ban.negated &&
           pair.words.stem(ban.id) == "=ban";
  });
}

/// "may export", "must not export", "are forbidden to export".
bool leaves_open(const Term& term) {
  return term.modality == Modality::kPossible && !term.negated && term.governed && term.verb;
}
bool forbids(const PairContext& pair, const Claim& claim, const Term& term) {
  return term.negated && (term.verb || term.governed) &&
         ((term.modality == Modality::kObligation && term.governed) ||
          (factual(term.modality) && behind_ban(pair, claim, term)));
}

/// Who may is who must not: whoever can obey stands in the subject of both.
bool one_addressee(const PairContext& pair, const EventGate& gate, const Shared& s) {
  const auto named = [&](const Claim& claim, const Term& verb) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return term.token < verb.token && term.slot == Slot::kSubject && is_told(term) &&
             (term.actor || is_entity(term)) && in_common(gate, term.id);
    });
  };
  return named(pair.left, *s.left) && named(pair.right, *s.right);
}

/// "may return" against "must not return": leave and ban.
void prohibition(const PairContext& pair, const EventGate& gate, const std::vector<Shared>& shared,
                 std::vector<Finding>& out) {
  for (const Shared& s : shared) {
    const bool left = forbids(pair, pair.left, *s.left) && leaves_open(*s.right);
    const bool right = forbids(pair, pair.right, *s.right) && leaves_open(*s.left);
    if ((!left && !right) || !one_addressee(pair, gate, s) || of_other_things(pair, gate, s)) {
      continue;
    }
    Finding f;
    f.kind = "modality";
    f.severity = Severity::kConflict;
    f.rule = "modality.prohibition";
    f.confidence = 0.75;
    f.slot = std::string(pair.left_document.slice(s.left->span));
    f.left = {s.left->span, polarity_value(*s.left)};
    f.right = {s.right->span, polarity_value(*s.right)};
    f.explanation = std::string("The ") + (left ? "left" : "right") +
                    " side forbids what the other side allows";
    out.push_back(std::move(f));
    return;
  }
}

/// The term says that something is done. "The sale" asserts nothing: where clauses are read, a noun
/// is no fact beside a verb.
bool told_as_deed(const Term& term, const Term& other) {
  const bool deed = term.predicate && (term.slot == Slot::kNone || term.verb || term.event);
  const bool noun = !term.verb && term.slot != Slot::kNone;
  return deed && !(noun && term.modality == Modality::kFact && other.verb);
}

/// "Hosts the talks on 4 June", "the summit takes place in X": the present may tell of what is to
/// come, with a day, or of what is held, opens or begins.
bool scheduled(const PairContext& pair, const Document& document, const Claim& claim,
               const Term& term) {
  static constexpr std::array<std::string_view, 8> kPlanned = {
      "=hold", "=begin", "=open", "=meet", "=happen", "=enter_force", "=arrive", "=travel"};
  const std::string& word = pair.words[document.tokens[term.token].word].folded;
  const bool present = term.verb && !term.passive && word.size() > 3 && word.ends_with("s");
  const bool planned =
      std::find(kPlanned.begin(), kPlanned.end(), pair.words.stem(term.id)) != kPlanned.end();
  return term.modality == Modality::kFact && present && (planned || !claim.dates.empty());
}

/// "I wish to congratulate", "allow me to express": saying so does it, in the first person.
bool performed(const PairContext& pair, const Document& document, const Claim& claim,
               const Term& term) {
  static constexpr std::array<std::string_view, 28> kDone = {
      "=congratulate", "=thank", "=welcome",  "congratul", "express", "extend",  "convey",
      "thank",         "pay",    "welcom",    "stress",    "emphas",  "emphasi", "underlin",
      "underscor",     "reiter", "reaffirm",  "assur",     "commend", "recal",   "recall",
      "remind",        "point",  "highlight", "salut",     "greet",   "wish",    "appreci"};
  static constexpr std::array<std::string_view, 6> kFirst = {"i", "we", "me", "us", "my", "our"};
  constexpr std::uint32_t kReach = 12;
  const auto done = [&](StemId id) {
    return std::find(kDone.begin(), kDone.end(), pair.words.stem(id)) != kDone.end();
  };
  if (document.language != "en" || !(done(term.id) || done(term.stem))) {
    return false;
  }
  const std::uint32_t first =
      term.token < claim.first_token + kReach ? claim.first_token : term.token - kReach;
  for (std::uint32_t i = first; i < term.token; ++i) {
    const std::string& word = pair.words[document.tokens[i].word].folded;
    if (std::find(kFirst.begin(), kFirst.end(), word) != kFirst.end()) {
      return true;
    }
  }
  return false;
}

/// The act is done on one side and planned, tried or possible on the other, or two of these.
bool moved_in_mood(const PairContext& pair, const EventGate& gate, const Shared& s) {
  const Modality a = s.left->modality;
  const Modality b = s.right->modality;
  const bool kinds = (a == Modality::kFact && open_modality(b)) ||
                     (b == Modality::kFact && open_modality(a)) ||
                     (open_modality(a) && open_modality(b));
  const bool used_as_verb = told_as_deed(*s.left, *s.right) && told_as_deed(*s.right, *s.left);
  const bool governed =
      (a == Modality::kFact || s.left->governed) && (b == Modality::kFact || s.right->governed);
  const bool one_time =
      (b == Modality::kFuture && scheduled(pair, pair.left_document, pair.left, *s.left)) ||
      (a == Modality::kFuture && scheduled(pair, pair.right_document, pair.right, *s.right));
  const bool denied = s.left->negated && unlikely(a) && unlikely(b);  // what will not be is not
  const bool said = performed(pair, pair.left_document, pair.left, *s.left) ||
                    performed(pair, pair.right_document, pair.right, *s.right);
  return a != b && kinds && used_as_verb && governed && s.left->negated == s.right->negated &&
         !denied && !one_time && !said && !of_other_things(pair, gate, s);
}

void modality(const PairContext& pair, const EventGate& gate, const std::vector<Shared>& shared,
              std::vector<Finding>& out) {
  std::vector<Shared> moved;
  std::copy_if(shared.begin(), shared.end(), std::back_inserter(moved),
               [&](const Shared& s) { return moved_in_mood(pair, gate, s); });
  if (moved.empty()) {
    return;
  }
  const Shared& s = predicate_of(moved);
  Finding f;
  f.kind = "modality";
  f.severity = Severity::kDifference;
  f.rule = "modality.scope";
  f.confidence = s.left->event ? 0.75 : 0.65;
  f.slot = std::string(pair.left_document.slice(s.left->span));
  f.left = {s.left->span, polarity_value(*s.left)};
  f.right = {s.right->span, polarity_value(*s.right)};
  f.explanation = "One side presents it as " + std::string(name_of(s.left->modality)) +
                  ", the other as " + std::string(name_of(s.right->modality));
  out.push_back(f);
  if (plan_rank(s.left->modality) > 0 && plan_rank(s.right->modality) > 0) {
    add_plan_strength(f, s, out);
  }
}

}  // namespace

void diverge_polarity(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  if (gate.other_event || pair.left.question || pair.right.question || pair.left.disputed ||
      pair.right.disputed || gate.other_party || gate.other_place || gate.other_time) {
    return;
  }
  const std::vector<Shared> shared = shared_terms(pair, gate);
  const bool one_word = gate.shared < 2 && gate.left != gate.right;  // "nothing new"
  if (((gate.overlap >= 0.5 && gate.jaccard >= 0.3) || gate.contained) && !one_word) {
    const std::size_t before = out.size();
    negation(pair, gate, shared, out);
    if (out.size() == before) {
      retold_negation(pair, gate, out);
    }
  }
  if (gate.overlap >= 0.6 && (gate.jaccard >= 0.4 || gate.contained)) {
    modality(pair, gate, shared, out);
    permission(pair, gate, shared, out);
    prohibition(pair, gate, shared, out);
  }
}

}  // namespace parallax
