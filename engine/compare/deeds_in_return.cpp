#include "engine/compare/deeds_in_return.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/compare/other_matter.hpp"

namespace parallax {
namespace {

std::vector<double> figures_of(const Claim& claim) {
  std::vector<double> figures;
  for (const Quantity& q : claim.quantities) {
    if (!q.designator && (q.kind == QuantityKind::kExact || q.kind == QuantityKind::kApproximate)) {
      figures.push_back(q.value.low);
    }
  }
  return figures;
}

bool other_figures(const Claim& left, const Claim& right) {
  const std::vector<double> a = figures_of(left);
  const std::vector<double> b = figures_of(right);
  return !a.empty() && !b.empty() && std::none_of(a.begin(), a.end(), [&](double x) {
    return std::find(b.begin(), b.end(), x) != b.end();
  });
}

/// "In reply", "in return", "reciprocal".
bool answers(const PairContext& pair, const Document& document, const Claim& claim) {
  const ClaimWords words{pair.words, document, claim};
  for (std::uint32_t at = words.begin(); at < words.end(); ++at) {
    const std::string_view word = words.at(at);
    const bool in =
        words.is(at, {"in"}) && words.is(at + 1, {"reply", "return", "response", "turn",
                                                  "retaliation", "exchange", "revenge"});
    if (in || word.starts_with("retaliat") || word.starts_with("reciproc") || word == "tit" ||
        word == "likewise") {
      return true;
    }
  }
  return false;
}

}  // namespace

/// A figure that says more than "two", or a day, is the same.
bool one_figure(const Claim& left, const Claim& right) {
  constexpr double kTelling = 3.0;
  const std::vector<double> a = figures_of(left);
  const std::vector<double> b = figures_of(right);
  return one_moment(left, right) || std::any_of(a.begin(), a.end(), [&](double x) {
           return x > kTelling && std::find(b.begin(), b.end(), x) != b.end();
         });
}

bool tells_return(const PairContext& pair) {
  return other_dates(pair.left, pair.right) || other_figures(pair.left, pair.right) ||
         other_ordinals(pair) || answers(pair, pair.left_document, pair.left) ||
         answers(pair, pair.right_document, pair.right);
}

}  // namespace parallax
