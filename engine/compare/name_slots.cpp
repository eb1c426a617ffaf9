#include "engine/compare/name_slots.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "engine/compare/arguments.hpp"
#include "engine/compare/entities.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// "30 Kerian soldiers": whose soldiers is the scope of the number, not a slot of its own.
bool owns_quantity(const Claim& claim, const Term& term) {
  return std::any_of(claim.quantities.begin(), claim.quantities.end(), [&](const Quantity& q) {
    return term.token > q.last_token &&
           std::find(q.owner.begin(), q.owner.end(), term.id) != q.owner.end();
  });
}

/// Lists of names ("voting for: A, B and C") that share most of their members.
constexpr std::size_t kListed = 4;
constexpr std::uint32_t kJoint = 3;  ///< Tokens between two members.

/// Nothing but joints and titles between two members: "X, Vice Chairman; Y and the Z". English;
/// elsewhere they only stand close.
bool joined(const PairContext& pair, const ClaimSide& side, const Term& a, const Term& b) {
  const std::uint32_t first = a.token + a.tokens;
  if (b.token > first + kJoint) {
    return false;
  }
  const bool english = side.document.language == "en";
  for (std::uint32_t i = first; english && i < b.token; ++i) {
    const Token& token = side.document.tokens[i];
    const std::string& word = pair.words[token.word].folded;
    const bool title =
        std::any_of(side.claim.terms.begin(), side.claim.terms.end(), [&](const Term& term) {
          return term.actor && i >= term.token && i < term.token + term.tokens;
        });
    if (token.kind != TokenKind::kPunctuation && !title && word != "and" && word != "or" &&
        word != "the") {
      return false;
    }
  }
  return true;
}

/// "Such as A, B and C": some of them, so that other names say nothing else.
bool open_list(const PairContext& pair, const ClaimSide& side, const Term& first) {
  static constexpr WordList kWords = {"as",      "including",  "like",   "alia",
                                      "example", "especially", "notably"};
  if (side.document.language != "en") {
    return false;
  }
  constexpr std::uint32_t kReach = 3;
  const std::uint32_t begin =
      first.token < side.claim.first_token + kReach ? side.claim.first_token : first.token - kReach;
  for (std::uint32_t i = begin; i < first.token; ++i) {
    const std::string& word = pair.words[side.document.tokens[i].word].folded;
    if (kWords.contains(word)) {
      return true;
    }
  }
  return false;
}

/// Members of the longest list of a claim.
std::vector<SlotName> listed(const PairContext& pair, const ClaimSide& side,
                             const std::vector<SlotName>& all) {
  std::vector<SlotName> best;
  std::vector<SlotName> run;
  for (const SlotName& entity : all) {
    const bool joins = !run.empty() && joined(pair, side, *run.back().term, *entity.term);
    if (!joins) {
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

/// The office right in front of a name; nullptr if there is none.
const Term* office_before(const Claim& claim, const Term& name) {
  const auto it = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.actor && term.token + term.tokens == name.token;
  });
  return it == claim.terms.end() ? nullptr : &*it;
}

/// True if a name stands right behind the term.
bool names_holder(const Claim& claim, const Term& office) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& name) {
    return name.kind == TermKind::kName && name.token == office.token + office.tokens;
  });
}

/// The claim speaks of the office and never says who holds it.
bool nameless_office(const Claim& claim, StemId office) {
  bool any = false;
  for (const Term& term : claim.terms) {
    if (term.id == office && term.actor && !term.frame) {
      any = true;
      if (names_holder(claim, term)) {
        return false;
      }
    }
  }
  return any;
}

/// "the Minister of X, NAME": whose office it is that a name of both sides holds.
bool names_office(const PairContext& pair, const Claim& own, const Claim& other, const Term& name) {
  if (pair.words.stem(name.preposition) != "of") {
    return false;
  }
  const auto at = std::find_if(own.terms.begin(), own.terms.end(),
                               [&](const Term& term) { return &term == &name; });
  const auto content = [](const Term& term) { return is_content(term); };
  const auto next = std::find_if(at + 1, own.terms.end(), content);
  const auto before = std::find_if(std::make_reverse_iterator(at), own.terms.rend(), content);
  return next != own.terms.end() && next->kind == TermKind::kName && before != own.terms.rend() &&
         before->actor && std::any_of(other.terms.begin(), other.terms.end(), [&](const Term& t) {
           return t.kind == TermKind::kName && t.id == next->id;
         });
}

