#pragma once

/// Do two names stand for one source?

#include <string>

namespace parallax {

struct NamedSource {
  std::string name;
  std::string country;  ///< ISO 3166-1 alpha-2, empty if unknown.
};

/// True if the names share a word that is no word of office ("Arvenia", "Marsh"), or if one of them
/// is made of words of office alone that the other has too ("the ministry" and "Ministry of Defence
/// of Arvenia"); never if both countries are known and differ. Symmetric. An empty name is nobody.
[[nodiscard]] bool same_source(const NamedSource& a, const NamedSource& b);

}  // namespace parallax
