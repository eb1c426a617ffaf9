#include "engine/report/html_batch_view.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "engine/corpus/calendar.hpp"
#include "engine/report/html_abridged.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/phrasing.hpp"

namespace parallax {

BatchHtml::BatchHtml(const BatchReport& report, const BatchRun& run)
    : report_(report),
      run_(run),
      shown_pairs_(report.pairs.size(), false),
      shown_clusters_(report.clusters.size(), false) {
  collect_findings();
}

void BatchHtml::collect_findings() {
  std::map<std::tuple<std::string_view, std::string_view, std::string_view>, std::size_t> seen;
  for (std::size_t p = 0; p < report_.pairs.size(); ++p) {
    if (!report_.pairs[p].findings) {
      continue;
    }
    for (const PairFinding& finding : report_.pairs[p].findings->divergences) {
      ++severities_[finding.severity];
      const auto [at, fresh] =
          seen.try_emplace({finding.kind, finding.left.text, finding.right.text}, findings_.size());
      if (fresh) {
        findings_.push_back({p, &finding, 1});
      } else {
        ++findings_[at->second].times;
      }
    }
  }
  std::stable_sort(findings_.begin(), findings_.end(),
                   [](const BatchFinding& a, const BatchFinding& b) {
                     const std::size_t x = rank_of(a.finding->severity);
                     const std::size_t y = rank_of(b.finding->severity);
                     return x != y ? x < y : a.finding->importance > b.finding->importance;
                   });
}

std::size_t BatchHtml::count(std::string_view severity) const {
  const auto at = severities_.find(severity);
  return at == severities_.end() ? 0 : at->second;
}

std::size_t BatchHtml::rank_of(std::string_view severity) {
  return severity == "conflict" ? 0 : severity == "note" ? 2 : 1;
}

const Record& BatchHtml::document(std::uint32_t unit) const {
  return report_.corpus.documents.at(report_.units.at(unit).document);
}

std::uint32_t BatchHtml::source(std::uint32_t unit) const {
  return report_.sources.of_document.at(report_.units.at(unit).document);
}

std::string BatchHtml::source_name(std::uint32_t source) const {
  const std::optional<std::string>& name = report_.sources.list.at(source).name;
  return name ? html_isolated(*name) : "<i>no source</i>";
}

std::string BatchHtml::who(std::uint32_t unit) const {
  const Record& record = document(unit);
  std::string out =
      record.source ? html_isolated(*record.source) : html_isolated(record.title.value_or(""));
  if (!record.source && !record.title) {
    out.clear();
  }
  if (record.date) {
    out += (out.empty() ? "" : ", ") + html_isolated(short_date(*record.date));
  }
  return out + (out.empty() ? "" : " ") + "<span class=\"unit\">" +
         html_isolated(unit_id(report_, unit)) + "</span>";
}

std::string BatchHtml::day(std::uint32_t unit) const {
  return calendar_day(document(unit).date.value_or("")).value_or("");
}

std::string BatchHtml::filter_data(const UnitPair& pair) const {
  const std::string left = day(pair.left);
  const std::string right = day(pair.right);
  return fmt::format(" data-sources=\"{} {}\" data-days=\"{}{}{}\"", source(pair.left),
                     source(pair.right), left, left.empty() || right.empty() ? "" : " ", right);
}

std::string BatchHtml::quotation(std::uint32_t unit, const std::vector<ByteSpan>& marks,
                                 std::size_t max_bytes) const {
  const std::string_view text = text_of(report_.units.at(unit), report_.corpus.documents);
  return fmt::format("<blockquote{}><p>{}</p></blockquote>\n",
                     html_language(document(unit).language), html_abridged(text, marks, max_bytes));
}

std::string BatchHtml::pair_link(std::size_t pair) const {
  return pair_shown(pair) ? fmt::format("<a class=\"place\" href=\"#p{0}\">P{0}</a>", pair + 1)
                          : std::string();
}

std::string BatchHtml::cluster_link(std::size_t cluster) const {
  return shown_clusters_.at(cluster) ? fmt::format("<a href=\"#k{0}\">K{0}</a>", cluster + 1)
                                     : fmt::format("K{}", cluster + 1);
}

void BatchHtml::show_clusters(std::size_t first, std::size_t last) {
  std::fill(shown_clusters_.begin() + static_cast<std::ptrdiff_t>(first),
            shown_clusters_.begin() + static_cast<std::ptrdiff_t>(last), true);
}

void BatchHtml::leave_out(std::string what, std::uint64_t count) {
  if (count > 0) {
    left_out_.emplace_back(std::move(what), count);
  }
}

std::string html_source_options(const BatchHtml& view) {
  std::string out = "<option value=\"\">all</option>";
  const std::vector<CorpusSource>& sources = view.report().sources.list;
  for (std::size_t s = 0; s < sources.size(); ++s) {
    if (sources[s].units > 0) {
      out += fmt::format("<option value=\"{}\">{}</option>", s,
                         html_escaped(sources[s].name.value_or("no source")));
    }
  }
  return out;
}

std::string html_choice(std::string_view form, std::string_view name, std::string_view words,
                        const std::string& options) {
  return fmt::format(
      "<span class=\"choice\"><label for=\"{0}-{1}\">{2}</label> <select id=\"{0}-{1}\" "
      "name=\"{1}\">{3}</select></span>\n",
      form, name, words, options);
}

std::string html_badge(std::string_view letter) {
  return fmt::format("<b class=\"who\">{}</b>", letter);
}

}  // namespace parallax
