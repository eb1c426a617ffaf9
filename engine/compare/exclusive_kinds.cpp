#include "engine/compare/exclusive_kinds.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace parallax {
namespace {

using Both = std::pair<std::string_view, std::string_view>;

template <std::size_t N>
bool listed(const std::array<Both, N>& list, std::string_view x, std::string_view y) {
  return std::any_of(list.begin(), list.end(), [&](const Both& both) {
    return (both.first == x && both.second == y) || (both.first == y && both.second == x);
  });
}

/// Trades that hardly go together; "sport:" stands for every kind of sport.
bool trades_apart(std::string_view x, std::string_view y) {
  static constexpr std::array<Both, 4> kApart = {{{"musician", "politician"},
                                                  {"actor", "politician"},
                                                  {"model", "politician"},
                                                  {"scientist", "musician"}}};
  const bool a = x.starts_with("sport:");
  const bool b = y.starts_with("sport:");
  if (a && b) {
    return x != y && x != "sport:any" && y != "sport:any";
  }
  if (a || b) {
    const std::string_view other = a ? y : x;
    return other == "politician" || other == "musician" || other == "actor" || other == "model";
  }
  return listed(kApart, x, y);
}

}  // namespace

bool excludes(const Kind& a, const Kind& b) {
  static constexpr std::array<Both, 11> kTogether = {{{"country", "state"},
                                                      {"country", "island"},
                                                      {"state", "island"},
                                                      {"state", "division"},
                                                      {"island", "division"},
                                                      {"continent", "country"},
                                                      {"continent", "island"},
                                                      {"mountain", "island"},
                                                      {"album", "music"},
                                                      {"music video", "music"},
                                                      {"film", "series"}}};
  static constexpr std::array<Both, 13> kCategories = {{{"body", "place"},
                                                        {"body", "building"},
                                                        {"place", "building"},
                                                        {"event", "work"},
                                                        {"place", "work"},
                                                        {"act", "work"},
                                                        {"act", "event"},
                                                        {"act", "body"},
                                                        {"substance", "plant"},
                                                        {"vehicle", "building"},
                                                        {"vehicle", "weapon"},
                                                        {"event", "body"},
                                                        {"building", "work"}}};
  if (a.category == "person" && b.category == "person") {
    return trades_apart(a.name, b.name);
  }
  if (a.category == b.category) {
    return a.name != b.name && a.name != "other" && b.name != "other" &&
           !listed(kTogether, a.name, b.name);
  }
  static constexpr std::array<Both, 5> kPress = {{{"press", "company"},
                                                  {"press", "website"},
                                                  {"press", "channel"},
                                                  {"series", "channel"},
                                                  {"game", "company"}}};
  return !listed(kCategories, a.category, b.category) && !listed(kPress, a.name, b.name);
}

bool blurred(const Kind& a, const Kind& b) {
  static constexpr std::array<Both, 6> kClose = {{{"horror", "thriller"},
                                                  {"crime", "thriller"},
                                                  {"horror", "crime"},
                                                  {"romance", "comedy"},
                                                  {"medical", "comedy"},
                                                  {"crime", "comedy"}}};
  return a.name == b.name || listed(kClose, a.name, b.name);
}

}  // namespace parallax
