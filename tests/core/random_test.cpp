#include "bce/random.hpp"

#include <doctest.h>

#include <array>
#include <cstdint>

TEST_CASE("a seed gives the published sequence of SplitMix64") {
  bce::Random random(1234567);
  for (const std::uint64_t expected :
       {6457827717110365317U, 3203168211198807973U, 9817491932198370423U, 4593380528125082431U,
        16408922859458223821U}) {
    CHECK(random.next() == expected);
  }
}

TEST_CASE("a number below a count is drawn from the same sequence everywhere") {
  bce::Random random(0);
  std::uint32_t digits = 0;
  for (int i = 0; i < 9; ++i) digits = digits * 10 + random.below(10);
  CHECK(digits == 509470309U);
}

TEST_CASE("every number below the count comes about as often") {
  bce::Random random(7);
  std::array<int, 6> times{};
  for (int i = 0; i < 60000; ++i) ++times[random.below(6)];
  for (const int count : times) {
    CHECK(count > 9500);
    CHECK(count < 10500);
  }
}

TEST_CASE("both ends of a range are drawn, and nothing outside it") {
  bce::Random random(3);
  bool low = false;
  bool high = false;
  for (int i = 0; i < 1000; ++i) {
    const int drawn = random.between(-6, 6);
    CHECK(drawn >= -6);
    CHECK(drawn <= 6);
    low = low || drawn == -6;
    high = high || drawn == 6;
  }
  CHECK(low);
  CHECK(high);
  CHECK(random.between(4, 4) == 4);
}
