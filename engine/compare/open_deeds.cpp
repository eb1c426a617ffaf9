/// Whether what one side leaves open is the deed that the other tells.

#include "engine/compare/open_deeds.hpp"

#include <algorithm>
#include <string_view>

#include "engine/compare/accomplished.hpp"
#include "engine/compare/other_matter.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {}  // namespace

bool open_deed(const PairContext& pair, const Document& document, const Claim& claim,
               const OpenDeed& open) {
  static constexpr WordList kBeside = {"against", "after",   "following", "over", "despite",
                                       "since",   "because", "before",    "about"};
  return std::none_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    if (term.id != open.deed.id || !is_told(term)) {
      return false;
    }
    const std::string_view preposition = pair.words.stem(term.preposition);
    const ClaimWords words{pair.words, document, claim};
    const bool behind = kBeside.contains(words.at(term.token - 1)) ||
                        kBeside.contains(words.at(term.token - 2));  // "after his visit"
    const bool beside = term.slot == Slot::kOblique && !term.verb && kBeside.contains(preposition);
    const bool before = term.span.end <= open.force.span.begin;
    if (ClaimWords{pair.words, document, claim}.is(term.token - 1, {"having", "after"})) {
      return true;  // "may travel to Ruda, having called the tour off"
    }
    return beside || (behind && !term.verb) ||
           (before && std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& verb) {
              return verb.verb && !verb.frame && verb.clause == term.clause &&
                     verb.token <= term.token && verb.modality == Modality::kFact &&
                     tells_past({pair.words, document, claim}, verb);
            }));
  });
}

bool follows_up(const PairContext& pair, const Claim& claim, const OpenDeed& open) {
  static constexpr WordList kFollow = {
      "question", "interrog", "investig", "examin",   "probe",   "explain", "identifi", "clarifi",
      "compens",  "apologis", "punish",   "prosecut", "appeal",  "thank",   "honour",   "mourn",
      "replac",   "rebuild",  "restor",   "revers",   "undo",    "find",    "assess",   "inquir",
      "enquir",   "commemor", "reward",   "avoid",    "prevent", "respond"};
  const auto next = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    const bool of_force =
        std::any_of(claim.forces.begin(), claim.forces.end(), [&](const Force& force) {
          return force.span.begin < term.span.end && term.span.begin < force.span.end;
        });
    return term.verb && !term.frame && !of_force && term.span.begin >= open.force.span.end;
  });
  return next != claim.terms.end() && next->id != open.deed.id &&
         kFollow.contains(pair.words.stem(next->stem));
}

bool one_more(const PairContext& pair) {
  const auto more = [&](const Document& document, const Claim& claim) {
    const ClaimWords words{pair.words, document, claim};
    for (std::uint32_t i = words.begin(); i < words.end(); ++i) {
      if (words.is(i, {"another", "additional", "further", "extra", "second", "third", "fourth"})) {
        return true;
      }
    }
    return false;
  };
  return more(pair.left_document, pair.left) != more(pair.right_document, pair.right);
}

}  // namespace parallax
