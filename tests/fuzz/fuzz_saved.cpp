/// Any bytes as a saved result: one line of error, or a report that every writer can write, that
/// says the same after another round through JSON, and that holds for its own texts.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "cli/format_names.hpp"
#include "cli/formats.hpp"
#include "engine/report/saved.hpp"
#include "engine/report/verification.hpp"

namespace {

void require(bool condition) {
  if (!condition) {
    std::abort();
  }
}

struct WriteAll {
  parallax::Rendering how;

  void operator()(const parallax::ComparisonReport& report) const {
    for (const parallax::Comparison& c : report.comparisons) {
      for (const parallax::ReportDivergence& d : c.divergences) {
        require(!parallax::write_explanation(report, d.id, how.terminal).empty());
      }
    }
    for (const parallax::CsvRows rows :
         {parallax::CsvRows::kPairs, parallax::CsvRows::kClaims, parallax::CsvRows::kTable}) {
      require(!parallax::write_csv(report, rows).empty());
    }
    all(report, parallax::ResultKind::kComparison);
  }
  void operator()(const std::vector<parallax::SavedSources>& documents) const {
    parallax::Rendering by_text = how;
    by_text.order = parallax::SourcesOrder::kText;
    require(parallax::render(documents, "text", by_text).has_value());
    for (const parallax::SavedSources& document : documents) {
      again(parallax::render(document, "json", how).value());
    }
    all(documents, parallax::ResultKind::kSources);
  }
  void operator()(const parallax::QuoteReport& report) const {
    all(report, parallax::ResultKind::kQuotes);
  }
  void operator()(const parallax::DriftReport& report) const {
    all(report, parallax::ResultKind::kDrift);
  }
  void operator()(const parallax::SavedSearch& search) const {
    all(search, parallax::ResultKind::kSearch);
  }
  /// Pairs are found again in the texts: either as they were saved, or there is one line of error.
  void operator()(const parallax::SavedBatch& batch) const {
    for (const std::string& name : parallax::format_names(parallax::ResultKind::kBatch)) {
      const parallax::Result<std::string> text = parallax::render(batch, name, how);
      require(text.has_value() || text.error().to_string().find('\n') == std::string::npos);
      if (text && name == "jsonl") {
        require(parallax::parse_saved(text.value(), "again").has_value());
      }
    }
    check_resting(parallax::resting(batch));
  }

 private:
  template <class Report>
  void all(const Report& report, parallax::ResultKind kind) const {
    for (const std::string& name : parallax::format_names(kind)) {
      const bool several = name == "json" && kind == parallax::ResultKind::kSources;
      require(several || parallax::render(report, name, how).has_value());
    }
    if (kind != parallax::ResultKind::kSources) {
      again(parallax::render(report, "json", how).value());
    }
    check_resting(parallax::resting(report));
  }

  /// It holds for its own texts.
  void check_resting(const parallax::Resting& resting) const {
    std::vector<parallax::CurrentText> now;
    for (const parallax::RestingText& text : resting.texts) {
      now.push_back({parallax::CurrentText::State::kRead, text.sha256, text.text, ""});
    }
    parallax::Verification verification = parallax::verify_texts(resting, now);
    parallax::verify_findings(resting, resting, verification);
    require(verification.holds());
    require(!parallax::write_verification_json(verification).empty());
    require(!parallax::write_verification_terminal(verification, how.terminal).empty());
  }

  /// What was written is read, and written the same.
  void again(const std::string& json) const {
    const parallax::Result<parallax::SavedResult> saved = parallax::parse_saved(json, "again");
    require(saved.has_value());
    const std::string second =
        std::visit([&](const auto& result) { return parallax::render(result, "json", how); },
                   saved.value())
            .value();
    require(second == json);
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const parallax::Result<parallax::SavedResult> saved = parallax::parse_saved(text, "saved.json");
  if (!saved) {
    require(saved.error().to_string().find('\n') == std::string::npos);
    return 0;
  }
  parallax::Rendering how;
  how.terminal.width = 40;
  std::visit(WriteAll{how}, saved.value());
  return 0;
}
