/// Terms that make a finding matter: deaths, attacks, borders, sanctions ... by an editable table.

#include <charconv>

#include "engine/facts/claim_context.hpp"

namespace parallax {
namespace {

/// The table was checked when it was loaded.
double weight_of(const std::string& text) {
  double value = 0.0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

void read_key_terms(const ClaimContext& context, Claim& claim) {
  for (std::size_t i = 0; i < context.size();) {
    std::size_t length = 0;
    const auto* row = context.look_up(context.lexicon.key_term, i, length);
    if (row == nullptr) {
      ++i;
      continue;
    }
    claim.key_terms.push_back({context.span(i, i + length - 1), weight_of(row->front())});
    i += length;
  }
}

}  // namespace parallax
