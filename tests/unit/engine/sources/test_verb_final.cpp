#include <string>
#include <vector>

#include "engine/document/analyse.hpp"
#include "engine/sources/attribute.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"

namespace parallax {
namespace {

struct Said {
  std::string source;
  std::string content;
};

std::vector<Said> said(const char* text, const char* language) {
  WordTable words;
  const LexiconSource source;
  Analyser analyser(words, source);
  const Document document = analyser.analyse(test::record_of("d", text, language)).value();
  const SourcedDocument result = attribute(document, words, source).value();
  std::vector<Said> list;
  for (const Statement& statement : result.statements) {
    Said entry;
    if (statement.source) {
      entry.source = result.sources[*statement.source].name;
    }
    for (const ByteSpan span : statement.content) {
      entry.content += std::string(document.slice(span));
    }
    list.push_back(std::move(entry));
  }
  return list;
}

TEST_CASE("speaker, content, cue: the verb stands last") {
  struct Case {
    const char* language;
    const char* text;
    const char* source;
    const char* content;
  };
  const std::vector<Case> cases = {
      {"tr", "Sağlık Bakanı Deniz Akın, hastanenin yeniden açıldığını söyledi.", "Deniz Akın",
       "hastanenin yeniden açıldığını"},
      {"tr", "Büyükelçi Kemal Soysal \"Görüşmeler sürüyor\" dedi.", "Kemal Soysal",
       "Görüşmeler sürüyor"},
      {"az", "Səhiyyə naziri Anar Quluzadə xəstəxananın açıldığını bildirib.", "Anar Quluzadə",
       "xəstəxananın açıldığını"},
      {"az", "Səfir Elçin Nuri deyib ki, danışıqlar davam edir.", "Elçin Nuri",
       "danışıqlar davam edir"},
      {"ru", "Министр здравоохранения Антон Белов заявил, что больница открыта.", "Антон Белов",
       "что больница открыта"},
      {"ru", "«Больница открыта», — добавила посол Мария Зимина.", "Мария Зимина",
       "Больница открыта"},
      {"ar", "قال وزير الصحة كريم منصور إن المستشفى مفتوح.", "كريم منصور", "إن المستشفى مفتوح"},
  };
  for (const Case& c : cases) {
    INFO(c.language << ": " << c.text);
    const std::vector<Said> found = said(c.text, c.language);
    REQUIRE_FALSE(found.empty());
    CHECK(found[0].source == c.source);
    CHECK(found[0].content == c.content);
  }
}

TEST_CASE("words in another case than the nominative do not speak") {
  const std::vector<Said> found = said(
      "Bakan Deniz Akın köprünün açıldığını söyledi. Arvenya'yı sınırı kapatmakla suçladı.", "tr");
  REQUIRE(found.size() == 2);
  CHECK(found[1].source == "Deniz Akın");
}

}  // namespace
}  // namespace parallax
