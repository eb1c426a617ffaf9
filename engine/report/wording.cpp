#include "engine/report/wording.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace parallax {
namespace {

/// Longer texts are marked as wholly different beyond this many words a side: the table of the
/// subsequence is quadratic.
constexpr std::size_t kMaxWords = 600;

bool blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::vector<ByteSpan> words_of(const std::string& text) {
  std::vector<ByteSpan> words;
  std::size_t i = 0;
  while (i < text.size()) {
    while (i < text.size() && blank(text[i])) {
      ++i;
    }
    const std::size_t begin = i;
    while (i < text.size() && !blank(text[i])) {
      ++i;
    }
    if (i > begin) {
      words.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i)});
    }
  }
  return words;
}

std::string_view word_at(const std::string& text, ByteSpan span) {
  return std::string_view(text).substr(span.begin, span.size());
}

/// Lengths of the longest common subsequences of all suffixes, row by row.
struct SuffixTable {
  std::size_t columns = 0;
  std::vector<std::uint16_t> cells;
  [[nodiscard]] std::uint16_t at(std::size_t i, std::size_t j) const {
    return cells[i * columns + j];
  }
};

}  // namespace

std::string percent(double share) {
  if (share <= 0.0) {
    return "0 %";
  }
  if (share >= 1.0) {
    return "100 %";
  }
  const double value = std::floor(share * 100.0 + 0.5);
  return value < 1 ? "<1 %" : value > 99 ? ">99 %" : fmt::format("{:.0f} %", value);
}

std::string two_decimals(double value) {
  return fmt::format("{:.2f}", std::floor(value * 100.0 + 0.5) / 100.0);
}

std::string counted(std::size_t n, const std::string& singular) {
  return std::to_string(n) + " " + singular + (n == 1 ? "" : "s");
}

std::string place_of(const ReportClaim& claim) {
  return std::to_string(claim.paragraph) + ":" + std::to_string(claim.sentence);
}

std::string value_text(const Value& value) {
  std::string text;
  for (const auto& [name, field] : value) {
    text += (text.empty() ? "" : ", ") + name + " ";
    if (const auto* number = std::get_if<double>(&field)) {
      text += fmt::format("{:g}", std::round(*number * 1e6) / 1e6);
    } else if (const auto* flag = std::get_if<bool>(&field)) {
      text += *flag ? "yes" : "no";
    } else {
      text += std::get<std::string>(field);
    }
  }
  return text;
}

std::string claim_text(const ComparisonReport& report, ClaimIndex index) {
  const ReportClaim& claim = report.claim(index);
  const std::string& text = report.documents.at(static_cast<std::size_t>(claim.document)).text;
  return text.substr(claim.span.begin, claim.span.size());
}

std::string side_name(const ComparisonReport& report, std::size_t side) {
  return report.sources.at(side).name;
}

std::size_t count_of(const Comparison& comparison, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(comparison.divergences.begin(), comparison.divergences.end(),
                    [&](const ReportDivergence& d) { return d.severity == severity; }));
}

std::vector<const ReportPair*> agreements(const Comparison& comparison) {
  std::vector<const ReportPair*> pairs;
  for (const ReportPair& pair : comparison.pairs) {
    if (pair.relation == Relation::kIdentical || pair.relation == Relation::kAgree ||
        pair.relation == Relation::kRelated) {
      pairs.push_back(&pair);
    }
  }
  return pairs;
}

std::vector<ByteSpan> differing_words(const std::string& text, const std::string& other) {
  const std::vector<ByteSpan> a = words_of(text);
  const std::vector<ByteSpan> b = words_of(other);
  if (a.size() > kMaxWords || b.size() > kMaxWords) {
    return a;
  }
  const auto same = [&](std::size_t i, std::size_t j) {
    return word_at(text, a[i]) == word_at(other, b[j]);
  };
  SuffixTable t{b.size() + 1, std::vector<std::uint16_t>((a.size() + 1) * (b.size() + 1), 0)};
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      t.cells[i * t.columns + j] = same(i, j) ? static_cast<std::uint16_t>(t.at(i + 1, j + 1) + 1)
                                              : std::max(t.at(i + 1, j), t.at(i, j + 1));
    }
  }
  std::vector<ByteSpan> differing;
  std::size_t j = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    while (j < b.size() && !same(i, j) && t.at(i, j + 1) >= t.at(i + 1, j)) {
      ++j;
    }
    if (j < b.size() && same(i, j)) {
      ++j;
    } else {
      differing.push_back(a[i]);
    }
  }
  return differing;
}

}  // namespace parallax
