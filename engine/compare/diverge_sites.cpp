/// Sites that have no name: "kept in a store at the airport", "at the river port"; "arrested at his
/// flat", "at the station".

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compare/diverge_sorts.hpp"
#include "engine/compare/name_slots.hpp"
#include "engine/compare/number_values.hpp"
#include "engine/compare/other_matter.hpp"
#include "engine/compare/stages.hpp"

namespace parallax {
namespace {

/// What kind of place a site is: a hub may hold buildings, but no
/// monuments; land may hold all of them.
enum class Tier : std::uint8_t { kHub, kBuilding, kMonument, kHome, kVehicle, kLand, kRoom };

/// Words for one site, separated by commas.
struct Site {
  Tier tier;
  std::string_view words;
};

constexpr std::array kSites = std::to_array<Site>({
    {Tier::kHub, "airport,airfield,airstrip,runway,tarmac,air base,airbase,aerodrome"},
    {Tier::kHub, "port,seaport,harbour,harbor,river port,quay,quayside,pier,dock,docks,wharf,"
                 "marina,jetty"},
    {Tier::kHub, "railway station,train station,central station,main station,station platform,"
                 "railway yard,marshalling yard"},
    {Tier::kHub, "bus station,bus stop,coach station"},
    {Tier::kHub, "border crossing,checkpoint,border post,frontier post,roadblock"},
    {Tier::kHub, "petrol station,filling station,gas station"},
    {Tier::kBuilding, "hospital,clinic,infirmary,ward"},
    {Tier::kMonument, "school,classroom,schoolyard,kindergarten,nursery"},
    {Tier::kMonument, "university,campus,lecture hall"},
    {Tier::kMonument, "mosque"},
    {Tier::kMonument, "church,cathedral,chapel,basilica"},
    {Tier::kMonument, "synagogue"},
    {Tier::kMonument, "temple,shrine"},
    {Tier::kMonument, "monastery,abbey,convent"},
    {Tier::kMonument, "prison,jail,penitentiary"},
    {Tier::kBuilding, "police station,police headquarters"},
    {Tier::kBuilding, "fire station"},
    {Tier::kBuilding, "hotel,guesthouse,inn,hostel"},
    {Tier::kBuilding, "market,bazaar,marketplace,market hall"},
    {Tier::kBuilding, "supermarket,shop,store,department store,shopping centre,mall"},
    {Tier::kMonument, "stadium,arena,sports hall,gymnasium"},
    {Tier::kMonument, "museum,gallery"},
    {Tier::kMonument, "embassy,consulate"},
    {Tier::kBuilding, "barracks,garrison"},
    {Tier::kBuilding, "warehouse,depot,storehouse,storage hall,cold store"},
    {Tier::kBuilding, "factory,plant,workshop,mill"},
    {Tier::kBuilding, "farm,barn,farmhouse,stable"},
    {Tier::kMonument, "palace,castle,presidential palace"},
    {Tier::kMonument, "parliament,parliament building,assembly building"},
    {Tier::kMonument, "town hall,city hall"},
    {Tier::kMonument, "courthouse,court building,courtroom"},
    {Tier::kMonument, "library,reading room"},
    {Tier::kMonument, "theatre,theater,opera house,concert hall"},
    {Tier::kBuilding, "cinema"},
    {Tier::kBuilding, "restaurant,cafe,canteen"},
    {Tier::kBuilding, "nightclub,bar,discotheque"},
    {Tier::kBuilding, "laboratory"},
    {Tier::kBuilding, "refinery"},
    {Tier::kBuilding, "power station,power plant,substation"},
    {Tier::kBuilding, "lighthouse"},
    {Tier::kHome, "flat,apartment,home,house,residence,villa,cottage"},
    {Tier::kVehicle, "bus,coach,minibus"},
    {Tier::kVehicle, "train,carriage,railcar"},
    {Tier::kVehicle, "ship,vessel,ferry,yacht,frigate,royal yacht,boat,trawler,deck"},
    {Tier::kVehicle, "aircraft,plane,helicopter,jet"},
    {Tier::kVehicle, "car,taxi,limousine"},
    {Tier::kVehicle, "lorry,truck,van"},
    {Tier::kLand, "forest,woods,woodland,wood"},
    {Tier::kLand, "field,meadow,pasture,farmland"},
    {Tier::kLand, "swamp,marsh,marshes,wetland,bog"},
    {Tier::kLand, "lake,reservoir"},
    {Tier::kLand, "river"},
    {Tier::kLand, "sea,open sea,ocean"},
    {Tier::kLand, "desert,dunes"},
    {Tier::kLand, "beach,shore"},
    {Tier::kLand, "glacier"},
    {Tier::kMonument, "cemetery,graveyard"},
    {Tier::kMonument, "memorial,war memorial,monument,statue"},
    {Tier::kMonument, "ministry"},
    {Tier::kBuilding, "bank"},
    {Tier::kBuilding, "post office"},
    {Tier::kMonument, "zoo"},
    {Tier::kRoom, "tunnel"},
    {Tier::kLand, "park"},
    {Tier::kLand, "motorway,highway"},
    {Tier::kRoom, "cellar,basement,crypt,vault,bank vault"},
    {Tier::kRoom, "attic,loft,roof,rooftop"},
    {Tier::kRoom, "kitchen"},
    {Tier::kRoom, "garage,car park"},
    {Tier::kRoom, "lift,elevator"},
    {Tier::kRoom, "garden,courtyard,yard"},
});

struct Found {
  const Site* site = nullptr;
  std::uint32_t token = 0;
  const Term* term = nullptr;
};

const Term* term_of(const Claim& claim, std::uint32_t token) {
  const auto it = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.token <= token && token < term.token + term.tokens;
  });
  return it == claim.terms.end() ? nullptr : &*it;
}

