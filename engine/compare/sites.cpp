#include "engine/compare/sites.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "engine/compare/wordings.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

constexpr std::array kSites = std::to_array<Site>({
    {SiteTier::kHub, "airport,airfield,airstrip,runway,tarmac,air base,airbase,aerodrome"},
    {SiteTier::kHub,
     "port,seaport,harbour,harbor,river port,quay,quayside,pier,dock,docks,wharf,"
     "marina,jetty"},
    {SiteTier::kHub,
     "railway station,train station,central station,main station,station platform,"
     "railway yard,marshalling yard"},
    {SiteTier::kHub, "bus station,bus stop,coach station"},
    {SiteTier::kHub, "border crossing,checkpoint,border post,frontier post,roadblock"},
    {SiteTier::kHub, "petrol station,filling station,gas station"},
    {SiteTier::kBuilding, "hospital,clinic,infirmary,ward"},
    {SiteTier::kMonument, "school,classroom,schoolyard,kindergarten,nursery"},
    {SiteTier::kMonument, "university,campus,lecture hall"},
    {SiteTier::kMonument, "mosque"},
    {SiteTier::kMonument, "church,cathedral,chapel,basilica"},
    {SiteTier::kMonument, "synagogue"},
    {SiteTier::kMonument, "temple,shrine"},
    {SiteTier::kMonument, "monastery,abbey,convent"},
    {SiteTier::kMonument, "prison,jail,penitentiary"},
    {SiteTier::kBuilding, "police station,police headquarters"},
    {SiteTier::kBuilding, "fire station"},
    {SiteTier::kBuilding, "hotel,guesthouse,inn,hostel"},
    {SiteTier::kBuilding, "market,bazaar,marketplace,market hall"},
    {SiteTier::kBuilding, "supermarket,shop,store,department store,shopping centre,mall"},
    {SiteTier::kMonument, "stadium,arena,sports hall,gymnasium"},
    {SiteTier::kMonument, "museum,gallery"},
    {SiteTier::kMonument, "embassy,consulate"},
    {SiteTier::kBuilding, "barracks,garrison"},
    {SiteTier::kBuilding, "warehouse,depot,storehouse,storage hall,cold store"},
    {SiteTier::kBuilding, "factory,plant,workshop,mill"},
    {SiteTier::kBuilding, "farm,barn,farmhouse,stable"},
    {SiteTier::kMonument, "palace,castle,presidential palace"},
    {SiteTier::kMonument, "parliament,parliament building,assembly building"},
    {SiteTier::kMonument, "town hall,city hall"},
    {SiteTier::kMonument, "courthouse,court building,courtroom"},
    {SiteTier::kMonument, "library,reading room"},
    {SiteTier::kMonument, "theatre,theater,opera house,concert hall"},
    {SiteTier::kBuilding, "cinema"},
    {SiteTier::kBuilding, "restaurant,cafe,canteen"},
    {SiteTier::kBuilding, "nightclub,bar,discotheque"},
    {SiteTier::kBuilding, "laboratory"},
    {SiteTier::kBuilding, "refinery"},
    {SiteTier::kBuilding, "power station,power plant,substation"},
    {SiteTier::kBuilding, "lighthouse"},
    {SiteTier::kHome, "flat,apartment,home,house,residence,villa,cottage"},
    {SiteTier::kVehicle, "bus,coach,minibus"},
    {SiteTier::kVehicle, "train,carriage,railcar"},
    {SiteTier::kVehicle, "ship,vessel,ferry,yacht,frigate,royal yacht,boat,trawler,deck"},
    {SiteTier::kVehicle, "aircraft,plane,helicopter,jet"},
    {SiteTier::kVehicle, "car,taxi,limousine"},
    {SiteTier::kVehicle, "lorry,truck,van"},
    {SiteTier::kLand, "forest,woods,woodland,wood"},
    {SiteTier::kLand, "field,meadow,pasture,farmland"},
    {SiteTier::kLand, "swamp,marsh,marshes,wetland,bog"},
    {SiteTier::kLand, "lake,reservoir"},
    {SiteTier::kLand, "river"},
    {SiteTier::kLand, "sea,open sea,ocean"},
    {SiteTier::kLand, "desert,dunes"},
    {SiteTier::kLand, "beach,shore"},
    {SiteTier::kLand, "glacier"},
    {SiteTier::kMonument, "cemetery,graveyard"},
    {SiteTier::kMonument, "memorial,war memorial,monument,statue"},
    {SiteTier::kMonument, "ministry"},
    {SiteTier::kBuilding, "bank"},
    {SiteTier::kBuilding, "post office"},
    {SiteTier::kMonument, "zoo"},
    {SiteTier::kRoom, "tunnel"},
    {SiteTier::kLand, "park"},
    {SiteTier::kLand, "motorway,highway"},
    {SiteTier::kRoom, "cellar,basement,crypt,vault,bank vault"},
    {SiteTier::kRoom, "attic,loft,roof,rooftop"},
    {SiteTier::kRoom, "kitchen"},
    {SiteTier::kRoom, "garage,car park"},
    {SiteTier::kRoom, "lift,elevator"},
    {SiteTier::kRoom, "garden,courtyard,yard"},
});

const Term* term_of(const Claim& claim, std::uint32_t token) {
  const auto it = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.token <= token && token < term.token + term.tokens;
  });
  return it == claim.terms.end() ? nullptr : &*it;
}

}  // namespace

const Site* site_at(const ClaimWords& words, std::uint32_t at, std::uint32_t& tokens) {
  static const Wordings<Site> kWordings{std::span<const Site>(kSites)};
  return kWordings.longest(words, at, tokens);
}

namespace {

/// "In the old station", "aboard a ferry": where it is; a word that describes the next one ("the
/// airport police", "a church service") is no site, nor one that belongs to somebody who speaks.
bool stands_there(const PairContext& pair, const ClaimWords& words, const Term& term,
                  std::uint32_t behind) {
  static constexpr WordList kWhere = {"in",   "at",   "on",      "inside", "insid", "aboard",
                                      "near", "from", "outside", "outsid", "into",  "under"};
  const Term* next = term_of(words.claim, behind);
  const bool describes = next != nullptr && next->token == behind && is_content(*next) &&
                         !next->verb && next->preposition == term.preposition &&
                         next->slot == term.slot;
  const bool front = words.is(term.token - 2, {"front"}) || words.is(term.token - 3, {"front"});
  const bool in_front = term.token > 2 && pair.words.stem(term.preposition) == "of" && front;
  return term.slot == Slot::kOblique && !term.frame && !term.negated && !describes &&
         (in_front || kWhere.contains(pair.words.stem(term.preposition)));
}

}  // namespace

std::vector<FoundSite> sites_of(const PairContext& pair, const ClaimWords& words) {
  std::vector<FoundSite> found;
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

}  // namespace parallax
