#include "bce/training.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "bce/elementary.hpp"
#include "bce/random.hpp"

namespace bce {
namespace {

// Two at a time, as one instruction takes them where there is one; elsewhere one after the other,
// with the same result. What is small is inlined by force: a build for size would call it.
using Numbers = double __attribute__((vector_size(16)));
using Bits = std::uint64_t __attribute__((vector_size(16)));
constexpr std::size_t kWidth = 2;

/// Examples side by side in one sum. Fixed, so that every build adds in the same order.
constexpr std::size_t kRegisters = 2;
constexpr std::size_t kLanes = kRegisters * kWidth;
/// Examples between two logarithms: a product of as many factors of at most 2 is still a double.
constexpr std::size_t kBlock = 512;

constexpr Numbers kNone = {0.0, 0.0};
constexpr Numbers kOne = {1.0, 1.0};
constexpr std::uint64_t kSign = std::uint64_t{1} << 63U;
constexpr Bits kAll = {~std::uint64_t{0}, ~std::uint64_t{0}};

[[gnu::always_inline]] inline Numbers both(double x) noexcept { return Numbers{x, x}; }

[[gnu::always_inline]] inline Bits bits_of(const Numbers& numbers) noexcept {
  Bits bits;
  std::memcpy(&bits, &numbers, sizeof bits);
  return bits;
}

[[gnu::always_inline]] inline Numbers from_bits(const Bits& bits) noexcept {
  Numbers numbers;
  std::memcpy(&numbers, &bits, sizeof numbers);
  return numbers;
}

/// All bits where a < b, none elsewhere.
[[gnu::always_inline]] inline Bits below(const Numbers& a, const Numbers& b) noexcept {
  const auto less = a < b;
  Bits bits;
  std::memcpy(&bits, &less, sizeof bits);
  return bits;
}

[[gnu::always_inline]] inline Numbers either(const Bits& which, const Numbers& a,
                                             const Numbers& b) noexcept {
  return from_bits((bits_of(a) & which) | (bits_of(b) & ~which));
}

/// The numbers where there are bits, 0 elsewhere.
[[gnu::always_inline]] inline Numbers only(const Bits& which, const Numbers& numbers) noexcept {
  return from_bits(bits_of(numbers) & which);
}

[[gnu::always_inline]] inline Numbers load(const double* from) noexcept {
  Numbers numbers;
  std::memcpy(&numbers, from, sizeof numbers);
  return numbers;
}

/// e^x for x <= 0, without a branch; 0 below -708, where it would soon be subnormal. Within 1 ulp.
[[gnu::always_inline]] inline Numbers exp_below(const Numbers& x) noexcept {
  const Numbers per_ln2 = both(0x1.71547652b82fep+0);
  const Numbers ln2_high = both(0x1.62e42fefa38p-1);
  const Numbers ln2_low = both(0x1.ef35793c7673p-45);
  // Beside this number a double has no bits left for a fraction: adding it rounds to a whole
  // number, whose last bits are the last bits of the sum.
  const Numbers rounder = both(0x1.8p52);
  const Numbers least = both(-708.0);
  const Bits none = below(x, least);
  const Numbers held = either(none, least, x);
  const Numbers rounded = held * per_ln2 + rounder;
  const Numbers multiple = rounded - rounder;
  const Numbers r = (held - multiple * ln2_high) - multiple * ln2_low;
  // 1/n!. |r| <= ln(2) / 2, so what is left out is below 2^-57.
  Numbers series = both(1.0 / 6227020800.0);
  series = series * r + both(1.0 / 479001600.0);
  series = series * r + both(1.0 / 39916800.0);
  series = series * r + both(1.0 / 3628800.0);
  series = series * r + both(1.0 / 362880.0);
  series = series * r + both(1.0 / 40320.0);
  series = series * r + both(1.0 / 5040.0);
  series = series * r + both(1.0 / 720.0);
  series = series * r + both(1.0 / 120.0);
  series = series * r + both(1.0 / 24.0);
  series = series * r + both(1.0 / 6.0);
  series = series * r + both(0.5);
  const Numbers power = kOne + (r + r * r * series);
  const Bits scale = (bits_of(rounded) << 52U) + (std::uint64_t{1023} << 52U);
  return from_bits(bits_of(power * from_bits(scale)) & ~none);
}

/// Examples with a hard label. Everything follows from t, the logit counted against the label:
/// t > 0 is wrong, the loss is ln(1 + e^t), and p - y is sigmoid(t) with the sign of 1 - 2y.
struct Against {
  /// 1 for y = 0, -1 for y = 1.
  Numbers sign;
  Numbers t;
  /// e^-|t|
  Numbers e;
  /// sigmoid(t), the probability of the other kind; and 1 - that.
  Numbers miss, hit;
};

[[gnu::always_inline]] inline Against against(const Numbers& y, const Numbers& z) noexcept {
  const Numbers sign = kOne - (y + y);
  const Numbers t = sign * z;
  const Numbers e = exp_below(from_bits(bits_of(t) | kSign));
  const Numbers large = kOne / (kOne + e);
  const Numbers small = e * large;
  const Bits wrong = below(kNone, t);
  return {sign, t, e, either(wrong, large, small), either(wrong, small, large)};
}

/// What one pass over the examples adds up.
struct Sums {
  double loss = 0.0;
  Weights gradient{};
  double wrong = 0.0;
  /// The largest t of all.
  double worst = -HUGE_VAL;
};

/// A sum in each lane: of every kLanes-th example.
using Lanes = std::array<Numbers, kRegisters>;

double total(const Lanes& lanes) noexcept {
  return (lanes[0][0] + lanes[0][1]) + (lanes[1][0] + lanes[1][1]);
}

template <TrainingLoss kLoss, bool kTwo>
class Pass {
 public:
  explicit Pass(const Weights& weights) noexcept
      : bias_(both(weights.bias)), first_(both(weights.first)), second_(both(weights.second)) {
    worst_.fill(both(-HUGE_VAL));
  }

