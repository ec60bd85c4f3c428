/// The curves of the lesson's graph: a loss over the probability or over the logit, as polylines.
///
/// Over the probability a curve has no point outside [0, 1]. Over the logit it is the loss of
/// sigmoid(z), taken from z itself; a library's is what it reports when it is given sigmoid(z), in
/// double precision.
///
/// The cross-entropy is convex, so what sample() promises holds for it in any view. The squared
/// error over the logit and a library's curve with its clip are not; they are tested to the same
/// quarter of a pixel in the frames of the lesson.
#pragma once

#include <vector>

#include "bce/comparison.hpp"
#include "bce/graph.hpp"
#include "bce/libraries.hpp"
#include "bce/reading.hpp"

namespace bce {

/// The classification error jumps at its threshold, so it is two runs there and nothing between.
[[nodiscard]] std::vector<Run> curve(ComparedLoss loss, Label y, Axis axis, const View& view);

/// What a library reports.
[[nodiscard]] std::vector<Run> curve(Library library, Label y, Axis axis, const View& view);

}  // namespace bce
