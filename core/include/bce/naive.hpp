/// The loss from a logit as a program computes it that does not think of rounding: first the
/// probability, then its logarithms. Beside it the form that keeps its digits, in its parts.
///
/// In float64 each operation is that of IEEE double; ln and exp are elementary.hpp's, which a C
/// library's differ from in the last place at most. In float32 each result, those of ln and exp
/// too, is rounded to the nearest float, and the logit is one to begin with.
///
/// What comes out is what IEEE 754 makes of it: infinite where 1 - p has become 0, and NaN where a
/// factor of 0 meets that infinity. Nothing here is used to compute a loss.
#pragma once

#include <cstdint>
#include <vector>

#include "bce/graph.hpp"
#include "bce/loss.hpp"

namespace bce {

enum class Precision : std::uint8_t { float32, float64 };

/// Every number on the way.
struct NaiveLoss {
  double power = 0.0;           // e^-z; infinite where it overflows
  double probability = 0.0;     // 1 / (1 + e^-z)
  double complement = 0.0;      // 1 - p
  double ln_probability = 0.0;  // ln p
  double ln_complement = 0.0;   // ln(1 - p)
  double loss = 0.0;            // -(y ln p + (1 - y) ln(1 - p)); may be NaN
};
[[nodiscard]] NaiveLoss naive_loss(Precision precision, Label y, Logit z) noexcept;

/// L = large - product + tail.
struct LossParts {
  double large = 0.0;    // max(z, 0)
  double product = 0.0;  // z y
  double tail = 0.0;     // ln(1 + e^-|z|), in [0, ln 2]
};
[[nodiscard]] LossParts loss_parts(Label y, Logit z) noexcept;

/// The naive loss over the logit. Nothing where it is NaN; straight up where it becomes infinite.
[[nodiscard]] std::vector<Run> naive_curve(Precision precision, Label y, const View& view);

}  // namespace bce
