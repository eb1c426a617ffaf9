/// The same role in the same event filled by another person, organisation, country or place.

#include <algorithm>
#include <string_view>

#include "engine/compare/diverge.hpp"
#include "engine/compare/entities.hpp"

namespace parallax {
namespace {

/// The rest of the two claims must agree this much before a name may be called different.
constexpr double kRestOverlap = 0.5;
constexpr double kRestJaccard = 0.5;
/// Nothing but the subject differs.
constexpr double kSameRest = 0.99;

struct Entity {
  const Term* term = nullptr;
  StemId before{};  ///< Nearest content term in front that is no entity.
  StemId behind{};
};

/// "30 Kerian soldiers": whose soldiers is the scope of the number, not a slot of its own.
bool owns_quantity(const Claim& claim, const Term& term) {
  return std::any_of(claim.quantities.begin(), claim.quantities.end(), [&](const Quantity& q) {
    return term.token > q.last_token &&
           std::find(q.owner.begin(), q.owner.end(), term.id) != q.owner.end();
  });
}

std::vector<Entity> entities(const Claim& claim) {
  std::vector<Entity> found;
  StemId before{};
  for (std::size_t i = 0; i < claim.terms.size(); ++i) {
    const Term& term = claim.terms[i];
    if (is_entity(term) && !term.relative && !term.frame && !owns_quantity(claim, term)) {
      found.push_back({&term, before, {}});
    } else if (is_content(term)) {
      before = term.id;
      for (Entity& entity : found) {
        if (entity.behind == StemId{}) {
          entity.behind = term.id;
        }
      }
    }
  }
  return found;
}

void remove_shared(const PairContext& pair, std::vector<Entity>& left, std::vector<Entity>& right) {
  std::vector<bool> left_gone(left.size(), false);
  std::vector<bool> right_gone(right.size(), false);
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = 0; j < right.size(); ++j) {
      if (same_entity(pair, *left[i].term, *right[j].term)) {
        left_gone[i] = true;
        right_gone[j] = true;
      }
    }
  }
  const auto drop = [](std::vector<Entity>& list, const std::vector<bool>& gone) {
    std::vector<Entity> kept;
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!gone[i]) {
        kept.push_back(list[i]);
      }
    }
    list = std::move(kept);
  };
  drop(left, left_gone);
  drop(right, right_gone);
}

/// 0 to 2: how many neighbours the two slots share.
int slot_score(const Entity& a, const Entity& b) {
  const bool before = a.before == b.before;
  const bool behind = a.behind == b.behind;
  return (before ? 1 : 0) + (behind ? 1 : 0);
}

bool kinds_fit(const Term& a, const Term& b) {
  if (is_place(a) || is_place(b)) {
    return (is_place(a) && is_place(b)) || (a.locative && b.locative);
  }
  return (a.kind == TermKind::kName) == (b.kind == TermKind::kName);
}

Finding finding_of(const PairContext& pair, const Entity& a, const Entity& b, int score) {
  const bool place = is_place(*a.term) && is_place(*b.term);
  Finding f;
  f.kind = place ? "place" : "name";
  f.severity = Severity::kConflict;
  f.rule = place ? "place.slot" : "name.slot";
  f.confidence = 0.65 + 0.1 * score;
  f.slot = a.term->locative ? "place" : "who";
  f.left = {a.term->span, {{"id", pair.words.stem(a.term->id)}}};
  f.right = {b.term->span, {{"id", pair.words.stem(b.term->id)}}};
  f.explanation = "The same slot is filled by " +
                  std::string(pair.left_document.slice(a.term->span)) + " on one side and by " +
                  std::string(pair.right_document.slice(b.term->span)) + " on the other";
  return f;
}

