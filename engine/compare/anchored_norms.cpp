/// One act is a duty on one side, open or forbidden on the other; or it hangs on a condition there,
/// and here on none.

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "engine/compare/anchored_rules.hpp"

namespace parallax {
namespace {

enum class Deontic : std::uint8_t { kNone, kBound, kFree, kBanned, kGranted };

/// A duty binds, an order too; leave, permission and choice leave free; what is granted may be
/// refused.
Deontic deontic(std::string_view kind) {
  if (kind == "duty" || kind == "ordered") {
    return Deontic::kBound;
  }
  if (kind == "leave" || kind == "free" || kind == "permitted") {
    return Deontic::kFree;
  }
  return kind == "ban" ? Deontic::kBanned : kind == "grace" ? Deontic::kGranted : Deontic::kNone;
}

/// The first force of those that bind, free or ban, if they say one thing; nullptr otherwise.
const Force* deontic_of(const Claim& claim) {
  const Force* first = nullptr;
  for (const Force& force : claim.forces) {
    const Deontic kind = deontic(force.kind);
    if (kind == Deontic::kNone) {
      continue;
    }
    if (first != nullptr && deontic(first->kind) != kind) {
      return nullptr;
    }
    first = first == nullptr ? &force : first;
  }
  return first;
}

bool apart(const Force* left, const Force* right) {
  if (left == nullptr || right == nullptr) {
    return false;
  }
  const Deontic a = deontic(left->kind);
  const Deontic b = deontic(right->kind);
  const auto granted = [](Deontic x, Deontic y) {  // who must ask may still have to
    return x == Deontic::kGranted && y != Deontic::kFree;
  };
  return a != b && !granted(a, b) && !granted(b, a);
}

/// "Only if the others do", "whatever the others do": under a condition, or under none.
bool conditional(const Force& force) {
  return force.kind == "tied" || force.kind == "untied";
}

const Force* condition_of(const Claim& claim) {
  const auto first = std::find_if(claim.forces.begin(), claim.forces.end(), conditional);
  const bool one = std::all_of(claim.forces.begin(), claim.forces.end(), [&](const Force& force) {
    return !conditional(force) || force.kind == first->kind;
  });
  return first != claim.forces.end() && one ? &*first : nullptr;
}

/// "If they so wish", "unless they hold a permit": the condition is part of the leave or the ban.
bool own_condition(const Claim& claim) {
  return std::any_of(claim.forces.begin(), claim.forces.end(), [](const Force& force) {
    return force.kind == "free" || force.kind == "ban" || force.kind == "grace";
  });
}

bool idle(const Claim& claim) {
  return claim.question || claim.disputed ||
         (claim.commitment == "conditional" && !own_condition(claim));
}

bool has_word(const PairContext& pair, const Document& document, const Claim& claim,
              std::initializer_list<std::string_view> words) {
  for (std::uint32_t i = claim.first_token; i < claim.first_token + claim.token_count; ++i) {
    const std::string& word = pair.words[document.tokens[i].word].folded;
    if (std::find(words.begin(), words.end(), word) != words.end()) {
      return true;
    }
  }
  return false;
}

/// "Are barred, save those holding a concession", "unless it is an emergency": the rule does not
/// bind all.
bool excepts(const PairContext& pair, const Document& document, const Claim& claim) {
  return has_word(pair, document, claim,
                  {"save", "except", "excepting", "excepted", "barring", "unless", "exception",
                   "exceptions", "exempt", "exempted", "exempts", "exemption", "exempting"});
}

/// "May enter without a permit", where the other side excepts those who have one.
bool needs_none(const PairContext& pair, const Document& document, const Claim& claim) {
  return has_word(pair, document, claim, {"without", "freely", "unconditionally", "automatically"});
}

/// "May register from 1 August", "must register by 25 August": one rule, its begin and its end.
bool begin_and_end(const Claim& free, const Claim& bound) {
  const auto any = [](const Claim& claim, std::initializer_list<DateUse> uses) {
    return std::any_of(claim.dates.begin(), claim.dates.end(), [&](const DateMention& date) {
      return !date.frame && std::find(uses.begin(), uses.end(), date.use) != uses.end();
    });
  };
  return any(free, {DateUse::kSince, DateUse::kAfter, DateUse::kNotBefore}) &&
         any(bound, {DateUse::kBy, DateUse::kUntil, DateUse::kBefore});
}

/// The two norms can both hold.
bool beside_each_other(const PairContext& pair, const Force& left, const Force& right) {
  const bool left_free = deontic(left.kind) == Deontic::kFree;
  const bool right_free = deontic(right.kind) == Deontic::kFree;
  if (left_free == right_free) {
    return false;
  }
  const Document& free_text = left_free ? pair.left_document : pair.right_document;
  const Document& bound_text = left_free ? pair.right_document : pair.left_document;
  const Claim& free = left_free ? pair.left : pair.right;
  const Claim& bound = left_free ? pair.right : pair.left;
  return (excepts(pair, bound_text, bound) && !needs_none(pair, free_text, free)) ||
         begin_and_end(free, bound);
}

/// One side sets a condition, the other says that there is none; adds the finding.
bool conditions_apart(const PairContext& pair, std::vector<Finding>& out) {
  const Force* left = condition_of(pair.left);
  const Force* right = condition_of(pair.right);
  if (left == nullptr || right == nullptr || left->kind == right->kind) {
    return false;
  }
  out.push_back(anchored_finding("modality", {left->span, {{"force", left->kind}}},
                                 {right->span, {{"force", right->kind}}},
                                 "one side sets a condition, the other none"));
  return true;
}

/// "May enter only with a pilot", "cannot take effect without a vote": a duty in other words.
bool restricted(const PairContext& pair, const Document& document, const Claim& claim,
                const Force& force) {
  const Deontic kind = deontic(force.kind);
  return (kind == Deontic::kFree &&
          has_word(pair, document, claim, {"only", "solely", "exclusively", "until"})) ||
         (kind == Deontic::kBanned && has_word(pair, document, claim, {"without", "until"}));
}

/// "The helicopters pledged by Ostrel": what the other side says in the same first word tells
/// nothing of the rest.
bool said_there(const Document& document, const Claim& claim, std::string_view words) {
  return std::any_of(claim.forces.begin(), claim.forces.end(), [&](const Force& force) {
    const std::string_view text = document.slice(force.span);
    return text.substr(0, text.find(' ')) == words.substr(0, words.find(' '));
  });
}

/// Leave in any words is one thing, and so are duties.
std::string_view class_of(const Force& force) {
  const Deontic norm = deontic(force.kind);
  return norm == Deontic::kFree    ? "leave"
         : norm == Deontic::kBound ? "duty"
                                   : std::string_view(force.kind);
}

/// What all the forces of one side say that the other side does not say, too; empty if they say two
/// things, or nothing.
std::string_view one_class(const PairContext& pair, bool left) {
  const Document& document = left ? pair.left_document : pair.right_document;
  const Document& other_document = left ? pair.right_document : pair.left_document;
  const Claim& other = left ? pair.right : pair.left;
  std::string_view found;
  for (const Force& force : (left ? pair.left : pair.right).forces) {
    if (said_there(other_document, other, document.slice(force.span))) {
      continue;
    }
    if (!found.empty() && class_of(force) != found) {
      return {};
    }
    found = class_of(force);
  }
  return found;
}

}  // namespace

bool one_force(const PairContext& pair) {
  const std::string_view left = one_class(pair, true);
  return !left.empty() && left == one_class(pair, false);
}

bool norms_apart(const PairContext& pair) {
  const Force* left = deontic_of(pair.left);
  const Force* right = deontic_of(pair.right);
  if (left == nullptr || right == nullptr || idle(pair.left) || idle(pair.right)) {
    return false;
  }
  const Deontic a = deontic(left->kind);
  const Deontic b = deontic(right->kind);
  return (a == Deontic::kFree && b == Deontic::kBanned) ||
         (b == Deontic::kFree && a == Deontic::kBanned);
}

bool anchored_norms(const PairContext& pair, bool other_doer, std::vector<Finding>& out) {
  if (conditions_apart(pair, out)) {
    return true;
  }
  if (other_doer || idle(pair.left) || idle(pair.right)) {
    return false;
  }
  const Force* left = deontic_of(pair.left);
  const Force* right = deontic_of(pair.right);
  if (!apart(left, right) || beside_each_other(pair, *left, *right)) {
    return false;
  }
  // one of two told as what it leaves or asks for under a bound, the other as the duty itself
  const bool left_bound = restricted(pair, pair.left_document, pair.left, *left);
  const bool right_bound = restricted(pair, pair.right_document, pair.right, *right);
  if ((left_bound && deontic(right->kind) == Deontic::kBound) ||
      (right_bound && deontic(left->kind) == Deontic::kBound)) {
    return false;
  }
  out.push_back(anchored_finding("modality", {left->span, {{"force", left->kind}}},
                                 {right->span, {{"force", right->kind}}},
                                 "one side leaves open or forbids what the other side does not"));
  return true;
}

}  // namespace parallax
