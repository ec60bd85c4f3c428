#include "bce/elementary.hpp"

#include <doctest.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <limits>
#include <numbers>

// Their accuracy is tested against golden values in loss_test.cpp.

namespace {

using bce::elementary::ln;
using bce::elementary::ln_1p;

// The C library has an exp of its own in the global namespace.
double e_to(double x) { return bce::elementary::exp(x); }

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kTiniest = 5e-324;
constexpr double kLargest = std::numeric_limits<double>::max();

std::uint64_t bits_of(double x) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &x, sizeof bits);
  return bits;
}

bool same(double a, double b) { return bits_of(a) == bits_of(b); }

double next(double x) { return std::nextafter(x, kInfinity); }

double spacing(double x) { return next(std::fabs(x)) - std::fabs(x); }

/// Even numbers in [0, 1) from a seed (splitmix64), the same on every platform.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  double operator()() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return static_cast<double>((z ^ (z >> 31U)) >> 11U) * 0x1p-53;
  }
  double between(double low, double high) { return low + (*this)() * (high - low); }

 private:
  std::uint64_t state_;
};

/// f never falls over `steps` even steps and, around each, over a few neighbouring doubles.
void check_rises(double (*f)(double), double low, double high, int steps) {
  double before = f(low);
  for (int i = 0; i <= steps; ++i) {
    double x = low + (high - low) * (static_cast<double>(i) / steps);
    for (int k = 0; k < 3; ++k, x = next(x)) {
      const double here = f(x);
      CAPTURE(x);
      REQUIRE(here >= before);
      before = here;
    }
  }
}

}  // namespace

TEST_CASE("the ends of the logarithm") {
  CHECK(ln(0.0) == -kInfinity);
  CHECK(ln(-0.0) == -kInfinity);
  CHECK(ln(kInfinity) == kInfinity);
  CHECK(same(ln(1.0), 0.0));
  CHECK(ln(std::numbers::e) == 1.0);
  CHECK(ln(2.0) == std::numbers::ln2);
  CHECK(ln(0.5) == -std::numbers::ln2);
  CHECK(ln(10.0) == std::numbers::ln10);
  for (const double x : {-kTiniest, -1.0, -kInfinity, kNan}) CHECK(std::isnan(ln(x)));
}

TEST_CASE("the ends of the logarithm of 1 + x") {
  CHECK(ln_1p(-1.0) == -kInfinity);
  CHECK(ln_1p(kInfinity) == kInfinity);
  CHECK(ln_1p(kLargest) == ln(kLargest));
  CHECK(ln_1p(1.0) == std::numbers::ln2);
  for (const double x : {-1.0 - 0x1p-52, -2.0, -kInfinity, kNan}) CHECK(std::isnan(ln_1p(x)));
  for (const double x : {0.0, kTiniest, 0x1p-1022, 1e-300, 1e-17, 0x1p-54}) {
    CHECK(same(ln_1p(x), x));
    CHECK(same(ln_1p(-x), -x));
  }
}

TEST_CASE("the ends of the exponential function") {
  CHECK(e_to(0.0) == 1.0);
  CHECK(e_to(-0.0) == 1.0);
  CHECK(e_to(1.0) == std::numbers::e);
  CHECK(e_to(kTiniest) == 1.0);
  CHECK(same(e_to(-kInfinity), 0.0));
  CHECK(e_to(kInfinity) == kInfinity);
  CHECK(std::isnan(e_to(kNan)));
}

TEST_CASE("the exponential function overflows and underflows where its value does") {
  constexpr double kMost = 709.782712893384;
  CHECK(e_to(kMost) < kInfinity);
  CHECK(e_to(kMost) > 0.999999 * kLargest);
  for (const double x : {next(kMost), 709.8, 710.0, 711.0, 1e6, kLargest}) {
    CHECK(e_to(x) == kInfinity);
  }
  // ln of half the tiniest double: half a step rounds to zero.
  constexpr double kLeast = -745.1332191019411;
  CHECK(e_to(kLeast) == kTiniest);
  for (const double x : {std::nextafter(kLeast, -kInfinity), -745.2, -746.0, -747.0, -kLargest}) {
    CHECK(same(e_to(x), 0.0));
  }
}

