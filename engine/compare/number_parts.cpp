/// Parts, wholes and what adds up: figures that stand beside each other.

#include <algorithm>
#include <string_view>

#include "engine/compare/number_fit.hpp"
#include "models/text/word_list.hpp"

namespace parallax {

bool make_up_whole(const Quantity& a, const Quantity& b, const EventGate& gate) {
  return gate.jaccard < kOneTelling && a.of > 0 && a.of == b.of &&
         a.value.low + b.value.low == a.of && !shares(a.event, b.event);
}

bool part_against_whole(const Quantity& a, const Quantity& b) {
  const auto whole = [](const Quantity& part, const Quantity& other) {
    return part.of > 0 && other.of == 0 && other.value.high >= part.of;
  };
  return whole(a, b) || whole(b, a);
}

namespace {

/// The total that another figure of the claim is a part of ("nine" in "five of the nine"), and no
/// total on the other side.
bool total_against_count(const PairContext& pair, const Quantity& a, const Quantity& b) {
  const auto total = [](const Claim& claim, const Quantity& q) {
    return std::any_of(claim.quantities.begin(), claim.quantities.end(), [&](const Quantity& part) {
      return part.of > 0 && part.of == q.value.low && &part != &q;
    });
  };
  return total(pair.left, a) != total(pair.right, b);
}

/// The two add up to a third figure of either side: "37 have left hospital", "five are still
/// there", of 42.
bool add_up(const PairContext& pair, const Quantity& a, const Quantity& b) {
  const double sum = a.value.low + b.value.low;
  const auto gives = [&](const Claim& claim) {
    return std::any_of(claim.quantities.begin(), claim.quantities.end(), [&](const Quantity& q) {
      return &q != &a && &q != &b && q.unit == a.unit && (q.value.low == sum || q.of == sum);
    });
  };
  // "40 were detained, 35 released", "five remain"
  const auto leaves = [&](const Claim& claim, const Quantity& all, const Quantity& rest) {
    return std::any_of(claim.quantities.begin(), claim.quantities.end(), [&](const Quantity& q) {
      return &q != &all && q.unit == all.unit && q.value.low < all.value.low && q.value.low > 1 &&
             all.value.low - q.value.low == rest.value.low;
    });
  };
  const bool parts_both = a.of > 0 && b.of > 0;  // "two of the three", "one of the three"
  return a.unit == b.unit && !parts_both &&
         (gives(pair.left) || gives(pair.right) || leaves(pair.left, a, b) ||
          leaves(pair.right, b, a));
}

}  // namespace

bool same_part(const Quantity& a, const Quantity& b) {
  return a.subset != b.subset && a.unit == b.unit && a.value.low == b.value.low &&
         a.value.high == b.value.high && shares(a.head, b.head);
}

bool total_or_complement(const PairContext& pair, const Quantity& a, const Quantity& b) {
  return total_against_count(pair, a, b) || add_up(pair, a, b);
}

namespace {

/// Words for a part of a country.
bool part_of_country(const WordTable& words, const Term& term) {
  static constexpr WordList kNouns = {"north",  "south",  "east",    "west",   "capit",
                                      "town",   "citi",   "villag",  "area",   "district",
                                      "region", "suburb", "provinc", "center", "centr"};
  return kNouns.contains(words.stem(term.stem));
}

/// "In the town of Selm", "in the north": behind the figure, and not on the other side.
bool narrower_place(const PairContext& pair, const EventGate& gate, const Claim& claim,
                    const Quantity& q) {
  // "in the village of Drenova", "in Drenova"
  const auto names_known = [&](const Term& noun) {
    constexpr std::uint32_t kNear = 3;
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return is_entity(term) && in_common(gate, term.id) && term.token + kNear >= noun.token &&
             term.token <= noun.token + kNear;
    });
  };
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    const std::string& preposition = pair.words.stem(term.preposition);
    return term.token > q.last_token && (preposition == "in" || preposition == "within") &&
           !term.frame && !in_common(gate, term.id) &&
           (is_place(term) || (part_of_country(pair.words, term) && !names_known(term)));
  });
}

/// The claim names a place that the other does not name.
bool names_place(const EventGate& gate, const Claim& claim) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return is_entity(term) && term.slot == Slot::kOblique && !term.frame &&
           !in_common(gate, term.id);
  });
}

/// "In all", "altogether" on one side only.
bool sums_up(const PairContext& pair, const Document& document, const Claim& claim) {
  for (std::uint32_t i = claim.first_token; i < claim.first_token + claim.token_count; ++i) {
    const std::string& word = pair.words[document.tokens[i].word].folded;
    const bool behind_in =
        i > claim.first_token && pair.words[document.tokens[i - 1].word].folded == "in";
    if (word == "altogether" || word == "overall" ||
        (behind_in && (word == "all" || word == "total"))) {
      return true;
    }
  }
  return false;
}

/// "On Friday and Saturday", "on Friday": more days, and the same ones.
bool more_days(const Claim& more, const Claim& fewer) {
  return !fewer.dates.empty() && more.dates.size() > fewer.dates.size() &&
         std::all_of(fewer.dates.begin(), fewer.dates.end(), [&](const DateMention& x) {
           return std::any_of(more.dates.begin(), more.dates.end(), [&](const DateMention& y) {
             return x.value.weekday == y.value.weekday && x.value.day == y.value.day &&
                    x.value.month == y.value.month;
           });
         });
}

bool since_some_day(const Claim& claim) {
  return std::any_of(claim.dates.begin(), claim.dates.end(),
                     [](const DateMention& d) { return d.use == DateUse::kSince && !d.frame; });
}

}  // namespace

bool counts_within(const PairContext& pair, const EventGate& gate, const Quantity& a,
                   const Quantity& b) {
  const bool left = a.value.low > b.value.high;
  const Claim& larger = left ? pair.left : pair.right;
  const Claim& smaller = left ? pair.right : pair.left;
  const Document& larger_document = left ? pair.left_document : pair.right_document;
  const Document& smaller_document = left ? pair.right_document : pair.left_document;
  const Quantity& part = left ? b : a;
  const bool place = narrower_place(pair, gate, smaller, part) && !names_place(gate, larger);
  const bool stretch = since_some_day(larger) && !since_some_day(smaller) && !smaller.dates.empty();
  return place || stretch || more_days(larger, smaller) ||
         (sums_up(pair, larger_document, larger) && !sums_up(pair, smaller_document, smaller));
}

}  // namespace parallax
