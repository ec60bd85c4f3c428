/// What well-known libraries report in place of the true loss at and near p = 0 and p = 1.
///
/// Each keeps the loss finite in its own way; the true value at the wrong end is +infinity. The
/// rules are evaluated in double precision.
/// Source   PyTorch BCELoss (each logarithm is held at or above -100); Keras binary_crossentropy
///          (p is clipped to [1e-7, 1 - 1e-7]); scikit-learn log_loss (p is clipped to
///          [eps, 1 - eps], eps the spacing of doubles at 1, 2^-52).
#pragma once

#include <cstdint>

#include "bce/loss.hpp"

namespace bce {

enum class Library : std::uint8_t { pytorch, keras, scikit_learn };

/// The loss that `library` reports, in nats. Finite for every input.
[[nodiscard]] double reported_loss(Library library, Label y, Probability p) noexcept;

}  // namespace bce
