/// Numbers, days and words of findings as the cells of the table show them.

#include "engine/compare/claim_table_builder.hpp"

namespace parallax::claim_rows {

std::string number_text(double v) {
  std::string text = std::to_string(v);
  text.erase(text.find_last_not_of('0') + 1);
  if (!text.empty() && text.back() == '.') {
    text.pop_back();
  }
  return text;
}

std::string quantity_text(const Document& document, const Quantity& q) {
  const bool low = std::isfinite(q.value.low);
  const bool high = std::isfinite(q.value.high);
  const bool plain = q.kind == QuantityKind::kExact || q.kind == QuantityKind::kBound ||
                     q.kind == QuantityKind::kRange;
  if (!plain || q.factor != 1.0 || (!low && !high)) {
    return std::string(document.slice(q.span));
  }
  const std::string unit = q.unit.empty() ? "" : (q.unit == "%" ? " %" : " " + q.unit);
  if (low && high) {
    const std::string from = number_text(q.value.low);
    return (q.value.low == q.value.high ? from : from + " to " + number_text(q.value.high)) + unit;
  }
  if (low) {
    return (q.value.low_open ? "over " : "at least ") + number_text(q.value.low) + unit;
  }
  return (q.value.high_open ? "under " : "at most ") + number_text(q.value.high) + unit;
}

const Quantity* quantity_at(const Claim& claim, ByteSpan span) {
  const auto at = std::find_if(claim.quantities.begin(), claim.quantities.end(),
                               [&](const Quantity& q) { return q.span == span; });
  return at == claim.quantities.end() ? nullptr : &*at;
}

bool counts_same(const Quantity& a, const Quantity& b) {
  return std::any_of(a.head.begin(), a.head.end(), [&](StemId id) {
    return std::find(b.head.begin(), b.head.end(), id) != b.head.end();
  });
}

bool parts_differ(int a, int b) {
  return a != 0 && b != 0 && a != b;
}

bool days_differ(const DateValue& a, const DateValue& b) {
  return parts_differ(a.year, b.year) || parts_differ(a.month, b.month) ||
         (a.month != 0 && b.month != 0 && parts_differ(a.day, b.day));
}

bool places_differ(const Claim& a, const Claim& b) {
  const auto places = [](const Claim& claim) {
    std::set<StemId> ids;
    for (const Term& term : claim.terms) {
      if (term.kind == TermKind::kPlace || (term.locative && is_entity(term))) {
        ids.insert(term.id);
      }
    }
    return ids;
  };
  const std::set<StemId> left = places(a);
  const std::set<StemId> right = places(b);
  return !left.empty() && !right.empty() &&
         std::none_of(left.begin(), left.end(), [&](StemId id) { return right.contains(id); });
}

bool events_differ(const Claim& a, const Claim& b) {
  const bool days = std::any_of(a.dates.begin(), a.dates.end(), [&](const DateMention& x) {
    return std::any_of(b.dates.begin(), b.dates.end(), [&](const DateMention& y) {
      return x.use == DateUse::kOn && y.use == DateUse::kOn && days_differ(x.value, y.value);
    });
  });
  return days && places_differ(a, b);
}

std::string field_text(const Value& value, std::string_view name) {
  for (const auto& [field, content] : value) {
    if (field == name) {
      const auto* text = std::get_if<std::string>(&content);
      const auto* flag = std::get_if<bool>(&content);
      return text != nullptr ? *text : flag != nullptr ? (*flag ? "yes" : "no") : "";
    }
  }
  return "";
}

std::string row_kind(const ReportDivergence& d) {
  std::string family = d.rule.substr(0, d.rule.find('.'));
  if (family == "number" || family == "date") {
    return family;
  }
  if (d.kind == "stance" || d.rule == "strength.ladder") {
    return "stance";
  }
  return d.rule == "strength.plan" ? "modality" : d.kind;
}

std::string note_of(const ReportDivergence& d) {
  return d.rule == "number.other-side" ? "other side"
         : d.rule == "number.update"   ? "other time"
         : d.kind == "scope"           ? "other scope"
                                       : "";
}

std::string fact_text(const Node& node, const std::string& kind, const Evidence& e) {
  if (kind == "number") {
    const Quantity* q = quantity_at(*node.placed.claim, e.span);
    return q == nullptr ? e.text : quantity_text(*node.placed.document, *q);
  }
  if (kind == "negation" && !field_text(e.value, "negated").empty()) {
    return field_text(e.value, "negated") == "yes" ? "denies" : "asserts";
  }
  if (kind == "modality" && !field_text(e.value, "modality").empty()) {
    return field_text(e.value, "modality");
  }
  return e.text;
}

RowRelation relation_of(const ReportDivergence& d) {
  return d.severity == Severity::kConflict     ? RowRelation::kConflict
         : d.severity == Severity::kDifference ? RowRelation::kDiffer
                                               : RowRelation::kNote;
}

}  // namespace parallax::claim_rows
