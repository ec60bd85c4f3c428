/// Formulas and worked lines as the contract describes them.
#pragma once

#include <string>
#include <vector>

#include "../bindings/convert.hpp"
#include "bce/worked.hpp"
#include "names.hpp"

namespace bce::wasm {

inline char mark(const std::string& decimal_mark) { return decimal_mark == "," ? ',' : '.'; }

/// Each printed, its computed numbers rounded.
inline val to_formulas(const std::vector<Expression>& formulas) {
  val list = val::array();
  for (const Expression& formula : formulas) {
    list.call<void>("push", to_tokens(tokens(rounded(formula, kWorkedFigures))));
  }
  return list;
}

inline val to_lines(const std::vector<WorkedLine>& lines) {
  val list = val::array();
  for (const WorkedLine& line : lines) {
    val object = val::object();
    if (line.rule) object.set("rule", text(name(*line.rule)));
    object.set("line", to_tokens(tokens(shown(line))));
    object.set("because", to_formulas(line.because));
    list.call<void>("push", object);
  }
  return list;
}

}  // namespace bce::wasm
