/// The heat map: near units, each with each.

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/report/heat_picture.hpp"
#include "engine/report/html_batch_sections.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/phrasing.hpp"

namespace parallax {
namespace {

/// Rows that are shown however large the pictures become.
constexpr std::size_t kFewest = 400;
/// Bytes of the table of rows.
constexpr std::size_t kMaxTable = 40'000;

/// Above so many rows the picture shows several of them in one pixel.
constexpr std::size_t kMaxSide = 640;

std::string hex(const PngColour& c) {
  return fmt::format("#{:02x}{:02x}{:02x}", c[0], c[1], c[2]);
}

/// Rows of one cluster that stand together; `cluster` kNone: units without one.
struct Block {
  std::uint32_t cluster = HeatRow::kNone;
  std::size_t begin = 0, end = 0;
};

std::vector<Block> blocks_of(const HeatMap& map, std::size_t rows) {
  std::vector<Block> blocks;
  for (std::size_t r = 0; r < rows; ++r) {
    if (blocks.empty() || blocks.back().cluster != map.rows[r].cluster) {
      blocks.push_back({map.rows[r].cluster, r, r});
    }
    blocks.back().end = r + 1;
  }
  return blocks;
}

/// Where the picture stands in its view box.
constexpr double kEdge = 72;
constexpr double kSide = 640;

/// The first rows of a map in pixels of `pool` rows.
struct Shown {
  std::size_t rows = 0, pool = 1;

