#include <algorithm>
#include <set>

#include "engine/corpus/drift.hpp"
#include "engine/document/analyse.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"

using namespace parallax;

namespace {

/// Traces texts of 2026-01-01, 2026-02-01 ...
DriftReport traced(const std::vector<std::string>& texts, const std::string& language = "en") {
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  FactLexicons tables(lexicons);
  std::vector<Document> documents;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Record record = test::record_of("s" + std::to_string(i + 1), texts[i], language);
    record.source = "Ministry of Norland";
    record.date = "2026-0" + std::to_string(i + 1) + "-01";
    documents.push_back(analyser.analyse(std::move(record)).value());
  }
  return trace_drift(documents, words, tables).value();
}

/// The changes of a kind as "before -> after".
std::vector<std::string> told(const DriftReport& report, ChangeKind kind) {
  std::vector<std::string> out;
  for (const DriftChange& c : report.changes) {
    if (c.kind == kind) {
      out.push_back((c.before ? c.before->text : "") + " -> " + (c.after ? c.after->text : ""));
    }
  }
  return out;
}

const DriftChange* first(const DriftReport& report, ChangeKind kind) {
  const auto it = std::find_if(report.changes.begin(), report.changes.end(),
                               [&](const DriftChange& c) { return c.kind == kind; });
  return it == report.changes.end() ? nullptr : &*it;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("nothing changes where nothing changed") {
  const std::string text =
      "The ministry keeps the border open. Trade grew by 3 percent in May.\n\nThe port is safe.";
  const DriftReport report = traced({text, text, text});
  CHECK(report.changes.empty());
  CHECK(report.positions.size() == 3);
  for (const DriftPosition& p : report.positions) {
    CHECK(p.mentions.size() == 3);
    CHECK(std::none_of(p.mentions.begin(), p.mentions.end(),
                       [](const PositionMention& m) { return m.reworded; }));
  }
}

TEST_CASE("numbers and dates move with their direction") {
  const DriftReport report =
      traced({"The council keeps the grain tariff at 12 percent until 1 June 2027.",
              "The council raises the grain tariff to 15 percent until 1 June 2027.",
              "The council lowers the grain tariff to 14 percent until 1 August 2027."});
  CHECK(told(report, ChangeKind::kNumber) ==
        List{"12 percent -> 15 percent", "15 percent -> 14 percent"});
  CHECK(first(report, ChangeKind::kNumber)->direction == "up");
  CHECK(first(report, ChangeKind::kNumber)->statement() == 1);
  CHECK(told(report, ChangeKind::kDate) == List{"1 June 2027 -> 1 August 2027"});
  CHECK(first(report, ChangeKind::kDate)->statement() == 2);
}

TEST_CASE("steps on a ladder have a direction") {
  const DriftReport report = traced({"Norland regrets the seizure of the fishing boats.",
                                     "Norland condemns the seizure of the fishing boats.",
                                     "Norland regrets the seizure of the fishing boats."});
  REQUIRE(told(report, ChangeKind::kStrength).size() == 2);
  CHECK(first(report, ChangeKind::kStrength)->direction == "stronger");
  CHECK(report.changes.back().direction == "weaker");
}

TEST_CASE("a denial of what was asserted is a flip") {
  const DriftReport report =
      traced({"The government plans to close the embassy in Keria.",
              "The government does not plan to close the embassy in Keria."});
  CHECK(told(report, ChangeKind::kFlip).size() == 1);
}

TEST_CASE("positions fall silent and are taken again") {
  const std::string port = "The old port needs a deeper channel for grain ships.";
  const std::string army = "The army will leave the eastern provinces before winter.";
  const DriftReport report = traced(
      {port + "\n\n" + army, port, port + "\n\n" + army, port + "\n\nSchools reopen today."});
  const List dropped = told(report, ChangeKind::kDropped);
  CHECK(dropped == List{army + " -> ", army + " -> "});
  CHECK(told(report, ChangeKind::kResumed) == List{army + " -> " + army});
  CHECK(told(report, ChangeKind::kNew) == List{" -> Schools reopen today."});
  CHECK(first(report, ChangeKind::kDropped)->statement() == 1);
  CHECK(first(report, ChangeKind::kResumed)->statement() == 2);
  REQUIRE(report.positions.size() == 3);
  CHECK(report.positions[1].mentions.size() == 2);
}

TEST_CASE("members who join, leave and change sides are told") {
  const std::string lead = "The council adopted the budget. Voting for it were: ";
  const DriftReport report = traced(
      {lead + "Ada Brone, Chair; Milo Tervin; and Una Sallow. Voting against was Pell Dunmore, "
              "who wanted lower taxes.",
       lead + "Ada Brone, Chair; Pell Dunmore; and Una Sallow. Voting against was Milo Tervin, "
              "who wanted lower taxes.",
       lead + "Ada Brone, Chair; Pell Dunmore; and Liv Harrow. Voting against was Milo Tervin, "
              "who wanted lower taxes."});
  std::set<std::string> passed;
  List came;
  List went;
  for (const DriftChange& c : report.changes) {
    if (c.kind == ChangeKind::kName && c.origin) {
      passed.insert(c.after->text);
      CHECK(c.statement() == 1);
    } else if (c.kind == ChangeKind::kName) {
      (c.after ? came : went).push_back(c.after ? c.after->text : c.before->text);
      CHECK(c.statement() == 2);
    }
  }
  CHECK(passed == std::set<std::string>{"Milo Tervin", "Pell Dunmore"});
  CHECK(came == List{"Liv Harrow"});
  CHECK(went == List{"Una Sallow"});
}

TEST_CASE("corrections and withdrawals are told where a statement revises a statement") {
  const std::string road = "The mountain road is closed.";
  const DriftReport report = traced(
      {road, road + " The ministry corrects the figures that it gave in January.",
       road + " The ministry withdraws its statement on the bridge.",
       road +
           " The army withdraws its tanks from the valley, and the teacher marked correct words."});
  CHECK(told(report, ChangeKind::kCorrection) == List{" -> corrects"});
  CHECK(told(report, ChangeKind::kWithdrawal) == List{" -> withdraws"});
}

TEST_CASE("other languages have words of revising, too") {
  CHECK(told(traced({"Le port est ouvert.",
                     "Le port est ouvert. Le ministère rectifie les chiffres publiés hier."},
                    "fr"),
             ChangeKind::kCorrection)
            .size() == 1);
  CHECK(told(traced({"Der Hafen ist offen.",
                     "Der Hafen ist offen. Das Ministerium widerruft seine Erklärung vom Mai."},
                    "de"),
             ChangeKind::kWithdrawal)
            .size() == 1);
}

TEST_CASE("Azerbaijani statements correct, withdraw and clarify") {
  const std::string port = "Liman açıqdır.";
  const DriftReport report = traced({port, port + " Nazirlik yanvarda verdiyi rəqəmləri düzəltdi.",
                                     port + " Nazirlik körpü barədə bəyanatını geri götürür.",
                                     port + " Nazirlik bu məsələyə aydınlıq gətirir.",
                                     port + " Ordu tanklarını vadidən geri çəkdi."},
                                    "az");
  CHECK(told(report, ChangeKind::kCorrection) == List{" -> düzəltdi"});
  CHECK(told(report, ChangeKind::kWithdrawal) == List{" -> geri götürür"});
  CHECK(told(report, ChangeKind::kClarification) == List{" -> aydınlıq gətirir"});
}

TEST_CASE("Arabic statements correct, withdraw and clarify") {
  const std::string port = "الميناء مفتوح.";
  const DriftReport report =
      traced({port, port + " صححت الوزارة الأرقام التي نشرتها في يناير.",
              port + " سحبت الوزارة بيانها بشأن الجسر.",
              port + " وأضافت الوزارة ذلك منعا للالتباس.", port + " سحب الجيش دباباته من الوادي."},
             "ar");
  CHECK(told(report, ChangeKind::kCorrection) == List{" -> صححت"});
  CHECK(told(report, ChangeKind::kWithdrawal) == List{" -> سحبت"});
  CHECK(told(report, ChangeKind::kClarification) == List{" -> منعا للالتباس"});
}

TEST_CASE("a position goes on only in what says something of the same things") {
  const DriftReport report = traced({"Norland honours the Harbour Treaty in letter and spirit.",
                                     "Norland strongly rejects the accusations made by Velland."});
  CHECK(report.positions.size() == 2);
  CHECK(told(report, ChangeKind::kNew).size() == 1);
  CHECK(told(report, ChangeKind::kDropped).size() == 1);
  const DriftReport demand = traced({"We call on Norland to invite inspectors without delay.",
                                     "We demand that Norland admit inspectors at once."});
  CHECK(demand.positions.size() == 1);
}

TEST_CASE("lines above a text are no positions") {
  const std::string head = "Statement by the Ministry of Transport of Norland\n\n";
  const DriftReport report =
      traced({head + "The port is safe and open.", head + "The railway to Velland is closed."});
  CHECK(report.positions.size() == 2);
  for (const DriftPosition& position : report.positions) {
    for (const PositionMention& mention : position.mentions) {
      CHECK(mention.span.begin >= head.size());
    }
  }
}

TEST_CASE("every claim that is no formula stands in one position") {
  const DriftReport report = traced(
      {"Grain exports rose to 40 tons; wool exports fell to 9 tons.\n\nThe bridge is closed.",
       "Wool exports fell to 8 tons. Grain exports rose to 50 tons in spite of the storm.",
       "The bridge is open. Grain exports rose. They reached 50 tons in spite of the storm."});
  for (std::uint32_t k = 0; k < report.statements.size(); ++k) {
    std::vector<ByteSpan> spans = report.statements[k].formulaic;
    for (const DriftPosition& p : report.positions) {
      for (const PositionMention& m : p.mentions) {
        if (m.statement == k) {
          spans.push_back(m.span);
        }
      }
    }
    CHECK(spans.size() == report.statements[k].claims);
    std::sort(spans.begin(), spans.end(), [](ByteSpan a, ByteSpan b) { return a.begin < b.begin; });
    for (std::size_t i = 1; i < spans.size(); ++i) {
      CHECK(spans[i - 1].end <= spans[i].begin);
    }
  }
  for (const DriftPosition& p : report.positions) {
    for (std::size_t i = 1; i < p.mentions.size(); ++i) {
      CHECK(p.mentions[i - 1].statement < p.mentions[i].statement);
    }
  }
}
