#include <algorithm>

#include "engine/report/quotes_writers.hpp"
#include "engine/report/report_view.hpp"

namespace parallax {

void check_quote_spans(const QuoteReport& report) {
  for (const CheckedQuote& q : report.check.quotes) {
    static_cast<void>(slice(report.article, q.quotation.span));
    for (const QuoteChange& c : q.changes) {
      static_cast<void>(slice(report.article, c.article));
      if (q.official) {
        static_cast<void>(slice(report.officials.at(*q.official), c.official));
      }
    }
    if (q.official) {
      static_cast<void>(slice(report.officials.at(*q.official), q.official_span));
    }
  }
  for (const SkippedQuote& q : report.check.skipped) {
    static_cast<void>(slice(report.article, q.quotation.span));
  }
}

std::vector<ByteSpan> changed_spans(const CheckedQuote& quote, QuoteSide side, ByteSpan whole) {
  std::vector<ByteSpan> spans;
  for (const QuoteChange& c : quote.changes) {
    const ByteSpan span = side == QuoteSide::kArticle ? c.article : c.official;
    if (!span.empty() && whole.contains(span)) {
      spans.push_back({span.begin - whole.begin, span.end - whole.begin});
    }
  }
  std::sort(spans.begin(), spans.end(), [](ByteSpan a, ByteSpan b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  });
  std::vector<ByteSpan> apart;
  for (const ByteSpan span : spans) {
    if (!apart.empty() && span.begin <= apart.back().end) {
      apart.back() = apart.back().join(span);
    } else {
      apart.push_back(span);
    }
  }
  return apart;
}

std::vector<const CheckedQuote*> worst_first(const QuoteReport& report) {
  const auto rank = [](QuoteLabel label) {
    switch (label) {
      case QuoteLabel::kAlteredInSubstance:
        return 0;
      case QuoteLabel::kMisattributed:
        return 1;
      case QuoteLabel::kNotFound:
        return 2;
      case QuoteLabel::kAltered:
        return 3;
      case QuoteLabel::kTrimmed:
        return 4;
      case QuoteLabel::kVerbatim:
        break;
    }
    return 5;
  };
  std::vector<const CheckedQuote*> quotes;
  for (const CheckedQuote& q : report.check.quotes) {
    quotes.push_back(&q);
  }
  std::stable_sort(quotes.begin(), quotes.end(), [&](const CheckedQuote* a, const CheckedQuote* b) {
    return rank(a->label) < rank(b->label);
  });
  return quotes;
}

std::string document_name(const ReportDocument& document) {
  return document.source ? *document.source : document.title ? *document.title : document.id;
}

}  // namespace parallax
