/// A judgement as the contract describes it.
#pragma once

#include "bce/answer.hpp"
#include "convert.hpp"

namespace bce::wasm {

val to_object(const Judgement& judgement);

}  // namespace bce::wasm
