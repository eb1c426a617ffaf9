/// The model file: a fixed header, a manifest of key=value lines, an open-addressing hash table and
/// an arena of terms, looked up in place. Layout and policy: MODEL_FORMAT.md.

#include "models/vector/background.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <map>
#include <utility>

#include <xxhash.h>

#include "models/base/atomic_file.hpp"
#include "models/base/expects.hpp"
#include "models/base/numerals.hpp"

namespace parallax {

namespace embedded {
struct Entry {
  const char* name;
  const char* begin;
  const char* end;
};
extern const Entry model_entries[];
extern const std::size_t model_count;
}  // namespace embedded

namespace {

constexpr std::string_view kMagic = "PARALLAX MODEL\r\n";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kHeaderBytes = 64;
constexpr std::size_t kSlotBytes = 16;
constexpr std::size_t kMaxModelBytes = std::size_t{1} << 31U;

/// Header fields, all little-endian, at these offsets: magic 0, version 16, reserved 20, manifest
/// bytes 24, slots 32, arena bytes 40, XXH3-64 of everything behind the header 48, XXH3-64 of the
/// header's first 56 bytes 56.
struct Header {
  std::uint32_t version = kVersion;
  std::uint64_t manifest = 0, slots = 0, arena = 0, body_hash = 0;
};

template <class T>
void put(std::string& out, T value) {
  for (std::size_t i = 0; i < sizeof(T); ++i) {
    out.push_back(static_cast<char>((value >> (8 * i)) & 0xFFU));
  }
}

template <class T>
T get(std::string_view bytes, std::size_t offset) {
  T value = 0;
  for (std::size_t i = 0; i < sizeof(T); ++i) {
    value = static_cast<T>(
        value |
        static_cast<T>(static_cast<T>(static_cast<unsigned char>(bytes[offset + i])) << (8 * i)));
  }
  return value;
}

std::uint64_t hash(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

Error bad(std::string_view place, std::string message) {
  return {ErrorCode::kFormat, std::string(place), std::move(message)};
}

Result<Header> read_header(std::string_view bytes, std::string_view place) {
  if (bytes.size() < kMagic.size() || bytes.substr(0, kMagic.size()) != kMagic) {
    return bad(place, "is not a parallax model file");
  }
  if (bytes.size() < kHeaderBytes) {
    return bad(place, "is cut short");
  }
  Header header;
  header.version = get<std::uint32_t>(bytes, 16);
  if (get<std::uint64_t>(bytes, 56) != hash(bytes.substr(0, 56))) {
    return bad(place, "is damaged (header checksum differs)");
  }
  if (header.version != kVersion) {
    return bad(place, "has format version " + std::to_string(header.version) +
                          ", this program reads " + std::to_string(kVersion));
  }
  header.manifest = get<std::uint64_t>(bytes, 24);
  header.slots = get<std::uint64_t>(bytes, 32);
  header.arena = get<std::uint64_t>(bytes, 40);
  header.body_hash = get<std::uint64_t>(bytes, 48);
  const std::uint64_t body = bytes.size() - kHeaderBytes;
  if (header.manifest > body || header.arena > body || header.slots > body / kSlotBytes ||
      header.manifest + header.slots * kSlotBytes + header.arena > body) {
    return bad(place, "is cut short");
  }
  if (header.manifest + header.slots * kSlotBytes + header.arena != body) {
    return bad(place, "is damaged (bytes behind the end)");
  }
  if (header.body_hash != hash(bytes.substr(kHeaderBytes))) {
    return bad(place, "is damaged (checksum differs)");
  }
  if (header.slots == 0 || (header.slots & (header.slots - 1)) != 0) {
    return bad(place, "is damaged (table size)");
  }
  return header;
}

std::map<std::string, std::string> read_manifest(std::string_view text) {
  std::map<std::string, std::string> fields;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const std::size_t equals = line.find('=');
    if (equals != std::string_view::npos) {
      fields.emplace(line.substr(0, equals), line.substr(equals + 1));
    }
    begin = end + 1;
  }
  return fields;
}

std::uint64_t number(const std::map<std::string, std::string>& fields, const std::string& key) {
  const auto it = fields.find(key);
  std::uint64_t value = 0;
  if (it != fields.end()) {
    std::from_chars(it->second.data(), it->second.data() + it->second.size(), value);
  }
  return value;
}

std::string word(const std::map<std::string, std::string>& fields, const std::string& key) {
  const auto it = fields.find(key);
  return it == fields.end() ? std::string() : it->second;
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace

struct BackgroundModel::State {
  std::string owned;  ///< Bytes of a model that was read from a file.
  std::string_view slots, arena;
  std::uint64_t slot_count = 0;
  Info info;
};

Result<BackgroundModel> BackgroundModel::open(std::string_view bytes, std::string_view place) {
  Result<Header> header = read_header(bytes, place);
  if (!header) {
    return std::move(header).error();
  }
  const Header& h = header.value();
  auto state = std::make_shared<State>();
  const auto fields = read_manifest(bytes.substr(kHeaderBytes, h.manifest));
  state->slots = bytes.substr(kHeaderBytes + h.manifest, h.slots * kSlotBytes);
  state->arena = bytes.substr(kHeaderBytes + h.manifest + h.slots * kSlotBytes, h.arena);
  state->slot_count = h.slots;
  state->info = {word(fields, "language"),    word(fields, "description"),
                 number(fields, "documents"), number(fields, "paragraphs"),
                 number(fields, "terms"),     word(fields, "unicode"),
                 hex16(h.body_hash),          h.version};
  if (state->info.terms >= h.slots) {
    return bad(place, "is damaged (more terms than places)");
  }
  BackgroundModel model;
  model.state_ = std::move(state);
  return model;
}

Result<BackgroundModel> BackgroundModel::read_file(const std::string& path) {
  Result<std::string> bytes = parallax::read_file(path, kMaxModelBytes);
  if (!bytes) {
    return std::move(bytes).error();
  }
  auto owner = std::make_shared<std::string>(std::move(bytes).value());
  Result<BackgroundModel> model = open(*owner, path);
  if (!model) {
    return std::move(model).error();
  }
  // The state keeps the bytes alive: the aliasing pointer owns both.
  struct Holder {
    std::shared_ptr<std::string> bytes;
    std::shared_ptr<const State> state;
  };
  auto holder = std::make_shared<Holder>(Holder{owner, model.value().state_});
  model.value().state_ = std::shared_ptr<const State>(holder, holder->state.get());
  return model;
}

const BackgroundModel* BackgroundModel::builtin(std::string_view language) {
  static const std::map<std::string, BackgroundModel, std::less<>> kModels = [] {
    std::map<std::string, BackgroundModel, std::less<>> models;
    for (std::size_t i = 0; i < embedded::model_count; ++i) {
      const embedded::Entry& entry = embedded::model_entries[i];
      Result<BackgroundModel> model =
          open({entry.begin, static_cast<std::size_t>(entry.end - entry.begin)}, entry.name);
      PARALLAX_EXPECTS(model.has_value());
      models.emplace(entry.name, std::move(model).value());
    }
    return models;
  }();
  const auto it = kModels.find(language);
  return it == kModels.end() ? nullptr : &it->second;
}

const BackgroundModel::Info& BackgroundModel::info() const {
  return state_->info;
}

std::uint32_t BackgroundModel::paragraph_frequency(std::string_view folded) const {
  const State& s = *state_;
  const std::uint64_t mask = s.slot_count - 1;
  std::uint64_t slot = hash(folded) & mask;
  for (std::uint64_t probes = 0; probes < s.slot_count; ++probes, slot = (slot + 1) & mask) {
    const std::size_t at = slot * kSlotBytes;
    const auto offset = get<std::uint32_t>(s.slots, at);
    const auto length = get<std::uint32_t>(s.slots, at + 4);
    if (length == 0) {
      return 0;
    }
    if (length == folded.size() && offset <= s.arena.size() && length <= s.arena.size() - offset &&
        s.arena.substr(offset, length) == folded) {
      return get<std::uint32_t>(s.slots, at + 12);
    }
  }
  return 0;
}

double BackgroundModel::idf(std::string_view folded) const {
  const auto n = static_cast<double>(state_->info.paragraphs);
  return std::log((1.0 + n) / (1.0 + paragraph_frequency(folded))) + 1.0;
}

std::string serialise_model(const BackgroundModel::Info& info, std::vector<TermFrequency> terms) {
  std::sort(terms.begin(), terms.end(),
            [](const TermFrequency& a, const TermFrequency& b) { return a.term < b.term; });
  std::uint64_t slot_count = 16;
  while (slot_count < 2 * terms.size() + 1) {
    slot_count *= 2;
  }
  std::string arena;
  std::vector<const TermFrequency*> table(slot_count, nullptr);
  std::vector<std::uint32_t> offsets(slot_count, 0);
  for (const TermFrequency& term : terms) {
    std::uint64_t slot = hash(term.term) & (slot_count - 1);
    while (table[slot] != nullptr) {
      PARALLAX_EXPECTS(table[slot]->term != term.term);
      slot = (slot + 1) & (slot_count - 1);
    }
    table[slot] = &term;
    offsets[slot] = static_cast<std::uint32_t>(arena.size());
    arena += term.term;
  }
  std::string body =
      "language=" + one_line(info.language) + "\ndescription=" + one_line(info.description) +
      "\ndocuments=" + std::to_string(info.documents) +
      "\nparagraphs=" + std::to_string(info.paragraphs) +
      "\nterms=" + std::to_string(terms.size()) + "\nunicode=" + one_line(info.unicode) + "\n";
  const std::uint64_t manifest = body.size();
  for (std::uint64_t slot = 0; slot < slot_count; ++slot) {
    const TermFrequency* term = table[slot];
    put<std::uint32_t>(body, offsets[slot]);
    put<std::uint32_t>(body, term == nullptr ? 0 : static_cast<std::uint32_t>(term->term.size()));
    put<std::uint32_t>(body, term == nullptr ? 0 : term->documents);
    put<std::uint32_t>(body, term == nullptr ? 0 : term->paragraphs);
  }
  body += arena;
  std::string file(kMagic);
  put<std::uint32_t>(file, kVersion);
  put<std::uint32_t>(file, 0);
  put<std::uint64_t>(file, manifest);
  put<std::uint64_t>(file, slot_count);
  put<std::uint64_t>(file, arena.size());
  put<std::uint64_t>(file, hash(body));
  put<std::uint64_t>(file, hash(file));
  return file + body;
}

}  // namespace parallax
