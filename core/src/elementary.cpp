#include "bce/elementary.hpp"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

namespace bce::elementary {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

// ln 2 in two parts: multiples of the first, by an exponent, are exact.
constexpr double kLn2High = 0x1.62e42fefa38p-1;
constexpr double kLn2Low = 0x1.ef35793c7673p-45;

// Where the significand is stored, and the bits of 2^0.
constexpr int kSignificandBits = 52;
constexpr std::uint64_t kOne = std::uint64_t{1023} << kSignificandBits;

std::uint64_t bits_of(double x) noexcept {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &x, sizeof bits);
  return bits;
}

double from_bits(std::uint64_t bits) noexcept {
  double x = 0.0;
  std::memcpy(&x, &bits, sizeof x);
  return x;
}

/// exponent * 2^52, also of a negative one.
std::uint64_t shifted(int exponent) noexcept {
  return static_cast<std::uint64_t>(std::int64_t{exponent}) << kSignificandBits;
}

/// 2^exponent in the normal range.
double power_of_two(int exponent) noexcept { return from_bits(kOne + shifted(exponent)); }

/// The leading 24 bits: a product of two such numbers is exact.
double leading(double x) noexcept { return static_cast<double>(static_cast<float>(x)); }

/// A positive number as 2^exponent * significand, the significand in [sqrt(1/2), sqrt(2)).
struct Parts {
  int exponent;
  double significand;
};

Parts parts(double x) noexcept {
  constexpr double kSqrtHalf = 0x1.6a09e667f3bcdp-1;
  constexpr double kNormal = 0x1p54;
  const bool subnormal = x < std::numeric_limits<double>::min();
  const std::uint64_t bits = bits_of(subnormal ? x * kNormal : x);
  // The bits of positive doubles are in order, so those of the root tell the binades apart.
  const auto above = static_cast<std::int64_t>(bits - bits_of(kSqrtHalf));
  const auto exponent = static_cast<int>(above >> kSignificandBits);
  return {subnormal ? exponent - 54 : exponent, from_bits(bits - shifted(exponent))};
}

/// exponent ln 2 + ln(1 + f) + correction, for 1 + f in [sqrt(1/2), sqrt(2)).
double logarithm(int exponent, double f, double correction) noexcept {
  // ln(1 + f) = 2 atanh(s) with s = f / (2 + f), which is carried as a sum of two doubles.
  const double divisor = 2.0 + f;
  const double divisor_high = leading(divisor);
  const double divisor_low = f - (divisor_high - 2.0);
  const double s = f / divisor;
  const double s_high = leading(s);
  const double s_low = ((f - s_high * divisor_high) - s_high * divisor_low) / divisor;
  const double s_squared = s * s;
  // s^2 < 0.0295: the terms left out are below 2^-64 of the sum.
  const double tail = 2.0 * s * s_squared * atanh_tail(s_squared, 11);
  const double multiple = exponent;
  const double large = multiple * kLn2High;
  const double sum = large + 2.0 * s_high;
  const double lost = (large - sum) + 2.0 * s_high;
  return sum + (lost + (tail + (2.0 * s_low + (multiple * kLn2Low + correction))));
}

}  // namespace

double ln(double x) noexcept {
  if (!(x > 0.0)) return x == 0.0 ? -kInfinity : kNan;
  if (x == kInfinity) return x;
  const auto [exponent, significand] = parts(x);
  return logarithm(exponent, significand - 1.0, 0.0);
}

double ln_1p(double x) noexcept {
  if (!(x > -1.0)) return x == -1.0 ? -kInfinity : kNan;
  if (x == kInfinity || std::fabs(x) < 0x1p-54) return x;
  const double sum = 1.0 + x;
  const auto [exponent, significand] = parts(sum);
  if (exponent == 0) return logarithm(0, x, 0.0);
  // What rounding lost in 1 + x moves the logarithm by its share of the sum.
  const double lost = x < 1.0 ? x - (sum - 1.0) : 1.0 - (sum - x);
  return logarithm(exponent, significand - 1.0, lost / sum);
}

double exp(double x) noexcept {
  // Beyond these everything overflows, or is below half of the smallest double.
  if (!(x <= 710.0)) return x + kInfinity;
  if (x < -746.0) return 0.0;
  constexpr double kPerLn2 = 0x1.71547652b82fep+0;
  const double multiple = std::floor(x * kPerLn2 + 0.5);
  const auto exponent = static_cast<int>(multiple);
  // x = exponent ln 2 + r + r_lost, |r| <= ln(2) / 2. The first difference is exact.
  const double r_high = x - multiple * kLn2High;
  const double r = r_high - multiple * kLn2Low;
  const double r_lost = (r_high - r) - multiple * kLn2Low;
  // e^r = 1 + r + r^2/2 * series, series = 1 + r/3 (1 + r/4 (1 + ...)). Terms left out: 2^-63.
  double series = 1.0;
  for (int n = 14; n >= 3; --n) series = 1.0 + r * series / n;
  double sum = 1.0 + r;
  double rest = ((1.0 - sum) + r) + (r_lost + 0.5 * r * r * series);
  double grid = 0.0;
  const int missing = -1022 - exponent;
  if (missing >= 0 && sum < power_of_two(missing)) {
    // A subnormal value has fewer bits. Beside this number the sum has as few, and is rounded once.
    grid = power_of_two(missing);
    const double shortened = grid + sum;
    rest += (grid - shortened) + sum;
    sum = shortened;
  }
  // In two steps, because neither 2^1024 nor 2^-1075 is a double. Both are exact.
  const int half = exponent / 2;
  return (sum + rest - grid) * power_of_two(half) * power_of_two(exponent - half);
}

double atanh_tail(double t, int terms) noexcept {
  double sum = 0.0;
  for (int k = terms - 1; k >= 0; --k) sum = sum * t + 1.0 / (2 * k + 3);
  return sum;
}

}  // namespace bce::elementary
