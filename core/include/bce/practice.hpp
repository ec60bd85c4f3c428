/// The problems a learner is asked to solve.
#pragma once

#include "bce/loss.hpp"

namespace bce {

/// One example whose loss is asked for.
struct Problem {
  Label label;
  Probability probability;
};

/// The free problem: a patient is given a probability of 0.85 of having a condition, and has it.
[[nodiscard]] Problem free_problem() noexcept;

}  // namespace bce
