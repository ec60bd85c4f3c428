/// Everything the lesson says of one prediction, told by its probability or by its logit.
///
/// Domain   label y in [0, 1]; p in [0, 1], or z any double but NaN; z = -inf and +inf are p = 0
///          and p = 1, exactly.
/// Units    nats; slopes in nats per unit of probability or of logit. The errors that are set
///          beside the loss have none (comparison.hpp).
/// Edges    those of loss.hpp and comparison.hpp. Never NaN.
/// Accuracy that of loss.hpp. Where z was given everything but `probability` is computed from z, so
///          it keeps its digits where p rounds to 0 or 1.
#pragma once

#include <cstdint>
#include <optional>

#include "bce/loss.hpp"
#include "bce/result.hpp"

namespace bce {

/// What a prediction is told by, and what a curve of the loss is drawn over.
enum class Axis : std::uint8_t { probability, logit };

/// A prediction as it was given: p, or z.
class Prediction {
 public:
  [[nodiscard]] static Result<Prediction, LossError> from(Axis given, double at) noexcept;

  /// sigmoid(z), rounded, where z was given.
  [[nodiscard]] Probability probability() const noexcept { return probability_; }
  /// 1 - p. From a logit it keeps its digits where the probability rounds to 1.
  [[nodiscard]] double complement() const noexcept;
  /// ln(p / (1 - p)), infinite at the ends, where p was given.
  [[nodiscard]] double logit() const noexcept;
  /// Its place on an axis.
  [[nodiscard]] double on(Axis axis) const noexcept;
  /// The logit that was given; none where p was, or where z was infinite and so is p.
  [[nodiscard]] const std::optional<Logit>& given_logit() const noexcept { return logit_; }

 private:
  Prediction(Probability p, std::optional<Logit> z) noexcept : probability_(p), logit_(z) {}
  Probability probability_;
  std::optional<Logit> logit_;
};

struct Reading {
  double loss = 0.0;
  double slope = 0.0;           // dL/dp
  double slope_in_logit = 0.0;  // dL/dz
  double entropy = 0.0;         // loss = entropy + divergence
  double divergence = 0.0;
  double squared_error = 0.0;
  double squared_error_slope = 0.0;  // over the logit
  double classification_error = 0.0;

  [[nodiscard]] double slope_over(Axis axis) const noexcept {
    return axis == Axis::probability ? slope : slope_in_logit;
  }
};

[[nodiscard]] Reading read(Label y, const Prediction& prediction) noexcept;

}  // namespace bce
