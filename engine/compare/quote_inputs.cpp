#include "engine/compare/quote_inputs.hpp"

#include <optional>

namespace parallax {
namespace {

/// Below this the speaker is a guess; the report shows it, the check does not rest on it.
constexpr double kMinConfidence = 0.4;

std::string full_name(const Source& source) {
  const bool apart =
      !source.organisation.empty() && source.name.find(source.organisation) == std::string::npos;
  return apart ? source.name + ", " + source.organisation : source.name;
}

std::uint32_t size_of(const Statement& statement) {
  std::uint32_t size = 0;
  for (const ByteSpan span : statement.content) {
    size += span.size();
  }
  return size;
}

bool holds(const Statement& statement, ByteSpan quotation) {
  for (const ByteSpan span : statement.content) {
    if (span.overlaps(quotation)) {
      return true;
    }
  }
  return false;
}

/// The words of the mention, unless they only point back.
std::string mention_of(const Document& document, const Source& source, const Statement& statement) {
  if (!statement.source_span) {
    return "";
  }
  for (const Mention& m : source.mentions) {
    const bool points = m.how == Resolution::kPronoun || m.how == Resolution::kDocument;
    if (m.span == *statement.source_span && points) {
      return "";
    }
  }
  return std::string(document.slice(*statement.source_span));
}

/// The smallest statement of a source that a quotation lies in, from statement `first` on.
const Statement* speaking(const SourcedDocument& article, ByteSpan span, std::size_t first) {
  const Statement* best = nullptr;
  for (std::size_t k = first; k < article.statements.size(); ++k) {
    const Statement& s = article.statements[k];
    if (s.content.front().begin >= span.end) {
      break;
    }
    const bool speaks = s.mode != Mode::kNarration && s.source;
    if (speaks && holds(s, span) && (best == nullptr || size_of(s) < size_of(*best))) {
      best = &s;
    }
  }
  return best;
}

}  // namespace

std::vector<ArticleQuote> article_quotes(const Document& document, const SourcedDocument& article) {
  std::vector<ArticleQuote> quotes;
  std::size_t first = 0;
  for (const ByteSpan span : article.quotations) {
    ArticleQuote quote;
    quote.span = span;
    while (first < article.statements.size() &&
           article.statements[first].content.back().end <= span.begin) {
      ++first;  // quotations are in text order too
    }
    if (const Statement* s = speaking(article, span, first)) {
      const Source& source = article.sources.at(*s->source);
      quote.attributed = true;
      quote.source_name = full_name(source);
      quote.source_confidence = s->confidence;
      quote.source_country = source.country_inferred ? "" : source.country;
      quote.mention = mention_of(document, source, *s);
      quote.alternative = s->alternative ? full_name(article.sources.at(*s->alternative)) : "";
    }
    quotes.push_back(std::move(quote));
  }
  return quotes;
}

OfficialText official_text(const Document& document, const SourcedDocument& sourced) {
  OfficialText text{document, "", "", {}};
  if (document.record.source) {
    text.source_name = *document.record.source;
    for (const Source& source : sourced.sources) {
      if (source.name == text.source_name && !source.country_inferred) {
        text.source_country = source.country;
      }
    }
    return text;
  }
  text.source_name = document.record.title.value_or("");
  for (std::size_t k = 0; k < sourced.sources.size(); ++k) {
    const Source& source = sourced.sources[k];
    OfficialSpeaker speaker;
    speaker.name = full_name(source);
    speaker.country = source.country_inferred ? "" : source.country;
    for (const Statement& s : sourced.statements) {
      if (s.source == k && s.mode == Mode::kDirect && s.confidence >= kMinConfidence) {
        speaker.spans.insert(speaker.spans.end(), s.content.begin(), s.content.end());
      }
    }
    const bool official = source.role != Role::kMedia && source.role != Role::kUnknown;
    if (!speaker.spans.empty() && official) {
      text.speakers.push_back(std::move(speaker));
    }
  }
  return text;
}

ReportDocument quote_document(const Document& d) {
  ReportDocument row;
  row.id = d.record.id;
  row.path = d.record.path;
  row.sha256 = d.record.sha256;
  row.text = d.record.text;
  row.language = d.language;
  row.encoding = d.record.encoding;
  row.encoding_confidence = d.record.encoding_confidence;
  row.title = d.record.title;
  row.date = d.record.date;
  row.source = d.record.source;
  row.source_from_head = d.record.source_from_head;
  row.date_from_name = d.record.date_from_name;
  row.date_from_head = d.record.date_from_head;
  row.body_begin = static_cast<std::uint32_t>(d.record.body_begin);
  return row;
}

}  // namespace parallax
