#include "bce/practice.hpp"

#include <emscripten/bind.h>

#include "bce/answer.hpp"
#include "convert.hpp"
#include "judgement.hpp"

namespace bce::wasm {
namespace {

val free_problem_of() {
  const Problem problem = free_problem();
  val object = val::object();
  object.set("label", problem.label.value());
  object.set("probability", problem.probability.value());
  return ok(object);
}

val judge_of(const std::string& utf8, double label, double probability,
             const std::string& decimal_mark) {
  const auto y = Label::from(label);
  if (!y) return failure(y.error());
  const auto p = Probability::from(probability);
  if (!p) return failure(p.error());

  return ok(to_object(judge(utf8, *y, *p, decimal_mark == "," ? ',' : '.')));
}

}  // namespace

val to_object(const Judgement& judgement) {
  val object = val::object();
  object.set("verdict", text(name(judgement.verdict)));
  if (judgement.reading) object.set("reading", to_tokens(tokens(*judgement.reading)));
  if (judgement.verdict == Verdict::unreadable) {
    if (judgement.fault) {
      object.set("reason", text(name(*judgement.fault)));
    } else {
      object.set("reason", text(name(judgement.error.code)));
      object.set("position", judgement.error.position);
      object.set("length", judgement.error.length);
    }
  } else if (judgement.verdict != Verdict::empty) {
    object.set("value", judgement.value);
  }
  if (judgement.natural_log) object.set("naturalLog", true);
  if (judgement.other_mark) object.set("otherMark", true);
  if (judgement.unit) object.set("unit", text(name(*judgement.unit)));
  if (judgement.verdict == Verdict::wrong_turn) object.set("turn", text(name(judgement.turn)));
  return object;
}

EMSCRIPTEN_BINDINGS(bce_practice) {
  emscripten::function("freeProblem", &free_problem_of);
  emscripten::function("judge", &judge_of);
}

}  // namespace bce::wasm
