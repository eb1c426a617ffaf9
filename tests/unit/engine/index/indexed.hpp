#pragma once

/// Small indexes for tests.

#include <string>
#include <vector>

#include "engine/index/build.hpp"

namespace parallax::test {

inline Record indexed_record(std::string id, std::string text, std::string source = "",
                             std::string date = "") {
  Record record;
  record.path = id + ".txt";
  record.id = std::move(id);
  record.text = std::move(text);
  record.language = "en";
  if (!source.empty()) {
    record.source = std::move(source);
  }
  if (!date.empty()) {
    record.date = std::move(date);
  }
  return record;
}

inline std::vector<Record> three_records() {
  return {indexed_record("roads",
                         "The bridge over the river Tamar is closed.\n\nRepairs of the bridge will "
                         "take ten days,  said the ministry.",
                         "Ministry of Roads", "2021-03-04"),
          indexed_record("harbour", "The harbour is open; no ship was turned away.",
                         "Port Authority", "2022"),
          indexed_record("caf\xc3\xa9",
                         "* * *\n\nThe river caf\xc3\xa9 and the bridge are open again.")};
}

inline std::string index_bytes(const std::vector<Record>& records) {
  IndexBuilder builder;
  for (const Record& record : records) {
    if (!builder.add(record)) {
      return "";
    }
  }
  return builder.finish().value();
}

}  // namespace parallax::test
