/// The terminal view of `parallax sources`.

#include <algorithm>

#include <fmt/format.h>

#include "engine/report/canvas.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/sources_writers.hpp"

namespace parallax {
namespace {

constexpr std::size_t kIndent = 12;

class SourcesTerminal {
 public:
  SourcesTerminal(const Document& document, const SourcedDocument& sourced, Canvas& canvas)
      : d_(document), s_(sourced), canvas_(canvas), of_(statements_by_source(sourced)) {}

  void write(SourcesOrder order) {
    headline();
    sources();
    if (order == SourcesOrder::kText) {
      canvas_.title("STATEMENTS");
      for (const Statement& statement : s_.statements) {
        entry(statement, true);
      }
    } else {
      by_source();
    }
    for (const std::string& warning : s_.warnings) {
      canvas_.blank();
      canvas_.hanging("  warning", kIndent, one_line(warning));
    }
    canvas_.blank();
  }

 private:
  void headline() {
    canvas_.blank();
    const std::string name = d_.record.title ? *d_.record.title : d_.record.id;
    std::string meta = d_.record.date ? one_line(*d_.record.date) + "   " : "";
    meta += fmt::format("{}   {}   {}", one_line(d_.language), counted(s_.sources.size(), "source"),
                        counted(s_.statements.size(), "statement"));
    canvas_.edges("  " + one_line(name), meta, Tone::kStrong);
  }

  void sources() {
    canvas_.title("SOURCES");
    for (std::size_t k = 0; k < s_.sources.size(); ++k) {
      const Source& source = s_.sources[k];
      canvas_.edges("  " + one_line(source_title(source)), counted(of_[k].size(), "statement"),
                    Tone::kPlain);
    }
    if (std::any_of(s_.sources.begin(), s_.sources.end(),
                    [](const Source& s) { return s.country_inferred; })) {
      canvas_.hanging("", 2, "? country inferred from the text around it", Tone::kDim);
    }
  }

  void by_source() {
    for (std::size_t k = 0; k < of_.size(); ++k) {
      if (of_[k].empty()) {
        continue;
      }
      canvas_.title(k < s_.sources.size() ? one_line(source_title(s_.sources[k]))
                                          : std::string("Nobody named"));
      for (const std::size_t n : of_[k]) {
        entry(s_.statements[n], false);
      }
    }
  }

  void entry(const Statement& statement, bool with_source) {
    std::string how = one_line(cue_text(d_, statement));
    if (how.empty()) {
      how = std::string(name_of(statement.mode));
    }
    if (statement.commitment != Commitment::kAsserted) {
      how += fmt::format(" ({})", name_of(statement.commitment));
    }
    if (statement.relayed_by) {
      how += ", relayed by " + one_line(s_.sources[*statement.relayed_by].name);
    }
    const Sentence& first = d_.sentences[statement.first_sentence];
    const std::string place = fmt::format("  {}:{}", first.paragraph + 1, first.number);
    std::string left = place + std::string(place.size() < 8 ? 8 - place.size() : 1, ' ');
    if (with_source) {
      left += (statement.source ? one_line(s_.sources[*statement.source].name) : "-") + "  ";
    }
    canvas_.edges(left + how,
                  fmt::format("{} {:.2f}", name_of(statement.mode), statement.confidence),
                  Tone::kDim);
    canvas_.hanging("", kIndent, text_of(statement));
  }

  [[nodiscard]] std::string text_of(const Statement& statement) const {
    std::string text;
    for (const ByteSpan span : statement.content) {
      text += (text.empty() ? "" : " ... ") + one_line(d_.slice(span));
    }
    return statement.mode == Mode::kDirect && statement.rule != "issuer" ? "\"" + text + "\""
                                                                         : text;
  }

  const Document& d_;
  const SourcedDocument& s_;
  Canvas& canvas_;
  std::vector<std::vector<std::size_t>> of_;
};

}  // namespace

std::string write_sources_terminal(const Document& document, const SourcedDocument& sourced,
                                   SourcesOrder order, const TerminalOptions& options) {
  Canvas canvas(options);
  SourcesTerminal(document, sourced, canvas).write(order);
  return std::move(canvas).finish();
}

}  // namespace parallax
