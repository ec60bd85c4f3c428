#include "bce/training.hpp"

#include <emscripten/bind.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "../bindings/convert.hpp"
#include "bce/animals.hpp"
#include "bce/numeric.hpp"
#include "bce/training_graph.hpp"
#include "question.hpp"
#include "training_names.hpp"

namespace bce::wasm {
namespace {

/// So few that memory for them is always there.
constexpr std::size_t kMostExamples = 20'000;
constexpr double kMostSteps = 100'000;

/// Refused by its length before anything is copied.
bool too_long(const val& float64_array) {
  return float64_array["length"].as<std::size_t>() > kMostExamples;
}

std::vector<double> copied(const val& float64_array) {
  std::vector<double> numbers(float64_array["length"].as<std::size_t>());
  val{emscripten::typed_memory_view(numbers.size(), numbers.data())}.call<void>("set",
                                                                                float64_array);
  return numbers;
}

bool all_finite(std::span<const double> numbers) {
  return std::all_of(numbers.begin(), numbers.end(), [](double x) { return std::isfinite(x); });
}

/// Three finite numbers.
std::optional<Weights> weights_from(const val& float64_array) {
  if (float64_array["length"].as<std::size_t>() != 3) return std::nullopt;
  const std::vector<double> numbers = copied(float64_array);
  if (!all_finite(numbers)) return std::nullopt;
  return Weights{numbers[0], numbers[1], numbers[2]};
}

val to_array(const Weights& weights) {
  return copy_out(std::array{weights.bias, weights.first, weights.second});
}

val to_array(std::span<const Point> points) {
  std::vector<double> flat;
  for (const Point& point : points) {
    flat.push_back(point.x);
    flat.push_back(point.y);
  }
  return copy_out(flat);
}

/// The arrays checked by core, measured as the model has them, then f of the examples.
template <class F>
val with_examples(const val& kilograms, const val& centimetres, const val& labels, F f) {
  if (too_long(kilograms) || too_long(centimetres) || too_long(labels)) return failure("too_many");
  std::vector<double> first = copied(kilograms);
  std::vector<double> second = copied(centimetres);
  const std::vector<double> y = copied(labels);
  measure(kWeightKg, first);
  measure(kEarsCm, second);
  const auto examples = Examples::from(first, second, y);
  return examples ? f(*examples) : failure(examples.error());
}

template <class F>
val with_view(double x_low, double x_high, double y_low, double y_high, double width_px,
              double height_px, F f) {
  const auto view = View::from({x_low, x_high, y_low, y_high, width_px, height_px});
  return view ? f(*view) : failure(view.error());
}

val animals_of(double seed_number, const std::string& herd_name) {
  const auto seed = seed_from(seed_number);
  if (!seed) return failure("seed_unknown");
  const auto herd = named<Herd>(herd_name);
  if (!herd) return failure("herd_unknown");
  const Animals all = animals(*seed, *herd);
  val object = val::object();
  object.set("weights", copy_out(all.weights_kg));
  object.set("ears", copy_out(all.ears_cm));
  object.set("labels", copy_out(all.labels));
  return ok(object);
}

val starting_weights_of(const std::string& start_name, double seed_number, double features) {
  const auto start = named<Start>(start_name);
  if (!start) return failure("start_unknown");
  const auto seed = seed_from(seed_number);
  if (!seed) return failure("seed_unknown");
  if (features != 1.0 && features != 2.0) return failure("features_unknown");
  return ok(to_array(starting_weights(*start, *seed, static_cast<int>(features))));
}

val train_of(const val& kilograms, const val& centimetres, const val& labels, const val& from,
             const val& before, const std::string& loss_name, double rate, double steps) {
  const auto loss = named<TrainingLoss>(loss_name);
  if (!loss) return failure("loss_unknown");
  const auto weights = weights_from(from);
  if (!weights) return failure(TrainingError::weight_not_finite);
  if (!(rate > 0.0 && std::isfinite(rate))) return failure(TrainingError::rate_not_positive);
  if (!(steps >= 0.0 && steps <= kMostSteps)) return failure("steps_unknown");
  if (too_long(before)) return failure("too_many");
  return with_examples(kilograms, centimetres, labels, [&](const Examples& examples) {
    const std::vector<double> known = copied(before);
    const Training run =
        train(examples, *weights, *loss, rate, static_cast<std::size_t>(steps), known);
    std::vector<double> losses(examples.size());
    std::vector<double> probabilities(examples.size());
    if (run.fit.finite) each(examples, run.weights, *loss, losses, probabilities);
    val object = val::object();
    object.set("weights", to_array(run.weights));
    object.set("gradient", to_array(run.fit.gradient));
    object.set("slope", size_of(run.fit.gradient));
    object.set("meanLoss", run.fit.mean_loss);
    object.set("wrong", static_cast<double>(run.fit.wrong));
    object.set("losses", copy_out(std::span<const double>(run.losses).subspan(known.size())));
    object.set("each", copy_out(losses));
    object.set("probabilities", copy_out(probabilities));
    const Dearest most = dearest(losses);
    object.set("dearest", static_cast<double>(most.index));
    object.set("share", most.share);
    object.set("course", text(name(run.course)));
    return ok(object);
  });
}

val safe_rate_of(const val& kilograms, const val& centimetres, const val& labels) {
  return with_examples(kilograms, centimetres, labels,
                       [](const Examples& examples) { return ok(safe_rate(examples)); });
}

val level_line_of(const val& from, double features, double probability, double x_low, double x_high,
                  double y_low, double y_high, double width_px, double height_px) {
  const auto weights = weights_from(from);
  if (!weights) return failure(TrainingError::weight_not_finite);
  if (features != 1.0 && features != 2.0) return failure("features_unknown");
  if (!(probability > 0.0 && probability < 1.0)) return failure("probability_out_of_range");
  return with_view(x_low, x_high, y_low, y_high, width_px, height_px, [&](const View& view) {
    const auto line = level_line(*weights, static_cast<int>(features), logit(probability), view);
    if (!line) return ok(copy_out({}));
    return ok(copy_out(std::array{line->from.x, line->from.y, line->to.x, line->to.y}));
  });
}

val probability_curve_of(const val& from, double x_low, double x_high, double y_low, double y_high,
                         double width_px, double height_px) {
  const auto weights = weights_from(from);
  if (!weights) return failure(TrainingError::weight_not_finite);
  return with_view(x_low, x_high, y_low, y_high, width_px, height_px, [&](const View& view) {
    val runs = val::array();
    for (const Run& run : probability_curve(*weights, view)) {
      runs.call<void>("push", to_array(std::span<const Point>(run)));
    }
    return ok(runs);
  });
}

val loss_trace_of(const val& values, double x_low, double x_high, double y_low, double y_high,
                  double width_px, double height_px) {
  return with_view(x_low, x_high, y_low, y_high, width_px, height_px, [&](const View& view) {
    return ok(to_array(std::span<const Point>(trace(copied(values), view))));
  });
}

val placed_of(const val& across, const val& up, double x_low, double x_high, double y_low,
              double y_high, double width_px, double height_px) {
  const std::vector<double> x = copied(across);
  const std::vector<double> y = copied(up);
  if (x.size() != y.size()) return failure(TrainingError::lengths_differ);
  return with_view(x_low, x_high, y_low, y_high, width_px, height_px, [&](const View& view) {
    std::vector<Point> points;
    for (std::size_t i = 0; i < x.size(); ++i) points.push_back(mark_of({x[i], y[i]}, view).px);
    return ok(to_array(std::span<const Point>(points)));
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(bce_training) {
  emscripten::function("animals", &animals_of);
  emscripten::function("startingWeights", &starting_weights_of);
  emscripten::function("train", &train_of);
  emscripten::function("safeRate", &safe_rate_of);
  emscripten::function("levelLine", &level_line_of);
  emscripten::function("probabilityCurve", &probability_curve_of);
  emscripten::function("lossTrace", &loss_trace_of);
  emscripten::function("placed", &placed_of);
}

}  // namespace bce::wasm
