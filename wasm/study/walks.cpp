#include "bce/walks.hpp"

#include <emscripten/bind.h>

#include "lines.hpp"
#include "question.hpp"

namespace bce::wasm {
namespace {

/// The arguments checked, then f of what is asked.
template <class F>
val with_asking(const std::string& asked_name, double seed, F f) {
  const auto asked = named<Asked>(asked_name);
  if (!asked) return failure("question_unknown");
  const auto known = seed_from(seed);
  if (!known) return failure("seed_unknown");
  return f(asking(*asked, *known));
}

val asking_of(const std::string& asked, double seed) {
  return with_asking(asked, seed, [](const Asking& given) {
    val object = val::object();
    object.set("label", given.label);
    object.set("given", text(name(given.logit ? Axis::logit : Axis::probability)));
    object.set("at", given.at);
    object.set("answer", given.question.answer.value);
    return ok(object);
  });
}

val judge_asked_of(const std::string& utf8, const std::string& asked, double seed,
                   const std::string& decimal_mark) {
  return with_asking(asked, seed, [&utf8, &decimal_mark](const Asking& given) {
    return ok(to_object(judge(utf8, given.question, mark(decimal_mark))));
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(bce_walks) {
  emscripten::function("asking", &asking_of);
  emscripten::function("judgeAsked", &judge_asked_of);
}

}  // namespace bce::wasm
