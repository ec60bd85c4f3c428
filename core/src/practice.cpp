#include "bce/practice.hpp"

namespace bce {

Problem free_problem() noexcept { return {*Label::from(1.0), *Probability::from(0.85)}; }

}  // namespace bce
