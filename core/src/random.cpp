#include "bce/random.hpp"

namespace bce {

std::uint64_t Random::next() noexcept {
  state_ += 0x9E3779B97F4A7C15U;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
  return mixed ^ (mixed >> 31U);
}

std::uint32_t Random::below(std::uint32_t count) noexcept {
  // The remainder alone would favour small numbers: those past the last whole round are drawn anew.
  const std::uint64_t most = UINT64_MAX - UINT64_MAX % count;
  std::uint64_t drawn = next();
  while (drawn >= most) drawn = next();
  return static_cast<std::uint32_t>(drawn % count);
}

int Random::between(int low, int high) noexcept {
  return low + static_cast<int>(below(static_cast<std::uint32_t>(high - low) + 1U));
}

}  // namespace bce
