#pragma once

/// Names that differ in spelling or language alone. Internal to entities.

#include <string_view>

namespace parallax {

/// "Kavirgan", "Kabyrgan": towns whose consonants are one, whatever stands for "v" and "b".
[[nodiscard]] bool one_town_spelling(std::string_view x, std::string_view y);

/// "Abdul Karim Rashidi", "Abd al-Karim Rashidy": persons whose last two names sound alike.
[[nodiscard]] bool one_person_spelling(std::string_view x, std::string_view y);

/// "Instituto Nacional de Cultura", "National Institute of Culture": bodies of one sort, of which
/// one is named in another language, so that nobody can tell them apart.
[[nodiscard]] bool translated_body(std::string_view x, std::string_view y);

}  // namespace parallax
