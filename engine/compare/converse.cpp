#include "engine/compare/converse.hpp"

#include <iterator>
#include <string_view>
#include <unordered_map>

namespace parallax {
namespace {

struct Row {
  std::string_view stem;
  std::uint8_t group;
  ConverseSide side;
};

/// Groups: 1 trade, 2 transfer, 3 loan, 4 contest, 5 order, 6 lease, 7 news, 8 gunfire.
constexpr Row kRows[] = {
    {"sell", 1, ConverseSide::kGiving},       {"=sell", 1, ConverseSide::kGiving},
    {"buy", 1, ConverseSide::kReceiving},     {"=buy", 1, ConverseSide::kReceiving},
    {"purchas", 1, ConverseSide::kReceiving}, {"acquir", 1, ConverseSide::kReceiving},
    {"give", 2, ConverseSide::kGiving},       {"=give", 2, ConverseSide::kGiving},
    {"hand", 2, ConverseSide::kGiving},       {"=hand_over", 2, ConverseSide::kGiving},
    {"award", 2, ConverseSide::kGiving},      {"=award", 2, ConverseSide::kGiving},
    {"grant", 2, ConverseSide::kGiving},      {"=grant", 2, ConverseSide::kGiving},
    {"transfer", 2, ConverseSide::kGiving},   {"=transfer", 2, ConverseSide::kGiving},
    {"deliv", 2, ConverseSide::kGiving},      {"=deliver", 2, ConverseSide::kGiving},
    {"deliver", 2, ConverseSide::kGiving},    {"donat", 2, ConverseSide::kGiving},
    {"suppli", 2, ConverseSide::kGiving},     {"=supply", 2, ConverseSide::kGiving},
    {"provid", 2, ConverseSide::kGiving},     {"=provide", 2, ConverseSide::kGiving},
    {"pay", 2, ConverseSide::kGiving},        {"=pay", 2, ConverseSide::kGiving},
    {"present", 2, ConverseSide::kGiving},    {"convey", 2, ConverseSide::kGiving},
    {"=surrender", 2, ConverseSide::kGiving}, {"=extend_aid", 2, ConverseSide::kGiving},
    {"extend", 2, ConverseSide::kGiving},     {"=fund", 2, ConverseSide::kGiving},
    {"bestow", 2, ConverseSide::kGiving},     {"cede", 2, ConverseSide::kGiving},
    {"receiv", 2, ConverseSide::kReceiving},  {"=receive", 2, ConverseSide::kReceiving},
    {"win", 2, ConverseSide::kReceiving},     {"=win", 2, ConverseSide::kReceiving},
    {"obtain", 2, ConverseSide::kReceiving},  {"secur", 2, ConverseSide::kReceiving},
    {"get", 2, ConverseSide::kReceiving},     {"inherit", 2, ConverseSide::kReceiving},
    {"lend", 3, ConverseSide::kGiving},       {"=lend", 3, ConverseSide::kGiving},
    {"loan", 3, ConverseSide::kGiving},       {"borrow", 3, ConverseSide::kReceiving},
    {"=borrow", 3, ConverseSide::kReceiving}, {"defeat", 4, ConverseSide::kNone},
    {"=defeat", 4, ConverseSide::kNone},      {"beat", 4, ConverseSide::kNone},
    {"overcom", 4, ConverseSide::kNone},      {"lose", 4, ConverseSide::kLosing},
    {"=lose", 4, ConverseSide::kLosing},      {"preced", 5, ConverseSide::kNone},
    {"follow", 5, ConverseSide::kTurned},     {"succeed", 5, ConverseSide::kTurned},
    {"replac", 5, ConverseSide::kTurned},     {"=replace", 5, ConverseSide::kTurned},
    {"leas", 6, ConverseSide::kGiving},       {"rent", 6, ConverseSide::kReceiving},
    {"=inform", 7, ConverseSide::kNone},      {"tell", 7, ConverseSide::kNone},
    {"told", 7, ConverseSide::kNone},         {"notifi", 7, ConverseSide::kNone},
    {"alert", 7, ConverseSide::kNone},        {"=fire", 8, ConverseSide::kNone},
    {"fire", 8, ConverseSide::kNone},         {"=shoot", 8, ConverseSide::kNone},
    {"shoot", 8, ConverseSide::kNone},
};

/// The rows by stem, the first of each.
const std::unordered_map<std::string_view, const Row*>& rows_by_stem() {
  static const auto kByStem = [] {
    std::unordered_map<std::string_view, const Row*> rows;
    for (const Row& row : kRows) {
      rows.emplace(row.stem, &row);
    }
    return rows;
  }();
  return kByStem;
}

}  // namespace

Converse converse_of(const WordTable& words, const Term& verb) {
  const auto& rows = rows_by_stem();
  for (const StemId id : {verb.id, verb.stem}) {
    if (const auto it = rows.find(words.stem(id)); it != rows.end()) {
      return {it->second->group, it->second->side};
    }
  }
  return {};
}

}  // namespace parallax