TEST_CASE("logarithms of subnormal numbers differ by ln 2 as those of others do") {
  for (int k = -1074; k <= 1023; ++k) {
    CAPTURE(k);
    const double expected = k * std::numbers::ln2;
    REQUIRE(std::fabs(ln(std::ldexp(1.0, k)) - expected) <= spacing(expected));
  }
  constexpr double kThird = 1.0 / 3;
  const double below = std::ldexp(std::round(std::ldexp(kThird, 30)), -1050);
  const double above = std::ldexp(std::round(std::ldexp(kThird, 30)), -30);
  CHECK(std::fabs(ln(below) + 1020 * std::numbers::ln2 - ln(above)) <= 2 * spacing(707.0));
}

TEST_CASE("all three rise with x") {
  check_rises(ln, kTiniest, 0x1p-1021, 50000);
  check_rises(ln, 0.01, 3.0, 100000);
  check_rises(ln, 0.7071, 0.70711, 20000);
  check_rises(ln, 1.41421, 1.41422, 20000);
  check_rises(ln, 0x1p1000, kLargest / 2, 10000);
  check_rises(ln_1p, -1.0, 3.0, 100000);
  check_rises(ln_1p, -0x1p-52, 0x1p-52, 20000);
  check_rises(ln_1p, -0.29290, -0.29289, 20000);
  check_rises(ln_1p, 0.41421, 0.41422, 20000);
  check_rises(ln_1p, 0x1p52, 0x1p55, 10000);
  check_rises(e_to, -747.0, 711.0, 100000);
  check_rises(e_to, -1.0, 1.0, 100000);
  check_rises(e_to, -708.45, -708.0, 20000);
  check_rises(e_to, 0.34657, 0.34658, 20000);
}

TEST_CASE("each undoes what it is the inverse of") {
  Random random(3);
  for (int i = 0; i < 20000; ++i) {
    const double x = random.between(-700.0, 700.0);
    CAPTURE(x);
    // An ulp of e^x is 2^-52 at most in its logarithm.
    REQUIRE(std::fabs(ln(e_to(x)) - x) <= spacing(x) + 0x1p-52);
    const double p = random();
    if (p == 0.0) continue;
    REQUIRE(std::fabs(e_to(ln(p)) - p) <= p * (spacing(ln(p)) + 0x1p-52));
    REQUIRE(std::fabs(ln_1p(-p) - ln(1.0 - p)) <= spacing(ln(1.0 - p)) + 0x1p-53 / (1.0 - p));
  }
}

TEST_CASE("the logarithm of a product, and the exponential function of a sum") {
  Random random(4);
  for (int i = 0; i < 20000; ++i) {
    const double a = random.between(0.001, 1000.0);
    const double b = random.between(0.001, 1000.0);
    REQUIRE(std::fabs(ln(a * b) - (ln(a) + ln(b))) <= 2 * spacing(7.0));
    const double u = ln(a);
    const double sum = u + ln(b);
    REQUIRE(e_to(sum) == doctest::Approx(e_to(u) * e_to(sum - u)).epsilon(4e-15));
  }
}

TEST_CASE("the tail of atanh") {
  CHECK(bce::elementary::atanh_tail(0.0, 1) == 1.0 / 3);
  CHECK(bce::elementary::atanh_tail(0.25, 2) == doctest::Approx(1.0 / 3 + 0.05).epsilon(1e-15));
  const double s = 0.6;
  CHECK(s + s * s * s * bce::elementary::atanh_tail(s * s, 60) ==
        doctest::Approx(std::numbers::ln2).epsilon(1e-15));
}

TEST_CASE("every platform computes the same bits") {
  // FNV-1a over the results of 100,000 arguments. The constant holds for native and wasm alike.
  std::uint64_t hash = 0xcbf29ce484222325U;
  const auto take = [&hash](double value) {
    const std::uint64_t bits = bits_of(value);
    for (unsigned shift = 0; shift < 64; shift += 8) {
      hash = (hash ^ ((bits >> shift) & 0xFFU)) * 0x100000001b3U;
    }
  };
  Random random(2024);
  for (int i = 0; i < 10000; ++i) {
    take(ln(random()));
    take(ln(random.between(0.5, 2.0)));
    take(ln(random() * 0x1p-1022));
    take(ln_1p(-random()));
    take(ln_1p(random.between(-0x1p-20, 0x1p-20)));
    take(ln_1p(random.between(0.0, 1000.0)));
    take(e_to(random.between(-745.5, 709.5)));
    take(e_to(random.between(-1.0, 1.0)));
    take(e_to(random.between(-745.5, -708.0)));
    take(ln(1024.0 + random.between(-0x1p-20, 0x1p-20)));
  }
  CHECK(hash == 0x3782b59d8f036498U);
}
