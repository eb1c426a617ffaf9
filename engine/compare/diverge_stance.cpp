/// Evaluations and demands: opposite ones on the same object, stronger against weaker ones.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include "engine/compare/arguments.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/other_matter.hpp"
#include "engine/compare/positions.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// Tokens behind a passive in which its "by" must stand.
constexpr std::uint32_t kAgentReach = 6;
/// The claims must share this much of the shorter one.
constexpr double kSameMatter = 0.5;
/// And of both, where a word that evaluates only describes a thing.
constexpr double kSameTelling = 0.5;
/// And, where only the words of the position are left out, this much of both.
constexpr double kSameRest = 0.25;

/// What a stance is about: the first noun phrase behind it, or in front of it in the passive.
struct Target {
  std::vector<StemId> ids;
  StemId head{};
  StemId about{};        ///< First thing behind a preposition right behind the head.
  StemId preposition{};  ///< Of `about`.
};

void finish(Target& target) {
  std::sort(target.ids.begin(), target.ids.end());
  target.ids.erase(std::unique(target.ids.begin(), target.ids.end()), target.ids.end());
}

Target target_behind(const Claim& claim, const Stance& stance) {
  Target target;
  bool phrase_open = true;
  const Term* about = nullptr;
  for (std::size_t t = stance.term + 1; t < claim.terms.size(); ++t) {
    const Term& term = claim.terms[t];
    if (term.span.begin < stance.span.end) {
      continue;
    }
    if (!is_content(term) || term.relative) {
      phrase_open = phrase_open && target.ids.empty();
      continue;
    }
    // "the plan for a new library": what the phrase ends with
    const bool goes_on = about != nullptr && term.token == about->token + about->tokens;
    if (!phrase_open && term.slot == Slot::kOblique && (about == nullptr || goes_on)) {
      target.about = term.id;
      target.preposition = term.preposition;
      about = &term;
    }
    target.ids.push_back(term.id);
    if (phrase_open && !term.attribute) {
      target.head = term.id;
    }
  }
  return target;
}

