#include "engine/corpus/findings.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/compare/compare.hpp"
#include "engine/corpus/head_lines.hpp"
#include "engine/document/analyse.hpp"
#include "models/base/expects.hpp"
#include "models/base/utf8.hpp"

namespace parallax {
namespace {

/// After this many pairs the word table is made anew.
constexpr std::size_t kPairsPerTable = 1000;

double rounded(double value) {
  constexpr double kScale = 1e6;
  return std::round(value * kScale) / kScale;
}

std::string relation_of(const Comparison& comparison) {
  Relation strongest = Relation::kIdentical;
  for (const ReportPair& pair : comparison.pairs) {
    strongest = std::max(strongest, pair.relation);
  }
  if (comparison.pairs.empty()) {
    return comparison.overlap.similarity == 1.0 ? "identical" : "unrelated";
  }
  return std::string(name_of(strongest));
}

PairFindingSide side_of(const Evidence& evidence, const Unit& unit, std::string_view text) {
  PARALLAX_EXPECTS(text.substr(evidence.span.begin, evidence.span.size()) == evidence.text);
  const auto first = static_cast<std::uint32_t>(
      unit.first_char + count_code_points(text.substr(0, evidence.span.begin)));
  const auto length = static_cast<std::uint32_t>(count_code_points(evidence.text));
  return {{evidence.span.begin + unit.span.begin, evidence.span.end + unit.span.begin},
          {first, first + length},
          evidence.text};
}

}  // namespace

struct UnitComparer::Bench {
  explicit Bench(const LexiconSource& lexicons)
      : analyser(words, lexicons), attributor(words, lexicons) {}
  WordTable words;
  Analyser analyser;
  Attributor attributor;
  std::map<std::uint32_t, std::vector<ByteSpan>> heads;  ///< By document; those asked for.
};

/// One unit on its way into a comparison.
struct UnitComparer::Side {
  Document document;
  DocumentHead head;

  [[nodiscard]] bool states_nothing() const {
    return head.sentences.size() == document.sentences.size();
  }
};

UnitComparer::UnitComparer(const std::vector<Unit>& units, const std::vector<Record>& documents,
                           const LexiconSource& lexicons, const BackgroundModel* model)
    : units_(units), documents_(documents), lexicons_(lexicons), model_(model), tables_(lexicons) {}

UnitComparer::~UnitComparer() = default;

Result<Document> UnitComparer::analysed(std::uint32_t unit, std::string_view side) {
  const Record& whole = documents_[units_[unit].document];
  Record record;
  record.id = std::string(side);
  record.path = whole.path;
  record.sha256 = whole.sha256;
  record.text = std::string(text_of(units_[unit], documents_));
  record.encoding = whole.encoding;
  record.encoding_confidence = whole.encoding_confidence;
  record.title = whole.title;
  record.date = whole.date;
  record.source = whole.source;
  record.language = whole.language;
  return bench_->analyser.analyse(std::move(record));
}

Result<UnitComparer::Side> UnitComparer::side(std::uint32_t unit, std::string_view name) {
  Result<Document> document = analysed(unit, name);
  if (!document) {
    return std::move(document).error();
  }
  Side side{std::move(document).value(), {}};
  const std::uint32_t number = units_[unit].document;
  auto lines = bench_->heads.find(number);
  if (lines == bench_->heads.end()) {
    Result<std::vector<ByteSpan>> read =
        head_lines(documents_[number], bench_->analyser, bench_->attributor);
    if (!read) {
      return std::move(read).error();
    }
    lines = bench_->heads.emplace(number, std::move(read).value()).first;
  }
  const std::uint32_t shift = units_[unit].span.begin;
  for (std::uint32_t s = 0; s < side.document.sentences.size(); ++s) {
    const ByteSpan span = side.document.sentences[s].span;
    for (const ByteSpan line : lines->second) {
      if (line.begin <= span.begin + shift && span.end + shift <= line.end) {
        side.head.sentences.push_back(s);
      }
    }
  }
  return side;
}

Result<PairFindings> UnitComparer::compare(std::uint32_t left, std::uint32_t right) {
  if (bench_ == nullptr || ++used_ > kPairsPerTable) {
    bench_ = std::make_unique<Bench>(lexicons_);
    used_ = 1;
  }
  Result<Side> a = side(left, "left");
  if (!a) {
    return std::move(a).error();
  }
  Result<Side> b = side(right, "right");
  if (!b) {
    return std::move(b).error();
  }
  // Where nothing else stands, the lines are compared all the same, for what they share.
  const bool nothing = a.value().states_nothing() || b.value().states_nothing();
  const auto input = [&](const Side& side) {
    return CompareInput{&side.document, nullptr, nothing ? nullptr : &side.head};
  };
  Result<ComparisonReport> report =
      compare_documents(input(a.value()), input(b.value()), bench_->words, tables_, {model_});
  if (!report) {
    return std::move(report).error();
  }
  const Comparison& comparison = report.value().comparisons.front();
  PairFindings findings;
  const bool same = comparison.overlap.similarity == 1.0;
  findings.relation = nothing && !same ? "related" : relation_of(comparison);
  findings.left_in_right = rounded(comparison.overlap.left_in_right);
  findings.right_in_left = rounded(comparison.overlap.right_in_left);
  findings.verbatim = rounded(comparison.overlap.verbatim);
  for (const ReportDivergence& d : comparison.divergences) {
    if (nothing) {
      break;
    }
    PairFinding finding;
    finding.kind = d.kind;
    finding.severity = std::string(name_of(d.severity));
    finding.fingerprint = d.fingerprint;
    finding.rule = d.rule;
    finding.slot = d.slot;
    finding.confidence = rounded(d.confidence);
    finding.importance = rounded(d.importance);
    finding.left = side_of(d.left, units_[left], a.value().document.record.text);
    finding.right = side_of(d.right, units_[right], b.value().document.record.text);
    finding.comparable_because = d.comparable_because;
    finding.explanation = d.explanation;
    findings.divergences.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace parallax
