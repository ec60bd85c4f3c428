#include "bce/reading.hpp"

#include <doctest.h>

#include <cmath>
#include <initializer_list>
#include <limits>

#include "bce/comparison.hpp"
#include "bce/numeric.hpp"

namespace {

using bce::Axis;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

bce::Label label(double y) {
  const auto result = bce::Label::from(y);
  REQUIRE(result.ok());
  return *result;
}

bce::Prediction prediction(Axis given, double at) {
  const auto result = bce::Prediction::from(given, at);
  REQUIRE(result.ok());
  return *result;
}

bce::Reading reading(double y, Axis given, double at) {
  return bce::read(label(y), prediction(given, at));
}

}  // namespace

TEST_CASE("a prediction is told by a probability from 0 to 1") {
  CHECK(prediction(Axis::probability, 0.85).probability().value() == 0.85);
  CHECK(prediction(Axis::probability, 0.85).logit() == bce::logit(0.85));
  CHECK(prediction(Axis::probability, 0.0).logit() == -kInfinity);
  CHECK(prediction(Axis::probability, 1.0).logit() == kInfinity);
  CHECK(bce::Prediction::from(Axis::probability, 1.2).error() ==
        bce::LossError::probability_out_of_range);
  CHECK(bce::Prediction::from(Axis::probability, kInfinity).error() ==
        bce::LossError::probability_not_finite);
  CHECK(bce::Prediction::from(Axis::probability, kNan).error() ==
        bce::LossError::probability_not_finite);
}

TEST_CASE("a prediction is told by a logit, infinite ones included") {
  CHECK(prediction(Axis::logit, 2.0).logit() == 2.0);
  CHECK(prediction(Axis::logit, 2.0).probability().value() == bce::sigmoid(2.0));
  CHECK(prediction(Axis::logit, kInfinity).probability().value() == 1.0);
  CHECK(prediction(Axis::logit, kInfinity).logit() == kInfinity);
  CHECK(prediction(Axis::logit, -kInfinity).probability().value() == 0.0);
  CHECK(prediction(Axis::logit, -kInfinity).logit() == -kInfinity);
  CHECK(bce::Prediction::from(Axis::logit, kNan).error() == bce::LossError::logit_not_finite);
}

TEST_CASE("a prediction has its place on either axis, whichever it was told by") {
  CHECK(prediction(Axis::logit, 2.0).on(Axis::logit) == 2.0);
  CHECK(prediction(Axis::logit, 2.0).on(Axis::probability) == bce::sigmoid(2.0));
  CHECK(prediction(Axis::probability, 0.25).on(Axis::probability) == 0.25);
  CHECK(prediction(Axis::probability, 0.25).on(Axis::logit) == bce::logit(0.25));
}

TEST_CASE("read from a probability, everything is what loss.hpp and comparison.hpp say of p") {
  for (const double y : {0.0, 0.3, 1.0}) {
    for (const double at : {0.0, 0.25, 0.5, 1.0}) {
      const bce::Probability p = *bce::Probability::from(at);
      const bce::Reading read = reading(y, Axis::probability, at);
      CHECK(read.loss == bce::loss(label(y), p));
      CHECK(read.slope == bce::slope(label(y), p));
      CHECK(read.slope_in_logit == bce::slope_in_logit(label(y), p));
      CHECK(read.entropy == bce::entropy(label(y)));
      CHECK(read.divergence == bce::divergence(label(y), p));
      CHECK(read.squared_error == bce::squared_error(label(y), p));
      CHECK(read.squared_error_slope == bce::squared_error_slope_in_logit(label(y), p));
      CHECK(read.classification_error == bce::classification_error(label(y), p));
    }
  }
}

TEST_CASE("read from a logit, everything is what loss.hpp and comparison.hpp say of z") {
  for (const double y : {0.0, 0.3, 1.0}) {
    for (const double at : {-800.0, -40.0, -1.0, 0.0, 40.0, 800.0}) {
      const bce::Logit z = *bce::Logit::from(at);
      const bce::Reading read = reading(y, Axis::logit, at);
      CHECK(read.loss == bce::loss_from_logit(label(y), z));
      CHECK(read.slope == bce::slope_at_logit(label(y), z));
      CHECK(read.slope_in_logit == bce::slope_from_logit(label(y), z));
      CHECK(read.entropy == bce::entropy(label(y)));
      CHECK(read.divergence == bce::divergence_from_logit(label(y), z));
      CHECK(read.squared_error == bce::squared_error_from_logit(label(y), z));
      CHECK(read.squared_error_slope == bce::squared_error_slope_from_logit(label(y), z));
      CHECK(read.classification_error == bce::classification_error_from_logit(label(y), z));
    }
  }
}

TEST_CASE("from the logit the digits are kept where the probability rounds to 1") {
  const bce::Reading from_z = reading(1.0, Axis::logit, 40.0);
  CHECK(prediction(Axis::logit, 40.0).probability().value() == 1.0);
  CHECK(from_z.loss == doctest::Approx(4.248354255291589e-18).epsilon(1e-14).scale(0.0));
  CHECK(from_z.slope_in_logit == doctest::Approx(-4.248354255291589e-18).epsilon(1e-14).scale(0.0));
  CHECK(reading(0.0, Axis::logit, 40.0).loss == 40.0);
}

TEST_CASE("an infinite logit reads as the exact end") {
  for (const double y : {0.0, 0.3, 1.0}) {
    const bce::Reading z = reading(y, Axis::logit, kInfinity);
    const bce::Reading p = reading(y, Axis::probability, 1.0);
    CHECK(z.loss == p.loss);
    CHECK(z.slope == p.slope);
    CHECK(z.slope_in_logit == 1.0 - y);
    CHECK(reading(y, Axis::logit, -kInfinity).loss == reading(y, Axis::probability, 0.0).loss);
  }
  CHECK(reading(0.0, Axis::logit, kInfinity).loss == kInfinity);
}

TEST_CASE("the slope over an axis is that of the curve drawn over it") {
  const bce::Reading read = reading(1.0, Axis::probability, 0.5);
  CHECK(read.slope_over(Axis::probability) == -2.0);
  CHECK(read.slope_over(Axis::logit) == -0.5);
}

TEST_CASE("no reading has a NaN in it") {
  for (const double y : {0.0, 5e-324, 0.5, 1.0 - 0x1p-53, 1.0}) {
    for (const double at : {0.0, 5e-324, 0.5, 1.0, -1.0, 1e4, -1e4, kInfinity, -kInfinity}) {
      for (const Axis given : {Axis::probability, Axis::logit}) {
        const auto made = bce::Prediction::from(given, at);
        if (!made.ok()) continue;
        const bce::Reading read = bce::read(label(y), *made);
        CAPTURE(y);
        CAPTURE(at);
        for (const double x :
             {made->probability().value(), made->logit(), read.loss, read.slope,
              read.slope_in_logit, read.entropy, read.divergence, read.squared_error,
              read.squared_error_slope, read.classification_error}) {
          CHECK_FALSE(std::isnan(x));
        }
      }
    }
  }
}
