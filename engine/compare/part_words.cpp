#include "engine/compare/part_words.hpp"

#include <algorithm>
#include <array>

#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// Who has it: a = who does it, p = to whom it is done, r = who gets it, n = a noun for somebody.
/// Words separated by spaces.
struct Row {
  Part part;
  char role;
  std::string_view words;
};

constexpr auto kRows = std::to_array<Row>({
    {Part::kOwns, 'a', "owns owned possesses"},
    {Part::kOwns, 'r', "belongs belonged"},
    {Part::kOwns, 'n', "owner proprietor landlord landlady"},
    {Part::kRents, 'a', "leases leased rents rented chartered charters occupies hired"},
    {Part::kRents, 'r', "leased rented let leases rents hired chartered charters"},
    {Part::kRents, 'n', "tenant lessee charterer"},
    {Part::kPays, 'a',
     "financed finances funded funds sponsored sponsors bankrolled subsidised "
     "subsidises underwrote paid"},
    {Part::kPays, 'n', "sponsor donor financier"},
    {Part::kGuarantees, 'a', "guarantees guaranteed"},
    {Part::kGuarantees, 'n', "guarantor underwriter"},
    {Part::kDistributes, 'a',
     "distributed distributes implemented implements administered unloaded stored "
     "transported transports delivered"},
    {Part::kGuards, 'a', "guarded guards protects protected patrolled patrols"},
    {Part::kGuards, 'n', "guard bodyguard"},
    {Part::kRepairs, 'a',
     "repaired repairs overhauled refurbished maintained maintains restored renovated"},
    {Part::kCleans, 'a', "cleaned cleared mopped contained"},
    {Part::kSells, 'a', "sold sells auctioned auctions divested"},
    {Part::kSells, 'n', "seller vendor auctioneer"},
    {Part::kBuys, 'a', "bought buys acquired acquires purchased purchases"},
    {Part::kBuys, 'r', "sold sells bought buys acquired acquires purchased purchases"},
    {Part::kBuys, 'n', "buyer purchaser bidder"},
    {Part::kCollects, 'a', "collected collects gathered sampled"},
    {Part::kAnalyses, 'a', "analysed analyses analyzed tested tests sequenced"},
    {Part::kAnalyses, 'n', "analyst"},
    {Part::kJudges, 'a', "sentenced convicted acquitted"},
    {Part::kJudges, 'n', "judge magistrate"},
    {Part::kDefends, 'a', "defended defends"},
    {Part::kDefends, 'n', "lawyer counsel attorney barrister solicitor"},
    {Part::kProsecutes, 'a', "prosecuted prosecutes"},
    {Part::kProsecutes, 'n', "prosecutor"},
    {Part::kTestifies, 'a', "testified testifies"},
    {Part::kTestifies, 'p', "heard questioned interviewed"},
    {Part::kTestifies, 'n', "witness"},
    {Part::kStandsBy, 'a',
     "watched assisted assists helped attended witnessed joined participated"},
    {Part::kWrites, 'a', "wrote writes written drafted penned"},
    {Part::kWrites, 'n', "author drafter"},
    {Part::kReceives, 'r', "submitted addressed dedicated"},
    {Part::kAppeals, 'a', "appealed appeals challenged"},
    {Part::kWins, 'a', "won wins beat beats defeated defeats"},
    {Part::kWins, 'r', "won wins"},
    {Part::kWins, 'n', "winner champion victor"},
    {Part::kLoses, 'a', "lost loses conceded concedes"},
    {Part::kLoses, 'p', "beaten defeated unseated"},
    {Part::kLoses, 'n', "loser runner-up finalist"},
    {Part::kSurvives, 'a', "survived survives"},
    {Part::kSurvives, 'p', "rescued saved"},
    {Part::kSurvives, 'n', "survivor"},
    {Part::kDies, 'a', "drowned died perished"},
    {Part::kDies, 'p', "killed"},
    {Part::kDies, 'n', "casualty"},
    {Part::kSearched, 'p', "searched raided"},
    {Part::kArrested, 'p', "arrested detained"},
    {Part::kVisits, 'a', "visited visits inspected inspects toured tours"},
    {Part::kProposes, 'a', "proposed proposes suggested suggests"},
    {Part::kOpposes, 'a', "opposed opposes rejected rejects contested"},
    {Part::kCongratulates, 'a', "congratulated thanked praised congratulates thanks greeted"},
});

/// What everybody may do.
constexpr std::string_view kEach =
    "criticised criticized criticises praised addressed spoke testified condemned "
    "welcomed urged warned attended protested commented congratulated voted regretted "
    "deplored endorsed backed visited inspected toured";

bool in_list(std::string_view word, std::string_view list) {
  while (!word.empty() && !list.empty()) {
    const std::string_view one = list.substr(0, list.find(' '));
    if (one == word) {
      return true;
    }
    list.remove_prefix(std::min(list.size(), one.size() + 1));
  }
  return false;
}

}  // namespace

Part part_of_word(std::string_view word, char role) {
  const auto* const row = std::find_if(kRows.begin(), kRows.end(), [&](const Row& r) {
    return r.role == role && in_list(word, r.words);
  });
  return row == kRows.end() ? Part::kNone : row->part;
}

bool done_by_many(std::string_view word) {
  return in_list(word, kEach);
}

bool component(std::string_view word) {
  static constexpr WordList kWords = {
      "hull",        "engine",      "engines",       "wing",        "wings",    "fuselage",
      "turbine",     "turbines",    "roof",          "tower",       "towers",   "facade",
      "foundations", "cabin",       "gates",         "radar",       "software", "wheels",
      "brakes",      "interior",    "propeller",     "propellers",  "boiler",   "generator",
      "generators",  "battery",     "batteries",     "deck",        "sails",    "tyres",
      "electronics", "sonar",       "cockpit",       "gearbox",     "windows",  "doors",
      "lifts",       "pumps",       "cables",        "pipes",       "rails",    "signals",
      "carriages",   "locomotives", "landing-gear",  "sensors",     "cameras",  "missiles",
      "guns",        "music",       "lyrics",        "screenplay",  "costumes", "libretto",
      "preface",     "foreword",    "illustrations", "translation", "annex",    "summary",
      "cover"};
  return kWords.contains(word);
}

}  // namespace parallax
