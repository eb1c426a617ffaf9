#include <algorithm>
#include <array>
#include <utility>

#include "engine/report/drift_writers.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"
#include "models/base/expects.hpp"

namespace parallax {
namespace {

/// Kinds in the order of ChangeKind with their plural for counts.
constexpr std::array<std::pair<ChangeKind, const char*>, 12> kKinds = {{
    {ChangeKind::kWithdrawal, "withdrawals"},
    {ChangeKind::kCorrection, "corrections"},
    {ChangeKind::kFlip, "flips"},
    {ChangeKind::kNumber, "numbers"},
    {ChangeKind::kDate, "dates"},
    {ChangeKind::kStrength, "steps of strength"},
    {ChangeKind::kName, "names"},
    {ChangeKind::kLabel, "labels"},
    {ChangeKind::kClarification, "clarifications"},
    {ChangeKind::kDropped, "positions dropped"},
    {ChangeKind::kResumed, "resumed"},
    {ChangeKind::kNew, "new"},
}};

char symbol_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::kWithdrawal:
    case ChangeKind::kCorrection:
    case ChangeKind::kFlip:
      return '!';
    case ChangeKind::kNumber:
    case ChangeKind::kDate:
    case ChangeKind::kStrength:
    case ChangeKind::kName:
      return '*';
    case ChangeKind::kDropped:
      return '-';
    case ChangeKind::kResumed:
    case ChangeKind::kNew:
      return '+';
    default:
      return '~';
  }
}

std::string quoted(const std::string& text) {
  return "\"" + text + "\"";
}

/// " (intended)", " (denied)": how a word is meant that may stay the same.
std::string modality_text(const ChangeSide& side) {
  for (const auto& [name, field] : side.value) {
    const bool* negated = name == "negated" ? std::get_if<bool>(&field) : nullptr;
    if (negated != nullptr && *negated) {
      return " (denied)";
    }
    const std::string* modality = name == "modality" ? std::get_if<std::string>(&field) : nullptr;
    if (modality != nullptr) {
      return " (" + *modality + ")";
    }
  }
  return "";
}

std::string step_text(const DriftChange& c) {
  const std::string before = modality_text(*c.before);
  const std::string after = modality_text(*c.after);
  std::string text = quoted(c.before->text) + before + " -> " + quoted(c.after->text) + after;
  if (!c.direction.empty() && c.direction != "other") {
    text += ", " + c.direction;
  }
  return c.explanation.empty() ? text : text + ": " + c.explanation;
}

/// "30000000 m3" is read less well than "30 million cubic metres".
bool has_long_number(std::string_view text) {
  constexpr std::size_t kLong = 6;
  std::size_t digits = 0;
  return std::any_of(text.begin(), text.end(), [&](char c) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    return digits > kLong;
  });
}

std::string number_text(const DriftChange& c) {
  const std::string words = quoted(c.before->text) + " -> " + quoted(c.after->text);
  std::string text = value_text(*c.before) + " -> " + value_text(*c.after);
  const bool told = text == words;
  text += c.direction.empty() ? "" : ", " + c.direction;
  return told ? text : text + " (" + words + ")";
}

std::string text_of(const DriftReport& report, const DriftChange& c) {
  switch (c.kind) {
    case ChangeKind::kNumber:
    case ChangeKind::kDate:
      return number_text(c);
    case ChangeKind::kFlip:
    case ChangeKind::kStrength:
    case ChangeKind::kLabel:
      return step_text(c);
    case ChangeKind::kDropped:
      return c.before->text;
    case ChangeKind::kResumed:
      return c.after->text + " (last on " + day_of(report, c.before->statement) + ")";
    default:
      return c.after->text;
  }
}

/// "Charles I. Plosser from P7; came: Cleveland, Atlanta; went: Chicago"
std::string names_text(const DriftReport& report, const std::vector<const DriftChange*>& names) {
  std::string came;
  std::string went;
  std::string passed;
  for (const DriftChange* c : names) {
    const auto add = [](std::string& list, const std::string& item) {
      list += (list.empty() ? "" : ", ") + item;
    };
    if (c->origin) {
      add(passed, c->after->text + " from " + report.positions[*c->origin].id);
    } else if (c->after) {
      add(came, c->after->text);
    } else {
      add(went, c->before->text);
    }
  }
  std::string text = passed;
  const auto part = [&](const std::string& lead, const std::string& list) {
    text += list.empty() ? "" : (text.empty() ? "" : "; ") + lead + list;
  };
  part("came: ", came);
  part("went: ", went);
  return text;
}

void check_side(const DriftReport& report, const ChangeSide& side) {
  const ReportDocument& document = report.statements.at(side.statement).document;
  PARALLAX_EXPECTS(slice(document, side.span) == side.text);
}

