/// Words that evaluate, demand, judge or commit, each with its step on a ladder (stance.tsv).

#include <algorithm>

#include "engine/facts/claim_context.hpp"
#include "engine/facts/degrees.hpp"
#include "models/base/numerals.hpp"

namespace parallax {
namespace {

/// "A matter of interest and concern to all": it matters, and nobody finds fault.
bool idle_stance(const ClaimContext& c, std::size_t i) {
  if (c.lexicon.language != "en" || i == 0) {
    return false;
  }
  if (c.is_any(i, {"question", "questions"}) &&
      (c.is(i + 1, "of") || c.is_any(i - 1, {"the", "this", "that", "in", "no"}))) {
    return true;  // "the question of self-government"
  }
  if (c.is_any(i, {"asked", "asks", "ask", "asking"}) &&
      c.is_any(i + 1, {"about", "how", "why", "what", "when", "where", "after"})) {
    return true;  // "deputies who had asked about the dam"
  }
  if (c.is_any(i, {"supporters", "supporter", "backer", "backers"}) && !c.is(i + 1, "of")) {
    return true;  // "away supporters": people in the stands
  }
  if (c.is_any(i, {"doubt", "doubts"}) && c.is_any(i - 1, {"without", "no", "beyond"})) {
    return true;
  }
  // "the challenges", "international disputes": things, no words of the speaker
  if (c.is_any(i, {"challenge", "challenges", "dispute", "disputes"}) &&
      c.is_any(i - 1,
               {"the",   "and",      "of",          "a",           "this",          "these",
                "those", "such",     "our",         "many",        "new",           "major",
                "main",  "global",   "serious",     "common",      "international", "border",
                "all",   "any",      "regional",    "territorial", "bilateral",     "trade",
                "great", "security", "development", "political",   "their",         "its"})) {
    return true;
  }
  // "outstanding questions": open ones
  if (c.is(i, "outstanding") &&
      c.is_any(i + 1, {"issue", "issues", "question", "questions", "matter", "matters", "problem",
                       "problems", "debt", "debts", "payments", "dues", "arrears", "claims",
                       "disputes", "differences", "contributions", "obligations"})) {
    return true;
  }
  if (!c.is_any(i, {"concern", "concerns"})) {
    return false;
  }
  return c.is_any(i - 1, {"common", "mutual", "shared", "legitimate", "particular"}) ||
         (i > 1 && c.is(i - 1, "and") && c.is_any(i - 2, {"interest", "interests"}));
}

/// Rank of "advise against" on the ladder of opposition (stance.tsv).
constexpr int kAdviceAgainst = 5;
/// Rank of refusing or agreeing on their ladders.
constexpr int kTurned = 6;

/// "Advises doctors against giving it": place of its "against"; 0 if there is none.
std::size_t advice_against(const ClaimContext& c, std::size_t i, const Stance& stance) {
  constexpr std::size_t kReach = 5;
  if (c.lexicon.language != "en" || (stance.act != "recommend" && stance.act != "warn")) {
    return 0;
  }
  for (std::size_t k = i + 1; k < std::min(c.size(), i + 1 + kReach) && !c.punctuation(k); ++k) {
    if (c.is(k, "against")) {
      return k;
    }
    if (c.is_any(k, {"that", "to", "of", "and", "in"})) {
      break;
    }
  }
  return 0;
}

Stance stance_of(const std::vector<std::string>& row, int shift) {
  Stance stance;
  stance.act = row[0];
  stance.polarity = leading_int(row[1]);
  stance.ladder = row[2];
  stance.rank = leading_int(row[3]);
  // on other ladders each step has words of its own
  const bool graded = stance.ladder == "disapproval" || stance.ladder == "opposition" ||
                      stance.ladder == "support" || stance.ladder == "approval";
  stance.rank += graded ? shift : 0;
  return stance;
}

/// "Withheld its consent", "dropped its objections": the other way round.
void turn(Stance& stance) {
  const bool for_it = stance.polarity > 0;
  stance.act = for_it ? "reject" : "accept";
  stance.polarity = -stance.polarity;
  stance.ladder = for_it ? "opposition" : "support";
  stance.rank = kTurned;
}

/// "Voiced strong opposition to", "met with anger": a light verb and a noun of position.
void read_light_stance(const ClaimContext& c, Claim& claim, const std::vector<Degree>& degrees,
                       std::uint32_t t) {
  const Term& term = claim.terms[t];
  const LightDeed deed = light_deed(c, degrees, term.token - c.first_token);
  if (deed.noun == nullptr || deed.noun->front() != "stance" || deed.verb == "move") {
    return;
  }
  const std::vector<std::string> row(deed.noun->begin() + 1, deed.noun->end());
  Stance stance = stance_of(row, deed.shift);
  if (deed.verb == "deny") {
    turn(stance);
  }
  stance.span = c.span(deed.first, deed.last);
  stance.term = t;
  stance.negated = term.negated;
  stance.met = deed.verb == "meet";
  claim.stances.push_back(stance);
}

}  // namespace

void read_stances(const ClaimContext& c, Claim& claim) {
  const std::vector<Degree> degrees = degrees_of(c);
  for (std::uint32_t t = 0; t < claim.terms.size(); ++t) {
    const Term& term = claim.terms[t];
    const std::size_t local = term.token - c.first_token;
    const LooseRow found = look_up_loosely(c, c.lexicon.stance, degrees, local);
    if (found.row != nullptr && !idle_stance(c, local)) {
      Stance stance = stance_of(*found.row, found.shift);
      stance.span = c.span(local, local + found.length - 1);
      stance.term = t;
      stance.negated = term.negated;
      if (const std::size_t against = advice_against(c, local, stance); against != 0) {
        stance.span = c.span(local, against);
        stance.act = "advise against";
        stance.polarity = -1;
        stance.ladder = "opposition";
        stance.rank = kAdviceAgainst;
      }
      claim.stances.push_back(stance);
    }
    read_light_stance(c, claim, degrees, t);
  }
}

}  // namespace parallax
