/// Movements and states that have opposites (direction.tsv, antonym.tsv).

#include <algorithm>

#include "engine/facts/claim_context.hpp"
#include "engine/facts/comparisons.hpp"
#include "engine/facts/degrees.hpp"
#include "models/base/numerals.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// "Citizen of", "the constitutional court": of which country somebody is, and what a text or body
/// is, not that anything agrees with it.
bool describes_only(const ClaimContext& c, std::size_t i) {
  const std::size_t citizen = c.is(i, "a") ? i + 1 : i;
  return (c.is(citizen, "citizen") && c.is(citizen + 1, "of")) ||
         (c.is(i, "constitutional") &&
          c.is_any(i + 1, {"court",      "courts",     "tribunal",   "council",    "judge",
                           "judges",     "law",        "amendment",  "amendments", "reform",
                           "reforms",    "convention", "change",     "changes",    "order",
                           "monarchy",   "committee",  "commission", "assembly",   "affairs",
                           "crisis",     "review",     "rights",     "complaint",  "complaints",
                           "referendum", "justice",    "justices",   "court's",    "provision"}));
}

/// "By the end of the year", "to that end", "an initiative": a time, an aim or a plan, no movement.
bool idle_direction(const ClaimContext& c, std::size_t i) {
  if (c.lexicon.language != "en") {
    return false;
  }
  if (describes_only(c, i)) {
    return true;
  }
  if (c.is_any(i, {"initiative", "initiatives"}) ||
      (c.is(i, "end") && i > 0 && c.is_any(i - 1, {"this", "that"}))) {
    return true;
  }
  if (i > 0 && c.is(i - 1, "not") && c.is_any(i, {"fail", "neglect", "omit"})) {
    return true;  // "did not fail to warn": warned
  }
  if ((c.is(i, "cease") && c.is(i + 1, "-")) ||
      (c.is_any(i, {"fall", "falls", "falling", "fell", "fallen"}) &&
       (c.is_any(i + 1, {"into", "within", "under", "victim", "prey"}) ||
        (c.is(i + 1, "short") && !c.is(i + 2, "of"))))) {
    return true;  // "a cease-fire", "fall into the wrong hands"
  }
  if (!c.is_any(i, {"end", "beginning", "start", "close", "opening"}) || !c.is(i + 1, "of")) {
    return false;
  }
  for (std::size_t k = i + 2; k < std::min(c.size(), i + 6) && !c.punctuation(k); ++k) {
    if (c.taken[k] || c.is_any(k, {"year", "month", "week", "day", "century", "decade", "quarter",
                                   "session", "millennium", "season", "period", "summer", "winter",
                                   "spring", "autumn", "mandate", "era"})) {
      return true;
    }
  }
  return false;
}

/// "The contract", "firm opposition", "the lower house": words of movement that here are none.
bool no_movement(const ClaimContext& c, std::size_t i, const Term& term) {
  if (c.lexicon.language != "en") {
    return false;
  }
  const bool noun = !term.verb && (i == 0 || !c.is_any(i - 1, {"to", "will", "would", "not"}));
  if (noun && c.is_any(i, {"contract", "contracts", "firm", "level", "cool", "mount", "balloon",
                           "balloons", "rocket", "rockets", "mushrooms", "mushroom"})) {
    return true;
  }
  if (c.is(i, "lower") && c.is_any(i + 1, {"house", "houses", "chamber", "court", "courts", "deck",
                                           "town", "basin", "valley", "school", "classes", "jaw",
                                           "limb", "limbs", "leg", "ranks", "tier"})) {
    return true;
  }
  if (c.is_any(i, {"picked", "picking", "picks", "pick"}) && c.is(i + 1, "up")) {
    return term.passive || c.is_any(i + 2, {"the", "a", "an", "by", "all", "its", "their"});
  }
  return c.is(i, "cut") && c.is_any(i + 1, {"flower", "flowers", "glass", "timber", "grass",
                                            "trees", "wood", "stone", "diamonds", "roses"});
}