void drop_titled_of(const PairContext& pair, const Claim& own, const Claim& other,
                    std::vector<SlotName>& list) {
  std::erase_if(list, [&](const SlotName& name) {
    if (names_office(pair, own, other, *name.term)) {
      return true;
    }
    const Term* office =
        name.term->kind == TermKind::kName ? office_before(own, *name.term) : nullptr;
    return office != nullptr && nameless_office(other, office->id);
  });
}

}  // namespace

namespace {

/// "Santa Clara, California": the second says where the first lies.
bool names_region(const Claim& claim, std::size_t i) {
  const Term& term = claim.terms[i];
  return i >= 2 && is_place(term) && term.slot == Slot::kOblique && is_place(claim.terms[i - 2]) &&
         claim.terms[i - 1].kind == TermKind::kFunction && claim.terms[i - 1].tokens == 1 &&
         claim.terms[i - 2].slot == Slot::kOblique &&
         claim.terms[i - 2].token + claim.terms[i - 2].tokens + 1 == term.token &&
         claim.terms[i - 1].span.end - claim.terms[i - 1].span.begin == 1 &&
         !(i + 2 < claim.terms.size() && is_place(claim.terms[i + 2]));
}

}  // namespace

std::vector<SlotName> entities(const Claim& claim) {
  std::vector<SlotName> found;
  StemId before{};
  for (std::size_t i = 0; i < claim.terms.size(); ++i) {
    const Term& term = claim.terms[i];
    if (names_region(claim, i)) {
      continue;
    }
    if (is_entity(term) && !term.relative && !term.frame && !owns_quantity(claim, term)) {
      found.push_back({&term, before, {}});
    } else if (is_content(term)) {
      before = term.id;
      for (SlotName& entity : found) {
        if (entity.behind == StemId{}) {
          entity.behind = term.id;
        }
      }
    }
  }
  return found;
}

