/// A view into a document that dies in the same expression.

#include "engine/document/document.hpp"

std::size_t length(const parallax::Document& document) {
#ifdef PARALLAX_MUST_NOT_COMPILE
  return parallax::Document(document).slice({0, 1}).size();
#else
  return document.slice({0, 1}).size();
#endif
}
