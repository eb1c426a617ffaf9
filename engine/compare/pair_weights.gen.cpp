// Written by tests/pairs/fit_weights.py; do not edit.
#include "engine/compare/pair_weights.hpp"

#include <array>

namespace parallax {
namespace {

constexpr std::array<Step, 36> kNumber = {{
    {Trait::kOverlap, 0.881945, -0.0397, 0.0941},
    {Trait::kJaccard, 0.550506, 0.0698, -0.1087},
    {Trait::kJaccard, 0.763889, -0.0969, 0.4161},
    {Trait::kRestOverlap, 0.267857, 0.5329, -0.0664},
    {Trait::kRestJaccard, 0.422619, 0.0299, -0.0302},
    {Trait::kRestJaccard, 0.449495, 0.0474, -0.0563},
    {Trait::kRestJaccard, 0.550506, 0.0149, -0.0268},
    {Trait::kRestJaccard, 0.928571, -0.0083, 0.0421},
    {Trait::kOpenLeast, 2.5, -0.0153, 0.0457},
    {Trait::kOpenMost, 0.5, 0.3334, -0.0580},
    {Trait::kOpenMost, 3.5, -0.0778, 0.1096},
    {Trait::kOpenMost, 7.5, -0.0201, 0.0782},
    {Trait::kAnchorWeight, 3.25, -0.3107, 0.1786},
    {Trait::kAnchorNames, 0.5, -0.5131, 0.3569},
    {Trait::kAnchorNames, 1.5, -0.0794, 0.3979},
    {Trait::kAnchorValues, 0.5, -0.1766, 0.4424},
    {Trait::kAnchorEvent, 0.5, 0.1445, -0.1001},
    {Trait::kSubstituted, 0.5, 0.2452, -1.6974},
    {Trait::kNamesLeast, 0.5, 0.1561, -1.1995},
    {Trait::kDatesLeast, 0.5, 0.4464, -0.7284},
    {Trait::kDatesMost, 0.5, 0.2650, -0.2613},
    {Trait::kSameMoment, 0.5, -0.3913, 0.9713},
    {Trait::kStancesLeast, 0.5, -0.0831, 0.6373},
    {Trait::kMoodDiffers, 0.5, -0.0394, 0.2966},
    {Trait::kSameHead, 0.416666, -0.3360, 0.2488},
    {Trait::kSameSort, 0.5, 0.1406, -0.0285},
    {Trait::kFar, 0.132377, -0.2940, 0.0391},
    {Trait::kFar, 0.650182, 0.0999, -0.1263},
    {Trait::kFar, 0.798145, 0.3026, -0.4463},
    {Trait::kFar, 0.886679, 0.0416, -0.0736},
    {Trait::kFar, 1.11458, 0.0814, -0.2120},
    {Trait::kUnit, 0.5, -0.1525, 0.3314},
    {Trait::kLoose, 0.5, -0.0269, 0.1224},
    {Trait::kPartial, 0.5, 0.0100, -0.0376},
    {Trait::kOwn, 0.5, 0.1883, -1.3672},
    {Trait::kDeedOpen, 0.5, -0.1778, 0.1040},
}};

constexpr std::array<Step, 27> kDate = {{
    {Trait::kJaccard, 0.738636, -0.1810, 0.5656},
    {Trait::kJaccard, 0.845238, -0.0104, 0.0483},
    {Trait::kRestJaccard, 0.174243, 0.0789, -0.0124},
    {Trait::kRestJaccard, 0.27922, 0.1616, -0.0630},
    {Trait::kRestJaccard, 0.292857, 0.0884, -0.0429},
    {Trait::kRestShared, 1.5, 0.0576, -0.0101},
    {Trait::kSmaller, 4.5, -0.1194, 0.0889},
    {Trait::kAnchorNames, 0.5, -0.3390, 0.1844},
    {Trait::kAnchorNames, 1.5, -0.0593, 0.2037},
    {Trait::kAnchorValues, 0.5, -0.0163, 0.1510},
    {Trait::kAnchorEvent, 0.5, 0.0699, -0.0385},
    {Trait::kSubstituted, 0.5, 0.0195, -0.1550},
    {Trait::kContrasted, 0.5, 0.0161, -0.1451},
    {Trait::kSharedObjects, 0.5, 0.1286, -0.5025},
    {Trait::kNamesLeast, 0.5, 0.1470, -1.0928},
    {Trait::kFiguresLeast, 0.5, 0.2497, -0.9954},
    {Trait::kFiguresMost, 0.5, 0.1013, -0.2171},
    {Trait::kStancesLeast, 0.5, 0.0182, -0.1182},
    {Trait::kSameVerb, 0.5, 0.0265, -0.0196},
    {Trait::kSameSort, 0.5, 0.3663, -0.0452},
    {Trait::kFar, 2.68764, 0.0509, -0.0464},
    {Trait::kFar, 5.21439, -0.0666, 0.1720},
    {Trait::kPartial, 0.5, 0.0399, -0.1513},
    {Trait::kOwn, 0.5, 0.1340, -0.8746},
    {Trait::kCapital, 0.5, -0.0219, 0.0505},
    {Trait::kDeedOpen, 1.5, 0.1586, -0.3430},
    {Trait::kOtherStages, 0.5, 0.0399, -0.2995},
}};

constexpr std::array<Step, 24> kPlace = {{
    {Trait::kOverlap, 0.6125, -0.3466, 0.4941},
    {Trait::kJaccard, 0.6125, -0.0917, 0.4592},
    {Trait::kRestOverlap, 0.845238, -0.0485, 0.0984},
    {Trait::kRestJaccard, 0.236111, 0.2154, -0.0791},
    {Trait::kRestJaccard, 0.261363, 0.2449, -0.1098},
    {Trait::kRestJaccard, 0.535714, 0.2333, -0.4182},
    {Trait::kOpenMost, 4.5, -0.2163, 0.2676},
    {Trait::kAnchorWords, 1.5, 0.1991, -0.0545},
    {Trait::kAnchorValues, 0.5, -0.4605, 1.0651},
    {Trait::kAnchorValues, 1.5, -0.0942, 0.5972},
    {Trait::kSharedEvent, 0.5, -0.0364, 0.0332},
    {Trait::kSharedVerbs, 0.5, 0.1065, -0.0887},
    {Trait::kSharedSubjects, 0.5, 0.0215, -0.0126},
    {Trait::kFiguresLeast, 0.5, 0.2486, -0.6899},
    {Trait::kFiguresMost, 0.5, 0.1661, -0.1882},
    {Trait::kDatesMost, 0.5, 0.8734, -0.8164},
    {Trait::kSameMoment, 0.5, -0.1453, 0.4147},
    {Trait::kSuspects, 1.5, -0.1057, 0.2752},
    {Trait::kSameHead, 0.5, 0.0950, -0.0603},
    {Trait::kHeadOpen, 0.5, 0.1923, -0.3328},
    {Trait::kSamePart, 0.5, -0.1240, 0.1597},
    {Trait::kCertain, 2.5, -0.0505, 0.0618},
    {Trait::kDeedOpen, 1.5, 0.4634, -0.9655},
    {Trait::kDeedMet, 0.5, 0.3731, -0.4839},
}};

constexpr std::array<Step, 31> kName = {{
    {Trait::kOverlap, 0.651516, -0.1913, 0.2010},
    {Trait::kOverlap, 0.763889, -0.0165, 0.0536},
    {Trait::kRestOverlap, 0.527778, -0.1174, 0.0359},
    {Trait::kRestShared, 5.5, -0.0147, 0.1221},
    {Trait::kOpenLeast, 1.5, 0.1593, -0.0848},
    {Trait::kOpenMost, 2.5, 0.1499, -0.0587},
    {Trait::kAnchorWeight, 5.75, -0.0764, 0.1909},
    {Trait::kAnchorNames, 0.5, -0.5906, 0.3503},
    {Trait::kAnchorNames, 1.5, 0.0094, -0.0404},
    {Trait::kAnchorWords, 2.5, 0.0485, -0.0364},
    {Trait::kAnchorValues, 0.5, -0.0634, 0.1614},
    {Trait::kAnchorEvent, 0.5, 0.3557, -0.1470},
    {Trait::kOtherParty, 0.5, 0.2963, -0.2389},
    {Trait::kSharedVerbs, 0.5, 0.1562, -0.1497},
    {Trait::kNamesLeast, 1.5, 0.1126, -0.4838},
    {Trait::kNamesMost, 6.5, -0.0076, 0.0607},
    {Trait::kFiguresMost, 0.5, 0.1062, -0.2226},
    {Trait::kDatesMost, 0.5, 0.1060, -0.1541},
    {Trait::kDatesMost, 1.5, 0.0491, -0.5007},
    {Trait::kOnePolarity, 0.5, -0.6618, 0.0694},
    {Trait::kStancesLeast, 0.5, 0.0334, -0.1485},
    {Trait::kSameHead, 0.5, -0.0923, 0.0807},
    {Trait::kSameHead, 1.5, -0.0959, 0.2460},
    {Trait::kUnit, 0.5, 0.3209, -0.1069},
    {Trait::kOwn, 0.5, 0.0320, -0.0904},
    {Trait::kCertain, 1.5, -0.7114, 0.1575},
    {Trait::kCertain, 2.5, -0.6925, 1.1350},
    {Trait::kCapital, 0.5, 0.1457, -0.4424},
    {Trait::kDeedMet, 0.5, 0.1393, -0.1982},
    {Trait::kTopic, 0.5, 0.1038, -0.1046},
    {Trait::kTopic, 1.5, 0.0972, -0.4573},
}};

constexpr std::array<KindWeights, 4> kKinds = {{
    {"number", -0.2369, 0.67, kNumber},
    {"date", 0.0568, 0.95, kDate},
    {"place", 0.7496, 0.79, kPlace},
    {"name", 0.0710, 0.73, kName},
}};

}  // namespace

std::span<const KindWeights> pair_weights() {
  return kKinds;
}

}  // namespace parallax
