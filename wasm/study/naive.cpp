#include "bce/naive.hpp"

#include <emscripten/bind.h>

#include "../bindings/examples.hpp"
#include "../bindings/runs.hpp"
#include "names.hpp"

namespace bce::wasm {
namespace {

val naive_loss_of(const std::string& precision_name, double label, double logit) {
  const auto precision = named<Precision>(precision_name);
  if (!precision) return failure("precision_unknown");
  return with_logit(label, logit, [&](Label y, Logit z) {
    const NaiveLoss naive = naive_loss(*precision, y, z);
    val object = val::object();
    object.set("power", naive.power);
    object.set("probability", naive.probability);
    object.set("complement", naive.complement);
    object.set("lnProbability", naive.ln_probability);
    object.set("lnComplement", naive.ln_complement);
    object.set("loss", naive.loss);
    return object;
  });
}

val loss_parts_of(double label, double logit) {
  return with_logit(label, logit, [](Label y, Logit z) {
    const LossParts parts = loss_parts(y, z);
    val object = val::object();
    object.set("large", parts.large);
    object.set("product", parts.product);
    object.set("tail", parts.tail);
    object.set("loss", loss_from_logit(y, z));
    return object;
  });
}

val naive_curve_of(const std::string& precision_name, double label, double x_low, double x_high,
                   double y_low, double y_high, double width_px, double height_px) {
  const auto precision = named<Precision>(precision_name);
  if (!precision) return failure("precision_unknown");
  const auto y = Label::from(label);
  if (!y) return failure(y.error());
  const auto view = View::from({x_low, x_high, y_low, y_high, width_px, height_px});
  if (!view) return failure(view.error());
  return ok(to_runs(naive_curve(*precision, *y, *view)));
}

}  // namespace

EMSCRIPTEN_BINDINGS(bce_naive) {
  emscripten::function("naiveLoss", &naive_loss_of);
  emscripten::function("lossParts", &loss_parts_of);
  emscripten::function("naiveCurve", &naive_curve_of);
}

}  // namespace bce::wasm