  [[nodiscard]] std::size_t pixels() const { return (rows + pool - 1) / pool; }
  /// Size of a row in the view box.
  [[nodiscard]] double step() const { return kSide / static_cast<double>(pixels() * pool); }
};

/// Name of a block on both axes and a line around its square, where there is room.
std::string label(const Block& block, const Shown& shown) {
  const double begin = kEdge + static_cast<double>(block.begin) * shown.step();
  const double size = static_cast<double>(block.end - block.begin) * shown.step();
  constexpr double kText = 18;
  constexpr double kWide = 44;
  std::string out;
  if (block.cluster != HeatRow::kNone && size >= kText / 3) {
    out += fmt::format(
        "<rect class=\"block\" x=\"{0:.1f}\" y=\"{0:.1f}\" width=\"{1:.1f}\" height=\"{1:.1f}\"/>",
        begin, size);
  }
  if (size >= kText) {
    const std::string name =
        block.cluster == HeatRow::kNone ? "alone" : fmt::format("K{}", block.cluster + 1);
    out += fmt::format(
        "<text class=\"{0}\" x=\"{1}\" y=\"{2:.1f}\" dy=\".35em\" text-anchor=\"end\">{3}</text>",
        size >= kWide ? "major" : "minor", kEdge - 8, begin + size / 2, name);
    if (size >= kWide) {
      out +=
          fmt::format("<text class=\"{}\" x=\"{:.1f}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                      size >= 2 * kWide ? "major" : "minor", begin + size / 2, kEdge - 10, name);
    }
  }
  return out.empty() ? out : out + "\n";
}

/// Numbers of rows below the picture.
std::string numbers(const Shown& shown) {
  constexpr std::size_t kParts = 4;
  std::string out;
  for (std::size_t k = 0; k <= kParts; ++k) {
    const std::size_t row = std::max<std::size_t>(1, shown.rows * k / kParts);
    if (k > 0 && row == std::max<std::size_t>(1, shown.rows * (k - 1) / kParts)) {
      continue;
    }
    out += fmt::format("<text class=\"{}\" x=\"{:.1f}\" y=\"{}\" text-anchor=\"{}\">{}{}</text>\n",
                       k == 0 || k == kParts ? "major" : "minor",
                       kEdge + static_cast<double>(k == 0 ? 0 : row) * shown.step(),
                       kEdge + kSide + 26,
                       k == 0        ? "start"
                       : k == kParts ? "end"
                                     : "middle",
                       k == 0 ? "row " : "", row);
  }
  return out;
}

std::string legend(double threshold) {
  std::string out = fmt::format(
      "<p class=\"legend\">similarity {} <svg class=\"ramp\" viewBox=\"0 0 {} 1\" width=\"{}\" "
      "height=\"16\" preserveAspectRatio=\"none\" aria-hidden=\"true\">",
      score(threshold), kHeatSteps, kHeatSteps * 12);
  for (std::size_t k = 0; k < kHeatSteps; ++k) {
    out += fmt::format("<rect x=\"{}\" width=\"1\" height=\"1\" fill=\"{}\"/>", k,
                       hex(heat_palette()[k + 1]));
  }
  const auto box = [](const PngColour& colour) {
    return fmt::format(
        "<svg class=\"ramp\" viewBox=\"0 0 1 1\" width=\"16\" height=\"16\" "
        "aria-hidden=\"true\"><rect width=\"1\" height=\"1\" fill=\"{}\"/></svg>",
        hex(colour));
  };
  return out + "</svg> 1 <span class=\"entry\">" + box(heat_palette()[0]) +
         " less, or one document</span> <span class=\"entry\">" + box(heat_palette().back()) +
         " a unit with itself</span></p>\n";
}

std::string rows_words(const Block& block) {
  return block.end == block.begin + 1 ? fmt::format("row {}", block.end)
                                      : fmt::format("rows {} to {}", block.begin + 1, block.end);
}

/// Which rows are whose, and how many cells of a block are filled.
std::string table(const BatchHtml& view, const HeatMap& map, const std::vector<Block>& blocks) {
  std::string rows;
  std::size_t shown = 0;
  for (; shown < blocks.size() && rows.size() < kMaxTable; ++shown) {
    const Block& b = blocks[shown];
    std::uint64_t units = 0;
    std::uint64_t near = 0;
    for (std::size_t y = b.begin; y < b.end; ++y) {
      units += map.rows[y].stands_for;
      for (std::size_t x = b.begin; x < y; ++x) {
        near += map.cell(y, x) > 0 ? 1U : 0U;
      }
    }
    rows += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                        b.cluster == HeatRow::kNone ? "no cluster" : view.cluster_link(b.cluster),
                        rows_words(b), units, near);
  }
  std::string out =
      "<details><summary>The rows in words</summary>\n<table class=\"matrix\">\n<thead><tr>"
      "<th scope=\"col\">Cluster</th><th scope=\"col\">Rows</th><th scope=\"col\">Units</th>"
      "<th scope=\"col\">Near pairs among its rows</th></tr></thead>\n<tbody>\n" +
      rows + "</tbody>\n</table>\n";
  if (shown < blocks.size()) {
    out += fmt::format("<p class=\"none\">{} not listed.</p>\n",
                       counted(blocks.size() - shown, "smaller cluster"));
  }
  return out + "</details>\n";
}

std::string image(const std::string& png, std::string_view style, double begin, double side) {
  return fmt::format(
      "<image class=\"{0}\" x=\"{1}\" y=\"{1}\" width=\"{2}\" height=\"{2}\" "
      "href=\"data:image/png;base64,{3}\"/>\n",
      style, begin, side, base64(png));
}

/// Each row a pixel, as wide as it is: for those who want to see single cells of many rows.
std::string whole_picture(const std::string& png, std::size_t rows) {
  return fmt::format(
             "<details><summary>Every row, one pixel each</summary>\n<div class=\"scroll\" "
             "tabindex=\"0\" role=\"region\" aria-label=\"Heat map, every row\">\n<svg "
             "viewBox=\"0 0 {0} {0}\" width=\"{0}\" height=\"{0}\" role=\"img\" "
             "aria-label=\"Heat map of {0} rows, one pixel each\">\n",
             rows) +
         image(png, "coarse", 0, static_cast<double>(rows)) + "</svg>\n</div>\n</details>\n";
}

/// What is seen at once and, where that pools rows, every row.
struct Pictures {
  Shown shown;
  std::string overview, whole;

