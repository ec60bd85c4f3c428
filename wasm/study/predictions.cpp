#include "bce/predictions.hpp"

#include <emscripten/bind.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <optional>
#include <type_traits>

#include "../bindings/convert.hpp"
#include "names.hpp"

namespace bce::wasm {
namespace {

// So that a summary crosses as its numbers, and there is nothing to be deleted.
static_assert(std::is_trivially_copyable_v<Predictions>);
constexpr std::size_t kNumbers = sizeof(Predictions) / sizeof(double);

/// A summary that crossed before, or a new one from an empty array.
std::optional<Predictions> taken_up(const val& summary) {
  const auto size = summary["length"].as<std::size_t>();
  Predictions predictions;
  if (size == 0) return predictions;
  if (size != kNumbers) return std::nullopt;
  double numbers[kNumbers];
  copy_in(summary, 0, numbers);
  std::memcpy(&predictions, numbers, sizeof predictions);
  return predictions;
}

val laid_down(const Predictions& predictions) {
  double numbers[kNumbers];
  std::memcpy(numbers, &predictions, sizeof predictions);
  return copy_out(numbers);
}

val add_predictions(const val& summary, const std::string& scale_name, const val& labels,
                    const val& values, const val& numbers) {
  const auto scale = named<Scale>(scale_name);
  if (!scale) return failure("scale_unknown");
  const auto rows = labels["length"].as<std::size_t>();
  if (values["length"].as<std::size_t>() != rows || numbers["length"].as<std::size_t>() != rows) {
    return failure(BatchErrorCode::lengths_differ);
  }
  auto predictions = taken_up(summary);
  if (!predictions) return failure("summary_unknown");
  val faults = val::array();
  constexpr std::size_t kChunk = 2048;
  double y[kChunk];
  double p[kChunk];
  double n[kChunk];
  for (std::size_t from = 0; from < rows; from += kChunk) {
    const std::size_t size = std::min(kChunk, rows - from);
    copy_in(labels, from, {y, size});
    copy_in(values, from, {p, size});
    copy_in(numbers, from, {n, size});
    for (const BadRow& row : predictions->add(*scale, {y, size}, {p, size}, {n, size})) {
      val fault = val::object();
      fault.set("row", row.number);
      fault.set("cause", text(name(row.cause)));
      faults.call<void>("push", fault);
    }
  }
  val value = val::object();
  value.set("summary", laid_down(*predictions));
  value.set("faults", faults);
  return ok(value);
}

val report_of(const val& summary) {
  const auto predictions = taken_up(summary);
  if (!predictions) return failure("summary_unknown");
  const double rows = predictions->rows();
  if (rows == 0.0) return failure(BatchErrorCode::empty);
  const double sum = predictions->sum();
  val report = val::object();
  report.set("rows", rows);
  report.set("sum", sum);
  report.set("mean", sum / rows);
  report.set("baseRate", predictions->base_rate());
  const auto base = Label::from(std::clamp(predictions->base_rate(), 0.0, 1.0));
  report.set("baseLoss", base ? entropy(*base) : 0.0);
  val costliest = val::array();
  for (const CostlyRow& row : predictions->costliest()) {
    val object = val::object();
    object.set("row", row.number);
    object.set("label", row.label);
    object.set("probability", row.probability);
    object.set("loss", row.loss);
    // Of an infinite sum no row has a share that is a number; those that are infinite have it all.
    object.set("share", row.loss == sum ? 1.0 : row.loss / sum);
    costliest.call<void>("push", object);
  }
  report.set("costliest", costliest);
  val ranges = val::array();
  for (std::size_t i = 0; i < kLossRanges; ++i) {
    val object = val::object();
    const double infinity = std::numeric_limits<double>::infinity();
    object.set("from", i == 0 ? 0.0 : i + 1 < kLossRanges ? kLossEdges[i - 1] : infinity);
    object.set("to", i + 2 < kLossRanges ? kLossEdges[i] : infinity);
    object.set("count", predictions->losses()[i]);
    object.set("share", predictions->losses()[i] / rows);
    ranges.call<void>("push", object);
  }
  report.set("losses", ranges);
  val tenths = val::array();
  for (const Tenth& tenth : predictions->tenths()) {
    val object = val::object();
    object.set("count", tenth.count);
    object.set("probability", tenth.probabilities.value() / tenth.count);
    object.set("ones", tenth.labels.value() / tenth.count);
    tenths.call<void>("push", object);
  }
  report.set("tenths", tenths);
  val libraries = val::object();
  for (const Library library : {Library::pytorch, Library::keras, Library::scikit_learn}) {
    val object = val::object();
    object.set("mean", predictions->reported_sum(library) / rows);
    object.set("changed", predictions->clamped(library));
    libraries.set(std::string(name(library)), object);
  }
  report.set("libraries", libraries);
  return ok(report);
}

}  // namespace

EMSCRIPTEN_BINDINGS(bce_predictions) {
  emscripten::function("addPredictions", &add_predictions);
  emscripten::function("reportPredictions", &report_of);
}

}  // namespace bce::wasm
