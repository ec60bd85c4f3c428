/// Reads a formula that a person typed.
///
/// Understood: decimals with point or comma (0.85, .85, 0,85, 85.), e-notation, percent, fractions
/// with /, + - and every dash or minus of Unicode, * x-times and middle dot, brackets of three
/// kinds, |x| and abs, powers with ^ or a raised 2 or 3, ln and log (both natural), log2, log10 and
/// lg, exp, sqrt and the root sign, e, infinity (inf, or its sign), the letters y p z L N,
/// multiplication without a sign (2p, y ln p), and = or its approximate kin between formulas, also
/// in a chain; with nothing before the first = what follows it is read alone. Full-width forms and
/// several scripts' digits count as their plain kin. Names may have LaTeX's backslash, and one full
/// stop at the very end is that of a sentence.
///
/// Binding, from loose to tight: =, then + and -, then * and / and multiplication without a sign,
/// then unary minus, then ^ (from the right: 2^3^2 = 2^9), then %. A comma is always the decimal
/// mark: 1,234 is a little more than 1.
///
/// A function without brackets takes the next factor: ln 0.85^2 is ln(0.85^2), and letters that
/// follow it without a sign: ln 100p is ln(100p). It takes a fraction of two plain numbers whole,
/// so that ln 20/17 is ln(20/17); any other division is outside: ln p/2 is (ln p)/2.
///
/// White space, thin and no-break spaces included, never changes a reading, so 0.162 519 is one
/// number. One word is the exception: log and its base (2, 10 or e; also _2, _{2} or a lowered 2)
/// are written in one piece, and end there; log 2, log20 and log e are natural logarithms.
///
/// A literal is the double nearest to what was typed (below 2.3e-308, within one unit in its last
/// place).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "bce/expression.hpp"

namespace bce {

inline constexpr std::size_t kLongestText = 200;  // characters (code points), not bytes
inline constexpr int kDeepestNesting = 32;

enum class ParseErrorCode : std::uint8_t {
  empty,               // nothing but white space
  too_long,            // more than kLongestText characters
  too_deep,            // brackets or functions nested more than kDeepestNesting deep
  unknown_character,   // a character with no meaning here
  unknown_word,        // letters that are no function and no symbol
  malformed_number,    // 1.2.3, 1e
  number_too_large,    // 1e999: no double holds it
  missing_operand,     // something is missing: "2 +", "ln()"
  missing_bracket,     // an opening bracket without its partner
  unexpected_bracket,  // a closing bracket without its partner
  second_equals,       // two = signs side by side
};

/// `position` and `length` are the offending piece, counted in characters from 0 (UTF-16 code
/// units, as a web page counts; a character outside the basic plane counts two). Something missing
/// has no length: it should stand at `position`.
struct ParseError {
  ParseErrorCode code = ParseErrorCode::empty;
  std::size_t position = 0;
  std::size_t length = 0;
};

/// `utf8` is any bytes; a byte that is not UTF-8 is one unknown_character. Linear in the length of
/// the text.
[[nodiscard]] Result<Expression, ParseError> parse(std::string_view utf8);

}  // namespace bce
