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

Value polarity_value(const Term& term) {
  return {{"negated", term.negated}, {"modality", std::string(name_of(term.modality))}};
}

/// The predicate of a list: an event if there is one, else the first.
const Shared& predicate_of(const std::vector<Shared>& list) {
  const auto event =
      std::find_if(list.begin(), list.end(), [](const Shared& s) { return s.left->event; });
  return event == list.end() ? list.front() : *event;
}

/// One side denies the shared term, the other asserts it.
bool denied_once(const PairContext& pair, const EventGate& gate, const Shared& s) {
  if (s.left->negated == s.right->negated || !modality_fits(s.left->modality, s.right->modality)) {
    return false;
  }
  const Term& negated = s.left->negated ? *s.left : *s.right;
  const Claim& denier = s.left->negated ? pair.left : pair.right;
  const Document& document = s.left->negated ? pair.left_document : pair.right_document;
  // "no territorial claims" denies little of a long sentence.
  const bool told = (s.left->predicate && s.right->predicate) ||
                    (s.left->predicative && s.right->predicative) || gate.jaccard >= kSameNouns;
  return told && (negated.governed || denied_by_verb(pair, denier, negated)) &&
         !manner_denied(pair, document, denier, negated);
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
void permission(const PairContext& pair, const std::vector<Shared>& shared,
                std::vector<Finding>& out) {
  for (const Shared& s : shared) {
    const Modality a = s.left->modality;
    const Modality b = s.right->modality;
    const bool duty = (a == Modality::kObligation && b == Modality::kPossible) ||
                      (b == Modality::kObligation && a == Modality::kPossible);
    if (!duty || !s.left->governed || !s.right->governed || s.left->negated != s.right->negated ||
        !s.left->predicate || !s.right->predicate) {
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

void modality(const PairContext& pair, const std::vector<Shared>& shared,
              std::vector<Finding>& out) {
  std::vector<Shared> moved;
  for (const Shared& s : shared) {
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
    if (a != b && kinds && used_as_verb && governed && s.left->negated == s.right->negated &&
        !denied && !one_time) {
      moved.push_back(s);
    }
  }
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
  if ((gate.overlap >= 0.5 && gate.jaccard >= 0.3) || gate.contained) {
    const std::size_t before = out.size();
    negation(pair, gate, shared, out);
    if (out.size() == before) {
      retold_negation(pair, gate, out);
    }
  }
  if (gate.overlap >= 0.6 && (gate.jaccard >= 0.4 || gate.contained)) {
    modality(pair, shared, out);
    permission(pair, shared, out);
  }
}

}  // namespace parallax
