/// One side asserts what the other denies.

#include <algorithm>
#include <iterator>
#include <string_view>

#include "engine/compare/arguments.hpp"
#include "engine/compare/denial_reach.hpp"
#include "engine/compare/shared_terms.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// A denied noun counts only where the claims share this much.
constexpr double kSameNouns = 0.4;
/// The same for a noun of doing on both sides.
constexpr double kSameDeedNouns = 0.3;

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
  static constexpr WordList kReach = {"=amount_to", "reach", "come", "achiev", "find",
                                      "=find",      "get",   "have", "arriv",  "=arrive"};
  const std::string& governor = pair.words.stem(term.governor);
  const bool light = light_verb(governor) || kReach.contains(governor);
  return light && term.slot == Slot::kObject && !is_entity(term) &&
         std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& verb) {
           return verb.verb && verb.id == term.governor && verb.clause == term.clause &&
                  verb.governed && verb.negated;
         });
}

/// "Will be lifted", "have not been lifted": what has not happened yet may still come.
bool still_to_come(const PairContext& pair, const TermPair& s) {
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
bool only_mentioned(const PairContext& pair, const EventGate& gate, const TermPair& s) {
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
bool denied_once(const PairContext& pair, const EventGate& gate, const TermPair& s) {
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
  static constexpr WordList kPronouns = {"they", "them", "he",    "she",   "it",
                                         "this", "that", "these", "those", "we"};
  if (document.language != "en" || !subjects_before(claim, term).empty()) {
    return false;
  }
  constexpr std::uint32_t kReach = 5;
  const std::uint32_t first =
      term.token < claim.first_token + kReach ? claim.first_token : term.token - kReach;
  for (std::uint32_t i = first; i < term.token; ++i) {
    const std::string& word = pair.words[document.tokens[i].word].folded;
    if (kPronouns.contains(word)) {
      return true;
    }
  }
  return false;
}

/// The event says nothing of whether the denied one happened: the subject of a denied verb or state
/// ("supplies have not been affected", "the vote was not fair"), the verb of a denied object
/// ("found no defects"), what a clause in front tells ("tests showed that it is not safe").
bool beside_denied(const Term& event, const Term& denied) {
  if (denied.slot == Slot::kNone && event.slot == Slot::kNone && !denied.verb && !event.verb) {
    return event.token < denied.token;  // no clauses are read: "die Versorgung ist nicht gesichert"
  }
  if (event.clause < denied.clause) {
    return true;
  }
  const bool subject = !event.verb && event.slot == Slot::kSubject;
  const bool governs = event.verb && !denied.verb && denied.slot == Slot::kObject;
  return event.clause == denied.clause &&
         ((subject && (denied.verb || denied.predicative)) || governs);
}

/// "When the trawler capsized": tells when, and no more.
bool in_time_clause(const PairContext& pair, const Document& document, const Claim& claim,
                    const Term& term) {
  static constexpr WordList kOpens = {"when",  "before", "after", "while",   "as",
                                      "until", "since",  "once",  "whenever"};
  constexpr std::uint32_t kReach = 8;
  const std::uint32_t first =
      term.token < claim.first_token + kReach ? claim.first_token : term.token - kReach;
  for (std::uint32_t i = term.token; document.language == "en" && i > first; --i) {
    const std::string& word = pair.words[document.tokens[i - 1].word].folded;
    if (word == "," || word == "and") {
      break;
    }
    if (kOpens.contains(word)) {
      return term.verb;
    }
  }
  return false;
}

void negation(const PairContext& pair, const EventGate& gate, const std::vector<TermPair>& shared,
              std::vector<Finding>& out) {
  std::vector<TermPair> flipped;
  std::copy_if(shared.begin(), shared.end(), std::back_inserter(flipped),
               [&](const TermPair& s) { return denied_once(pair, gate, s); });
  // Where both sides deny something, what each denies decides: "the charges were denied".
  if (flipped.empty() || (pair.left.negators == pair.right.negators && pair.left.negators > 0)) {
    return;
  }
  const TermPair& s = predicate_of(flipped);
  const bool event_agrees = std::any_of(shared.begin(), shared.end(), [&](const TermPair& other) {
    return other.left->event && other.left->negated == other.right->negated &&
           !(beside_denied(*other.left, *s.left) && beside_denied(*other.right, *s.right)) &&
           !(in_time_clause(pair, pair.left_document, pair.left, *other.left) &&
             in_time_clause(pair, pair.right_document, pair.right, *other.right));
  });
  if (event_agrees && !s.left->event) {
    return;  // "denied that the base was attacked", "the base was not attacked"
  }
  Finding f = predicate_finding(pair, "negation", "negation.scope", *s.left, *s.right);
  f.severity = Severity::kConflict;
  f.confidence = std::min(0.95, 0.6 + 0.3 * gate.overlap);
  constexpr double kOneSubject = 0.6;
  if (gate.jaccard < kOneSubject &&
      about_them(pair, pair.left_document, pair.left, *s.left) !=
          about_them(pair, pair.right_document, pair.right, *s.right)) {
    f.severity = Severity::kDifference;
    f.confidence = 0.55;
  }
  f.explanation = s.left->negated ? "The left side denies what the right side asserts"
                                  : "The left side asserts what the right side denies";
  if (duty_denied(pair, *s.left, *s.right)) {
    out.push_back(permission_finding(pair, *s.left, *s.right, s.right->negated));
    out.back().severity = Severity::kConflict;
    return;
  }
  const bool spared = std::any_of(flipped.begin(), flipped.end(), [&](const TermPair& one) {
    return ((one.left->verb && one.right->verb) || &one == &s) && denial_spares(pair, gate, one);
  });
  if (!spared) {
    out.push_back(std::move(f));
  }
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
  if (denial_spares(pair, gate, {&a, &b})) {
    return;
  }
  Finding f = predicate_finding(pair, "negation", "negation.retold", a, b);
  f.severity = Severity::kConflict;
  f.confidence = 0.6;
  f.explanation = left_denies ? "The left side denies what the right side tells in other words"
                              : "The right side denies what the left side tells in other words";
  out.push_back(std::move(f));
}

/// "No one was injured": the claim begins with nobody.
bool denies_all(const PairContext& pair, const Document& document, const Claim& claim) {
  static constexpr WordList kNobody = {
      "nobody",   "none",  "niemand", "keiner",
      "personne", "nadie", "nessuno", "\xd0\xbd\xd0\xb8\xd0\xba\xd1\x82\xd0\xbe",
      "ninguno",  "aucun", "kimse",   "neither"};
  if (claim.negators != 1 || claim.token_count < 2) {
    return false;
  }
  const auto word = [&](std::uint32_t i) -> const std::string& {
    return pair.words[document.tokens[claim.first_token + i].word].folded;
  };
  return (word(0) == "no" && word(1) == "one") || kNobody.contains(word(0));
}

}  // namespace

void diverge_polarity(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  if (gate.other_event || pair.left.question || pair.right.question || pair.left.disputed ||
      pair.right.disputed || gate.other_party || gate.other_place || gate.other_time) {
    return;
  }
  const std::vector<TermPair> shared = shared_terms(pair, gate);
  const bool one_word = gate.shared < 2 && gate.left != gate.right &&  // "nothing new"
                        denies_all(pair, pair.left_document, pair.left) ==
                            denies_all(pair, pair.right_document, pair.right);
  if (((gate.overlap >= 0.5 && gate.jaccard >= 0.3) || gate.contained) && !one_word) {
    const std::size_t before = out.size();
    negation(pair, gate, shared, out);
    if (out.size() == before) {
      retold_negation(pair, gate, out);
    }
  }
  if (gate.overlap >= 0.6 && (gate.jaccard >= 0.4 || gate.contained)) {
    diverge_mood(pair, gate, shared, out);
    diverge_duty(pair, gate, shared, out);
  }
}

}  // namespace parallax
