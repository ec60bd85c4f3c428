#include <emscripten/bind.h>

#include "bce/worked.hpp"
#include "lines.hpp"

namespace bce::wasm {
namespace {

/// The arguments of an example checked by core, then f of it.
template <class F>
val with_example(double label, const std::string& given_name, double at, F f) {
  const auto y = Label::from(label);
  if (!y) return failure(y.error());
  const auto given = named<Axis>(given_name);
  if (!given) return failure("axis_unknown");
  const auto prediction = Prediction::from(*given, at);
  if (!prediction) return failure(prediction.error());
  return f(Example{*y, *prediction});
}

val work_of(double label, const std::string& given, double at) {
  return with_example(label, given, at,
                      [](const Example& example) { return ok(to_lines(work(example))); });
}

val to_object(const LineJudgement& judgement) {
  val object = val::object();
  object.set("verdict", text(name(judgement.verdict)));
  if (judgement.reading) object.set("reading", to_tokens(tokens(*judgement.reading)));
  if (judgement.natural_log) object.set("naturalLog", true);
  if (judgement.other_mark) object.set("otherMark", true);
  if (judgement.unit) object.set("unit", text(name(*judgement.unit)));
  switch (judgement.verdict) {
    case LineVerdict::unreadable:
      object.set("reason", text(name(judgement.error.code)));
      object.set("position", judgement.error.position);
      object.set("length", judgement.error.length);
      break;
    case LineVerdict::right:
    case LineVerdict::ahead:
      object.set("reached", judgement.reached);
      break;
    case LineVerdict::wrong_turn:
      object.set("turn", text(name(judgement.turn)));
      break;
    default:
      break;
  }
  return object;
}

val judge_line_of(const std::string& utf8, double label, const std::string& given, double at,
                  double line, const std::string& decimal_mark) {
  return with_example(label, given, at, [&](const Example& example) {
    const std::vector<WorkedLine> lines = work(example);
    if (!(line >= 0.0 && line + 1.0 < static_cast<double>(lines.size()))) {
      return failure("line_unknown");
    }
    return ok(to_object(
        judge_line(utf8, example, lines, static_cast<std::size_t>(line), mark(decimal_mark))));
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(bce_walkthrough) {
  emscripten::function("work", &work_of);
  emscripten::function("judgeLine", &judge_line_of);
}

}  // namespace bce::wasm
