#include "engine/compare/crossed_parties.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compare/deeds_in_return.hpp"
#include "engine/compare/pair_memo.hpp"
#include "engine/compare/party_words.hpp"
#include "engine/facts/deed_words.hpp"

namespace parallax {
namespace {

/// Share of what is told beside parties and deed that both sides have to share.
constexpr double kSameRest = 0.3;

/// The parties of one deed as words.
struct Parties {
  PartyWords agent, patient;
};

/// "The region of X paid the region of Y": what both parties are called tells none of them.
Parties parties_of(const PairContext& pair, const PartySide& side, const ToldDeed& deed) {
  const PartyWords agent = words_of(pair, side, deed.agent);
  const PartyWords patient = words_of(pair, side, deed.patient);
  return {apart_from(agent, patient), apart_from(patient, agent)};
}

/// What is left of two parties where what both sides say of them is taken away.
Crossing crossed(const Parties& left, const Parties& right) {
  const int same_agent = common_weight(left.agent, right.agent);
  const int same_patient = common_weight(left.patient, right.patient);
  const int straight = same_agent + same_patient;
  const PartyWords agent = apart_from(left.agent, right.agent);
  const PartyWords patient = apart_from(left.patient, right.patient);
  const PartyWords agent_there = apart_from(right.agent, left.agent);
  const PartyWords patient_there = apart_from(right.patient, left.patient);
  const int first = common_weight(agent, patient_there);
  const int second = common_weight(patient, agent_there);
  const bool whole =
      apart_from(agent, patient_there).empty() && apart_from(patient, agent_there).empty();
  const bool names = std::min(first, second) >= kNameWeight;
  if (first > 0 && second > 0 && (first + second > straight || whole || names)) {
    return Crossing::kCrossed;
  }
  return same_agent > 0 && same_patient > 0 && straight > first + second ? Crossing::kStraight
                                                                         : Crossing::kNone;
}

bool told_both(const ToldDeed& deed) {
  return !deed.agent.empty() && !deed.patient.empty();
}

/// Every name of `party` stands somewhere in a claim, outside `apart`; false if it has no name.
bool named_in(const PairContext& pair, const PartySide& side, const Claim& claim,
              const PartyWords& party, const NounPhrase& apart) {
  NounPhrase all;
  for (std::uint32_t at = claim.first_token; at < claim.first_token + claim.token_count; ++at) {
    const Term* term = side.reader.term_at(at);
    if (side.reader.role(at) == WordRole::kContent && (term == nullptr || !term->frame) &&
        std::find(apart.begin(), apart.end(), at) == apart.end()) {
      all.push_back(at);
    }
  }
  const PartyWords there = words_of(pair, side, all);
  bool any = false;
  for (const PartyWord& word : party) {
    any = any || word.name;
    if (word.name && !has_word(there, word)) {
      return false;
    }
  }
  return any;
}

/// One side of a deed: what is told of it, and in which claim.
struct Telling {
  const PartySide& side;
  const Claim& claim;
  const ToldDeed& deed;
  const Parties& parties;
};

/// Who does it here is whom it befalls there, by name, and the other party of one side stands
/// elsewhere in the other: "X sued Y", "the suit is brought by Y, who says that X ...".
bool half_crossed(const PairContext& pair, const Telling& here, const Telling& there) {
  const PartyWords agent = apart_from(here.parties.agent, there.parties.agent);
  if (common_weight(agent, there.parties.patient) < kNameWeight ||
      common_weight(here.parties.agent, there.parties.agent) > 0 ||
      common_weight(here.parties.patient, there.parties.patient) >= kNameWeight) {
    return false;
  }
  const bool patient_there =
      named_in(pair, there.side, there.claim, here.parties.patient, there.deed.patient);
  const bool agent_here =
      named_in(pair, here.side, here.claim, there.parties.agent, here.deed.agent);
  return (patient_there && there.parties.agent.empty()) ||
         (agent_here && here.parties.patient.empty()) ||
         (told_both(here.deed) && told_both(there.deed) &&
          (patient_there ||
           (agent_here && common_weight(here.parties.patient, there.parties.patient) > 0)));
}

/// Names of the parties of one side that nobody of the other side's parties bears.
bool own_names(const Parties& one, const Parties& other) {
  const auto own = [&](const PartyWords& list) {
    return std::any_of(list.begin(), list.end(), [&](const PartyWord& w) {
      return w.name && !has_word(other.agent, w) && !has_word(other.patient, w);
    });
  };
  return own(one.agent) || own(one.patient);
}

bool covers(const NounPhrase& phrase, const Term& term) {
  return std::any_of(phrase.begin(), phrase.end(), [&](std::uint32_t at) {
    return at >= term.token && at < term.token + term.tokens;
  });
}

/// What a claim tells beside the parties and the words of the deed.
std::vector<const Term*> rest_of(const Claim& claim, const ToldDeed& deed) {
  std::vector<const Term*> rest;
  for (const Term& term : claim.terms) {
    const bool deed_word =
        term.token < deed.first + deed.tokens && term.token + term.tokens > deed.first;
    if (is_content(term) && !term.frame && !term.speech && !deed_word &&
        !covers(deed.agent, term) && !covers(deed.patient, term)) {
      rest.push_back(&term);
    }
  }
  return rest;
}

/// The claims agree in what they tell beside the parties and the deed, or one of them tells no
/// more.
bool same_rest(const PairContext& pair, const EventGate& gate, const ToldDeed& left,
               const ToldDeed& right) {
  const auto shared = [&](const std::vector<const Term*>& list) {
    return static_cast<std::size_t>(std::count_if(
        list.begin(), list.end(), [&](const Term* t) { return in_common(gate, t->id); }));
  };
  const std::vector<const Term*> l = rest_of(pair.left, left);
  const std::vector<const Term*> r = rest_of(pair.right, right);
  const std::size_t smaller = std::min(l.size(), r.size());
  const std::size_t common = std::min(shared(l), shared(r));
  return smaller == 0 || one_figure(pair.left, pair.right) ||
         static_cast<double>(common) >= kSameRest * static_cast<double>(smaller);
}

/// What is given on each side, where both tell it and share no word of it.
bool other_things(const PairContext& pair, const PartySide& left, const PartySide& right,
                  const ToldDeed& a, const ToldDeed& b) {
  const PartyWords x = words_of(pair, left, a.thing);
  const PartyWords y = words_of(pair, right, b.thing);
  const auto named = [](const PartyWord& word) { return word.name; };
  return !x.empty() && !y.empty() && common_weight(x, y) == 0 &&
         std::none_of(x.begin(), x.end(), named) && std::none_of(y.begin(), y.end(), named);
}

/// The side of a finding: who does it, or if that is not told to whom it is done.
FindingSide side_of(const Document& document, const ToldDeed& deed) {
  const NounPhrase& party = deed.agent.empty() ? deed.patient : deed.agent;
  // "said that its patrol": the words at the deed, not whom "its" means
  constexpr std::uint32_t kGap = 3;
  const std::uint32_t last = party.back();
  std::uint32_t first = last;
  for (auto at = party.rbegin(); at != party.rend() && *at <= first && first - *at <= kGap; ++at) {
    first = *at;
  }
  const ByteSpan span{document.tokens[first].span.begin, document.tokens[last].span.end};
  const std::string part = deed.agent.empty() ? "patient" : "agent";
  return {span, {{part, std::string(document.slice(span))}}};
}

/// "sued" by the guild.
std::string in_words(const Document& document, const ToldDeed& deed, const FindingSide& side) {
  const ByteSpan span{document.tokens[deed.first].span.begin,
                      document.tokens[deed.first + deed.tokens - 1].span.end};
  return "\"" + std::string(document.slice(span)) +
         (deed.agent.empty() ? "\" is told of " : "\" is done by ") +
         std::string(document.slice(side.span));
}

Finding finding_of(const PairContext& pair, const ToldDeed& left, const ToldDeed& right) {
  Finding f;
  f.kind = "role";
  f.severity = Severity::kConflict;
  f.rule = "role.told";
  f.confidence = 0.7;
  f.left = side_of(pair.left_document, left);
  f.right = side_of(pair.right_document, right);
  f.slot = "who";
  f.explanation = "The parties change places: " + in_words(pair.left_document, left, f.left) +
                  " on one side, " + in_words(pair.right_document, right, f.right) +
                  " on the other";
  return f;
}

/// "The army captured two militants", "militants captured two soldiers": some of each, in deeds of
/// which nothing else is told.
bool anybody(const PairContext& pair, const Parties& one, const Parties& other) {
  const auto named = [](const PartyWords& list) {
    return std::any_of(list.begin(), list.end(), [](const PartyWord& word) { return word.name; });
  };
  return (!pair.left.quantities.empty() || !pair.right.quantities.empty()) && !named(one.agent) &&
         !named(one.patient) && !named(other.agent) && !named(other.patient);
}

/// What two deeds tell of their parties; the looser readings only where `halves` says so.
Crossing crossing_of_deeds(const PairContext& pair, const EventGate& gate, const Telling& left,
                           const Telling& right, bool halves) {
  Crossing here = Crossing::kNone;
  if (halves) {
    const bool half = half_crossed(pair, left, right) || half_crossed(pair, right, left);
    here = half && gate.shared >= 3 ? Crossing::kCrossed : here;
  } else if (told_both(left.deed) && told_both(right.deed)) {
    here = crossed(left.parties, right.parties);
  }
  if (here != Crossing::kCrossed) {
    return here;
  }
  if (other_things(pair, left.side, right.side, left.deed, right.deed)) {
    return moves_goods(left.deed.deeds & right.deed.deeds) ? Crossing::kReturned : Crossing::kNone;
  }
  if (rest_of(pair.left, left.deed).empty() && rest_of(pair.right, right.deed).empty() &&
      anybody(pair, left.parties, right.parties)) {
    return Crossing::kNone;
  }
  const bool another = tells_return(pair) || (!halves && own_names(left.parties, right.parties) &&
                                              own_names(right.parties, left.parties));
  if (another) {
    return Crossing::kReturned;
  }
  // Parties that change places around one word, and nothing else in common: another matter.
  const Crossing apart = halves ? Crossing::kNone : Crossing::kReturned;
  return same_rest(pair, gate, left.deed, right.deed) ? Crossing::kCrossed : apart;
}

struct Sides {
  const PartySide& left;
  const PartySide& right;
};

/// All deeds that the words of a claim may tell.
std::uint64_t all_deeds(const Claim& claim) {
  std::uint64_t deeds = 0;
  for (const ToldDeed& deed : claim.deeds) {
    deeds |= deed.deeds;
  }
  return deeds;
}

/// The best reading of all pairs of deeds. The finding is that of the first two in the text,
/// whichever side comes first.
Crossing best_of(const PairContext& pair, const EventGate& gate, const Sides& sides, bool halves,
                 Finding& finding) {
  Crossing best = Crossing::kNone;
  std::uint32_t earliest = 0;
  const std::uint64_t there = all_deeds(pair.right);
  for (const ToldDeed& a : pair.left.deeds) {
    if ((a.deeds & there) == 0) {
      continue;
    }
    const Parties one = parties_of(pair, sides.left, a);
    for (const ToldDeed& b : pair.right.deeds) {
      if ((a.deeds & b.deeds) == 0) {
        continue;
      }
      const Parties other = parties_of(pair, sides.right, b);
      const Crossing found = crossing_of_deeds(pair, gate, {sides.left, pair.left, a, one},
                                               {sides.right, pair.right, b, other}, halves);
      if (found == Crossing::kStraight) {
        return found;
      }
      const bool first = best != Crossing::kCrossed || a.first + b.first < earliest;
      if (found == Crossing::kCrossed && first) {
        earliest = a.first + b.first;
        finding = finding_of(pair, a, b);
      }
      best = best == Crossing::kCrossed || found == Crossing::kNone ? best : found;
    }
  }
  return best;
}

}  // namespace

const FoundCrossing& crossing_of(const PairContext& pair, const EventGate& gate) {
  std::optional<FoundCrossing>& memo = memo_of(pair).crossing;
  if (memo) {
    return *memo;
  }
  FoundCrossing& found = memo.emplace();
  if ((all_deeds(pair.left) & all_deeds(pair.right)) == 0) {
    return found;
  }
  const PhraseReader left_reader(pair.words, pair.left_document, pair.left);
  const PhraseReader right_reader(pair.words, pair.right_document, pair.right);
  const PartySide left{left_reader, pair.left_document};
  const PartySide right{right_reader, pair.right_document};
  found.crossing = best_of(pair, gate, {left, right}, false, found.finding);
  if (found.crossing == Crossing::kNone) {
    found.crossing = best_of(pair, gate, {left, right}, true, found.finding);
  }
  return found;
}

}  // namespace parallax