bool within(const PhraseLife& inner, const PhraseLife& outer) {
  return inner.statements == outer.statements && &inner != &outer &&
         outer.span.begin <= inner.span.begin && inner.span.end <= outer.span.end;
}

}  // namespace

void check_drift_spans(const DriftReport& report) {
  for (const DriftPosition& position : report.positions) {
    for (const PositionMention& m : position.mentions) {
      static_cast<void>(slice(report.statements.at(m.statement).document, m.span));
    }
  }
  for (const DriftChange& c : report.changes) {
    PARALLAX_EXPECTS(c.before || c.after);
    if (c.before) {
      check_side(report, *c.before);
    }
    if (c.after) {
      check_side(report, *c.after);
    }
  }
  for (const PhraseLife& life : report.phrases) {
    static_cast<void>(slice(report.statements.at(life.statements.front()).document, life.span));
  }
}

std::vector<ChangeLine> change_lines(const DriftReport& report, std::uint32_t statement) {
  std::vector<ChangeLine> lines;
  std::vector<std::pair<std::size_t, std::vector<const DriftChange*>>> names;
  for (const DriftChange& c : report.changes) {
    if (c.statement() != statement) {
      continue;
    }
    if (c.kind != ChangeKind::kName) {
      lines.push_back(
          {symbol_of(c.kind), std::string(name_of(c.kind)), text_of(report, c), c.position, &c});
      continue;
    }
    const auto known = std::find_if(names.begin(), names.end(),
                                    [&](const auto& n) { return n.first == c.position; });
    if (known != names.end()) {
      known->second.push_back(&c);
      continue;
    }
    names.push_back({c.position, {&c}});
    lines.push_back({symbol_of(c.kind), "name", "", c.position, &c});
  }
  for (ChangeLine& line : lines) {
    for (const auto& [position, list] : names) {
      if (line.change == list.front()) {
        line.text = names_text(report, list);
      }
    }
  }
  return lines;
}

std::size_t count_kind(const DriftReport& report, ChangeKind kind) {
  return static_cast<std::size_t>(
      std::count_if(report.changes.begin(), report.changes.end(),
                    [&](const DriftChange& c) { return c.kind == kind; }));
}

std::vector<std::string> change_counts(const DriftReport& report) {
  std::vector<std::string> out;
  for (const auto& [kind, plural] : kKinds) {
    const std::size_t n = count_kind(report, kind);
    if (n == 0) {
      continue;
    }
    std::string name = plural;
    if (n == 1) {
      name = kind == ChangeKind::kStrength  ? "step of strength"
             : kind == ChangeKind::kDropped ? "position dropped"
                                            : std::string(name_of(kind));
    }
    out.push_back(std::to_string(n) + " " + name);
  }
  return out;
}

std::vector<const PhraseLife*> moving_phrases(const DriftReport& report, std::size_t top) {
  std::vector<const PhraseLife*> out;
  const auto last = static_cast<std::uint32_t>(report.statements.size() - 1);
  for (const PhraseLife& life : report.phrases) {
    const bool moved = life.statements.front() > 0 || life.statements.back() < last;
    if (out.size() < top && moved && !life.formulaic &&
        std::none_of(report.phrases.begin(), report.phrases.end(),
                     [&](const PhraseLife& other) { return within(life, other); })) {
      out.push_back(&life);
    }
  }
  return out;
}

std::string day_of(const DriftReport& report, std::uint32_t statement) {
  return short_date(report.statements.at(statement).day);
}

std::string value_text(const ChangeSide& side) {
  const std::string text = phrase(side.value);
  return text.empty() || has_long_number(text) ? quoted(side.text) : text;
}

std::vector<std::string> value_paths(const DriftReport& report, std::size_t position) {
  struct Path {
    std::uint32_t statement;
    ByteSpan span;
    std::string text;
  };
  std::vector<Path> paths;
  for (const DriftChange& c : report.changes) {
    const bool moved = c.kind == ChangeKind::kNumber || c.kind == ChangeKind::kDate;
    if (!moved || c.position != position) {
      continue;
    }
    const auto known = std::find_if(paths.begin(), paths.end(), [&](const Path& p) {
      return p.statement == c.before->statement && p.span == c.before->span;
    });
    const std::string next = value_text(*c.after) + " (" + day_of(report, c.after->statement) + ")";
    if (known == paths.end()) {
      paths.push_back(
          {c.after->statement, c.after->span,
           value_text(*c.before) + " (" + day_of(report, c.before->statement) + ") -> " + next});
    } else {
      known->text += " -> " + next;
      known->statement = c.after->statement;
      known->span = c.after->span;
    }
  }
  std::vector<std::string> out;
  out.reserve(paths.size());
  for (Path& path : paths) {
    out.push_back(std::move(path.text));
  }
  return out;
}

}  // namespace parallax
