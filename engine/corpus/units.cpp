#include "engine/corpus/units.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include "engine/corpus/head_lines.hpp"
#include "engine/corpus/parallel.hpp"
#include "engine/document/analyse.hpp"
#include "engine/facts/claims.hpp"
#include "models/base/expects.hpp"
#include "models/base/utf8.hpp"
#include "models/text/language.hpp"

namespace parallax {
namespace {

/// A word table grows with every new word; after this many uses a fresh one bounds memory.
constexpr std::size_t kUsesPerTable = 1000;

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

bool within(ByteSpan span, const Spans& lines) {
  return std::any_of(lines.begin(), lines.end(), [&](ByteSpan line) {
    return line.begin <= span.begin && span.end <= line.end;
  });
}

/// The body from its first paragraph that is no line of the head to its last.
Spans statement_span(const Record& record, const Spans& head) {
  const Spans paragraphs = paragraph_spans(record);
  const auto first = std::find_if_not(paragraphs.begin(), paragraphs.end(),
                                      [&](ByteSpan span) { return within(span, head); });
  if (first == paragraphs.end()) {
    return {};
  }
  return {first->join(paragraphs.back())};
}

/// Could the body begin with a title or date? Saves the reading of most texts that do not.
bool may_have_head(const Record& record) {
  constexpr std::size_t kTitle = 512;  // bytes of the longest
  constexpr std::size_t kDate = 64;    // which may end like a sentence
  const Spans paragraphs = paragraph_spans(record);
  if (paragraphs.empty() || paragraphs.front().size() > kTitle) {
    return false;
  }
  const char last = record.text[paragraphs.front().end - 1];
  return paragraphs.front().size() <= kDate || (last != '.' && last != '!' && last != '?');
}

/// Units of one document, and the lines of its head, which state nothing.
struct Cut {
  Spans units, head;
};

/// Cuts documents with tables of its own.
class Cutter {
 public:
  Cutter(UnitKind kind, const LexiconSource& lexicons)
      : kind_(kind), lexicons_(lexicons), tables_(lexicons) {}

  Result<Cut> operator()(const Record& record) {
    Cut cut;
    if (may_have_head(record)) {
      Bench& bench = this->bench();
      Result<Spans> lines = head_lines(record, bench.analyser, bench.attributor);
      if (!lines) {
        return std::move(lines).error();
      }
      cut.head = std::move(lines).value();
    }
    if (kind_ != UnitKind::kClaim) {
      cut.units = kind_ == UnitKind::kParagraph ? paragraph_spans(record)
                                                : statement_span(record, cut.head);
      return cut;
    }
    Result<Spans> spans = claims(record);
    if (!spans) {
      return std::move(spans).error();
    }
    cut.units = std::move(spans).value();
    return cut;
  }

 private:
  struct Bench {
    explicit Bench(const LexiconSource& lexicons)
        : analyser(words, lexicons), attributor(words, lexicons) {}
    WordTable words;
    Analyser analyser;
    Attributor attributor;
  };

  Bench& bench() {
    if (!bench_ || ++used_ > kUsesPerTable) {
      bench_ = std::make_unique<Bench>(lexicons_);
      used_ = 1;
    }
    return *bench_;
  }

  Result<Spans> claims(const Record& record) {
    Bench& bench = this->bench();
    Result<Document> document = bench.analyser.analyse(record);
    if (!document) {
      return std::move(document).error();
    }
    Result<const FactLexicon*> lexicon = tables_.get(document.value().language);
    if (!lexicon) {
      return std::move(lexicon).error();
    }
    Spans spans;
    for (const Claim& claim : extract_claims(document.value(), *lexicon.value(), bench.words)) {
      if (!claim.span.empty()) {
        spans.push_back(claim.span);
      }
    }
    return spans;
  }

  UnitKind kind_;
  const LexiconSource& lexicons_;
  FactLexicons tables_;
  std::unique_ptr<Bench> bench_;
  std::size_t used_ = 0;
};

/// Lines of the head count, but are no units.
void append_units(const Record& record, std::uint32_t document, const Cut& cut,
                  std::vector<Unit>& units) {
  std::uint32_t number = 0;
  std::uint32_t at = 0;
  std::size_t chars = 0;
  for (const ByteSpan span : cut.units) {
    ++number;
    if (within(span, cut.head)) {
      continue;
    }
    const std::string_view text = record.text;
    if (span.begin < at) {
      at = 0;
      chars = 0;
    }
    chars += count_code_points(text.substr(at, span.begin - at));
    at = span.begin;
    units.push_back({document, number, span, static_cast<std::uint32_t>(chars)});
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
  std::vector<Cut> cuts(documents.size());
  std::vector<std::optional<Error>> errors(documents.size());
  parallel_for(documents.size(), threads, [&] {
    return [&, cutter = std::make_shared<Cutter>(kind, lexicons)](std::size_t d) {
      Record& record = documents[d];
      if (record.language.empty()) {
        record.language = detect_language(record.text).code;
      }
      Result<Cut> cut = (*cutter)(record);
      if (cut) {
        cuts[d] = std::move(cut).value();
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
    append_units(documents[d], static_cast<std::uint32_t>(d), cuts[d], units);
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
