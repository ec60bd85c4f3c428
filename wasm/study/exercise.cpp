#include <emscripten/bind.h>

#include "bce/variants.hpp"
#include "lines.hpp"
#include "question.hpp"

namespace bce::wasm {
namespace {

/// The arguments checked, then f of the exercise.
template <class F>
val with_exercise(double seed, const std::string& kind_name, double level, F f) {
  const auto known = seed_from(seed);
  if (!known) return failure("seed_unknown");
  const auto kind = named<ExerciseKind>(kind_name);
  if (!kind) return failure("kind_unknown");
  if (!(level >= 1.0 && level <= kLevels)) return failure("level_unknown");
  return f(exercise(*known, *kind, static_cast<int>(level)));
}

val numbers(const std::vector<double>& list) {
  val array = val::array();
  for (const double number : list) array.call<void>("push", number);
  return array;
}

val exercise_of(double seed, const std::string& kind, double level) {
  return with_exercise(seed, kind, level, [](const Exercise& e) {
    val object = val::object();
    object.set("version", kExercisesVersion);
    object.set("kind", text(name(e.kind)));
    object.set("level", e.level);
    object.set("labels", numbers(e.labels));
    object.set("predictions", numbers(e.predictions));
    object.set("rivals", numbers(e.rivals));
    object.set("given", e.given);
    object.set("answer", e.answer);
    object.set("lines", to_lines(e.lines));
    object.set("slip", text(name(e.slip)));
    object.set("solution", to_formulas(e.solution));
    return ok(object);
  });
}

val judge_exercise_of(const std::string& utf8, double seed, const std::string& kind, double level,
                      const std::string& decimal_mark) {
  return with_exercise(seed, kind, level, [&utf8, &decimal_mark](const Exercise& e) {
    return ok(to_object(judge(utf8, e, mark(decimal_mark))));
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(bce_exercise) {
  emscripten::function("exercise", &exercise_of);
  emscripten::function("judgeExercise", &judge_exercise_of);
}

}  // namespace bce::wasm
