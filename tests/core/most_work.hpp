/// What judging any text may cost, in the units of work.hpp: held by work_test.cpp and by the
/// fuzzer.
///
/// An ordinary answer costs some 600. A unit is some 10 to 25 ns of native code, and three times
/// that in WebAssembly: the most is far below a millisecond.
#pragma once

#include <cstddef>

namespace bce {

inline constexpr std::size_t kMostToJudge = 12'000;
inline constexpr std::size_t kMostToJudgeLine = 24'000;
inline constexpr std::size_t kMostToDraw = 8'000;

}  // namespace bce
