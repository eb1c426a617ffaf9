#pragma once

/// Who speaks: sources as entities, with every mention and how it was resolved.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/span.hpp"

namespace parallax {

/// The list of design.md; `name_of` gives the lower-case word.
enum class Role : std::uint8_t {
  kMinistry,
  kMinister,
  kOmbudsperson,
  kAmbassador,
  kSpokesperson,
  kPresident,
  kGovernment,
  kParliament,
  kMilitary,
  kPolice,
  kCourt,
  kParty,
  kIgo,
  kNgo,
  kMedia,
  kPerson,
  kUnknown,
};
[[nodiscard]] std::string_view name_of(Role role);

enum class Gender : std::uint8_t { kUnknown, kMale, kFemale };
[[nodiscard]] std::string_view name_of(Gender gender);

/// How a mention was tied to its source.
enum class Resolution : std::uint8_t {
  kNamed,      ///< By its full name or title.
  kSurname,    ///< "Aliyeva" after "Sabina Aliyeva".
  kDefinite,   ///< "the ministry", "the ombudsperson".
  kPronoun,    ///< "he", "she", "it", "they".
  kAcronym,    ///< "MFA" after "Ministry of Foreign Affairs (MFA)".
  kMetonym,    ///< "Baku" for the government.
  kDocument,   ///< "the statement reads": last official source.
  kInherited,  ///< A quotation that continues the one before.
  kIssuer,     ///< The document's own issuer: metadata, letterhead, "we".
  kNarration,  ///< Nobody is named: the document's author.
};
[[nodiscard]] std::string_view name_of(Resolution resolution);

struct Mention {
  ByteSpan span;  ///< Into the document's text.
  Resolution how = Resolution::kNamed;
  double confidence = 1.0;  ///< [0, 1]
};

/// One source of one document. Ordered by first mention; the document's issuer or outlet, if it
/// speaks, last.
struct Source {
  std::string id;    ///< "SRC1", unique in its document.
  std::string name;  ///< Longest name seen, or the role in words ("Ministry of Defence").
  Role role = Role::kUnknown;
  std::string organisation;  ///< Whom a person speaks for; empty if unknown or an organisation.
  std::string country;       ///< ISO 3166-1 alpha-2; empty if unknown.
  bool country_inferred = false;  ///< From the dateline, outlet or first demonym, not stated.
  Gender gender = Gender::kUnknown;
  bool person = false;
  std::vector<Mention> mentions;  ///< Text order.
};

}  // namespace parallax
