#include "engine/compare/converse.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace parallax {
namespace {

constexpr std::uint32_t kTrade = 1U << 0U;
constexpr std::uint32_t kTransfer = 1U << 1U;
constexpr std::uint32_t kLoan = 1U << 2U;
constexpr std::uint32_t kContest = 1U << 3U;
constexpr std::uint32_t kOrder = 1U << 4U;
constexpr std::uint32_t kLease = 1U << 5U;
constexpr std::uint32_t kNews = 1U << 6U;
constexpr std::uint32_t kGunfire = 1U << 7U;
constexpr std::uint32_t kPayment = 1U << 8U;
constexpr std::uint32_t kTeaching = 1U << 9U;
constexpr std::uint32_t kFlow = 1U << 10U;  ///< Across a border: export, import.
constexpr std::uint32_t kService = 1U << 11U;
constexpr std::uint32_t kProperty = 1U << 12U;
constexpr std::uint32_t kConsent = 1U << 13U;
constexpr std::uint32_t kPursuit = 1U << 14U;

/// Words that tell the same deeds from the same side: stems, and ids of concepts ("=sell").
struct Row {
  std::uint32_t deeds = 0;
  ConverseSide side = ConverseSide::kNone;
  std::string_view words;  ///< Separated by blanks.
};

using enum ConverseSide;

constexpr Row kRows[] = {
    {kTrade, kGiving, "sell sold sale =sell vend auction resold"},
    {kTrade, kReceiving, "buy bought =buy purchas acquir acquisit procur repurchas"},
    {kTransfer, kGiving,
     "give gave given =give hand =hand_over award =award present convey "
     "bestow cede =surrender confer accord entrust bequeath restor send sent "
     "relinquish gift contribut extradit repatri remit allot alloc assign "
     "render vouchsaf"},
    {kTransfer | kPayment, kGiving,
     "transfer =transfer donat donation =donate aid =fund subsidi bailout "
     "dispatch"},
    {kTransfer | kLoan, kGiving, "extend =extend_aid grant =grant"},
    {kTransfer | kTrade, kGiving,
     "deliv deliver deliveri suppli =supply provid =provide =deliver furnish "
     "shipment consign"},
    {kTransfer | kTrade | kLoan | kLease | kPayment | kFlow, kReceiving,
     "receiv receipt obtain secur get got gotten"},
    {kTransfer | kTrade | kFlow, kReceiving, "=receive sourc"},
    {kTransfer, kReceiving, "win won =win inherit regain recov"},
    {kLoan, kGiving, "lend lent =lend loan"},
    {kLoan, kReceiving, "borrow =borrow"},
    {kContest, kNone,
     "defeat =defeat beat beaten overcom overcam outplay outvot trounc "
     "vanquish rout thrash unseat prevail triumph victori overpow outpol"},
    {kContest, kLosing, "lose lost loss =lose succumb conced capitul"},
    {kOrder, kNone, "preced predat antedat =precede"},
    {kOrder, kTurned, "follow succeed replac =replace supersed supplant"},
    {kLease, kGiving, "leas sublet"},
    {kLease, kReceiving, "rent charter"},
    {kNews, kNone, "=inform tell told notifi alert inform brief warn appris"},
    {kNews, kHearing, "hear heard"},
    {kNews | kTeaching, kHearing, "learn learnt"},
    {kGunfire, kNone, "=fire fire =shoot shoot shot"},
    {kPayment, kGiving, "pay paid =pay payment disburs reimburs refund repay repaid compens"},
    {kTeaching, kNone, "teach taught train =train instruct tutor coach"},
    {kFlow | kTrade, kGiving, "export =export reexport"},
    {kFlow | kTrade, kReceiving, "import =import"},
    {kService, kNone, "employ =employ hire recruit commiss"},
    {kService, kServing, "work"},
    {kProperty, kNone, "own possess"},
    {kProperty, kLosing, "belong"},
    {kConsent, kNone, "persuad convinc compel coerc induc"},
    {kConsent, kLosing, "yield bow"},
    {kPursuit, kNone, "chase pursu hunt"},
    {kPursuit, kHearing, "flee fled escap evad"},
};

/// The rows by word, the first of each.
const std::unordered_map<std::string_view, Converse>& rows_by_word() {
  static const auto kByWord = [] {
    std::unordered_map<std::string_view, Converse> by_word;
    for (const Row& row : kRows) {
      for (std::string_view rest = row.words; !rest.empty();) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        by_word.emplace(word, Converse{row.deeds, row.side});
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
      }
    }
    return by_word;
  }();
  return kByWord;
}

}  // namespace

Converse converse_of(const WordTable& words, const Term& verb) {
  const auto& rows = rows_by_word();
  // One concept may hold both sides ("defeated", "lost to"): the word itself says which.
  const bool phrase = verb.tokens > 1;
  for (const StemId id : {phrase ? verb.id : verb.stem, phrase ? verb.stem : verb.id}) {
    if (const auto it = rows.find(words.stem(id)); it != rows.end()) {
      return it->second;
    }
  }
  return {};
}

bool contest(const Converse& converse) {
  return (converse.deeds & kContest) != 0;
}

Converse as_contest(const Converse& converse) {
  return {converse.deeds | kContest, ConverseSide::kNone};
}

}  // namespace parallax
