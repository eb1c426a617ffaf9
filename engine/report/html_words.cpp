#include "engine/report/html_words.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace parallax {
namespace {

struct Words {
  std::string_view name, words;
};

constexpr Words kKinds[] = {
    {"number", "the same quantity, with values that cannot both hold"},
    {"date", "the same event, with dates or times that cannot both hold"},
    {"name", "the same role in the same event, filled by somebody else"},
    {"place", "the same event, at another place"},
    {"negation", "one asserts what the other denies"},
    {"stance", "opposite positions on the same matter"},
    {"strength", "the same direction, at another step of firmness"},
    {"role", "who did it and to whom it was done change places"},
    {"modality", "done on one side, attempted, planned or possible on the other"},
    {"direction", "opposite developments of the same thing"},
    {"addressee", "the same demand, addressed to somebody else"},
    {"label", "different names for the same actor or event"},
    {"scope", "looks like a conflict, but speaks of another population, period or place"}};

constexpr Words kRules[] = {
    {"addressee.demand", "the verb of demand is the same, the addressee is not"},
    {"date.anchored", "one event told in other words, with one time a side that do not overlap"},
    {"date.disjoint", "the two times do not overlap, however roughly they are given"},
    {"date.name-part", "the year in the name of a treaty, law or body is another"},
    {"direction.opposed", "verbs or nouns of opposite direction with the same subject"},
    {"direction.passage", "into a place or body on one side, out of it on the other"},
    {"date.particular", "one thing has one such date, and each side gives another"},
    {"label.referent", "two names stand in the same place of the same sentence"},
    {"modality.anchored",
     "one event told in other words: a duty, leave or ban, a plan or a deed on one side only"},
    {"modality.certainty", "certain on one side, only possible on the other"},
    {"modality.permission", "a duty on one side, leave on the other, for the same act"},
    {"modality.scope", "the same act under different moods: done, intended, attempted, possible"},
    {"date.retold", "one deed, told by two words, at two times"},
    {"name.anchored", "one event told in other words, in which each side names one other name"},
    {"name.frame", "the same sentence but for the name that it speaks of"},
    {"name.holder", "one owns, runs, wrote or won it on each side"},
    {"name.maker", "one thing is said to be of two makers or leaders"},
    {"name.list", "lists of names that are not the same"},
    {"name.origin", "another origin of the same person or thing"},
    {"name.retold", "the only name that each side has in the same part of one event"},
    {"name.weighed", "no rule tells it: weights judge that each side names another in one event"},
    {"name.slot", "another name in the same slot of the same event"},
    {"name.sort", "one event, and another disease, poison or drug in it"},
    {"negation.affix", "a negating prefix or suffix on one side only"},
    {"negation.anchored", "one event told in other words, denied by one side"},
    {"negation.antonym", "the two sides use words that are opposites"},
    {"negation.kind", "two kinds that one thing cannot be at once"},
    {"negation.retold", "one event told in other words, denied as a whole by one side"},
    {"negation.scope", "the same act within the scope of a negation on one side only"},
    {"negation.state", "one thing is in two states that exclude each other"},
    {"number.anchored",
     "one event told in other words, with one figure a side that do not overlap"},
    {"number.disjoint", "the ranges of the two numbers do not overlap"},
    {"number.excluded", "a bound that leaves no room for the other figure of the same thing"},
    {"number.bounds", "bounds of one side that lie far apart"},
    {"number.lasting", "one matter, told in other words, that lasts longer on one side"},
    {"number.other-side", "the numbers count the losses or means of different sides"},
    {"number.rank", "one thing has two ranks in one series"},
    {"number.weighed", "no rule tells it: weights judge that the figures are of one thing"},
    {"number.update", "the numbers may stand for different moments"},
    {"place.anchored", "one event told in other words, in which each side names one other place"},
    {"place.frame", "the same sentence but for the place that it speaks of"},
    {"place.holder", "one thing docked, crashed or was held in two places"},
    {"place.particular", "one thing was born, lies or sits in two places"},
    {"place.retold", "the only place that each side has in the same part of one event"},
    {"place.side", "opposite points of the compass or sides of one place"},
    {"place.slot", "another place in the same slot of the same event"},
    {"place.sort", "one event, at sites of two kinds that have no name"},
    {"place.told", "one deed, told by two words, that each side puts in another place"},
    {"place.weighed",
     "no rule tells it: weights judge that each side gives another place of one event"},
    {"place.whereabouts", "one thing lies in two places"},
    {"role.converse", "two words that tell one deed from its two ends exchange the parties"},
    {"role.swapped", "subject and object of the same act are exchanged"},
    {"role.told", "one deed, told in other words, in which the parties change places"},
    {"stance.anchored", "one side speaks for, the other against what both speak of"},
    {"stance.antonym", "the two sides judge one thing in opposite words"},
    {"stance.opposed", "words of opposite stance with the same object"},
    {"strength.grade", "one thing that one side grades low and the other high"},
    {"strength.ladder", "two steps of one ladder of wording"},
    {"strength.plan", "will, intends to and may on the same act; settled, only talked of"},
    {"strength.step", "words from the two ends of one ladder"}};

template <std::size_t kCount>
std::string_view find(const Words (&table)[kCount], std::string_view name) {
  const auto* at = std::find_if(std::begin(table), std::end(table),
                                [&](const Words& w) { return w.name == name; });
  return at == std::end(table) ? std::string_view() : at->words;
}

std::string tag(std::string_view tone, std::string_view symbol, std::string_view words) {
  return fmt::format("<span class=\"tag {}\"><span aria-hidden=\"true\">{}</span> {}</span>", tone,
                     symbol, words);
}

}  // namespace

std::string_view html_tone(Relation relation) {
  switch (relation) {
    case Relation::kIdentical:
    case Relation::kAgree:
      return "agree";
    case Relation::kRelated:
      return "related";
    case Relation::kDiffer:
      return "difference";
    case Relation::kConflict:
      break;
  }
  return "conflict";
}

std::string html_tag(Relation relation) {
  const std::string_view tone = html_tone(relation);
  switch (relation) {
    case Relation::kIdentical:
      return tag(tone, "&#8801;", "identical");
    case Relation::kAgree:
      return tag(tone, "=", "agree");
    case Relation::kRelated:
      return tag(tone, "~", "related");
    case Relation::kDiffer:
      return tag(tone, "&#8800;", "differ");
    case Relation::kConflict:
      break;
  }
  return tag(tone, "!", "conflict");
}

std::string html_tag(RowRelation relation) {
  switch (relation) {
    case RowRelation::kConflict:
      return tag("conflict", "!", "conflict");
    case RowRelation::kDiffer:
      return tag("difference", "&#8800;", "differ");
    case RowRelation::kNote:
      return tag("note", "~", "beside");
    case RowRelation::kAgree:
      return tag("agree", "=", "agree");
    case RowRelation::kSingle:
      break;
  }
  return tag("only", "&#183;", "one source");
}

std::string html_tag(Severity severity) {
  switch (severity) {
    case Severity::kConflict:
      return tag("conflict", "!", "conflict");
    case Severity::kDifference:
      return tag("difference", "&#8800;", "difference");
    case Severity::kNote:
      break;
  }
  return tag("note", "~", "note");
}

std::string html_accepted_tag() {
  return tag("accepted", "&#10003;", "accepted");
}

std::string_view kind_meaning(std::string_view kind) {
  return find(kKinds, kind);
}

std::string_view rule_meaning(std::string_view rule) {
  return find(kRules, rule);
}

}  // namespace parallax
