/// Reads a formula that a person typed.
///
/// Understood: decimals with point or comma (0.85, .85, 0,85, 85.), e-notation, percent, fractions
/// with /, + - and every dash or minus of Unicode, * x-times and middle dot, brackets of three
/// kinds, |x|, powers with ^, ln and log (both natural), log2, log10, exp, sqrt, e, the letters
/// y p z L N, multiplication without a sign (2p, y ln p), a function without brackets (ln 0.85
/// takes the next factor), and one = (or its approximate kin) between two formulas. White space, thin
/// and no-break spaces included, never changes a reading.
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
  missing_operand,     // something is missing: "2 +", "ln()"
  missing_bracket,     // an opening bracket without its partner
  unexpected_bracket,  // a closing bracket without its partner
  second_equals,       // more than one = sign
};

/// `position` and `length` are the offending piece, counted in characters from 0 (UTF-16 code
/// units, as a web page counts; a character outside the basic plane counts two).
struct ParseError {
  ParseErrorCode code = ParseErrorCode::empty;
  std::size_t position = 0;
  std::size_t length = 0;
};

/// `utf8` is any bytes; invalid UTF-8 is unknown_character. Linear in the length of the text.
[[nodiscard]] Result<Expression, ParseError> parse(std::string_view utf8);

}  // namespace bce
