#pragma once

/// Seeded statements for benchmarks: the same bytes on every machine.

#include <cstdint>
#include <string>

#include "engine/document/document.hpp"

namespace parallax::bench {

/// `sentences` sentences of official prose in paragraphs of three.
[[nodiscard]] std::string statement(std::uint64_t seed, std::size_t sentences);

/// `text` with about every fifth sentence replaced and every seventh number changed: a near pair.
[[nodiscard]] std::string edited(const std::string& text, std::uint64_t seed);

[[nodiscard]] Record record_of(std::string id, std::string text);

}  // namespace parallax::bench
