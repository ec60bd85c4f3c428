/// Binary cross-entropy (log loss): L = -[ y ln p + (1 - y) ln(1 - p) ].
///
/// Domain   label y in [0, 1] (0 and 1 are hard labels, between them soft ones); probability p in
///          [0, 1]; logit z any finite double.
/// Units    nats (natural logarithm). `in_unit` converts for display.
/// Errors   only where a plain double becomes a Label, a Probability or a Logit; after that the
///          formulas are total and noexcept. Nothing is clamped.
/// Edges    0 ln 0 = 0. p = 0 with y > 0 (or p = 1 with y < 1) costs +infinity. Never NaN.
/// Accuracy 2 ulp, hard and soft labels alike, against 60-digit references; the exceptions,
///          the divergence and the slopes at a logit, say so below. Values beyond the
///          largest double are infinite.
/// Source   Bishop, Pattern Recognition and Machine Learning (2006), section 4.3.2; logit form:
///          Goodfellow, Bengio, Courville, Deep Learning (2016), section 6.2.2.2.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "bce/result.hpp"

namespace bce {

enum class LossError : std::uint8_t {
  label_not_finite,
  label_out_of_range,
  probability_not_finite,
  probability_out_of_range,
  logit_not_finite,
};

/// The probability that the outcome is 1 according to the truth: 0 or 1, or a soft label between.
class Label {
 public:
  [[nodiscard]] static Result<Label, LossError> from(double y) noexcept;
  [[nodiscard]] double value() const noexcept { return value_; }
  [[nodiscard]] bool hard() const noexcept { return value_ == 0.0 || value_ == 1.0; }

 private:
  explicit Label(double y) noexcept : value_(y) {}
  double value_;
};

/// The predicted probability that the outcome is 1: in [0, 1], both ends included.
class Probability {
 public:
  [[nodiscard]] static Result<Probability, LossError> from(double p) noexcept;
  [[nodiscard]] double value() const noexcept { return value_; }

 private:
  explicit Probability(double p) noexcept : value_(p) {}
  double value_;
};

/// A score z on the whole line; the model's probability is sigmoid(z).
class Logit {
 public:
  [[nodiscard]] static Result<Logit, LossError> from(double z) noexcept;
  [[nodiscard]] double value() const noexcept { return value_; }

 private:
  explicit Logit(double z) noexcept : value_(z) {}
  double value_;
};

/// The loss in nats, in [0, +inf].
[[nodiscard]] double loss(Label y, Probability p) noexcept;

/// The loss from the logit, in nats, in [0, +inf). Keeps its digits where sigmoid(z) rounds to 0
/// or 1.
[[nodiscard]] double loss_from_logit(Label y, Logit z) noexcept;

/// dL/dp = (p - y) / (p (1 - p)), in nats per unit of probability. One-sided at the ends: for a
/// hard label the limit from inside (p = 0, y = 0 gives 1; p = 1, y = 1 gives -1), else -inf at
/// p = 0 and +inf at p = 1.
[[nodiscard]] double slope(Label y, Probability p) noexcept;

/// The same dL/dp at p = sigmoid(z). Keeps its digits where sigmoid(z) rounds to 1, and is infinite
/// only beyond the largest double. Accurate to 4 ulp for a hard label; for a soft one the relative
/// error is that of slope_from_logit.
[[nodiscard]] double slope_at_logit(Label y, Logit z) noexcept;

/// dL/dz = p - y where the point is told by p = sigmoid(z), in nats per unit of logit, in [-1, 1].
[[nodiscard]] double slope_in_logit(Label y, Probability p) noexcept;

/// dL/dz = sigmoid(z) - y, in nats per unit of logit, in [-1, 1]. For a soft label the digits
/// cancel where sigmoid(z) is near y: there the error is at most 2^-52, absolutely.
[[nodiscard]] double slope_from_logit(Label y, Logit z) noexcept;

/// H(y), the entropy of the label itself, in nats, in [0, ln 2]; 0 for a hard label. It is the
/// least loss any p can reach, and p = y reaches it.
[[nodiscard]] double entropy(Label y) noexcept;

/// KL(y || p), what p costs above that least loss, in nats, in [0, +inf]; 0 exactly where p = y.
/// loss = entropy + divergence. Accurate to 6 ulp, also where p is near y.
[[nodiscard]] double divergence(Label y, Probability p) noexcept;

/// KL(y || sigmoid(z)), in nats, in [0, +inf). loss_from_logit = entropy + divergence_from_logit.
/// Where sigmoid(z) is near a soft label the error is at most 2^-52, absolutely.
[[nodiscard]] double divergence_from_logit(Label y, Logit z) noexcept;

enum class Unit : std::uint8_t { nats, bits, hartleys };

/// An amount of nats in another unit: bits = nats / ln 2, hartleys = nats / ln 10.
[[nodiscard]] double in_unit(Unit unit, double nats) noexcept;

}  // namespace bce
