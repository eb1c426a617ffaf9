/// JSON `parallax.sources/1` (sources.schema.json).

#include <cmath>

#include <nlohmann/json.hpp>

#include "engine/report/json_text.hpp"
#include "engine/report/rounding.hpp"
#include "engine/report/sources_writers.hpp"
#include "models/base/utf8.hpp"

namespace parallax {
namespace {

double rounded_to_4(double value) {
  constexpr double kScale = 1e4;
  return std::round(value * kScale) / kScale;
}

class SourcesJson {
 public:
  SourcesJson(const Document& document, const SourcedDocument& sourced, const SourcesRun& run,
              int indent)
      : d_(document), s_(sourced), run_(run), out_(indent) {}

  [[nodiscard]] std::string write() && {
    // Mostly spans and names; what is not written is not touched.
    out_.reserve(std::size_t{16} * d_.record.text.size());
    out_.open('{');
    field("schema", "parallax.sources/1");
    given("id", d_.record.id);
    given("path", d_.record.path);
    field("sha256", d_.record.sha256);
    field("language", d_.language);
    given("title", d_.record.title);
    given("date", d_.record.date);
    out_.key("sources");
    out_.open('[');
    for (const Source& source : s_.sources) {
      write(source);
    }
    out_.close(']');
    out_.key("statements");
    out_.open('[');
    for (const Statement& statement : s_.statements) {
      write(statement);
    }
    out_.close(']');
    out_.key("warnings");
    out_.open('[');
    for (const std::string& warning : s_.warnings) {
      out_.text(warning);
    }
    out_.close(']');
    write_run();
    out_.close('}');
    return std::move(out_).take() + "\n";
  }

 private:
  void field(std::string_view name, std::string_view value) {
    out_.key(name);
    out_.text(value);
  }

  /// What comes from outside may be no UTF-8: the library replaces what is not.
  void given(const std::string& value) {
    if (!first_invalid_utf8(value)) {
      out_.text(value);
      return;
    }
    out_.raw(nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  }

  void given(std::string_view name, const std::string& value) {
    out_.key(name);
    given(value);
  }

  void given(std::string_view name, const std::optional<std::string>& value) {
    if (value) {
      given(name, *value);
    } else {
      out_.key(name);
      out_.null();
    }
  }

  /// How it was made, and all that is needed to show it again.
  void write_run() {
    out_.key("tool");
    out_.open('{');
    field("version", run_.tool.version);
    field("icu", run_.tool.icu);
    field("unicode", run_.tool.unicode);
    field("lexicons", run_.tool.lexicons);
    out_.close('}');
    if (!run_.input.empty()) {
      given("input", run_.input);
    }
    if (!run_.options.empty()) {
      out_.key("options");
      out_.open('[');
      for (const auto& [name, value] : run_.options) {
        out_.open('[');
        out_.text(name);
        given(value);
        out_.close(']');
      }
      out_.close(']');
    }
    given("publisher", d_.record.source);
    field("encoding", d_.record.encoding);
    out_.key("encoding_confidence");
    out_.real(rounded_score(d_.record.encoding_confidence));
    out_.key("body_begin");
    out_.number(d_.record.body_begin);
    out_.key("sentences");
    out_.open('[');
    for (const Sentence& s : d_.sentences) {
      out_.open('[');
      for (const std::uint32_t number : {s.span.begin, s.span.end, s.paragraph + 1, s.number}) {
        out_.number(number);
      }
      out_.close(']');
    }
    out_.close(']');
    field("text", d_.record.text);
  }

  void pair(std::uint64_t first, std::uint64_t second) {
    out_.open('[');
    out_.number(first);
    out_.number(second);
    out_.close(']');
  }

  void spans(std::string_view name, const std::vector<ByteSpan>& spans) {
    out_.key(name);
    out_.open('[');
    for (const ByteSpan s : spans) {
      pair(s.begin, s.end);
    }
    out_.close(']');
  }

  void span(ByteSpan s) {
    out_.key("span");
    pair(s.begin, s.end);
    field("text", d_.slice(s));
  }

  void id_of(std::string_view name, const std::optional<std::size_t>& source) {
    out_.key(name);
    if (source) {
      out_.text(s_.sources.at(*source).id);
    } else {
      out_.null();
    }
  }

  void real(std::string_view name, double value) {
    out_.key(name);
    out_.real(rounded_to_4(value));
  }

  void flag(std::string_view name, bool value) {
    out_.key(name);
    out_.boolean(value);
  }

  void write(const Source& s) {
    out_.open('{');
    field("id", s.id);
    given("name", s.name);  // may come from metadata
    field("role", name_of(s.role));
    field("organisation", s.organisation);
    field("country", s.country);
    flag("country_inferred", s.country_inferred);
    field("gender", name_of(s.gender));
    flag("person", s.person);
    out_.key("mentions");
    out_.open('[');
    for (const Mention& m : s.mentions) {
      out_.open('{');
      span(m.span);
      field("how", name_of(m.how));
      real("confidence", m.confidence);
      out_.close('}');
    }
    out_.close(']');
    out_.close('}');
  }

  void write_claims(const Statement& s) {
    out_.key("claims");
    out_.open('[');
    std::size_t number = 0;
    for (const StatementClaim& claim : claims_of(d_, s)) {
      out_.open('{');
      field("id", s.id + "C" + std::to_string(++number));
      span(claim.span);
      field("commitment", name_of(claim.commitment));
      out_.close('}');
    }
    out_.close(']');
  }

  void write(const Statement& s) {
    out_.open('{');
    field("id", s.id);
    id_of("source", s.source);
    if (s.source) {
      given("source_name", s_.sources.at(*s.source).name);
    } else {
      given("source_name", std::optional<std::string>());
    }
    field("mode", name_of(s.mode));
    field("commitment", name_of(s.commitment));
    spans("content", s.content);
    nullable("source_span",
             s.source_span ? std::vector<ByteSpan>{*s.source_span} : std::vector<ByteSpan>());
    nullable("cue", s.cue);
    field("rule", s.rule);
    real("confidence", s.confidence);
    id_of("relayed_by", s.relayed_by);
    id_of("alternative", s.alternative);
    out_.key("sentences");
    pair(s.first_sentence + std::uint64_t{1}, s.last_sentence + std::uint64_t{1});
    write_claims(s);
    spans("passage", s.passage);
    out_.key("embedded");
    out_.open('[');
    for (const EmbeddedClaim& e : s.embedded) {
      out_.open('{');
      out_.key("span");
      pair(e.span.begin, e.span.end);
      field("commitment", name_of(e.commitment));
      out_.close('}');
    }
    out_.close(']');
    out_.close('}');
  }

  void nullable(std::string_view name, const std::vector<ByteSpan>& some) {
    if (some.empty()) {
      out_.key(name);
      out_.null();
    } else {
      spans(name, some);
    }
  }

  const Document& d_;
  const SourcedDocument& s_;
  const SourcesRun& run_;
  JsonText out_;
};

}  // namespace

std::string write_sources_line(const Document& document, const SourcedDocument& sourced,
                               const SourcesRun& run) {
  return SourcesJson(document, sourced, run, -1).write();
}

std::string write_sources_json(const Document& document, const SourcedDocument& sourced,
                               const SourcesRun& run) {
  return SourcesJson(document, sourced, run, 2).write();
}

}  // namespace parallax
