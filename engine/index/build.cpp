#include "engine/index/build.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "engine/index/index_layout.hpp"
#include "engine/index/packed_text.hpp"
#include "engine/index/term_reader.hpp"
#include "models/base/little_endian.hpp"
#include "models/text/language.hpp"
#include "models/text/sentences.hpp"
#include "models/text/versions.hpp"

namespace parallax {
namespace {

constexpr std::uint64_t kMaxText = 0xFFFFFFFF;

using Sections = std::array<std::string, static_cast<std::size_t>(IndexSection::kCount)>;

std::string& at(Sections& sections, IndexSection section) {
  return sections[static_cast<std::size_t>(section)];
}

void store_field(std::string& out, const std::optional<std::string>& field) {
  store_varint(out, field ? field->size() + 1 : 0);
  out += field.value_or("");
}

/// Terms of all paragraphs, row by row.
struct Rows {
  std::vector<TermTimes> cells;
  std::vector<std::uint64_t> ends;
  std::vector<std::uint32_t> frequencies;  ///< By term: paragraphs with it.

  void add(const std::vector<TermTimes>& counts) {
    for (const TermTimes& cell : counts) {
      if (cell.term >= frequencies.size()) {
        frequencies.resize(cell.term + 1, 0);
      }
      ++frequencies[cell.term];
    }
    cells.insert(cells.end(), counts.begin(), counts.end());
    ends.push_back(cells.size());
  }
};

/// Length of each paragraph's vector.
void store_norms(const Rows& rows, std::string& out) {
  std::vector<double> rarity;
  for (const std::uint32_t df : rows.frequencies) {
    rarity.push_back(term_rarity(rows.ends.size(), df));
  }
  std::size_t i = 0;
  for (const std::uint64_t end : rows.ends) {
    std::uint64_t squares = 0;
    for (; i < end; ++i) {
      const std::uint64_t weight = term_weight(rows.cells[i].times, rarity[rows.cells[i].term]);
      squares += weight * weight;
    }
    store(out, std::bit_cast<std::uint64_t>(std::sqrt(static_cast<double>(squares))));
  }
}

/// Terms in byte order with their postings.
void store_terms(const Rows& rows, const StringTable& terms, Sections& sections) {
  const std::size_t count = rows.frequencies.size();
  std::vector<std::string> postings(count);
  std::vector<std::uint32_t> next(count, 0);
  std::size_t i = 0;
  for (std::uint32_t p = 0; p < rows.ends.size(); ++p) {
    for (; i < rows.ends[p]; ++i) {
      const auto [term, times] = rows.cells[i];
      const std::uint64_t step = p - next[term];
      store_varint(postings[term], step * 2 + (times > 1 ? 1 : 0));
      if (times > 1) {
        store_varint(postings[term], times - 2);
      }
      next[term] = p + 1;
    }
  }
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return terms[a] < terms[b]; });
  std::string& records = at(sections, IndexSection::kTerms);
  std::string& text = at(sections, IndexSection::kTermText);
  std::string& lists = at(sections, IndexSection::kPostings);
  const auto record = [&](std::uint32_t frequency) {
    store(records, static_cast<std::uint32_t>(text.size()));
    store(records, frequency);
    store(records, static_cast<std::uint64_t>(lists.size()));
  };
  for (const std::uint32_t term : order) {
    record(rows.frequencies[term]);
    text += terms[term];
    lists += postings[term];
  }
  record(0);
}

std::size_t store_words(const TextPacker::Packed& packed, Sections& sections) {
  std::string& text = at(sections, IndexSection::kWordText);
  for (const std::string& word : packed.words) {
    store(at(sections, IndexSection::kWords), static_cast<std::uint32_t>(text.size()));
    text += word;
  }
  store(at(sections, IndexSection::kWords), static_cast<std::uint32_t>(text.size()));
  return packed.words.size();
}

/// The language of most paragraphs; of several, the first in byte order.
std::string main_language(const std::map<std::string, std::size_t>& languages) {
  std::string best = "und";
  std::size_t most = 0;
  for (const auto& [language, count] : languages) {
    if (count > most) {
      most = count;
      best = language;
    }
  }
  return best;
}

}  // namespace

Status IndexBuilder::add(Entry entry) {
  for (const Passage& passage : entry.passages) {
    bytes_ += passage.text.size();
  }
  if (bytes_ > kMaxText) {
    return Error{ErrorCode::kLimit, entry.document.path,
                 "makes the index larger than 4 GiB of text"};
  }
  const auto [place, fresh] =
      places_.try_emplace({entry.document.id, entry.document.path}, entries_.size());
  if (!fresh) {
    Entry& old = entries_[place->second];
    for (const Passage& passage : old.passages) {
      bytes_ -= passage.text.size();
    }
    old = Entry();
    place->second = entries_.size();
    ++replaced_;
  }
  entries_.push_back(std::move(entry));
  return Done{};
}

