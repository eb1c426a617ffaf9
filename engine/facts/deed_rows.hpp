#pragma once

/// The rows that deed_words.cpp makes its table of. Internal to it.

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/facts/deed_words.hpp"

namespace parallax::deeds {

constexpr std::uint64_t bit(unsigned at) {
  return std::uint64_t{1} << at;
}

constexpr std::uint64_t kCase = bit(0);
constexpr std::uint64_t kCharge = bit(1);
constexpr std::uint64_t kCriticism = bit(2);
constexpr std::uint64_t kTestimony = bit(3);
constexpr std::uint64_t kSummons = bit(4);
constexpr std::uint64_t kVisit = bit(5);
constexpr std::uint64_t kInvitation = bit(6);
constexpr std::uint64_t kApology = bit(7);
constexpr std::uint64_t kThanks = bit(8);
constexpr std::uint64_t kCongratulation = bit(9);
constexpr std::uint64_t kNews = bit(10);
constexpr std::uint64_t kAdvice = bit(11);
constexpr std::uint64_t kRequest = bit(12);
constexpr std::uint64_t kOrder = bit(13);
constexpr std::uint64_t kPersuasion = bit(14);
constexpr std::uint64_t kPayment = bit(15);
constexpr std::uint64_t kSubsidy = bit(16);
constexpr std::uint64_t kLease = bit(17);
constexpr std::uint64_t kTrade = bit(18);
constexpr std::uint64_t kLoan = bit(19);
constexpr std::uint64_t kTransfer = bit(20);
constexpr std::uint64_t kLicence = bit(21);
constexpr std::uint64_t kAsylum = bit(22);
constexpr std::uint64_t kAttack = bit(23);
constexpr std::uint64_t kCollision = bit(24);
constexpr std::uint64_t kRescue = bit(25);
constexpr std::uint64_t kTow = bit(26);
constexpr std::uint64_t kEscort = bit(27);
constexpr std::uint64_t kArrest = bit(28);
constexpr std::uint64_t kSuccession = bit(29);
constexpr std::uint64_t kContest = bit(30);
constexpr std::uint64_t kNomination = bit(31);
constexpr std::uint64_t kDismissal = bit(32);
constexpr std::uint64_t kInspection = bit(33);
constexpr std::uint64_t kService = bit(34);
constexpr std::uint64_t kTeaching = bit(35);
constexpr std::uint64_t kTakeover = bit(36);
constexpr std::uint64_t kMembership = bit(37);
constexpr std::uint64_t kRepresentation = bit(38);
constexpr std::uint64_t kInterview = bit(39);
constexpr std::uint64_t kHindrance = bit(40);
constexpr std::uint64_t kTranslation = bit(41);
constexpr std::uint64_t kMediation = bit(42);
constexpr std::uint64_t kHelp = bit(43);
constexpr std::uint64_t kPraise = bit(44);
constexpr std::uint64_t kProperty = bit(45);
constexpr std::uint64_t kPursuit = bit(46);
constexpr std::uint64_t kGuarantee = bit(47);
constexpr std::uint64_t kAnnulment = bit(48);
constexpr std::uint64_t kDeception = bit(49);
constexpr std::uint64_t kBlow = bit(50);
constexpr std::uint64_t kInvasion = bit(51);
constexpr std::uint64_t kExpulsion = bit(52);
constexpr std::uint64_t kRelease = bit(53);
constexpr std::uint64_t kPrecedence = bit(54);
constexpr std::uint64_t kSurveillance = bit(55);
constexpr std::uint64_t kTermination = bit(56);
constexpr std::uint64_t kSupply = kTrade | kTransfer;

/// Words that tell the same deeds and name the parties in the same places.
struct Row {
  std::uint64_t deeds = 0;
  DeedForm form = DeedForm::kVerb;
  std::string_view agent, patient;
  std::string_view words;  ///< Separated by commas; forms that no ending makes each by itself.
  std::string_view tail = {};
};

constexpr std::string_view kDoer = "subject";
constexpr std::string_view kDone = "object";
constexpr std::string_view kTold = "object topic";

/// What people say to each other, offices that they give, what they do for each other.
[[nodiscard]] std::span<const Row> rows_of_words();
/// Goods, money, force, contests, things that change hands.
[[nodiscard]] std::span<const Row> rows_of_acts();

}  // namespace parallax::deeds