/// Deeds that each country does for itself: ratified, voted, condemned, elected. Two subjects are
/// two deeds there.
bool own_deed(std::string_view stem) {
  static constexpr std::string_view kOwn[] = {
      "ratifi",  "=vote",    "=elect",      "abstain",    "accede",   "join",       "=lose",
      "=win",    "=rise",    "=fall",       "=sign",      "export",   "import",     "=export",
      "=import", "attend",   "=approve",    "abolish",    "introduc", "=say",       "announc",
      "appoint", "=appoint", "=suspend",    "=begin",     "=end",     "=reduce",    "=expand",
      "=build",  "=buy",     "=resign",     "=visit",     "=travel",  "=evacuate",  "=ban",
      "=permit", "=rise",    "=worsen",     "=improve",   "=record",  "=amount_to", "=open",
      "=close",  "=ratify",  "=host_state", "=vaccinate", "=invest",  "=pay",       "=borrow"};
  return std::find(std::begin(kOwn), std::end(kOwn), stem) != std::end(kOwn);
}

/// True if the first determiner behind the term is definite: "brokered the ceasefire", not "opened
/// an embassy".
bool definite_behind(const PairContext& pair, const Document& document, const Claim& claim,
                     const Term& term) {
  const std::uint32_t end = claim.first_token + claim.token_count;
  for (std::uint32_t i = term.token + term.tokens; i < end; ++i) {
    const std::string& word = pair.words[document.tokens[i].word].folded;
    if (word == "the" || word == "this" || word == "these" || word == "both") {
      return true;
    }
    if (word == "a" || word == "an" || word == "its" || word == "their" || word == "his" ||
        word == "her" || document.tokens[i].kind == TokenKind::kNumber) {
      return false;
    }
  }
  return false;
}

/// Both claims tell of one certain thing.
bool definite(const PairContext& pair, const Entity& left, const Entity& right) {
  if (pair.left_document.language != "en" || pair.right_document.language != "en") {
    return true;
  }
  return definite_behind(pair, pair.left_document, pair.left, *left.term) &&
         definite_behind(pair, pair.right_document, pair.right, *right.term);
}

/// The shared predicates tell of one deed that only one party can have done.
bool one_doer(const PairContext& pair, const EventGate& gate) {
  return std::none_of(
             pair.left.terms.begin(), pair.left.terms.end(),
             [&](const Term& term) {
               return (term.verb || term.event) && in_common(gate, term.id) &&
                      (own_deed(pair.words.stem(term.id)) || own_deed(pair.words.stem(term.stem)));
             }) &&
         pair.left.stances.empty() && pair.right.stances.empty();
}

/// Behind the same preposition and the same verb: "directed by", "located in".
bool same_frame(const Entity& a, const Entity& b) {
  return a.term->slot == Slot::kOblique && b.term->slot == Slot::kOblique &&
         a.term->preposition == b.term->preposition && a.term->governor == b.term->governor &&
         a.term->governor != StemId{};
}

/// The one open name of the shorter side, told of another name of the longer side in its own frame.
void contained_name(const PairContext& pair, const std::vector<Entity>& left,
                    const std::vector<Entity>& right, std::vector<Finding>& out) {
  const bool left_shorter = left.size() == 1;
  if ((left.size() == 1) == (right.size() == 1)) {
    return;
  }
  const std::vector<Entity>& longer = left_shorter ? right : left;
  const Entity& one = left_shorter ? left.front() : right.front();
  const Entity* other = nullptr;
  for (const Entity& entity : longer) {
    if (same_frame(one, entity) && kinds_fit(*one.term, *entity.term)) {
      other = other == nullptr ? &entity : other;
    }
  }
  if (other != nullptr) {
    Finding f = finding_of(pair, left_shorter ? one : *other, left_shorter ? *other : one, 1);
    f.rule = f.kind + ".frame";
    out.push_back(std::move(f));
  }
}

/// Lists of names ("voting for: A, B and C") that share most of their members.
constexpr std::size_t kListed = 4;
constexpr std::uint32_t kJoint = 3;  ///< Tokens between two members.

