/// What there is to say of many predictions (rows of a label y and what a model said), fed in
/// chunks, in bounded memory.
///
/// Units    nats.
/// Errors   a row that is no example is left out and reported; all others count.
/// Edges    one infinite row makes the sum infinite; the libraries' sums are always finite.
/// Accuracy sums and means 1e-13, relative.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "bce/batch.hpp"
#include "bce/libraries.hpp"
#include "bce/numeric.hpp"

namespace bce {

/// What the numbers of a model are: p, 100 p, or z where p = sigmoid(z).
enum class Scale : std::uint8_t { probability, percentage, logit };

/// A row among those that cost most. Its number is whatever the caller counts by.
struct CostlyRow {
  double number = 0.0;
  double label = 0.0;
  double probability = 0.0;
  double loss = -1.0;  // below 0: no row
};
inline constexpr std::size_t kCostliest = 10;

/// The losses are counted by doubling ranges: below 1/8, below 1/4, ... below 8, the finite ones
/// from 8 on, and the infinite ones.
inline constexpr std::size_t kLossRanges = 9;
inline constexpr double kLossEdges[kLossRanges - 2] = {0.125, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0};

/// The rows of one tenth of [0, 1] by probability; the last holds 1 too.
struct Tenth {
  double count = 0.0;
  CompensatedSum probabilities{};
  CompensatedSum labels{};
};
inline constexpr std::size_t kTenths = 10;

inline constexpr std::size_t kLibraries = 3;

/// A row that is no example: its number, and why.
struct BadRow {
  double number = 0.0;
  LossError cause = LossError::label_not_finite;
};

/// Plain numbers, so that it can be copied as such and taken up again.
class Predictions {
 public:
  /// Adds rows, as many labels as values and numbers. Gives the bad ones, which are left out.
  [[nodiscard]] std::vector<BadRow> add(Scale scale, std::span<const double> labels,
                                        std::span<const double> values,
                                        std::span<const double> numbers);

  [[nodiscard]] double rows() const noexcept { return rows_; }
  /// The sum of the losses.
  [[nodiscard]] double sum() const noexcept;
  /// Mean label, the share of ones; NaN without rows, as is every mean.
  [[nodiscard]] double base_rate() const noexcept;
  /// What a library reports as the sum.
  [[nodiscard]] double reported_sum(Library library) const noexcept;
  /// How many rows it reports another loss for than theirs.
  [[nodiscard]] double clamped(Library library) const noexcept;
  /// By loss, the costliest first; of equals the one that came first.
  [[nodiscard]] std::span<const CostlyRow> costliest() const noexcept;
  [[nodiscard]] std::span<const double> losses() const noexcept { return losses_; }
  [[nodiscard]] std::span<const Tenth> tenths() const noexcept { return tenths_; }

 private:
  void enter(double number, Label label, Probability probability, double loss) noexcept;

  double rows_ = 0.0;
  CompensatedSum labels_{};
  // Rows that every library reports as they are, and all others.
  LossSum inner_{};
  CompensatedSum outer_{};
  std::array<CompensatedSum, kLibraries> reported_{};
  std::array<double, kLibraries> clamped_{};
  std::array<double, kLossRanges> losses_{};
  std::array<Tenth, kTenths> tenths_{};
  std::array<CostlyRow, kCostliest> costliest_{};
  // A hard label that is given more than this costs less than all of those.
  double given_ = 1.0;
};

}  // namespace bce
