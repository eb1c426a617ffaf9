#include "engine/report/sarif_rules.hpp"

namespace parallax {

const std::vector<KindHelp>& kinds_with_help() {
  static const std::vector<KindHelp> kKinds = {
      {"number", "DivergentNumber", "Two values of one quantity cannot both hold.",
       "Both sides state the same quantity of the same group, place and time. Check which value is "
       "right, or say whose count and which moment is meant.",
       "error"},
      {"date", "DivergentDate", "Two dates or times of one event cannot both hold.",
       "Both sides date the same event. Check the date, the time zone and whether both mean the "
       "same step of the event.",
       "error"},
      {"name", "DivergentName", "One role in one event is filled by different persons or bodies.",
       "Both sides say who did or was something, and name others. Check the name.", "error"},
      {"place", "DivergentPlace", "One event is set in different places.",
       "Both sides place the same event, and neither place lies in the other. Check the place.",
       "error"},
      {"negation", "Negation", "One side asserts what the other denies.",
       "Read both sentences in full. If both are meant, say in what sense each holds.", "error"},
      {"stance", "OpposedStance", "The sides take opposite positions on one object.",
       "One side welcomes, supports or accepts what the other condemns, opposes or rejects.",
       "error"},
      {"strength", "OtherStrength", "The wording is stronger on one side.",
       "The direction is the same, the step is another: to urge is more than to call on. Use the "
       "agreed word.",
       "warning"},
      {"role", "SwappedRoles", "Who did what to whom is swapped.",
       "The same act joins the same parties, with the doer and the one it is done to exchanged.",
       "error"},
      {"modality", "OtherModality",
       "Done on one side, planned, attempted or possible on the other.",
       "Check whether the act has happened.", "error"},
      {"direction", "OppositeDirection", "The sides report opposite movements.",
       "One side says that something rose or opened, the other that it fell or closed.", "error"},
      {"addressee", "OtherAddressee", "A demand is addressed to others.",
       "Both sides demand the same, but of different parties.", "note"},
      {"label", "OtherLabel", "The sides call one thing by different names.",
       "The choice of the word takes a position. Use the agreed term.", "note"},
      {"scope", "OtherScope", "Values differ, but for different groups, places or moments.",
       "This looks like a conflict and need not be one. Say whose count and which moment is meant.",
       "note"}};
  return kKinds;
}

const std::vector<KindHelp>& labels_with_help() {
  static const std::vector<KindHelp> kLabels = {
      {"altered_in_substance", "AlteredInSubstance", "The quotation changes a fact.",
       "A number, date, name, negation or the strength of the wording is not that of the official "
       "text. Quote the official words.",
       "error"},
      {"misattributed", "Misattributed", "The words are another source's.",
       "The official text of another source says this. Correct who says it.", "error"},
      {"not_found", "NotFound", "No official text says this.",
       "Check the quotation, or add the official text that it was taken from.", "error"},
      {"altered", "Altered", "The quotation has other words, but the same facts.",
       "Quote the official words, or drop the quotation marks.", "warning"}};
  return kLabels;
}

}  // namespace parallax
