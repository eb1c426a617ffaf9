#include "engine/report/report_view.hpp"

#include <algorithm>

#include "engine/report/phrasing.hpp"

namespace parallax {
namespace {

bool starts_character(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
}

bool same_sentence(const ReportClaim& a, const ReportClaim& b) {
  return a.document == b.document && a.paragraph == b.paragraph && a.sentence == b.sentence;
}

/// Documents may share an id (two files of one name): the left side takes the first, the right side
/// the last.
const ReportDocument* find_document(const ComparisonReport& report, std::string_view id,
                                    Side side) {
  const auto has_id = [&](const ReportDocument& d) { return d.id == id; };
  if (side == Side::kLeft) {
    const auto at = std::find_if(report.documents.begin(), report.documents.end(), has_id);
    return at == report.documents.end() ? nullptr : &*at;
  }
  const auto at = std::find_if(report.documents.rbegin(), report.documents.rend(), has_id);
  return at == report.documents.rend() ? nullptr : &*at;
}

std::string with_country(const ReportSource& source) {
  return source.country.empty() ? source.name : source.name + " (" + source.country + ")";
}

const ReportSource* source_of(const ComparisonReport& report, const ReportDocument& document) {
  if (document.statements.empty()) {
    return nullptr;
  }
  const auto statement = static_cast<std::size_t>(document.statements.front());
  return &report.sources.at(static_cast<std::size_t>(report.statements.at(statement).source));
}

void describe_document(const ComparisonReport& report, const ReportDocument& document,
                       SideInfo& info) {
  const ReportSource* source = source_of(report, document);
  info.name = source != nullptr && !source->name.empty() ? with_country(*source)
              : document.title                           ? *document.title
                                                         : document.id;
  info.date = document.date ? short_date(*document.date) : "";
  info.file = document.path == "-" ? "standard input"
                                   : document.path.substr(document.path.find_last_of('/') + 1);
  info.language = document.language;
  if (document.encoding_confidence < 1.0) {
    info.reading = "read as " + document.encoding + " (" + "sure " +
                   confidence(document.encoding_confidence) + ")";
  }
  for (const StatementIndex s : document.statements) {
    info.claims += report.statements.at(static_cast<std::size_t>(s)).claims.size();
  }
}

void describe_source(const ComparisonReport& report, std::string_view id, SideInfo& info) {
  for (std::size_t k = 0; k < report.sources.size(); ++k) {
    if (report.sources[k].id != id) {
      continue;
    }
    info.name = with_country(report.sources[k]);
    for (const ReportStatement& statement : report.statements) {
      info.claims += static_cast<std::size_t>(statement.source) == k ? statement.claims.size() : 0;
    }
  }
}

}  // namespace

std::string_view slice(const ReportDocument& document, ByteSpan span) {
  const std::string_view text = document.text;
  PARALLAX_EXPECTS(span.begin <= span.end && span.end <= text.size());
  PARALLAX_EXPECTS(starts_character(text, span.begin) && starts_character(text, span.end));
  return text.substr(span.begin, span.size());
}

const ReportDocument& document_of(const ComparisonReport& report, ClaimIndex claim) {
  return report.documents.at(static_cast<std::size_t>(report.claim(claim).document));
}

std::string_view claim_text(const ComparisonReport& report, ClaimIndex claim) {
  return slice(document_of(report, claim), report.claim(claim).span);
}

ByteSpan sentence_span(const ComparisonReport& report, ClaimIndex claim) {
  const ReportClaim& middle = report.claim(claim);
  ByteSpan span = middle.span;
  const auto index = static_cast<std::size_t>(claim);
  for (std::size_t k = index; k > 0 && same_sentence(report.claims[k - 1], middle); --k) {
    span = span.join(report.claims[k - 1].span);
  }
  for (std::size_t k = index + 1;
       k < report.claims.size() && same_sentence(report.claims[k], middle); ++k) {
    span = span.join(report.claims[k].span);
  }
  return span;
}

SideInfo side_info(const ComparisonReport& report, const Comparison& comparison, Side side) {
  const std::string& id = side == Side::kLeft ? comparison.left : comparison.right;
  SideInfo info;
  info.name = id;
  const ReportDocument* document = find_document(report, id, side);
  if (document != nullptr) {
    describe_document(report, *document, info);
  } else {
    describe_source(report, id, info);
  }
  return info;
}

FoundDivergence find_divergence(const ComparisonReport& report, std::string_view id) {
  std::string_view number = id;
  if (!number.empty() && (number.front() == 'D' || number.front() == 'd')) {
    number.remove_prefix(1);
  }
  for (const Comparison& comparison : report.comparisons) {
    for (const ReportDivergence& d : comparison.divergences) {
      if (d.fingerprint == id || d.id == id || d.id == "D" + std::string(number)) {
        return {&comparison, &d};
      }
    }
  }
  return {};
}

std::vector<ClaimIndex> most_central_first(const ComparisonReport& report,
                                           const std::vector<ClaimIndex>& claims) {
  std::vector<ClaimIndex> ordered = claims;
  std::stable_sort(ordered.begin(), ordered.end(), [&](ClaimIndex a, ClaimIndex b) {
    return report.claim(a).centrality > report.claim(b).centrality;
  });
  return ordered;
}

std::vector<ReportDistinctive> framing_words(const std::vector<ReportDistinctive>& words,
                                             std::size_t top) {
  constexpr double kMinZ = 0.5;
  std::vector<ReportDistinctive> out;
  for (const ReportDistinctive& word : words) {
    if (word.z >= kMinZ && out.size() < top) {
      out.push_back(word);
    }
  }
  return out;
}

std::size_t count_accepted(const Comparison& comparison) {
  return static_cast<std::size_t>(
      std::count_if(comparison.divergences.begin(), comparison.divergences.end(),
                    [](const ReportDivergence& d) { return d.accepted; }));
}

std::size_t count_severity(const Comparison& comparison, Severity severity) {
  return static_cast<std::size_t>(std::count_if(
      comparison.divergences.begin(), comparison.divergences.end(),
      [&](const ReportDivergence& d) { return d.severity == severity && !d.accepted; }));
}

std::size_t count_relation(const Comparison& comparison, Relation relation) {
  return static_cast<std::size_t>(
      std::count_if(comparison.pairs.begin(), comparison.pairs.end(),
                    [&](const ReportPair& p) { return p.relation == relation; }));
}

void check_evidence(const ComparisonReport& report) {
  for (std::size_t k = 0; k < report.claims.size(); ++k) {
    static_cast<void>(claim_text(report, static_cast<ClaimIndex>(k)));
  }
  for (const Comparison& comparison : report.comparisons) {
    for (const ReportDivergence& d : comparison.divergences) {
      PARALLAX_EXPECTS(slice(document_of(report, d.left.claim), d.left.span) == d.left.text);
      PARALLAX_EXPECTS(slice(document_of(report, d.right.claim), d.right.span) == d.right.text);
      for (const Evidence* e : {&d.left, &d.right}) {
        for (const ByteSpan span : e->key_terms) {
          static_cast<void>(slice(document_of(report, e->claim), span));
        }
      }
    }
  }
}

}  // namespace parallax