/// Tokens that the words cover; 0 if they do not stand there.
std::uint32_t covers(const ClaimWords& words, std::string_view phrase, std::uint32_t at) {
  std::uint32_t i = at;
  while (!phrase.empty()) {
    const std::string_view word = phrase.substr(0, phrase.find(' '));
    const std::string_view here = words.at(i);
    const bool plural = here.size() == word.size() + 1 && here.ends_with("s") &&
                        here.starts_with(word);
    if (here != word && !plural) {
      return 0;
    }
    phrase.remove_prefix(std::min(phrase.size(), word.size() + 1));
    ++i;
  }
  return i - at;
}

const Site* site_at(const ClaimWords& words, std::uint32_t at, std::uint32_t& tokens) {
  const Site* found = nullptr;
  tokens = 0;
  for (const Site& site : kSites) {
    for (std::string_view rest = site.words; !rest.empty();) {
      const std::string_view phrase = rest.substr(0, rest.find(','));
      const std::uint32_t length = covers(words, phrase, at);
      if (length > tokens) {
        found = &site;
        tokens = length;
      }
      rest.remove_prefix(std::min(rest.size(), phrase.size() + 1));
    }
  }
  return found;
}

/// "In the old station", "aboard a ferry": where it is; a word that describes the next one ("the
/// airport police", "a church service") is no site, nor one that belongs to somebody who speaks.
bool stands_there(const PairContext& pair, const ClaimWords& words, const Term& term,
                  std::uint32_t behind) {
  static constexpr std::array<std::string_view, 12> kWhere = {
      "in",   "at",   "on",      "inside", "insid", "aboard",
      "near", "from", "outside", "outsid", "into",  "under"};
  const Term* next = term_of(words.claim, behind);
  const bool describes = next != nullptr && next->token == behind && is_content(*next) &&
                         !next->verb && next->preposition == term.preposition &&
                         next->slot == term.slot;
  const bool in_front = term.token > 2 && pair.words.stem(term.preposition) == "of" &&
                        (words.is(term.token - 2, {"front"}) || words.is(term.token - 3, {"front"}));
  return term.slot == Slot::kOblique && !term.frame && !term.negated && !describes &&
         (in_front || std::find(kWhere.begin(), kWhere.end(), pair.words.stem(term.preposition)) !=
                          kWhere.end());
}

std::vector<Found> sites_of(const PairContext& pair, const ClaimWords& words) {
  std::vector<Found> found;
  for (std::uint32_t i = words.begin(); i < words.end(); ++i) {
    std::uint32_t tokens = 0;
    const Site* site = site_at(words, i, tokens);
    if (site == nullptr) {
      continue;
    }
    const Term* term = term_of(words.claim, i + tokens - 1);
    if (term != nullptr && !is_entity(*term) && stands_there(pair, words, *term, i + tokens)) {
      found.push_back({site, i + tokens - 1, term});
    }
    i += tokens - 1;
  }
  return found;
}

/// Neither can stand in the other.
bool exclude(Tier a, Tier b) {
  const auto either = [&](Tier x, Tier y) { return (a == x && b == y) || (a == y && b == x); };
  const auto with_any = [&](Tier x, std::initializer_list<Tier> others) {
    return std::any_of(others.begin(), others.end(), [&](Tier y) { return either(x, y); });
  };
  return a == b || with_any(Tier::kHome, {Tier::kHub, Tier::kBuilding, Tier::kVehicle}) ||
         with_any(Tier::kMonument, {Tier::kHub, Tier::kBuilding, Tier::kHome, Tier::kVehicle}) ||
         either(Tier::kBuilding, Tier::kVehicle);
}

/// Sites of `of` that `other` does not mention anywhere.
std::vector<Found> unknown_to(const std::vector<Found>& of, const ClaimWords& other) {
  std::vector<Found> open;
  for (const Found& one : of) {
    bool known = false;
    for (std::uint32_t i = other.begin(); i < other.end() && !known; ++i) {
      std::uint32_t tokens = 0;
      known = site_at(other, i, tokens) == one.site;
    }
    if (!known) {
      open.push_back(one);
    }
  }
  return open;
}

