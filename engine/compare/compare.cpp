#include "engine/compare/compare.hpp"

#include <algorithm>
#include <array>

#include "engine/compare/centrality.hpp"
#include "engine/compare/distinctive.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/fingerprint.hpp"
#include "engine/compare/importance.hpp"
#include "engine/compare/pair_apart.hpp"
#include "engine/facts/claims.hpp"
#include "models/text/fold.hpp"

namespace parallax {
namespace {

/// From here on an aligned pair without findings counts as agreement rather than as merely related.
constexpr double kAgreeSimilarity = 0.5;

struct Run {
  ComparisonReport report;
  std::array<std::size_t, 2> first_claim{};  ///< Index of each side's first claim in the report.
};

ReportDocument document_row(const Document& d) {
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
  return row;
}

/// A document without attribution belongs to its issuer: its source field, else its title, else its
/// id.
ReportSource issuer(const Document& d, std::size_t number) {
  ReportSource source;
  source.id = "SRC" + std::to_string(number);
  source.inferred = !d.record.source.has_value();
  source.name = d.record.source.value_or(d.record.title.value_or(d.record.id));
  return source;
}

/// Share of each claim in the term weight of its document; unknown words weigh most.
std::vector<double> claim_weights(const ClaimedDocument& side, const WordTable& words,
                                  const BackgroundModel* model) {
  std::vector<double> weights;
  double total = 0.0;
  for (const Claim& claim : side.claims) {
    double sum = 0.0;
    for (std::uint32_t i = 0; i < claim.token_count; ++i) {
      const Token& token = side.document.tokens[claim.first_token + i];
      if (token.kind != TokenKind::kPunctuation && !words[token.word].stop) {
        sum += model == nullptr ? 1.0 : model->idf(words[token.word].folded);
      }
    }
    total += sum;
    weights.push_back(sum);
  }
  for (double& weight : weights) {
    weight = total > 0.0 ? weight / total : 0.0;
  }
  return weights;
}

void add_side(Run& run, std::size_t side, const ClaimedDocument& claimed, const WordTable& words,
              const BackgroundModel* model) {
  ComparisonReport& report = run.report;
  const std::vector<double> weights = claim_weights(claimed, words, model);
  const std::vector<double> centrality = claim_centrality(claimed, words, model);
  run.first_claim.at(side) = report.claims.size();
  ReportStatement statement;
  statement.id = "S" + std::to_string(report.statements.size() + 1);
  statement.source = static_cast<SourceIndex>(report.sources.size());
  const auto statement_index = static_cast<StatementIndex>(report.statements.size());
  for (std::size_t k = 0; k < claimed.claims.size(); ++k) {
    const Claim& claim = claimed.claims[k];
    const Sentence& sentence = claimed.document.sentences[claim.sentence];
    ReportClaim row;
    row.id = "C" + std::to_string(report.claims.size() + 1);
    row.statement = statement_index;
    row.document = static_cast<DocumentIndex>(report.documents.size());
    row.span = claim.span;
    row.paragraph = sentence.paragraph + 1;
    row.sentence = sentence.number;
    row.commitment = claim.commitment;
    row.weight = weights[k];
    row.centrality = centrality[k];
    statement.claims.push_back(static_cast<ClaimIndex>(report.claims.size()));
    report.claims.push_back(std::move(row));
  }
  if (!claimed.claims.empty()) {
    statement.spans.push_back({claimed.claims.front().span.begin, claimed.claims.back().span.end});
  }
  ReportDocument document = document_row(claimed.document);
  document.statements.push_back(statement_index);
  report.sources.push_back(issuer(claimed.document, report.sources.size() + 1));
  report.statements.push_back(std::move(statement));
  report.documents.push_back(std::move(document));
}

Evidence evidence(const Document& document, ClaimIndex claim, FindingSide&& side) {
  Evidence e;
  e.claim = claim;
  e.span = side.span;
  e.text = std::string(document.slice(side.span));
  e.value = std::move(side.value);
  return e;
}

/// Everything about one comparison while it is built.
struct Work {
  const ClaimedDocument& left;
  const ClaimedDocument& right;
  const WordTable& words;
  Run& run;
  bool revision = false;  ///< Both sides are statements of one source at different dates.
  Comparison comparison;

