/// What a claim says has been done.

#include "engine/compare/done_deeds.hpp"

#include <algorithm>
#include <string_view>

#include "engine/compare/accomplished.hpp"
#include "engine/compare/other_matter.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// Where what a verb is done to stands.
enum class Done : std::uint8_t { kToSubject, kToObject, kBehind, kToBoth };

/// "Imposed tariffs on timber", "granted a licence to the mine": what is given says what is done.
bool gives(std::string_view stem) {
  static constexpr WordList kGive = {"impos", "levi",  "place",   "put",   "laid", "lay",
                                     "slap",  "clamp", "inflict", "grant", "gave", "give",
                                     "given", "award", "conduct", "carri", "made", "make",
                                     "open",  "held",  "hold",    "launch"};
  return kGive.contains(stem);
}

/// "The dam was repaired", "six boats have passed into its hands": the subject; "broke into the
/// server", "imposed a levy on timber": behind a preposition; else the object.
Done done_to(const PairContext& pair, const Claim& claim, const Term& verb) {
  if (verb.passive) {
    return Done::kToSubject;
  }
  const auto any = [&](Slot slot) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return term.slot == slot && term.clause == verb.clause && term.token > verb.token &&
             is_content(term) && !term.frame;
    });
  };
  if (any(Slot::kObject)) {
    const bool both = verb.tokens > 1 || gives(pair.words.stem(verb.stem));
    return both ? Done::kToBoth : Done::kToObject;
  }
  return verb.tokens > 1 && any(Slot::kOblique) ? Done::kBehind : Done::kToSubject;
}

/// What a verb is done to stands on both sides, though another verb tells it there.
bool shared_thing(const PairContext& pair, const Claim& claim, const EventGate& gate,
                  const Term& verb) {
  const Done where = done_to(pair, claim, verb);
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    const bool subject = term.slot == Slot::kSubject && term.token < verb.token;
    const bool behind = term.token > verb.token;
    const bool thing = where == Done::kToSubject
                           ? subject && (verb.passive || (!term.actor && !is_entity(term)))
                           : behind && (term.slot == Slot::kObject ||
                                        (where != Done::kToObject && term.slot == Slot::kOblique));
    return thing && term.clause == verb.clause && is_told(term) && !term.attribute &&
           in_common(gate, term.id);
  });
}

/// "The evacuation began": of something that goes on.
bool is_stage(std::string_view id) {
  static constexpr WordList kStages = {"=begin", "start",     "=continue",
                                       "began",  "=complete", "=end"};
  return kStages.contains(id);
}

/// "Was refused", "failed": what stands behind it was not done.
bool denies(std::string_view id) {
  static constexpr WordList kDeny = {"=refuse",  "refus",   "=deny",    "deni",   "=reject",
                                     "=fail",    "fail",    "=decline", "declin", "turn",
                                     "=prevent", "prevent", "=suspend", "=cancel"};
  return kDeny.contains(id);
}

/// "Accuses him of having bribed the inspector": nobody says that it was done.
bool charges(std::string_view id) {
  static constexpr WordList kCharges = {"=accuse", "=suspect", "=allege", "=charge",
                                        "=blame",  "alleg",    "suspect", "accus"};
  return kCharges.contains(id);
}

/// Done with words alone: "offered", "promised", "ordered". Who does it has not done the deed.
bool commits(std::string_view id) {
  static constexpr WordList kCommit = {"=offer",   "=promise", "=threaten",  "=order", "=permit",
                                       "=plan",    "=ask",     "=demand",    "=urge",  "=recommend",
                                       "=propose", "=warn",    "=authorise", "promis", "propos",
                                       "order",    "=rule"};
  return kCommit.contains(id);
}

/// All but the deed itself is told by both sides, and by whom.
bool told_alike(const PairContext& pair, const Claim& claim, const EventGate& gate,
                const Term& verb) {
  constexpr double kNearlyAll = 0.75;
  constexpr std::size_t kEnough = 3;
  return !is_stage(pair.words.stem(verb.id)) && gate.overlap >= kNearlyAll &&
         gate.shared >= kEnough &&
         std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
           return term.slot == Slot::kSubject && term.clause == verb.clause && is_told(term) &&
                  in_common(gate, term.id);
         });
}

/// "Ordered twelve trams from Brandt": a purchase, done with the order.
bool buys(const PairContext& pair, const Claim& claim, const Term& verb) {
  const std::string& id = pair.words.stem(verb.id);
  return (id == "=order" || id == "order") && !verb.passive &&
         std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
           return term.clause == verb.clause && term.token > verb.token &&
                  term.slot == Slot::kOblique && pair.words.stem(term.preposition) == "from";
         });
}

/// "The poultry farms of Lerd culled their flocks": a noun taken for a verb in front of the verb.
bool misread(const PairContext& pair, const Document& document, const Claim& claim,
             const EventGate& gate, const Term& noun) {
  return !noun.negated && noun.modality == Modality::kFact && noun.token > claim.first_token &&
         std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
           return term.verb && term.clause == noun.clause && term.token > noun.token &&
                  in_common(gate, term.id) &&
                  tells_past(ClaimWords{pair.words, document, claim}, term);
         });
}

/// The verb does what both sides speak of, by more than words.
bool does(const PairContext& pair, const Claim& claim, const EventGate& gate, const Term& verb) {
  const std::string& id = pair.words.stem(verb.id);
  const bool common = in_common(gate, verb.id);
  if ((commits(id) && !buys(pair, claim, verb)) || (denies(id) && !common)) {
    return false;
  }
  const bool accomplished =
      (accomplishes(pair.words.stem(verb.stem)) || accomplishes(pair.words.stem(verb.id))) &&
      shared_thing(pair, claim, gate, verb);
  return common || accomplished || told_alike(pair, claim, gate, verb);
}

}  // namespace

bool tells_stage(const PairContext& pair, const Term& deed) {
  return is_stage(pair.words.stem(deed.id));
}

const Term* done_deed(const PairContext& pair, const Document& document, const Claim& claim,
                      const EventGate& gate) {
  for (const Term& term : claim.terms) {
    if (charges(pair.words.stem(term.id)) && !term.relative) {
      return nullptr;
    }
    if (!term.verb || term.frame || term.relative || term.speech) {
      continue;
    }
    const bool over = tells_past(ClaimWords{pair.words, document, claim}, term);
    if (!over && misread(pair, document, claim, gate, term)) {
      continue;
    }
    if (!over || term.modality != Modality::kFact || term.negated) {
      return nullptr;
    }
    return does(pair, claim, gate, term) ? &term : nullptr;
  }
  return nullptr;
}

}  // namespace parallax
