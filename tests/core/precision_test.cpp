#include "bce/precision.hpp"

#include <doctest.h>

#include <cmath>
#include <limits>

#include "bce/parse.hpp"

namespace {

using bce::Enclosure;
using bce::Target;
using bce::Typed;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

int figures(std::string_view text) {
  const auto parsed = bce::parse(text);
  return parsed.ok() ? bce::figures_of(*parsed) : -1;
}

}  // namespace

TEST_CASE("a decimal has the figures it was typed with, also in percent and times a power of ten") {
  CHECK(figures("0.163") == 3);
  CHECK(figures("-16.30%") == 4);
  CHECK(figures("1.6x10^-1") == 2);
  CHECK(figures("-1.630*10^(-1)") == 4);
  CHECK(figures("13/80") == 0);
  CHECK(figures("2*10") == 0);
  CHECK(figures("2*10^0.5") == 0);
  CHECK(figures("2*e^2") == 0);
  CHECK(figures("1 1/2") == 0);
}

TEST_CASE("a decimal rounds what is within half a unit of its last figure, and cuts off the rest") {
  CHECK(Typed(0.163, 3).rounds(0.16251));
  CHECK(Typed(Enclosure(0.163, 1e-16), 3).rounds(0.1625));
  CHECK_FALSE(Typed(0.163, 3).rounds(0.1624));
  CHECK_FALSE(Typed(0.1630, 4).rounds(0.16251));
  CHECK(Typed(0.162, 3).truncates(0.16251));
  CHECK_FALSE(Typed(0.163, 3).truncates(0.16251));
  CHECK(Typed(-0.162, 3).truncates(-0.16251));
  CHECK_FALSE(Typed(0.162, 3).truncates(-0.16251));
  // At least one figure has to be the target's own.
  CHECK_FALSE(Typed(1.0, 1).rounds(0.7));
  CHECK(Typed(1.0, 1).rounds(0.96));
}

TEST_CASE("a formula is read to three figures, and tells none that it does not have") {
  CHECK(Typed(13.0 / 80.0, 0).rounds(0.162519));
  CHECK_FALSE(Typed(8.0 / 49.0, 0).rounds(0.162519));
  CHECK_FALSE(Typed(13.0 / 80.0, 0).truncates(0.162519));
  CHECK_FALSE(Typed(Enclosure(0.1625, 0.01), 0).rounds(0.162519));
  CHECK_FALSE(Typed(Enclosure(0.1625, kInfinity), 0).rounds(0.162519));
}

TEST_CASE("the same number is what the enclosures cannot tell apart") {
  CHECK(Typed(0.1625, 0).is(0.1625));
  CHECK_FALSE(Typed(0.1625, 0).is(std::nextafter(0.1625, 1.0)));
  CHECK(Typed(Enclosure(0.1625, 1e-12), 0).is(Enclosure(0.1625 + 1.5e-12, 1e-12)));
  CHECK(Typed(kInfinity, 0).is(kInfinity));
  CHECK_FALSE(Typed(kInfinity, 0).is(-kInfinity));
  CHECK(Typed(kInfinity, 2).is(kInfinity));
  CHECK(Typed(0.0, 0).is(0.0));
  CHECK_FALSE(Typed(1e-300, 1).rounds(0.0));
}

TEST_CASE("zeros at the end can be left out") {
  CHECK(Typed(0.10, 2).bare().figures == 1);
  CHECK(Typed(0.10, 2).bare().stands_for(0.1625));
  CHECK(Typed(0.16, 2).bare().figures == 2);
}

TEST_CASE("a decade starts at its power of ten, over the whole range of doubles") {
  for (int exponent = -307; exponent <= 308; ++exponent) {
    const double at = bce::power_of_ten(exponent);
    CAPTURE(exponent);
    CHECK(bce::decade(at) == exponent);
    CHECK(bce::decade(at * (1.0 - 1e-12)) == exponent - 1);
  }
  CHECK(bce::decade(std::numeric_limits<double>::denorm_min()) == -308);
  CHECK(bce::decade(std::numeric_limits<double>::max()) == 308);
}
