#include "bce/comparison.hpp"

#include <doctest.h>

#include <cmath>
#include <initializer_list>
#include <limits>

#include "bce/numeric.hpp"

namespace {

constexpr double kTiniest = 5e-324;
constexpr double kLargestBelowOne = 1.0 - 0x1p-53;
constexpr double kEdges[] = {0.0, kTiniest, 0.5, kLargestBelowOne, 1.0};
constexpr double kLargest = std::numeric_limits<double>::max();

bce::Label label(double y) {
  const auto result = bce::Label::from(y);
  REQUIRE(result.ok());
  return *result;
}

bce::Probability probability(double p) {
  const auto result = bce::Probability::from(p);
  REQUIRE(result.ok());
  return *result;
}

bce::Logit score(double z) {
  const auto result = bce::Logit::from(z);
  REQUIRE(result.ok());
  return *result;
}

double squared(double y, double p) { return bce::squared_error(label(y), probability(p)); }
double squared_slope(double y, double p) {
  return bce::squared_error_slope_in_logit(label(y), probability(p));
}
double squared_at(double y, double z) { return bce::squared_error_from_logit(label(y), score(z)); }
double squared_slope_at(double y, double z) {
  return bce::squared_error_slope_from_logit(label(y), score(z));
}
double misses(double y, double p) { return bce::classification_error(label(y), probability(p)); }
double misses_at(double y, double z) {
  return bce::classification_error_from_logit(label(y), score(z));
}

bool is_positive_zero(double x) { return x == 0.0 && !std::signbit(x); }

}  // namespace

TEST_CASE("the squared error is half the square of the distance from the label") {
  CHECK(squared(1.0, 0.5) == 0.125);
  CHECK(squared(0.0, 0.5) == 0.125);
  CHECK(squared(0.75, 0.25) == 0.125);
  CHECK(squared(1.0, 0.0) == 0.5);
  CHECK(squared(0.0, 1.0) == 0.5);
  CHECK(squared(1.0, 0.85) == doctest::Approx(0.01125).epsilon(1e-14));
  for (const double y : kEdges) CHECK(is_positive_zero(squared(y, y)));
}

TEST_CASE("the slope of the squared error over z is its quotient of differences") {
  constexpr double kStep = 0x1p-17;
  for (const double y : {0.0, 0.3, 1.0}) {
    for (int k = -24; k <= 24; ++k) {
      const double z = k / 4.0;
      CAPTURE(y);
      CAPTURE(z);
      const double quotient =
          (squared(y, bce::sigmoid(z + kStep)) - squared(y, bce::sigmoid(z - kStep))) /
          (2.0 * kStep);
      CHECK(std::fabs(squared_slope(y, bce::sigmoid(z)) - quotient) <= 1e-10);
      CHECK(std::fabs(squared_slope_at(y, z) - quotient) <= 1e-10);
    }
  }
}

TEST_CASE("the slope of the squared error is that of the cross-entropy times p (1 - p)") {
  for (const double y : {0.0, 0.3, 1.0}) {
    for (int k = 1; k < 20; ++k) {
      const double p = k / 20.0;
      const double slope = bce::slope_in_logit(label(y), probability(p));
      CHECK(squared_slope(y, p) == doctest::Approx(slope * p * (1.0 - p)).epsilon(1e-15));
    }
  }
}

TEST_CASE(
    "at the most wrong end the squared error's slope dies, the cross-entropy's is 1 in size") {
  CHECK(is_positive_zero(squared_slope(1.0, 0.0)));
  CHECK(is_positive_zero(squared_slope(0.0, 1.0)));
  CHECK(bce::slope_in_logit(label(1.0), probability(0.0)) == -1.0);
  CHECK(bce::slope_in_logit(label(0.0), probability(1.0)) == 1.0);
  CHECK(squared_slope_at(1.0, -40.0) ==
        doctest::Approx(-4.248354255291589e-18).epsilon(1e-14).scale(0.0));
  CHECK(bce::slope_from_logit(label(1.0), score(-40.0)) == doctest::Approx(-1.0).epsilon(1e-15));
}

TEST_CASE("the squared error's slope is zero at both ends, for every label") {
  for (const double y : kEdges) {
    CHECK(is_positive_zero(squared_slope(y, 0.0)));
    CHECK(is_positive_zero(squared_slope(y, 1.0)));
    for (const double z : {1e3, 1e300, kLargest}) {
      CHECK(is_positive_zero(squared_slope_at(y, z)));
      CHECK(is_positive_zero(squared_slope_at(y, -z)));
    }
  }
}

