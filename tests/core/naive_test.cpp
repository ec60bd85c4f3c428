#include "bce/naive.hpp"

#include <doctest.h>

#include <cmath>
#include <limits>

namespace {

using bce::Label;
using bce::Logit;
using bce::NaiveLoss;
using bce::Precision;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

NaiveLoss naive(Precision precision, double y, double z) {
  return naive_loss(precision, *Label::from(y), *Logit::from(z));
}
double naive64(double y, double z) { return naive(Precision::float64, y, z).loss; }
double naive32(double y, double z) { return naive(Precision::float32, y, z).loss; }

}  // namespace

TEST_CASE("where nothing is lost the naive loss is the loss, to what its precision holds") {
  for (const double y : {0.0, 0.3, 1.0}) {
    for (double z = -4.0; z <= 4.0; z += 0.25) {
      const double true_loss = loss_from_logit(*Label::from(y), *Logit::from(z));
      CHECK(naive64(y, z) == doctest::Approx(true_loss).epsilon(1e-13));
      CHECK(naive32(y, z) == doctest::Approx(true_loss).epsilon(1e-4));
    }
  }
}

TEST_CASE("at z = 40 a double has no 1 - p left") {
  CHECK(naive(Precision::float64, 0.0, 40.0).probability == 1.0);
  CHECK(naive64(0.0, 40.0) == kInfinity);
  CHECK(std::isnan(naive64(1.0, 40.0)));
  CHECK(naive64(0.3, 40.0) == kInfinity);
  CHECK(naive64(1.0, -40.0) == doctest::Approx(40.0));
  // What is left of 4.2e-18 is nothing at all.
  CHECK(naive64(0.0, -40.0) == 0.0);
  CHECK(std::signbit(naive64(0.0, -40.0)) == false);
}

TEST_CASE("at z = -800 the power overflows and p is 0") {
  CHECK(naive(Precision::float64, 1.0, -800.0).power == kInfinity);
  CHECK(naive64(1.0, -800.0) == kInfinity);
  CHECK(std::isnan(naive64(0.0, -800.0)));
  CHECK(naive64(0.0, 800.0) == kInfinity);
  CHECK(std::isnan(naive64(1.0, 800.0)));
}

TEST_CASE("float32 gives out at 17, where float64 still holds") {
  CHECK(naive32(0.0, 16.0) < 17.0);
  CHECK(naive32(0.0, 17.5) == kInfinity);
  CHECK(naive64(0.0, 17.5) == doctest::Approx(17.5));
  CHECK(naive64(0.0, 36.0) < 37.0);
  CHECK(naive(Precision::float32, 1.0, -89.0).power == kInfinity);
  // A float is what it is given: 0.1f is not 0.1.
  CHECK(naive(Precision::float32, 1.0, 0.1).power == static_cast<double>(std::exp(-0.1F)));
}

TEST_CASE("the parts make up the loss, at any logit") {
  for (const double y : {0.0, 0.3, 1.0}) {
    for (const double z : {-1e300, -800.0, -40.0, -1.5, 0.0, 2.0, 40.0, 800.0, 1e300}) {
      const auto parts = loss_parts(*Label::from(y), *Logit::from(z));
      const double loss = loss_from_logit(*Label::from(y), *Logit::from(z));
      CHECK(parts.large - parts.product + parts.tail == doctest::Approx(loss).epsilon(1e-12));
      CHECK(parts.tail <= 0.6931471805599454);
    }
  }
}

TEST_CASE("the naive curve goes up where it is infinite, and there is none where it is NaN") {
  const auto view = bce::View::from({-45.0, 45.0, 0.0, 45.0, 1920.0, 1200.0});
  const auto zero = naive_curve(Precision::float64, *Label::from(0.0), *view);
  REQUIRE(zero.size() == 1);
  CHECK(zero[0].back().y == 0.0);
  CHECK(zero[0].back().x < view->x_px(38.0));
  CHECK(zero[0].back().x > view->x_px(36.0));
  const auto one = naive_curve(Precision::float64, *Label::from(1.0), *view);
  REQUIRE(one.size() == 1);
  CHECK(one[0].back().x < view->x_px(38.0));
  CHECK(naive_curve(Precision::float32, *Label::from(0.0), *view)[0].back().x < view->x_px(18.0));
}
