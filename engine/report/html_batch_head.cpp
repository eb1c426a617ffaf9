/// Headline figures, and how many pairs are how similar.

#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "engine/report/html_batch_sections.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/phrasing.hpp"

namespace parallax {
namespace {

std::string figure(std::string_view tone, std::size_t value, std::string_view singular,
                   std::string_view anchor) {
  return fmt::format("<li class=\"{}\"><a href=\"#{}\"><b>{}</b> {}{}</a></li>\n",
                     value == 0 ? std::string_view("zero") : tone, anchor, value, singular,
                     value == 1 ? "" : "s");
}

/// Where a value stands on the picture, in units of its view box.
struct Scale {
  static constexpr double kLeft = 56;
  static constexpr double kRight = 606;
  static constexpr double kTop = 40;
  static constexpr double kBottom = 206;

  std::size_t first = 0;  ///< First step that is shown.
  std::uint64_t most = 1;

  [[nodiscard]] double x(double similarity) const {
    const double low = static_cast<double>(first) / Similarities::kSteps;
    return kLeft + (similarity - low) / (1.0 - low) * (kRight - kLeft);
  }
  /// Height for a number of pairs: tenfold numbers are as far apart from each other.
  [[nodiscard]] double y(double count) const {
    const double share = std::log10(count + 1) / std::log10(static_cast<double>(most) + 1);
    return kBottom - share * (kBottom - kTop);
  }
};

double begin_of(std::size_t step) {
  return static_cast<double>(step) / Similarities::kSteps;
}

std::string bars(const Similarities& all, const Scale& scale, double threshold) {
  std::string out;
  for (std::size_t k = scale.first; k < Similarities::kSteps; ++k) {
    if (all.counts[k] == 0) {
      continue;
    }
    const double left = scale.x(begin_of(k));
    const double top = scale.y(static_cast<double>(all.counts[k]));
    out += fmt::format(
        "<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>\n",
        begin_of(k + 1) <= threshold + 1e-9 ? "far" : "near", left + 0.6, top,
        scale.x(begin_of(k + 1)) - left - 1.2, Scale::kBottom - top);
  }
  return out;
}

std::string axes(const Scale& scale) {
  std::string out;
  for (std::uint64_t count = 1; count <= scale.most; count *= 10) {
    const double y = scale.y(static_cast<double>(count));
    out += fmt::format(
        "<path class=\"line\" d=\"M{0} {1:.1f}H{2}\"/><text class=\"{5}\" x=\"{3}\" y=\"{1:.1f}\" "
        "dy=\".35em\" text-anchor=\"end\">{4}</text>\n",
        Scale::kLeft, y, Scale::kRight, Scale::kLeft - 6, count,
        count == 10 || count == 1000 || count == 100000 ? "minor" : "major");
  }
  for (std::size_t k = (scale.first + 4) / 5 * 5; k <= Similarities::kSteps; k += 5) {
    out += fmt::format(
        "<text class=\"{}\" x=\"{:.1f}\" y=\"{}\" text-anchor=\"middle\">{:.1f}</text>\n",
        k % 10 == 0 ? "major" : "minor", scale.x(begin_of(k)), Scale::kBottom + 26, begin_of(k));
  }
  return out;
}

std::string picture(const Similarities& all, double threshold, const std::string& told) {
  Scale scale;
  scale.first = std::min<std::size_t>(static_cast<std::size_t>(all.from * Similarities::kSteps),
                                      Similarities::kSteps - 5);
  scale.most = std::max<std::uint64_t>(1, *std::max_element(all.counts.begin(), all.counts.end()));
  const double at = scale.x(threshold);
  const bool left = at > (Scale::kLeft + Scale::kRight) / 2;
  return fmt::format(
             "<figure class=\"plot\">\n<svg viewBox=\"0 0 640 246\" width=\"640\" height=\"246\" "
             "role=\"img\" aria-labelledby=\"plot-title plot-text\">\n<title id=\"plot-title\">"
             "Pairs by similarity</title>\n<desc id=\"plot-text\">{}</desc>\n",
             told) +
         axes(scale) + bars(all, scale, threshold) +
         fmt::format(
             "<path class=\"limit\" d=\"M{0:.1f} {1}V{2}\"/>\n<text class=\"major\" x=\"{3:.1f}\" "
             "y=\"26\" text-anchor=\"{4}\">threshold {5}</text>\n</svg>\n<figcaption>Pairs of "
             "different documents by similarity, from left to right; each line across stands for "
             "ten times as many pairs.</figcaption>\n</figure>\n",
             at, Scale::kTop - 4, Scale::kBottom, left ? at - 6 : at + 6, left ? "end" : "start",
             score(threshold));
}

/// The same in figures, in steps of 0.1.
std::string table(const Similarities& all) {
  constexpr std::size_t kWide = 5;
  std::string out =
      "<details><summary>The same in figures</summary>\n<table class=\"matrix\">\n<thead><tr>"
      "<th scope=\"col\">Similarity</th><th scope=\"col\">Pairs</th></tr></thead>\n<tbody>\n";
  for (std::size_t k = Similarities::kSteps; k >= kWide; k -= kWide) {
    if (begin_of(k) <= all.from) {
      break;
    }
    std::uint64_t count = 0;
    for (std::size_t i = k - kWide; i < k; ++i) {
      count += all.counts[i];
    }
    out += fmt::format("<tr><th scope=\"row\">{:.2f} to {:.2f}</th><td>{}</td></tr>\n",
                       std::max(all.from, begin_of(k - kWide)), begin_of(k), count);
  }
  return out + "</tbody>\n</table>\n</details>\n";
}

}  // namespace

std::string html_batch_figures(const BatchHtml& view) {
  const BatchReport& r = view.report();
  std::string out =
      "<section id=\"figures\" aria-labelledby=\"figures-title\">\n<h2 id=\"figures-title\">At a "
      "glance</h2>\n<ul class=\"figures\">\n";
  out += figure("plain", r.corpus.documents.size(), "document", "run");
  out += figure("plain", r.units.size(), name_of(view.run().options.unit), "run");
  out += figure("plain", r.sources.list.size(), "source", r.cells.empty() ? "run" : "sources");
  out += figure("plain", r.near, "near pair", "similarity");
  out += figure("plain", r.formulations.size(), "shared formulation",
                r.formulations.empty() ? "run" : "wording");
  out += figure("plain", r.clusters.size(), "cluster", r.clusters.empty() ? "pairs" : "clusters");
  out += "</ul>\n<ul class=\"figures\">\n";
  out += figure("conflict", view.count("conflict"), "conflict", "divergences");
  out += figure("difference", view.count("difference"), "difference", "divergences");
  out += figure("note", view.count("note"), "note", "divergences");
  const std::size_t failed = r.corpus.failures.size();
  out += figure("conflict", failed, "failed input", failed > 0 ? "failed" : "run");
  return out + "</ul>\n</section>\n";
}

std::string html_batch_distribution(const BatchHtml& view) {
  const BatchReport& r = view.report();
  const double threshold = view.run().options.threshold;
  std::uint64_t counted_pairs = 0;
  for (const std::uint64_t count : r.similarities.counts) {
    counted_pairs += count;
  }
  const auto same = static_cast<std::size_t>(std::count_if(
      r.pairs.begin(), r.pairs.end(), [](const BatchPair& p) { return p.same_text; }));
  std::string out =
      "<section id=\"similarity\" aria-labelledby=\"similarity-title\">\n"
      "<h2 id=\"similarity-title\">Similarity</h2>\n";
  const std::string told = fmt::format(
      "{} have a similarity of {} or more; {} of them reach the threshold of {}.",
      counted(counted_pairs, "pair"), score(r.similarities.from), r.near, score(threshold));
  out += fmt::format(
      "<p class=\"lead\">{} Of the {} that are among the {} nearest of a unit, {} have the same "
      "text on both sides.</p>\n",
      told, counted(r.pairs.size(), "pair"), view.run().options.top_k, same);
  if (counted_pairs > 0) {
    out += picture(r.similarities, threshold, told) + table(r.similarities);
  }
  return out + "</section>\n";
}

}  // namespace parallax
