#pragma once

/// The parts that say what a thing is: subject, other names, what stands behind the verb. Internal
/// to engine/facts.

#include <optional>

#include "engine/facts/claim_context.hpp"

namespace parallax {

[[nodiscard]] bool opens(const ClaimContext& c, std::size_t i);
[[nodiscard]] bool closes(const ClaimContext& c, std::size_t i);
[[nodiscard]] bool copula(const ClaimContext& c, std::size_t i);
[[nodiscard]] bool preposition(const ClaimContext& c, std::size_t i);
[[nodiscard]] bool relative(const ClaimContext& c, std::size_t i);
[[nodiscard]] bool capital(const ClaimContext& c, std::size_t i);
[[nodiscard]] std::uint32_t document_token(const ClaimContext& c, std::size_t i);

/// Where the claim begins behind "the ministry said that", "according to the ministry,".
[[nodiscard]] std::size_t behind_frame(const ClaimContext& c, const Claim& claim);

/// Subject and verb of a claim that says what something is.
struct DefinedSubject {
  std::vector<std::uint32_t> name;
  std::size_t verb = 0;
};

/// REQUIRES: terms are built. nullopt where the claim does not say what something is.
[[nodiscard]] std::optional<DefinedSubject> find_subject(const ClaimContext& c, const Claim& claim,
                                                         std::size_t from);
/// "Known as", "better known by her stage name", "also called" at `i`: where the other name begins;
/// 0 if there is none.
[[nodiscard]] std::size_t other_name(const ClaimContext& c, std::size_t i);
/// Capitalised words from `i` on.
[[nodiscard]] std::vector<std::uint32_t> name_from(const ClaimContext& c, std::size_t i);

/// Reads kinds, traits and origins from `i` on; gives where the phrase ends.
[[nodiscard]] std::size_t read_phrase(const ClaimContext& c, const Claim& claim, std::size_t i,
                                      Definition& definition);

}  // namespace parallax