/// "regards the transfer as a threat", "described the report as biased": between the verb and "as".
Target target_of_as(const Claim& claim, const Stance& stance) {
  Target target;
  bool phrase_open = true;
  std::size_t first = stance.term;
  while (first > 0 && !claim.terms[first - 1].verb) {
    --first;
  }
  for (std::size_t t = first; t < stance.term; ++t) {
    const Term& term = claim.terms[t];
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

/// "The plan is a mistake", "The plan meets with disapproval": the subject.
Target target_of_subject(const Claim& claim, const Term& act) {
  Target target;
  bool open = false;
  bool phrase_open = true;
  for (const Term& term : claim.terms) {
    if (term.token >= act.token) {
      break;
    }
    open = open || (term.slot == Slot::kSubject && is_told(term));
    if (!open || !is_content(term) || term.relative || term.verb) {
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

/// The word `back` tokens in front of a stance; empty if there is none.
std::string_view word_before(const PairContext& pair, const Document& document, const Claim& claim,
                             const Stance& stance, std::uint32_t back) {
  const std::uint32_t at = claim.terms[stance.term].token;
  return at < claim.first_token + back
             ? std::string_view{}
             : std::string_view(pair.words[document.tokens[at - back].word].folded);
}

bool is_article(std::string_view word) {
  return word == "a" || word == "an" || word == "the";
}

/// English: how a word that evaluates is tied to what it evaluates.
enum class Tie : std::uint8_t { kVerb, kAs, kSubject };

Tie tie_of(const PairContext& pair, const Document& document, const Claim& claim,
           const Stance& stance) {
  if (document.language != "en") {
    return Tie::kVerb;
  }
  if (stance.met) {
    return Tie::kSubject;
  }
  const std::string_view first = word_before(pair, document, claim, stance, 1);
  const std::string_view second = word_before(pair, document, claim, stance, 2);
  if (first == "as" || (is_article(first) && second == "as")) {
    return Tie::kAs;
  }
  const auto meets = [](std::string_view word) {
    return word == "meets" || word == "met" || word == "meet" || word == "meeting";
  };
  const std::string_view third = word_before(pair, document, claim, stance, 3);
  if ((first == "with" && meets(second)) || meets(first) ||
      (is_article(first) && second == "with" && meets(third))) {
    return Tie::kSubject;
  }
  const auto is_be = [](std::string_view word) {
    return word == "is" || word == "are" || word == "was" || word == "were" || word == "remains";
  };
  // "drew sharp criticism from X": what drew it is criticised
  const auto draws = [](std::string_view word) {
    static constexpr WordList kVerbs = {"drew",      "draws",  "draw",     "drawn",
                                        "attracted", "earned", "provoked", "sparked",
                                        "faced",     "won",    "received"};
    return kVerbs.contains(word);
  };
  if (!claim.terms[stance.term].verb &&
      (draws(first) || draws(second) || (draws(third) && !is_article(first)))) {
    return Tie::kSubject;
  }
  return is_be(first) || (is_article(first) && is_be(second)) ? Tie::kSubject : Tie::kVerb;
}

/// "The reform was rejected by ...": the subject, whose first phrase is the head.
Target target_ahead(const Claim& claim, const Term& verb) {
  Target target;
  bool phrase_open = true;
  for (const Term& term : claim.terms) {
    if (term.token >= verb.token) {
      break;
    }
    if (!is_content(term) || term.relative || term.frame || term.clause != verb.clause) {
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

/// An evaluation that is no deed: "X is a disgrace", "in X we see a threat", "called X unlawful".
bool evaluates(const Claim& claim, const Stance& stance) {
  if (stance.ladder == "obligation") {
    return true;  // "must keep clear", "should stay away"
  }
  return !claim.terms[stance.term].verb &&
         (stance.ladder == "evaluation" || stance.ladder == "legality" ||
          stance.ladder == "justification");
}

/// "The legitimate Government", "those tragic events": says what kind of thing is meant and takes
/// no position on the rest of the claim. English.
bool attributive(const PairContext& pair, const Document& document, const Claim& claim,
                 const Stance& stance) {
  const Term& act = claim.terms[stance.term];
  if (document.language != "en" || act.verb || act.predicative) {
    return false;
  }
  static constexpr std::array<std::string_view, 5> kEndings = {"able", "ible", "ful", "ous", "ive"};
  const std::string_view word = pair.words[document.tokens[act.token].word].folded;
  if (!evaluates(claim, stance) &&
      std::none_of(kEndings.begin(), kEndings.end(),
                   [&](std::string_view ending) { return word.ends_with(ending); })) {
    return false;
  }
  const auto noun = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.span.begin >= stance.span.end;
  });
  static constexpr WordList kTied = {"a", "an", "is", "are", "was", "were", "as", "be"};
  const auto ties = [&](std::string_view text) { return kTied.contains(text); };
  const bool tied = ties(word_before(pair, document, claim, stance, 1)) || ties(word);
  return noun != claim.terms.end() && is_content(*noun) && !noun->verb && !tied &&
         document.tokens[noun->token - 1].span.end == stance.span.end;
}

/// "It poses a grave threat to peace": what is meant stands in another sentence.
bool judges_unnamed(const PairContext& pair, const Document& document, const Claim& claim,
                    const Stance& stance) {
  static constexpr WordList kPronouns = {"it", "this", "that", "they", "these", "those"};
  const Term& act = claim.terms[stance.term];
  if (document.language != "en" || !evaluates(claim, stance) || stance.ladder == "obligation") {
    return false;
  }
  const bool named = std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.clause == act.clause && term.token < act.token && term.slot == Slot::kSubject &&
           is_told(term);
  });
  constexpr std::uint32_t kReach = 6;
  const std::uint32_t first =
      act.token < claim.first_token + kReach ? claim.first_token : act.token - kReach;
  for (std::uint32_t i = first; i < act.token && !named; ++i) {
    const std::string& word = pair.words[document.tokens[i].word].folded;
    if (kPronouns.contains(word)) {
      return true;
    }
  }
  return false;
}

/// All that the claim tells but the evaluation itself.
Target target_around(const Claim& claim, const Stance& stance) {
  Target target;
  for (const Term& term : claim.terms) {
    const bool inside = term.span.begin < stance.span.end && term.span.end > stance.span.begin;
    if (!inside && is_told(term) && !term.attribute) {
      target.ids.push_back(term.id);
    }
  }
  finish(target);
  return target;
}

/// What "as", "be" or "meet with" ties an evaluation to; empty if none does.
Target tied_target(const PairContext& pair, const Document& document, const Claim& claim,
                   const Stance& stance) {
  const Term& act = claim.terms[stance.term];
  switch (tie_of(pair, document, claim, stance)) {
    case Tie::kAs:
      return target_of_as(claim, stance);
    case Tie::kSubject:  // "was rejected", "is opposed to" go by the voice
      return act.verb ? Target{} : target_of_subject(claim, act);
    case Tie::kVerb:
      break;
  }
  return {};
}

Target target_of(const PairContext& pair, const Document& document, const Claim& claim,
                 const Stance& stance) {
  Target target;
  const Term& act = claim.terms[stance.term];
  if (Target tied = tied_target(pair, document, claim, stance); !tied.ids.empty()) {
    finish(tied);
    return tied;
  }
  if (evaluates(claim, stance)) {
    return target_around(claim, stance);
  }
  // "is opposed to the reform" has the form of a passive, too; the agent tells them apart.
  const bool has_agent = std::any_of(
      claim.agents.begin(), claim.agents.end(),
      [&](std::uint32_t at) { return at > act.token && at <= act.token + kAgentReach; });
  if (act.passive && has_agent) {
    target = target_ahead(claim, act);
  }
  if (!claim.verb_final && target.ids.empty()) {
    target = target_behind(claim, stance);
  }
  if (document.language == "en" && target.ids.empty() && !act.verb) {
    target = target_ahead(claim, act);
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

/// "The pipeline project", "building the pipeline": words that only say that something is planned
/// or done.
bool empty_head(const WordTable& words, StemId id) {
  static constexpr WordList kNouns = {"=project",  "=plan",    "=proposal", "idea",    "=build",
                                      "=building", "=measure", "=decision", "=decide", "move",
                                      "step",      "scheme",   "=programme"};
  return kNouns.contains(words.stem(id));
}

/// "The situation in X", "the issue of Y": nouns that leave it to other words what is meant.
bool vague_head(const WordTable& words, StemId id) {
  static constexpr WordList kNouns = {"situat",   "=situation", "issu",      "=publish",
                                      "matter",   "question",   "=question", "problem",
                                      "=problem", "develop",    "state"};
  return kNouns.contains(words.stem(id));
}

/// Two heads that stand for one thing in two words, or say little themselves.
bool heads_answer(const PairContext& pair, const EventGate& gate, const Target& a,
                  const Target& b) {
  const auto empty = [&](StemId one, StemId other) {
    return empty_head(pair.words, one) && !vague_head(pair.words, other);
  };
  return (in_common(gate, a.head) && in_common(gate, b.head)) || empty(a.head, b.head) ||
         empty(b.head, a.head);
}

/// Nothing but names in common, where each side speaks of things: "peace between X and Y",
/// "refugees from X".
bool only_names_shared(const EventGate& gate, const Claim& left, const Claim& right,
                       const Target& a, const Target& b) {
  const auto things = [](const Claim& claim, const Target& target) {
    std::vector<StemId> list;
    for (const Term& term : claim.terms) {
      if (is_content(term) && !is_entity(term) && holds(target, term.id)) {
        list.push_back(term.id);
      }
    }
    return list;
  };
  const std::vector<StemId> x = things(left, a);
  const std::vector<StemId> y = things(right, b);
  const auto known = [&](StemId id) { return in_common(gate, id); };
  return x.size() > 1 && y.size() > 1 && std::none_of(x.begin(), x.end(), known) &&
         std::none_of(y.begin(), y.end(), known);
}

/// "The ceasefire plan", "the partition plan": the other words tell two such things apart.
bool told_apart(const WordTable& words, const Target& a, const Target& b) {
  const auto own = [](const Target& one, const Target& other) {
    return std::any_of(one.ids.begin(), one.ids.end(),
                       [&](StemId id) { return !holds(other, id); });
  };
  const auto shared =
      std::count_if(a.ids.begin(), a.ids.end(), [&](StemId id) { return holds(b, id); });
  const bool one = a.head == b.head && shared == 1;
  return one && ((empty_head(words, a.head) && own(a, b) && own(b, a)) ||
                 (vague_head(words, a.head) && (own(a, b) || own(b, a))));
}

/// "The crews" of the boats, "the purchase" of the boats: heads that the other side does not know
/// and that are no two words for one deed.
bool other_heads(const PairContext& pair, const EventGate& gate, const Target& a, const Target& b) {
  const auto term = [](const Claim& claim, StemId id) {
    return std::find_if(claim.terms.begin(), claim.terms.end(),
                        [&](const Term& t) { return t.id == id && is_content(t); });
  };
  const auto left = term(pair.left, a.head);
  const auto right = term(pair.right, b.head);
  if (left == pair.left.terms.end() || right == pair.right.terms.end() || is_entity(*left) ||
      is_entity(*right) || in_common(gate, a.head) || in_common(gate, b.head)) {
    return false;
  }
  const auto way = [&](StemId id) {  // "the way in which they acted": their conduct
    const std::string& stem = pair.words.stem(id);
    return stem == "way" || stem == "manner" || stem == "conduct" || stem == "=conduct";
  };
  if (way(left->stem) || way(right->stem)) {
    return false;
  }
  return !deed_noun({pair.words, pair.left_document, pair.left}, *left) ||
         !deed_noun({pair.words, pair.right_document, pair.right}, *right);
}

/// Requests for things of which no deed is the same: "that they be let in", "for the minutes".
bool other_request(const PairContext& pair, const EventGate& gate, const Stance& a,
                   const Stance& b) {
  constexpr double kPlain = 0.5;
  const auto deed = [&](const Claim& claim, const Stance& stance) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return (term.verb || term.event) && is_told(term) && in_common(gate, term.id) &&
             term.token > claim.terms[stance.term].token;
    });
  };
  return a.ladder == "request" && b.ladder == "request" && gate.jaccard < kPlain &&
         !(deed(pair.left, a) && deed(pair.right, b));
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
  constexpr std::size_t kPlainlyOne = 3;
  if (heads == Heads::kSame && common.size() >= kPlainlyOne && 4 * common.size() >= 3 * smaller) {
    return true;
  }
  // Where the verb stands last, an adverb may stand between it and its object.
  const bool all_shared = common.size() == smaller && smaller > 1;
  return heads == Heads::kShared && (all_shared || (holds(a, b.head) && holds(b, a.head)));
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

/// One is for it and one against, or advises it and advises against it.
bool opposed(const Stance& a, const Stance& b) {
  const auto advice = [](const Stance& x, const Stance& y) {
    return x.act == "recommend" && y.act == "advise against";
  };
  return a.polarity * b.polarity < 0 || advice(a, b) || advice(b, a);
}

Finding stance_finding(const PairContext& pair, const Stance& a, const Stance& b) {
  Finding f;
  f.left = {a.span, stance_value(a)};
  f.right = {b.span, stance_value(b)};
  const std::string left(pair.left_document.slice(a.span));
  const std::string right(pair.right_document.slice(b.span));
  if (opposed(a, b)) {
    f.kind = "stance";
    f.severity = Severity::kConflict;
    f.rule = "stance.opposed";
    f.confidence = 0.85;
    f.explanation =
        "Opposite positions on the same object: \"" + left + "\" against \"" + right + "\"";
  } else {
    const int steps = std::abs(a.rank - b.rank);
    const auto bound = [](const Stance& s) { return s.act == "must"; };
    const auto free = [](const Stance& s) { return s.act == "may"; };
    // "must register", "registration is optional": no step, but a duty and none
    const bool leave = (bound(a) && free(b)) || (bound(b) && free(a));
    f.kind = leave ? "modality" : "strength";
    f.severity = steps > 1 ? Severity::kDifference : Severity::kNote;
    f.rule = leave ? "modality.obligation" : "strength.ladder";
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
  const bool stepped = !a.ladder.empty() && a.ladder == b.ladder && a.rank != b.rank;
  return opposed(a, b) || stepped;
}

bool has_stance(const Claim& claim, const Stance& wanted) {
  return std::any_of(claim.stances.begin(), claim.stances.end(), [&](const Stance& s) {
    return s.act == wanted.act && s.negated == wanted.negated;
  });
}

/// "the amendment on fisheries", "the amendment on forestry".
bool other_matter(const EventGate& gate, const Target& a, const Target& b) {
  return a.about != StemId{} && b.about != StemId{} && a.preposition == b.preposition &&
         !in_common(gate, a.about) && !in_common(gate, b.about);
}

/// "The parliament's legal service noted": a word of the name of who says it.
bool of_speaker(const Claim& claim, const Stance& stance) {
  const Term& act = claim.terms[stance.term];
  return act.frame && !act.verb && stance.term + 1 < claim.terms.size() &&
         claim.terms[stance.term + 1].frame && is_content(claim.terms[stance.term + 1]) &&
         !claim.terms[stance.term + 1].speech;
}

/// The claims agree enough, or do but for the words that take a position.
bool one_matter(const PairContext& pair, const EventGate& gate, const Stance& a, const Stance& b) {
  if (of_speaker(pair.left, a) || of_speaker(pair.right, b)) {
    return false;
  }
  if (gate.overlap >= kSameMatter) {
    return true;
  }
  const EventGate rest =
      without(gate, open_inside(pair.left, gate, a.span), open_inside(pair.right, gate, b.span));
  return gate.shared >= 2 && rest.overlap >= kSameMatter && rest.jaccard >= kSameRest;
}

/// Both are about one thing, as far as their words tell.
bool about_one_thing(const PairContext& pair, const EventGate& gate, const Stance& a,
                     const Stance& b) {
  // A request names its addressee first; what is asked for is the rest.
  const bool english = pair.left_document.language == "en" && pair.right_document.language == "en";
  const bool any = a.ladder == "request" || evaluates(pair.left, a) || evaluates(pair.right, b);
  const Target left = target_of(pair, pair.left_document, pair.left, a);
  const Target right = target_of(pair, pair.right_document, pair.right, b);
  const Heads heads = any || heads_answer(pair, gate, left, right) ? Heads::kAny
                      : english                                    ? Heads::kSame
                                                                   : Heads::kShared;
  const bool aside = attributive(pair, pair.left_document, pair.left, a) ||
                     attributive(pair, pair.right_document, pair.right, b) ||
                     judges_unnamed(pair, pair.left_document, pair.left, a) ||
                     judges_unnamed(pair, pair.right_document, pair.right, b);
  const bool english_heads = english && heads == Heads::kSame;
  return (!aside || gate.jaccard >= kSameTelling) && same_target(left, right, heads) &&
         !(english_heads && other_heads(pair, gate, left, right)) &&
         !(english && other_request(pair, gate, a, b)) && !told_apart(pair.words, left, right) &&
         !other_matter(gate, left, right) &&
         !only_names_shared(gate, pair.left, pair.right, left, right);
}

/// The verb that a word of duty governs: "must implement"; nullptr if there is none.
const Term* duty_of(const Claim& claim, const Stance& stance) {
  const Term& act = claim.terms[stance.term];
  const auto verb = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.verb && term.token > act.token && term.clause == act.clause;
  });
  return verb == claim.terms.end() ? nullptr : &*verb;
}

/// "The proposals were supported", "Calls for it are widespread": a request as a thing, which
/// nobody makes here.
bool told_as_thing(const PairContext& pair, const Document& document, const Claim& claim,
                   const Stance& stance) {
  static constexpr WordList kAhead = {"the",      "a",     "an",       "our",    "their", "its",
                                      "these",    "those", "this",     "such",   "many",  "urgent",
                                      "repeated", "new",   "numerous", "various"};
  const Term& act = claim.terms[stance.term];
  if (act.verb) {
    return false;
  }
  const std::string_view word = pair.words[document.tokens[act.token].word].folded;
  const std::string_view before = word_before(pair, document, claim, stance, 1);
  return act.token == claim.first_token || word.ends_with("al") || word.ends_with("als") ||
         word.ends_with("ation") || word.ends_with("ations") || kAhead.contains(before);
}

/// Nearest subject of a word of duty.
StemId bound_by(const Claim& claim, const Stance& stance) {
  StemId verb{};
  const std::vector<StemId> subjects = subjects_of(claim, claim.terms[stance.term].token, verb);
  return subjects.empty() ? StemId{} : subjects.back();
}

/// What a duty is about: the subject of a passive, else what stands behind the verb.
std::vector<StemId> duty_things(const Claim& claim, const Stance& stance, const Term& verb) {
  std::vector<StemId> things;
  for (const Term& term : claim.terms) {
    const bool placed =
        verb.passive ? term.token < claim.terms[stance.term].token && term.slot == Slot::kSubject
                     : term.token > verb.token && !term.verb;
    if (placed && term.clause == verb.clause && is_told(term)) {
      things.push_back(term.id);
    }
  }
  return things;
}

/// A word of duty with its verb.
struct Duty {
  const Stance& stance;
  const Term& verb;
};

/// "Must protect the nations", "trade should be protected": one deed, two things.
bool other_things(const PairContext& pair, const EventGate& gate, const Duty& a, const Duty& b) {
  const std::vector<StemId> x = duty_things(pair.left, a.stance, a.verb);
  const std::vector<StemId> y = duty_things(pair.right, b.stance, b.verb);
  const auto known = [&](StemId id) { return in_common(gate, id); };
  return a.verb.passive != b.verb.passive && !x.empty() && !y.empty() &&
         (std::none_of(x.begin(), x.end(), known) || std::none_of(y.begin(), y.end(), known));
}

/// Steps of a ladder of duties or requests tell something only of one duty, and of requests that
/// are made. English; elsewhere verbs are not known.
bool one_request(const PairContext& pair, const EventGate& gate, const Stance& a, const Stance& b) {
  if (a.ladder != b.ladder || pair.left_document.language != "en" ||
      pair.right_document.language != "en" || gate.jaccard >= kSameTelling) {
    return true;
  }
  if (a.ladder == "request") {
    return !told_as_thing(pair, pair.left_document, pair.left, a) &&
           !told_as_thing(pair, pair.right_document, pair.right, b);
  }
  if (a.ladder != "obligation") {
    return true;
  }
  const Term* left = duty_of(pair.left, a);
  const Term* right = duty_of(pair.right, b);
  const StemId subject = bound_by(pair.left, a);
  if (subject != StemId{} && subject == bound_by(pair.right, b)) {
    return true;
  }
  return left != nullptr && right != nullptr && left->id == right->id &&
         !other_things(pair, gate, {a, *left}, {b, *right});
}

/// "Rejected it in 2015", "accepted it in 2021": both give years, and none is common.
bool in_other_years(const PairContext& pair) {
  const auto dated = [](const DateMention& date) {
    return date.value.year > 0 && !date.frame && !date.relative && date.use != DateUse::kNamePart;
  };
  const auto any = [&](const Claim& claim) {
    return std::any_of(claim.dates.begin(), claim.dates.end(), dated);
  };
  return any(pair.left) && any(pair.right) &&
         std::none_of(pair.left.dates.begin(), pair.left.dates.end(), [&](const DateMention& a) {
           return dated(a) && std::any_of(pair.right.dates.begin(), pair.right.dates.end(),
                                          [&](const DateMention& b) {
                                            return dated(b) && a.value.year == b.value.year;
                                          });
         });
}

void stances(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  for (const Stance& a : pair.left.stances) {
    for (const Stance& b : pair.right.stances) {
      if (!has_stance(pair.right, a) && !has_stance(pair.left, b) && diverges(a, b) &&
          !other_ordinals(pair) && one_matter(pair, gate, a, b) &&
          !(opposed(a, b) && other_way_round(pair, gate, a, b)) &&
          about_one_thing(pair, gate, a, b) && one_request(pair, gate, a, b)) {
        out.push_back(stance_finding(pair, a, b));
        return;
      }
    }
  }
}

}  // namespace

void diverge_stance(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  if (gate.other_event || in_other_years(pair)) {
    return;
  }
  stances(pair, gate, out);
}

}  // namespace parallax
