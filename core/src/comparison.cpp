#include "bce/comparison.hpp"

#include "bce/numeric.hpp"

namespace bce {
namespace {

double half_square(double x) noexcept { return 0.5 * x * x; }

double expected_error(Label y, bool says_one) noexcept {
  return says_one ? 1.0 - y.value() : y.value();
}

}  // namespace

double squared_error(Label y, Probability p) noexcept { return half_square(slope_in_logit(y, p)); }

double squared_error_from_logit(Label y, Logit z) noexcept {
  return half_square(slope_from_logit(y, z));
}

// Adding 0 turns a negative zero into the ordinary one.

double squared_error_slope_in_logit(Label y, Probability p) noexcept {
  return slope_in_logit(y, p) * p.value() * (1.0 - p.value()) + 0.0;
}

double squared_error_slope_from_logit(Label y, Logit z) noexcept {
  return slope_from_logit(y, z) * sigmoid(z.value()) * sigmoid(-z.value()) + 0.0;
}

double classification_error(Label y, Probability p) noexcept {
  return expected_error(y, p.value() >= 0.5);
}

double classification_error_from_logit(Label y, Logit z) noexcept {
  return expected_error(y, z.value() >= 0.0);
}

}  // namespace bce
