#include "engine/corpus/units.hpp"

#include <memory>
#include <optional>

#include "engine/corpus/parallel.hpp"
#include "engine/document/analyse.hpp"
#include "engine/facts/claims.hpp"
#include "models/base/expects.hpp"
#include "models/base/utf8.hpp"
#include "models/text/language.hpp"

namespace parallax {
namespace {

/// A word table grows with every new word; after this many documents a fresh one bounds memory.
constexpr std::size_t kDocumentsPerTable = 500;

using Spans = std::vector<ByteSpan>;

Spans paragraph_spans(const Record& record) {
  Spans spans;
  const std::string_view body = std::string_view(record.text).substr(record.body_begin);
  const auto shift = static_cast<std::uint32_t>(record.body_begin);
  for (const Paragraph& paragraph : split_paragraphs(body)) {
    spans.push_back({paragraph.span.begin + shift, paragraph.span.end + shift});
  }
  return spans;
}

/// The body from its first paragraph to its last.
Spans statement_span(const Record& record) {
  const Spans paragraphs = paragraph_spans(record);
  if (paragraphs.empty()) {
    return {};
  }
  return {paragraphs.front().join(paragraphs.back())};
}

/// Cuts documents into claims with tables of its own.
class ClaimCutter {
 public:
  explicit ClaimCutter(const LexiconSource& lexicons) : lexicons_(lexicons), tables_(lexicons) {}

  Result<Spans> operator()(const Record& record) {
    if (!bench_ || ++used_ > kDocumentsPerTable) {
      bench_ = std::make_unique<Bench>(lexicons_);
      used_ = 1;
    }
    Result<Document> document = bench_->analyser.analyse(record);
    if (!document) {
      return std::move(document).error();
    }
    Result<const FactLexicon*> lexicon = tables_.get(document.value().language);
    if (!lexicon) {
      return std::move(lexicon).error();
    }
    Spans spans;
    for (const Claim& claim : extract_claims(document.value(), *lexicon.value(), bench_->words)) {
      if (!claim.span.empty()) {
        spans.push_back(claim.span);
      }
    }
    return spans;
  }

 private:
  struct Bench {
    explicit Bench(const LexiconSource& lexicons) : analyser(words, lexicons) {}
    WordTable words;
    Analyser analyser;
  };
  const LexiconSource& lexicons_;
  FactLexicons tables_;
  std::unique_ptr<Bench> bench_;
  std::size_t used_ = 0;
};

void append_units(const Record& record, std::uint32_t document, const Spans& spans,
                  std::vector<Unit>& units) {
  std::uint32_t number = 0;
  std::uint32_t at = 0;
  std::size_t chars = 0;
  for (const ByteSpan span : spans) {
    const std::string_view text = record.text;
    if (span.begin < at) {
      at = 0;
      chars = 0;
    }
    chars += count_code_points(text.substr(at, span.begin - at));
    at = span.begin;
    units.push_back({document, ++number, span, static_cast<std::uint32_t>(chars)});
  }
}

}  // namespace

std::string_view name_of(UnitKind kind) {
  switch (kind) {
    case UnitKind::kParagraph:
      return "paragraph";
    case UnitKind::kStatement:
      return "statement";
    case UnitKind::kClaim:
      return "claim";
  }
  PARALLAX_EXPECTS(false);
  return {};
}

Result<std::vector<Unit>> cut_units(std::vector<Record>& documents, UnitKind kind,
                                    const LexiconSource& lexicons, std::size_t threads) {
  std::vector<Spans> spans(documents.size());
  std::vector<std::optional<Error>> errors(documents.size());
  parallel_for(documents.size(), threads, [&] {
    return [&, cutter = std::make_shared<ClaimCutter>(lexicons)](std::size_t d) {
      Record& record = documents[d];
      if (record.language.empty()) {
        record.language = detect_language(record.text).code;
      }
      if (kind != UnitKind::kClaim) {
        spans[d] = kind == UnitKind::kParagraph ? paragraph_spans(record) : statement_span(record);
        return;
      }
      Result<Spans> cut = (*cutter)(record);
      if (cut) {
        spans[d] = std::move(cut).value();
      } else {
        errors[d] = std::move(cut).error();
      }
    };
  });
  std::vector<Unit> units;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    if (errors[d]) {
      return *std::move(errors[d]);
    }
    append_units(documents[d], static_cast<std::uint32_t>(d), spans[d], units);
  }
  return units;
}

std::string unit_name(const Unit& unit, const std::vector<Record>& documents) {
  return documents[unit.document].id + ":" + std::to_string(unit.number);
}

std::string_view text_of(const Unit& unit, const std::vector<Record>& documents) {
  return std::string_view(documents[unit.document].text).substr(unit.span.begin, unit.span.size());
}

}  // namespace parallax
