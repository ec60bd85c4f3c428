/// The mean loss of many rows (label y[i], probability p[i]).
///
/// -ln a - ln b = -ln(ab): the probabilities given to the truth are multiplied, and one logarithm
/// is taken for a block of them. Rows that this does not suit (soft labels, ends, blocks that are
/// all but certain or hopeless) are taken in ways that do.
///
/// Units    nats.
/// Edges    one infinite row makes the sum infinite. Never NaN.
/// Accuracy 1e-13, relative, against 60-digit means of any rows, with SIMD and without.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "bce/loss.hpp"
#include "bce/numeric.hpp"

namespace bce {

enum class BatchErrorCode : std::uint8_t { empty, lengths_differ, label, probability };

/// Why a batch has no mean. `row` counts from 0; it is meaningful for `label` and `probability`,
/// where `cause` says what is wrong with that row.
struct BatchError {
  BatchErrorCode code = BatchErrorCode::empty;
  std::size_t row = 0;
  LossError cause = LossError::label_not_finite;
};

/// Adds up the losses of rows, a chunk at a time, in bounded memory.
class LossSum {
 public:
  /// Adds rows, as many of one as of the other. Stops before the first bad one, counted in this
  /// chunk, and says what is wrong with it; those before it have been added.
  [[nodiscard]] std::optional<BatchError> add(std::span<const double> labels,
                                              std::span<const double> probabilities) noexcept;
  /// The sum so far, in [0, +inf].
  [[nodiscard]] double value() const noexcept { return sum_.value(); }

 private:
  CompensatedSum sum_;
};

/// Mean loss of a batch, in [0, +inf]. The first bad row is reported.
[[nodiscard]] Result<double, BatchError> mean_loss(std::span<const double> labels,
                                                   std::span<const double> probabilities) noexcept;

}  // namespace bce
