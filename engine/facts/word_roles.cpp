#include "engine/facts/word_roles.hpp"

#include <algorithm>
#include <unordered_map>

namespace parallax {
namespace {

struct RoleRow {
  WordRole role;
  std::string_view words;
};

constexpr RoleRow kRoleRows[] = {
    {WordRole::kDeterminer,
     "the a an its his her their our my your this these those some any each every no another "
     "both own"},
    {WordRole::kPronoun, "it he she they them him latter former we us i you one"},
    {WordRole::kPreposition,
     "of to from by against on upon at in into with without over for about concerning under "
     "towards toward through near off after before during since until between among behind as "
     "within across outside inside along via per despite regarding beside above below around "
     "amid following pending because due"},
    {WordRole::kAuxiliary,
     "is are was were be been being am has have had having do does did will would shall should "
     "may might can could must to get got gets not never"},
    {WordRole::kRelative, "who which whom whose that"},
    {WordRole::kJoint,
     "and or but while whereas although though when if because so than nor yet where"},
    {WordRole::kAdverb,
     "also then first formally again already still just now later yesterday today even only "
     "once twice there here too itself meanwhile first last soon himself herself themselves "
     "recently home abroad"},
};

const std::unordered_map<std::string_view, WordRole>& listed_roles() {
  static const auto kRoles = [] {
    std::unordered_map<std::string_view, WordRole> roles;
    for (const RoleRow& row : kRoleRows) {
      for (std::string_view rest = row.words; !rest.empty();) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        roles.emplace(word, row.role);
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
      }
    }
    return roles;
  }();
  return kRoles;
}

bool digits(std::string_view word) {
  return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

}  // namespace

WordRole listed_role(std::string_view word) {
  const auto it = listed_roles().find(word);
  if (it != listed_roles().end()) {
    return it->second;
  }
  constexpr std::size_t kShortestAdverb = 5;
  const bool adverb = word.size() >= kShortestAdverb && word.ends_with("ly");
  return digits(word) ? WordRole::kNumber : adverb ? WordRole::kAdverb : WordRole::kContent;
}

}  // namespace parallax
