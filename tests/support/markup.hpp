#pragma once

/// What tests ask of HTML that parallax writes.

#include <cctype>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace parallax::test {

/// Element names, attributes and text of a document, as far as it nests properly.
struct Markup {
  std::string trouble;                  ///< Empty if every element is closed where it should be.
  std::map<std::string, int> ids;       ///< How often each stands.
  std::vector<std::string> links;       ///< href of every <a>.
  std::map<std::string, int> elements;  ///< How often each stands.
  std::set<std::string> attributes;     ///< Names.
};

namespace markup_detail {

inline bool is_void(const std::string& name) {
  static const std::set<std::string> kVoid = {"meta", "input", "br", "!DOCTYPE"};
  return kVoid.contains(name);
}

/// Reads the attributes in `inside` (between name and ">") into `out`.
inline void read_attributes(std::string_view inside, const std::string& element, Markup& out) {
  std::size_t i = 0;
  while (i < inside.size()) {
    if (inside[i] == ' ' || inside[i] == '/') {
      ++i;
      continue;
    }
    const std::size_t end = std::min(inside.find_first_of(" =/", i), inside.size());
    const std::string name(inside.substr(i, end - i));
    out.attributes.insert(name);
    i = end;
    if (i + 1 < inside.size() && inside[i] == '=') {
      const std::size_t close = inside.find('"', i + 2);
      if (inside[i + 1] != '"' || close == std::string_view::npos) {
        out.trouble = "attribute without quotes: " + name;
        return;
      }
      const std::string value(inside.substr(i + 2, close - i - 2));
      if (name == "id") {
        ++out.ids[value];
      } else if (name == "href" && element == "a") {
        out.links.push_back(value);
      }
      i = close + 1;
    }
  }
}

}  // namespace markup_detail

/// Reads a document by plain rules: attributes in double quotes, every element closed, no ">" in an
/// attribute. Contents of style and script are skipped.
inline Markup read_markup(std::string_view html) {
  Markup out;
  std::vector<std::string> open;
  for (std::size_t at = html.find('<'); at != std::string_view::npos && out.trouble.empty();
       at = html.find('<', at + 1)) {
    const std::size_t end = html.find('>', at);
    const std::string_view tag = html.substr(at + 1, end - at - 1);
    const bool closes = tag.starts_with("/");
    const std::string name(
        tag.substr(closes ? 1 : 0, tag.find_first_of(" /", 1) - (closes ? 1 : 0)));
    if (closes) {
      if (open.empty() || open.back() != name) {
        out.trouble = "</" + name + "> closes " + (open.empty() ? "nothing" : open.back());
      } else {
        open.pop_back();
      }
      continue;
    }
    ++out.elements[name];
    if (name != "!DOCTYPE") {
      markup_detail::read_attributes(tag.substr(name.size()), name, out);
    }
    if (name == "style" || name == "script") {
      at = html.find("</" + name + ">", at) - 1;
    }
    if (!markup_detail::is_void(name) && !tag.ends_with("/")) {
      open.push_back(name);
    }
  }
  if (out.trouble.empty() && !open.empty()) {
    out.trouble = "<" + open.back() + "> is not closed";
  }
  return out;
}

}  // namespace parallax::test
