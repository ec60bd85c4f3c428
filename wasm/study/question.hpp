/// The judgement of a question as the contract describes it.
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>

#include "../bindings/judgement.hpp"
#include "bce/question.hpp"
#include "names.hpp"

namespace bce::wasm {

inline val to_object(const QuestionJudgement& judgement) {
  val object = to_object(judgement.answer);
  if (judgement.mistake) object.set("turn", text(name(*judgement.mistake)));
  return object;
}

/// A whole number below 2^32.
inline std::optional<std::uint32_t> seed_from(double number) {
  if (!(number >= 0.0 && number <= UINT32_MAX && std::floor(number) == number)) return std::nullopt;
  return static_cast<std::uint32_t>(number);
}

}  // namespace bce::wasm
