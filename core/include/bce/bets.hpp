/// A run of events from a made-up source, and what bets on them score.
///
/// The log loss and the Brier score are proper: in expectation each is least where the bet is the
/// rate of the source. Of all constant bets the share of ones in the run is the best one by both,
/// which is known only afterwards.
/// Source   Brier, Verification of forecasts expressed in terms of probability (1950); Gneiting,
///          Raftery, Strictly proper scoring rules, prediction, and estimation (2007).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "bce/loss.hpp"
#include "bce/result.hpp"

namespace bce {

inline constexpr std::size_t kEvents = 20;

/// Independent events, each 1 with the probability `rate`.
struct Source {
  double rate = 0.5;  // a twentieth from 3/20 to 17/20, and not 1/2
  std::vector<double> outcomes{};
};
[[nodiscard]] Source source(std::uint32_t seed);

/// Means over the events that were bet on.
struct Score {
  double log_loss = 0.0;  // nats; infinite after a bet of exactly 0 or 1 that was wrong
  double brier = 0.0;     // mean (y - p)^2, in [0, 1]
};

/// The bets of one fifth of [0, 1], and how often a 1 followed.
struct CalibrationBin {
  std::size_t count = 0;
  double mean_bet = 0.0;
  double share = 0.0;
};
inline constexpr std::size_t kBins = 5;

struct Scores {
  Score own{};
  Score best{};            // of the best constant bet
  Score half{};            // of always one half
  double share = 0.0;      // of ones: the best constant bet
  std::size_t ruined = 0;  // bets of exactly 0 or 1 that were wrong
  std::array<CalibrationBin, kBins> bins{};
};

/// Of as many bets as outcomes, at least one. The refusals are those of mean_loss.
[[nodiscard]] Result<Scores, BatchError> score(std::span<const double> outcomes,
                                               std::span<const double> bets) noexcept;

}  // namespace bce
