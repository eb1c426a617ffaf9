#include "engine/corpus/drift_changes.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "engine/compare/diverge.hpp"
#include "engine/compare/event_gate.hpp"
#include "engine/compare/number_values.hpp"

namespace parallax {
namespace {

/// From here on, what stands in the same place of two mentions is the same thing.
constexpr double kSamePlace = 0.5;
/// How sure a number or date is that was found by its place alone.
constexpr double kByPlace = 0.6;
/// Tokens between a word of revising and the text that it revises.
constexpr std::size_t kReach = 8;

const FieldValue* field(const Value& value, std::string_view name) {
  const auto it = std::find_if(value.begin(), value.end(),
                               [&](const auto& entry) { return entry.first == name; });
  return it == value.end() ? nullptr : &it->second;
}

double number_field(const Value& value, std::string_view name, double otherwise) {
  const FieldValue* found = field(value, name);
  const double* number = found == nullptr ? nullptr : std::get_if<double>(found);
  return number == nullptr ? otherwise : *number;
}

std::string text_field(const Value& value, std::string_view name) {
  const FieldValue* found = field(value, name);
  const std::string* text = found == nullptr ? nullptr : std::get_if<std::string>(found);
  return text == nullptr ? "" : *text;
}

ChangeSide side_of(const DriftUnit& unit, std::uint32_t statement, ByteSpan span, Value value) {
  return {statement, span, std::string(unit.document->slice(span)), std::move(value)};
}

std::string up_or_down(double before, double after) {
  return before < after ? "up" : after < before ? "down" : "";
}

std::string number_direction(const Value& before, const Value& after) {
  const double low = number_field(before, "min", number_field(before, "max", 0.0));
  const double new_low = number_field(after, "min", number_field(after, "max", 0.0));
  const double high = number_field(before, "max", low);
  const double new_high = number_field(after, "max", new_low);
  return up_or_down(low + high, new_low + new_high);
}

/// Degrees of commitment: must, will > intends to > may; an act done is beyond them.
int commitment(std::string_view modality) {
  return modality == "obligation" || modality == "future" ? 3
         : modality == "intended"                         ? 2
         : modality == "possible"                         ? 1
                                                          : 0;
}

std::string strength_direction(const Value& before, const Value& after) {
  const double rank = number_field(before, "rank", 0.0);
  const double new_rank = number_field(after, "rank", 0.0);
  const int degree = commitment(text_field(before, "modality"));
  const int new_degree = commitment(text_field(after, "modality"));
  const bool by_rank = rank > 0.0 && new_rank > 0.0;
  const double a = by_rank ? rank : degree;
  const double b = by_rank ? new_rank : new_degree;
  if (!by_rank && (degree == 0 || new_degree == 0)) {
    return "other";
  }
  return a < b ? "stronger" : b < a ? "weaker" : "other";
}

std::optional<ChangeKind> kind_of(const Finding& f) {
  if (f.kind == "number") {
    return ChangeKind::kNumber;
  }
  if (f.kind == "date") {
    return ChangeKind::kDate;
  }
  if (f.kind == "negation" || f.kind == "stance" || f.kind == "direction") {
    return ChangeKind::kFlip;
  }
  if (f.kind == "strength" || f.kind == "modality") {
    return ChangeKind::kStrength;
  }
  if (f.kind == "label" || f.kind == "addressee") {
    return ChangeKind::kLabel;
  }
  // One source that speaks of other parties contradicts nothing: `role` is left out. Names are
  // compared over whole statements; `scope` with a number is an update of it.
  return f.kind == "scope" && f.rule == "number.update" ? std::optional(ChangeKind::kNumber)
                                                        : std::nullopt;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// The rules speak of sides; here they are moments.
std::string told(const std::string& explanation) {
  std::string text = replaced(explanation, "The left side", "The earlier statement");
  text = replaced(std::move(text), "the left side", "the earlier statement");
  text = replaced(std::move(text), "The right side", "The later statement");
  return replaced(std::move(text), "the right side", "the later statement");
}

bool overlaps(ByteSpan a, ByteSpan b) {
  return a.begin < b.end && b.begin < a.end;
}

bool same_quantity(const Quantity& a, const Quantity& b) {
  return a.value.low == b.value.low && a.value.high == b.value.high && a.kind == b.kind;
}

bool same_date(const DateValue& a, const DateValue& b) {
  return a.year == b.year && a.month == b.month && a.day == b.day &&
         a.minute_from == b.minute_from && a.minute_to == b.minute_to && a.months == b.months &&
         a.weekday == b.weekday;
}

/// True if one of the changes already tells of this place.
bool is_told(const std::vector<DriftChange>& changes, ByteSpan before, ByteSpan after) {
  return std::any_of(changes.begin(), changes.end(), [&](const DriftChange& c) {
    return (c.kind == ChangeKind::kNumber || c.kind == ChangeKind::kDate) &&
           (overlaps(c.before->span, before) || overlaps(c.after->span, after));
  });
}

/// Quantities of a unit and aspect, in text order.
std::vector<const Quantity*> of_unit(const Claim& claim, const Quantity& like) {
  std::vector<const Quantity*> list;
  for (const Quantity& q : claim.quantities) {
    const bool vague = q.kind == QuantityKind::kVague || q.kind == QuantityKind::kNone;
    if (q.unit == like.unit && q.aspect == like.aspect && !vague) {
      list.push_back(&q);
    }
  }
  return list;
}

/// Do both numbers count or measure alike? Counts of other things are no movement.
bool counts_alike(const Quantity& a, const Quantity& b) {
  return !a.unit.empty() || a.head == b.head;
}

void numbers_by_place(const UnitStep& step, std::vector<DriftChange>& out) {
  for (const Quantity& q : step.before.claim.quantities) {
    const std::vector<const Quantity*> left = of_unit(step.before.claim, q);
    const std::vector<const Quantity*> right = of_unit(step.after.claim, q);
    const auto at = std::find(left.begin(), left.end(), &q);
    if (at == left.end() || left.size() != right.size()) {
      continue;
    }
    const Quantity& other = *right[static_cast<std::size_t>(at - left.begin())];
    if (same_quantity(q, other) || !counts_alike(q, other) || is_told(out, q.span, other.span)) {
      continue;
    }
    DriftChange change;
    change.kind = ChangeKind::kNumber;
    change.before = side_of(step.before, step.before_statement, q.span, quantity_value(q));
    change.after = side_of(step.after, step.after_statement, other.span, quantity_value(other));
    change.direction = number_direction(change.before->value, change.after->value);
    change.rule = "drift.number-place";
    change.confidence = kByPlace;
    out.push_back(std::move(change));
  }
}

void dates_by_place(const UnitStep& step, std::vector<DriftChange>& out) {
  const std::vector<DateMention>& left = step.before.claim.dates;
  const std::vector<DateMention>& right = step.after.claim.dates;
  if (left.size() != right.size()) {
    return;
  }
  for (std::size_t i = 0; i < left.size(); ++i) {
    const bool comparable = left[i].use == right[i].use && !left[i].relative && !right[i].relative;
    if (!comparable || same_date(left[i].value, right[i].value) ||
        is_told(out, left[i].span, right[i].span)) {
      continue;
    }
    DriftChange change;
    change.kind = ChangeKind::kDate;
    change.before = side_of(step.before, step.before_statement, left[i].span, {});
    change.after = side_of(step.after, step.after_statement, right[i].span, {});
    change.rule = "drift.date-place";
    change.confidence = kByPlace;
    out.push_back(std::move(change));
  }
}

/// "strength.plan" tells more than the "modality.scope" beside it.
bool is_doubled(const Finding& f, const std::vector<Finding>& all) {
  return f.kind == "modality" && std::any_of(all.begin(), all.end(), [&](const Finding& other) {
           return other.kind == "strength" && overlaps(other.left.span, f.left.span);
         });
}

std::string direction_of(ChangeKind kind, const Finding& f) {
  if (kind == ChangeKind::kNumber) {
    return number_direction(f.left.value, f.right.value);
  }
  return kind == ChangeKind::kStrength ? strength_direction(f.left.value, f.right.value) : "";
}

}  // namespace

std::vector<DriftChange> step_changes(const UnitStep& step, const WordTable& words) {
  const PairContext pair{*step.before.document, *step.after.document, step.before.claim,
                         step.after.claim, words};
  const EventGate gate = open_gate(pair);
  std::vector<DriftChange> out;
  const std::vector<Finding> findings = diverge(pair, gate);
  for (const Finding& f : findings) {
    const std::optional<ChangeKind> kind = kind_of(f);
    if (!kind || is_doubled(f, findings)) {
      continue;
    }
    DriftChange change;
    change.kind = *kind;
    change.before = side_of(step.before, step.before_statement, f.left.span, f.left.value);
    change.after = side_of(step.after, step.after_statement, f.right.span, f.right.value);
    change.slot = f.slot;
    change.direction = direction_of(*kind, f);
    change.rule = f.rule;
    change.confidence = f.confidence;
    change.explanation = *kind == ChangeKind::kNumber || *kind == ChangeKind::kDate
                             ? std::string()
                             : told(f.explanation);
    out.push_back(std::move(change));
  }
  if (step.similarity >= kSamePlace) {
    numbers_by_place(step, out);
    dates_by_place(step, out);
  }
  return out;
}

namespace {

ChangeKind announced_kind(std::string_view name) {
  return name == "correction"   ? ChangeKind::kCorrection
         : name == "withdrawal" ? ChangeKind::kWithdrawal
                                : ChangeKind::kClarification;
}

/// One of `places` lies within reach of `at`.
bool is_near(const std::vector<std::size_t>& places, std::size_t at) {
  return std::any_of(places.begin(), places.end(), [&](std::size_t place) {
    return place < at ? at - place <= kReach : place - at <= kReach;
  });
}

}  // namespace

std::vector<DriftChange> announced_changes(const DriftUnit& unit, std::uint32_t statement,
                                           const FactLexicon& lexicon, const WordTable& words) {
  const std::span<const Token> tokens(unit.document->tokens.data() + unit.claim.first_token,
                                      unit.claim.token_count);
  std::vector<std::pair<std::size_t, PhraseSet::Match>> cues;
  std::vector<std::size_t> texts;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const PhraseSet::Match match = lexicon.revision.phrases.match(tokens, i, words);
    if (match.length == 0) {
      continue;
    }
    if (lexicon.revision.rows[match.payload][0] == "text") {
      texts.push_back(i);
    } else {
      cues.emplace_back(i, match);
    }
  }
  std::vector<DriftChange> out;
  for (const auto& [at, match] : cues) {
    const std::vector<std::string>& row = lexicon.revision.rows[match.payload];
    const ChangeKind kind = announced_kind(row[0]);
    const bool said =
        std::any_of(out.begin(), out.end(), [&](const DriftChange& c) { return c.kind == kind; });
    if (said || (row[1] == "text" && !is_near(texts, at))) {
      continue;
    }
    DriftChange change;
    change.kind = kind;
    const ByteSpan span{tokens[at].span.begin, tokens[at + match.length - 1].span.end};
    change.after = side_of(unit, statement, span, {});
    change.rule = "drift." + row[0];
    change.confidence = row[1] == "text" ? 0.7 : 0.85;
    out.push_back(std::move(change));
  }
  return out;
}

}  // namespace parallax
