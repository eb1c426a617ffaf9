#include "engine/report/report_view.hpp"

#include <algorithm>

#include "engine/report/phrasing.hpp"

namespace parallax {
namespace {

bool starts_character(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
}

/// Documents may share an id (two files of one name): the one that the source speaks in is meant.
const ReportDocument* find_document(const ComparisonReport& report, std::string_view id,
                                    SourceIndex source) {
  for (const ReportDocument& d : report.documents) {
    const bool whole =
        d.id == id && d.statements.size() == 1 &&
        report.statements.at(static_cast<std::size_t>(d.statements.front())).source == source;
    if (whole) {
      return &d;
    }
  }
  return nullptr;
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

void describe_source(const ComparisonReport& report, SourceIndex index, SideInfo& info) {
  const ReportSource& source = report.source(index);
  info.name = with_country(source);
  info.role = source.narration ? "narration" : source.role == "unknown" ? "" : source.role;
  for (const ReportStatement& statement : report.statements) {
    info.claims += statement.source == index ? statement.claims.size() : 0;
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
  const ReportClaim& c = report.claim(claim);
  return c.sentence_span.empty() ? c.span : c.sentence_span;
}

std::string with_country(const ReportSource& source) {
  return source.country.empty() ? source.name : source.name + " (" + source.country + ")";
}

std::string letter(std::size_t index) {
  std::string text;
  for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
    text.insert(text.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return text;
}

std::string letter(SourceIndex source) {
  return letter(static_cast<std::size_t>(source));
}

bool by_source(const ComparisonReport& report) {
  return std::any_of(report.comparisons.begin(), report.comparisons.end(),
                     [&](const Comparison& c) {
                       return c.left == report.source(c.left_source).id ||
                              c.right == report.source(c.right_source).id;
                     });
}

std::string place(const ComparisonReport& report, ClaimIndex index) {
  const ReportClaim& claim = report.claim(index);
  const std::string here = std::to_string(claim.paragraph) + ":" + std::to_string(claim.sentence);
  const bool ambiguous = report.documents.size() > 1 && by_source(report);
  return ambiguous
             ? "[" + std::to_string(static_cast<std::size_t>(claim.document) + 1) + "] " + here
             : here;
}

SideInfo side_info(const ComparisonReport& report, const Comparison& comparison, Side side) {
  const bool left = side == Side::kLeft;
  const std::string& id = left ? comparison.left : comparison.right;
  const SourceIndex source = left ? comparison.left_source : comparison.right_source;
  SideInfo info;
  info.letter = letter(source);
  info.name = id;
  const ReportDocument* document = find_document(report, id, source);
  if (document != nullptr) {
    describe_document(report, *document, info);
  } else {
    describe_source(report, source, info);
  }
  return info;
}

SideInfo side_info(const ComparisonReport& report, SourceIndex source) {
  for (const Comparison& c : report.comparisons) {
    if (c.left_source == source || c.right_source == source) {
      return side_info(report, c, c.left_source == source ? Side::kLeft : Side::kRight);
    }
  }
  SideInfo info;
  info.letter = letter(source);
  describe_source(report, source, info);
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

std::string in_letters(std::string text, std::string_view left, std::string_view right) {
  const std::pair<std::string_view, std::string_view> sides[] = {{"left side", left},
                                                                 {"right side", right}};
  for (const auto& [words, with] : sides) {
    for (const std::string_view article : {"The ", "the "}) {
      const std::string phrase = std::string(article) + std::string(words);
      if (const std::size_t at = text.find(phrase); at != std::string::npos) {
        text.replace(at, phrase.size(), with);
      }
    }
  }
  return text;
}

std::string in_letters(std::string text, const Comparison& comparison) {
  return in_letters(std::move(text), letter(comparison.left_source),
                    letter(comparison.right_source));
}

std::string told_of(const ComparisonReport& report, const Comparison& comparison,
                    const ReportDivergence& d) {
  return report.comparisons.size() < 2 ? d.explanation : in_letters(d.explanation, comparison);
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

std::string strongest_relation(const Comparison& c) {
  const auto strongest = std::max_element(
      c.pairs.begin(), c.pairs.end(),
      [](const ReportPair& a, const ReportPair& b) { return a.relation < b.relation; });
  if (strongest == c.pairs.end()) {
    return c.overlap.similarity == 1.0 ? "identical" : "unrelated";  // two equal formulas
  }
  return std::string(name_of(strongest->relation));
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

namespace {

void check_evidence(const ComparisonReport& report, const Evidence& e) {
  PARALLAX_EXPECTS(slice(document_of(report, e.claim), e.span) == e.text);
  for (const ByteSpan span : e.key_terms) {
    static_cast<void>(slice(document_of(report, e.claim), span));
  }
}

void check_cell(const ComparisonReport& report, const TableCell& cell) {
  PARALLAX_EXPECTS(cell.claims.size() == cell.spans.size());
  for (std::size_t i = 0; i < cell.claims.size(); ++i) {
    PARALLAX_EXPECTS(report.claim(cell.claims[i]).span.contains(cell.spans[i]));
    static_cast<void>(slice(document_of(report, cell.claims[i]), cell.spans[i]));
  }
}

void check_table(const ComparisonReport& report) {
  for (const TableRow& row : report.table->rows) {
    PARALLAX_EXPECTS(row.cells.size() == report.table->columns.size());
    for (const TableCell& cell : row.cells) {
      check_cell(report, cell);
    }
  }
}

}  // namespace

void check_evidence(const ComparisonReport& report) {
  for (std::size_t k = 0; k < report.claims.size(); ++k) {
    static_cast<void>(claim_text(report, static_cast<ClaimIndex>(k)));
  }
  for (const Comparison& comparison : report.comparisons) {
    for (const ReportDivergence& d : comparison.divergences) {
      check_evidence(report, d.left);
      check_evidence(report, d.right);
    }
  }
  if (report.table) {
    check_table(report);
  }
}

}  // namespace parallax
