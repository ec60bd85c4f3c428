#include "bce/graph.hpp"

#include <emscripten/bind.h>

#include <algorithm>
#include <array>

#include "bce/comparison.hpp"
#include "bce/curves.hpp"
#include "bce/libraries.hpp"
#include "bce/loss.hpp"
#include "bce/reading.hpp"
#include "bce/tangent.hpp"
#include "convert.hpp"
#include "runs.hpp"

namespace bce::wasm {
namespace {

val loss_curve(const std::string& curve_name, double label, const std::string& axis_name,
               double x_low, double x_high, double y_low, double y_high, double width_px,
               double height_px) {
  const auto compared = named<ComparedLoss>(curve_name);
  const auto library = named<Library>(curve_name);
  if (!compared && !library) return failure("curve_unknown");
  const auto y = Label::from(label);
  if (!y) return failure(y.error());
  const auto axis = named<Axis>(axis_name);
  if (!axis) return failure("axis_unknown");
  const auto view = View::from({x_low, x_high, y_low, y_high, width_px, height_px});
  if (!view) return failure(view.error());
  return ok(
      to_runs(compared ? curve(*compared, *y, *axis, *view) : curve(*library, *y, *axis, *view)));
}

/// All of a PointReading in one array, because every property that is set from here costs as much
/// as the whole array. The order is that of web/engine/unpack.ts; the tangent, where there is one,
/// is last.
val read_point(double label, const std::string& given_name, double at, const std::string& axis_name,
               double x_low, double x_high, double y_low, double y_high, double width_px,
               double height_px) {
  const auto y = Label::from(label);
  if (!y) return failure(y.error());
  const auto given = named<Axis>(given_name);
  const auto axis = named<Axis>(axis_name);
  if (!given || !axis) return failure("axis_unknown");
  const auto prediction = Prediction::from(*given, at);
  if (!prediction) return failure(prediction.error());
  const auto view = View::from({x_low, x_high, y_low, y_high, width_px, height_px});
  if (!view) return failure(view.error());

  const Probability p = prediction->probability();
  const Reading reading = read(*y, *prediction);
  const Point place{prediction->on(*axis), reading.loss};
  const auto line = tangent(place, reading.slope_over(*axis), *view);
  const Line drawn = line.value_or(Line{});
  const Mark mark = mark_of(place, *view);
  const std::array numbers{p.value(),
                           prediction->complement(),
                           prediction->logit(),
                           reading.loss,
                           reading.slope,
                           reading.slope_in_logit,
                           reading.entropy,
                           reading.divergence,
                           reading.squared_error,
                           reading.squared_error_slope,
                           reading.classification_error,
                           reported_loss(Library::pytorch, *y, p),
                           reported_slope(Library::pytorch, *y, p),
                           reported_loss(Library::keras, *y, p),
                           reported_slope(Library::keras, *y, p),
                           reported_loss(Library::scikit_learn, *y, p),
                           reported_slope(Library::scikit_learn, *y, p),
                           mark.px.x,
                           mark.px.y,
                           mark.in_frame ? 1.0 : 0.0,
                           drawn.from.x,
                           drawn.from.y,
                           drawn.to.x,
                           drawn.to.y};
  return ok(val::module_property("point")(
      emscripten::typed_memory_view(numbers.size() - (line ? 0 : 4), numbers.data())));
}

val axis_ticks(const std::string& axis, double x_low, double x_high, double y_low, double y_high,
               double width_px, double height_px, double at_most) {
  const auto view = View::from({x_low, x_high, y_low, y_high, width_px, height_px});
  if (!view) return failure(view.error());
  if (axis != "x" && axis != "y") return failure("axis_unknown");
  const bool horizontal = axis == "x";
  const View::Bounds& b = view->bounds();
  const auto count = static_cast<std::size_t>(std::clamp(at_most, 0.0, 100.0));
  const auto values =
      horizontal ? ticks(b.x_low, b.x_high, count) : ticks(b.y_low, b.y_high, count);
  val list = val::array();
  for (const double value : values) {
    const double px = horizontal ? view->x_px(value) : view->y_px(value);
    val tick = val::object();
    tick.set("value", value);
    tick.set("px", px);
    list.call<void>("push", tick);
  }
  return ok(list);
}

}  // namespace

EMSCRIPTEN_BINDINGS(bce_graph) {
  emscripten::function("lossCurve", &loss_curve);
  emscripten::function("readPoint", &read_point);
  emscripten::function("ticks", &axis_ticks);
}

}  // namespace bce::wasm
