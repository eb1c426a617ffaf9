/// Main clauses, and clauses against clauses.

#include "engine/compare/diverge_clauses.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/compare/clause_views.hpp"
#include "engine/compare/main_clause.hpp"

namespace parallax {
namespace {

/// What was cut off gives one of the two figures: "37 people, including five children", "five
/// children".
bool given_aside(const PairContext& pair, const Finding& f) {
  const auto at = [](const Claim& claim, ByteSpan span) -> const Quantity* {
    const auto it = std::find_if(claim.quantities.begin(), claim.quantities.end(),
                                 [&](const Quantity& q) { return q.span == span; });
    return it == claim.quantities.end() ? nullptr : &*it;
  };
  const auto given = [](const Quantity* q, const Claim& claim) {
    return q != nullptr && std::any_of(claim.quantities.begin(), claim.quantities.end(),
                                       [&](const Quantity& other) {
                                         return q->unit == other.unit && !numbers_apart(*q, other);
                                       });
  };
  const Quantity* left = at(pair.left, f.left.span);
  const Quantity* right = at(pair.right, f.right.span);
  // "eight were hurt", "three more went to a doctor, so that there are eleven"
  const bool parts =
      left != nullptr && right != nullptr && total_or_complement(pair, *left, *right);
  return f.kind == "number" && (given(left, pair.right) || given(right, pair.left) || parts);
}

/// Equal figures and dates of two claims.
std::size_t equal_facts(const Claim& left, const Claim& right) {
  std::size_t equal = 0;
  for (const Quantity& a : left.quantities) {
    equal += std::any_of(right.quantities.begin(), right.quantities.end(),
                         [&](const Quantity& b) {
                           return a.unit == b.unit && a.value.low == b.value.low &&
                                  a.value.high == b.value.high;
                         })
                 ? 1U
                 : 0U;
  }
  for (const DateMention& a : left.dates) {
    equal += std::any_of(right.dates.begin(), right.dates.end(),
                         [&](const DateMention& b) {
                           return a.value.day == b.value.day && a.value.month == b.value.month &&
                                  a.value.year == b.value.year &&
                                  a.value.weekday == b.value.weekday &&
                                  a.value.minute_from == b.value.minute_from;
                         })
                 ? 1U
                 : 0U;
  }
  return equal;
}

/// How near two clauses are: shared content and equal facts over all content, [0, 1]; 0 if that is
/// too little to say that they tell one thing.
double nearness(const PairContext& pair, const EventGate& gate) {
  constexpr double kOverlap = 0.66;
  constexpr double kJaccard = 0.5;
  const double equal = static_cast<double>(equal_facts(pair.left, pair.right));
  const double shared = static_cast<double>(gate.shared) + equal;
  const double overlap = shared / (static_cast<double>(gate.smaller) + equal);
  const double jaccard = shared / (static_cast<double>(gate.all) + equal);
  const bool enough = gate.shared >= 1 && shared >= 2 && overlap >= kOverlap && jaccard >= kJaccard;
  return enough ? jaccard : 0.0;
}

}  // namespace

std::vector<Finding> diverge_main(const PairContext& pair, const EventGate& opened) {
  constexpr double kSameMatter = 0.6;
  constexpr double kSameAlready = 0.8;
  constexpr double kSameWording = 0.4;
  constexpr double kLess = 0.9;  // what was cut off might tell them apart
  if (opened.shared < 2 || opened.jaccard >= kSameAlready || opened.other_event) {
    return {};
  }
  const std::optional<Claim> left = main_clause(pair.left_document, pair.left, pair.words);
  const std::optional<Claim> right = main_clause(pair.right_document, pair.right, pair.words);
  if (!left && !right) {
    return {};
  }
  const PairContext main{pair.left_document, pair.right_document, left ? *left : pair.left,
                         right ? *right : pair.right, pair.words};
  const EventGate gate = open_gate(main);
  if (gate.overlap < kSameMatter || gate.jaccard < kSameWording || gate.shared < 2) {
    return {};
  }
  std::vector<Finding> findings = diverge_whole(main, gate);
  // Whether it is done or still planned may hang on the time that was cut off.
  const bool fewer_dates = main.left.dates.size() < pair.left.dates.size() ||
                           main.right.dates.size() < pair.right.dates.size();
  std::erase_if(findings, [&](const Finding& f) {
    return f.severity == Severity::kNote || f.rule == "modality.scope" || given_aside(pair, f) ||
           (f.rule == "strength.plan" && fewer_dates);
  });
  for (Finding& f : findings) {
    f.confidence *= kLess;
  }
  return findings;
}

namespace {

/// The other side says this, too, in another clause: "critics call it needless, the ministry
/// useful" against "the ministry calls it useful".
bool said_there(const Claim& own, const Claim& other, const EventGate& opened, ByteSpan span) {
  const bool word = std::any_of(own.terms.begin(), own.terms.end(), [&](const Term& term) {
    return is_content(term) && term.span.begin >= span.begin && term.span.end <= span.end &&
           in_common(opened, term.id);
  });
  const bool date = std::any_of(own.dates.begin(), own.dates.end(), [&](const DateMention& a) {
    return a.span == span &&
           std::any_of(other.dates.begin(), other.dates.end(), [&](const DateMention& b) {
             return a.value.day == b.value.day && a.value.month == b.value.month &&
                    a.value.year == b.value.year && a.value.minute_from == b.value.minute_from;
           });
  });
  return word || date;
}

/// What two clauses differ in, if the rest of the claims does not speak against it.
std::vector<Finding> parts_apart(const PairContext& pair, const EventGate& opened,
                                 const PairContext& part, const EventGate& gate) {
  std::vector<Finding> findings = diverge_whole(part, gate);
  const bool other_time = other_dates(pair.left, pair.right);
  std::erase_if(findings, [&](const Finding& f) {
    return f.severity == Severity::kNote || f.kind == "modality" || given_aside(pair, f) ||
           (other_time && f.kind != "date") ||
           said_there(pair.left, pair.right, opened, f.left.span) ||
           said_there(pair.right, pair.left, opened, f.right.span);
  });
  return findings;
}

}  // namespace

namespace {

/// A clause, or the whole claim, with the number of ids that it tells and how many of them both
/// claims have.
struct View {
  const Claim* claim = nullptr;
  std::size_t ids = 0, common = 0;
};

View view_of(const Claim& claim, const EventGate& opened) {
  const std::vector<StemId> ids = content_ids(claim);
  const auto common =
      std::count_if(ids.begin(), ids.end(), [&](StemId id) { return in_common(opened, id); });
  return {&claim, ids.size(), static_cast<std::size_t>(common)};
}

/// The clauses, and last the claim that they are of.
std::vector<View> views_of(const std::vector<Claim>& clauses, const Claim& whole,
                           const EventGate& opened) {
  std::vector<View> views;
  views.reserve(clauses.size() + 1);
  for (const Claim& clause : clauses) {
    views.push_back(view_of(clause, opened));
  }
  views.push_back(view_of(whole, opened));
  return views;
}

/// Whether so much of two clauses is shared that their gate is worth opening. Lets through more
/// than `nearness` does, since the gate counts fewer ids.
bool may_be_near(const View& a, const View& b) {
  constexpr double kHardly = 0.3;
  const std::size_t common = std::min(a.common, b.common);
  const auto facts = [](const View& view) {
    return view.claim->quantities.size() + view.claim->dates.size();
  };
  const std::size_t equal = std::min(facts(a), facts(b));
  const std::size_t all = a.ids + b.ids - common + equal;
  return common > 0 && static_cast<double>(common + equal) >= kHardly * static_cast<double>(all);
}

}  // namespace

std::vector<Finding> diverge_clauses(const PairContext& pair, const EventGate& opened) {
  constexpr double kLess = 0.9;  // what stands beside might tell them apart
  constexpr double kSameAlready = 0.8;
  if (opened.shared == 0 || opened.jaccard >= kSameAlready || opened.other_event) {
    return {};
  }
  const std::vector<Claim> left = clause_views(pair.left_document, pair.left, pair.words);
  const std::vector<Claim> right = clause_views(pair.right_document, pair.right, pair.words);
  if (left.empty() && right.empty()) {
    return {};
  }
  const std::vector<View> left_views = views_of(left, pair.left, opened);
  const std::vector<View> right_views = views_of(right, pair.right, opened);
  std::vector<Finding> best;
  double nearest = 0.0;
  for (const View& a : left_views) {
    for (const View& b : right_views) {
      const bool whole = a.claim == &pair.left && b.claim == &pair.right;
      if (whole || !may_be_near(a, b)) {
        continue;
      }
      const PairContext part{pair.left_document, pair.right_document, *a.claim, *b.claim,
                             pair.words};
      const EventGate gate = open_gate(part);
      const double near = nearness(part, gate);
      if (near <= nearest) {
        continue;
      }
      std::vector<Finding> findings = parts_apart(pair, opened, part, gate);
      if (!findings.empty()) {
        best = std::move(findings);
        nearest = near;
      }
    }
  }
  for (Finding& f : best) {
    f.confidence *= kLess;
  }
  return best;
}

}  // namespace parallax
