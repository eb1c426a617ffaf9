#include "engine/report/saved_json.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <nlohmann/json.hpp>

#include "engine/report/phrasing.hpp"
#include "models/text/language.hpp"

namespace parallax {
namespace {

constexpr std::size_t kMaxDepth = 64;
constexpr std::size_t kMaxFields = 1000;
/// Of a word in a message.
constexpr std::size_t kMaxShown = 60;

/// Ends the parser from within; why stands beside it.
struct Stop {};

std::size_t line_of(std::string_view text, std::size_t byte) {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text.size()));
  return static_cast<std::size_t>(std::count(text.begin(), end, '\n'));
}

/// Watches the parser: depth, and the fields of each open object.
class Watch {
 public:
  /// `refusal` must outlive the parser.
  explicit Watch(Error& refusal) : refusal_(refusal) {}

  bool operator()(int /*depth*/, SavedJson::parse_event_t event, SavedJson& parsed) {
    switch (event) {
      case SavedJson::parse_event_t::object_start:
      case SavedJson::parse_event_t::array_start:
        open_.emplace_back();
        if (open_.size() > kMaxDepth) {
          stop(ErrorCode::kLimit, "is nested deeper than " + std::to_string(kMaxDepth) + " levels");
        }
        break;
      case SavedJson::parse_event_t::object_end:
      case SavedJson::parse_event_t::array_end:
        open_.pop_back();
        break;
      case SavedJson::parse_event_t::key:
        add(parsed.get<std::string>());
        break;
      case SavedJson::parse_event_t::value:
        break;
    }
    return true;
  }

 private:
  [[noreturn]] void stop(ErrorCode code, std::string message) {
    refusal_.code = code;
    refusal_.message = std::move(message);
    throw Stop{};
  }

  void add(std::string name) {
    std::set<std::string>& names = open_.back();
    const auto [at, fresh] = names.insert(std::move(name));
    if (!fresh) {
      stop(ErrorCode::kFormat, "has the field '" + one_line(*at) + "' twice");
    }
    if (names.size() > kMaxFields) {
      stop(ErrorCode::kFormat,
           "has an object of more than " + std::to_string(kMaxFields) + " fields");
    }
  }

  Error& refusal_;
  std::vector<std::set<std::string>> open_;
};

/// RFC 6901: "a~b/c" becomes "a~0b~1c".
std::string pointer_part(std::string_view name) {
  std::string part;
  for (const char c : name) {
    part += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  }
  return part;
}

/// Appends the pointer from `from` to `target`; false if it is not below.
bool find_pointer(const SavedJson& from, const SavedJson& target, std::string& pointer) {
  if (&from == &target) {
    return true;
  }
  if (!from.is_structured()) {
    return false;
  }
  const std::size_t size = pointer.size();
  for (const auto& [name, value] : from.items()) {  // of an array: "0", "1" ...
    pointer += '/' + pointer_part(name);
    if (find_pointer(value, target, pointer)) {
      return true;
    }
    pointer.resize(size);
  }
  return false;
}

const SavedJson& nothing() {
  static const SavedJson kNothing;
  return kNothing;
}

bool starts_character(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
}

std::string shown(std::string_view text) {
  const std::string line = one_line(text);
  if (line.size() <= kMaxShown) {
    return "'" + line + "'";
  }
  std::size_t end = kMaxShown;
  while (end > 0 && !starts_character(line, end)) {
    --end;
  }
  return "'" + line.substr(0, end) + "...'";
}

}  // namespace

Result<SavedJson> parse_saved_json(std::string_view text, const std::string& path,
                                   std::size_t first_line) {
  const auto at_line = [&](std::size_t line) { return path + ":" + std::to_string(line); };
  Error refusal{ErrorCode::kFormat, at_line(first_line), ""};
  try {
    return SavedJson::parse(text, Watch(refusal));
  } catch (const SavedJson::parse_error& error) {
    const std::size_t byte = error.byte == 0 ? 0 : error.byte - 1;
    return Error{ErrorCode::kFormat, at_line(first_line + line_of(text, byte)),
                 "is not valid JSON"};
  } catch (const SavedJson::exception&) {
    return Error{ErrorCode::kFormat, at_line(first_line), "is not valid JSON"};
  } catch (const Stop&) {
    return refusal;
  }
}

