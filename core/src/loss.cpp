#include "bce/loss.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "bce/elementary.hpp"
#include "bce/numeric.hpp"

namespace bce {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

bool in_unit_interval(double x) noexcept { return x >= 0.0 && x <= 1.0; }

/// 1 - x for x in [0, 1], with the part that rounding lost.
struct Complement {
  double value;
  double lost;
};

Complement complement(double x) noexcept {
  const double value = 1.0 - x;
  return {value, (1.0 - value) - x};
}

/// a b as a rounded product and the part that rounding lost (Dekker 1971).
struct Product {
  double value;
  double lost;
};

Product product(double a, double b) noexcept {
  constexpr double kSplit = 0x1p27 + 1.0;
  const double a_high = a * kSplit - (a * kSplit - a);
  const double b_high = b * kSplit - (b * kSplit - b);
  const double a_low = a - a_high;
  const double b_low = b - b_high;
  const double value = a * b;
  return {value, ((a_high * b_high - value) + a_high * b_low + a_low * b_high) + a_low * b_low};
}

/// What rounding lost in a - b (Knuth 1969).
double lost_in_difference(double a, double b) noexcept {
  const double difference = a - b;
  const double b_seen = a - difference;
  return (a - (difference + b_seen)) + (b_seen - b);
}

/// y if_one + (1 - y) if_zero, rounded once. Both finite and not negative.
double weighted(double y, double if_one, double if_zero) noexcept {
  const Complement other = complement(y);
  const Product one = product(y, if_one);
  const Product zero = product(other.value, if_zero);
  const double lost =
      lost_in_difference(one.value, -zero.value) + (one.lost + zero.lost) + other.lost * if_zero;
  return one.value + zero.value + lost;
}

double cross_entropy(double y, double p) noexcept {
  // 0 - ln, because -ln 1 would be a negative zero.
  if (y == 1.0) return 0.0 - elementary::ln(p);
  if (y == 0.0) return 0.0 - elementary::ln_1p(-p);
  if (p == 0.0 || p == 1.0) return kInfinity;
  return weighted(y, -elementary::ln(p), -elementary::ln_1p(-p));
}

/// ln(large / small), also where the quotient is beyond the doubles.
double log_ratio(double large, double small) noexcept {
  const double ratio = large / small;
  return std::isfinite(ratio) ? elementary::ln(ratio)
                              : elementary::ln(large) - elementary::ln(small);
}

/// a ln(a / b) + (b - a) for positive a and b: one outcome's share of the divergence, never
/// negative. `difference` is b - a, which the caller knows to more digits than a and b tell.
double share(double a, double b, double difference) noexcept {
  const double s = difference / (a + b);
  const double s_squared = s * s;
  // ln(a / b) = -2 atanh(s), and the part of it that cancels b - a is taken out beforehand. After
  // 54 terms what is left out is below 2^-58 of the sum.
  if (s_squared <= 0.5) {
    return s * (difference - 2.0 * a * s_squared * elementary::atanh_tail(s_squared, 54));
  }
  return difference > 0.0 ? difference - a * log_ratio(b, a) : a * log_ratio(a, b) + difference;
}

}  // namespace

// Adding 0 turns a negative zero into the ordinary one.

Result<Label, LossError> Label::from(double y) noexcept {
  if (!std::isfinite(y)) return LossError::label_not_finite;
  if (!in_unit_interval(y)) return LossError::label_out_of_range;
  return Label(y + 0.0);
}

Result<Probability, LossError> Probability::from(double p) noexcept {
  if (!std::isfinite(p)) return LossError::probability_not_finite;
  if (!in_unit_interval(p)) return LossError::probability_out_of_range;
  return Probability(p + 0.0);
}

Result<Logit, LossError> Logit::from(double z) noexcept {
  if (!std::isfinite(z)) return LossError::logit_not_finite;
  return Logit(z + 0.0);
}

double loss(Label y, Probability p) noexcept { return cross_entropy(y.value(), p.value()); }

double loss_from_logit(Label y, Logit z) noexcept {
  const double distance = std::fabs(z.value());
  const Complement other = complement(y.value());
  const double wrong =
      z.value() > 0.0 ? other.value * distance + other.lost * distance : y.value() * distance;
  return softplus_tail(distance) + wrong;
}

double slope(Label y, Probability p) noexcept {
  const double label = y.value();
  const double probability = p.value();
  // A hard label has one term, and its limit at the right end is finite.
  if (label == 1.0) return probability == 0.0 ? -kInfinity : -1.0 / probability;
  if (probability == 1.0) return kInfinity;
  const Complement other = complement(probability);
  if (label == 0.0) return 1.0 / other.value;
  if (probability == 0.0) return -kInfinity;
  if (probability == label) return 0.0;
  const double difference = probability - label;
  const Product variance = product(probability, other.value);
  const double quotient = difference / variance.value;
  if (std::isinf(quotient)) return quotient;
  const double lost_below = (variance.lost + probability * other.lost) / variance.value;
  const double lost_above = lost_in_difference(probability, label) / difference;
  return quotient + quotient * (lost_above - lost_below);
}

double slope_at_logit(Label y, Logit z) noexcept {
  const double p = sigmoid(z.value());
  const double complement = sigmoid(-z.value());
  // As in slope; the limit is not 0 / 0 where the other outcome's probability underflows.
  if (y.value() == 1.0) return -1.0 / p;
  if (y.value() == 0.0) return 1.0 / complement;
  return slope_from_logit(y, z) / (p * complement);
}

double slope_in_logit(Label y, Probability p) noexcept { return p.value() - y.value(); }

double slope_from_logit(Label y, Logit z) noexcept {
  // sigmoid is taken where it is small, so its rounding errors are small too.
  const double near_zero = sigmoid(-std::fabs(z.value()));
  if (z.value() < 0.0) return near_zero - y.value();
  return (1.0 - y.value()) - near_zero;
}

double entropy(Label y) noexcept { return cross_entropy(y.value(), y.value()); }

double divergence(Label y, Probability p) noexcept {
  const double label = y.value();
  const double probability = p.value();
  if (y.hard()) return cross_entropy(label, probability);
  if (probability == 0.0 || probability == 1.0) return kInfinity;
  const double difference = probability - label;
  return share(label, probability, difference) + share(1.0 - label, 1.0 - probability, -difference);
}

double divergence_from_logit(Label y, Logit z) noexcept {
  if (y.hard()) return loss_from_logit(y, z);
  const double label = y.value();
  const double p = sigmoid(z.value());
  const double complement = sigmoid(-z.value());
  // A probability without digits, or none at all, has no logarithm; there the loss is far above the
  // entropy, so their difference keeps its digits.
  if (p < std::numeric_limits<double>::min() || complement < std::numeric_limits<double>::min()) {
    return std::max(loss_from_logit(y, z) - entropy(y), 0.0);
  }
  const double difference = slope_from_logit(y, z);
  return share(label, p, difference) + share(1.0 - label, complement, -difference);
}

double in_unit(Unit unit, double nats) noexcept {
  switch (unit) {
    case Unit::nats:
      return nats;
    case Unit::bits:
      return nats / std::numbers::ln2;
    case Unit::hartleys:
      return nats / std::numbers::ln10;
  }
  return nats;
}

}  // namespace bce
