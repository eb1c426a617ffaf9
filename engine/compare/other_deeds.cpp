#include "engine/compare/other_deeds.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/compare/converse.hpp"
#include "engine/compare/date_values.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/happenings.hpp"
#include "engine/compare/name_slots.hpp"
#include "engine/compare/other_matter.hpp"
#include "engine/compare/other_partners.hpp"
#include "engine/compare/other_times.hpp"
#include "engine/compare/stages.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

using Terms = std::vector<const Term*>;

bool is_preposition(const PairContext& pair, const Term& term,
                    std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), pair.words.stem(term.preposition)) != words.end();
}

/// Persons and bodies that do it in the clause of a date: its subject, or behind "by".
Terms doers(const PairContext& pair, const Claim& claim, const DateMention& date) {
  const std::uint8_t clause = clause_of(claim, date);
  const bool passive = std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.verb && term.passive && term.clause == clause;
  });
  Terms found;
  for (const Term& term : claim.terms) {
    const bool somebody = term.actor || term.kind == TermKind::kName;
    const bool subject = term.slot == Slot::kSubject && term.preposition == StemId{} && !passive;
    if (somebody && is_told(term) && term.clause == clause && !term.locative &&
        (subject || (passive && is_preposition(pair, term, {"by"})))) {
      found.push_back(&term);
    }
  }
  return found;
}

/// "The mayor arrived", "the governor travelled": each side names somebody else.
bool other_doers(const PairContext& pair, const EventGate& gate, const DateMention& a,
                 const DateMention& b) {
  const Terms left = doers(pair, pair.left, a);
  const Terms right = doers(pair, pair.right, b);
  const auto known = [&](const Term* term) { return in_common(gate, term->id); };
  return !left.empty() && !right.empty() && std::none_of(left.begin(), left.end(), known) &&
         std::none_of(right.begin(), right.end(), known) &&
         std::none_of(left.begin(), left.end(), [&](const Term* x) {
           return std::any_of(right.begin(), right.end(),
                              [&](const Term* y) { return kin(*x, *y) || x->stem == y->stem; });
         });
}

/// "Flew to Lima", "travelled from Lima": the two ends of two journeys.
bool other_end(const PairContext& pair, const EventGate& gate) {
  const auto at = [&](const Claim& claim, std::initializer_list<std::string_view> words) {
    Terms found;
    for (const Term& term : claim.terms) {
      if (is_entity(term) && is_told(term) && in_common(gate, term.id) &&
          is_preposition(pair, term, words)) {
        found.push_back(&term);
      }
    }
    return found;
  };
  const auto meet = [](const Terms& x, const Terms& y) {
    return std::any_of(x.begin(), x.end(), [&](const Term* one) {
      return std::any_of(y.begin(), y.end(), [&](const Term* two) { return one->id == two->id; });
    });
  };
  return meet(at(pair.left, {"to", "into", "for"}), at(pair.right, {"from"})) ||
         meet(at(pair.right, {"to", "into", "for"}), at(pair.left, {"from"}));
}

/// Things close behind words of purpose or topic in the clause of a date that the other side lacks.
Terms topics(const ClaimWords& c, const EventGate& gate, const DateMention& date) {
  const std::uint8_t clause = clause_of(c.claim, date);
  const auto led = [&](std::uint32_t i) {
    return c.is(i, {"on", "about", "for", "over", "regarding", "concerning"});
  };
  Terms found;
  for (const Term& term : c.claim.terms) {
    const bool behind = term.token > c.begin() + 1 && (led(term.token - 1) || led(term.token - 2));
    if (behind && term.slot == Slot::kOblique && term.clause == clause && is_told(term) &&
        !is_entity(term) && !term.verb && !term.attribute && !in_common(gate, term.id)) {
      found.push_back(&term);
    }
  }
  return found;
}

