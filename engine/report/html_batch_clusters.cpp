/// Clusters with their units.

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "engine/report/html_abridged.hpp"
#include "engine/report/html_batch_sections.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/html_words.hpp"
#include "engine/report/phrasing.hpp"

namespace parallax {
namespace {

/// Bytes of HTML of the clusters of one kind.
constexpr std::size_t kMaxBytes = 70'000;
/// Units of a cluster that are listed.
constexpr std::size_t kUnits = 60;
/// Bytes of the passage that stands for a cluster, and of each unit of related ones.
constexpr std::size_t kPassage = 400;
constexpr std::size_t kExcerpt = 160;

std::string facts(const BatchCluster& c) {
  std::string out = counted(c.cluster.units.size(), "unit") + " &#183; " +
                    counted(c.sources, "source") + " &#183; " + counted(c.documents, "document") +
                    " &#183; weakest link " + score(c.cluster.lowest);
  if (c.findings > 0) {
    out += " &#183; " + counted(c.findings, "divergence");
  }
  return out;
}

std::string units(const BatchHtml& view, const BatchCluster& c) {
  std::string out = "<ol class=\"units\">\n";
  const std::size_t shown = std::min(c.cluster.units.size(), kUnits);
  for (std::size_t i = 0; i < shown; ++i) {
    const std::uint32_t unit = c.cluster.units[i];
    out += "<li>" + view.who(unit);
    if (c.kind == ClusterKind::kRelated) {
      out += view.quotation(unit, {}, kExcerpt);
    }
    out += "</li>\n";
  }
  out += "</ol>\n";
  if (const std::size_t more = c.cluster.units.size() - shown; more > 0) {
    out += fmt::format("<p class=\"none\">{} not listed here.</p>\n", counted(more, "more unit"));
  }
  return out;
}

std::string cluster(const BatchHtml& view, std::size_t index) {
  const BatchCluster& c = view.report().clusters[index];
  std::string tags = c.conflicts > 0 ? " " + html_tag(Severity::kConflict) : "";
  return fmt::format(
             "<article class=\"cluster\" id=\"k{0}\">\n<h4><a class=\"id\" href=\"#k{0}\">K{0}</a> "
             "<span class=\"facts\">{1}</span>{2}</h4>\n",
             index + 1, facts(c), tags) +
         view.quotation(c.cluster.units.front(), {}, kPassage) +
         fmt::format(
             "<details><summary><span class=\"unseen\">K{}: </span>{}</summary>\n", index + 1,
             c.cluster.units.size() == 2 ? "both units"
                                         : fmt::format("all {} units", c.cluster.units.size())) +
         units(view, c) + "</details>\n</article>\n";
}

/// Clusters [first, last) as far as bytes allow; moves `first` behind what is shown.
std::string clusters(const BatchHtml& view, std::size_t& first, std::size_t last) {
  std::string out;
  const std::size_t begin = first;
  while (first < last) {
    const std::string next = cluster(view, first);
    if (first > begin && out.size() + next.size() > kMaxBytes) {
      break;
    }
    out += next;
    ++first;
  }
  return out;
}

std::string group(BatchHtml& view, ClusterKind kind, std::size_t first, std::size_t last) {
  if (first == last) {
    return "";
  }
  const bool copies = kind == ClusterKind::kIdentical;
  std::string out = copies ? "<h3>Near copies</h3>\n" : "<h3>Related</h3>\n";
  std::size_t end = first;
  out += clusters(view, end, last);
  view.show_clusters(first, end);
  if (end < last) {
    view.leave_out(copies ? "smaller clusters of near copies" : "smaller clusters of related units",
                   last - end);
    out += fmt::format("<p class=\"none\">{} left out to keep this file small.</p>\n",
                       counted(last - end, "smaller cluster"));
  }
  return out;
}

}  // namespace

std::string html_batch_clusters(BatchHtml& view) {
  const std::vector<BatchCluster>& all = view.report().clusters;
  if (all.empty()) {
    return "";
  }
  const auto related = static_cast<std::size_t>(
      std::find_if(all.begin(), all.end(),
                   [](const BatchCluster& c) { return c.kind == ClusterKind::kRelated; }) -
      all.begin());
  const BatchOptions& options = view.run().options;
  return fmt::format(
             "<section id=\"clusters\" aria-labelledby=\"clusters-title\">\n"
             "<h2 id=\"clusters-title\">Clusters</h2>\n<p class=\"lead\">Units that a chain of "
             "pairs joins: near copies from a similarity of {}, related ones from {}. A cluster "
             "that is both stands once.</p>\n",
             score(options.identical), score(options.related)) +
         group(view, ClusterKind::kIdentical, 0, related) +
         group(view, ClusterKind::kRelated, related, all.size()) + "</section>\n";
}

}  // namespace parallax
