#include "bce/graph.hpp"

#include <emscripten/bind.h>

#include <algorithm>
#include <cmath>

#include "bce/loss.hpp"
#include "bce/numeric.hpp"
#include "convert.hpp"

namespace bce::wasm {
namespace {

val loss_curve(double label, const val& view_object) {
  const auto y = Label::from(label);
  if (!y) return failure(y.error());
  const auto view = to_view(view_object);
  if (!view) return failure(view.error());
  const auto f = [&](double x) {
    const auto p = Probability::from(x);
    return p ? loss(*y, *p) : NAN;
  };
  val runs = val::array();
  std::vector<double> flat;
  for (const Run& run : sample(f, *view)) {
    flat.clear();
    for (const Point& point : run) {
      flat.push_back(point.x);
      flat.push_back(point.y);
    }
    runs.call<void>("push", copy_out(flat));
  }
  return ok(runs);
}

val read_point(double label, double probability, const val& view_object) {
  const auto y = Label::from(label);
  if (!y) return failure(y.error());
  const auto p = Probability::from(probability);
  if (!p) return failure(p.error());
  const auto view = to_view(view_object);
  if (!view) return failure(view.error());

  const double height = loss(*y, *p);
  const double y_px = view->y_px(height);
  val point = val::object();
  point.set("loss", height);
  point.set("slope", slope(*y, *p));
  point.set("logit", logit(p->value()));
  point.set("slopeInLogit", p->value() - y->value());
  point.set("entropy", entropy(*y));
  point.set("divergence", divergence(*y, *p));
  point.set("xPx", view->x_px(p->value()));
  point.set("yPx", std::clamp(y_px, 0.0, view->bounds().height_px));
  point.set("inFrame", y_px >= 0.0);
  return ok(point);
}

val axis_ticks(const std::string& axis, const val& view_object, double at_most) {
  const auto view = to_view(view_object);
  if (!view) return failure(view.error());
  if (axis != "x" && axis != "y") return failure("axis_unknown");
  const bool horizontal = axis == "x";
  const View::Bounds& b = view->bounds();
  const auto count = static_cast<std::size_t>(std::clamp(at_most, 0.0, 100.0));
  const auto values =
      horizontal ? ticks(b.x_low, b.x_high, count) : ticks(b.y_low, b.y_high, count);
  val list = val::array();
  for (const double value : values) {
    val tick = val::object();
    tick.set("value", value);
    tick.set("px", horizontal ? view->x_px(value) : view->y_px(value));
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
