/// The heat map: near units, each with each.

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/report/html_batch_sections.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/png.hpp"

namespace parallax {
namespace {

/// Bytes of the picture as a file; rows are left out until it fits.
constexpr std::size_t kMaxPicture = 200'000;
/// Bytes of the table of rows.
constexpr std::size_t kMaxTable = 40'000;

/// White for nothing, pale to dark for the threshold to 1, grey for a unit with itself.
constexpr std::size_t kSteps = 14;
constexpr std::uint8_t kSelf = kSteps + 1;
const std::vector<PngColour>& palette() {
  static const std::vector<PngColour> kPalette = [] {
    constexpr double kPale[3] = {205, 224, 242};
    constexpr double kDark[3] = {8, 29, 75};
    std::vector<PngColour> out = {{255, 255, 255}};
    for (std::size_t k = 0; k < kSteps; ++k) {
      const double t = static_cast<double>(k) / (kSteps - 1);
      PngColour colour{};
      for (std::size_t c = 0; c < 3; ++c) {
        colour[c] = static_cast<std::uint8_t>(std::lround(kPale[c] + t * (kDark[c] - kPale[c])));
      }
      out.push_back(colour);
    }
    out.push_back({196, 196, 196});
    return out;
  }();
  return kPalette;
}

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

/// The picture of the first `rows` rows.
std::string picture_of(const HeatMap& map, std::size_t rows, double threshold) {
  constexpr double kScale = 255.0;
  std::vector<std::uint8_t> levels(256, 0);
  for (std::size_t value = 1; value < levels.size(); ++value) {
    const double share =
        (static_cast<double>(value) / kScale - threshold) / std::max(1e-9, 1.0 - threshold);
    levels[value] = static_cast<std::uint8_t>(
        1 + std::clamp<int>(static_cast<int>(share * kSteps), 0, kSteps - 1));
  }
  std::vector<std::uint8_t> pixels(rows * rows);
  for (std::size_t y = 0; y < rows; ++y) {
    for (std::size_t x = 0; x < rows; ++x) {
      pixels[y * rows + x] = x == y ? kSelf : levels[map.cell(y, x)];
    }
  }
  return png_of(rows, rows, pixels, palette());
}

/// Where the picture stands in its view box.
constexpr double kEdge = 52;
constexpr double kSide = 640;

/// Name of a block on both axes and a line around its square, where there is room.
std::string label(const Block& block, std::size_t rows) {
  const double cell = kSide / static_cast<double>(rows);
  const double begin = kEdge + static_cast<double>(block.begin) * cell;
  const double size = static_cast<double>(block.end - block.begin) * cell;
  constexpr double kText = 18;
  constexpr double kWide = 40;
  std::string out;
  if (block.cluster != HeatRow::kNone && size >= 6) {
    out += fmt::format(
        "<rect class=\"block\" x=\"{0:.1f}\" y=\"{0:.1f}\" width=\"{1:.1f}\" height=\"{1:.1f}\"/>",
        begin, size);
  }
  if (size >= kText) {
    const std::string name =
        block.cluster == HeatRow::kNone ? "&#8212;" : fmt::format("K{}", block.cluster + 1);
    out += fmt::format(
        "<text class=\"{0}\" x=\"{1}\" y=\"{2:.1f}\" dy=\".35em\" text-anchor=\"end\">{3}</text>",
        size >= kWide ? "major" : "minor", kEdge - 8, begin + size / 2, name);
    out += size >= kWide
               ? fmt::format(
                     "<text class=\"{}\" x=\"{:.1f}\" y=\"{}\" text-anchor=\"middle\">{}"
                     "</text>",
                     size >= 2 * kWide ? "major" : "minor", begin + size / 2, kEdge - 10, name)
               : std::string();
  }
  return out.empty() ? out : out + "\n";
}

std::string legend(double threshold) {
  std::string out = fmt::format(
      "<p class=\"legend\">similarity {} <svg class=\"ramp\" viewBox=\"0 0 {} 1\" width=\"{}\" "
      "height=\"16\" preserveAspectRatio=\"none\" aria-hidden=\"true\">",
      score(threshold), kSteps, kSteps * 12);
  for (std::size_t k = 0; k < kSteps; ++k) {
    out += fmt::format("<rect x=\"{}\" width=\"1\" height=\"1\" fill=\"{}\"/>", k,
                       hex(palette()[k + 1]));
  }
  const auto box = [](const PngColour& colour) {
    return fmt::format(
        "<svg class=\"ramp\" viewBox=\"0 0 1 1\" width=\"16\" height=\"16\" "
        "aria-hidden=\"true\"><rect width=\"1\" height=\"1\" fill=\"{}\"/></svg>",
        hex(colour));
  };
  return out + "</svg> 1 <span class=\"entry\">" + box(palette()[0]) +
         " less, or one document</span> <span class=\"entry\">" + box(palette()[kSelf]) +
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

std::string figure(const std::string& png, std::size_t rows, const std::vector<Block>& blocks,
                   const std::string& told, double threshold) {
  const double whole = kEdge + kSide + 2;
  std::string out = fmt::format(
      "<figure class=\"heat\">\n<svg viewBox=\"0 0 {0} {0}\" width=\"{0}\" height=\"{0}\" "
      "role=\"img\" aria-labelledby=\"map-title map-text\">\n<title id=\"map-title\">Heat map of "
      "near units</title>\n<desc id=\"map-text\">{1}</desc>\n",
      whole, told);
  out += fmt::format(
      "<image class=\"{0}\" x=\"{1}\" y=\"{1}\" width=\"{2}\" height=\"{2}\" "
      "href=\"data:image/png;base64,{3}\"/>\n<rect class=\"frame\" x=\"{1}\" y=\"{1}\" "
      "width=\"{2}\" height=\"{2}\"/>\n",
      static_cast<double>(rows) <= kSide ? "coarse" : "fine", kEdge, kSide, base64(png));
  for (const Block& block : blocks) {
    out += label(block, rows);
  }
  return out +
         "</svg>\n<figcaption>Rows and columns are the same units in the same order: "
         "clusters by size, then units without a cluster. A cell is as dark as the two are "
         "similar.</figcaption>\n" +
         legend(threshold) + "</figure>\n";
}

}  // namespace

std::string html_batch_map(BatchHtml& view) {
  const std::optional<HeatMap>& map = view.report().map;
  if (!map || map->rows.empty()) {
    return "";
  }
  const double threshold = view.run().options.threshold;
  std::size_t rows = map->rows.size();
  std::string png = picture_of(*map, rows, threshold);
  while (png.size() > kMaxPicture && rows > 1) {
    rows = rows * 4 / 5;
    png = picture_of(*map, rows, threshold);
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
  const std::vector<Block> blocks = blocks_of(*map, rows);
  const std::string told = fmt::format(
      "{}{}, {} of {} pairs of rows at or above {}. {} without a near unit have no row{}.",
      counted(rows, "row"), map->medoids ? ", one a cluster (its most central unit)" : "", near,
      static_cast<std::uint64_t>(rows) * (rows - 1) / 2, score(threshold),
      counted(map->alone, "unit"),
      left_out > 0 ? fmt::format("; {} more are left out", left_out) : "");
  return "<section id=\"map\" aria-labelledby=\"map-heading\">\n<h2 id=\"map-heading\">Heat map"
         "</h2>\n<p class=\"lead\">" +
         told + "</p>\n" + figure(png, rows, blocks, told, threshold) + table(view, *map, blocks) +
         "</section>\n";
}

}  // namespace parallax
