#pragma once

/// The sections of the HTML report of a batch. Each is HTML, and empty where there is nothing to
/// show. Long lists end at a number of bytes; what is left out is counted there and in the view.
/// `html_batch_pairs` and `html_batch_clusters` come first: they say which pairs and clusters links
/// of other sections may lead to.

#include <string>

#include "engine/report/html_batch_view.hpp"

namespace parallax {

/// Headline figures.
[[nodiscard]] std::string html_batch_figures(const BatchHtml& view);
/// How many pairs are how similar, with the threshold.
[[nodiscard]] std::string html_batch_distribution(const BatchHtml& view);
/// Findings, what matters first.
[[nodiscard]] std::string html_batch_findings(BatchHtml& view);
/// Top pairs with their passages side by side.
[[nodiscard]] std::string html_batch_pairs(BatchHtml& view);
/// Near copies, then related units.
[[nodiscard]] std::string html_batch_clusters(BatchHtml& view);
/// Who shares how much with whom, and what diverges between them.
[[nodiscard]] std::string html_batch_sources(BatchHtml& view);
/// Who had shared wording first and who repeated it, with a time line; frequent and formulaic
/// wording apart.
[[nodiscard]] std::string html_batch_wording(BatchHtml& view);
/// A picture of all near units, each with each. Rows are left out until the pictures have at most
/// `room` bytes as files.
[[nodiscard]] std::string html_batch_map(BatchHtml& view, std::size_t room);
/// Inputs that failed by reason.
[[nodiscard]] std::string html_batch_failures(BatchHtml& view);
/// What this page leaves out, and what was read by which program with which options.
[[nodiscard]] std::string html_batch_run(BatchHtml& view);

}  // namespace parallax
