/// The sides of what was typed, for all who judge one.
///
/// A statement's sides are read from the last to the first: last_side(e), then those of
/// before_it(e), which is null at the first. What is no statement is one side.
#pragma once

#include "bce/answer.hpp"
#include "bce/expression.hpp"

namespace bce {

inline bool is_statement(const Expression& e) {
  return e.op() == Op::equals || e.op() == Op::approximates;
}

inline const Expression& last_side(const Expression& e) {
  return is_statement(e) ? e.operands()[1] : e;
}

inline const Expression* before_it(const Expression& e) {
  return is_statement(e) ? &e.operands()[0] : nullptr;
}

inline bool is_letter(const Expression& e, Symbol letter) {
  return e.op() == Op::symbol && e.symbol() == letter;
}

/// Whether it says what some letter is, and the one that is asked for is not among its sides.
inline bool names_another(const Expression& reading, Symbol asked) {
  bool letter = false;
  for (const Expression* rest = &reading; rest != nullptr; rest = before_it(*rest)) {
    if (is_letter(last_side(*rest), asked)) return false;
    letter = letter || last_side(*rest).op() == Op::symbol;
  }
  return letter && is_statement(reading);
}

/// Equal, one as a rounding of the other.
inline bool round_alike(const Typed& a, const Typed& b) {
  return a.stands_for(Enclosure(b.value, b.radius)) || b.stands_for(Enclosure(a.value, a.radius));
}

/// Why a side has no value.
inline void set_fault(EvaluateError error, Judgement& judgement) {
  judgement.verdict = Verdict::unreadable;
  judgement.fault =
      error == EvaluateError::undefined ? AnswerFault::undefined : AnswerFault::needs_numbers;
}

/// The last side that has a value by itself, and that value; null, with the fault, where none has.
inline const Expression* answer_in(const Expression& reading, Enclosure& value,
                                   Judgement& judgement) {
  for (const Expression* rest = &reading; rest != nullptr; rest = before_it(*rest)) {
    const auto found = enclose(last_side(*rest), {});
    if (found.ok()) {
      judgement.fault.reset();
      judgement.value = found->value;
      value = *found;
      return &last_side(*rest);
    }
    set_fault(found.error(), judgement);
    if (found.error() == EvaluateError::undefined) return nullptr;
  }
  return nullptr;
}

}  // namespace bce
