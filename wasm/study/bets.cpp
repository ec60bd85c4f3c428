#include "bce/bets.hpp"

#include <emscripten/bind.h>

#include "../bindings/convert.hpp"
#include "question.hpp"

namespace bce::wasm {
namespace {

val source_of(double seed) {
  const auto known = seed_from(seed);
  if (!known) return failure("seed_unknown");
  const Source made = source(*known);
  val object = val::object();
  object.set("rate", made.rate);
  object.set("outcomes", copy_out(made.outcomes));
  return ok(object);
}

val to_object(const Score& score) {
  val object = val::object();
  object.set("logLoss", score.log_loss);
  object.set("brier", score.brier);
  return object;
}

val score_of(const val& outcomes, const val& bets) {
  const Numbers y = copy_in(outcomes);
  const Numbers p = copy_in(bets);
  if (!y.data || !p.data) return failure("out_of_memory");
  const auto scores = score(y.view(), p.view());
  if (!scores) return failure(scores.error().code);
  val object = val::object();
  object.set("own", to_object(scores->own));
  object.set("best", to_object(scores->best));
  object.set("half", to_object(scores->half));
  object.set("share", scores->share);
  object.set("ruined", static_cast<double>(scores->ruined));
  val bins = val::array();
  for (const CalibrationBin& bin : scores->bins) {
    val filled = val::object();
    filled.set("count", static_cast<double>(bin.count));
    filled.set("meanBet", bin.mean_bet);
    filled.set("share", bin.share);
    bins.call<void>("push", filled);
  }
  object.set("bins", bins);
  return ok(object);
}

}  // namespace

EMSCRIPTEN_BINDINGS(bce_bets) {
  emscripten::function("source", &source_of);
  emscripten::function("score", &score_of);
}

}  // namespace bce::wasm
