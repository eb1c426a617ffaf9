/// The one time that differs between two tellings of one event.

#include <algorithm>

#include "engine/compare/anchored_rules.hpp"
#include "engine/compare/date_text.hpp"
#include "engine/compare/date_values.hpp"
#include "engine/compare/dated_deeds.hpp"
#include "engine/compare/stages.hpp"

namespace parallax {
namespace {

/// What happened then is what both speak of; a noun may tell it in another clause than the date's:
/// "set 14 November as the day of the handover".
bool one_deed(const PairContext& pair, const EventGate& gate, const DateMention& a,
              const DateMention& b) {
  return deed_of_both(pair, gate, a.event) || deed_of_both(pair, gate, b.event);
}

std::vector<const DateMention*> told_dates(const Claim& claim) {
  std::vector<const DateMention*> dates;
  for (const DateMention& date : claim.dates) {
    if (!date.frame && date.use != DateUse::kNamePart) {
      dates.push_back(&date);
    }
  }
  return dates;
}

}  // namespace

void anchored_dates(const PairContext& pair, const EventGate& gate, const Anchors& anchors,
                    std::vector<Finding>& out) {
  const auto left = told_dates(pair.left);
  const auto right = told_dates(pair.right);
  if (left.size() != 1 || right.size() != 1) {
    return;
  }
  const DateMention& a = *left[0];
  const DateMention& b = *right[0];
  const bool one_word =
      pair.left_document.slice(a.span) == pair.right_document.slice(b.span);  // "today"
  const bool both_done = done_by(pair.left, a) && done_by(pair.right, b);
  if (a.use != b.use || one_word || other_stages(pair, a.first_token, b.first_token) || both_done ||
      opposite_deeds(pair.words, pair.left, pair.right) || !dates_apart(a, b).value_or(false) ||
      !anchors.event || !one_deed(pair, gate, a, b)) {
    return;
  }
  out.push_back(
      anchored_finding("date", {a.span, date_value(a.value)}, {b.span, date_value(b.value)},
                       "the times differ: " + mention_words(a) + " against " + mention_words(b)));
}

}  // namespace parallax
