#include "bce/loss.hpp"

#include <emscripten/bind.h>

#include <algorithm>

#include "bce/batch.hpp"
#include "bce/libraries.hpp"
#include "convert.hpp"
#include "examples.hpp"

namespace bce::wasm {
namespace {

/// Both arguments checked by core, then f of them.
template <class F>
val with_probability(double label, double probability, F f) {
  const auto y = Label::from(label);
  if (!y) return failure(y.error());
  const auto p = Probability::from(probability);
  if (!p) return failure(p.error());
  return ok(f(*y, *p));
}

val loss_of(double y, double p) { return with_probability(y, p, loss); }
val slope_of(double y, double p) { return with_probability(y, p, slope); }
val divergence_of(double y, double p) { return with_probability(y, p, divergence); }
val loss_from_logit_of(double y, double z) { return with_logit(y, z, loss_from_logit); }
val slope_from_logit_of(double y, double z) { return with_logit(y, z, slope_from_logit); }

val entropy_of(double label) {
  const auto y = Label::from(label);
  return y ? ok(entropy(*y)) : failure(y.error());
}

val in_unit_of(const std::string& unit_name, double nats) {
  const auto unit = named<Unit>(unit_name);
  return unit ? ok(in_unit(*unit, nats)) : failure("unit_unknown");
}

val reported_loss_of(const std::string& library_name, double label, double probability) {
  const auto library = named<Library>(library_name);
  if (!library) return failure("library_unknown");
  return with_probability(label, probability,
                          [=](Label y, Probability p) { return reported_loss(*library, y, p); });
}

/// A chunk at a time: memory that has grown is never given back, and a chunk stays in the cache.
val mean_loss_of(const val& labels, const val& probabilities) {
  const auto rows = labels["length"].as<std::size_t>();
  if (probabilities["length"].as<std::size_t>() != rows) {
    return failure(BatchErrorCode::lengths_differ);
  }
  if (rows == 0) return failure(BatchErrorCode::empty);
  constexpr std::size_t kChunk = 4096;
  double y[kChunk];
  double p[kChunk];
  LossSum sum;
  for (std::size_t from = 0; from < rows; from += kChunk) {
    const std::size_t size = std::min(kChunk, rows - from);
    copy_in(labels, from, {y, size});
    copy_in(probabilities, from, {p, size});
    if (const auto error = sum.add({y, size}, {p, size})) {
      val outcome = failure(error->code);
      outcome.set("row", from + error->row);
      outcome.set("cause", text(name(error->cause)));
      return outcome;
    }
  }
  return ok(sum.value() / static_cast<double>(rows));
}

}  // namespace

EMSCRIPTEN_BINDINGS(bce_loss) {
  emscripten::function("loss", &loss_of);
  emscripten::function("lossFromLogit", &loss_from_logit_of);
  emscripten::function("slope", &slope_of);
  emscripten::function("slopeFromLogit", &slope_from_logit_of);
  emscripten::function("entropy", &entropy_of);
  emscripten::function("divergence", &divergence_of);
  emscripten::function("inUnit", &in_unit_of);
  emscripten::function("reportedLoss", &reported_loss_of);
  emscripten::function("meanLoss", &mean_loss_of);
}

}  // namespace bce::wasm
