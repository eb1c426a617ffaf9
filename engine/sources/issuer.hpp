#pragma once

/// Whose document this is: the outlet of an article, the issuer of a declaration. Internal to
/// engine/sources.

#include <optional>
#include <string>

#include "engine/sources/attribute.hpp"
#include "engine/sources/reading.hpp"

namespace parallax {

struct Issuer {
  Source source;          ///< Role kMedia for an outlet.
  bool declares = false;  ///< True: what nobody else says, the issuer says.
  bool named = false;     ///< False: nobody is named, "the author".
};

/// Reads metadata, title, letterhead, byline, dateline and the use of "we". Complexity: linear.
[[nodiscard]] Issuer find_issuer(const Reading& reading,
                                 const std::vector<Attribution>& attributions,
                                 const std::optional<Source>& given, const DocumentHead& head);

/// A line that belongs to no text: a byline, a date line.
[[nodiscard]] bool is_byline(const Reading& reading, std::uint32_t sentence);

}  // namespace parallax
