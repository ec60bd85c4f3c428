#include "bce/bets.hpp"

#include <algorithm>

#include "bce/numeric.hpp"
#include "bce/random.hpp"

namespace bce {
namespace {

/// The Brier score of a constant bet on so large a share of ones.
double brier_of(double bet, double share) noexcept {
  return share * (1.0 - bet) * (1.0 - bet) + (1.0 - share) * bet * bet;
}

Score constant(double bet, double share) noexcept {
  return {loss(*Label::from(share), *Probability::from(bet)), brier_of(bet, share)};
}

std::size_t bin_of(double bet) noexcept {
  return std::min(static_cast<std::size_t>(bet * static_cast<double>(kBins)), kBins - 1);
}

}  // namespace

Source source(std::uint32_t seed) {
  constexpr int kSides = 20;
  Random random(seed);
  // 3 to 16, and past the middle one more.
  int heads = random.between(3, 16);
  if (heads >= kSides / 2) ++heads;
  Source result{static_cast<double>(heads) / kSides};
  for (std::size_t i = 0; i < kEvents; ++i) {
    result.outcomes.push_back(random.between(1, kSides) <= heads ? 1.0 : 0.0);
  }
  return result;
}

Result<Scores, BatchError> score(std::span<const double> outcomes,
                                 std::span<const double> bets) noexcept {
  const auto log_loss = mean_loss(outcomes, bets);
  if (!log_loss) return log_loss.error();
  Scores result;
  result.own.log_loss = *log_loss;
  const auto count = static_cast<double>(bets.size());
  CompensatedSum brier;
  CompensatedSum ones;
  std::array<CompensatedSum, kBins> bet_sums;
  std::array<CompensatedSum, kBins> one_sums;
  for (std::size_t i = 0; i < bets.size(); ++i) {
    const double miss = outcomes[i] - bets[i];
    brier.add(miss * miss);
    ones.add(outcomes[i]);
    if (miss == 1.0 || miss == -1.0) ++result.ruined;
    const std::size_t bin = bin_of(bets[i]);
    ++result.bins[bin].count;
    bet_sums[bin].add(bets[i]);
    one_sums[bin].add(outcomes[i]);
  }
  result.own.brier = brier.value() / count;
  result.share = ones.value() / count;
  result.best = constant(result.share, result.share);
  result.half = constant(0.5, result.share);
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    CalibrationBin& filled = result.bins[bin];
    if (filled.count == 0) continue;
    filled.mean_bet = bet_sums[bin].value() / static_cast<double>(filled.count);
    filled.share = one_sums[bin].value() / static_cast<double>(filled.count);
  }
  return result;
}

}  // namespace bce
