/// What a phrase of the force table says where it stands: denied, asked, or of a thing.

#include "engine/facts/force_kinds.hpp"

#include <algorithm>
#include <string_view>

#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// "No tank is permitted": the subject denies what stands behind it.
bool denied_subject(const ClaimContext& c, std::size_t i) {
  constexpr std::size_t kReach = 8;
  for (std::size_t k = i; k > 0 && k + kReach > i && !c.punctuation(k - 1); --k) {
    if (c.is_any(k - 1, {"no", "none", "nobody", "nothing", "neither", "nor"})) {
      return true;
    }
    if (c.is_any(k - 1, {"that", "and", "but"})) {
      return false;
    }
  }
  return false;
}

std::string denied(std::string_view kind) {
  return kind == "leave"  ? "ban"
         : kind == "ban"  ? "leave"
         : kind == "duty" ? "free"
                          : std::string(kind);
}

/// "Without a permit": a thing that one holds.
bool is_noun(const ClaimContext& c, std::size_t i) {
  return i > 0 && c.is_any(i - 1, {"a", "an", "the", "no", "any", "without", "of", "for", "this",
                                   "their", "its", "his", "her", "such", "valid", "special"});
}

/// "The court ruled that the firm must pay": a duty of one deed, laid on by an order.
bool ordered_there(const ClaimContext& c, std::size_t i) {
  static constexpr WordList kOrders = {
      "ruled",  "ordered", "decided",  "instructed", "directed", "demanded", "decreed",
      "orders", "directs", "adjudged", "determined", "rules",    "ordering", "ruling"};
  constexpr std::size_t kReach = 14;
  for (std::size_t k = i; k > 1 && k + kReach > i; --k) {
    if (c.is(k - 1, "that") && kOrders.contains(c.folded(k - 2))) {
      return true;
    }
  }
  return false;
}

/// "Agreed to the extension": what stands behind "to" is a thing, and agreeing to it grants it.
bool before_thing(const ClaimContext& c, const ForcePhrase& found) {
  const std::size_t next = found.at + found.length;
  return found.listed == "plan" && c.is(next - 1, "to") &&
         c.is_any(next, {"the", "a", "an", "its", "their", "his", "her", "this", "that", "these",
                         "those", "all", "any", "such"});
}

/// "A fine was imposed on the bank": done by imposing it, where a duty has yet to be met.
bool imposes_penalty(const ClaimContext& c, const ForcePhrase& found) {
  static constexpr WordList kPenalties = {"fine",      "fines",       "penalty",
                                          "penalties", "sanction",    "sanctions",
                                          "embargo",   "tariff",      "tariffs",
                                          "tax",       "taxes",       "levy",
                                          "levies",    "duty",        "duties",
                                          "curfew",    "sentence",    "sentences",
                                          "surcharge", "toll",        "fee",
                                          "fees",      "restriction", "restrictions",
                                          "blockade",  "quarantine",  "suspension",
                                          "ban",       "charge",      "charges",
                                          "limit",     "limits",      "cap",
                                          "ceiling",   "punishment",  "quota",
                                          "quotas",    "moratorium",  "disqualification",
                                          "closure",   "lockdown",    "prohibition"};
  constexpr std::size_t kReach = 12;
  bool imposed = false;
  const std::size_t i = found.at;
  for (std::size_t k = i; k < i + found.length; ++k) {
    imposed = imposed || c.is(k, "imposed");
  }
  for (std::size_t k = i; imposed && k > 0 && k + kReach > i && !c.punctuation(k - 1); --k) {
    if (kPenalties.contains(c.folded(k - 1))) {
      return true;
    }
  }
  return false;
}

/// "Nobody is to be let in": no plan, but a ban.
bool tells_of_ban(const ClaimContext& c, const ForcePhrase& found) {
  return found.listed == "plan" && c.is_any(found.at, {"is", "are"}) && c.is(found.at + 1, "to") &&
         denied_subject(c, found.at);
}

