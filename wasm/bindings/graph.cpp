#include "bce/graph.hpp"

#include <emscripten/bind.h>

#include <algorithm>
#include <initializer_list>

#include "bce/comparison.hpp"
#include "bce/curves.hpp"
#include "bce/libraries.hpp"
#include "bce/loss.hpp"
#include "bce/reading.hpp"
#include "bce/tangent.hpp"
#include "convert.hpp"

namespace bce::wasm {
namespace {

struct Field {
  const char* name;
  double number;
};

/// An object of numbers. (A set() with each name would be a function of its own for each length.)
val numbers(std::initializer_list<Field> fields) {
  val object = val::object();
  for (const Field& field : fields) object.set(field.name, field.number);
  return object;
}

val to_array(const Line& line) {
  val array = val::array();
  for (const double px : {line.from.x, line.from.y, line.to.x, line.to.y}) {
    array.call<void>("push", px);
  }
  return array;
}

val to_runs(const std::vector<Run>& list) {
  val runs = val::array();
  std::vector<double> flat;
  for (const Run& run : list) {
    flat.clear();
    for (const Point& point : run) {
      flat.push_back(point.x);
      flat.push_back(point.y);
    }
    runs.call<void>("push", copy_out(flat));
  }
  return runs;
}

val loss_curve(const std::string& curve_name, double label, const std::string& axis_name,
               const val& view_object) {
  const auto compared = named<ComparedLoss>(curve_name);
  const auto library = named<Library>(curve_name);
  if (!compared && !library) return failure("curve_unknown");
  const auto y = Label::from(label);
  if (!y) return failure(y.error());
  const auto axis = named<Axis>(axis_name);
  if (!axis) return failure("axis_unknown");
  const auto view = to_view(view_object);
  if (!view) return failure(view.error());
  return ok(
      to_runs(compared ? curve(*compared, *y, *axis, *view) : curve(*library, *y, *axis, *view)));
}

val reported(Label y, Probability p) {
  val by_library = val::object();
  for (const Library library : {Library::pytorch, Library::keras, Library::scikit_learn}) {
    by_library.set(text(name(library)), numbers({{"loss", reported_loss(library, y, p)},
                                                 {"slope", reported_slope(library, y, p)}}));
  }
  return by_library;
}

val read_point(double label, const std::string& given_name, double at, const std::string& axis_name,
               const val& view_object) {
  const auto y = Label::from(label);
  if (!y) return failure(y.error());
  const auto given = named<Axis>(given_name);
  const auto axis = named<Axis>(axis_name);
  if (!given || !axis) return failure("axis_unknown");
  const auto prediction = Prediction::from(*given, at);
  if (!prediction) return failure(prediction.error());
  const auto view = to_view(view_object);
  if (!view) return failure(view.error());

  const Reading reading = read(*y, *prediction);
  const Point place{prediction->on(*axis), reading.loss};
  const auto line = tangent(place, reading.slope_over(*axis), *view);
  const Mark mark = mark_of(place, *view);
  val point = numbers({
      {"probability", prediction->probability().value()},
      {"complement", prediction->complement()},
      {"logit", prediction->logit()},
      {"loss", reading.loss},
      {"slope", reading.slope},
      {"slopeInLogit", reading.slope_in_logit},
      {"entropy", reading.entropy},
      {"divergence", reading.divergence},
      {"squaredError", reading.squared_error},
      {"squaredErrorSlope", reading.squared_error_slope},
      {"classificationError", reading.classification_error},
      {"xPx", mark.px.x},
      {"yPx", mark.px.y},
  });
  point.set("reported", reported(*y, prediction->probability()));
  point.set("inFrame", mark.in_frame);
  point.set("tangent", line ? to_array(*line) : val::undefined());
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
    const double px = horizontal ? view->x_px(value) : view->y_px(value);
    list.call<void>("push", numbers({{"value", value}, {"px", px}}));
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
