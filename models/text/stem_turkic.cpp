#include "models/text/stem_turkic.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "models/base/utf8.hpp"

namespace parallax {
namespace {

constexpr std::size_t kMinLetters = 3;
constexpr int kMaxEndings = 6;

/// Longest first, folded: dotless i is i.
constexpr std::array<std::string_view, 150> kTurkish = {"abilir",
                                                        "dik\xc3\xa7"
                                                        "a",
                                                        "ebilir",
                                                        "iyoruz",
                                                        "m\xc3\xbcyor",
                                                        "yaca\xc4\x9f",
                                                        "yece\xc4\x9f",
                                                        "\xc3\xbcm\xc3\xbcz",
                                                        "\xc3\xbcn\xc3\xbcz",
                                                        "aca\xc4\x9f",
                                                        "d\xc3\xbc\xc4\x9f",
                                                        "ece\xc4\x9f",
                                                        "madan",
                                                        "makta",
                                                        "meden",
                                                        "mekte",
                                                        "miyor",
                                                        "muyor",
                                                        "m\xc3\xbc\xc5\x9f",
                                                        "t\xc3\xbc\xc4\x9f",
                                                        "yabil",
                                                        "yacak",
                                                        "yarak",
                                                        "yebil",
                                                        "yecek",
                                                        "yerek",
                                                        "yoruz",
                                                        "\xc3\xbcyor",
                                                        "abil",
                                                        "acak",
                                                        "arak",
                                                        "di\xc4\x9f",
                                                        "du\xc4\x9f",
                                                        "d\xc3\xbck",
                                                        "d\xc3\xbcr",
                                                        "ebil",
                                                        "ecek",
                                                        "erek",
                                                        "ildi",
                                                        "imiz",
                                                        "inca",
                                                        "ince",
                                                        "iniz",
                                                        "iyor",
                                                        "mali",
                                                        "meli",
                                                        "mi\xc5\x9f",
                                                        "mu\xc5\x9f",
                                                        "ndan",
                                                        "nden",
                                                        "n\xc3\xbcn",
                                                        "s\xc3\xbcn",
                                                        "ti\xc4\x9f",
                                                        "tu\xc4\x9f",
                                                        "t\xc3\xbck",
                                                        "t\xc3\xbcr",
                                                        "umuz",
                                                        "unuz",
                                                        "uyor",
                                                        "y\xc3\xbcp",
                                                        "dan",
                                                        "den",
                                                        "dik",
                                                        "dir",
                                                        "duk",
                                                        "dur",
                                                        "d\xc3\xbc",
                                                        "ise",
                                                        "ken",
                                                        "lar",
                                                        "ler",
                                                        "mak",
                                                        "maz",
                                                        "mek",
                                                        "mez",
                                                        "mis",
                                                        "nda",
                                                        "nde",
                                                        "nin",
                                                        "nun",
                                                        "n\xc3\xbc",
                                                        "sin",
                                                        "sun",
                                                        "s\xc3\xbc",
                                                        "tan",
                                                        "ten",
                                                        "tik",
                                                        "tir",
                                                        "tuk",
                                                        "tur",
                                                        "t\xc3\xbc",
                                                        "yan",
                                                        "yen",
                                                        "yip",
                                                        "yla",
                                                        "yle",
                                                        "yor",
                                                        "yup",
                                                        "y\xc3\xbc",
                                                        "\xc3\xbcm",
                                                        "\xc3\xbcn",
                                                        "\xc3\xbcp",
                                                        "\xc3\xbcr",
                                                        "\xc3\xbcz",
                                                        "an",
                                                        "ar",
                                                        "ca",
                                                        "ce",
                                                        "da",
                                                        "de",
                                                        "di",
                                                        "du",
                                                        "en",
                                                        "er",
                                                        "im",
                                                        "in",
                                                        "ip",
                                                        "ir",
                                                        "iz",
                                                        "ki",
                                                        "la",
                                                        "le",
                                                        "ma",
                                                        "me",
                                                        "na",
                                                        "ne",
                                                        "ni",
                                                        "nu",
                                                        "sa",
                                                        "se",
                                                        "si",
                                                        "su",
                                                        "ta",
                                                        "te",
                                                        "ti",
                                                        "tu",
                                                        "um",
                                                        "un",
                                                        "up",
                                                        "ur",
                                                        "uz",
                                                        "ya",
                                                        "ye",
                                                        "yi",
                                                        "yu",
                                                        "\xc3\xbc",
                                                        "a",
                                                        "e",
                                                        "i",
                                                        "u"};

constexpr std::array<std::string_view, 119> kAzerbaijani = {
    "y\xc9\x99"
    "c\xc9\x99k",
    "y\xc9\x99"
    "c\xc9\x99y",
    "y\xc9\x99r\xc9\x99k",
    "yaca\xc4\x9f",
    "\xc3\xbcm\xc3\xbcz",
    "\xc3\xbcn\xc3\xbcz",
    "\xc9\x99"
    "c\xc9\x99k",
    "\xc9\x99"
    "c\xc9\x99y",
    "\xc9\x99nd\xc9\x99",
    "\xc9\x99r\xc9\x99k",
    "aca\xc4\x9f",
    "dikda",
    "m\xc3\xbc\xc5\x9f",
    "m\xc9\x99li",
    "nd\xc9\x99n",
    "siniz",
    "yacaq",
    "yaraq",
    "acaq",
    "anda",
    "araq",
    "di\xc4\x9f",
    "du\xc4\x9f",
    "d\xc3\xbcr",
    "d\xc3\xbcy",
    "d\xc9\x99n",
    "imiz",
    "iniz",
    "l\xc9\x99r",
    "mali",
    "ma\xc4\x9f",
    "mi\xc5\x9f",
    "mu\xc5\x9f",
    "m\xc3\xbcr",
    "m\xc9\x99k",
    "m\xc9\x99y",
    "m\xc9\x99z",
    "ndan",
    "nd\xc9\x99",
    "n\xc3\xbcn",
    "umuz",
    "unuz",
    "y\xc3\xbc"
    "b",
    "y\xc9\x99k",
    "y\xc9\x99m",
    "y\xc9\x99n",
    "c\xc9\x99",
    "dan",
    "dir",
    "diy",
    "dur",
    "d\xc3\xbc",
    "d\xc9\x99",
    "lar",
    "l\xc9\x99",
    "maq",
    "maz",
    "mir",
    "mur",
    "m\xc9\x99",
    "nda",
    "nin",
    "nun",
    "n\xc3\xbc",
    "n\xc9\x99",
    "s\xc3\xbc",
    "s\xc9\x99",
    "yam",
    "yan",
    "yaq",
    "yib",
    "yir",
    "yub",
    "y\xc3\xbc",
    "y\xc9\x99",
    "\xc3\xbc"
    "b",
    "\xc3\xbck",
    "\xc3\xbcm",
    "\xc3\xbcn",
    "\xc3\xbcr",
    "\xc9\x99m",
    "\xc9\x99n",
    "\xc9\x99r",
    "am",
    "an",
    "ar",
    "ca",
    "da",
    "di",
    "du",
    "ib",
    "ik",
    "im",
    "in",
    "iq",
    "ir",
    "ki",
    "la",
    "ma",
    "na",
    "ni",
    "nu",
    "sa",
    "se",
    "si",
    "su",
    "ub",
    "um",
    "un",
    "uq",
    "ur",
    "ya",
    "yi",
    "yu",
    "\xc3\xbc",
    "\xc9\x99",
    "a",
    "i",
    "u"};

std::size_t letters(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

bool has_vowel(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = next_code_point(word, i);
    if (c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 0xF6 || c == 0xFC ||
        c == 0x259) {
      return true;
    }
  }
  return false;
}

/// Length of the longest ending that may go; 0 if none.
std::size_t ending_of(std::string_view word, std::span<const std::string_view> endings) {
  for (const std::string_view ending : endings) {
    if (word.size() <= ending.size() || !word.ends_with(ending)) {
      continue;
    }
    const std::string_view rest = word.substr(0, word.size() - ending.size());
    if (letters(rest) >= kMinLetters && has_vowel(rest)) {
      return ending.size();
    }
  }
  return 0;
}

/// "-lig", "-liy" before a vowel is "-lik", "-liq" elsewhere.
void harden(std::string& word) {
  constexpr std::string_view kSoftG = "\xc4\x9f";
  if (word.ends_with(kSoftG)) {
    word.resize(word.size() - kSoftG.size());
    word += 'k';
  } else if (word.ends_with("liy") || word.ends_with("luy") || word.ends_with("l\xc3\xbcy") ||
             word.ends_with("q")) {
    word.back() = 'k';
  }
}

}  // namespace

std::string stem_turkic(std::string_view folded, std::string_view language) {
  const bool turkish = language == "tr";
  if (!turkish && language != "az") {
    return std::string(folded);
  }
  const std::span<const std::string_view> endings =
      turkish ? std::span<const std::string_view>(kTurkish)
              : std::span<const std::string_view>(kAzerbaijani);
  std::string_view word = folded;
  for (int i = 0; i < kMaxEndings; ++i) {
    const std::size_t length = ending_of(word, endings);
    if (length == 0) {
      break;
    }
    word.remove_suffix(length);
  }
  std::string stem(word);
  harden(stem);
  return stem;
}

}  // namespace parallax
