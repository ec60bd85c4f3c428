#include "bce/difference.hpp"

#include <emscripten/bind.h>

#include <cmath>
#include <numbers>

#include "../bindings/runs.hpp"
#include "bce/elementary.hpp"
#include "names.hpp"

namespace bce::wasm {
namespace {

/// The arguments checked by core, then f of them.
template <class F>
val with_point(const std::string& kind_name, double label, double logit, const View::Bounds& bounds,
               F f) {
  const auto kind = named<DifferenceKind>(kind_name);
  if (!kind) return failure("difference_unknown");
  const auto y = Label::from(label);
  if (!y) return failure(y.error());
  const auto z = Logit::from(logit);
  if (!z) return failure(z.error());
  const auto view = View::from(bounds);
  if (!view) return failure(view.error());
  return f(*kind, *y, *z, *view);
}

double log10_of(double x) { return elementary::ln(x) / std::numbers::ln10; }

val difference_of(const std::string& kind_name, double label, double logit, double step,
                  double x_low, double x_high, double y_low, double y_high, double width_px,
                  double height_px) {
  const View::Bounds bounds{x_low, x_high, y_low, y_high, width_px, height_px};
  return with_point(kind_name, label, logit, bounds,
                    [step](DifferenceKind kind, Label y, Logit z, const View& view) {
                      const auto d = difference(kind, y, z, step);
                      if (!d) return failure(d.error());
                      val object = val::object();
                      object.set("ahead", d->ahead);
                      object.set("behind", d->behind);
                      object.set("change", d->change);
                      object.set("width", d->width);
                      object.set("quotient", d->quotient);
                      object.set("slope", d->slope);
                      object.set("error", d->error);
                      object.set("cause", text(name(d->cause)));
                      object.set("xPx", view.x_px(log10_of(step)));
                      object.set("yPx", view.y_px(log10_of(d->error)));
                      return ok(object);
                    });
}

val difference_errors_of(const std::string& kind_name, double label, double logit, double x_low,
                         double x_high, double y_low, double y_high, double width_px,
                         double height_px) {
  const View::Bounds bounds{x_low, x_high, y_low, y_high, width_px, height_px};
  return with_point(kind_name, label, logit, bounds,
                    [](DifferenceKind kind, Label y, Logit z, const View& view) {
                      return ok(to_runs(difference_errors(kind, y, z, view)));
                    });
}

val sigmoid_slope_of(double logit) {
  const auto z = Logit::from(logit);
  return z ? ok(sigmoid_slope(*z)) : failure(z.error());
}

val slope_curve_of(const std::string& loss_name, double label, double x_low, double x_high,
                   double y_low, double y_high, double width_px, double height_px) {
  const auto loss = named<ComparedLoss>(loss_name);
  if (!loss) return failure("curve_unknown");
  const auto y = Label::from(label);
  if (!y) return failure(y.error());
  const auto view = View::from({x_low, x_high, y_low, y_high, width_px, height_px});
  if (!view) return failure(view.error());
  return ok(to_runs(slope_curve(*loss, *y, *view)));
}

}  // namespace

EMSCRIPTEN_BINDINGS(bce_difference) {
  emscripten::function("difference", &difference_of);
  emscripten::function("differenceErrors", &difference_errors_of);
  emscripten::function("sigmoidSlope", &sigmoid_slope_of);
  emscripten::function("slopeCurve", &slope_curve_of);
}

}  // namespace bce::wasm
