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

double reported_slope(Library library, double y, double p) {
  const auto label = bce::Label::from(y);
  const auto probability = bce::Probability::from(p);
  REQUIRE(label.ok());
  REQUIRE(probability.ok());
  return bce::reported_slope(library, *label, *probability);
}

double true_slope(double y, double p) {
  return bce::slope(*bce::Label::from(y), *bce::Probability::from(p));
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
  CHECK(reported(Library::keras, 1.0, 1.0) ==
        doctest::Approx(1.00000005e-7).epsilon(1e-9).scale(0.0));
  CHECK(reported(Library::keras, 0.0, 0.0) ==
        doctest::Approx(1.00000005e-7).epsilon(1e-9).scale(0.0));
}

TEST_CASE("scikit-learn reports 52 ln 2 where the true loss is infinite") {
  constexpr double kMost = 36.04365338911715;
  CHECK(reported(Library::scikit_learn, 1.0, 0.0) == doctest::Approx(kMost).epsilon(1e-15));
  CHECK(reported(Library::scikit_learn, 0.0, 1.0) == doctest::Approx(kMost).epsilon(1e-15));
}

TEST_CASE("scikit-learn reports 2^-52 for a perfect prediction") {
  CHECK(reported(Library::scikit_learn, 1.0, 1.0) ==
        doctest::Approx(0x1p-52).epsilon(1e-15).scale(0.0));
  CHECK(reported(Library::scikit_learn, 0.0, 0.0) ==
        doctest::Approx(0x1p-52).epsilon(1e-15).scale(0.0));
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

TEST_CASE("every library has the true slope away from the ends") {
  for (const Library library : kAll) {
    for (const double y : {0.0, 0.3, 1.0}) {
      for (const double p : {1e-6, 0.15, 0.5, 0.85, 0.999}) {
        CHECK(reported_slope(library, y, p) == doctest::Approx(true_slope(y, p)).epsilon(1e-14));
      }
    }
  }
}

TEST_CASE("PyTorch's slope is 1e12 at the wrong end and 0 at the right one") {
  CHECK(reported_slope(Library::pytorch, 1.0, 0.0) == doctest::Approx(-1e12).epsilon(1e-15));
  CHECK(reported_slope(Library::pytorch, 0.0, 1.0) == doctest::Approx(1e12).epsilon(1e-15));
  CHECK(reported_slope(Library::pytorch, 0.25, 0.0) == doctest::Approx(-0.25e12).epsilon(1e-15));
  CHECK(reported_slope(Library::pytorch, 1.0, 1.0) == 0.0);
  CHECK(reported_slope(Library::pytorch, 0.0, 0.0) == 0.0);
}

TEST_CASE("PyTorch's slope is held where p (1 - p) is below 1e-12, far before its loss is") {
  CHECK(reported_slope(Library::pytorch, 1.0, 1e-13) == doctest::Approx(-1e12).epsilon(1e-12));
  CHECK(reported_slope(Library::pytorch, 1.0, 2e-12) == doctest::Approx(-0.5e12).epsilon(1e-11));
  CHECK(reported_slope(Library::pytorch, 0.0, 1e-13) == doctest::Approx(0.1).epsilon(1e-12));
  CHECK(reported(Library::pytorch, 1.0, 1e-13) < 100.0);
}

TEST_CASE("a clip has no slope: where p is clipped, Keras and scikit-learn learn nothing") {
  for (const Library library : {Library::keras, Library::scikit_learn}) {
    for (const double y : {0.0, 0.3, 1.0}) {
      CHECK(reported_slope(library, y, 0.0) == 0.0);
      CHECK(reported_slope(library, y, 1.0) == 0.0);
      CHECK(reported_slope(library, y, 1e-17) == 0.0);
    }
  }
  CHECK(reported_slope(Library::keras, 1.0, 0.99e-7) == 0.0);
  CHECK(reported_slope(Library::keras, 0.0, 1.0 - 0.99e-7) == 0.0);
  CHECK(reported_slope(Library::scikit_learn, 1.0, 0x1p-53) == 0.0);
  CHECK(reported_slope(Library::scikit_learn, 0.0, 1.0 - 0x1p-53) == 0.0);
}

TEST_CASE("up to the clip's own ends the slope is the true one") {
  struct Clip {
    Library library;
    double margin;
  };
  for (const auto [library, margin] :
       {Clip{Library::keras, 1e-7}, Clip{Library::scikit_learn, 0x1p-52}}) {
    for (const double p : {margin, 1.0 - margin}) {
      for (const double y : {0.0, 0.3, 1.0}) {
        CHECK(reported_slope(library, y, p) == true_slope(y, p));
        CHECK(reported_slope(library, y, p) != 0.0);
      }
    }
    CHECK(reported_slope(library, 1.0, std::nextafter(margin, 0.0)) == 0.0);
    CHECK(reported_slope(library, 1.0, std::nextafter(1.0 - margin, 1.0)) == 0.0);
  }
}

TEST_CASE("the slopes of Keras and scikit-learn are the quotients of their own differences") {
  for (const Library library : {Library::keras, Library::scikit_learn}) {
    for (const double y : {0.0, 0.3, 1.0}) {
      for (const double p : {2e-7, 1e-3, 0.5, 0.999}) {
        const double step = std::fmin(p, 1.0 - p) * 0x1p-14;
        const double quotient =
            (reported(library, y, p + step) - reported(library, y, p - step)) / (2.0 * step);
        CHECK(reported_slope(library, y, p) == doctest::Approx(quotient).epsilon(1e-5));
      }
    }
  }
  CHECK(reported(Library::keras, 1.0, 3e-8) == reported(Library::keras, 1.0, 6e-8));
}

TEST_CASE("every library's slope is finite, for every input") {
  for (const Library library : kAll) {
    for (const double y : {0.0, 5e-324, 0.5, 1.0 - 0x1p-53, 1.0}) {
      for (const double p : {0.0, 5e-324, 1e-300, 0.5, 1.0 - 0x1p-53, 1.0}) {
        CAPTURE(y);
        CAPTURE(p);
        CHECK(std::isfinite(reported_slope(library, y, p)));
      }
    }
  }
}
