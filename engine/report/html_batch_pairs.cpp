/// Top pairs: a table whose rows unfold into the two passages.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/report/html_batch_sections.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/html_words.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/word_diff.hpp"

namespace parallax {
namespace {

/// Bytes of HTML of the pairs that have findings, and of all pairs together.
constexpr std::size_t kMaxFound = 230'000;
constexpr std::size_t kMaxBytes = 360'000;
/// Bytes of a passage.
constexpr std::size_t kPassage = 900;

/// How often each kind was found in a pair, and the place of the gravest severity (3 = none).
struct Found {
  std::map<std::string, std::size_t> kinds;
  std::size_t gravest = 3;
};

Found found_in(const BatchPair& pair) {
  Found found;
  if (pair.findings) {
    for (const PairFinding& d : pair.findings->divergences) {
      ++found.kinds[d.kind];
      found.gravest = std::min(found.gravest, BatchHtml::rank_of(d.severity));
    }
  }
  return found;
}

/// The verdict of a pair in a tag, and the kinds found.
std::string verdict(const BatchPair& pair, const Found& found) {
  if (pair.same_text) {
    return html_tag(Relation::kIdentical) + " same text";
  }
  if (!pair.findings) {
    return "<span class=\"small\">not compared</span>";
  }
  std::string out;
  if (found.gravest < 3) {
    out = html_tag(static_cast<Severity>(found.gravest));
    for (const auto& [kind, count] : found.kinds) {
      out += " " + html_escaped(kind) + (count > 1 ? fmt::format(" &#215;{}", count) : "");
    }
    return out;
  }
  return "<span class=\"small\">no divergence</span>";
}

std::string words_in_common(const BatchPair& pair, std::string_view language, bool shares) {
  std::string out;
  for (const SharedWord& word : pair.why) {
    out += (out.empty() ? "" : ", ") + html_isolated(word.word, language);
    out += shares ? " <span class=\"small\">" + html_escaped(percent(word.share)) + "</span>" : "";
  }
  return out;
}

std::string side(const BatchHtml& view, std::string_view letter, std::uint32_t unit,
                 const std::vector<ByteSpan>& marks) {
  return fmt::format("<div class=\"side\">\n<p class=\"speaker\">{} {}</p>\n{}</div>\n",
                     html_badge(letter), view.who(unit), view.quotation(unit, marks, kPassage));
}

/// Both passages with the words that differ marked, and why they are near.
std::string comparison(const BatchHtml& view, const BatchPair& pair) {
  const std::vector<Record>& documents = view.report().corpus.documents;
  const UnitPair& p = pair.pair;
  std::string out = "<div class=\"two\">\n";
  if (pair.same_text) {
    out += side(view, "A", p.left, {}) +
           fmt::format(
               "<div class=\"side\">\n<p class=\"speaker\">{} {}</p>\n<p class=\"none\">"
               "The same, letter by letter.</p></div>\n",
               html_badge("B"), view.who(p.right));
  } else {
    const WordDiff diff = diff_words(text_of(view.report().units[p.left], documents),
                                     text_of(view.report().units[p.right], documents));
    out += side(view, "A", p.left, diff.left) + side(view, "B", p.right, diff.right);
  }
  out += "</div>\n<p class=\"because\"><b>Near</b> because both say " +
         words_in_common(pair, view.document(p.left).language, true) +
         (pair.why.empty() ? "words of the same stems" : "") + ".";
  const auto rank = [](std::uint32_t place, std::string_view of, std::string_view to) {
    return place == 0 ? std::string() : fmt::format(" {} is neighbour {} of {}.", of, place, to);
  };
  out += rank(p.right_rank, "B", "A") + rank(p.left_rank, "A", "B");
  if (pair.findings) {
    out += fmt::format(" {} of A also in B, {} of B also in A.",
                       html_escaped(percent(pair.findings->left_in_right)),
                       html_escaped(percent(pair.findings->right_in_left)));
  }
  return out + "</p>\n";
}

std::string day_cell(const std::string& day, std::string_view column) {
  return fmt::format(
      "<td data-column=\"{}\" class=\"day\">{}</td>", column,
      day.empty() ? "<span class=\"small\">undated</span>" : html_escaped(short_date(day)));
}

/// One body of the table a pair: the row and, unfolding, its comparison.
std::string row(const BatchHtml& view, std::size_t index) {
  const BatchPair& pair = view.report().pairs[index];
  const UnitPair& p = pair.pair;
  const Found found = found_in(pair);
  std::string kinds;
  for (const auto& [kind, count] : found.kinds) {
    kinds += (kinds.empty() ? "" : " ") + html_escaped(kind);
  }
  const auto name = [&](std::uint32_t unit) {
    return html_escaped(view.report().sources.list[view.source(unit)].name.value_or(""));
  };
  std::string out = fmt::format(
      "<tbody id=\"p{0}\" data-rank=\"{0}\" data-near=\"{1:.6f}\" data-grave=\"{2}\" "
      "data-kinds=\"{3}\" data-one=\"{4}\" data-two=\"{5}\" data-day-one=\"{6}\" "
      "data-day-two=\"{7}\"{8}>\n",
      index + 1, p.score,
      pair.same_text  ? 5U
      : pair.findings ? found.gravest
                      : 4U,
      kinds, name(p.left), name(p.right), view.day(p.left), view.day(p.right), view.filter_data(p));
  out += fmt::format(
      "<tr class=\"row\"><th scope=\"row\" data-column=\"Pair\"><a class=\"id\" "
      "href=\"#p{0}\">P{0}</a></th><td data-column=\"Similarity\" class=\"number\">{1}</td>"
      "<td data-column=\"Divergence\">{2}</td>",
      index + 1, score(p.score), verdict(pair, found));
  out += fmt::format("<td data-column=\"A\">{}</td>", view.source_name(view.source(p.left))) +
         day_cell(view.day(p.left), "Date of A") +
         fmt::format("<td data-column=\"B\">{}</td>", view.source_name(view.source(p.right))) +
         day_cell(view.day(p.right), "Date of B") + "</tr>\n";
  const std::string words = words_in_common(pair, view.document(p.left).language, false);
  return out +
         fmt::format(
             "<tr class=\"more\"><td colspan=\"7\"><details><summary><span class=\"unseen\">"
             "P{}: </span>both say {}</summary>\n",
             index + 1, words.empty() ? "words of the same stems" : words) +
         comparison(view, pair) + "</details></td></tr>\n</tbody>\n";
}

/// Rows that are shown, by index: first those with findings, then the others, as far as bytes
/// allow.
std::map<std::size_t, std::string> rows_of(BatchHtml& view) {
  std::map<std::size_t, std::string> rows;
  std::size_t bytes = 0;
  for (const bool found : {true, false}) {
    for (std::size_t k = 0; k < view.report().pairs.size(); ++k) {
      const BatchPair& pair = view.report().pairs[k];
      const bool has = pair.findings && !pair.findings->divergences.empty();
      if (has != found) {
        continue;
      }
      std::string html = row(view, k);
      if (!rows.empty() && bytes + html.size() > (found ? kMaxFound : kMaxBytes)) {
        break;
      }
      bytes += html.size();
      rows.emplace(k, std::move(html));
      view.show_pair(k);
    }
  }
  return rows;
}

std::string controls(const BatchHtml& view, const std::map<std::size_t, std::string>& rows) {
  std::set<std::string> kinds;
  for (const auto& [index, html] : rows) {
    for (const auto& [kind, count] : found_in(view.report().pairs[index]).kinds) {
      kinds.insert(kind);
    }
  }
  std::string kind =
      "<option value=\"\">all</option><option value=\"*\">any divergence</option>"
      "<option value=\"-\">none</option>";
  for (const std::string& value : kinds) {
    kind += fmt::format("<option value=\"{0}\">{0}</option>", html_escaped(value));
  }
  std::string out = "<form class=\"filter\" data-noun=\"pairs\" hidden>\n";
  out += html_choice("pairs", "kind", "Divergence", kind);
  out += html_choice("pairs", "source", "Source", html_source_options(view));
  for (const auto& [name, words] : {std::pair("since", "Dated from"), std::pair("until", "to")}) {
    out += fmt::format(
        "<span class=\"choice\"><label for=\"pairs-{0}\">{1}</label> <input type=\"date\" "
        "id=\"pairs-{0}\" name=\"{0}\"></span>\n",
        name, words);
  }
  out += html_choice("pairs", "order", "Order",
                     "<option value=\"near\" data-down>similarity</option>"
                     "<option value=\"grave\">divergence</option>"
                     "<option value=\"one\">source A</option><option value=\"two\">source B"
                     "</option><option value=\"dayOne\">date of A</option>"
                     "<option value=\"dayTwo\">date of B</option>");
  return out + "<p class=\"shown\" role=\"status\"></p>\n</form>\n";
}

constexpr std::string_view kHead =
    "<thead><tr><th scope=\"col\">Pair</th><th scope=\"col\" data-order=\"near\" "
    "data-down>Similarity</th><th scope=\"col\" data-order=\"grave\">Divergence</th>"
    "<th scope=\"col\" data-order=\"one\">A</th><th scope=\"col\" data-order=\"dayOne\">Date of A"
    "</th><th scope=\"col\" data-order=\"two\">B</th><th scope=\"col\" data-order=\"dayTwo\">Date "
    "of B</th></tr></thead>\n";

}  // namespace

std::string html_batch_pairs(BatchHtml& view) {
  std::string out =
      "<section id=\"pairs\" aria-labelledby=\"pairs-title\">\n<h2 id=\"pairs-title\">Top pairs"
      "</h2>\n";
  const std::size_t total = view.report().pairs.size();
  if (total == 0) {
    return out + "<p class=\"none\">No two " + std::string(name_of(view.run().options.unit)) +
           "s of different documents are near each other.</p>\n</section>\n";
  }
  const std::map<std::size_t, std::string> rows = rows_of(view);
  out +=
      "<p class=\"lead\">Each row unfolds into its two passages, with the words marked that "
      "differ.</p>\n";
  out += rows.size() > 1 ? controls(view, rows) : "";
  out += "<table class=\"grid top\" aria-labelledby=\"pairs-title\">\n" + std::string(kHead);
  for (const auto& [index, html] : rows) {
    out += html;
  }
  out += "</table>\n";
  if (const std::size_t more = total - rows.size(); more > 0) {
    view.leave_out("pairs, after those with divergences and the most similar ones", more);
    out += fmt::format(
        "<p class=\"none\">{} more pairs left out to keep this file small: --format jsonl has "
        "them all.</p>\n",
        more);
  }
  return out + "</section>\n";
}

}  // namespace parallax
