#include "bce/difference.hpp"

#include <cmath>
#include <numbers>

#include "bce/elementary.hpp"
#include "bce/numeric.hpp"

namespace bce {
namespace {

constexpr int kPerDecade = 8;

/// z + h is finite for every h up to kLargestStep, but next to the largest double.
double loss_near(Label y, double z) noexcept {
  const auto logit = Logit::from(z);
  return logit ? loss_from_logit(y, *logit) : std::nan("");
}

/// By the first term of either error: that of Taylor's series, and half a unit of the losses and of
/// z + h.
DifferenceCause cause_of(const Difference& d, bool central, Logit z, double h) noexcept {
  constexpr double kHalfUnit = 0x1p-53;
  if (d.change == 0.0) return DifferenceCause::nothing;
  if (d.error <= 2.0 * kHalfUnit) return DifferenceCause::exact;
  const double bend = sigmoid_slope(z);
  const double lean = std::fabs(sigmoid(z.value()) - sigmoid(-z.value()));
  const double bending = central ? h * h / 6.0 * bend * lean : h / 2.0 * bend;
  const double far = std::fabs(z.value()) + h;
  const double rounding = kHalfUnit * (d.ahead + d.behind + far * std::fabs(d.slope)) / d.width;
  if (bending > 10.0 * rounding) return DifferenceCause::bends;
  return rounding > 10.0 * bending ? DifferenceCause::rounds : DifferenceCause::both;
}

}  // namespace

Result<Difference, DifferenceError> difference(DifferenceKind kind, Label y, Logit z,
                                               double h) noexcept {
  if (!(h > 0.0 && h <= kLargestStep)) return DifferenceError::step_out_of_range;
  const bool central = kind == DifferenceKind::central;
  Difference d;
  d.ahead = loss_near(y, z.value() + h);
  d.behind = loss_near(y, central ? z.value() - h : z.value());
  d.change = d.ahead - d.behind;
  d.width = central ? 2.0 * h : h;
  d.quotient = d.change / d.width;
  d.slope = slope_from_logit(y, z);
  d.error = std::fabs(d.quotient - d.slope);
  d.cause = cause_of(d, central, z, h);
  return d;
}

std::vector<Run> difference_errors(DifferenceKind kind, Label y, Logit z, const View& view) {
  const View::Bounds& b = view.bounds();
  std::vector<Run> runs(1);
  const int last = static_cast<int>(std::floor((b.x_high - b.x_low) * kPerDecade));
  for (int i = 0; i <= last; ++i) {
    const double exponent = b.x_low + static_cast<double>(i) / kPerDecade;
    const auto d = difference(kind, y, z, elementary::exp(exponent * std::numbers::ln10));
    const double height = d ? elementary::ln(d->error) / std::numbers::ln10 : std::nan("");
    if (height >= b.y_low && height <= b.y_high) {
      runs.back().push_back({view.x_px(exponent), view.y_px(height)});
    } else if (!runs.back().empty()) {
      runs.emplace_back();
    }
  }
  std::erase_if(runs, [](const Run& run) { return run.size() < 2; });
  return runs;
}

double sigmoid_slope(Logit z) noexcept { return sigmoid(z.value()) * sigmoid(-z.value()); }

std::vector<Run> slope_curve(ComparedLoss loss, Label y, const View& view) {
  return sample(
      [=](double x) {
        const auto z = Logit::from(x);
        if (!z || loss == ComparedLoss::classification_error) return std::nan("");
        return loss == ComparedLoss::cross_entropy ? slope_from_logit(y, *z)
                                                   : squared_error_slope_from_logit(y, *z);
      },
      view);
}

}  // namespace bce
