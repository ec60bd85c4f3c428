/// What an input costs, counted instead of timed, so that a test can hold any input to a bound.
///
/// Only builds for tests count (BCE_COUNT_WORK); in what is shipped spend() is nothing. One unit is
/// one character read, one word looked up, one node of a tree visited, one comparison with a
/// mistake, or eight words of a long number.
#pragma once

#include <cstddef>

namespace bce {

#ifdef BCE_COUNT_WORK
inline std::size_t work_spent = 0;
inline void spend(std::size_t units = 1) noexcept { work_spent += units; }
#else
inline void spend(std::size_t /*units*/ = 1) noexcept {}
#endif

}  // namespace bce
