#include "engine/report/rounding.hpp"

#include <algorithm>
#include <cmath>

#include "engine/compare/quotes.hpp"
#include "engine/corpus/drift.hpp"
#include "engine/report/search_writers.hpp"
#include "engine/sources/statement.hpp"

namespace parallax {
namespace {

double rounded_to(double value, double scale) {
  if (!std::isfinite(value) || std::fabs(value) >= 9e9) {
    return value;
  }
  const double result = std::round(value * scale) / scale;
  return result == 0.0 ? 0.0 : result;
}

double score_to(double score, double scale) {
  return score <= 0.0 || score >= 1.0
             ? score
             : std::clamp(rounded_to(score, scale), 1.0 / scale, (scale - 1.0) / scale);
}

constexpr double kDecimals6 = 1e6;
constexpr double kDecimals4 = 1e4;

void round_value(Value& value) {
  for (auto& [name, content] : value) {
    if (auto* number = std::get_if<double>(&content)) {
      *number = rounded(*number);
    }
  }
}

void round_scores(Comparison& c) {
  for (double* share : {&c.overlap.similarity, &c.overlap.left_in_right, &c.overlap.right_in_left,
                        &c.overlap.verbatim}) {
    *share = rounded_score(*share);
  }
  for (ReportPair& pair : c.pairs) {
    pair.similarity = rounded_score(pair.similarity);
    for (TermWeight& term : pair.why) {
      term.weight = rounded_score(term.weight);
    }
  }
  for (ReportDivergence& d : c.divergences) {
    d.confidence = rounded_score(d.confidence);
    d.importance = rounded_score(d.importance);
    round_value(d.left.value);
    round_value(d.right.value);
  }
  for (auto* words : {&c.distinctive_left, &c.distinctive_right}) {
    for (ReportDistinctive& word : *words) {
      word.z = rounded(word.z);
    }
  }
}

}  // namespace

double rounded(double value) {
  return rounded_to(value, kDecimals6);
}

double rounded_score(double score) {
  return score_to(score, kDecimals6);
}

void round_scores(ComparisonReport& report) {
  for (ReportDocument& document : report.documents) {
    document.encoding_confidence = rounded_score(document.encoding_confidence);
  }
  for (ReportClaim& claim : report.claims) {
    claim.weight = rounded_score(claim.weight);
    claim.centrality = rounded_score(claim.centrality);
  }
  for (Comparison& comparison : report.comparisons) {
    round_scores(comparison);
  }
  if (report.table) {
    for (TableRow& row : report.table->rows) {
      row.weight = rounded_score(row.weight);
    }
  }
}

void round_scores(QuoteReport& report) {
  for (ReportDocument& document : report.officials) {
    document.encoding_confidence = rounded_score(document.encoding_confidence);
  }
  report.article.encoding_confidence = rounded_score(report.article.encoding_confidence);
  for (CheckedQuote& quote : report.check.quotes) {
    quote.similarity = rounded_score(quote.similarity);
    quote.quotation.source_confidence = rounded_score(quote.quotation.source_confidence);
  }
}

void round_scores(DriftReport& report) {
  for (DriftStatement& statement : report.statements) {
    statement.document.encoding_confidence = rounded_score(statement.document.encoding_confidence);
  }
  for (DriftChange& change : report.changes) {
    change.confidence = rounded_score(change.confidence);
    for (auto* side : {&change.before, &change.after}) {
      if (*side) {
        round_value((*side)->value);
      }
    }
  }
}

void round_scores(SourcedDocument& sourced) {
  for (Source& source : sourced.sources) {
    for (Mention& mention : source.mentions) {
      mention.confidence = score_to(mention.confidence, kDecimals4);
    }
  }
  for (Statement& statement : sourced.statements) {
    statement.confidence = score_to(statement.confidence, kDecimals4);
  }
}

void round_scores(std::vector<AnsweredQuery>& queries) {
  for (AnsweredQuery& query : queries) {
    for (SearchHit& hit : query.result.hits) {
      hit.score = rounded_score(hit.score);
      for (HitTerm& term : hit.terms) {
        term.share = rounded_score(term.share);
      }
    }
  }
}

}  // namespace parallax