  /// Those of two examples that `counts` lets through.
  [[gnu::always_inline]] inline void add(std::size_t r, const Numbers& x1, const Numbers& x2,
                                         const Numbers& y, const Bits& counts) noexcept {
    Numbers z = bias_ + first_ * x1;
    if constexpr (kTwo) z += second_ * x2;
    const Against a = against(y, z);
    const Bits wrong = below(kNone, a.t);
    Numbers slope = a.sign * a.miss;
    if constexpr (kLoss == TrainingLoss::cross_entropy) {
      // ln(1 + e^t) is t, where that is positive, and ln(1 + e^-|t|). Of that logarithm the factors
      // are multiplied up, as 1 + product, which keeps the digits of factors near 1.
      loss_sum_[r] += only(wrong & counts, a.t);
      product_[r] += only(counts, a.e) * (kOne + product_[r]);
    } else {
      loss_sum_[r] += only(counts, both(0.5) * a.miss * a.miss);
      slope *= a.miss * a.hit;
    }
    slope = only(counts, slope);
    bias_sum_[r] += slope;
    first_sum_[r] += slope * x1;
    if constexpr (kTwo) second_sum_[r] += slope * x2;
    // p >= 1/2 says 1, so at 1/2 it is a 0 that is wrong.
    const Bits level = ~(wrong | below(a.t, kNone));
    wrong_[r] += only(counts, either(wrong, kOne, only(level, kOne - y)));
    worst_[r] = either(below(worst_[r], a.t) & counts, a.t, worst_[r]);
  }

  /// Takes the logarithm of what has been multiplied up.
  void settle() noexcept {
    if constexpr (kLoss == TrainingLoss::cross_entropy) {
      for (std::size_t r = 0; r < kRegisters; ++r) {
        loss_sum_[r] +=
            Numbers{elementary::ln_1p(product_[r][0]), elementary::ln_1p(product_[r][1])};
        product_[r] = kNone;
      }
    }
  }

  [[nodiscard]] Sums sums() const noexcept {
    return {total(loss_sum_),
            {total(bias_sum_), total(first_sum_), total(second_sum_)},
            total(wrong_),
            std::max({worst_[0][0], worst_[0][1], worst_[1][0], worst_[1][1]})};
  }