void SavedErrors::add(const SavedJson& value, std::string message) {
  if (first_) {
    return;
  }
  std::string pointer;
  find_pointer(root_, value, pointer);
  first_ = Error{ErrorCode::kFormat, pointer.empty() ? place_ : place_ + ": " + one_line(pointer),
                 std::move(message)};
}

const SavedJson* SavedNode::field(const char* name) const {
  if (!value_->is_object()) {
    fail("is not an object");
    return nullptr;
  }
  const auto it = value_->find(name);
  return it == value_->end() ? nullptr : &*it;
}

SavedNode SavedNode::at(const char* name) const {
  const SavedJson* value = field(name);
  if (value == nullptr) {
    fail(std::string("has no field '") + name + "'");
    return {nothing(), *errors_};
  }
  return {*value, *errors_};
}

std::optional<SavedNode> SavedNode::find(const char* name) const {
  const SavedJson* value = field(name);
  if (value == nullptr || value->is_null()) {
    return std::nullopt;
  }
  return SavedNode(*value, *errors_);
}

std::vector<SavedNode> SavedNode::list() const {
  std::vector<SavedNode> nodes;
  if (!value_->is_array()) {
    fail("is not an array");
    return nodes;
  }
  nodes.reserve(value_->size());
  for (const SavedJson& element : *value_) {
    nodes.emplace_back(element, *errors_);
  }
  return nodes;
}

std::vector<std::pair<std::string, SavedNode>> SavedNode::fields() const {
  std::vector<std::pair<std::string, SavedNode>> nodes;
  if (!value_->is_object()) {
    fail("is not an object");
    return nodes;
  }
  for (const auto& [name, value] : value_->items()) {
    nodes.emplace_back(name, SavedNode(value, *errors_));
  }
  return nodes;
}

std::string SavedNode::text() const {
  if (!value_->is_string()) {
    fail("is not a string");
    return "";
  }
  return value_->get<std::string>();
}

std::optional<std::string> SavedNode::optional_text() const {
  if (value_->is_null()) {
    return std::nullopt;
  }
  return text();
}

std::string SavedNode::id(std::string_view prefix) const {
  std::string id = text();
  const bool digits = id.size() > prefix.size() &&
                      id.find_first_not_of("0123456789", prefix.size()) == std::string::npos;
  if (!id.starts_with(prefix) || !digits) {
    fail("is not " + std::string(prefix) + " with a number");
  }
  return id;
}

std::string SavedNode::word(std::initializer_list<std::string_view> words) const {
  std::string word = text();
  if (std::find(words.begin(), words.end(), word) == words.end()) {
    fail_word(word);
  }
  return word;
}

void SavedNode::fail_word(std::string_view word) const {
  fail(shown(word) + " is none of the words that may stand here");
}

bool SavedNode::flag() const {
  if (!value_->is_boolean()) {
    fail("is neither true nor false");
    return false;
  }
  return value_->get<bool>();
}

double SavedNode::real() const {
  if (!value_->is_number()) {
    fail("is not a number");
    return 0.0;
  }
  const auto value = value_->get<double>();
  if (!std::isfinite(value)) {
    fail("is not a finite number");
    return 0.0;
  }
  return value;
}

double SavedNode::score() const {
  const double value = real();
  if (!(value >= 0.0 && value <= 1.0)) {
    fail("is not between 0 and 1");
    return 0.0;
  }
  return value;
}

std::uint64_t SavedNode::count(std::uint64_t most) const {
  if (!value_->is_number_unsigned()) {
    fail("is not a whole number of at least 0");
    return 0;
  }
  const auto value = value_->get<std::uint64_t>();
  if (value > most) {
    fail("is larger than " + std::to_string(most));
    return 0;
  }
  return value;
}

ByteSpan SavedNode::span(std::string_view text) const {
  const std::vector<SavedNode> ends = list();
  if (ends.size() != 2) {
    fail("is not a span of two numbers");
    return {};
  }
  const ByteSpan span{ends[0].small(), ends[1].small()};
  if (span.begin > span.end || span.end > text.size()) {
    fail("does not lie in the text");
    return {};
  }
  if (!starts_character(text, span.begin) || !starts_character(text, span.end)) {
    fail("cuts a character in two");
    return {};
  }
  return span;
}