  [[nodiscard]] ClaimIndex left_claim(std::uint32_t i) const {
    return static_cast<ClaimIndex>(run.first_claim[0] + i);
  }
  [[nodiscard]] ClaimIndex right_claim(std::uint32_t i) const {
    return static_cast<ClaimIndex>(run.first_claim[1] + i);
  }
};

Relation relation_of(const AlignedPair& pair, Severity worst, bool any) {
  if (any && worst == Severity::kConflict) {
    return Relation::kConflict;
  }
  if (any && worst == Severity::kDifference) {
    return Relation::kDiffer;
  }
  if (pair.matched_by == "exact") {
    return Relation::kIdentical;
  }
  return !any && pair.similarity >= kAgreeSimilarity ? Relation::kAgree : Relation::kRelated;
}

/// Two statements of one source with different dates: what differs is a change over time, not a
/// contradiction.
bool is_revision(const Record& a, const Record& b) {
  return a.source && b.source && a.date && b.date && *a.date != *b.date &&
         fold(*a.source) == fold(*b.source);
}

void add_findings(Work& work, std::uint32_t i, std::uint32_t j, Severity& worst, bool& any) {
  const PairContext context{work.left.document, work.right.document, work.left.claims[i],
                            work.right.claims[j], work.words};
  const EventGate gate = open_gate(context);
  for (Finding& f : diverge(context, gate)) {
    ReportDivergence row;
    row.fingerprint = fingerprint(context, f);
    row.kind = f.kind;
    row.severity = f.severity;
    row.confidence = f.confidence;
    row.rule = f.rule;
    row.slot = f.slot;
    row.explanation = f.explanation;
    if (row.severity == Severity::kConflict && work.revision) {
      row.severity = Severity::kDifference;
      row.explanation += "; one source changed this between two dates";
    }
    row.comparable_because = gate.because;
    row.left = evidence(context.left_document, work.left_claim(i), std::move(f.left));
    row.right = evidence(context.right_document, work.right_claim(j), std::move(f.right));
    row.pair = work.comparison.pairs.size();
    weigh(context.left, context.right, row);
    worst = any ? std::min(worst, row.severity) : row.severity;
    any = true;
    work.comparison.divergences.push_back(std::move(row));
  }
}

void add_pair(Work& work, const AlignedPair& pair) {
  Severity worst = Severity::kNote;
  bool any = false;
  if (pair.matched_by != "exact") {
    for (const std::uint32_t i : pair.left) {
      for (const std::uint32_t j : pair.right) {
        add_findings(work, i, j, worst, any);
      }
    }
  }
  ReportPair row;
  for (const std::uint32_t i : pair.left) {
    row.left.push_back(work.left_claim(i));
  }
  for (const std::uint32_t j : pair.right) {
    row.right.push_back(work.right_claim(j));
  }
  row.similarity = pair.similarity;
  row.relation = relation_of(pair, worst, any);
  row.matched_by = pair.matched_by;
  row.moved = pair.moved;
  for (const AlignedTerm& term : pair.why) {
    row.why.push_back({term.term, term.weight});
  }
  work.comparison.pairs.push_back(std::move(row));
}

AlignUnit whole(const Document& d) {
  return {d.record.text, d.tokens.data(), d.tokens.size(), d.language};
}

void add_distinctive(Work& work, const BackgroundModel* model) {
  const DistinctiveWords found =
      distinctive_words(work.left.document, work.right.document, work.words, model);
  for (const DistinctiveWord& word : found.left) {
    work.comparison.distinctive_left.push_back({word.term, word.own, word.other, word.z});
  }
  for (const DistinctiveWord& word : found.right) {
    work.comparison.distinctive_right.push_back({word.term, word.other, word.own, word.z});
  }
}

Comparison compare_sides(const ClaimedDocument& left, const ClaimedDocument& right, Run& run,
                         const WordTable& words, const BackgroundModel* model) {
  Work work{left, right, words, run, is_revision(left.document.record, right.document.record), {}};
  work.comparison.left = left.document.record.id;
  work.comparison.right = right.document.record.id;
  const TextOverlap overlap =
      text_overlap(whole(left.document), whole(right.document), words, model);
  work.comparison.overlap = {overlap.similarity, overlap.left_in_right, overlap.right_in_left,
                             overlap.verbatim};
  const ApartAlignment apart = pair_apart(left, right, words, model);
  const Alignment& alignment = apart.alignment;
  for (const AlignedPair& pair : alignment.pairs) {
    add_pair(work, pair);
  }
  for (const std::uint32_t i : alignment.only_left) {
    work.comparison.only_left.push_back(work.left_claim(i));
  }
  for (const std::uint32_t j : alignment.only_right) {
    work.comparison.only_right.push_back(work.right_claim(j));
  }
  for (const std::uint32_t i : apart.formulaic_left) {
    work.comparison.formulaic.push_back(work.left_claim(i));
  }
  for (const std::uint32_t j : apart.formulaic_right) {
    work.comparison.formulaic.push_back(work.right_claim(j));
  }
  rank(work.comparison.divergences);
  add_distinctive(work, model);
  return std::move(work.comparison);
}

}  // namespace

Result<ComparisonReport> compare_documents(const Document& left, const Document& right,
                                           WordTable& words, const LexiconSource& lexicons,
                                           const CompareOptions& options) {
  FactLexicons tables(lexicons);
  return compare_documents(left, right, words, tables, options);
}

Result<ComparisonReport> compare_documents(const Document& left, const Document& right,
                                           WordTable& words, FactLexicons& tables,
                                           const CompareOptions& options) {
  Result<const FactLexicon*> left_tables = tables.get(left.language);
  if (!left_tables) {
    return std::move(left_tables).error();
  }
  Result<const FactLexicon*> right_tables = tables.get(right.language);
  if (!right_tables) {
    return std::move(right_tables).error();
  }
  const BackgroundModel* model =
      options.model != nullptr ? options.model : BackgroundModel::builtin(left.language);
  const ClaimedDocument l{left, extract_claims(left, *left_tables.value(), words)};
  const ClaimedDocument r{right, extract_claims(right, *right_tables.value(), words)};
  Run run;
  add_side(run, 0, l, words, model);
  add_side(run, 1, r, words, model);
  run.report.tool.lexicons = tables.source().identity();
  run.report.tool.model = model == nullptr ? "none" : model->info().identity;
  run.report.comparisons.push_back(compare_sides(l, r, run, words, model));
  return std::move(run.report);
}

std::string_view name_of(Relation relation) {
  static constexpr std::array<std::string_view, 5> kNames = {"identical", "agree", "related",
                                                             "differ", "conflict"};
  return kNames.at(static_cast<std::size_t>(relation));
}

std::string_view name_of(Severity severity) {
  static constexpr std::array<std::string_view, 3> kNames = {"conflict", "difference", "note"};
  return kNames.at(static_cast<std::size_t>(severity));
}

}  // namespace parallax