 private:
  Numbers bias_, first_, second_;
  Lanes loss_sum_{}, product_{}, bias_sum_{}, first_sum_{}, second_sum_{}, wrong_{}, worst_{};
};

template <TrainingLoss kLoss, bool kTwo>
Sums pass(const Examples& examples, const Weights& weights) noexcept {
  const double* x1 = examples.first().data();
  const double* x2 = kTwo ? examples.second().data() : x1;
  const double* y = examples.labels().data();
  const std::size_t size = examples.size();
  Pass<kLoss, kTwo> lanes(weights);
  for (std::size_t from = 0; from < size; from += kBlock) {
    const std::size_t end = std::min(size, from + kBlock);
    std::size_t i = from;
    for (; i + kLanes <= end; i += kLanes) {
      lanes.add(0, load(x1 + i), load(x2 + i), load(y + i), kAll);
      lanes.add(1, load(x1 + i + kWidth), load(x2 + i + kWidth), load(y + i + kWidth), kAll);
    }
    for (std::size_t lane = 0; i < end; ++i, ++lane) {
      Bits counts{};
      counts[lane % kWidth] = ~std::uint64_t{0};
      lanes.add(lane / kWidth, both(x1[i]), both(x2[i]), both(y[i]), counts);
    }
    lanes.settle();
  }
  return lanes.sums();
}

Sums pass(const Examples& examples, const Weights& weights, TrainingLoss loss) noexcept {
  const bool two = !examples.second().empty();
  if (loss == TrainingLoss::cross_entropy) {
    return two ? pass<TrainingLoss::cross_entropy, true>(examples, weights)
               : pass<TrainingLoss::cross_entropy, false>(examples, weights);
  }
  return two ? pass<TrainingLoss::squared_error, true>(examples, weights)
             : pass<TrainingLoss::squared_error, false>(examples, weights);
}

bool is_finite(const Weights& w) noexcept {
  return std::isfinite(w.bias) && std::isfinite(w.first) && std::isfinite(w.second);
}

bool rises(double from, double to) noexcept {
  // By more than the last digits, which jitter at the lowest point.
  return to > from + 1e-9 * from;
}

Course course_of(std::span<const double> losses, const Fit& fit) noexcept {
  for (std::size_t i = losses.size() - std::min(losses.size(), kLatestSteps + 1) + 1;
       i < losses.size(); ++i) {
    if (rises(losses[i - 1], losses[i])) return Course::leaping;
  }
  if (fit.separated) return Course::endless;
  const double slope = size_of(fit.gradient);
  return slope < kSettledSlope ? Course::settled : Course::falling;
}

}  // namespace

Result<Examples, TrainingError> Examples::from(std::span<const double> first,
                                               std::span<const double> second,
                                               std::span<const double> labels) noexcept {
  if (labels.empty()) return TrainingError::no_examples;
  if (first.size() != labels.size() || (!second.empty() && second.size() != labels.size())) {
    return TrainingError::lengths_differ;
  }
  const auto finite = [](double x) { return std::isfinite(x); };
  if (!std::all_of(first.begin(), first.end(), finite) ||
      !std::all_of(second.begin(), second.end(), finite)) {
    return TrainingError::feature_not_finite;
  }
  if (!std::all_of(labels.begin(), labels.end(), [](double y) { return y == 0.0 || y == 1.0; })) {
    return TrainingError::label_not_binary;
  }
  return Examples(first, second, labels);
}

Fit fit(const Examples& examples, const Weights& weights, TrainingLoss loss) noexcept {
  const Sums sums = pass(examples, weights, loss);
  const auto count = static_cast<double>(examples.size());
  Fit result;
  result.mean_loss = sums.loss / count;
  result.gradient = {sums.gradient.bias / count, sums.gradient.first / count,
                     sums.gradient.second / count};
  result.finite = std::isfinite(result.mean_loss) && is_finite(result.gradient);
  if (!result.finite) return result;
  result.wrong = static_cast<std::size_t>(sums.wrong);
  result.separated = sums.worst < 0.0;
  return result;
}

void each(const Examples& examples, const Weights& weights, TrainingLoss loss,
          std::span<double> losses, std::span<double> probabilities) noexcept {
  const bool two = !examples.second().empty();
  for (std::size_t i = 0; i < examples.size(); ++i) {
    double z = weights.bias + weights.first * examples.first()[i];
    if (two) z += weights.second * examples.second()[i];
    const double y = examples.labels()[i];
    const Against a = against(both(y), both(z));
    const double t = a.t[0];
    losses[i] = loss == TrainingLoss::cross_entropy
                    ? (t > 0.0 ? t : 0.0) + elementary::ln_1p(a.e[0])
                    : 0.5 * a.miss[0] * a.miss[0];
    probabilities[i] = y == 1.0 ? a.hit[0] : a.miss[0];
  }
}

Dearest dearest(std::span<const double> losses) noexcept {
  Dearest found;
  double sum = 0.0;
  for (std::size_t i = 0; i < losses.size(); ++i) {
    sum += losses[i];
    if (losses[i] > losses[found.index]) found.index = i;
  }
  if (sum > 0.0) found.share = losses[found.index] / sum;
  return found;
}

double size_of(const Weights& gradient) noexcept {
  return std::sqrt(gradient.bias * gradient.bias + gradient.first * gradient.first +
                   gradient.second * gradient.second);
}

Training train(const Examples& examples, const Weights& weights, TrainingLoss loss, double rate,
               std::size_t steps, std::span<const double> before) {
  Training run;
  run.weights = weights;
  run.losses.reserve(before.size() + steps + 1);
  run.losses.assign(before.begin(), before.end());
  run.fit = fit(examples, weights, loss);
  if (!run.fit.finite) {
    run.course = Course::diverged;
    run.fit = Fit{.finite = false};
    return run;
  }
  if (before.empty()) run.losses.push_back(run.fit.mean_loss);
  for (std::size_t step = 0; step < steps; ++step) {
    const Weights& slope = run.fit.gradient;
    const Weights next{run.weights.bias - rate * slope.bias, run.weights.first - rate * slope.first,
                       run.weights.second - rate * slope.second};
    const Fit there = is_finite(next) ? fit(examples, next, loss) : Fit{.finite = false};
    if (!there.finite) {
      run.course = Course::diverged;
      return run;
    }
    run.weights = next;
    run.fit = there;
    run.losses.push_back(there.mean_loss);
  }
  run.course = course_of(run.losses, run.fit);
  if ((run.course == Course::falling || run.course == Course::settled) &&
      2 * run.fit.wrong >= examples.size() && size_of(run.fit.gradient) < kStalledSlope) {
    run.course = Course::stalled;
  }
  return run;
}

double safe_rate(const Examples& examples) noexcept {
  constexpr int kSide = 3;
  using Matrix = std::array<std::array<double, kSide>, kSide>;
  Matrix m{};
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const std::array<double, kSide> x{1.0, examples.first()[i],
                                      examples.second().empty() ? 0.0 : examples.second()[i]};
    for (std::size_t r = 0; r < kSide; ++r) {
      for (std::size_t c = 0; c < kSide; ++c) m[r][c] += x[r] * x[c];
    }
  }
  const auto trace = [](const Matrix& a) { return a[0][0] + a[1][1] + a[2][2]; };
  // Relative to its trace no eigenvalue is above 1 and the largest is not below 1/3.
  const double scale = trace(m);
  if (!std::isfinite(scale)) return 0.0;
  for (auto& row : m) {
    for (double& cell : row) cell /= scale;
  }
  // The sum of the eigenvalues' n-th powers has an n-th root just above the largest of them. By
  // squaring seven times, n = 128.
  constexpr int kSquarings = 7;
  for (int round = 0; round < kSquarings; ++round) {
    Matrix squared{};
    for (std::size_t r = 0; r < kSide; ++r) {
      for (std::size_t c = 0; c < kSide; ++c) {
        for (std::size_t k = 0; k < kSide; ++k) squared[r][c] += m[r][k] * m[k][c];
      }
    }
    m = squared;
  }
  double bound = trace(m);
  for (int round = 0; round < kSquarings; ++round) bound = std::sqrt(bound);
  // A hair less, for what rounding does to the steps themselves.
  return 8.0 / (bound * (scale / static_cast<double>(examples.size()))) * (1.0 - 1e-12);
}

Weights starting_weights(Start start, std::uint32_t seed, int features) noexcept {
  const bool two = features == 2;
  switch (start) {
    case Start::level:
      return {};
    case Start::chance: {
      Random random(seed);
      // One by one, because the order in which arguments are evaluated is not fixed.
      const double bias = random.between(-20, 20) / 10.0;
      const double first = random.between(-20, 20) / 10.0;
      const double second = random.between(-20, 20) / 10.0;
      return {bias, first, two ? second : 0.0};
    }
    case Start::wrong:
      return {0.0, two ? -8.0 : -16.0, two ? -8.0 : 0.0};
  }
  return {};
}

}  // namespace bce