/// Verbs of staying and keeping: they tell one deed whatever they are.
bool stays(const PairContext& pair, const Term& verb) {
  static constexpr std::array<std::string_view, 24> kStays = {
      "=store", "=keep", "=stay_place", "=hold",  "spend", "=spend", "sit",   "sat",
      "stay",   "lie",   "lay",         "remain", "wait",  "=wait",  "stood", "stand",
      "=be",    "rest",  "hous",        "sleep",  "slept", "kept",   "store", "hidden"};
  return std::find(kStays.begin(), kStays.end(), pair.words.stem(verb.id)) != kStays.end();
}

/// What is done at a site: the verb of its clause nearest in front of it, or behind it.
const Term* deed_at(const Claim& claim, const Term& site) {
  const Term* verb = nullptr;
  for (const Term& term : claim.terms) {
    if (term.verb && !term.frame && !term.speech && term.clause == site.clause &&
        (term.token < site.token || verb == nullptr)) {
      verb = &term;
    }
  }
  return verb;
}

/// "Caught in the garden", "captured in a car park": one part of one matter (holder.tsv).
bool one_part(const PairContext& pair, const Term& left, const Term& right) {
  const auto of = [](const Claim& claim, const Term& site, const Holder& holder) {
    const Term& at = claim.terms[holder.term];
    return holder.part.starts_with("site:") && at.clause == site.clause &&
           holder.cue.end <= site.span.begin;
  };
  return std::any_of(pair.left.holders.begin(), pair.left.holders.end(), [&](const Holder& a) {
    return of(pair.left, left, a) &&
           std::any_of(pair.right.holders.begin(), pair.right.holders.end(), [&](const Holder& b) {
             return a.part == b.part && of(pair.right, right, b);
           });
  });
}

/// One deed at both sites.
bool one_deed(const PairContext& pair, const EventGate& gate, const Term& left,
              const Term& right) {
  if (one_part(pair, left, right)) {
    return true;
  }
  const Term* a = deed_at(pair.left, left);
  const Term* b = deed_at(pair.right, right);
  if (a == nullptr || b == nullptr || a->negated != b->negated) {
    return false;
  }
  const bool shared = in_common(gate, a->id) && in_common(gate, b->id);
  return shared || kin(*a, *b) || (stays(pair, *a) && stays(pair, *b)) ||
         same_stage(pair, left.token, right.token);
}

/// "Received by the king", "received by the minister": each side names somebody of its own who does
/// it.
bool other_doers(const PairContext& pair, const EventGate& gate) {
  const auto own = [&](const Claim& claim) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      const bool does = term.slot == Slot::kSubject || pair.words.stem(term.preposition) == "by";
      return does && term.actor && is_told(term) && !in_common(gate, term.id);
    });
  };
  return own(pair.left) && own(pair.right);
}

FindingSide side_of(const Document& document, const Found& found) {
  const ByteSpan span = document.tokens[found.token].span;
  return {span, {{"id", std::string(document.slice(span))}}};
}

Finding finding_of(const PairContext& pair, const Found& a, const Found& b) {
  Finding f;
  f.kind = "place";
  f.severity = Severity::kDifference;
  f.rule = "place.sort";
  f.confidence = 0.55;
  f.slot = "place";
  f.left = side_of(pair.left_document, a);
  f.right = side_of(pair.right_document, b);
  f.explanation = "It is at another kind of place: " +
                  std::string(pair.left_document.slice(f.left.span)) + " against " +
                  std::string(pair.right_document.slice(f.right.span));
  return f;
}

}  // namespace

void diverge_sites(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  constexpr double kOneMatter = 0.4;
  const bool english = pair.left_document.language == "en" && pair.right_document.language == "en";
  constexpr std::size_t kShort = 3;
  const bool bare = gate.shared == 1 && std::min(gate.left, gate.right) <= kShort;
  if (!english || says_something(out) || gate.other_event || (gate.shared < 2 && !bare) ||
      (!bare && gate.overlap < kOneMatter) || pair.left.question || pair.right.question ||
      pair.left.negators % 2 != pair.right.negators % 2 || tell_parts(pair.left, pair.right) ||
      other_dates(pair.left, pair.right) || opposite_ways(pair.left, pair.right) ||
      other_doers(pair, gate) || other_ordinals(pair) || own_figures(pair.left, pair.right) || !one_event(pair, gate)) {
    return;
  }
  const ClaimWords left{pair.words, pair.left_document, pair.left};
  const ClaimWords right{pair.words, pair.right_document, pair.right};
  const std::vector<Found> l = unknown_to(sites_of(pair, left), right);
  const std::vector<Found> r = unknown_to(sites_of(pair, right), left);
  for (const Found& a : l) {
    for (const Found& b : r) {
      if (exclude(a.site->tier, b.site->tier) && one_deed(pair, gate, *a.term, *b.term) &&
          !told_in_addition(pair, a.token, b.token) && !other_stages(pair, a.token, b.token)) {
        out.push_back(finding_of(pair, a, b));
        return;
      }
    }
  }
}

}  // namespace parallax
