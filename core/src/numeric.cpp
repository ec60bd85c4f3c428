#include "bce/numeric.hpp"

#include <cmath>

#include "bce/elementary.hpp"

namespace bce {

double sigmoid(double z) noexcept {
  const double e = elementary::exp(-std::fabs(z));
  const double denominator = 1.0 + e;
  const double lost = e - (denominator - 1.0);
  const double ratio = e / denominator;
  const double near_zero = ratio - ratio * lost / denominator;
  // On the other side the complement is rounded once, in place of a second quotient.
  return z < 0.0 ? near_zero : 1.0 - near_zero;
}

double logit(double p) noexcept {
  // 1 - 2p is exact from 1/4 on, and the logarithm is taken near 1 without cancelling.
  if (p >= 0.5) return elementary::ln_1p((2.0 * p - 1.0) / (1.0 - p));
  if (p >= 0.25) return -elementary::ln_1p((1.0 - 2.0 * p) / p);
  return elementary::ln(p / (1.0 - p));
}

double softplus_tail(double z) noexcept {
  return elementary::ln_1p(elementary::exp(-std::fabs(z)));
}

void CompensatedSum::add(double x) noexcept {
  const double total = sum_ + x;
  // Beyond the finite numbers nothing is lost, and inf - inf would be NaN.
  if (std::isfinite(total)) {
    lost_ += std::fabs(sum_) >= std::fabs(x) ? (sum_ - total) + x : (x - total) + sum_;
  }
  sum_ = total;
}

double CompensatedSum::value() const noexcept { return sum_ + lost_; }

}  // namespace bce