TEST_CASE("the squared error's slope is steepest where the wrong answer is given 2/3") {
  CHECK(squared_slope(1.0, 1.0 / 3.0) == doctest::Approx(-4.0 / 27.0).epsilon(1e-15));
  CHECK(squared_slope(0.0, 2.0 / 3.0) == doctest::Approx(4.0 / 27.0).epsilon(1e-15));
  for (const double y : {0.0, 0.3, 1.0}) {
    for (int k = 0; k <= 300; ++k) {
      REQUIRE(std::fabs(squared_slope(y, k / 300.0)) <= 4.0 / 27.0 + 1e-16);
    }
  }
}

TEST_CASE("from the logit the squared error keeps its digits where the probability rounds to 1") {
  CHECK(bce::sigmoid(40.0) == 1.0);
  // e^-40 and its half square, e^-80 / 2.
  CHECK(squared_slope_at(0.0, 40.0) ==
        doctest::Approx(4.248354255291589e-18).epsilon(1e-14).scale(0.0));
  CHECK(squared_at(1.0, 40.0) == doctest::Approx(9.024256939227076e-36).epsilon(1e-13).scale(0.0));
  CHECK(squared_at(0.0, 40.0) == 0.5);
}

TEST_CASE("from the logit the squared error is the squared error at its sigmoid") {
  for (const double y : {0.0, 0.3, 1.0}) {
    for (int k = -40; k <= 40; ++k) {
      const double z = k / 4.0;
      const double p = bce::sigmoid(z);
      CHECK(std::fabs(squared_at(y, z) - squared(y, p)) <= 1e-15);
      CHECK(std::fabs(squared_slope_at(y, z) - squared_slope(y, p)) <= 1e-15);
    }
  }
}

TEST_CASE("the classification error of a hard label is 1 where it is missed, else 0") {
  CHECK(misses(1.0, 0.49) == 1.0);
  CHECK(is_positive_zero(misses(1.0, 0.51)));
  CHECK(is_positive_zero(misses(0.0, 0.49)));
  CHECK(misses(0.0, 0.51) == 1.0);
}

TEST_CASE("at one half the prediction says 1") {
  CHECK(misses(1.0, 0.5) == 0.0);
  CHECK(misses(0.0, 0.5) == 1.0);
  CHECK(misses(1.0, std::nextafter(0.5, 0.0)) == 1.0);
  CHECK(misses_at(1.0, 0.0) == 0.0);
  CHECK(misses_at(1.0, -0.0) == 0.0);
  CHECK(misses_at(1.0, -kTiniest) == 1.0);
}

TEST_CASE("the classification error of a soft label is the chance to be wrong") {
  CHECK(misses(0.25, 0.9) == 0.75);
  CHECK(misses(0.25, 0.1) == 0.25);
  CHECK(misses_at(0.25, 2.0) == 0.75);
  CHECK(misses_at(0.25, -2.0) == 0.25);
}

TEST_CASE("the classification error is level on both sides of its threshold") {
  for (const double y : {0.0, 0.3, 1.0}) {
    for (int k = 0; k < 50; ++k) {
      REQUIRE(misses(y, k / 100.0) == misses(y, 0.0));
      REQUIRE(misses(y, (k + 50) / 100.0) == misses(y, 1.0));
    }
  }
}

TEST_CASE("no comparison is NaN, infinite, negative as an error, or a negative zero") {
  for (const double y : kEdges) {
    for (const double p : kEdges) {
      CAPTURE(y);
      CAPTURE(p);
      for (const double error : {squared(y, p), misses(y, p)}) {
        CHECK(error >= 0.0);
        CHECK(error <= 1.0);
        CHECK_FALSE(std::signbit(error));
      }
      CHECK(std::isfinite(squared_slope(y, p)));
      CHECK((squared_slope(y, p) != 0.0 || is_positive_zero(squared_slope(y, p))));
    }
    for (const double size : {0.0, kTiniest, 1.0, 745.0, 1e4, kLargest}) {
      for (const double z : {size, -size}) {
        CAPTURE(y);
        CAPTURE(z);
        for (const double error : {squared_at(y, z), misses_at(y, z)}) {
          CHECK(error >= 0.0);
          CHECK(error <= 1.0);
          CHECK_FALSE(std::signbit(error));
        }
        CHECK(std::isfinite(squared_slope_at(y, z)));
        CHECK((squared_slope_at(y, z) != 0.0 || is_positive_zero(squared_slope_at(y, z))));
      }
    }
  }
}
