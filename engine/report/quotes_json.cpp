/// JSON `parallax.quotes/1` (quotes.schema.json) and its lines.

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/report/code_points.hpp"
#include "engine/report/quotes_writers.hpp"
#include "engine/report/report_view.hpp"
#include "engine/report/rounding.hpp"

namespace parallax {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}
Json text_or_null(const std::optional<std::string>& text) {
  return text ? Json(*text) : Json(nullptr);
}

Json span_json(ByteSpan s) {
  return Json::array({s.begin, s.end});
}

Json document_json(const ReportDocument& d) {
  return {{"id", d.id},
          {"path", d.path},
          {"sha256", d.sha256},
          {"language", d.language},
          {"title", text_or_null(d.title)},
          {"date", text_or_null(d.date)},
          {"source", text_or_null(d.source)}};
}

/// With all that is needed to show the document again.
Json whole_document(const ReportDocument& d) {
  Json out = document_json(d);
  out["encoding"] = d.encoding;
  out["encoding_confidence"] = rounded(d.encoding_confidence);
  out["body_begin"] = d.body_begin;
  out["text"] = d.text;
  return out;
}

Json place_json(TextPlace place) {
  return Json::array({place.paragraph, place.sentence});
}

class QuotesJson {
 public:
  explicit QuotesJson(const QuoteReport& report) : r_(report), article_(report.article.text) {
    for (const ReportDocument& d : report.officials) {
      officials_.emplace_back(d.text);
    }
  }

  [[nodiscard]] Json head() const {
    Json officials = Json::array();
    for (const ReportDocument& d : r_.officials) {
      officials.push_back(whole_document(d));
    }
    Json out = {{"schema", "parallax.quotes/1"},
                {"tool",
                 {{"version", r_.tool.version},
                  {"icu", r_.tool.icu},
                  {"unicode", r_.tool.unicode},
                  {"lexicons", r_.tool.lexicons}}},
                {"official", document_json(r_.officials.front())},
                {"officials", officials},
                {"article", whole_document(r_.article)}};
    if (!r_.inputs.empty()) {
      out["inputs"] = r_.inputs;
    }
    for (const auto& [name, value] : r_.options) {
      out["options"].push_back({name, value});
    }
    return out;
  }

  [[nodiscard]] Json quotes() const {
    Json out = Json::array();
    for (std::size_t k = 0; k < r_.check.quotes.size(); ++k) {
      out.push_back(quote(k));
    }
    return out;
  }

  [[nodiscard]] Json skipped() const {
    Json out = Json::array();
    for (const SkippedQuote& q : r_.check.skipped) {
      out.push_back({{"span", span_json(q.quotation.span)},
                     {"chars", chars(article_, q.quotation.span)},
                     {"text", std::string(slice(r_.article, q.quotation.span))},
                     {"place", place_json(q.article_place)},
                     {"reason", q.reason},
                     {"source_name", text_or_null(q.quotation.source_name)}});
    }
    return out;
  }

  [[nodiscard]] Json counts() const {
    Json out = Json::object();
    for (const QuoteLabel label :
         {QuoteLabel::kVerbatim, QuoteLabel::kTrimmed, QuoteLabel::kAltered,
          QuoteLabel::kAlteredInSubstance, QuoteLabel::kMisattributed, QuoteLabel::kNotFound}) {
      out[std::string(name_of(label))] = count_label(r_.check, label);
    }
    out["skipped"] = r_.check.skipped.size();
    return out;
  }

 private:
  static Json chars(const CodePointOffsets& offsets, ByteSpan s) {
    return Json::array({offsets.at(s.begin), offsets.at(s.end)});
  }

  [[nodiscard]] Json change(const QuoteChange& c, const ReportDocument* official) const {
    Json out = {{"kind", c.kind},
                {"article", std::string(slice(r_.article, c.article))},
                {"official", official == nullptr ? "" : std::string(slice(*official, c.official))},
                {"substance", c.substance},
                {"article_span", span_json(c.article)}};
    out["official_span"] = c.official.empty() ? Json(nullptr) : span_json(c.official);
    out["reason"] = c.reason;
    return out;
  }

  [[nodiscard]] Json quote(std::size_t k) const {
    const CheckedQuote& q = r_.check.quotes[k];
    const ReportDocument* official = q.official ? &r_.officials.at(*q.official) : nullptr;
    Json out = {{"id", "Q" + std::to_string(k + 1)},
                {"span", span_json(q.quotation.span)},
                {"chars", chars(article_, q.quotation.span)},
                {"text", std::string(slice(r_.article, q.quotation.span))},
                {"place", place_json(q.article_place)},
                {"label", std::string(name_of(q.label))},
                {"similarity", rounded(q.similarity)}};
    out["official"] = official == nullptr ? Json(nullptr) : Json(official->id);
    out["official_index"] = q.official ? Json(*q.official) : Json(nullptr);
    out["official_span"] = official == nullptr ? Json(nullptr) : span_json(q.official_span);
    out["official_chars"] =
        official == nullptr ? Json(nullptr) : chars(officials_[*q.official], q.official_span);
    out["official_text"] =
        official == nullptr ? Json(nullptr) : Json(std::string(slice(*official, q.official_span)));
    out["official_place"] = official == nullptr ? Json(nullptr) : place_json(q.official_place);
    out["official_parts"] = Json::array();
    for (const ByteSpan part : q.official_parts) {
      out["official_parts"].push_back(span_json(part));
    }
    out["changes"] = Json::array();
    for (const QuoteChange& c : q.changes) {
      out["changes"].push_back(change(c, official));
    }
    out["normalised"] = q.normalised;
    out["attributed"] = q.quotation.attributed;
    out["source_name"] = text_or_null(q.quotation.source_name);
    out["source_confidence"] =
        q.quotation.attributed ? Json(rounded(q.quotation.source_confidence)) : Json(nullptr);
    out["official_source"] = text_or_null(q.official_source);
    out["explanation"] = q.explanation;
    return out;
  }

  const QuoteReport& r_;
  CodePointOffsets article_;
  std::vector<CodePointOffsets> officials_;
};

std::string dump(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string write_quotes_json(const QuoteReport& report) {
  check_quote_spans(report);
  const QuotesJson writer(report);
  Json out = writer.head();
  out["quotes"] = writer.quotes();
  out["skipped"] = writer.skipped();
  out["counts"] = writer.counts();
  out["warnings"] = report.check.warnings;
  return dump(out, 2);
}

std::string write_quotes_lines(const QuoteReport& report) {
  check_quote_spans(report);
  const QuotesJson writer(report);
  std::string out = dump(writer.head(), -1);
  for (const Json& quote : writer.quotes()) {
    out += dump(quote, -1);
  }
  for (Json quote : writer.skipped()) {
    quote["label"] = nullptr;
    out += dump(quote, -1);
  }
  out += dump({{"counts", writer.counts()}, {"warnings", report.check.warnings}}, -1);
  return out;
}

}  // namespace parallax
