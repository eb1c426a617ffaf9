#include "engine/compare/name_spellings.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "models/text/latin.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// Letters of a skeleton that must be the same.
constexpr std::size_t kLetters = 3;

std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of(" -"), name.size());
    if (end > 0) {
      words.push_back(name.substr(0, end));
    }
    name.remove_prefix(std::min(name.size(), end + 1));
  }
  return words;
}

bool sound_alike(std::string_view x, std::string_view y) {
  const std::string left = name_skeleton(x);
  return left.size() >= 2 && left == name_skeleton(y);
}

/// The word for a sort of body in English, by the word of another language; empty if there is
/// none.
struct BodyWord {
  std::string_view foreign, english;
};

constexpr std::array kBodies = std::to_array<BodyWord>({
    {"academia", "academy"},
    {"academie", "academy"},
    {"agence", "agency"},
    {"agencia", "agency"},
    {"agentur", "agency"},
    {"agenzia", "agency"},
    {"akademie", "academy"},
    {"asociacion", "association"},
    {"asamblea", "assembly"},
    {"assemblee", "assembly"},
    {"associacao", "association"},
    {"autoridad", "authority"},
    {"autoridade", "authority"},
    {"autorite", "authority"},
    {"banca", "bank"},
    {"banco", "bank"},
    {"bank", "bank"},
    {"banque", "bank"},
    {"behorde", "authority"},
    {"camara", "chamber"},
    {"chambre", "chamber"},
    {"comision", "commission"},
    {"comissao", "commission"},
    {"comite", "committee"},
    {"commission", "commission"},
    {"commissione", "commission"},
    {"conseil", "council"},
    {"consejo", "council"},
    {"conselho", "council"},
    {"consiglio", "council"},
    {"corte", "court"},
    {"cour", "court"},
    {"defensoria", "ombudsman"},
    {"direccion", "directorate"},
    {"direction", "directorate"},
    {"empresa", "company"},
    {"federacion", "federation"},
    {"federation", "federation"},
    {"fiscalia", "prosecutor"},
    {"fondation", "foundation"},
    {"fondo", "fund"},
    {"fonds", "fund"},
    {"fundacion", "foundation"},
    {"fundacao", "foundation"},
    {"gesellschaft", "society"},
    {"institut", "institute"},
    {"instituto", "institute"},
    {"istituto", "institute"},
    {"ministere", "ministry"},
    {"ministerio", "ministry"},
    {"ministerium", "ministry"},
    {"ministero", "ministry"},
    {"museo", "museum"},
    {"musee", "museum"},
    {"office", "office"},
    {"oficina", "office"},
    {"parti", "party"},
    {"partido", "party"},
    {"partito", "party"},
    {"servicio", "service"},
    {"service", "service"},
    {"servico", "service"},
    {"societe", "society"},
    {"sociedad", "society"},
    {"sindicato", "union"},
    {"syndicat", "union"},
    {"tribunal", "tribunal"},
    {"tribunale", "tribunal"},
    {"union", "union"},
    {"universidad", "university"},
    {"universidade", "university"},
    {"universitat", "university"},
    {"universite", "university"},
    {"verband", "association"},
});

/// "De", "du", "fur": a name of another language.
bool foreign(const std::vector<std::string_view>& words) {
  static constexpr WordList kParticles = {"de",    "del", "da",  "do",   "dos", "das", "di",
                                          "della", "du",  "des", "fur",  "der", "von", "van",
                                          "la",    "les", "el",  "para", "pour"};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return kParticles.contains(latin(word)); });
}

/// One of the words of `name` is the sort of body that a word of `other` says in its language.
bool one_sort(const std::vector<std::string_view>& name,
              const std::vector<std::string_view>& other) {
  return std::any_of(name.begin(), name.end(), [&](std::string_view word) {
    const std::string text = latin(word);
    const auto row = std::find_if(kBodies.begin(), kBodies.end(),
                                  [&](const BodyWord& body) { return body.foreign == text; });
    return row != kBodies.end() &&
           std::any_of(other.begin(), other.end(),
                       [&](std::string_view english) { return latin(english) == row->english; });
  });
}

}  // namespace

bool one_town_spelling(std::string_view x, std::string_view y) {
  constexpr std::size_t kLength = 6;
  constexpr std::size_t kApart = 2;
  const auto letters = [](std::string_view name) {
    std::string skeleton = name_skeleton(name);
    std::replace(skeleton.begin(), skeleton.end(), 'v', 'b');
    return skeleton;
  };
  const std::size_t longer = std::max(x.size(), y.size());
  const std::size_t shorter = std::min(x.size(), y.size());
  const std::string left = letters(x);
  const auto first = [](std::string_view name) {
    const std::string text = latin(name);
    return text.empty() || text.front() == 'v' ? 'b' : text.front();
  };
  return first(x) == first(y) && shorter >= kLength && longer - shorter <= kApart &&
         left.size() >= kLetters && left == letters(y);
}

bool one_person_spelling(std::string_view x, std::string_view y) {
  const std::vector<std::string_view> a = words_of(x);
  const std::vector<std::string_view> b = words_of(y);
  constexpr std::size_t kApart = 2;
  if ((a.size() == 1) != (b.size() == 1) && !a.empty() && !b.empty()) {  // "Rashidi", "Al Rashidy"
    const std::size_t longer = std::max(a.back().size(), b.back().size());
    return longer - std::min(a.back().size(), b.back().size()) < kApart &&
           sound_alike(a.back(), b.back()) && a.back().front() == b.back().front() &&
           feminine_ending(a.back()) == feminine_ending(b.back());
  }
  return a.size() >= 2 && b.size() >= 2 && sound_alike(a.back(), b.back()) &&
         name_skeleton(a.back()).size() >= kLetters &&
         sound_alike(a[a.size() - 2], b[b.size() - 2]) &&
         feminine_ending(a.back()) == feminine_ending(b.back());
}

bool translated_body(std::string_view x, std::string_view y) {
  const std::vector<std::string_view> a = words_of(x);
  const std::vector<std::string_view> b = words_of(y);
  return (foreign(a) && !foreign(b) && one_sort(a, b)) ||
         (foreign(b) && !foreign(a) && one_sort(b, a));
}

}  // namespace parallax
