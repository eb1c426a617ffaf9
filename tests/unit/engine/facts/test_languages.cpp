/// Numbers, dates, negation and stance in Russian, Turkish, Azerbaijani and Arabic.

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "engine/document/analyse.hpp"
#include "engine/facts/claims.hpp"
#include "engine/facts/fact_lexicon.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"

namespace parallax {
namespace {

using test::compared;
using test::labels;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// The claims of a text in a language.
class Claims {
 public:
  Claims(const char* text, const char* language) {
    Analyser analyser(words_, source_);
    FactLexicons lexicons(source_);
    document_ = analyser.analyse(test::record_of("d", text, language)).value();
    claims_ = extract_claims(document_, *lexicons.get(language).value(), words_);
  }
  [[nodiscard]] std::vector<Quantity> quantities() const {
    std::vector<Quantity> all;
    for (const Claim& claim : claims_) {
      all.insert(all.end(), claim.quantities.begin(), claim.quantities.end());
    }
    return all;
  }
  [[nodiscard]] std::vector<DateMention> dates() const {
    std::vector<DateMention> all;
    for (const Claim& claim : claims_) {
      all.insert(all.end(), claim.dates.begin(), claim.dates.end());
    }
    return all;
  }

 private:
  WordTable words_;
  LexiconSource source_;
  Document document_;
  std::vector<Claim> claims_;
};

TEST_CASE("numbers with case endings, in words, with bounds on either side") {
  struct Case {
    const char* language;
    const char* text;
    double low, high;
    const char* unit;
  };
  const std::vector<Case> cases = {
      {"ru", "Списки проверили у семидесяти девяти водителей.", 79, 79, ""},
      {"ru", "Помощь получили 79-ти водителей.", 79, 79, ""},
      {"ru", "Ущерб составил 3,4 млрд рублей.", 3.4e9, 3.4e9, "RUB"},
      {"ru", "В зале было не менее 40 водителей.", 40, kInfinity, ""},
      {"ru", "В списке пятеро водителей.", 5, 5, ""},
      {"tr", "Listede 79'u kadın.", 79, 79, ""},
      {"tr", "Salonda 50'den fazla sürücü vardı.", 50, kInfinity, ""},
      {"tr", "Salonda 50'ye kadar sürücü vardı.", -kInfinity, 50, ""},
      {"tr", "Oran yüzde 7,4 oldu.", 7.4, 7.4, "%"},
      {"tr", "Depoda iki yüz elli sandık bulundu.", 250, 250, ""},
      {"az", "Zalda 50-dən çox sürücü var idi.", 50, kInfinity, ""},
      {"az", "Anbarda iki yüz əlli qutu tapılıb.", 250, 250, ""},
      {"az", "Göstərici 7,4 faiz olub.", 7.4, 7.4, "%"},
      {"ar", "شارك تسعة وسبعون سائقا.", 79, 79, ""},
      {"ar", "شارك ٧٩ سائقا.", 79, 79, ""},
      {"ar", "شارك خمسة عشر سائقا.", 15, 15, ""},
      {"ar", "شارك مئة وخمسة وعشرون سائقا.", 125, 125, ""},
      {"ar", "شارك ما لا يقل عن 30 سائقا.", 30, kInfinity, ""},
  };
  for (const Case& c : cases) {
    INFO(c.language << ": " << c.text);
    const std::vector<Quantity> found = Claims(c.text, c.language).quantities();
    REQUIRE(found.size() == 1);
    CHECK(found[0].value.low == Approx(c.low));
    CHECK(found[0].value.high == Approx(c.high));
    CHECK(found[0].unit == c.unit);
  }
}

TEST_CASE("plural scales without a number are vague") {
  for (const auto& [text, language] : {std::pair("На площади собрались тысячи водителей.", "ru"),
                                       std::pair("Meydanda binlerce sürücü toplandı.", "tr"),
                                       std::pair("Meydana minlərlə sürücü toplaşıb.", "az"),
                                       std::pair("تجمع آلاف السائقين في الساحة.", "ar")}) {
    INFO(language << ": " << text);
    const std::vector<Quantity> found = Claims(text, language).quantities();
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == QuantityKind::kVague);
  }
}

TEST_CASE("dates with case endings, two names of a month, the year in front") {
  struct Case {
    const char* language;
    const char* text;
    int year, month, day;
  };
  const std::vector<Case> cases = {
      {"ru", "Встреча прошла 16-го сентября 2022 года.", 2022, 9, 16},
      {"ru", "Встреча прошла в сентябре 2022 года.", 2022, 9, 0},
      {"tr", "Toplantı 16 Eylül 2022'de yapıldı.", 2022, 9, 16},
      {"tr", "Toplantı 16 Eylül'de yapıldı.", 0, 9, 16},
      {"az", "Görüş 2022-ci il sentyabrın 16-da keçirilib.", 2022, 9, 16},
      {"az", "Görüş 16 sentyabr 2022-ci ildə keçirilib.", 2022, 9, 16},
      {"ar", "عقد الاجتماع في 16 أيلول/سبتمبر 2022.", 2022, 9, 16},
      {"ar", "عقد الاجتماع في 16 كانون الأول 2022.", 2022, 12, 16},
      {"ar", "عقد الاجتماع في ١٦ سبتمبر ٢٠٢٢.", 2022, 9, 16},
  };
  for (const Case& c : cases) {
    INFO(c.language << ": " << c.text);
    const std::vector<DateMention> found = Claims(c.text, c.language).dates();
    REQUIRE(found.size() == 1);
    CHECK(found[0].value.year == c.year);
    CHECK(found[0].value.month == c.month);
    CHECK(found[0].value.day == c.day);
  }
}

TEST_CASE("negative concord, double negation and repeated negation") {
  struct Case {
    const char* language;
    const char* left;
    const char* right;
    const char* labels;
  };
  const std::vector<Case> cases = {
      {"ru", "Никто из водителей не был задержан.", "Водители не были задержаны.", ""},
      {"ru", "Никто из водителей не был задержан.", "Водители были задержаны.", "negation"},
      {"ru", "Ни один мост не был разрушен.", "Мост был разрушен.", "negation"},
      {"ru", "Отряд не разрушал мост и не закрывал дорогу.",
       "Отряд не закрывал дорогу и не разрушал мост.", ""},
      {"ar", "لم تدمر الوحدة الجسر ولم تغلق الطريق.", "لم تغلق الوحدة الطريق ولم تدمر الجسر.", ""},
      {"ar", "لم يدمر الجسر.", "دمر الجسر.", "negation"},
      {"ar", "لا يزال الجسر مغلقا.", "ما زال الجسر مغلقا.", ""},
  };
  for (const Case& c : cases) {
    INFO(c.language << ": " << c.left << " | " << c.right);
    CHECK(labels(compared(c.left, c.right, c.language)) == c.labels);
  }
}

TEST_CASE("opposed and graded positions") {
  struct Case {
    const char* language;
    const char* left;
    const char* right;
    const char* labels;
  };
  const std::vector<Case> cases = {
      {"ru", "Посольство осудило решение парламента.",
       "Посольство приветствовало решение парламента.", "stance"},
      {"tr", "Büyükelçilik parlamentonun kararını kınadı.",
       "Büyükelçilik parlamentonun kararını memnuniyetle karşıladı.", "stance"},
      {"az", "Səfirlik parlamentin qərarını pisləyib.", "Səfirlik parlamentin qərarını alqışlayıb.",
       "stance"},
      {"ar", "أدانت السفارة قرار البرلمان.", "رحبت السفارة بقرار البرلمان.", "stance"},
      {"tr", "Büyükelçilik konvoya yönelik saldırıyı kınadı.",
       "Büyükelçilik konvoya yönelik saldırıdan endişe duyuyor.", "strength"},
  };
  for (const Case& c : cases) {
    INFO(c.language << ": " << c.left << " | " << c.right);
    CHECK(labels(compared(c.left, c.right, c.language)) == c.labels);
  }
}

TEST_CASE("Arabic words match tables without what is written onto them") {
  WordTable words;
  const auto variants = [&](const char* word) { return words[words.intern(word, "ar")].variants; };
  const auto has = [](const std::vector<std::string>& list, const char* word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  CHECK(has(variants("والوزارة"), "وزارة"));
  CHECK(has(variants("بالمدينة"), "مدينة"));
  CHECK(has(variants("للجيش"), "الجيش"));
  CHECK(has(variants("وبمقتل"), "مقتل"));
  CHECK(has(variants("ستنسحب"), "تنسحب"));
  CHECK(variants("الى").empty());
  CHECK(words[words.intern("ministry", "en")].variants.empty());
}

}  // namespace
}  // namespace parallax