/// "The ferry sank": a ship goes down, and nothing becomes less.
bool ship_goes_down(const ClaimContext& c, const Claim& claim, const Term& term) {
  static constexpr WordList kShips = {"=ship",    "=fishing_boat", "=ferry",
                                      "=warship", "=submarine",    "=boat"};
  const std::size_t i = term.token - c.first_token;
  if (!c.is_any(i, {"sank", "sunk", "sink", "sinks", "sinking"})) {
    return false;
  }
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& other) {
    const std::string& id = c.words.stem(other.id);
    return kShips.contains(id);
  });
}

/// "Posted a strong gain", "saw a sharp fall": a light verb and a noun of movement.
bool read_light_direction(const ClaimContext& c, Claim& claim, const std::vector<Degree>& degrees,
                          std::uint32_t t) {
  const Term& term = claim.terms[t];
  const LightDeed deed = light_deed(c, degrees, term.token - c.first_token);
  if (deed.noun == nullptr || deed.noun->front() != "direction" || deed.verb == "deny") {
    return false;
  }
  claim.directions.push_back({c.span(deed.first, deed.last), t, (*deed.noun)[1],
                              leading_int((*deed.noun)[2]), term.negated});
  return true;
}

/// The first of several values parted by "|"; takes it from `list`.
std::string_view take_first(std::string_view& list) {
  const std::size_t end = std::min(list.find('|'), list.size());
  const std::string_view first = list.substr(0, end);
  list.remove_prefix(std::min(end + 1, list.size()));
  return first;
}

/// One direction for each axis that a word has: what is rejected is not accepted, and does not
/// pass.
void add_axes(Claim& claim, const std::vector<std::string>& row, Direction direction) {
  std::string_view axes = row[0];
  std::string_view signs = row[1];
  while (!axes.empty()) {
    direction.axis = take_first(axes);
    direction.sign = leading_int(take_first(signs));
    if (direction.sign != 0) {  // "several" has the stem of "sever"
      claim.directions.push_back(direction);
    }
  }
}

/// "The United Nations" are no union.
bool names(const Term& term) {
  return term.kind == TermKind::kName || term.kind == TermKind::kCountry;
}

/// "Has been breached", "still in force": the words behind say as much by themselves.
bool leans(const ClaimContext& c, std::size_t i) {
  return c.is_any(i, {"is", "are", "was", "were", "be", "been", "has", "have", "had", "still"});
}

/// A word that moves nothing here.
bool idle_here(const ClaimContext& c, const Claim& claim, std::size_t i, const Term& term) {
  return idle_direction(c, i) || no_movement(c, i, term) || ship_goes_down(c, claim, term);
}

}  // namespace

void read_directions(const ClaimContext& c, Claim& claim) {
  const std::vector<Degree> degrees = degrees_of(c);
  std::size_t behind = 0;  // first token behind the last phrase found
  for (std::uint32_t t = 0; t < claim.terms.size(); ++t) {
    const Term& term = claim.terms[t];
    const std::size_t local = term.token - c.first_token;
    if (names(term) || local < behind) {
      continue;  // "non-binding" says nothing of "binding"
    }
    if (read_light_direction(c, claim, degrees, t)) {
      continue;
    }
    const LooseRow move = look_up_loosely(c, c.lexicon.direction, degrees, local);
    const LooseRow state = look_up_loosely(c, c.lexicon.antonym, degrees, local);
    const bool told = move.row != nullptr || state.row != nullptr;
    if (told && idle_here(c, claim, local, term)) {
      continue;
    }
    const auto add = [&](const LooseRow& found) {
      behind = leans(c, local) ? 0 : local + found.length;
      add_axes(claim, *found.row,
               {c.span(local, local + found.length - 1), t, "", 0, term.negated});
    };
    if (move.row != nullptr && move.length >= state.length) {
      add(move);
    } else if (const int sign = compared_amount(c, local); sign != 0) {
      claim.directions.push_back({c.span(local, local), t, "amount", sign, term.negated});
    }
    if (state.row != nullptr && state.length >= move.length) {
      add(state);
    }
  }
}

}  // namespace parallax