std::vector<ByteSpan> SavedNode::spans(std::string_view text) const {
  std::vector<ByteSpan> out;
  for (const SavedNode& node : list()) {
    out.push_back(node.span(text));
  }
  return out;
}

std::vector<std::string> SavedNode::texts() const {
  std::vector<std::string> out;
  for (const SavedNode& node : list()) {
    out.push_back(node.text());
  }
  return out;
}

Value SavedNode::value() const {
  Value out;
  for (const auto& [name, node] : fields()) {
    if (node.value_->is_boolean()) {
      out.emplace_back(name, node.flag());
    } else if (node.value_->is_string()) {
      out.emplace_back(name, node.text());
    } else {
      out.emplace_back(name, node.real());
    }
  }
  return out;
}

void SavedNode::expect_words(std::string_view text, ByteSpan span, std::string_view words) const {
  const std::string_view found = text.substr(span.begin, span.size());
  if (found != words) {
    fail("the span reads " + shown(found) + ", not " + shown(words));
  }
}

ToolInfo saved_tool(const SavedNode& root) {
  ToolInfo tool;
  const SavedNode node = root.at("tool");
  const std::pair<const char*, std::string*> fields[] = {{"version", &tool.version},
                                                         {"icu", &tool.icu},
                                                         {"unicode", &tool.unicode},
                                                         {"model", &tool.model},
                                                         {"lexicons", &tool.lexicons}};
  for (const auto& [name, target] : fields) {
    if (const std::optional<SavedNode> field = node.find(name)) {
      *target = field->text();
    }
  }
  return tool;
}

std::vector<std::pair<std::string, std::string>> saved_options(const SavedNode& root) {
  std::vector<std::pair<std::string, std::string>> options;
  const std::optional<SavedNode> node = root.find("options");
  if (!node) {
    return options;
  }
  for (const SavedNode& option : node->list()) {
    const std::vector<std::string> words = option.texts();
    if (words.size() != 2) {
      option.fail("is not a name with a value");
      return options;
    }
    options.emplace_back(words[0], words[1]);
  }
  return options;
}

std::vector<std::string> saved_inputs(const SavedNode& root) {
  const std::optional<SavedNode> node = root.find("inputs");
  return node ? node->texts() : std::vector<std::string>();
}

std::string saved_sha256(const SavedNode& node) {
  std::string hash = node.text();
  if (hash.size() != 64 || hash.find_first_not_of("0123456789abcdef") != std::string::npos) {
    node.fail("is not a SHA-256 in lower-case hex digits");
  }
  return hash;
}

std::string saved_language(const SavedNode& node) {
  std::string language = node.text();
  if (!is_language_code(language)) {
    node.fail("is not a language code such as en");
  }
  return language;
}

ReportDocument saved_document(const SavedNode& node) {
  ReportDocument d;
  d.id = node.at("id").text();
  d.path = node.at("path").text();
  d.sha256 = saved_sha256(node.at("sha256"));
  d.language = saved_language(node.at("language"));
  d.encoding = node.at("encoding").text();
  d.encoding_confidence = node.at("encoding_confidence").score();
  d.title = node.at("title").optional_text();
  if (const std::optional<SavedNode> date = node.find("date")) {
    d.date = date->text();
  }
  d.source = node.at("source").optional_text();
  if (const std::optional<SavedNode> from = node.find("date_from"); from && d.date) {
    const std::string origin = from->word({"metadata", "name", "head"});
    d.date_from_name = origin == "name";
    d.date_from_head = origin == "head";
  }
  if (const std::optional<SavedNode> from = node.find("source_from"); from && d.source) {
    d.source_from_head = from->word({"metadata", "head"}) == "head";
  }
  d.text = node.at("text").text();
  d.body_begin = node.at("body_begin").small();
  if (d.text.size() > 0xFFFFFFFF || d.body_begin > d.text.size() ||
      !starts_character(d.text, d.body_begin)) {
    node.at("body_begin").fail("does not lie in the text");
    d.body_begin = 0;
  }
  return d;
}

}  // namespace parallax