/// "Talks on fisheries", "talks on aviation".
bool other_topics(const PairContext& pair, const EventGate& gate, const DateMention& a,
                  const DateMention& b) {
  const Terms left = topics({pair.words, pair.left_document, pair.left}, gate, a);
  const Terms right = topics({pair.words, pair.right_document, pair.right}, gate, b);
  return std::any_of(left.begin(), left.end(), [&](const Term* x) {
    return std::any_of(right.begin(), right.end(), [&](const Term* y) {
      return x->preposition == y->preposition && !kin(*x, *y) && x->stem != y->stem;
    });
  });
}

bool known(const EventGate& gate, const DateMention& date) {
  return std::any_of(date.event.begin(), date.event.end(),
                     [&](StemId id) { return in_common(gate, id); });
}

/// "Presented to", "received": one deed, told from its two ends.
bool converse(const PairContext& pair, const DateMention& a, const DateMention& b) {
  const auto deeds = [&](const Claim& claim, const DateMention& date) {
    std::uint32_t all = 0;
    for (const Term& term : claim.terms) {
      const bool told =
          std::find(date.event.begin(), date.event.end(), term.id) != date.event.end();
      all |= term.verb && told ? converse_of(pair.words, term).deeds : 0U;
    }
    return all;
  };
  return (deeds(pair.left, a) & deeds(pair.right, b)) != 0;
}

/// A word that may stand in front of a surname and is no given name.
bool title(const ClaimWords& c, std::uint32_t i) {
  return c.is(
      i, {"mr",         "mrs",        "ms",        "dr",      "professor", "minister", "president",
          "judge",      "justice",    "king",      "queen",   "prince",    "princess", "sir",
          "lady",       "lord",       "captain",   "general", "colonel",   "major",    "sergeant",
          "lieutenant", "admiral",    "commander", "coach",   "senator",   "governor", "ambassador",
          "bishop",     "archbishop", "chancellor"});
}

/// "Oren Pell was born", "Mira Pell was born": one surname, two given names.
bool namesakes(const PairContext& pair, const EventGate& gate) {
  constexpr std::size_t kInitial = 2;
  const ClaimWords left{pair.words, pair.left_document, pair.left};
  const ClaimWords right{pair.words, pair.right_document, pair.right};
  const auto full = [&](const ClaimWords& c, const Term& term) {
    return term.kind == TermKind::kName && term.tokens == 2 && in_common(gate, term.id) &&
           is_told(term) && term.slot == Slot::kSubject && !term.locative &&
           !title(c, term.token) && c.at(term.token).size() > kInitial;
  };
  return std::any_of(pair.left.terms.begin(), pair.left.terms.end(), [&](const Term& a) {
    return full(left, a) &&
           std::any_of(pair.right.terms.begin(), pair.right.terms.end(), [&](const Term& b) {
             return full(right, b) && a.id == b.id && left.at(a.token) != right.at(b.token) &&
                    left.at(a.token + 1) == right.at(b.token + 1);
           });
  });
}

/// "Has lived in Oslo since 2010", "was elected there in 2015": a state and something else of one
/// name, with nothing in common but names.
bool other_state(const PairContext& pair, const EventGate& gate, const DateMention& a,
                 const DateMention& b) {
  return (a.use == DateUse::kSince || b.use == DateUse::kSince) && gate.rest_shared == 0 &&
         !same_stage(pair, a.first_token, b.first_token) && !known(gate, a) && !known(gate, b);
}

/// "Is planned for", "has been set for": says when something happens, not what.
bool only_schedules(const PairContext& pair, const Claim& claim, const DateMention& date) {
  static constexpr WordList kVerbs = {"plan",    "schedul", "set",      "fix",    "slate",
                                      "earmark", "expect",  "foreseen", "foreses"};
  const std::uint8_t clause = clause_of(claim, date);
  bool schedules = false;
  for (const Term& term : claim.terms) {
    if (!term.verb || term.frame || term.clause != clause) {
      continue;
    }
    if (!term.passive || !kVerbs.contains(pair.words.stem(term.stem))) {
      return false;
    }
    schedules = true;
  }
  return schedules;
}

