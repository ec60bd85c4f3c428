#include "bce/animals.hpp"

#include <doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

using bce::Animals;
using bce::Herd;

TEST_CASE("a seed gives the same animals everywhere") {
  const Animals herd = bce::animals(7, Herd::mixed);
  CHECK(herd.weights_kg[0] == 2.1);
  CHECK(herd.ears_cm[0] == 6.3);
  CHECK(herd.weights_kg[19] == 4.1);
  CHECK(herd.ears_cm[19] == 7.5);
  CHECK(bce::animals(7, Herd::mixed).weights_kg == herd.weights_kg);
  CHECK(bce::animals(8, Herd::mixed).weights_kg != herd.weights_kg);
}

TEST_CASE("there are as many cats as dogs, all of them in the picture and in tenths") {
  for (const Herd herd : {Herd::mixed, Herd::apart}) {
    for (std::uint32_t seed = 0; seed < 2000; ++seed) {
      const Animals all = bce::animals(seed, herd);
      REQUIRE(all.labels.size() == bce::kAnimals);
      REQUIRE(std::count(all.labels.begin(), all.labels.end(), 1.0) == bce::kAnimals / 2);
      for (std::size_t i = 0; i < all.labels.size(); ++i) {
        const double kg = all.weights_kg[i];
        const double cm = all.ears_cm[i];
        REQUIRE(kg >= bce::kWeightKg.low);
        REQUIRE(kg <= bce::kWeightKg.high);
        REQUIRE(cm >= bce::kEarsCm.low);
        REQUIRE(cm <= bce::kEarsCm.high);
        REQUIRE(std::round(kg * 10.0) / 10.0 == kg);
        REQUIRE(std::round(cm * 10.0) / 10.0 == cm);
      }
    }
  }
}

TEST_CASE("those that are apart are apart by either feature, whatever the seed") {
  double heaviest_cat = 0.0;
  double lightest_dog = 100.0;
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    const Animals all = bce::animals(seed, Herd::apart);
    for (std::size_t i = 0; i < all.labels.size(); ++i) {
      const bool dog = all.labels[i] == 1.0;
      REQUIRE((all.weights_kg[i] > 6.0) == dog);
      REQUIRE((all.ears_cm[i] > 8.0) == dog);
      if (dog) lightest_dog = std::min(lightest_dog, all.weights_kg[i]);
      if (!dog) heaviest_cat = std::max(heaviest_cat, all.weights_kg[i]);
    }
  }
  CHECK(heaviest_cat > 5.5);
  CHECK(lightest_dog < 6.8);
}

TEST_CASE("the mixed ones usually overlap in weight") {
  int overlapping = 0;
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const Animals all = bce::animals(seed, Herd::mixed);
    double heaviest_cat = 0.0;
    double lightest_dog = 100.0;
    for (std::size_t i = 0; i < all.labels.size(); ++i) {
      if (all.labels[i] == 1.0) lightest_dog = std::min(lightest_dog, all.weights_kg[i]);
      if (all.labels[i] == 0.0) heaviest_cat = std::max(heaviest_cat, all.weights_kg[i]);
    }
    if (heaviest_cat >= lightest_dog) ++overlapping;
  }
  CHECK(overlapping > 180);
}

TEST_CASE("the model has features measured from the middle of their range") {
  std::vector<double> kg{0.0, 6.0, 7.0, 12.0};
  bce::measure(bce::kWeightKg, kg);
  CHECK(kg == std::vector<double>{-3.0, 0.0, 0.5, 3.0});
  CHECK(bce::kEarsCm.measured(14.0) == 3.0);
}
