/// What a training looks like: where the model is undecided, what it says, and how its loss went.
///
/// Views are in the units of what is shown, kilograms and centimetres; the weights are those of the
/// model, which has its features measured (animals.hpp). Everything is inside the frame, in pixels.
#pragma once

#include <optional>
#include <span>

#include "bce/animals.hpp"
#include "bce/graph.hpp"
#include "bce/tangent.hpp"
#include "bce/training.hpp"

namespace bce {

/// Where the model's logit is `level`: at 0 it is undecided, p = 1/2. With two features a straight
/// line of the plane of both; with one, upright through a weight in kilograms, whatever the view
/// has upwards. None where the logit is the same everywhere, or where no such place is in the
/// frame. From left to right; an upright one from the top.
[[nodiscard]] std::optional<Line> level_line(const Weights& weights, int features, double level,
                                             const View& view) noexcept;

/// The probability of a dog over the weight in kilograms; one feature. Within kCurveTolerancePx on
/// the frames of the lesson.
[[nodiscard]] std::vector<Run> probability_curve(const Weights& weights, const View& view);

/// A value per step, from the first, which is at 0 of the horizontal axis. Where there are more
/// steps than columns of pixels, each column has the least and the greatest of its values, so that
/// leaps stay to be seen. What is beyond the frame is drawn on its edge.
[[nodiscard]] Run trace(std::span<const double> values, const View& view);

}  // namespace bce
