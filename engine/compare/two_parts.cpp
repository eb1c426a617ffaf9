/// Two parties that may both have their part in one matter: who owns it and who rents it, who paid
/// and who carried it out, the judge and the counsel. English.

#include "engine/compare/two_parts.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/compare/arguments.hpp"
#include "engine/compare/other_matter.hpp"

namespace parallax {
namespace {

/// Parts that stand beside each other; parts of one group are one.
enum class Part : std::uint8_t {
  kNone,
  kOwns,
  kRents,
  kPays,
  kGuarantees,
  kCarriesOut,
  kJudges,
  kDefends,
  kProsecutes,
  kTestifies,
  kStandsBy,
  kWrites,
  kReceives,
  kSurvives,
  kDies,
  kSearched,
  kArrested,
  kEach,  ///< Everybody may do so: criticised, addressed.
};

struct Row {
  Part part;
  std::string_view word;
};

constexpr auto kRows = std::to_array<Row>({
    {Part::kOwns, "owned"},          {Part::kOwns, "owns"},
    {Part::kOwns, "owner"},          {Part::kOwns, "belongs"},
    {Part::kOwns, "belonged"},       {Part::kOwns, "proprietor"},
    {Part::kOwns, "landlord"},       {Part::kRents, "leased"},
    {Part::kRents, "leases"},        {Part::kRents, "rented"},
    {Part::kRents, "rents"},         {Part::kRents, "tenant"},
    {Part::kRents, "lessee"},        {Part::kRents, "chartered"},
    {Part::kRents, "charters"},      {Part::kRents, "charterer"},
    {Part::kRents, "occupies"},      {Part::kPays, "financed"},
    {Part::kPays, "finances"},       {Part::kPays, "funded"},
    {Part::kPays, "funds"},          {Part::kPays, "sponsored"},
    {Part::kPays, "sponsors"},       {Part::kPays, "bankrolled"},
    {Part::kPays, "subsidised"},     {Part::kPays, "subsidises"},
    {Part::kGuarantees, "guarantees"}, {Part::kGuarantees, "guaranteed"},
    {Part::kGuarantees, "guarantor"}, {Part::kGuarantees, "underwriter"},
    {Part::kCarriesOut, "distributed"}, {Part::kCarriesOut, "distributes"},
    {Part::kCarriesOut, "implemented"}, {Part::kCarriesOut, "implements"},
    {Part::kCarriesOut, "administered"}, {Part::kCarriesOut, "unloaded"},
    {Part::kCarriesOut, "stored"},   {Part::kCarriesOut, "transported"},
    {Part::kCarriesOut, "inaugurated"}, {Part::kCarriesOut, "unveiled"},
    {Part::kJudges, "judge"},        {Part::kJudges, "presiding"},
    {Part::kJudges, "magistrate"},   {Part::kJudges, "sentenced"},
    {Part::kDefends, "lawyer"},      {Part::kDefends, "counsel"},
    {Part::kDefends, "attorney"},    {Part::kDefends, "defended"},
    {Part::kDefends, "barrister"},   {Part::kProsecutes, "prosecutor"},
    {Part::kProsecutes, "prosecuted"}, {Part::kTestifies, "testified"},
    {Part::kTestifies, "testifies"}, {Part::kTestifies, "heard"},
    {Part::kTestifies, "questioned"}, {Part::kTestifies, "witness"},
    {Part::kTestifies, "interviewed"}, {Part::kStandsBy, "watched"},    {Part::kStandsBy, "assisted"},
    {Part::kStandsBy, "assists"},    {Part::kStandsBy, "helped"},
    {Part::kStandsBy, "attended"},   {Part::kStandsBy, "witnessed"},
    {Part::kStandsBy, "joined"},
    {Part::kStandsBy, "participated"}, {Part::kWrites, "wrote"},
    {Part::kWrites, "written"},      {Part::kWrites, "drafted"},
    {Part::kWrites, "author"},       {Part::kWrites, "penned"},
    {Part::kReceives, "submitted to"}, {Part::kReceives, "addressed to"},
    {Part::kSurvives, "survived"},   {Part::kSurvives, "survives"},
    {Part::kSurvives, "survivor"},   {Part::kSurvives, "rescued"},
    {Part::kDies, "drowned"},        {Part::kDies, "died"},
    {Part::kDies, "killed"},         {Part::kDies, "perished"},
    {Part::kSearched, "searched"},   {Part::kSearched, "raided"},
    {Part::kArrested, "arrested"},   {Part::kArrested, "detained"},
    {Part::kEach, "criticised"},     {Part::kEach, "criticized"},
    {Part::kEach, "criticises"},     {Part::kEach, "praised"},
    {Part::kEach, "addressed"},      {Part::kEach, "spoke"},
    {Part::kEach, "testified"},      {Part::kEach, "condemned"},
    {Part::kEach, "welcomed"},       {Part::kEach, "urged"},
    {Part::kEach, "warned"},         {Part::kEach, "attended"},
    {Part::kEach, "protested"},      {Part::kEach, "commented"},
    {Part::kEach, "congratulated"},  {Part::kEach, "voted"},
    {Part::kEach, "heard"},          {Part::kEach, "questioned"},
    {Part::kEach, "regretted"},      {Part::kEach, "deplored"},
    {Part::kEach, "endorsed"},       {Part::kEach, "backed"},
});

bool is_part(Part part, std::string_view word) {
  return std::any_of(kRows.begin(), kRows.end(),
                     [&](const Row& row) { return row.part == part && row.word == word; });
}

Part part_of_word(std::string_view word) {
  const auto* const row = std::find_if(kRows.begin(), kRows.end(), [&](const Row& r) {
    return r.word == word && r.part != Part::kEach;
  });
  return row == kRows.end() ? Part::kNone : row->part;
}

/// The verb that the name is told by; empty if there is none.
std::string_view verb_of(const PairContext& pair, const ClaimSide& side, const Term& name) {
  const Argument argument = argument_of(pair.words, side, name);
  const Term* verb = nullptr;
  for (const Term& term : side.claim.terms) {
    if (term.verb && term.id == argument.verb && term.clause == name.clause) {
      verb = &term;
    }
  }
  return verb == nullptr
             ? std::string_view{}
             : std::string_view(pair.words[side.document.tokens[verb->token].word].folded);
}

/// "The lawyer Mira Holm": the noun in front of the name, unless both do one thing (`one_deed`);
/// else the verb.
Part part_of(const PairContext& pair, const ClaimSide& side, const Term& name, bool one_deed) {
  const ClaimWords words{pair.words, side.document, side.claim};
  for (std::uint32_t i = name.token; !one_deed && i > words.begin() && i + 2 > name.token; --i) {
    if (const Part part = part_of_word(words.at(i - 1)); part != Part::kNone) {
      return part;
    }
  }
  const std::string_view verb = verb_of(pair, side, name);
  if (argument_of(pair.words, side, name).part == ArgumentPart::kReceiver && verb == "submitted") {
    return Part::kReceives;
  }
  return part_of_word(verb);
}

/// "The hull of the ferry", "its engines": what one thing has besides others.
bool component(std::string_view word) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"hull",       "engine",   "engines",     "wing",      "wings",    "fuselage",   "turbine",
       "turbines",   "roof",     "tower",       "towers",    "facade",   "foundations", "cabin",
       "gates",      "radar",    "software",    "wheels",    "brakes",   "interior",   "propeller",
       "propellers", "boiler",   "generator",   "generators", "battery", "batteries",  "deck",
       "sails",      "tyres",    "electronics", "sonar",     "cockpit",  "gearbox",    "windows",
       "doors",      "lifts",    "pumps",       "cables",    "pipes",    "rails",      "signals",
       "carriages",  "locomotives", "landing-gear", "sensors", "cameras", "missiles",  "guns",
       "music",      "lyrics",   "screenplay",  "costumes",  "libretto", "preface",    "foreword",
       "illustrations", "translation", "annex", "summary",   "cover"});
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// Each side speaks of another component: its hull, its engines.
bool two_components(const ClaimWords& left, const ClaimWords& right) {
  const auto own = [](const ClaimWords& mine, const ClaimWords& theirs) {
    for (std::uint32_t i = mine.begin(); i < mine.end(); ++i) {
      if (component(mine.at(i)) && theirs.find(theirs.begin(), {mine.at(i)}) == theirs.end()) {
        return true;
      }
    }
    return false;
  };
  return own(left, right) && own(right, left);
}

