#include <emscripten/bind.h>

#include "bce/expression.hpp"
#include "bce/parse.hpp"
#include "bce/tokens.hpp"
#include "convert.hpp"

namespace bce::wasm {
namespace {

val formula(const std::string& utf8) {
  const auto expression = parse(utf8);
  if (expression) return ok(to_tokens(tokens(*expression)));
  const ParseError& error = expression.error();
  val outcome = failure(error.code);
  outcome.set("position", error.position);
  outcome.set("length", error.length);
  return outcome;
}

val evaluate_text(const std::string& utf8) {
  const auto expression = parse(utf8);
  if (!expression) return failure(expression.error().code);
  const auto value = evaluate(*expression, {});
  return value ? ok(*value) : failure(value.error());
}

}  // namespace

EMSCRIPTEN_BINDINGS(bce_formula) {
  emscripten::function("formula", &formula);
  emscripten::function("evaluate", &evaluate_text);
}

}  // namespace bce::wasm
