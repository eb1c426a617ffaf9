#pragma once

/// Whose documents they are where no metadata tells.

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/document/analyse.hpp"
#include "engine/sources/attribute.hpp"

namespace parallax {

/// Whom the first lines of a document's text name as its issuer ("Statement by X", a letterhead);
/// if nobody, whom the title of its metadata names. Its source field is not looked at. REQUIRES:
/// `analyser` and `attributor` have one word table. Errors: kFormat for a malformed overlay table
/// only. Complexity: that of a few paragraphs.
[[nodiscard]] Result<std::optional<Source>> named_issuer(const Record& document, Analyser& analyser,
                                                         Attributor& attributor);

/// Gives each document without a source the name of its issuer (`Record::source_from_head`). A name
/// that is written in several ways ("MINISTRY OF TRADE", "the Ministry of Trade") is written as the
/// metadata of other documents have it, else in its most frequent way. The order of the documents
/// and the number of threads are without effect. Errors: kFormat for a malformed overlay table.
Status name_issuers(std::vector<Record>& documents, const LexiconSource& lexicons,
                    std::size_t threads);

/// Gives each document without a date the day in its file's name (`Record::date_from_name`), else
/// that of a line above its text ("Tarn, 3 March 2026"; `Record::date_from_head`). Errors and the
/// effect of threads as above.
Status date_documents(std::vector<Record>& documents, const LexiconSource& lexicons,
                      std::size_t threads);

}  // namespace parallax
