#include "engine/index/build.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <utility>

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

void store_words(const TextPacker::Packed& packed, Sections& sections) {
  std::string& text = at(sections, IndexSection::kWordText);
  for (const std::string& word : packed.words) {
    store(at(sections, IndexSection::kWords), static_cast<std::uint32_t>(text.size()));
    text += word;
  }
  store(at(sections, IndexSection::kWords), static_cast<std::uint32_t>(text.size()));
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

/// Fills the sections document by document.
class IndexWriter {
 public:
  void begin(const IndexedDocument& d) {
    store_document();
    std::string& fields = at(sections_, IndexSection::kDocumentText);
    store_field(fields, d.id);
    store_field(fields, d.path);
    store_field(fields, d.language);
    for (const auto* field : {&d.title, &d.date, &d.source}) {
      store_field(fields, *field);
    }
  }

  /// A paragraph of the document that was begun last, unless it has no term.
  void add(const std::string& text, std::uint32_t begin, const std::string& language) {
    const std::vector<TermTimes>& counts = reader_.count(text, language);
    if (counts.empty()) {
      return;
    }
    rows_.add(counts);
    packer_.add(text);
    const auto size = static_cast<std::uint32_t>(text.size());
    spans_.push_back({begin, begin + size});
    text_bytes_ += size;
    ++languages_[language];
  }

  Result<std::string> finish(std::size_t documents) && {
    if (spans_.empty()) {
      return Error{ErrorCode::kEmpty, "", "there is no paragraph to index"};
    }
    store_document();
    TextPacker::Packed packed = packer_.finish();
    store_paragraphs(packed.ends);
    store_norms(rows_, at(sections_, IndexSection::kNorms));
    store_terms(rows_, reader_.terms(), sections_);
    store_words(packed, sections_);
    at(sections_, IndexSection::kText) = std::move(packed.codes);
    at(sections_, IndexSection::kManifest) =
        "documents=" + std::to_string(documents) + "\nparagraphs=" + std::to_string(spans_.size()) +
        "\nterms=" + std::to_string(rows_.frequencies.size()) +
        "\nwords=" + std::to_string(packed.words.size()) +
        "\npostings=" + std::to_string(rows_.cells.size()) +
        "\ntext_bytes=" + std::to_string(text_bytes_) + "\nlanguage=" + main_language(languages_) +
        "\nunicode=" + unicode_version() + "\n";
    return write_block_file(kIndexKind, sections_);
  }

 private:
  /// Where the next document begins.
  void store_document() {
    std::string& records = at(sections_, IndexSection::kDocuments);
    store(records, static_cast<std::uint64_t>(at(sections_, IndexSection::kDocumentText).size()));
    store(records, static_cast<std::uint32_t>(spans_.size()));
    store(records, std::uint32_t{0});
  }

  void store_paragraphs(const std::vector<std::uint64_t>& ends) {
    std::string& records = at(sections_, IndexSection::kParagraphs);
    for (std::size_t p = 0; p <= spans_.size(); ++p) {
      store(records, p == 0 ? std::uint64_t{0} : ends[p - 1]);
      store(records, p < spans_.size() ? spans_[p].begin : 0U);
      store(records, p < spans_.size() ? spans_[p].size() : 0U);
    }
  }

  Sections sections_;
  TermReader reader_;
  Rows rows_;
  TextPacker packer_;
  std::vector<ByteSpan> spans_;
  std::map<std::string, std::size_t> languages_;
  std::uint64_t text_bytes_ = 0;
};

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
  IndexWriter writer;
  for (std::size_t e = 0; e < entries_.size(); ++e) {
    const IndexedDocument& d = entries_[e].document;
    const auto place = places_.find({d.id, d.path});
    if (place == places_.end() || place->second != e) {
      continue;  // Replaced.
    }
    writer.begin(d);
    for (const Passage& passage : entries_[e].passages) {
      writer.add(passage.text, passage.begin, d.language);
    }
  }
  return std::move(writer).finish(places_.size());
}

}  // namespace parallax
