#include "bce/libraries.hpp"

#include <doctest.h>

#include <cmath>
#include <initializer_list>
#include <limits>

namespace {

using bce::Library;

double reported(Library library, double y, double p) {
  const auto label = bce::Label::from(y);
  const auto probability = bce::Probability::from(p);
  REQUIRE(label.ok());
  REQUIRE(probability.ok());
  return bce::reported_loss(library, *label, *probability);
}

double true_loss(double y, double p) {
  return bce::loss(*bce::Label::from(y), *bce::Probability::from(p));
}

constexpr Library kAll[] = {Library::pytorch, Library::keras, Library::scikit_learn};

}  // namespace

TEST_CASE("PyTorch reports 100 where the true loss is infinite") {
  CHECK(reported(Library::pytorch, 1.0, 0.0) == 100.0);
  CHECK(reported(Library::pytorch, 0.0, 1.0) == 100.0);
  CHECK(reported(Library::pytorch, 0.25, 0.0) == 25.0);
  CHECK(reported(Library::pytorch, 0.25, 1.0) == 75.0);
}

TEST_CASE("PyTorch reports 100 for a loss above 100, and the loss itself below") {
  CHECK(reported(Library::pytorch, 1.0, 1e-300) == 100.0);
  CHECK(reported(Library::pytorch, 1.0, 1e-43) ==
        doctest::Approx(99.01115899874398).epsilon(1e-15));
}

TEST_CASE("Keras reports -ln 1e-7 where the true loss is infinite") {
  CHECK(reported(Library::keras, 1.0, 0.0) == doctest::Approx(16.11809565095832).epsilon(1e-14));
  // 1 - 1e-7 is rounded before the rule takes its complement.
  CHECK(reported(Library::keras, 0.0, 1.0) == doctest::Approx(16.118095651).epsilon(1e-9));
}

TEST_CASE("Keras reports a loss even for a perfect prediction") {
  CHECK(reported(Library::keras, 1.0, 1.0) == doctest::Approx(1.00000005e-7).epsilon(1e-9));
  CHECK(reported(Library::keras, 0.0, 0.0) == doctest::Approx(1.00000005e-7).epsilon(1e-9));
}

TEST_CASE("scikit-learn reports 52 ln 2 where the true loss is infinite") {
  constexpr double kMost = 36.04365338911715;
  CHECK(reported(Library::scikit_learn, 1.0, 0.0) == doctest::Approx(kMost).epsilon(1e-15));
  CHECK(reported(Library::scikit_learn, 0.0, 1.0) == doctest::Approx(kMost).epsilon(1e-15));
}

TEST_CASE("scikit-learn reports 2^-52 for a perfect prediction") {
  CHECK(reported(Library::scikit_learn, 1.0, 1.0) == doctest::Approx(0x1p-52).epsilon(1e-15));
  CHECK(reported(Library::scikit_learn, 0.0, 0.0) == doctest::Approx(0x1p-52).epsilon(1e-15));
}

TEST_CASE("every library reports a finite loss that is not negative, for every input") {
  for (const Library library : kAll) {
    for (const double y : {0.0, 5e-324, 0.5, 1.0 - 0x1p-53, 1.0}) {
      for (const double p : {0.0, 5e-324, 0.5, 1.0 - 0x1p-53, 1.0}) {
        CAPTURE(y);
        CAPTURE(p);
        const double value = reported(library, y, p);
        CHECK(std::isfinite(value));
        CHECK_FALSE(std::signbit(value));
      }
    }
  }
}

TEST_CASE("every library reports the true loss away from the ends") {
  for (const Library library : kAll) {
    for (const double y : {0.0, 0.3, 1.0}) {
      for (const double p : {1e-6, 0.15, 0.5, 0.85, 0.999}) {
        CHECK(reported(library, y, p) == doctest::Approx(true_loss(y, p)).epsilon(1e-15));
      }
    }
  }
}
