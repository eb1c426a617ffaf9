#include "engine/compare/two_names.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/compare/other_matter.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

const Term* term_at(const Claim& claim, ByteSpan span) {
  const auto it = std::find_if(claim.terms.begin(), claim.terms.end(),
                               [&](const Term& term) { return term.span == span; });
  return it == claim.terms.end() ? nullptr : &*it;
}

/// "In the village of Ulm, Selm district", "in Selm": the name of one side stands in the other
/// claim as well.
bool known_to_both(const PairContext& pair, const Term& left, const Term& right) {
  const auto knows = [](const Claim& claim, const Term& name) {
    return name.kind != TermKind::kCountry &&
           std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
             return is_entity(term) && is_told(term) && term.id == name.id;
           });
  };
  return knows(pair.right, left) || knows(pair.left, right);
}

/// "Signed it for his country", "for her country": each for its own.
bool for_own_country(const ClaimWords& words) {
  for (std::uint32_t i = words.begin(); i < words.end(); ++i) {
    if (words.is(i, {"for", "behalf"}) && words.is(i + 1, {"his", "her", "its", "their", "of"}) &&
        (words.is(i + 2, {"country", "side", "government", "party", "delegation"}) ||
         words.is(i + 3, {"country", "side", "government", "party", "delegation"}))) {
      return words.is(i + 1, {"his", "her", "its", "their"}) ||
             words.is(i + 2, {"his", "her", "its", "their"});
    }
  }
  return false;
}

/// "A welcomes it", "B condemns it": two positions.
bool opposite_positions(const PairContext& pair, const Term& left, const Term& right) {
  const auto ways = [](const Claim& claim, const Term& name) {
    int sum = 0;
    for (const Stance& stance : claim.stances) {
      const bool own = claim.terms[stance.term].token > name.token;
      sum += !own ? 0 : stance.polarity > 0 ? 1 : stance.polarity < 0 ? -1 : 0;
    }
    return sum;
  };
  return ways(pair.left, left) * ways(pair.right, right) < 0;
}

/// "Launched from the coast of X", "hit in the strait of Y": where it begins is not where it ends.
bool two_ends(const PairContext& pair, const Term& left, const Term& right) {
  static constexpr std::array<std::string_view, 12> kSent = {
      "launched", "fired", "shot", "sent",     "released", "lobbed",
      "directed", "set",   "flew", "departed", "started",  "originated"};
  static constexpr std::array<std::string_view, 12> kCame = {
      "hit",  "struck",  "landed",  "fell",     "exploded",  "arrived",
      "came", "reached", "crashed", "impacted", "destroyed", "damaged"};
  const auto verb = [&](const Document& document, const Claim& claim, const Term& name,
                        const auto& list) {
    const Term* nearest = nullptr;
    for (const Term& term : claim.terms) {
      if (term.verb && !term.frame && term.token < name.token) {
        nearest = &term;
      }
    }
    const std::string_view word =
        nearest == nullptr
            ? std::string_view{}
            : std::string_view(
                  pair.words[document.tokens[nearest->token + nearest->tokens - 1].word].folded);
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  const auto from = [&](const Term& term) { return pair.words.stem(term.preposition) == "from"; };
  const bool left_sent = from(left) && verb(pair.left_document, pair.left, left, kSent);
  const bool right_sent = from(right) && verb(pair.right_document, pair.right, right, kSent);
  return (left_sent && !from(right) && verb(pair.right_document, pair.right, right, kCame)) ||
         (right_sent && !from(left) && verb(pair.left_document, pair.left, left, kCame));
}

/// "The women's race", "the men's race"; "the northern brigade", "the southern brigade": words that
/// make two things of one noun.
struct Member {
  std::uint8_t set;
  std::string_view word;
};

constexpr std::array kMembers = std::to_array<Member>({
    {1, "men"},      {1, "women"},      {1, "men's"},     {1, "women's"},      {1, "boys"},
    {1, "girls"},    {1, "boys'"},      {1, "girls'"},    {2, "northern"},     {2, "southern"},
    {2, "eastern"},  {2, "western"},    {2, "central"},   {3, "gold"},         {3, "silver"},
    {3, "bronze"},   {4, "junior"},     {4, "senior"},    {5, "summer"},       {5, "winter"},
    {5, "spring"},   {5, "autumn"},     {6, "upper"},     {6, "lower"},        {7, "municipal"},
    {7, "regional"}, {8, "left"},       {8, "right"},     {7, "presidential"}, {7, "parliamentary"},
    {9, "civil"},    {9, "military"},   {10, "primary"},  {10, "secondary"},   {11, "main"},
    {11, "second"},  {11, "third"},     {12, "inner"},    {12, "outer"},       {13, "morning"},
    {13, "evening"}, {13, "afternoon"}, {14, "domestic"}, {14, "foreign"},
});

/// The word of `other` that makes another thing of the noun behind the word at `i`.
bool other_member(const ClaimWords& words, std::uint32_t i, const ClaimWords& other) {
  const auto row = [](std::string_view word) {
    return std::find_if(kMembers.begin(), kMembers.end(),
                        [&](const Member& member) { return member.word == word; });
  };
  const auto mine = row(words.at(i));
  if (mine == kMembers.end()) {
    return false;
  }
  for (std::uint32_t k = other.begin(); k < other.end(); ++k) {
    const auto theirs = row(other.at(k));
    if (theirs != kMembers.end() && theirs->set == mine->set && theirs->word != mine->word &&
        words.at(i + 1) == other.at(k + 1) &&
        other.find(other.begin(), {mine->word}) == other.end()) {
      return true;
    }
  }
  return false;
}

bool other_members(const ClaimWords& left, const ClaimWords& right) {
  for (std::uint32_t i = left.begin(); i < left.end(); ++i) {
    if (other_member(left, i, right)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool names_time(const PairContext& pair, const Document& document, const Term& term) {
  static constexpr WordList kTimes = {"gmt", "utc",  "cet",  "cest",   "eet",       "est",
                                      "edt", "pst",  "time", "easter", "christmas", "ramadan",
                                      "eve", "lent", "bst",  "msk"};
  const std::string& last = pair.words[document.tokens[term.token + term.tokens - 1].word].folded;
  return document.language == "en" && kTimes.contains(last);
}

bool both_hold(const PairContext& pair, const Finding& finding) {
  if (pair.left_document.language != "en" || pair.right_document.language != "en" ||
      (finding.kind != "name" && finding.kind != "place") || finding.rule == "name.list") {
    return false;
  }
  const Term* left = term_at(pair.left, finding.left.span);
  const Term* right = term_at(pair.right, finding.right.span);
  if (left == nullptr || right == nullptr || !is_entity(*left) || !is_entity(*right)) {
    return false;
  }
  const ClaimWords l{pair.words, pair.left_document, pair.left};
  const ClaimWords r{pair.words, pair.right_document, pair.right};
  const bool name = finding.kind == "name";
  return known_to_both(pair, *left, *right) || two_ends(pair, *left, *right) ||
         names_time(pair, pair.left_document, *left) ||
         names_time(pair, pair.right_document, *right) ||
         (name && for_own_country(l) && for_own_country(r)) ||
         (name && opposite_positions(pair, *left, *right)) || other_members(l, r) ||
         other_ordinals(pair) || two_posts(pair) || other_dates(pair.left, pair.right);
}

}  // namespace parallax
