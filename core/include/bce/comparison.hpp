/// Losses to compare the cross-entropy with: squared error and classification error.
///
/// Domain   label y in [0, 1]; probability p in [0, 1]; logit z any finite double.
/// Units    none: both are pure numbers, not nats, so only shapes and slopes compare with the loss.
/// Errors   none; every function is total and noexcept. Nothing is clamped.
/// Edges    finite at both ends, where the cross-entropy is not. Never NaN, never a negative zero.
///          The squared error's slope over the logit is 0 at both ends, whatever y is.
/// Accuracy 4 ulp for a hard label. For a soft one the digits of p - y cancel near y; what is left
///          has the error of that difference, at most 2^-52, absolutely.
/// Source   Bishop, Pattern Recognition and Machine Learning (2006), section 1.5.1 (the rate of
///          misclassification); the slope that dies with a saturated sigmoid: Goodfellow, Bengio,
///          Courville, Deep Learning (2016), section 6.2.2.2.
#pragma once

#include <cstdint>

#include "bce/loss.hpp"

namespace bce {

/// The losses that the lesson sets side by side.
enum class ComparedLoss : std::uint8_t { cross_entropy, squared_error, classification_error };

/// 1/2 (p - y)^2, in [0, 1/2].
[[nodiscard]] double squared_error(Label y, Probability p) noexcept;

/// The same from the logit; keeps its digits where sigmoid(z) rounds to 0 or 1.
[[nodiscard]] double squared_error_from_logit(Label y, Logit z) noexcept;

/// Its slope over z where p = sigmoid(z): (p - y) p (1 - p), 4/27 in size at most. 0 at p = 0 and
/// p = 1, however wrong they are.
[[nodiscard]] double squared_error_slope_in_logit(Label y, Probability p) noexcept;

/// The same from the logit; dies away as e^-|z|, and keeps its digits while it does.
[[nodiscard]] double squared_error_slope_from_logit(Label y, Logit z) noexcept;

/// The error to expect of a prediction that says 1 where p >= 1/2, else 0: 1 - y there, else y. In
/// [0, 1]; for a hard label 1 where it is wrong and 0 where it is right. A step: its slope is 0 on
/// both sides of p = 1/2, and there it has none.
[[nodiscard]] double classification_error(Label y, Probability p) noexcept;

/// The same from the logit: the prediction says 1 where z >= 0.
[[nodiscard]] double classification_error_from_logit(Label y, Logit z) noexcept;

}  // namespace bce
