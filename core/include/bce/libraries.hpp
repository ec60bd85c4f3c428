/// What well-known libraries report in place of the true loss and its slope, at and near p = 0 and
/// p = 1.
///
/// Each keeps the loss finite in its own way; the true value at the wrong end is +infinity. The
/// rules are evaluated in double precision.
/// Source   PyTorch BCELoss (each logarithm is held at or above -100; the gradient is that of
///          binary_cross_entropy_backward in aten/src/ATen/native/Loss.cpp); Keras
///          binary_crossentropy (p is clipped to [1e-7, 1 - 1e-7]; the gradient goes through the
///          clip only where it clips nothing); scikit-learn log_loss (p is clipped to
///          [eps, 1 - eps], eps the spacing of doubles at 1, 2^-52).
#pragma once

#include <cstdint>

#include "bce/loss.hpp"

namespace bce {

enum class Library : std::uint8_t { pytorch, keras, scikit_learn };

/// The loss that `library` reports, in nats. Finite for every input.
[[nodiscard]] double reported_loss(Library library, Label y, Probability p) noexcept;

/// dL/dp as `library` has it, in nats per unit of probability. Finite for every input.
///
/// PyTorch's is a rule of its own, (p - y) / max(p (1 - p), 1e-12), not the slope of what it
/// reports: at the wrong end 1e12 in size, at the right end 0, where the true one is 1 in size.
/// Keras's is the slope of what it reports: the true one where p is not clipped, the clip's own
/// ends included, and 0 where it is clipped, so that the most wrong prediction of all moves
/// nothing. scikit-learn's log_loss is only a metric and has no gradient; given here is the slope
/// of what it reports, by the same rule.
[[nodiscard]] double reported_slope(Library library, Label y, Probability p) noexcept;

}  // namespace bce
