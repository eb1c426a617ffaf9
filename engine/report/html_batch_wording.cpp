/// Wording that several sources share: when it was said, who had it first and who repeated it.

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/report/batch_wording.hpp"
#include "engine/report/html_abridged.hpp"
#include "engine/report/html_batch_sections.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/time_line.hpp"

namespace parallax {
namespace {

/// Formulations that are told in full, and as one line of the other bands.
constexpr std::size_t kTold = 30;
constexpr std::size_t kListed = 30;
/// Of them so many have a row in the picture.
constexpr std::size_t kRows = 20;
/// Users of one formulation that are named.
constexpr std::size_t kUsers = 12;
/// Bytes of a formulation, and of the list.
constexpr std::size_t kPassage = 600;
constexpr std::size_t kLine = 200;
constexpr std::size_t kMaxBytes = 40'000;

const Record& document_of(const BatchHtml& view, const FormulationUse& use) {
  return view.report().corpus.documents.at(use.document);
}

std::size_t number_of(const BatchHtml& view, const Formulation& f) {
  return static_cast<std::size_t>(&f - view.report().formulations.data()) + 1;
}

std::string words_of(const BatchHtml& view, const Formulation& f) {
  const FormulationUse& first = f.uses.front();
  return document_of(view, first).text.substr(first.span.begin, first.span.size());
}

/// "Ministry of X, 13 Sep 2022 id"
std::string who(const Record& record) {
  std::string out = record.source ? html_isolated(*record.source) : std::string();
  if (record.date) {
    out += (out.empty() ? "" : ", ") + html_isolated(short_date(*record.date));
  }
  return out + (out.empty() ? "" : " ") + "<span class=\"unit\">" + html_isolated(record.id) +
         "</span>";
}

/// "first X; then Y, Z ..."
std::string users(const BatchHtml& view, const Formulation& f) {
  std::string out = (f.first_known ? "<p class=\"users\"><b>first</b> " : "<p class=\"users\">") +
                    who(document_of(view, f.uses.front()));
  const std::size_t shown = std::min(f.uses.size(), kUsers);
  for (std::size_t i = 1; i < shown; ++i) {
    out += (i > 1           ? "; "
            : f.first_known ? "; <b>then</b> "
                            : "; ") +
           who(document_of(view, f.uses[i]));
  }
  if (const std::size_t more = f.uses.size() - shown; more > 0) {
    out += fmt::format("; {}", counted(more, "more document"));
  }
  return out + "</p>\n";
}

std::string told(const BatchHtml& view, const Formulation& f) {
  return fmt::format(
             "<article class=\"cluster\" id=\"w{0}\">\n<h4><a class=\"id\" href=\"#w{0}\">F{0}</a> "
             "<span class=\"facts\">{1} &#183; {2} &#183; {3}{4}</span></h4>\n"
             "<blockquote{5}><p>{6}</p></blockquote>\n",
             number_of(view, f), counted(f.words, "word"), counted(f.sources, "source"),
             counted(f.uses.size(), "document"),
             f.first_known ? "" : " &#183; who was first is not known",
             html_language(document_of(view, f.uses.front()).language),
             html_abridged(words_of(view, f), {}, kPassage)) +
         users(view, f) + "</article>\n";
}

TimeRow row_of(const BatchHtml& view, const Formulation& f) {
  TimeRow row;
  row.label = fmt::format("F{}", number_of(view, f));
  row.begun = f.first_known;
  for (const FormulationUse& use : f.uses) {
    const Record& record = document_of(view, use);
    if (record.date) {
      row.points.push_back({*record.date, short_date(*record.date) + ": " +
                                              one_line(record.source.value_or(record.id))});
    }
  }
  return row;
}

std::string picture(const BatchHtml& view, const std::vector<const Formulation*>& list) {
  std::vector<TimeRow> rows;
  for (const Formulation* f : list) {
    if (rows.size() < kRows) {
      rows.push_back(row_of(view, *f));
    }
  }
  const std::string svg = time_line(
      rows, "Shared wording by time",
      "One row a formulation, from its first dated use to its last. The list below says the same.");
  return svg.empty()
             ? ""
             : svg +
                   "<figcaption>When each formulation was used, from left to right: a large dot "
                   "where it is known who was first, a ring for each later day.</figcaption>\n"
                   "</figure>\n";
}

/// Frequent or formulaic wording, a line each, folded up.
std::string apart(const BatchHtml& view, RarityBand band, std::string_view title) {
  const std::vector<const Formulation*> list =
      weightiest_formulations(view.report(), band, kListed);
  if (list.empty()) {
    return "";
  }
  std::string out =
      fmt::format("<details>\n<summary>{}: {} of {}</summary>\n<ul class=\"claims\">\n", title,
                  list.size(), count_formulations(view.report(), band));
  for (const Formulation* f : list) {
    out += fmt::format("<li><span{}>{}</span> <span class=\"small\">{}, {}</span></li>\n",
                       html_language(document_of(view, f->uses.front()).language),
                       html_abridged(words_of(view, *f), {}, kLine), counted(f->sources, "source"),
                       counted(f->uses.size(), "document"));
  }
  return out + "</ul>\n</details>\n";
}

}  // namespace

std::string html_batch_wording(BatchHtml& view) {
  const BatchReport& report = view.report();
  if (report.formulations.empty()) {
    return "";
  }
  std::string out =
      "<section id=\"wording\" aria-labelledby=\"wording-title\">\n<h2 id=\"wording-title\">Shared "
      "wording</h2>\n<p class=\"lead\">Wording that different sources share word for word: who had "
      "it first, and who repeated it. Of formulations that lie in one another the weightiest is "
      "shown. Turns that many documents have, and formulae of courtesy, stand apart.</p>\n";
  std::vector<const Formulation*> list = weightiest_formulations(report, RarityBand::kRare, kTold);
  std::string rows;
  std::size_t shown = 0;
  for (; shown < list.size() && (shown == 0 || rows.size() < kMaxBytes); ++shown) {
    rows += told(view, *list[shown]);
  }
  list.resize(shown);
  out += picture(view, list) + rows;
  const std::size_t rare = count_formulations(report, RarityBand::kRare);
  if (rare > shown) {
    view.leave_out("shared formulations of fewer words or sources, or inside others", rare - shown);
    out += fmt::format("<p class=\"none\">{} left out to keep this file small.</p>\n",
                       counted(rare - shown, "more formulation"));
  }
  if (rare == 0) {
    out += "<p class=\"none\">No wording is shared but frequent and formulaic turns.</p>\n";
  }
  return out + apart(view, RarityBand::kFrequent, "Frequent turns") +
         apart(view, RarityBand::kFormulaic, "Formulae of courtesy and diplomacy") + "</section>\n";
}

}  // namespace parallax
