/// JSONL `parallax.batch/1` -> a saved batch.

#include <nlohmann/json.hpp>

#include "engine/report/saved_readers_json.hpp"

namespace parallax {
namespace {

/// Most neighbours, comparisons and formulations that `batch` takes.
constexpr std::uint64_t kMost = 1'000'000'000;
constexpr std::uint64_t kMostNeighbours = 1'000'000;

BatchOptions options_of(const SavedNode& node) {
  BatchOptions o;
  constexpr UnitKind kUnits[] = {UnitKind::kParagraph, UnitKind::kStatement, UnitKind::kClaim};
  o.unit = node.at("unit").one_of(kUnits);
  o.top_k = node.at("top_k").count(kMostNeighbours);
  o.threshold = node.at("threshold").score();
  o.related = node.at("related").score();
  o.identical = node.at("identical").score();
  o.compare = node.at("compare").count(kMost);
  o.min_terms = node.at("min_terms").small();
  o.formulations = node.at("formulations").count(kMost);
  for (const char* name : {"top_k", "min_terms"}) {
    if (node.at(name).count(kMost) == 0) {
      node.at(name).fail("must be at least 1");
    }
  }
  for (const char* name : {"threshold", "related", "identical"}) {
    if (node.at(name).real() <= 0.0) {
      node.at(name).fail("must be above 0");
    }
  }
  return o;
}

}  // namespace

void BatchFromJson::add(const SavedNode& record) {
  using Reader = void (BatchFromJson::*)(const SavedNode&);
  static constexpr std::pair<std::string_view, Reader> kReaders[] = {
      {"document", &BatchFromJson::document},
      {"failure", &BatchFromJson::failure},
      {"unit", &BatchFromJson::unit},
      {"pair", &BatchFromJson::pair},
      {"formulation", &BatchFromJson::formulation},
      {"trailer", &BatchFromJson::trailer}};
  const std::string kind = record.at("record").text();
  ++records_;
  if (ended_) {
    record.fail("stands behind the last record of the batch");
  } else if (records_ == 1) {
    header(record);
  } else {
    for (const auto& [name, reader] : kReaders) {
      if (name == kind) {
        (this->*reader)(record);
        return;
      }
    }
  }
}

void BatchFromJson::header(const SavedNode& record) {
  if (record.at("record").text() != "header") {
    record.at("record").fail("must be header in the first line");
  }
  batch_.run.tool = saved_tool(record);
  batch_.run.options = options_of(record.at("options"));
  batch_.run.where = record.at("options").at("where").optional_text().value_or("");
  batch_.run.inputs = record.at("inputs").texts();
  for (const auto& [name, value] : record.at("reading").fields()) {
    batch_.run.reading.emplace_back(name, value.text());
  }
}

void BatchFromJson::document(const SavedNode& record) {
  ReportDocument saved = saved_document(record);
  if (!documents_.emplace(saved.id, batch_.corpus.documents.size()).second) {
    record.at("id").fail("stands twice");
  }
  batch_.corpus.documents.push_back(record_of(saved));
}

void BatchFromJson::failure(const SavedNode& record) {
  constexpr ErrorCode kCodes[] = {ErrorCode::kIo,     ErrorCode::kEncoding,
                                  ErrorCode::kFormat, ErrorCode::kInvalidOption,
                                  ErrorCode::kLimit,  ErrorCode::kEmpty};
  batch_.corpus.failures.push_back(
      {record.at("reason").one_of(kCodes), record.at("path").text(), record.at("message").text()});
}

std::size_t BatchFromJson::document_of(const SavedNode& id) const {
  const auto found = documents_.find(id.text());
  if (found == documents_.end()) {
    id.fail("is no document of this batch");
    return 0;
  }
  return found->second;
}

void BatchFromJson::unit(const SavedNode& record) {
  const std::string name = record.at("id").text();
  const std::size_t document = document_of(record.at("document"));
  if (record.failed()) {
    return;
  }
  const std::string& text = batch_.corpus.documents[document].text;
  const ByteSpan span = record.at("span").span(text);
  record.expect_words(text, span, record.at("text").text());
  units_.emplace(name, batch_.places.size());
  batch_.places.push_back({name, document, span});
}

PairFindingSide BatchFromJson::side(const SavedNode& node, const std::string& unit) const {
  const auto found = units_.find(unit);
  if (found == units_.end()) {
    node.fail("is of a unit that is not there");
    return {};
  }
  const SavedBatch::Place& place = batch_.places[found->second];
  const std::string& text = batch_.corpus.documents[place.document].text;
  PairFindingSide side;
  side.span = node.at("span").span(text);
  side.text = node.at("text").text();
  node.expect_words(text, side.span, side.text);
  if (!place.span.contains(side.span)) {
    node.at("span").fail("does not lie in its unit");
  }
  const std::vector<SavedNode> chars = node.at("chars").list();
  if (chars.size() != 2) {
    node.at("chars").fail("is no [begin, end]");
    return {};
  }
  side.chars = {chars[0].small(), chars[1].small()};
  return side;
}

void BatchFromJson::pair(const SavedNode& record) {
  SavedBatch::Pair pair{record.at("left").text(), record.at("right").text(),
                        record.at("score").score()};
  if (const std::optional<SavedNode> overlap = record.find("overlap")) {
    PairFindings findings;
    findings.relation =
        record.at("relation")
            .word({"identical", "agree", "related", "differ", "conflict", "unrelated"});
    findings.left_in_right = overlap->at("left_in_right").score();
    findings.right_in_left = overlap->at("right_in_left").score();
    findings.verbatim = overlap->at("verbatim").score();
    for (const SavedNode& d : record.at("divergences").list()) {
      PairFinding finding;
      finding.kind = d.at("kind").text();
      finding.severity = d.at("severity").word({"conflict", "difference", "note"});
      finding.fingerprint = d.at("fingerprint").text();
      finding.rule = d.at("rule").text();
      finding.slot = d.at("slot").text();
      finding.confidence = d.at("confidence").score();
      finding.importance = d.at("importance").score();
      finding.left = side(d.at("left"), pair.left);
      finding.right = side(d.at("right"), pair.right);
      finding.comparable_because = d.at("comparable_because").text();
      finding.explanation = d.at("explanation").text();
      findings.divergences.push_back(std::move(finding));
    }
    batch_.findings.insert_or_assign({pair.left, pair.right}, std::move(findings));
  }
  batch_.pairs.push_back(std::move(pair));
}

void BatchFromJson::formulation(const SavedNode& record) {
  constexpr RarityBand kBands[] = {RarityBand::kRare, RarityBand::kFrequent,
                                   RarityBand::kFormulaic};
  const std::string id = record.at("id").text();
  Formulation f;
  f.words = record.at("words").small();
  f.sources = record.at("sources").small();
  f.band = record.at("band").one_of(kBands);
  f.first_known = record.at("first_known").flag();
  for (const SavedNode& use : record.at("uses").list()) {
    const std::size_t document = document_of(use.at("document"));
    if (record.failed()) {
      return;
    }
    const std::string& text = batch_.corpus.documents[document].text;
    const ByteSpan span = use.at("span").span(text);
    if (f.uses.empty()) {
      record.expect_words(text, span, record.at("text").text());
    }
    f.uses.push_back({static_cast<std::uint32_t>(document), span, use.at("times").small()});
    batch_.places.push_back({id, document, span});
  }
  if (f.uses.empty()) {
    record.at("uses").fail("is empty");
  }
  batch_.wording.list.push_back(std::move(f));
}

void BatchFromJson::trailer(const SavedNode& record) {
  ended_ = true;
  const SavedNode counts = record.at("counts");
  const std::pair<const char*, std::size_t> had[] = {{"documents", batch_.corpus.documents.size()},
                                                     {"failures", batch_.corpus.failures.size()},
                                                     {"pairs", batch_.pairs.size()},
                                                     {"formulations", batch_.wording.list.size()},
                                                     {"records", records_}};
  batch_.wording.found = counts.at("formulations_found").count(kMost);
  for (const auto& [name, count] : had) {
    if (const std::uint64_t wanted = counts.at(name).count(); wanted != count) {
      counts.at(name).fail("is " + std::to_string(wanted) + ", but the file has " +
                           std::to_string(count));
    }
  }
}

Result<SavedBatch> BatchFromJson::finish(const std::string& path) && {
  if (!ended_) {
    return Error{ErrorCode::kFormat, path, "ends without its last record: it is cut short"};
  }
  if (batch_.corpus.documents.empty()) {
    return Error{ErrorCode::kFormat, path, "holds no document"};
  }
  return std::move(batch_);
}

}  // namespace parallax
