/// The numbers that the walkthroughs ask for: those of their steps, which are the same for
/// everybody, and those of the task at the end of each, which follow from a seed.
///
/// Each is a formula in y, p and z, and so is each mistake on the way to it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "bce/question.hpp"

namespace bce {

enum class Asked : std::uint8_t {
  // From logits.
  logits_loss,      // y = 1, z: the loss from the logit
  logits_softplus,  // ln(1 + e^z) for a z whose power no double holds
  logits_task,      // y, z: the loss, by the stable form
  // The gradient.
  gradient_in_p,   // dL/dp
  gradient_of_p,   // dp/dz
  gradient_in_z,   // dL/dz, their product
  gradient_order,  // by what the error of a central difference falls for a tenth of its step
  gradient_task,   // y, z: dL/dz
  // Entropy, cross-entropy and their difference.
  entropy_of_label,    // H(y)
  entropy_cross,       // the loss of a soft label
  entropy_divergence,  // what is between them
  entropy_task,        // y, p: KL(y || p)
};
inline constexpr std::size_t kAsked = 12;

/// What was given, and the question about it.
struct Asking {
  double label = 0.0;
  /// p, or z where the question is about a logit.
  double at = 0.0;
  bool logit = false;
  Question question{};
};

/// For a task `seed` may be any number; a step has the same numbers for every seed.
[[nodiscard]] Asking asking(Asked asked, std::uint32_t seed);

}  // namespace bce
