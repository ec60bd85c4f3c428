#include "bce/curves.hpp"

#include <limits>
#include <optional>
#include <utility>

namespace bce {
namespace {

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

double height(ComparedLoss kind, Label y, const Prediction& prediction) noexcept {
  const std::optional<Logit>& z = prediction.given_logit();
  const Probability p = prediction.probability();
  switch (kind) {
    case ComparedLoss::cross_entropy:
      return z ? loss_from_logit(y, *z) : loss(y, p);
    case ComparedLoss::squared_error:
      return z ? squared_error_from_logit(y, *z) : squared_error(y, p);
    case ComparedLoss::classification_error:
      return z ? classification_error_from_logit(y, *z) : classification_error(y, p);
  }
  return kNoValue;
}

double height(Library library, Label y, const Prediction& prediction) noexcept {
  return reported_loss(library, y, prediction.probability());
}

}  // namespace

std::vector<Run> curve(ComparedLoss loss, Label y, Axis axis, const View& view) {
  const auto f = [=](double x) {
    const auto prediction = Prediction::from(axis, x);
    return prediction ? height(loss, y, *prediction) : kNoValue;
  };
  if (loss != ComparedLoss::classification_error) return sample(f, view);
  // Sampled as one, the jump would be drawn as a line.
  const double threshold = axis == Axis::probability ? 0.5 : 0.0;
  std::vector<Run> runs;
  for (const bool right : {false, true}) {
    const auto piece = [&](double x) { return (x >= threshold) == right ? f(x) : kNoValue; };
    for (Run& run : sample(piece, view)) runs.push_back(std::move(run));
  }
  return runs;
}

std::vector<Run> curve(Library library, Label y, Axis axis, const View& view) {
  return sample(
      [=](double x) {
        const auto prediction = Prediction::from(axis, x);
        return prediction ? height(library, y, *prediction) : kNoValue;
      },
      view);
}

}  // namespace bce