void remove_shared(const PairContext& pair, std::vector<SlotName>& left,
                   std::vector<SlotName>& right) {
  std::vector<bool> left_gone(left.size(), false);
  std::vector<bool> right_gone(right.size(), false);
  // A country that both name takes no town of it away: "in Turin in Italy", "in Naples in Italy".
  const auto meet = [&](const auto& is_one) {
    for (std::size_t i = 0; i < left.size(); ++i) {
      for (std::size_t j = 0; j < right.size(); ++j) {
        if (is_one(i, j)) {
          left_gone[i] = true;
          right_gone[j] = true;
        }
      }
    }
  };
  meet([&](std::size_t i, std::size_t j) {
    return !place_within(*left[i].term, *right[j].term) &&
           (same_entity(pair, *left[i].term, *right[j].term) ||
            name_each_other(pair, *left[i].term, *right[j].term));
  });
  meet([&](std::size_t i, std::size_t j) {
    return !left_gone[i] && !right_gone[j] && place_within(*left[i].term, *right[j].term);
  });
  const auto drop = [](std::vector<SlotName>& list, const std::vector<bool>& gone) {
    std::vector<SlotName> kept;
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

void drop_describing(const Claim& claim, std::vector<SlotName>& open) {
  const auto described = [&](const SlotName& country) {
    const bool town = country.term->kind == TermKind::kPlace && !country.term->locative;
    if (country.term->kind != TermKind::kCountry && !town) {
      return false;
    }
    // nothing but content up to the name
    std::uint32_t next = country.term->token + country.term->tokens;
    for (const Term& term : claim.terms) {
      if (term.token < next) {
        continue;
      }
      if (term.token > next || !is_content(term)) {
        return false;
      }
      if (term.kind == TermKind::kName) {
        return std::any_of(open.begin(), open.end(),
                           [&](const SlotName& name) { return name.term == &term; });
      }
      next = term.token + term.tokens;
    }
    return false;
  };
  std::vector<SlotName> kept;
  for (const SlotName& name : open) {
    if (!described(name)) {
      kept.push_back(name);
    }
  }
  open = std::move(kept);
}

void drop_titled(const PairContext& pair, std::vector<SlotName>& left,
                 std::vector<SlotName>& right) {
  drop_titled_of(pair, pair.left, pair.right, left);
  drop_titled_of(pair, pair.right, pair.left, right);
}

bool broad_region(const PairContext& pair, const Document& document, const Term& term) {
  static constexpr WordList kRegions = {
      "africa",  "asia",     "europe",  "america",     "americas",      "caribbean",
      "balkans", "caucasus", "sahel",   "maghreb",     "pacific",       "oceania",
      "levant",  "gulf",     "eurasia", "australasia", "mediterranean", "scandinavia",
      "world",   "arctic",   "earth",   "globe",       "mashriq",       "antarctica"};
  const std::string& last = pair.words[document.tokens[term.token + term.tokens - 1].word].folded;
  const std::string& first = pair.words[document.tokens[term.token].word].folded;
  const std::uint32_t next = term.token + term.tokens;
  const bool of =
      next < document.tokens.size() && pair.words[document.tokens[next].word].folded == "of";
  if (last == "gulf" && of) {
    return false;  // "the Gulf of Corvo"
  }
  const bool east = last == "east" && (first == "middle" || first == "far" || first == "near");
  return document.language == "en" && term.kind != TermKind::kCountry &&
         (east || kRegions.contains(last));
}

bool organ_of(const WordTable& words, const Term& left, const Term& right) {
  const auto part = [&](const Term& organ, const Term& body) {
    const std::string& x = words.stem(organ.id);
    const std::string& y = words.stem(body.id);
    return (y == "=un" && x.starts_with("=un_")) ||
           (y == "=eu" && (x == "@org:ec" || x == "@org:ep" || x == "@org:eucouncil"));
  };
  return part(left, right) || part(right, left);
}

bool diverge_lists(const PairContext& pair, const EventGate& gate,
                   const std::vector<SlotName>& left, const std::vector<SlotName>& right,
                   std::vector<Finding>& out) {
  constexpr double kOneList = 0.25;
  const ClaimSide left_side{pair.left_document, pair.left};
  const ClaimSide right_side{pair.right_document, pair.right};
  const std::vector<SlotName> l = listed(pair, left_side, left);
  const std::vector<SlotName> r = listed(pair, right_side, right);
  if (l.size() < kListed || r.size() < kListed) {
    return false;
  }
  std::vector<SlotName> l_open = l;
  std::vector<SlotName> r_open = r;
  remove_shared(pair, l_open, r_open);
  const std::size_t shared = std::min(l.size() - l_open.size(), r.size() - r_open.size());
  if (2 * shared < std::min(l.size(), r.size())) {
    return false;
  }
  const bool long_lists = shared >= 2 * kListed - 2;
  const bool differ =
      long_lists ? !(l_open.empty() && r_open.empty()) : !l_open.empty() && !r_open.empty();
  const bool open =
      open_list(pair, left_side, *l.front().term) || open_list(pair, right_side, *r.front().term);
  const bool one = gate.rest_jaccard >= kOneList || (gate.rest_left == 0 && gate.rest_right == 0);
  if (differ && !open && one) {
    out.push_back(list_finding(pair, l_open.empty() ? *l.back().term : *l_open.front().term,
                               r_open.empty() ? *r.back().term : *r_open.front().term));
  }
  return true;
}

OpenNames open_names(const PairContext& pair) {
  OpenNames open{entities(pair.left), entities(pair.right)};
  remove_shared(pair, open.left, open.right);
  drop_describing(pair.left, open.left);
  drop_describing(pair.right, open.right);
  drop_titled(pair, open.left, open.right);
  return open;
}

}  // namespace parallax
