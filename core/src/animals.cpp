#include "bce/animals.hpp"

#include "bce/random.hpp"

namespace bce {
namespace {

/// Where one kind is gathered, in tenths: the middle, and a quarter of how far it spreads.
struct Kind {
  int weight, weight_spread, ears, ears_spread;
};

// Apart: the largest cat has 6.0 kg and 8.0 cm, the smallest dog 6.1 kg and 8.1 cm.
constexpr Kind kKinds[2][2] = {{{46, 10, 68, 9}, {70, 12, 92, 11}},
                               {{40, 5, 60, 5}, {85, 6, 105, 6}}};

/// Around the middle, more often near it: four even numbers added up.
double drawn(Random& random, int middle, int spread) {
  int tenths = middle;
  for (int i = 0; i < 4; ++i) tenths += random.between(-spread, spread);
  // Tenths by division, so that each is the double nearest to its decimal.
  return tenths / 10.0;
}

}  // namespace

Animals animals(std::uint32_t seed, Herd herd) {
  Animals all;
  Random random(seed);
  for (int i = 0; i < kAnimals; ++i) {
    const int label = i % 2;
    const Kind& kind = kKinds[herd == Herd::apart ? 1 : 0][label];
    all.weights_kg.push_back(drawn(random, kind.weight, kind.weight_spread));
    all.ears_cm.push_back(drawn(random, kind.ears, kind.ears_spread));
    all.labels.push_back(label);
  }
  return all;
}

void measure(const Feature& feature, std::span<double> values) noexcept {
  for (double& value : values) value = feature.measured(value);
}

}  // namespace bce
