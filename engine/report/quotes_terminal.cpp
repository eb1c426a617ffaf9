/// The terminal view of `parallax quotes`.

#include <fmt/format.h>

#include "engine/report/canvas.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/quotes_writers.hpp"
#include "engine/report/report_view.hpp"

namespace parallax {
namespace {

constexpr std::size_t kIndent = 18;

Tone tone_of(QuoteLabel label) {
  switch (label) {
    case QuoteLabel::kAlteredInSubstance:
    case QuoteLabel::kMisattributed:
    case QuoteLabel::kNotFound:
      return Tone::kConflict;
    case QuoteLabel::kAltered:
      return Tone::kDifference;
    default:
      return Tone::kAgree;
  }
}

char symbol_of(QuoteLabel label) {
  const Tone tone = tone_of(label);
  return tone == Tone::kConflict ? '!' : tone == Tone::kDifference ? '*' : '=';
}

std::string words(std::string_view text) {
  return text.empty() ? std::string("(nothing)") : "\"" + one_line(text) + "\"";
}

std::string place(TextPlace p) {
  return fmt::format("{}:{}", p.paragraph, p.sentence);
}

class QuotesTerminal {
 public:
  QuotesTerminal(const QuoteReport& report, Canvas& canvas) : r_(report), canvas_(canvas) {}

  void write() {
    canvas_.blank();
    for (const ReportDocument& official : r_.officials) {
      document("  official", official);
    }
    document("  article", r_.article);
    canvas_.blank();
    canvas_.items("  quotes", kIndent, counts());
    for (const std::string& warning : r_.check.warnings) {
      canvas_.hanging("  warning", kIndent, one_line(warning));
    }
    for (const CheckedQuote* q : worst_first(r_)) {
      canvas_.blank();
      quote(*q);
    }
    skipped();
    canvas_.blank();
  }

 private:
  void document(std::string_view label, const ReportDocument& d) {
    canvas_.items(label, kIndent,
                  {one_line(document_name(d)), d.date ? one_line(short_date(*d.date)) : "",
                   one_line(d.path.substr(d.path.find_last_of('/') + 1))});
  }

  [[nodiscard]] std::vector<std::string> counts() const {
    std::vector<std::string> out = {fmt::format("{}", r_.check.quotes.size())};
    for (const QuoteLabel label :
         {QuoteLabel::kVerbatim, QuoteLabel::kTrimmed, QuoteLabel::kAltered,
          QuoteLabel::kAlteredInSubstance, QuoteLabel::kMisattributed, QuoteLabel::kNotFound}) {
      if (const std::size_t n = count_label(r_.check, label); n > 0) {
        out.push_back(fmt::format("{} {}", n, name_of(label)));
      }
    }
    if (!r_.check.skipped.empty()) {
      out.push_back(fmt::format("{} not judged", r_.check.skipped.size()));
    }
    return out;
  }

  void quote(const CheckedQuote& q) {
    const Tone tone = tone_of(q.label);
    const auto number = static_cast<std::size_t>(&q - r_.check.quotes.data()) + 1;
    const std::string found =
        q.official ? "found " + percent(q.similarity) : std::string("not found");
    canvas_.edges(fmt::format("{} Q{} {}", symbol_of(q.label), number, name_of(q.label)), found,
                  tone);
    const ByteSpan here = q.quotation.span;
    canvas_.hanging(fmt::format("   article {}", place(q.article_place)), kIndent,
                    bracketed(slice(r_.article, here), changed_spans(q, QuoteSide::kArticle, here)),
                    tone);
    if (q.official) {
      const ReportDocument& official = r_.officials.at(*q.official);
      canvas_.hanging(fmt::format("   official {}", place(q.official_place)), kIndent,
                      bracketed(slice(official, q.official_span),
                                changed_spans(q, QuoteSide::kOfficial, q.official_span)),
                      tone);
      changes(q, official);
    }
    source(q);
    if (!q.normalised.empty()) {
      canvas_.items("   folded", kIndent, q.normalised);
    }
  }

  void changes(const CheckedQuote& q, const ReportDocument& official) {
    for (const QuoteChange& c : q.changes) {
      const std::string reason = c.reason.empty() ? "" : "   " + one_line(c.reason);
      canvas_.hanging(fmt::format("   {}", one_line(c.kind)), kIndent,
                      words(slice(r_.article, c.article)) + " for " +
                          words(slice(official, c.official)) + reason,
                      c.substance ? Tone::kConflict : Tone::kPlain);
    }
  }

  void source(const CheckedQuote& q) {
    if (q.quotation.attributed) {
      canvas_.hanging("   said by", kIndent,
                      one_line(q.quotation.source_name) + " (sure " +
                          confidence(q.quotation.source_confidence) + ")");
    }
    const bool several = r_.officials.size() > 1 || q.label == QuoteLabel::kMisattributed;
    if (several && q.official && !q.official_source.empty()) {
      canvas_.hanging("   words of", kIndent, one_line(q.official_source));
    }
  }

  void skipped() {
    if (r_.check.skipped.empty()) {
      return;
    }
    canvas_.title("NOT JUDGED");
    for (const SkippedQuote& q : r_.check.skipped) {
      const char* why = q.reason == "short" ? "a term or title" : "in another language";
      canvas_.hanging(fmt::format(". {}", place(q.article_place)), kIndent,
                      words(slice(r_.article, q.quotation.span)) + "   " + why);
    }
  }

  const QuoteReport& r_;
  Canvas& canvas_;
};

}  // namespace

std::string write_quotes_terminal(const QuoteReport& report, const TerminalOptions& options) {
  check_quote_spans(report);
  Canvas canvas(options);
  QuotesTerminal(report, canvas).write();
  return std::move(canvas).finish();
}

}  // namespace parallax
