/// Numbers, dates and stances that were changed.

#include "engine/compare/quote_changes_reader.hpp"

namespace parallax::quote_reading {

Reader::Change Reader::number_change(const Quantity& a, const Quantity& b) {
  const bool same_value = a.value.low == b.value.low && a.value.high == b.value.high &&
                          a.value.low_open == b.value.low_open &&
                          a.value.high_open == b.value.high_open;
  const bool same_unit = a.unit == b.unit || a.unit.empty() || b.unit.empty();
  if (same_value && same_unit) {
    return {};
  }
  const bool apart = disjoint(a.value, b.value);
  return {"number", apart ? "another number" : !same_unit ? "another unit" : "another bound"};
}

Reader::Change Reader::date_change(const DateMention& a, const DateMention& b) {
  const auto differs = [](int x, int y, int none) { return x != y && x != none && y != none; };
  const DateValue& x = a.value;
  const DateValue& y = b.value;
  const bool changed = differs(x.year, y.year, 0) || differs(x.month, y.month, 0) ||
                       differs(x.day, y.day, 0) || differs(x.weekday, y.weekday, 0) ||
                       differs(x.minute_from, y.minute_from, -1) ||
                       differs(x.minute_to, y.minute_to, -1);
  if (changed) {
    return {"date", "another date or time"};
  }
  const auto put_in = [](int article, int official, int none) {
    return article != none && official == none;
  };
  const bool fuller = put_in(x.year, y.year, 0) || put_in(x.month, y.month, 0) ||
                      put_in(x.day, y.day, 0) || put_in(x.minute_from, y.minute_from, -1);
  if (fuller && !a.relative && !b.relative) {
    return {"date", "a fuller date"};
  }
  return a.use != b.use ? Change{"date", "another relation to the date"} : Change{};
}

Reader::Change Reader::stance_change(const Stance& a, const Stance& b) {
  if (a.negated != b.negated) {
    return {};  // told as negation
  }
  if (a.polarity * b.polarity < 0) {
    return {"stance", "the opposite position"};
  }
  if (!a.ladder.empty() && a.ladder == b.ladder && a.rank != b.rank) {
    return {"strength",
            a.rank > b.rank ? "stronger than the official text" : "weaker than the official text"};
  }
  return {};
}

Reader::Change Reader::direction_change(const Direction& a, const Direction& b) {
  const char* const kind = is_movement(a) ? "direction" : "negation";
  return a.axis == b.axis && a.sign != b.sign ? Change{kind, "the opposite direction"} : Change{};
}

}  // namespace parallax::quote_reading
