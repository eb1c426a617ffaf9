#include "engine/compare/diverge_tallies.hpp"

#include <algorithm>
#include <cmath>

#include "engine/compare/tallies.hpp"

namespace parallax {
namespace {

constexpr double kConfidence = 0.6;

/// Which of two tallies' figures differ.
bool figures_differ(const Tally& a, const Tally& b) {
  const bool first = a.first >= 0.0 && b.first >= 0.0;
  const bool second = a.second >= 0.0 && b.second >= 0.0;
  return (first && a.first != b.first) || (second && !first && a.second != b.second);
}

/// "Doubled", "grew by 15 per cent": both up or both down, and far apart.
bool growths_differ(const Tally& a, const Tally& b) {
  constexpr double kNear = 0.12;  // "by a third" may stand for 37 per cent
  if (!a.given() || !b.given() || !(a.worded || b.worded) || (a.first > 1.0) != (b.first > 1.0)) {
    return false;
  }
  return std::abs(a.first - b.first) > kNear * std::max(1.0, std::max(a.first, b.first));
}

ByteSpan span_of(const ClaimWords& c, const Tally& tally) {
  return c.document.tokens[tally.first_token].span.join(c.document.tokens[tally.last_token].span);
}

Finding finding_of(const ClaimWords& left, const ClaimWords& right, const Tally& a,
                   const Tally& b) {
  Finding f;
  f.kind = "number";
  f.severity = Severity::kConflict;
  f.rule = "number.tally";
  f.confidence = kConfidence;
  const ByteSpan x = span_of(left, a);
  const ByteSpan y = span_of(right, b);
  f.left = {x, {{"figure", a.first >= 0.0 ? a.first : a.second}}};
  f.right = {y, {{"figure", b.first >= 0.0 ? b.first : b.second}}};
  f.explanation = "The figures cannot both hold: " + std::string(left.document.slice(x)) +
                  " against " + std::string(right.document.slice(y));
  return f;
}

/// One matter at one time, by a name or several words.
bool one_matter(const PairContext& pair, const EventGate& gate) {
  constexpr double kOverlap = 0.5;
  constexpr std::size_t kEnoughWords = 3;
  const bool named =
      std::any_of(pair.left.terms.begin(), pair.left.terms.end(),
                  [&](const Term& t) { return is_entity(t) && in_common(gate, t.id); });
  return gate.overlap >= kOverlap && !gate.other_event && !gate.contrasted && !gate.other_time &&
         !gate.other_period && gate.shared >= (named ? 2U : kEnoughWords) &&
         pair.left.negators % 2 == pair.right.negators % 2 && !other_ordinals(pair);
}

/// Something that both name and that neither does nor votes: the law, the report, the candidate.
bool one_thing(const PairContext& pair, const EventGate& gate) {
  return std::any_of(pair.left.terms.begin(), pair.left.terms.end(), [&](const Term& term) {
    const std::string& id = pair.words.stem(term.id);
    const bool deed = term.verb || term.event || id == "=vote";
    return is_told(term) && in_common(gate, term.id) && !term.actor && !deed &&
           term.kind != TermKind::kCountry && !term.locative;
  });
}

/// "The Senate", "the Assembly": two chambers, both a parliament by the table.
bool two_chambers(const ClaimWords& left, const ClaimWords& right) {
  const auto upper = [](const ClaimWords& c) {
    return c.find(c.begin(), {"senate", "senators", "senate's", "upper"}) < c.end();
  };
  const auto lower = [](const ClaimWords& c) {
    return c.find(c.begin(), {"assembly", "deputies", "representatives", "lower", "commons",
                              "assembly's"}) < c.end();
  };
  return upper(left) != upper(right) && (lower(left) || lower(right));
}

/// "Last year" on one side alone.
bool other_year(const PairContext& pair) {
  const auto last = [&](const Claim& claim) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return pair.words.stem(term.id) == "=previous_year";
    });
  };
  return last(pair.left) != last(pair.right);
}

/// One of the claims measures how long: its growth is of that time.
bool other_span(const PairContext& pair) {
  const auto spans = [](const Claim& claim) {
    return std::count_if(claim.quantities.begin(), claim.quantities.end(),
                         [](const Quantity& q) { return q.unit == "s" || q.unit == "month"; });
  };
  return spans(pair.left) != spans(pair.right);
}

}  // namespace

void diverge_tallies(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const bool english = pair.left_document.language == "en" && pair.right_document.language == "en";
  if (!english || says_something(out) || !one_matter(pair, gate) || !one_thing(pair, gate)) {
    return;
  }
  const ClaimWords left{pair.words, pair.left_document, pair.left};
  const ClaimWords right{pair.words, pair.right_document, pair.right};
  if (two_chambers(left, right)) {
    return;
  }
  for (const auto reader : {votes_of, score_of}) {
    const Tally a = reader(left);
    const Tally b = a.given() ? reader(right) : Tally{};
    if (b.given() && figures_differ(a, b)) {
      out.push_back(finding_of(left, right, a, b));
      return;
    }
  }
  const Tally growth = growth_of(left);
  if (const Tally other = growth.given() ? growth_of(right) : Tally{};
      growths_differ(growth, other) && !other_span(pair) && !other_year(pair)) {
    out.push_back(finding_of(left, right, growth, other));
  }
}

void diverge_placings(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const bool english = pair.left_document.language == "en" && pair.right_document.language == "en";
  if (!english || says_something(out) || gate.overlap < 0.5 || gate.other_event ||
      gate.contrasted || other_dates(pair.left, pair.right)) {
    return;
  }
  const ClaimWords left{pair.words, pair.left_document, pair.left};
  const ClaimWords right{pair.words, pair.right_document, pair.right};
  const Tally a = placing_of(left);
  const Tally b = a.given() ? placing_of(right) : Tally{};
  if (b.given() && a.first != b.first) {
    out.push_back(finding_of(left, right, a, b));
  }
}

}  // namespace parallax