Status IndexBuilder::add(Record record) {
  Entry entry;
  entry.document.language =
      record.language.empty() ? detect_language(record.text).code : record.language;
  const std::string_view body = std::string_view(record.text).substr(record.body_begin);
  for (const Paragraph& paragraph : split_paragraphs(body)) {
    entry.passages.push_back(
        {static_cast<std::uint32_t>(record.body_begin) + paragraph.span.begin,
         std::string(body.substr(paragraph.span.begin, paragraph.span.size()))});
  }
  entry.document.id = std::move(record.id);
  entry.document.path = std::move(record.path);
  entry.document.title = std::move(record.title);
  entry.document.date = std::move(record.date);
  entry.document.source = std::move(record.source);
  return add(std::move(entry));
}

Status IndexBuilder::add(const TextIndex& index) {
  for (std::uint32_t d = 0; d < index.info().documents; ++d) {
    Result<IndexedDocument> document = index.document(d);
    if (!document) {
      return std::move(document).error();
    }
    Entry entry;
    entry.document = std::move(document).value();
    const std::uint32_t first = entry.document.first_paragraph;
    for (std::uint32_t p = first; p < first + entry.document.paragraph_count; ++p) {
      Result<std::string> text = index.text(p);
      if (!text) {
        return std::move(text).error();
      }
      Result<ByteSpan> span = index.span(p);
      if (!span) {
        return std::move(span).error();
      }
      entry.passages.push_back({span.value().begin, std::move(text).value()});
    }
    if (Status status = add(std::move(entry)); !status) {
      return status;
    }
  }
  return Done{};
}

Result<std::string> IndexBuilder::finish() const {
  Sections sections;
  TermReader reader;
  Rows rows;
  TextPacker packer;
  std::vector<ByteSpan> spans;
  std::map<std::string, std::size_t> languages;
  std::uint64_t text_bytes = 0;
  std::string& documents = at(sections, IndexSection::kDocuments);
  std::string& fields = at(sections, IndexSection::kDocumentText);
  const auto record = [&] {
    store(documents, static_cast<std::uint64_t>(fields.size()));
    store(documents, static_cast<std::uint32_t>(spans.size()));
    store(documents, std::uint32_t{0});
  };
  for (std::size_t e = 0; e < entries_.size(); ++e) {
    const IndexedDocument& d = entries_[e].document;
    const auto place = places_.find({d.id, d.path});
    if (place == places_.end() || place->second != e) {
      continue;
    }
    record();
    store_field(fields, d.id);
    store_field(fields, d.path);
    store_field(fields, d.language);
    for (const auto* field : {&d.title, &d.date, &d.source}) {
      store_field(fields, *field);
    }
    for (const Passage& passage : entries_[e].passages) {
      const std::vector<TermTimes>& counts = reader.count(passage.text, d.language);
      if (counts.empty()) {
        continue;
      }
      rows.add(counts);
      packer.add(passage.text);
      const auto size = static_cast<std::uint32_t>(passage.text.size());
      spans.push_back({passage.begin, passage.begin + size});
      text_bytes += size;
      ++languages[d.language];
    }
  }
  record();
  if (spans.empty()) {
    return Error{ErrorCode::kEmpty, "", "there is no paragraph to index"};
  }
  const TextPacker::Packed packed = packer.finish();
  std::string& paragraphs = at(sections, IndexSection::kParagraphs);
  for (std::size_t p = 0; p <= spans.size(); ++p) {
    store(paragraphs, p == 0 ? std::uint64_t{0} : packed.ends[p - 1]);
    store(paragraphs, p < spans.size() ? spans[p].begin : 0U);
    store(paragraphs, p < spans.size() ? spans[p].size() : 0U);
  }
  store_norms(rows, at(sections, IndexSection::kNorms));
  store_terms(rows, reader.terms(), sections);
  const std::size_t words = store_words(packed, sections);
  at(sections, IndexSection::kText) = packed.codes;
  at(sections, IndexSection::kManifest) =
      "documents=" + std::to_string(places_.size()) +
      "\nparagraphs=" + std::to_string(spans.size()) +
      "\nterms=" + std::to_string(rows.frequencies.size()) + "\nwords=" + std::to_string(words) +
      "\npostings=" + std::to_string(rows.cells.size()) +
      "\ntext_bytes=" + std::to_string(text_bytes) + "\nlanguage=" + main_language(languages) +
      "\nunicode=" + unicode_version() + "\n";
  return write_block_file(kIndexKind, sections);
}

}  // namespace parallax
