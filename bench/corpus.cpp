#include "bench/corpus.hpp"

#include <array>
#include <utility>

namespace parallax::bench {
namespace {

/// splitmix64
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t n) {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return static_cast<std::size_t>((z ^ (z >> 31U)) % n);
  }
  template <std::size_t N>
  const char* pick(const std::array<const char*, N>& list) {
    return list[below(N)];
  }

 private:
  std::uint64_t state_;
};

constexpr std::array<const char*, 10> kWho = {"The Ministry of Foreign Affairs",
                                              "The government",
                                              "The ombudsperson",
                                              "The ambassador of Portugal",
                                              "The General Staff",
                                              "The European Commission",
                                              "President Okoye",
                                              "The border police",
                                              "A spokesperson for the mission",
                                              "The parliament's committee on human rights"};
constexpr std::array<const char*, 12> kVerb = {
    "condemned", "welcomed",  "rejected", "called for", "confirmed",     "denied",
    "regretted", "supported", "demanded", "discussed",  "has postponed", "does not recognise"};
constexpr std::array<const char*, 12> kWhat = {"the shelling of residential areas",
                                               "the agreement on the exchange of prisoners",
                                               "an independent inquiry into the crash",
                                               "the closure of the northern crossing",
                                               "the decision of the constitutional court",
                                               "new sanctions against the shipping company",
                                               "the delivery of humanitarian aid",
                                               "the draft resolution of the Security Council",
                                               "the attack on the consulate",
                                               "the construction of the gas pipeline",
                                               "the detention of two journalists",
                                               "the extension of the ceasefire"};
constexpr std::array<const char*, 8> kTail = {
    "in a statement issued in Geneva",
    "and urged both sides to show restraint",
    "after talks that lasted more than six hours",
    "which affects several thousand families",
    "because the obligations under the treaty had not been met",
    "while the situation in the region remained tense",
    "and thanked the mediators for their efforts",
    "according to figures published last week"};

std::string sentence(Random& random) {
  std::string s = random.pick(kWho);
  s += ' ';
  s += random.pick(kVerb);
  s += ' ';
  s += random.pick(kWhat);
  switch (random.below(4)) {
    case 0:
      s += ", in which " + std::to_string(2 + random.below(90)) + " people were killed";
      break;
    case 1:
      s += " on " + std::to_string(1 + random.below(28)) + " September 2022";
      break;
    case 2:
      s += " worth $" + std::to_string(1 + random.below(40)) + "." +
           std::to_string(random.below(10)) + " million";
      break;
    default:
      break;
  }
  s += ", ";
  s += random.pick(kTail);
  return s + ".";
}

}  // namespace

std::string statement(std::uint64_t seed, std::size_t sentences) {
  Random random(seed);
  std::string text;
  for (std::size_t i = 0; i < sentences; ++i) {
    text += sentence(random);
    text += i % 3 == 2 ? "\n\n" : " ";
  }
  return text;
}

std::string edited(const std::string& text, std::uint64_t seed) {
  Random random(seed);
  std::string out;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t stop = text.find('.', begin);
    const std::size_t end = stop == std::string::npos ? text.size() : stop + 1;
    out += random.below(5) == 0 ? sentence(random) : text.substr(begin, end - begin);
    begin = end;
  }
  return out;
}

Record record_of(std::string id, std::string text) {
  Record record;
  record.id = std::move(id);
  record.path = record.id;
  record.text = std::move(text);
  record.language = "en";
  return record;
}

}  // namespace parallax::bench
