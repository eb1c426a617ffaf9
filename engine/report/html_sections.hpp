#pragma once

/// The sections of the HTML report, each a function of the view; empty where there is nothing to
/// show. All strings are HTML.

#include <cstddef>
#include <string>

#include "engine/report/html_view.hpp"

namespace parallax {

/// Who is compared: for the head of the page.
[[nodiscard]] std::string html_parties(const HtmlView& view);
/// Headline figures: findings, overlap and, for two sides, a map of what stands beside what.
[[nodiscard]] std::string html_figures(const HtmlView& view);
/// Similarity of every source with every other, for up to 12 sources.
[[nodiscard]] std::string html_matrix(const HtmlView& view);

/// Divergences, what matters first; those that a baseline lists at the end.
[[nodiscard]] std::string html_findings(const HtmlView& view);
/// One finding. REQUIRES: index < view.findings().size()
[[nodiscard]] std::string html_finding(const HtmlView& view, std::size_t index);

/// Aligned claims, one row a pair. For many sources one table for each two of them, as far as a
/// limit on rows allows; what is left out is counted.
[[nodiscard]] std::string html_pairs(const HtmlView& view);
/// What only one side says, what is formulaic, and what is reported or under a condition.
[[nodiscard]] std::string html_silence(const HtmlView& view);
/// Words that mark each of two sides; for many they stand with the tables of html_pairs.
[[nodiscard]] std::string html_distinctive(const HtmlView& view);

/// The claim table of more than two sources.
[[nodiscard]] std::string html_claim_table(const HtmlView& view);

/// Every document in full, claims marked and linked.
[[nodiscard]] std::string html_texts(const HtmlView& view);

/// Inputs, versions, options, warnings.
[[nodiscard]] std::string html_run(const HtmlView& view);

}  // namespace parallax
