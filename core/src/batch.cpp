#include "bce/batch.hpp"

#include <cmath>
#include <cstring>
#include <limits>

#include "bce/elementary.hpp"

namespace bce {
namespace {

// As many rows at a time as one instruction takes, and what the lanes of the last step come to.
#if defined(__wasm_simd128__) || defined(__SSE2__) || defined(__ARM_NEON)
using Numbers = double __attribute__((vector_size(16)));
using Bits = std::uint64_t __attribute__((vector_size(16)));
constexpr Numbers kOne = {1.0, 1.0};
/// 1 - (1 - a)(1 - b), all of one sign.
double joined_shortfall(Numbers lanes) noexcept { return lanes[0] + lanes[1] * (1.0 - lanes[0]); }
double joined(Numbers lanes) noexcept { return lanes[0] * lanes[1]; }
std::uint64_t either(Bits lanes) noexcept { return lanes[0] | lanes[1]; }
#else
using Numbers = double;
using Bits = std::uint64_t;
constexpr Numbers kOne = 1.0;
double joined_shortfall(Numbers number) noexcept { return number; }
double joined(Numbers number) noexcept { return number; }
std::uint64_t either(Bits bits) noexcept { return bits; }
#endif
constexpr std::size_t kLanes = sizeof(Numbers) / sizeof(double);

// As many rows as one logarithm is taken of: their product is a double unless they cost more than
// ten nats each.
constexpr std::size_t kBlock = 64;

// A product of probabilities that has not come below this never came near the subnormal numbers.
constexpr double kLeastProduct = 0x1p-1000;

// A product is right to 2 * kBlock roundings of 2^-53. Below this, that is 5e-14 of its logarithm.
constexpr double kMostProduct = 0.75;

constexpr std::uint64_t kSign = std::uint64_t{1} << 63;

Numbers load(const double* from) noexcept {
  Numbers numbers;
  std::memcpy(&numbers, from, sizeof numbers);
  return numbers;
}

Bits bits_of(Numbers numbers) noexcept {
  Bits bits;
  std::memcpy(&bits, &numbers, sizeof bits);
  return bits;
}

Numbers from_bits(Bits bits) noexcept {
  Numbers numbers;
  std::memcpy(&numbers, &bits, sizeof numbers);
  return numbers;
}

Numbers magnitude(Numbers numbers) noexcept { return from_bits(bits_of(numbers) & ~kSign); }

/// The product of the probabilities that a block of hard labels is given; 0 where its rows have to
/// be looked at one by one.
double product_of(const double* labels, const double* probabilities) noexcept {
  Numbers product = kOne;
  Bits faults{};
  for (std::size_t row = 0; row < kBlock; row += kLanes) {
    const Numbers y = load(labels + row);
    const Numbers p = load(probabilities + row);
    const Numbers complement = kOne - y;
    // Zero, without a sign, for y = 0 and y = 1 alone; neither sign is set for p in [0, 1] alone.
    faults |= bits_of(y * complement) | ((bits_of(p) | bits_of(kOne - p)) & kSign);
    // |0 - p| for y = 1, |1 - p| for y = 0. A NaN stays in the product.
    product *= magnitude(complement - p);
  }
  const double whole = joined(product);
  return either(faults) == 0 && whole >= kLeastProduct ? whole : 0.0;
}

/// What the same product falls short of 1, where that is less than one half.
double shortfall_of(const double* labels, const double* probabilities) noexcept {
  Numbers shortfall = kOne - kOne;
  for (std::size_t row = 0; row < kBlock; row += kLanes) {
    // Exact: p for y = 0, and for y = 1 the difference of two numbers within a factor of two.
    const Numbers miss = magnitude(load(labels + row) - load(probabilities + row));
    // 1 - (1 - a)(1 - b) = a + b (1 - a), all of one sign.
    shortfall += miss * (kOne - shortfall);
  }
  return joined_shortfall(shortfall);
}

}  // namespace

std::optional<BatchError> LossSum::add(std::span<const double> labels,
                                       std::span<const double> probabilities) noexcept {
  for (std::size_t row = 0; row < labels.size();) {
    const double* y = labels.data() + row;
    const double* p = probabilities.data() + row;
    std::size_t end = row + kBlock;
    if (end <= labels.size()) {
      if (const double product = product_of(y, p); product != 0.0) {
        sum_.add(product < kMostProduct ? -elementary::ln(product)
                                        : -elementary::ln_1p(-shortfall_of(y, p)));
        row = end;
        continue;
      }
    } else {
      end = labels.size();
    }
    for (; row < end; ++row) {
      const auto label = Label::from(labels[row]);
      const auto probability = Probability::from(probabilities[row]);
      if (!label.ok()) return BatchError{BatchErrorCode::label, row, label.error()};
      if (!probability.ok())
        return BatchError{BatchErrorCode::probability, row, probability.error()};
      sum_.add(loss(*label, *probability));
    }
  }
  return std::nullopt;
}

Result<double, BatchError> mean_loss(std::span<const double> labels,
                                     std::span<const double> probabilities) noexcept {
  if (labels.size() != probabilities.size()) return BatchError{BatchErrorCode::lengths_differ};
  if (labels.empty()) return BatchError{BatchErrorCode::empty};
  LossSum sum;
  if (const auto error = sum.add(labels, probabilities)) return *error;
  return sum.value() / static_cast<double>(labels.size());
}

}  // namespace bce
