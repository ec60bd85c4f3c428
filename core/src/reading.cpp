#include "bce/reading.hpp"

#include <cmath>

#include "bce/comparison.hpp"
#include "bce/numeric.hpp"

namespace bce {

Result<Prediction, LossError> Prediction::from(Axis given, double at) noexcept {
  std::optional<Logit> logit;
  if (given == Axis::logit) {
    // An infinite logit is no Logit, but its sigmoid is a Probability.
    if (!std::isinf(at)) {
      const auto z = Logit::from(at);
      if (!z) return z.error();
      logit = *z;
    }
    at = sigmoid(at);
  }
  const auto p = Probability::from(at);
  if (!p) return p.error();
  return Prediction(*p, logit);
}

double Prediction::complement() const noexcept {
  return logit_ ? sigmoid(-logit_->value()) : 1.0 - probability_.value();
}

double Prediction::logit() const noexcept {
  return logit_ ? logit_->value() : bce::logit(probability_.value());
}

double Prediction::on(Axis axis) const noexcept {
  return axis == Axis::probability ? probability_.value() : logit();
}

Reading read(Label y, const Prediction& prediction) noexcept {
  Reading reading;
  reading.entropy = entropy(y);
  if (const auto& z = prediction.given_logit()) {
    reading.loss = loss_from_logit(y, *z);
    reading.slope = slope_at_logit(y, *z);
    reading.slope_in_logit = slope_from_logit(y, *z);
    reading.divergence = divergence_from_logit(y, *z);
    reading.squared_error = squared_error_from_logit(y, *z);
    reading.squared_error_slope = squared_error_slope_from_logit(y, *z);
    reading.classification_error = classification_error_from_logit(y, *z);
    return reading;
  }
  const Probability p = prediction.probability();
  reading.loss = loss(y, p);
  reading.slope = slope(y, p);
  reading.slope_in_logit = slope_in_logit(y, p);
  reading.divergence = divergence(y, p);
  reading.squared_error = squared_error(y, p);
  reading.squared_error_slope = squared_error_slope_in_logit(y, p);
  reading.classification_error = classification_error(y, p);
  return reading;
}

}  // namespace bce
