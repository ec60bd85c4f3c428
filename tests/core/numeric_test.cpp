#include "bce/numeric.hpp"

#include <doctest.h>

#include <cmath>
#include <initializer_list>
#include <limits>
#include <numbers>

// Their accuracy is tested against golden values in loss_test.cpp.

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

bool is_positive_zero(double x) { return x == 0.0 && !std::signbit(x); }

double sum_of(std::initializer_list<double> addends) {
  bce::CompensatedSum sum;
  for (const double x : addends) sum.add(x);
  return sum.value();
}

}  // namespace

TEST_CASE("sigmoid is one half at zero and reaches its ends at infinity") {
  CHECK(bce::sigmoid(0.0) == 0.5);
  CHECK(bce::sigmoid(-0.0) == 0.5);
  CHECK(is_positive_zero(bce::sigmoid(-kInfinity)));
  CHECK(bce::sigmoid(kInfinity) == 1.0);
}

TEST_CASE("sigmoid of a very negative score is small but not zero") {
  CHECK(bce::sigmoid(-700.0) > 0.0);
  CHECK(bce::sigmoid(-740.0) > 0.0);
}

TEST_CASE("sigmoid never falls and its two sides sum to one") {
  double before = 0.0;
  for (int i = -4000; i <= 4000; ++i) {
    const double z = i / 100.0;
    const double here = bce::sigmoid(z);
    REQUIRE(here >= before);
    REQUIRE(std::fabs(here + bce::sigmoid(-z) - 1.0) <= 0x1p-52);
    before = here;
  }
}

TEST_CASE("logit is zero at one half and infinite at the ends") {
  CHECK(is_positive_zero(bce::logit(0.5)));
  CHECK(bce::logit(0.0) == -kInfinity);
  CHECK(bce::logit(1.0) == kInfinity);
}

TEST_CASE("logit is finite and has the right sign wherever p is inside its range") {
  for (const double p : {5e-324, 1e-300, 0.25, 0.49999999999999994}) {
    CHECK(std::isfinite(bce::logit(p)));
    CHECK(bce::logit(p) < 0.0);
  }
  for (const double p : {0.5000000000000001, 0.75, 1.0 - 0x1p-53}) {
    CHECK(std::isfinite(bce::logit(p)));
    CHECK(bce::logit(p) > 0.0);
  }
}

TEST_CASE("sigmoid undoes logit") {
  for (int k = 1; k < 1000; ++k) {
    const double p = k / 1000.0;
    REQUIRE(std::fabs(bce::sigmoid(bce::logit(p)) - p) <= 4e-16);
  }
}

TEST_CASE("the tail of softplus is ln 2 at zero, the same on both sides, and fades to zero") {
  CHECK(bce::softplus_tail(0.0) == std::numbers::ln2);
  CHECK(bce::softplus_tail(-3.0) == bce::softplus_tail(3.0));
  CHECK(bce::softplus_tail(700.0) > 0.0);
  CHECK(is_positive_zero(bce::softplus_tail(1e4)));
  CHECK(is_positive_zero(bce::softplus_tail(-kInfinity)));
}

TEST_CASE("a compensated sum keeps what a plain sum loses") {
  CHECK(sum_of({1.0, 1e100, 1.0, -1e100}) == 2.0);
  CHECK(sum_of({1e100, 1.0, -1e100}) == 1.0);
  bce::CompensatedSum tenths;
  for (int i = 0; i < 1000; ++i) tenths.add(0.1);
  CHECK(tenths.value() == 100.0);
}

TEST_CASE("a compensated sum of nothing is zero") { CHECK(is_positive_zero(sum_of({}))); }

TEST_CASE("a compensated sum stays infinite once an addend is infinite") {
  CHECK(sum_of({kInfinity}) == kInfinity);
  CHECK(sum_of({1.0, kInfinity, 0.1, 0.2}) == kInfinity);
  CHECK(sum_of({kInfinity, kInfinity}) == kInfinity);
}
