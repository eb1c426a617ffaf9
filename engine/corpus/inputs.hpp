#pragma once

/// Folders, lists, files and standard input -> the records of a run, with what could not be read.

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/read.hpp"

namespace parallax {

/// The documents of a run. Same files, same bytes: the order in which inputs were named is without
/// effect.
struct Corpus {
  std::vector<Record> documents;  ///< Ascending by path, then in the order of the file; ids differ.
  std::vector<Error> failures;    ///< In the same order: place and reason of what was left out.
};

/// Paths of files, each once, ascending by bytes. A folder stands for all files below it; names
/// that begin with a dot are passed over, links to folders are not followed. "@LIST" stands for the
/// paths in the file LIST, one a line; blank lines and lines that begin with # are passed over.
/// What cannot be listed (a missing folder, an empty one, a missing list) is added to `failures`.
/// A path that does not exist is left for the reader to refuse.
[[nodiscard]] std::vector<std::string> expand_inputs(const std::vector<std::string>& inputs,
                                                     std::vector<Error>& failures);

/// Adds the documents of one file, or of standard input for "-", or else its failures. "@LIST" and
/// folders have no meaning here.
void read_input(const std::string& path, const ReadOptions& options, std::istream& standard_input,
                Corpus& corpus);

/// `read_corpus` with ids as the inputs have them: several documents can have the same.
[[nodiscard]] Corpus read_inputs(const std::vector<std::string>& inputs, const ReadOptions& options,
                                 std::istream& standard_input);

/// Reads every input and goes on behind those that fail. Of a JSONL file with broken lines the
/// other lines are kept and each broken line is a failure of its own. An id that occurs again gets
/// "#2", "#3" ... appended. Nothing is thrown away silently: each path gives documents or a
/// failure.
[[nodiscard]] Corpus read_corpus(const std::vector<std::string>& inputs, const ReadOptions& options,
                                 std::istream& standard_input);

}  // namespace parallax