/// "Were turned away when they sought to see him": tells when, not what became of it.
bool tells_when_tried(const ClaimContext& c, const ForcePhrase& found) {
  constexpr std::size_t kReach = 4;
  for (std::size_t k = found.at;
       found.listed == "tried" && k > 0 && k + kReach > found.at && !c.punctuation(k - 1); --k) {
    if (c.is_any(k - 1, {"when", "while", "as", "whenever", "whilst"})) {
      return true;
    }
  }
  return false;
}

/// "May not be removed": a ban of what is done to something; "may not be ready" is a guess.
bool bans_passive(const ClaimContext& c, std::size_t i) {
  return c.is(i, "may") && c.is(i + 1, "not") && c.is(i + 2, "be") && i + 3 < c.size() &&
         (c.folded(i + 3).ends_with("ed") ||
          c.is_any(i + 3, {"sold",  "built",  "taken",   "shown", "given", "sent",   "held",
                           "kept",  "made",   "brought", "used",  "worn",  "driven", "told",
                           "lent",  "bought", "put",     "let",   "cut",   "shot",   "caught",
                           "grown", "left",   "set",     "spent", "hung",  "flown",  "laid",
                           "drawn", "spoken", "written", "paid"})) &&
         !c.is_any(i + 3, {"needed", "completed", "finished", "required", "concerned", "interested",
                           "affected", "satisfied", "related", "connected", "limited", "caused",
                           "reached", "achieved", "resolved", "repeated", "justified", "excluded"});
}

/// "Leaves it to the discretion of the consul": who may grant it may refuse it.
bool left_to_authority(const ClaimContext& c, std::size_t i) {
  static constexpr WordList kAuthorities = {
      "authorities", "authority",  "ministry",   "minister",     "ministers",  "court",
      "courts",      "judge",      "judges",     "board",        "commission", "committee",
      "police",      "consul",     "consulate",  "governor",     "agency",     "regulator",
      "registrar",   "officer",    "officers",   "office",       "government", "inspectorate",
      "directorate", "director",   "mayor",      "council",      "prefect",    "administration",
      "embassy",     "tribunal",   "chief",      "commander",    "officials",  "inspector",
      "inspectors",  "magistrate", "prosecutor", "administrator"};
  constexpr std::size_t kReach = 12;
  bool discretion = false;
  const std::size_t end = std::min(c.size(), i + kReach);
  for (std::size_t k = i; k < end && !c.punctuation(k) && !c.is(k, "whether"); ++k) {
    discretion = discretion || c.is_any(k, {"discretion", "judgement", "judgment", "decision"});
    if (discretion && kAuthorities.contains(c.folded(k))) {
      return true;
    }
  }
  return false;
}

/// "Left to the court whether the heir is allowed to sell": asked, not said.
bool behind_whether(const ClaimContext& c, const Claim& claim, std::size_t i) {
  constexpr std::size_t kReach = 10;
  for (std::size_t k = i; !claim.forces.empty() && k > 0 && k + kReach > i; --k) {
    if (c.is(k - 1, "whether")) {
      return true;
    }
    if (c.punctuation(k - 1)) {
      return false;
    }
  }
  return false;
}

}  // namespace

std::string force_at(const ClaimContext& c, const Claim& claim, const ForcePhrase& found) {
  if (bans_passive(c, found.at)) {
    return "ban";
  }
  const bool condition = found.listed == "tied" || found.listed == "untied";
  if (found.listed == "none" || (found.length == 1 && !condition && is_noun(c, found.at)) ||
      tells_when_tried(c, found) || before_thing(c, found) || imposes_penalty(c, found) ||
      behind_whether(c, claim, found.at)) {
    return {};
  }
  if (tells_of_ban(c, found)) {
    return "ban";
  }
  if (found.listed == "free" && left_to_authority(c, found.at)) {
    return "grace";
  }
  std::string kind = denied_subject(c, found.at) ? denied(found.listed) : std::string(found.listed);
  return kind == "duty" && ordered_there(c, found.at) ? "ordered" : kind;
}

}  // namespace parallax
