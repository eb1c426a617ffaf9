#include "engine/corpus/drift_names.hpp"

#include <algorithm>
#include <utility>

namespace parallax {
namespace {

/// From here on, two units are one position in like words.
constexpr double kAlike = 0.5;
/// So many names make a list, if they are this share of its words.
constexpr std::size_t kList = 3;
constexpr double kListShare = 0.4;
/// A name of one word may be anybody's: only fuller names pass from one list to another.
constexpr std::size_t kFullName = 2;

const UnitName* find_in(const DriftUnit& unit, const UnitName& name) {
  const auto it = std::find_if(unit.names.begin(), unit.names.end(),
                               [&](const UnitName& other) { return same_name(name, other); });
  return it == unit.names.end() ? nullptr : &*it;
}

bool anywhere(const std::vector<NamedUnit>& units, const UnitName& name) {
  return std::any_of(units.begin(), units.end(),
                     [&](const NamedUnit& u) { return find_in(*u.unit, name) != nullptr; });
}

bool is_list(const DriftUnit& unit) {
  std::size_t named = 0;
  for (const UnitName& name : unit.names) {
    named += name.words.size();
  }
  const auto first = unit.document->tokens.begin() + unit.claim.first_token;
  const auto all = std::count_if(first, first + unit.claim.token_count, [](const Token& token) {
    return token.kind != TokenKind::kPunctuation;
  });
  return unit.names.size() >= kList &&
         static_cast<double>(named) >= kListShare * static_cast<double>(all);
}

class NameChanges {
 public:
  explicit NameChanges(const NameStep& step) : step_(step), successor_(step.before.size()) {
    for (const NamedUnit& u : step.after) {
      if (u.partner) {
        successor_[*u.partner] = u.unit;
      }
    }
  }

  std::vector<DriftChange> run() {
    for (const NamedUnit& now : step_.after) {
      const DriftUnit* old = now.partner ? step_.before[*now.partner].unit : nullptr;
      for (const UnitName& name : now.unit->names) {
        if (old == nullptr || find_in(*old, name) == nullptr) {
          came(now, name, old != nullptr);
        }
      }
      if (old != nullptr && alike(now, *old)) {
        for (const UnitName& name : old->names) {
          if (!anywhere(step_.after, name)) {
            add({now.position, *old, *now.unit, std::nullopt}, &name, nullptr);
          }
        }
      }
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] static bool alike(const NamedUnit& now, const DriftUnit& old) {
    return now.similarity >= kAlike || (is_list(*now.unit) && is_list(old));
  }

  /// A name of `now` that the earlier mention of its position does not have.
  void came(const NamedUnit& now, const UnitName& name, bool continued) {
    for (std::size_t i = 0; i < step_.before.size(); ++i) {
      const NamedUnit& origin = step_.before[i];
      const UnitName* left = find_in(*origin.unit, name);
      const bool stayed = successor_[i] != nullptr && find_in(*successor_[i], name) != nullptr;
      const bool lists = is_list(*now.unit) || is_list(*origin.unit);
      if (left != nullptr && !stayed && lists && name.words.size() >= kFullName &&
          left->words.size() >= kFullName && origin.position != now.position) {
        add({now.position, *origin.unit, *now.unit, origin.position}, left, &name);
        return;
      }
    }
    if (continued && alike(now, *step_.before[*now.partner].unit) &&
        !anywhere(step_.before, name)) {
      add({now.position, *step_.before[*now.partner].unit, *now.unit, std::nullopt}, nullptr,
          &name);
    }
  }

  /// Two units that follow each other in a position.
  struct Place {
    std::size_t position = 0;
    const DriftUnit& old;
    const DriftUnit& now;
    std::optional<std::size_t> origin;  ///< Position that the name comes from.
  };

  /// `left` or `right` is nullptr where the name is new or gone.
  void add(const Place& at, const UnitName* left, const UnitName* right) {
    DriftChange change;
    change.kind = ChangeKind::kName;
    change.position = at.position;
    change.origin = at.origin;
    change.rule = at.origin          ? "drift.name-passed"
                  : right != nullptr ? "drift.name-new"
                                     : "drift.name-gone";
    const auto side = [](const DriftUnit& unit, const UnitName& name, std::uint32_t statement) {
      return ChangeSide{statement, name.span, std::string(unit.document->slice(name.span)), {}};
    };
    if (left != nullptr) {
      change.before = side(at.old, *left, step_.before_statement);
    }
    if (right != nullptr) {
      change.after = side(at.now, *right, step_.after_statement);
    }
    out_.push_back(std::move(change));
  }

  const NameStep& step_;
  std::vector<const DriftUnit*> successor_;  ///< Of each earlier unit; nullptr if there is none.
  std::vector<DriftChange> out_;
};

}  // namespace

std::vector<DriftChange> name_changes(const NameStep& step) {
  return NameChanges(step).run();
}

}  // namespace parallax
