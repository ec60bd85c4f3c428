/// A set of cats and dogs to train on, made up for the lesson: nobody has weighed them.
///
/// Features weight in kilograms and length of the ears in centimetres, in tenths; label 1 is a dog.
/// A model is given them measured from the middle of their range, in steps of two:
/// x1 = (weight - 6) / 2, x2 = (ears - 8) / 2, both from -3 to 3.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace bce {

/// How far the two kinds are from each other.
enum class Herd : std::uint8_t {
  /// As cats and small dogs are: some cats are as heavy as some dogs.
  mixed,
  /// Every cat is lighter than every dog and has shorter ears, whatever the seed.
  apart,
};

struct Animals {
  std::vector<double> weights_kg;
  std::vector<double> ears_cm;
  std::vector<double> labels;
};

/// Cats and dogs in turn, as many of each.
inline constexpr int kAnimals = 20;
[[nodiscard]] Animals animals(std::uint32_t seed, Herd herd);

/// What is shown of a feature, and what the model makes of it.
struct Feature {
  double low, high, middle, step;
  /// As the model has it.
  [[nodiscard]] double measured(double value) const noexcept { return (value - middle) / step; }
};
inline constexpr Feature kWeightKg{0.0, 12.0, 6.0, 2.0};
inline constexpr Feature kEarsCm{2.0, 14.0, 8.0, 2.0};

/// Every value in place of itself as the model has it.
void measure(const Feature& feature, std::span<double> values) noexcept;

}  // namespace bce
