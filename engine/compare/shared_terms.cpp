#include "engine/compare/shared_terms.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// The one term with the id, or with the stem where one side is a word of the tables and the other
/// is not ("fined", "a fine").
const Term* only_term(const Claim& claim, const Term& wanted) {
  const Term* found = nullptr;
  for (const Term& term : claim.terms) {
    const bool by_stem = term.kind == TermKind::kPlain || wanted.kind == TermKind::kPlain ||
                         (term.tokens == 1 && wanted.tokens == 1);
    const bool same = term.id == wanted.id || (by_stem && term.stem == wanted.stem &&
                                               !is_entity(term) && !is_entity(wanted));
    // "failed to report it", "it was reported, the owner says": the frame is another saying
    if (same && is_content(term) && (wanted.frame || !term.frame)) {
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

/// The subject of one side stands in the other beside another subject: "the school was not
/// damaged", "the hospital next to the school was damaged".
bool other_subject(const Claim& claim, const std::vector<StemId>& subjects,
                   const std::vector<StemId>& theirs) {
  return !theirs.empty() && std::any_of(subjects.begin(), subjects.end(), [&](StemId id) {
    return std::find(theirs.begin(), theirs.end(), id) == theirs.end() &&
           std::any_of(claim.terms.begin(), claim.terms.end(),
                       [&](const Term& term) { return term.id == id && is_told(term); });
  });
}

/// "The plant will close", "the government will close the plant": verbs whose object may stand as
/// their subject (labile verbs).
bool labile(const WordTable& words, const Term& verb) {
  static constexpr WordList kVerbs = {
      "=close", "=open",   "=begin",  "=end",   "=stop",    "=resume",     "=continue",
      "=rise",  "=fall",   "=change", "=burn",  "=explode", "=sink_ship",  "=crash",
      "=move",  "=expand", "=shrink", "reopen", "=reopen",  "=enter_force"};
  return kVerbs.contains(words.stem(verb.id));
}

/// Of two verbs, or two things said of a subject, by `other_subject`.
bool crossed(const PairContext& pair, const Term& a, const Term& b, const std::vector<StemId>& left,
             const std::vector<StemId>& right) {
  const bool told = (a.verb && b.verb) || (a.predicative && b.predicative);
  const auto acts_on = [](const Claim& claim, const Term& verb) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return term.slot == Slot::kObject && term.clause == verb.clause && term.token > verb.token &&
             is_told(term);
    });
  };
  if (a.id == b.id && labile(pair.words, a) && acts_on(pair.left, a) != acts_on(pair.right, b)) {
    return false;
  }
  return told && a.passive == b.passive &&
         (other_subject(pair.right, left, right) || other_subject(pair.left, right, left));
}

/// Two verbs of one word with other doers, other things or another way of doing.
bool of_other_deeds(const PairContext& pair, const EventGate& gate, const Term& a, const Term& b) {
  constexpr double kLittle = 0.3;
  // "progress can be made", "science has made progress": what anybody can do, what somebody did
  const bool open = (a.modality == Modality::kPossible && b.modality == Modality::kFact) ||
                    (b.modality == Modality::kPossible && a.modality == Modality::kFact);
  if (a.passive != b.passive && open &&
      strangers(gate, subjects_before(a.passive ? pair.right : pair.left, a.passive ? b : a),
                {StemId{}})) {
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

}  // namespace

std::vector<TermPair> shared_terms(const PairContext& pair, const EventGate& gate) {
  std::vector<TermPair> shared;
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

bool other_complements(const PairContext& pair, const EventGate& gate, bool names) {
  struct Complement {
    StemId noun{}, preposition{};
    bool found = false;
  };
  const auto complement = [&](const Claim& claim) {
    Complement only;
    const Term* before = nullptr;
    for (const Term& term : claim.terms) {
      if (!is_told(term)) {
        continue;
      }
      const bool open = before != nullptr && term.slot == Slot::kOblique && !term.verb &&
                        (names || !is_entity(term)) && !in_common(gate, term.id) &&
                        in_common(gate, before->id) && !before->verb;
      if (open && only.found) {
        return Complement{};
      }
      if (open) {
        only = {before->id, term.preposition, true};
      }
      before = &term;
    }
    return only;
  };
  const Complement left = complement(pair.left);
  const Complement right = complement(pair.right);
  return left.found && right.found && left.noun == right.noun &&
         left.preposition == right.preposition;
}

bool factual(Modality m) {
  return m == Modality::kFact || m == Modality::kFuture;
}

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

bool of_other_things(const PairContext& pair, const EventGate& gate, const TermPair& s) {
  constexpr double kSameTelling = 0.5;
  const Term& a = *s.left;
  const Term& b = *s.right;
  // "continues to attack", "will continue to answer": what goes on is another verb
  if (a.id == b.id && pair.words.stem(a.id) == "=continue") {
    return true;
  }
  if (pair.left_document.language != "en" || pair.right_document.language != "en") {
    return false;
  }
  const std::vector<StemId> left = subjects_before(pair.left, a);
  const std::vector<StemId> right = subjects_before(pair.right, b);
  if (crossed(pair, a, b, left, right) ||
      (a.verb && b.verb && other_complements(pair, gate, true))) {
    return true;
  }
  if (gate.jaccard >= kSameTelling) {
    return false;
  }
  if (!a.verb && !b.verb && !a.predicative && !b.predicative) {
    // "the fund provides", "receives no funds"
    return a.slot != b.slot && has_verb(pair.left, a.clause) && has_verb(pair.right, b.clause);
  }
  return (a.passive == b.passive && strangers(gate, left, right)) ||
         of_other_deeds(pair, gate, a, b);
}

const TermPair& predicate_of(const std::vector<TermPair>& list) {
  const auto event =
      std::find_if(list.begin(), list.end(), [](const TermPair& s) { return s.left->event; });
  return event == list.end() ? list.front() : *event;
}

bool unlikely(Modality m) {
  return factual(m) || m == Modality::kIntended;
}

Finding predicate_finding(const PairContext& pair, std::string kind, std::string rule,
                          const Term& left, const Term& right) {
  Finding f;
  f.kind = std::move(kind);
  f.rule = std::move(rule);
  f.slot = std::string(pair.left_document.slice(left.span));
  f.left = {left.span, polarity_value(left)};
  f.right = {right.span, polarity_value(right)};
  return f;
}

}  // namespace parallax