bool stands_by_it(const ClaimWords& words) {
  const std::uint32_t i = words.find(words.begin(), {"stood", "stands", "standing"});
  return i != words.end() && words.is(i + 1, {"by"}) && !words.is(i + 2, {"the", "its", "his"});
}

/// "Received the Order of Merit": one of many who do.
bool common_honour(const ClaimWords& words) {
  for (std::uint32_t i = words.begin(); i < words.end(); ++i) {
    if ((words.is(i, {"order"}) && words.is(i + 1, {"of"}) &&
         words.is(i - 1, {"the", "national", "grand"}) && !words.is(i + 2, {"the"})) ||
        words.is(i, {"citizenship", "knighthood"})) {
      return words.find(words.begin(), {"only", "sole", "alone", "solely"}) == words.end() &&
             words.find(words.begin(), {"awarded", "conferred", "bestowed", "received", "decorated",
                                        "granted"}) != words.end();
    }
  }
  return false;
}

}  // namespace

bool two_parts(const PairContext& pair, const Finding& finding) {
  if (finding.kind != "name" || finding.rule == "name.list" || finding.rule == "name.sort") {
    return false;
  }
  const auto at = [](const Claim& claim, ByteSpan span) {
    return std::find_if(claim.terms.begin(), claim.terms.end(),
                        [&](const Term& term) { return term.span == span; });
  };
  const auto a = at(pair.left, finding.left.span);
  const auto b = at(pair.right, finding.right.span);
  if (a == pair.left.terms.end() || b == pair.right.terms.end()) {
    return false;
  }
  const ClaimSide l{pair.left_document, pair.left};
  const ClaimSide r{pair.right_document, pair.right};
  const ClaimWords left{pair.words, l.document, l.claim};
  const ClaimWords right{pair.words, r.document, r.claim};
  const Argument done = argument_of(pair.words, l, *a);
  const Argument also = argument_of(pair.words, r, *b);
  const bool one_deed = same_argument(done, also) && done.verb == also.verb;
  const Part x = part_of(pair, l, *a, one_deed);
  const Part y = part_of(pair, r, *b, one_deed);
  const bool stands_by = (x == Part::kStandsBy || stands_by_it(left)) !=
                         (y == Part::kStandsBy || stands_by_it(right));
  const bool each = is_part(Part::kEach, verb_of(pair, l, *a)) &&
                    is_part(Part::kEach, verb_of(pair, r, *b));
  return (x != y && x != Part::kNone && y != Part::kNone) || stands_by || each ||
         two_components(left, right) || (common_honour(left) && common_honour(right));
}

}  // namespace parallax