  [[nodiscard]] std::size_t bytes() const { return overview.size() + whole.size(); }
};

Pictures pictures_of(const HeatMap& map, std::size_t rows, double threshold) {
  Pictures out;
  out.shown = {rows, (rows + kMaxSide - 1) / kMaxSide};
  out.overview = heat_picture(map, rows, out.shown.pool, threshold);
  out.whole = out.shown.pool > 1 ? heat_picture(map, rows, 1, threshold) : "";
  return out;
}

std::string figure(const HeatMap& map, const Pictures& pictures, const std::string& told,
                   double threshold) {
  const Shown& shown = pictures.shown;
  std::string out = fmt::format(
      "<figure class=\"heat\">\n<svg viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" "
      "role=\"img\" aria-labelledby=\"map-title map-text\">\n<title id=\"map-title\">Heat map of "
      "near units</title>\n<desc id=\"map-text\">{2}</desc>\n",
      kEdge + kSide + 4, kEdge + kSide + 36, told);
  out += image(pictures.overview, "coarse", kEdge, kSide);
  out += fmt::format("<rect class=\"frame\" x=\"{0}\" y=\"{0}\" width=\"{1}\" height=\"{1}\"/>\n",
                     kEdge, kSide);
  for (const Block& block : blocks_of(map, shown.rows)) {
    out += label(block, shown);
  }
  out += numbers(shown) +
         "</svg>\n<figcaption>Rows and columns are the same units in the same order: clusters by "
         "size, then units without a cluster. The more its colour "
         "stands out, the more similar the two units of a cell.";
  if (shown.pool > 1) {
    out += fmt::format(" Each pixel is the most similar of {0} by {0} cells.", shown.pool);
  }
  return out + "</figcaption>\n" + legend(threshold) + "</figure>\n";
}

}  // namespace

std::string html_batch_map(BatchHtml& view, std::size_t room) {
  const std::optional<HeatMap>& map = view.report().map;
  if (!map || map->rows.empty()) {
    return "";
  }
  const double threshold = view.run().options.threshold;
  std::size_t rows = map->rows.size();
  Pictures pictures = pictures_of(*map, rows, threshold);
  while (pictures.bytes() > room && rows > kFewest) {
    rows = rows * 4 / 5;
    pictures = pictures_of(*map, rows, threshold);
  }
  std::uint64_t left_out = map->left_out;
  for (std::size_t r = rows; r < map->rows.size(); ++r) {
    left_out += map->rows[r].stands_for;
  }
  view.leave_out("units with a near one that have no row in the heat map", left_out);
  std::uint64_t near = 0;
  for (std::size_t y = 0; y < rows; ++y) {
    for (std::size_t x = 0; x < y; ++x) {
      near += map->cell(y, x) > 0 ? 1U : 0U;
    }
  }
  const std::string told = fmt::format(
      "{}{}, {} of {} pairs of rows at or above {}. {} without a near unit have no row{}.",
      counted(rows, "row"), map->medoids ? ", one a cluster (its most central unit)" : "", near,
      static_cast<std::uint64_t>(rows) * (rows - 1) / 2, score(threshold),
      counted(map->alone, "unit"),
      left_out > 0 ? fmt::format("; {} more are left out", left_out) : "");
  return "<section id=\"map\" aria-labelledby=\"map-heading\">\n<h2 id=\"map-heading\">Heat map"
         "</h2>\n<p class=\"lead\">" +
         told + "</p>\n" + figure(*map, pictures, told, threshold) +
         (pictures.whole.empty() ? "" : whole_picture(pictures.whole, rows)) +
         table(view, *map, blocks_of(*map, rows)) + "</section>\n";
}

}  // namespace parallax