/// Members of the longest list of a claim.
std::vector<Entity> listed(const std::vector<Entity>& all) {
  std::vector<Entity> best;
  std::vector<Entity> run;
  for (const Entity& entity : all) {
    const bool joined = !run.empty() && entity.term->token <= run.back().term->token +
                                                                  run.back().term->tokens + kJoint;
    if (!joined) {
      run.clear();
    }
    run.push_back(entity);
    best = run.size() > best.size() ? run : best;
  }
  return best;
}

Finding list_finding(const PairContext& pair, const Term& left, const Term& right) {
  Finding f;
  f.kind = "name";
  f.severity = Severity::kDifference;
  f.rule = "name.list";
  f.confidence = 0.7;
  f.slot = "list";
  f.left = {left.span, {{"id", pair.words.stem(left.id)}}};
  f.right = {right.span, {{"id", pair.words.stem(right.id)}}};
  f.explanation = "The lists of names differ: " + std::string(pair.left_document.slice(left.span)) +
                  " on one side, " + std::string(pair.right_document.slice(right.span)) +
                  " on the other";
  return f;
}

/// True if two lists were compared. Lists of which one only says less do not differ.
bool lists(const PairContext& pair, const std::vector<Entity>& left,
           const std::vector<Entity>& right, std::vector<Finding>& out) {
  const std::vector<Entity> l = listed(left);
  const std::vector<Entity> r = listed(right);
  if (l.size() < kListed || r.size() < kListed) {
    return false;
  }
  std::vector<Entity> l_open = l;
  std::vector<Entity> r_open = r;
  remove_shared(pair, l_open, r_open);
  const std::size_t shared = std::min(l.size() - l_open.size(), r.size() - r_open.size());
  if (2 * shared < std::min(l.size(), r.size())) {
    return false;
  }
  const bool long_lists = shared >= 2 * kListed - 2;
  const bool differ =
      long_lists ? !(l_open.empty() && r_open.empty()) : !l_open.empty() && !r_open.empty();
  if (differ) {
    out.push_back(list_finding(pair, l_open.empty() ? *l.back().term : *l_open.front().term,
                               r_open.empty() ? *r.back().term : *r_open.front().term));
  }
  return true;
}

/// Two terms that stand in slots which do not answer each other.
bool other_slots(const Term& a, const Term& b) {
  return a.slot != Slot::kNone && b.slot != Slot::kNone &&
         (a.slot != b.slot || (a.preposition != b.preposition && !is_place(a)));
}

/// Two subjects that each speak of themselves are no two names for one party.
bool own_subjects(const PairContext& pair, const EventGate& gate, const Entity& left,
                  const Entity& right) {
  const Term& a = *left.term;
  const Term& b = *right.term;
  const bool subjects = (left.before == StemId{} && right.before == StemId{}) ||
                        (a.slot == Slot::kSubject && gate.rest_jaccard < kSameRest);
  const bool countries = a.kind == TermKind::kCountry && b.kind == TermKind::kCountry;
  const bool open = countries && !gate.shared_event && gate.rest_jaccard < kSameRest;
  return subjects && (open || !one_doer(pair, gate) || !definite(pair, left, right));
}

}  // namespace

void diverge_names(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  if (gate.other_event) {
    return;
  }
  std::vector<Entity> left = entities(pair.left);
  std::vector<Entity> right = entities(pair.right);
  if (lists(pair, left, right, out)) {
    return;
  }
  remove_shared(pair, left, right);
  if (gate.contained && !gate.substituted) {
    contained_name(pair, left, right, out);
  }
  if (gate.rest_overlap < kRestOverlap || gate.rest_jaccard < kRestJaccard) {
    return;
  }
  // More than one open slot a side is a different story rather than a different name.
  if (left.size() != 1 || right.size() != 1) {
    return;
  }
  if (other_slots(*left[0].term, *right[0].term) || own_subjects(pair, gate, left[0], right[0])) {
    return;
  }
  const int score = slot_score(left[0], right[0]);
  if (score == 0 || !kinds_fit(*left[0].term, *right[0].term)) {
    return;
  }
  out.push_back(finding_of(pair, left[0], right[0], score));
}

}  // namespace parallax
