/// The same role in the same event filled by another person, organisation, country or place.

#include <algorithm>
#include <optional>

#include "engine/compare/diverge.hpp"
#include "models/text/latin.hpp"

namespace parallax {
namespace {

/// The rest of the two claims must agree this much before a name may be called different.
constexpr double kRestOverlap = 0.5;
constexpr double kRestJaccard = 0.4;

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
    if (is_entity(term) && !term.relative && !owns_quantity(claim, term)) {
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

std::string_view last_word(std::string_view name) {
  const std::size_t at = name.find_last_of(" -");
  return at == std::string_view::npos ? name : name.substr(at + 1);
}

bool is_latin(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) >= 0xCD; });
}

/// Two spellings of one name ("Kiev", "Kyiv"; "Taleban", "Taliban"); countries have tables. A final
/// -a tells two people apart where both are written in Latin letters; a Cyrillic one may be a case.
bool spelling_variants(const Term& a, const Term& b, std::string_view x, std::string_view y) {
  if (a.kind == TermKind::kCountry || b.kind == TermKind::kCountry) {
    return false;
  }
  const std::string_view last_x = last_word(x);
  const std::string_view last_y = last_word(y);
  const bool one_script = is_latin(x) == is_latin(y);
  if (one_script && a.kind == TermKind::kName &&
      feminine_ending(last_x) != feminine_ending(last_y)) {
    return false;
  }
  const std::string left = name_skeleton(one_script ? x : last_x);
  const std::size_t longer = std::max(x.size(), y.size());
  const std::size_t shorter = std::min(x.size(), y.size());
  return left.size() >= 2 && (!one_script || longer - shorter <= 2) &&
         left == name_skeleton(one_script ? y : last_y);
}

/// Same id, or one name is a part of the other ("Aliyeva", "Sabina Aliyeva").
bool same_entity(const PairContext& pair, const Term& a, const Term& b) {
  if (a.id == b.id || a.stem == b.stem) {
    return true;
  }
  const std::string_view x = pair.left_document.slice(a.span);
  const std::string_view y = pair.right_document.slice(b.span);
  return x == y || spelling_variants(a, b, x, y) || last_word(x) == last_word(y) ||
         (x.size() > 3 && y.find(x) != std::string_view::npos) ||
         (y.size() > 3 && x.find(y) != std::string_view::npos);
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

bool is_place(const Term& term) {
  return term.kind == TermKind::kPlace || term.locative;
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

}  // namespace

void diverge_names(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  if (gate.other_event || gate.rest_overlap < kRestOverlap || gate.rest_jaccard < kRestJaccard) {
    return;
  }
  std::vector<Entity> left = entities(pair.left);
  std::vector<Entity> right = entities(pair.right);
  remove_shared(pair, left, right);
  // More than one open slot a side is a different story rather than a different name.
  if (left.size() != 1 || right.size() != 1) {
    return;
  }
  // Two subjects that each speak of themselves are no two names for one party.
  const bool subjects = left[0].before == StemId{} && right[0].before == StemId{} &&
                        left[0].term->kind == TermKind::kCountry &&
                        right[0].term->kind == TermKind::kCountry;
  if (subjects && !gate.shared_event) {
    return;
  }
  const int score = slot_score(left[0], right[0]);
  if (score == 0 || !kinds_fit(*left[0].term, *right[0].term)) {
    return;
  }
  out.push_back(finding_of(pair, left[0], right[0], score));
}

}  // namespace parallax