/// "Left port on 4 March", "sank on 6 March": verbs that the table of stages knows, and for no deed
/// of both.
bool two_known_deeds(const PairContext& pair, const EventGate& gate, const DateMention& a,
                     const DateMention& b) {
  return a.use == b.use && !converse(pair, a, b) && !only_schedules(pair, pair.left, a) &&
         !only_schedules(pair, pair.right, b) && told_stage(pair.left, a.first_token) &&
         told_stage(pair.right, b.first_token) && !same_stage(pair, a.first_token, b.first_token) &&
         !known(gate, a) && !known(gate, b);
}

}  // namespace

bool other_deeds(const PairContext& pair, const EventGate& gate, const DateMention& a,
                 const DateMention& b) {
  return pair.left_document.language == "en" && pair.right_document.language == "en" &&
         (((other_doers(pair, gate, a, b) || two_known_deeds(pair, gate, a, b)) &&
           !one_happening(pair, gate, a, b)) ||
          other_end(pair, gate) || other_topics(pair, gate, a, b) ||
          other_partners(pair, gate, a, b) ||
          other_nearest_stages(pair, a.first_token, b.first_token) ||
          other_state(pair, gate, a, b) || namesakes(pair, gate));
}

namespace {

/// "Police in Selm arrested": behind a doer, in front of what it does.
bool of_the_doer(const Claim& claim, const Term& place) {
  const Term* last = nullptr;
  const Term* verb = nullptr;
  for (const Term& term : claim.terms) {
    last = term.token < place.token && is_content(term) ? &term : last;
    verb = verb == nullptr && term.token > place.token && term.verb ? &term : verb;
  }
  return last != nullptr && last->actor && last->slot == Slot::kSubject && is_told(*last) &&
         verb != nullptr && verb->clause == place.clause && !verb->passive && !verb->frame;
}

/// "In northern Norway", "at Bergen": a country, and a place that may lie in it. A country that
/// describes the word behind it is none.
bool within(const PairContext& pair, const Term& country, const Claim& other, const Term& place) {
  const Claim& claim = &other == &pair.left ? pair.right : pair.left;
  const bool describes = std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& next) {
    return next.token == country.token + country.tokens && is_content(next) && !next.verb;
  });
  constexpr std::uint32_t kReach = 4;  // "the Spanish province of X" lies in no other country
  const bool placed = std::any_of(other.terms.begin(), other.terms.end(), [&](const Term& term) {
    return term.kind == TermKind::kCountry && term.id != country.id && term.token < place.token &&
           term.token + kReach >= place.token;
  });
  const Document& document = &other == &pair.left ? pair.left_document : pair.right_document;
  const bool unknown = !broad_region(pair, document, place) && place.kind == TermKind::kName &&
                       place.region == StemId{} && !placed;
  return country.kind == TermKind::kCountry && country.locative && !describes &&
         place.kind != TermKind::kCountry && (unknown || place.region == country.id);
}

}  // namespace

bool other_place_deeds(const PairContext& pair, const EventGate& gate, const Term& a,
                       const Term& b) {
  const bool objects =
      std::any_of(pair.left.terms.begin(), pair.left.terms.end(), [&](const Term& x) {
        return x.verb && is_told(x) && in_common(gate, x.id) &&
               std::any_of(pair.right.terms.begin(), pair.right.terms.end(), [&](const Term& y) {
                 return y.verb && y.id == x.id && other_objects(pair, gate, x, y);
               });
      });
  return objects || within(pair, a, pair.right, b) || within(pair, b, pair.left, a) ||
         again_on_one_side(pair) || (of_the_doer(pair.left, a) && of_the_doer(pair.right, b));
}

}  // namespace parallax
