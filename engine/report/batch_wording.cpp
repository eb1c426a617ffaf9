#include "engine/report/batch_wording.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/report/phrasing.hpp"

namespace parallax {
namespace {

constexpr std::size_t kIndent = 12;
/// Formulations of a band that are shown, and who repeated one.
constexpr std::size_t kShown = 8;
constexpr std::size_t kRepeaters = 4;
/// Bytes of a formulation that are shown.
constexpr std::size_t kExcerpt = 240;

/// Words that others repeated.
std::size_t weight(const Formulation& f) {
  return std::size_t{f.words} * (f.sources - 1);
}

bool overlap(const Formulation& a, const Formulation& b) {
  const FormulationUse& x = a.uses.front();
  const FormulationUse& y = b.uses.front();
  return x.document == y.document && x.span.begin < y.span.end && y.span.begin < x.span.end;
}

class Wording {
 public:
  Wording(const BatchReport& report, Canvas& canvas) : r_(report), canvas_(canvas) {}

  void write() {
    const std::vector<const Formulation*> rare =
        weightiest_formulations(r_, RarityBand::kRare, kShown);
    if (!rare.empty()) {
      canvas_.title("SHARED WORDING");
      for (const Formulation* f : rare) {
        origin(*f);
      }
      write_left_out(count_formulations(r_, RarityBand::kRare), rare.size(), "more formulation",
                     canvas_);
    }
    one_liners(RarityBand::kFrequent, "FREQUENT WORDING");
    one_liners(RarityBand::kFormulaic, "FORMULAIC WORDING");
  }

 private:
  [[nodiscard]] std::string text_of(const Formulation& f) const {
    const FormulationUse& first = f.uses.front();
    const std::string_view whole = r_.corpus.documents[first.document].text;
    ByteSpan start{0, 0};
    return one_line(excerpt(whole.substr(first.span.begin, first.span.size()), start, kExcerpt));
  }

  /// "Ministry of X, 13 Sep 2022 (id)"
  [[nodiscard]] std::string who(const FormulationUse& use) const {
    const Record& d = r_.corpus.documents[use.document];
    std::string text = one_line(d.source.value_or(""));
    text += d.date ? (text.empty() ? "" : ", ") + one_line(short_date(*d.date)) : "";
    const std::string id = one_line(d.id);
    return text.empty() ? id : text + " (" + id + ")";
  }

  /// A formulation with its first and its later users.
  void origin(const Formulation& f) {
    canvas_.edges(fmt::format("= {} in {}", counted(f.words, "word"), counted(f.sources, "source")),
                  counted(f.uses.size(), "document"), Tone::kAgree);
    canvas_.hanging("", kIndent, text_of(f));
    canvas_.hanging(f.first_known ? "   first" : "   with", kIndent, who(f.uses.front()));
    std::string others;
    const std::size_t shown = std::min(f.uses.size() - 1, kRepeaters);
    for (std::size_t i = 1; i <= shown; ++i) {
      others += (i == 1 ? "" : "; ") + who(f.uses[i]);
    }
    if (f.uses.size() - 1 > shown) {
      others += fmt::format("; {} more", f.uses.size() - 1 - shown);
    }
    canvas_.hanging(f.first_known ? "   then" : "   and", kIndent, others);
  }

  void one_liners(RarityBand band, std::string_view title) {
    const std::vector<const Formulation*> list = weightiest_formulations(r_, band, kShown);
    if (list.empty()) {
      return;
    }
    canvas_.title(title);
    for (const Formulation* f : list) {
      canvas_.clipped(fmt::format("  {}", f->sources), kIndent, text_of(*f));
    }
    write_left_out(count_formulations(r_, band), list.size(), "more formulation", canvas_);
  }

  const BatchReport& r_;
  Canvas& canvas_;
};

}  // namespace

std::size_t count_formulations(const BatchReport& report, RarityBand band) {
  return static_cast<std::size_t>(
      std::count_if(report.formulations.begin(), report.formulations.end(),
                    [&](const Formulation& f) { return f.band == band; }));
}

std::vector<const Formulation*> weightiest_formulations(const BatchReport& report, RarityBand band,
                                                        std::size_t most) {
  std::vector<const Formulation*> list;
  for (const Formulation& f : report.formulations) {
    if (f.band == band) {
      list.push_back(&f);
    }
  }
  std::stable_sort(list.begin(), list.end(), [](const Formulation* a, const Formulation* b) {
    return weight(*a) > weight(*b);
  });
  std::vector<const Formulation*> shown;
  for (const Formulation* f : list) {
    if (shown.size() == most) {
      break;
    }
    if (std::none_of(shown.begin(), shown.end(),
                     [&](const Formulation* other) { return overlap(*f, *other); })) {
      shown.push_back(f);
    }
  }
  return shown;
}

void write_left_out(std::size_t total, std::size_t shown, std::string_view what, Canvas& canvas) {
  if (total > shown) {
    canvas.hanging("", 2, fmt::format("... {} (see --format jsonl)", counted(total - shown, what)));
  }
}

void write_shared_wording(const BatchReport& report, Canvas& canvas) {
  Wording(report, canvas).write();
}

}  // namespace parallax
