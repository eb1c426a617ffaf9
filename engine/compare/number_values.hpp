#pragma once

/// Quantities as values and in writing, and their sums; beside `numbers_apart` of diverge.hpp.

#include <string>
#include <vector>

#include "engine/compare/comparison.hpp"
#include "engine/document/document.hpp"
#include "engine/facts/claim.hpp"

namespace parallax {

/// True if `total` is what the other side's counts of the same event add up to. `beside` are all
/// quantities of its own side, itself among them.
[[nodiscard]] bool adds_up(const Quantity& total, const std::vector<Quantity>& beside,
                           const std::vector<Quantity>& parts);

/// "Two of the seven", "five of the seven": parts that may stand beside each other.
[[nodiscard]] bool parts_of_one_whole(const Quantity& a, const Quantity& b);
/// True if the claims tell of such parts: what holds of one need not hold of the other.
[[nodiscard]] bool tell_parts(const Claim& left, const Claim& right);

/// Fields min and max as far as finite, kind, and unit if there is one.
[[nodiscard]] Value quantity_value(const Quantity& q);

/// "79", "79 km": one value in the unit that it is compared in; else as it is written ("2,300
/// hectares", "more than 40"). REQUIRES: the quantity is of the document.
[[nodiscard]] std::string quantity_words(const Document& document, const Quantity& q);

/// Each side gives figures of its own, and none is the same: two counts, of two places.
[[nodiscard]] bool own_figures(const Claim& left, const Claim& right);

/// "Opened at seven in the morning", "opened at eight": a time of day on one side, and on the other
/// a figure that may be one.
[[nodiscard]] bool clock_and_figure(const Claim& left, const Claim& right);

}  // namespace parallax
