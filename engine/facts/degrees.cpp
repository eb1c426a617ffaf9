#include "engine/facts/degrees.hpp"

#include <algorithm>
#include <array>

namespace parallax {
namespace {

struct DegreeWord {
  std::string_view text;
  Degree degree;
};

template <std::size_t N>
constexpr std::array<DegreeWord, N> sorted(std::array<DegreeWord, N> words) {
  std::sort(words.begin(), words.end(),
            [](const DegreeWord& a, const DegreeWord& b) { return a.text < b.text; });
  return words;
}

using enum Degree;
constexpr auto kWords = sorted(std::to_array<DegreeWord>({{"its", kOwn},
                                                          {"his", kOwn},
                                                          {"her", kOwn},
                                                          {"their", kOwn},
                                                          {"our", kOwn},
                                                          {"new", kPlain},
                                                          {"formal", kPlain},
                                                          {"formally", kPlain},
                                                          {"official", kPlain},
                                                          {"officially", kPlain},
                                                          {"public", kPlain},
                                                          {"publicly", kPlain},
                                                          {"open", kPlain},
                                                          {"openly", kPlain},
                                                          {"active", kPlain},
                                                          {"further", kPlain},
                                                          {"renewed", kPlain},
                                                          {"fresh", kPlain},
                                                          {"real", kPlain},
                                                          {"explicit", kPlain},
                                                          {"explicitly", kPlain},
                                                          {"continued", kPlain},
                                                          {"continuing", kPlain},
                                                          {"general", kPlain},
                                                          {"clear", kPlain},
                                                          {"clearly", kPlain},
                                                          {"again", kPlain},
                                                          {"strong", kStrong},
                                                          {"stronger", kStrong},
                                                          {"strongest", kStrong},
                                                          {"strongly", kStrong},
                                                          {"sharp", kStrong},
                                                          {"sharpest", kStrong},
                                                          {"sharply", kStrong},
                                                          {"deep", kStrong},
                                                          {"deeper", kStrong},
                                                          {"deepest", kStrong},
                                                          {"deeply", kStrong},
                                                          {"grave", kStrong},
                                                          {"gravest", kStrong},
                                                          {"gravely", kStrong},
                                                          {"serious", kStrong},
                                                          {"seriously", kStrong},
                                                          {"full", kStrong},
                                                          {"fullest", kStrong},
                                                          {"fully", kStrong},
                                                          {"outright", kStrong},
                                                          {"fierce", kStrong},
                                                          {"fiercely", kStrong},
                                                          {"vehement", kStrong},
                                                          {"vehemently", kStrong},
                                                          {"firm", kStrong},
                                                          {"firmest", kStrong},
                                                          {"firmly", kStrong},
                                                          {"categorical", kStrong},
                                                          {"categorically", kStrong},
                                                          {"profound", kStrong},
                                                          {"profoundly", kStrong},
                                                          {"severe", kStrong},
                                                          {"severely", kStrong},
                                                          {"utter", kStrong},
                                                          {"utterly", kStrong},
                                                          {"utmost", kStrong},
                                                          {"total", kStrong},
                                                          {"totally", kStrong},
                                                          {"complete", kStrong},
                                                          {"completely", kStrong},
                                                          {"absolute", kStrong},
                                                          {"absolutely", kStrong},
                                                          {"unconditional", kStrong},
                                                          {"unreserved", kStrong},
                                                          {"unwavering", kStrong},
                                                          {"unequivocal", kStrong},
                                                          {"unqualified", kStrong},
                                                          {"wholehearted", kStrong},
                                                          {"heartfelt", kStrong},
                                                          {"warm", kStrong},
                                                          {"warmest", kStrong},
                                                          {"warmly", kStrong},
                                                          {"great", kStrong},
                                                          {"greatest", kStrong},
                                                          {"greatly", kStrong},
                                                          {"huge", kStrong},
                                                          {"hugely", kStrong},
                                                          {"massive", kStrong},
                                                          {"massively", kStrong},
                                                          {"enormous", kStrong},
                                                          {"enormously", kStrong},
                                                          {"tremendous", kStrong},
                                                          {"intense", kStrong},
                                                          {"intensely", kStrong},
                                                          {"extreme", kStrong},
                                                          {"extremely", kStrong},
                                                          {"acute", kStrong},
                                                          {"acutely", kStrong},
                                                          {"steep", kStrong},
                                                          {"steeply", kStrong},
                                                          {"marked", kStrong},
                                                          {"markedly", kStrong},
                                                          {"significant", kStrong},
                                                          {"significantly", kStrong},
                                                          {"substantial", kStrong},
                                                          {"substantially", kStrong},
                                                          {"considerable", kStrong},
                                                          {"considerably", kStrong},
                                                          {"major", kStrong},
                                                          {"dramatic", kStrong},
                                                          {"dramatically", kStrong},
                                                          {"robust", kStrong},
                                                          {"robustly", kStrong},
                                                          {"big", kStrong},
                                                          {"large", kStrong},
                                                          {"pronounced", kStrong},
                                                          {"heavy", kStrong},
                                                          {"heavily", kStrong},
                                                          {"hefty", kStrong},
                                                          {"solid", kStrong},
                                                          {"sizeable", kStrong},
                                                          {"sizable", kStrong},
                                                          {"resounding", kStrong},
                                                          {"overwhelming", kStrong},
                                                          {"overwhelmingly", kStrong},
                                                          {"emphatic", kStrong},
                                                          {"emphatically", kStrong},
                                                          {"sustained", kStrong},
                                                          {"rapid", kStrong},
                                                          {"rapidly", kStrong},
                                                          {"swift", kStrong},
                                                          {"swiftly", kStrong},
                                                          {"abrupt", kStrong},
                                                          {"abruptly", kStrong},
                                                          {"sudden", kStrong},
                                                          {"suddenly", kStrong},
                                                          {"broad", kStrong},
                                                          {"widespread", kStrong},
                                                          {"growing", kStrong},
                                                          {"mounting", kStrong},
                                                          {"bitter", kStrong},
                                                          {"bitterly", kStrong},
                                                          {"crushing", kStrong},
                                                          {"decisive", kStrong},
                                                          {"decisively", kStrong},
                                                          {"very", kStrong},
                                                          {"highly", kStrong},
                                                          {"truly", kStrong},
                                                          {"entirely", kStrong},
                                                          {"wholly", kStrong},
                                                          {"roundly", kStrong},
                                                          {"stark", kStrong},
                                                          {"spectacular", kStrong},
                                                          {"striking", kStrong},
                                                          {"stiff", kStrong},
                                                          {"staunch", kStrong},
                                                          {"spirited", kStrong},
                                                          {"unprecedented", kStrong},
                                                          {"record", kStrong},
                                                          {"monumental", kStrong},
                                                          {"colossal", kStrong},
                                                          {"historic", kStrong},
                                                          {"important", kStrong},
                                                          {"stunning", kStrong},
                                                          {"devastating", kStrong},
                                                          {"terrible", kStrong},
                                                          {"timely", kStrong},
                                                          {"undoubted", kStrong},
                                                          {"indisputable", kStrong},
                                                          {"blatant", kStrong},
                                                          {"gross", kStrong},
                                                          {"flagrant", kStrong},
                                                          {"unmistakable", kStrong},
                                                          {"particular", kStrong},
                                                          {"particularly", kStrong},
                                                          {"especially", kStrong},
                                                          {"most", kStrong},
                                                          {"much", kStrong},
                                                          {"far", kStrong},
                                                          {"slight", kSlight},
                                                          {"slightest", kSlight},
                                                          {"slightly", kSlight},
                                                          {"mild", kSlight},
                                                          {"mildly", kSlight},
                                                          {"some", kSlight},
                                                          {"somewhat", kSlight},
                                                          {"minor", kSlight},
                                                          {"small", kSlight},
                                                          {"modest", kSlight},
                                                          {"modestly", kSlight},
                                                          {"moderate", kSlight},
                                                          {"moderately", kSlight},
                                                          {"marginal", kSlight},
                                                          {"marginally", kSlight},
                                                          {"limited", kSlight},
                                                          {"cautious", kSlight},
                                                          {"cautiously", kSlight},
                                                          {"guarded", kSlight},
                                                          {"qualified", kSlight},
                                                          {"lukewarm", kSlight},
                                                          {"muted", kSlight},
                                                          {"tentative", kSlight},
                                                          {"faint", kSlight},
                                                          {"gentle", kSlight},
                                                          {"gently", kSlight},
                                                          {"tacit", kSlight},
                                                          {"conditional", kSlight},
                                                          {"grudging", kSlight},
                                                          {"certain", kSlight},
                                                          {"rather", kSlight},
                                                          {"fairly", kSlight},
                                                          {"partial", kSlight}}));

/// Words of a phrase that may be parted.
constexpr std::size_t kReach = 9;
/// Words of degree side by side.
constexpr std::size_t kWordsApart = 5;

int shift_of(Degree degree) {
  return degree == Degree::kStrong ? 1 : degree == Degree::kSlight ? -1 : 0;
}

bool any_near(const std::vector<Degree>& degrees, std::size_t i) {
  constexpr std::size_t kNear = 4;
  for (std::size_t k = i + 1; k < std::min(degrees.size(), i + 1 + kNear); ++k) {
    if (degrees[k] != Degree::kNone) {
      return true;
    }
  }
  return false;
}

bool between_light(const ClaimContext& c, const std::vector<Degree>& degrees, std::size_t k) {
  return degrees[k] != Degree::kNone ||
         c.is_any(k, {"a", "an", "the", "any", "no", "that", "this", "and"});
}

}  // namespace

std::vector<Degree> degrees_of(const ClaimContext& c) {
  if (c.lexicon.language != "en") {
    return {};
  }
  std::vector<Degree> degrees(c.size(), Degree::kNone);
  for (std::size_t i = 0; i < c.size(); ++i) {
    const std::string_view word = c.folded(i);
    const auto* const at =
        std::lower_bound(kWords.begin(), kWords.end(), word,
                         [](const DegreeWord& a, std::string_view text) { return a.text < text; });
    degrees[i] = at != kWords.end() && at->text == word ? at->degree : Degree::kNone;
  }
  return degrees;
}

LooseRow look_up_loosely(const ClaimContext& c, const FactTable& table,
                         const std::vector<Degree>& degrees, std::size_t i) {
  LooseRow found;
  found.row = c.look_up(table, i, found.length);
  if (degrees.empty() || !any_near(degrees, i)) {
    return found;
  }
  std::array<Token, kReach> tokens{};
  std::array<std::size_t, kReach> places{};
  std::size_t count = 0;
  for (std::size_t k = i; k < c.size() && count < kReach; ++k) {
    if (k == i || degrees[k] == Degree::kNone) {
      tokens[count] = c.tokens[k];
      places[count++] = k;
    }
  }
  // "an utter failure", "a clear insult": the article goes with the next word, degrees left out
  if (count > 1 && places[1] != i + 1 && c.is_any(i, {"a", "an"})) {
    const bool vowel = std::string_view("aeiou").find(c.folded(places[1])[0]) != std::string::npos;
    tokens[0].word = c.words.intern(vowel ? "an" : "a", c.lexicon.language);
  }
  const PhraseSet::Match match =
      table.phrases.match(std::span<const Token>(tokens.data(), count), 0, c.words);
  if (match.length < 2 || match.length <= found.length) {
    return found;
  }
  found = {&table.rows[match.payload], places[match.length - 1] - i + 1, 0};
  for (std::size_t k = i + 1; k < i + found.length; ++k) {
    found.shift = found.shift != 0 ? found.shift : shift_of(degrees[k]);
  }
  return found;
}

LightDeed light_deed(const ClaimContext& c, const std::vector<Degree>& degrees, std::size_t i) {
  LightDeed deed;
  if (degrees.empty() || i == 0) {
    return deed;
  }
  std::size_t length = 0;
  const auto* noun = c.look_up(c.lexicon.light_noun, i, length);
  if (noun == nullptr) {
    return deed;
  }
  std::size_t open = i;
  for (std::size_t k = i; k-- > (i > kWordsApart + 1 ? i - kWordsApart - 1 : 0);) {
    std::size_t covered = 0;
    const auto* verb = c.look_up(c.lexicon.light_verb, k, covered);
    if (verb != nullptr && k + covered >= open) {
      return {noun, verb->front(), k, i + length - 1, deed.shift};
    }
    if (between_light(c, degrees, k)) {
      deed.shift = deed.shift != 0 ? deed.shift : shift_of(degrees[k]);
      open = k;
    } else if (!c.is_any(k, {"with", "by", "in", "for", "into"})) {
      break;
    }
  }
  return {};
}

}  // namespace parallax
