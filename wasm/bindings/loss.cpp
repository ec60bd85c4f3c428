#include "bce/loss.hpp"

#include <emscripten/bind.h>

#include "bce/libraries.hpp"
#include "convert.hpp"

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

template <class F>
val with_logit(double label, double logit, F f) {
  const auto y = Label::from(label);
  if (!y) return failure(y.error());
  const auto z = Logit::from(logit);
  if (!z) return failure(z.error());
  return ok(f(*y, *z));
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

val mean_loss_of(const val& labels, const val& probabilities) {
  const Numbers y = copy_in(labels);
  const Numbers p = copy_in(probabilities);
  if (!y.data || !p.data) return failure("out_of_memory");
  const auto mean = mean_loss(y.view(), p.view());
  if (mean) return ok(*mean);
  const BatchError& error = mean.error();
  val outcome = failure(error.code);
  if (error.code == BatchErrorCode::label || error.code == BatchErrorCode::probability) {
    outcome.set("row", error.row);
    outcome.set("cause", text(name(error.cause)));
  }
  return outcome;
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
