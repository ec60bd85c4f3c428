#include "bce/derivation.hpp"

#include <emscripten/bind.h>

#include <string>

#include "bce/tokens.hpp"
#include "convert.hpp"

namespace bce::wasm {
namespace {

val formulas() {
  val list = val::array();
  for (const Expression& formula : derivation_formulas())
    list.call<void>("push", to_tokens(tokens(formula)));
  return ok(list);
}

val derive_of(const val& labels, const val& probabilities, const std::string& without) {
  const auto dropped = named<Dropped>(without);
  if (!dropped) return failure("assumption_unknown");
  const auto rows = labels["length"].as<std::size_t>();
  if (rows > kMostRows) return failure(DataErrorCode::too_many_rows);
  if (probabilities["length"].as<std::size_t>() != rows) {
    return failure(DataErrorCode::lengths_differ);
  }
  double y[kMostRows];
  double p[kMostRows];
  copy_in(labels, 0, {y, rows});
  copy_in(probabilities, 0, {p, rows});
  const auto derivation = derive({y, rows}, {p, rows}, *dropped);
  if (!derivation) {
    val outcome = failure(derivation.error().code);
    outcome.set("row", derivation.error().row);
    return outcome;
  }
  val steps = val::array();
  for (const Step& step : derivation->steps) {
    val object = val::object();
    object.set("id", text(name(step.id)));
    object.set("formula", to_tokens(tokens(step.formula)));
    object.set("worked", to_tokens(tokens(step.worked)));
    object.set("value", step.value);
    object.set("follows", step.follows);
    object.set("agrees", step.agrees);
    object.set("comparable", step.comparable);
    object.set("exact", step.exact);
    steps.call<void>("push", object);
  }
  val value = val::object();
  value.set("steps", steps);
  value.set("figures", kFigures);
  value.set("underflowed", derivation->underflowed);
  val breach = val::object();
  breach.set("rows", derivation->breach.rows);
  breach.set("step", text(name(derivation->breach.step)));
  breach.set("instead", derivation->breach.instead);
  value.set("breach", breach);
  return ok(value);
}

}  // namespace

EMSCRIPTEN_BINDINGS(bce_derivation) {
  emscripten::function("derivationFormulas", &formulas);
  emscripten::function("derive", &derive_of);
}

}  // namespace bce::wasm
