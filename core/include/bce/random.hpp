/// A sequence of numbers from a seed: the same on every platform, in every build.
///
/// Only whole-number arithmetic modulo 2^64, which C++ defines to the bit. Good enough to choose
/// exercises; not for secrets.
/// Source   Steele, Lea, Flood, Fast splittable pseudorandom number generators (2014): SplitMix64.
#pragma once

#include <cstdint>

namespace bce {

class Random {
 public:
  explicit Random(std::uint64_t seed) noexcept : state_(seed) {}

  /// Any of the 2^64 numbers; each occurs once in a period of 2^64.
  [[nodiscard]] std::uint64_t next() noexcept;

  /// 0 ... count - 1, each equally likely; count is at least 1.
  [[nodiscard]] std::uint32_t below(std::uint32_t count) noexcept;

  /// low ... high, both included, each equally likely; low <= high, and their distance is below
  /// 2^31.
  [[nodiscard]] int between(int low, int high) noexcept;

 private:
  std::uint64_t state_;
};

}  // namespace bce
