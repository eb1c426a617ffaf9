/// The terminal view of `parallax drift`.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/report/canvas.hpp"
#include "engine/report/drift_writers.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"
#include "engine/report/word_diff.hpp"

namespace parallax {
namespace {

constexpr std::size_t kIndent = 17;
/// JSON tells all; people see what matters most.
constexpr std::size_t kPhrases = 12;
constexpr std::size_t kPositions = 24;
constexpr std::size_t kOfAKind = 6;  ///< Positions dropped, resumed or new with one statement.

Tone tone_of(char symbol) {
  return symbol == '!' ? Tone::kConflict : symbol == '*' ? Tone::kDifference : Tone::kPlain;
}

class DriftTerminal {
 public:
  DriftTerminal(const DriftReport& report, Canvas& canvas) : r_(report), canvas_(canvas) {}

  void write() {
    canvas_.blank();
    head();
    changes();
    positions();
    phrases();
    canvas_.blank();
  }

 private:
  void head() {
    const auto last = static_cast<std::uint32_t>(r_.statements.size() - 1);
    canvas_.items("  source", kIndent, {r_.source.empty() ? "(not named)" : one_line(r_.source)});
    canvas_.items("  statements", kIndent,
                  {std::to_string(r_.statements.size()),
                   last == 0 ? day_of(r_, 0) : day_of(r_, 0) + " to " + day_of(r_, last)});
    std::size_t steady = 0;
    std::size_t formulaic = 0;
    for (const DriftPosition& p : r_.positions) {
      steady += p.mentions.size() == r_.statements.size() ? 1U : 0U;
    }
    for (const DriftStatement& s : r_.statements) {
      formulaic += s.formulaic.size();
    }
    std::vector<std::string> counts = {std::to_string(r_.positions.size()),
                                       fmt::format("{} in every statement", steady)};
    if (formulaic > 0) {
      counts.push_back(counted(formulaic, "formulaic claim") + " apart");
    }
    canvas_.items("  positions", kIndent, counts);
    const std::vector<std::string> kinds = change_counts(r_);
    canvas_.items("  changes", kIndent, kinds.empty() ? std::vector<std::string>{"none"} : kinds);
    for (const std::string& warning : r_.warnings) {
      canvas_.hanging("  warning", kIndent, one_line(warning));
    }
  }

  void changes() {
    canvas_.title("CHANGES");
    for (std::uint32_t k = 1; k < r_.statements.size(); ++k) {
      canvas_.edges("  " + day_of(r_, k), one_line(r_.statements[k].document.id), Tone::kStrong);
      const std::vector<ChangeLine> lines = change_lines(r_, k);
      if (lines.empty()) {
        canvas_.hanging("", kIndent, "as before");
      }
      statement_changes(lines);
    }
  }

  /// What turned and moved in full; of positions that came or went one line each, the first ones.
  void statement_changes(const std::vector<ChangeLine>& lines) {
    constexpr std::size_t kText = kIndent + 5;
    std::map<ChangeKind, std::size_t> count;
    for (const ChangeLine& line : lines) {
      const std::string label =
          fmt::format("{} {:<13} {}", line.symbol, line.label, r_.positions[line.position].id);
      if (line.change->kind < ChangeKind::kDropped) {
        canvas_.hanging(label, kText, one_line(line.text), tone_of(line.symbol));
      } else if (++count[line.change->kind] <= kOfAKind) {
        canvas_.clipped(label, kText, one_line(line.text));
      }
    }
    for (const auto& [kind, n] : count) {
      if (n > kOfAKind) {
        canvas_.hanging("", kText, fmt::format("and {} more {}", n - kOfAKind, name_of(kind)));
      }
    }
  }

  /// Positions of several statements, those of most; the others stand among the changes.
  void positions() {
    std::vector<std::size_t> list;
    for (std::size_t p = 0; p < r_.positions.size(); ++p) {
      if (r_.positions[p].mentions.size() > 1) {
        list.push_back(p);
      }
    }
    std::stable_sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
      return r_.positions[a].mentions.size() > r_.positions[b].mentions.size();
    });
    const std::size_t all = list.size();
    list.resize(std::min(all, kPositions));
    std::sort(list.begin(), list.end());
    canvas_.title(all > kPositions
                      ? fmt::format("POSITIONS {} of {}, those of most statements", kPositions, all)
                      : std::string("POSITIONS"));
    for (const std::size_t p : list) {
      position(p);
    }
  }

  void position(std::size_t index) {
    const DriftPosition& p = r_.positions[index];
    const PositionMention& first = p.mentions.front();
    const PositionMention& last = p.mentions.back();
    std::string until = day_of(r_, first.statement) + " to " + day_of(r_, last.statement);
    until += last.statement + 1 == r_.statements.size() ? "" : ", then no more";
    if (p.merged_into) {
      until = day_of(r_, first.statement) + " to " + day_of(r_, last.statement) + ", then in " +
              r_.positions[*p.merged_into].id;
    }
    canvas_.edges(fmt::format("  {}", p.id),
                  fmt::format("{} of {}   {}", p.mentions.size(), r_.statements.size(), until),
                  Tone::kStrong);
    wordings(p);
    for (const std::string& path : value_paths(r_, index)) {
      canvas_.hanging("    moved", kIndent, one_line(path));
    }
  }

  [[nodiscard]] std::string_view text(const PositionMention& m) const {
    return slice(r_.statements[m.statement].document, m.span);
  }

  void wordings(const DriftPosition& p) {
    for (std::size_t i = 0; i < p.mentions.size(); ++i) {
      const PositionMention& m = p.mentions[i];
      if (i > 0 && !m.reworded) {
        continue;
      }
      const std::vector<ByteSpan> changed =
          i == 0 ? std::vector<ByteSpan>() : diff_words(text(p.mentions[i - 1]), text(m)).right;
      canvas_.hanging("    " + day_of(r_, m.statement), kIndent, bracketed(text(m), changed),
                      Tone::kDifference);
    }
  }

  void phrases() {
    const std::vector<const PhraseLife*> list = moving_phrases(r_, kPhrases);
    if (list.empty()) {
      return;
    }
    canvas_.title("PHRASES that came or went");
    for (const PhraseLife* life : list) {
      const std::uint32_t first = life->statements.front();
      const std::uint32_t last = life->statements.back();
      canvas_.hanging("  " + day_of(r_, first), kIndent,
                      fmt::format("to {}, in {}: \"{}\"", day_of(r_, last),
                                  counted(life->statements.size(), "statement"),
                                  one_line(slice(r_.statements[first].document, life->span))));
    }
  }

  const DriftReport& r_;
  Canvas& canvas_;
};

}  // namespace

std::string write_drift_terminal(const DriftReport& report, const TerminalOptions& options) {
  check_drift_spans(report);
  Canvas canvas(options);
  DriftTerminal(report, canvas).write();
  return std::move(canvas).finish();
}

}  // namespace parallax
