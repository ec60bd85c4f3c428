#include "bce/answer.hpp"

#include <doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using bce::judge;
using bce::Judgement;
using bce::Label;
using bce::Probability;
using bce::Verdict;
using bce::WrongTurn;

Judgement answer(std::string_view text, double label = 1.0, double probability = 0.85) {
  const auto y = Label::from(label);
  const auto p = Probability::from(probability);
  REQUIRE(y.ok());
  REQUIRE(p.ok());
  return y.ok() && p.ok() ? judge(text, *y, *p) : Judgement{};
}

double loss(double label, double probability) {
  const auto y = Label::from(label);
  const auto p = Probability::from(probability);
  return y.ok() && p.ok() ? bce::loss(*y, *p) : std::nan("");
}

bool turns(const Judgement& judgement, WrongTurn turn) {
  return judgement.verdict == Verdict::wrong_turn && judgement.turn == turn;
}

/// The verdict in a word; of a mistake or an unreadable answer also which.
std::string said(const Judgement& judgement) {
  constexpr std::array<const char*, 12> kVerdicts{
      "empty",      "unreadable", "right",   "truncated", "near",       "imprecise",
      "indistinct", "other_unit", "unequal", "infinite",  "wrong_turn", "wrong"};
  constexpr std::array<const char*, 19> kTurns{
      "base_ten",        "base_two",       "lost_minus",     "other_term", "percentage",
      "squared_error",   "absolute_error", "probability",    "complement", "hundredfold",
      "misplaced_point", "halved",         "both_terms",     "entropy",    "own_weight",
      "logit",           "slope",          "slope_in_logit", "mislabelled"};
  constexpr std::array<const char*, 3> kFaults{"needs_numbers", "undefined", "other_letter"};
  constexpr std::array<const char*, 12> kErrors{
      "empty",           "too_long",           "too_deep",         "unknown_character",
      "unknown_word",    "malformed_number",   "number_too_large", "missing_operand",
      "missing_bracket", "unexpected_bracket", "second_equals",    "ambiguous_mark"};
  const std::string verdict = kVerdicts[static_cast<std::size_t>(judgement.verdict)];
  if (judgement.verdict == Verdict::wrong_turn) {
    return verdict + ":" + kTurns[static_cast<std::size_t>(judgement.turn)];
  }
  if (judgement.verdict != Verdict::unreadable) return verdict;
  if (judgement.fault) {
    return verdict + ":" + kFaults[static_cast<std::size_t>(*judgement.fault)];
  }
  return verdict + ":" + kErrors[static_cast<std::size_t>(judgement.error.code)];
}

/// `x` rounded to so many significant figures, as a decimal without an exponent.
std::string rounded(double x, int figures) {
  const int decade = static_cast<int>(std::floor(std::log10(std::fabs(x))));
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.*f", std::max(0, figures - 1 - decade), x);
  return text.data();
}

}  // namespace

TEST_CASE("the free problem's answers get the verdict that a patient teacher would give") {
  struct Case {
    const char* text;
    const char* verdict;
  };
  for (const Case& c : std::vector<Case>{
           // nothing
           {"", "empty"},
           {"  \x09", "empty"},
           {" nats", "empty"},
           // the right value
           {"0.163", "right"},
           {"0.1625", "right"},
           {".1625", "right"},
           {"0,1625", "right"},
           {"00.1625", "right"},
           {"+0.1625", "right"},
           {"16.25%", "right"},
           {"16.3 %", "right"},
           {"1.63e-1", "right"},
           {"0.16252", "right"},
           {"0.162519", "right"},
           {"0.162 519", "right"},
           {"0.16251892949777494", "right"},
           {"0.162518929497775", "right"},
           {"0.16251892949777494913", "right"},
           {"L = 0.163", "right"},
           {"l=0.163", "right"},
           {"L \xE2\x89\x88 0.163", "right"},
           {"0.163 = L", "right"},
           {"= 0.163", "right"},
           {"\xE2\x89\x88 0.163", "right"},
           {"~0.163", "right"},
           {"(0.163)", "right"},
           {"\xD9\xA0\xD9\xAB\xD9\xA1\xD9\xA6\xD9\xA3", "right"},
           {"0.163.", "right"},
           {"0.1625 .", "right"},
           {"0,163.", "right"},
           {"L = 0.163.", "right"},
           // the right formula
           {"-ln(0.85)", "right"},
           {"-ln 0.85", "right"},
           {"\xE2\x88\x92ln 0,85", "right"},
           {"\xE2\x80\x93LN(.85)", "right"},
           {"-Ln .85", "right"},
           {"-log(0.85)", "right"},
           {"-ln 85%", "right"},
           {"ln(1/0.85)", "right"},
           {"ln 1/0.85", "right"},
           {"ln(20/17)", "right"},
           {"ln 20/17", "right"},
           {"13/80", "right"},
           {"-[1*ln(0.85)]", "right"},
           {"-(1*ln(0.85) + 0*ln(0.15))", "right"},
           {"-[1 ln 0.85 + (1 - 1) ln(1 - 0.85)]", "right"},
           {"-log2(0.85) ln 2", "right"},
           {"-ln(0.85).", "right"},
           {"|ln 0.85|", "right"},
           {"abs(ln 0.85)", "right"},
           {"-\\ln(0.85)", "right"},
           {"-\\ln{0.85}", "right"},
           {"-loge 0.85", "right"},
           {"-log_e(0.85)", "right"},
           {"-log_{e}(0.85)", "right"},
           {"-log_2(0.85) ln 2", "right"},
           {"-log\xE2\x82\x82(0.85)\xC2\xB7ln 2", "right"},
           {"-lg(0.85) ln 10", "right"},
           {"-ln(\xE2\x88\x9A"
            "0.7225)",
            "right"},
           {"-ln(sqrt(0.7225))", "right"},
           {"-2ln(sqrt 0.85)", "right"},
           {"-ln(0.85\xC2\xB2)/2", "right"},
           {"-ln(0.85\xC2\xB3)/3", "right"},
           {"1.625*10^-1", "right"},
           // statements that hold
           {"-ln(0.85) = 0.163", "right"},
           {"-ln 0.85 \xE2\x89\x88 0.1625", "right"},
           {"L = -ln(0.85) = 0.1625", "right"},
           {"L = -ln 0.85 = 0.16252 = 0.163", "right"},
           {"L = -ln(p) = 0.163", "right"},
           {"L = -ln p = -ln 0.85 = 0.163", "right"},
           {"-ln(p) = 0.163", "right"},
           {"0.163 = -ln(0.85)", "right"},
           {"0.163 = -ln(p)", "right"},
           {"0.163 = -ln 0.85 = L", "right"},
           {"L = -[y ln p + (1-y) ln(1-p)] = 0.163", "right"},
           {"L = L = 0.163", "right"},
           {"0.1625 = 0.163", "right"},
           {"0.16 = 0.163", "right"},
           {"ln(1/0.85) = -ln 0.85", "right"},
           {"-ln 0.85 = 13/80", "right"},
           {"1.8971 - 1.7346 = 0.1625", "right"},
           // nats
           {"0.163 nats", "right"},
           {"0.163 nat", "right"},
           {"0.163nats", "right"},
           {"0.163 Nats.", "right"},
           {"L = 0.163 nats", "right"},
           {"-ln(0.85) nats", "right"},
           {"-ln(0.85) = 0.163 nats", "right"},
           {"16.25 % nats", "right"},
           // cut off in place of rounded
           {"0.162", "truncated"},
           {"0.16251", "truncated"},
           {"16.2%", "truncated"},
           {"0.162518", "truncated"},
           {"0.162 nats", "truncated"},
           {"-ln 0.85 = 0.162", "truncated"},
           // right in another unit, and it says so
           {"0.234 bits", "other_unit"},
           {"0.2345 bits", "other_unit"},
           {"0.234465 bit", "other_unit"},
           {"-log2(0.85) bits", "other_unit"},
           {"-log2 0.85 = 0.2345 bits", "other_unit"},
           {"-ln(0.85) = 0.2345 bits", "other_unit"},
           {"L = 0.2345 Bits.", "other_unit"},
           {"0.0706 hartleys", "other_unit"},
           {"0.0706 hartley", "other_unit"},
           {"0.0706 bans", "other_unit"},
           {"0.07058 ban", "other_unit"},
           {"-lg 0.85 bans", "other_unit"},
           // too few figures to tell
           {"0.16", "imprecise"},
           {"0.2", "imprecise"},
           {"0.1", "imprecise"},
           {"0.10", "imprecise"},
           {"0.20", "imprecise"},
           {"16%", "imprecise"},
           {"10%", "imprecise"},
           {"2e-1", "imprecise"},
           {"0.16 nats", "imprecise"},
           {"0.23 bits", "imprecise"},
           {"-ln 0.85 = 0.16", "imprecise"},
           {"-ln 0.85 = 0.1", "imprecise"},
           {"L = 0.2", "imprecise"},
           // nearly
           {"0.164", "near"},
           {"0.165", "near"},
           {"0.161", "near"},
           {"0.1624", "near"},
           {"0.1626", "near"},
           {"0.160", "near"},
           {"0.17", "near"},
           {"0.155", "near"},
           {"0.170", "near"},
           {"0.16253", "near"},
           {"0.1630", "near"},
           {"0.16300", "near"},
           {"16.4%", "near"},
           {"1/6", "near"},
           {"8/49", "near"},
           {"162/1000", "near"},
           {"0.1625189294977790", "near"},
           {"L = 0.164", "near"},
           {"-ln(0.85) = 0.164", "near"},
           {"1/6 = 0.17", "near"},
           {"0.24 bits", "near"},
           {"-ln(0.85) = 0.1630", "near"},
           {"0.164 nats", "near"},
           // statements that do not hold
           {"0.5 = 0.163", "unequal"},
           {"1 = 0.163", "unequal"},
           {"L+1 = 0.163", "unequal"},
           {"L/2 = 0.163", "unequal"},
           {"1/6 = 0.163", "unequal"},
           {"-ln(0.5) = 0.163", "unequal"},
           {"L = 0.5 = 0.163", "unequal"},
           {"0.163 = 0.5", "unequal"},
           {"-ln 0.85 = 0.5", "unequal"},
           {"0.5 = 0.16", "unequal"},
           {"0.5 = 0.164", "unequal"},
           {"-ln(0) = 0.163", "unequal"},
           {"-ln 0.85 = -ln 0", "unequal"},
           {"2 ln 0.85 = 0.163", "unequal"},
           // infinite
           {"-ln(0)", "infinite"},
           {"ln(0)", "infinite"},
           {"-ln 0", "infinite"},
           {"\xE2\x88\x9E", "infinite"},
           {"-\xE2\x88\x9E", "infinite"},
           {"inf", "infinite"},
           {"infinity", "infinite"},
           {"L = \xE2\x88\x9E", "infinite"},
           {"-log2(0)", "infinite"},
           {"2*10^999", "infinite"},
           {"-ln(1 - 1)", "infinite"},
           {"0 + inf", "infinite"},
           // wrong
           {"1.3", "wrong"},
           {"0", "wrong"},
           {"0.00", "wrong"},
           {"1", "wrong"},
           {"2", "wrong"},
           {"4", "wrong"},
           {"-4", "wrong"},
           {"-2", "wrong"},
           {"0.02", "wrong"},
           {"0.8", "wrong"},
           {"0.9", "wrong"},
           {"0.07", "wrong"},
           {"2%", "wrong"},
           {"5", "wrong"},
           {"100", "wrong"},
           {"0.100", "wrong"},
           {"0.200", "wrong"},
           {"-0.1", "wrong"},
           {"-0.10", "wrong"},
           {"-1", "wrong"},
           {"-16.25", "wrong"},
           {"0.154", "wrong"},
           {"0.171", "wrong"},
           {"exp(1)", "wrong"},
           {"1.7976931348623157e308", "wrong"},
           {"1e-320", "wrong"},
           {"1 = 1", "wrong"},
           {"0.5 = 0.5", "wrong"},
           {"1.3 nats", "wrong"},
           {"0.5 bits", "wrong"},
           {"0.5 hartleys", "wrong"},
           // letters
           {"-ln(p)", "unreadable:needs_numbers"},
           {"L", "unreadable:needs_numbers"},
           {"p", "unreadable:needs_numbers"},
           {"L = -ln(p)", "unreadable:needs_numbers"},
           {"-[y ln p + (1-y) ln(1-p)]", "unreadable:needs_numbers"},
           {"L = L", "unreadable:needs_numbers"},
           {"L = -ln(z)", "unreadable:needs_numbers"},
           {"L nats", "unreadable:needs_numbers"},
           {"y p", "unreadable:needs_numbers"},
           {"L = p", "unreadable:needs_numbers"},
           {"z + 1 = 0.163", "unreadable:needs_numbers"},
           // another letter
           {"p = 0.163", "unreadable:other_letter"},
           {"y = 0.163", "unreadable:other_letter"},
           {"z = 0.163", "unreadable:other_letter"},
           {"0.163 = p", "unreadable:other_letter"},
           {"y = 1", "unreadable:other_letter"},
           {"p = 0.85", "unreadable:other_letter"},
           {"N = 1", "unreadable:other_letter"},
           {"J = 0.163", "unreadable:other_letter"},
           {"P = 0.163", "unreadable:other_letter"},
           {"2L = 0.325", "unreadable:other_letter"},
           {"-L = -0.163", "unreadable:other_letter"},
           {"L + 1 = 1.163", "unreadable:other_letter"},
           // no value
           {"ln(-1)", "unreadable:undefined"},
           {"1/0", "unreadable:undefined"},
           {"sqrt(-1)", "unreadable:undefined"},
           {"\xE2\x88\x9A-1", "unreadable:undefined"},
           {"0*\xE2\x88\x9E", "unreadable:undefined"},
           {"\xE2\x88\x9E-\xE2\x88\x9E", "unreadable:undefined"},
           {"ln(-1) = 0.163", "unreadable:undefined"},
           {"L = 1/0", "unreadable:undefined"},
           {"0.163 = 1/0", "unreadable:undefined"},
           {"log2(-0.85)", "unreadable:undefined"},
           // not read
           {"abc", "unreadable:unknown_word"},
           {"0.163 foo", "unreadable:unknown_word"},
           {"nats", "unreadable:unknown_word"},
           {"0.163 natss", "unreadable:unknown_word"},
           {"bits 0.2", "unreadable:unknown_word"},
           {"one", "unreadable:unknown_word"},
           {"logx(2)", "unreadable:unknown_word"},
           // not read
           {"0.163 $", "unreadable:unknown_character"},
           {"L(1) # 2", "unreadable:unknown_character"},
           {"2 & 3", "unreadable:unknown_character"},
           {"\\", "unreadable:unknown_character"},
           {"\xC2\xB2", "unreadable:unknown_character"},
           {"_2", "unreadable:unknown_character"},
           // not read
           {"0.1.63", "unreadable:malformed_number"},
           {"1.2.3", "unreadable:malformed_number"},
           {".", "unreadable:malformed_number"},
           {"0.163..", "right"},
           {"1e", "unreadable:malformed_number"},
           // not read
           {"1e400", "unreadable:number_too_large"},
           {"-1e999", "unreadable:number_too_large"},
           {"L = 1e400", "unreadable:number_too_large"},
           {"99999999999999999999999999999999999999999999999999999999999999999999999999999999999999"
            "99999999999999999999999999999999999999999999999999999999999999999999999999e160",
            "unreadable:number_too_large"},
           // not read
           {"-", "unreadable:missing_operand"},
           {"-ln(", "unreadable:missing_operand"},
           {"ln()", "unreadable:missing_operand"},
           {"L =", "unreadable:missing_operand"},
           {"=", "unreadable:missing_operand"},
           {"0.163 +", "unreadable:missing_operand"},
           {"-ln nats", "unreadable:missing_operand"},
           {"\xE2\x88\x9A", "unreadable:missing_operand"},
           {"|", "unreadable:missing_operand"},
           // not read
           {"-ln(0.85", "unreadable:missing_bracket"},
           {"(0.163", "unreadable:missing_bracket"},
           {"-ln(0.85 = 0.163", "unreadable:missing_bracket"},
           {"|0.163", "unreadable:missing_bracket"},
           // not read
           {"0.163)", "unreadable:unexpected_bracket"},
           {"-ln(0.85))", "unreadable:unexpected_bracket"},
           {"(0.163]", "unreadable:unexpected_bracket"},
           // not read
           {"L == 0.163", "unreadable:second_equals"},
           {"L = = 0.163", "unreadable:second_equals"},
           {"L =\xE2\x89\x88 0.163", "unreadable:second_equals"},
           // base ten
           {"0.0706", "wrong_turn:base_ten"},
           {"0.071", "wrong_turn:base_ten"},
           {"0.070", "wrong_turn:base_ten"},
           {"0.0705", "wrong_turn:base_ten"},
           {"0.07058", "wrong_turn:base_ten"},
           {"-log10(0.85)", "wrong_turn:base_ten"},
           {"-log10 0.85", "wrong_turn:base_ten"},
           {"-log\xE2\x82\x81\xE2\x82\x80 0.85", "wrong_turn:base_ten"},
           {"-log_10(0.85)", "wrong_turn:base_ten"},
           {"-log_{10}(0.85)", "wrong_turn:base_ten"},
           {"-\\log_{10}(0.85)", "wrong_turn:base_ten"},
           {"-lg 0.85", "wrong_turn:base_ten"},
           {"log10(0.85)", "wrong_turn:base_ten"},
           {"lg 0.85", "wrong_turn:base_ten"},
           {"-0.0706", "wrong_turn:base_ten"},
           {"-0.071", "wrong_turn:base_ten"},
           {"7.06%", "wrong_turn:base_ten"},
           {"-log10(0.85) = 0.163", "wrong_turn:base_ten"},
           {"log10(0.85) = -0.0706", "wrong_turn:base_ten"},
           {"-lg(0.85) = 0.0706", "wrong_turn:base_ten"},
           {"-ln(0.85) = 0.0706", "wrong_turn:base_ten"},
           // base two
           {"0.2345", "wrong_turn:base_two"},
           {"0.234", "wrong_turn:base_two"},
           {"0.23", "wrong_turn:base_two"},
           {"-log2(0.85)", "wrong_turn:base_two"},
           {"-log\xE2\x82\x82(0.85)", "wrong_turn:base_two"},
           {"-log\xE2\x82\x82"
            "0.85",
            "wrong_turn:base_two"},
           {"-log_2(0.85)", "wrong_turn:base_two"},
           {"-log_{2} 0.85", "wrong_turn:base_two"},
           {"log2(0.85)", "wrong_turn:base_two"},
           {"-0.2345", "wrong_turn:base_two"},
           {"-log2(0.85) = 0.163", "wrong_turn:base_two"},
           {"-log2(0.85) = 0.2345", "wrong_turn:base_two"},
           // minus lost
           {"-0.163", "wrong_turn:lost_minus"},
           {"-0.1625", "wrong_turn:lost_minus"},
           {"\xE2\x88\x92"
            "0.1625",
            "wrong_turn:lost_minus"},
           {"-0.162", "wrong_turn:lost_minus"},
           {"-0.16", "wrong_turn:lost_minus"},
           {"-0.2", "wrong_turn:lost_minus"},
           {"-0.164", "wrong_turn:lost_minus"},
           {"-16.25%", "wrong_turn:lost_minus"},
           {"ln(0.85)", "wrong_turn:lost_minus"},
           {"log 0.85", "wrong_turn:lost_minus"},
           {"loge 0.85", "wrong_turn:lost_minus"},
           {"log_e(0.85)", "wrong_turn:lost_minus"},
           {"\\ln(0.85)", "wrong_turn:lost_minus"},
           {"ln 0.85 = 0.163", "wrong_turn:lost_minus"},
           {"ln 0.85 = -0.163", "wrong_turn:lost_minus"},
           {"L = ln(0.85) = -0.1625", "wrong_turn:lost_minus"},
           {"L = ln 0.85 = 0.163", "wrong_turn:lost_minus"},
           {"ln(0.85) = L", "wrong_turn:lost_minus"},
           {"-0.2345 bits", "wrong_turn:lost_minus"},
           {"-0.163 nats", "wrong_turn:lost_minus"},
           // other term
           {"1.897", "wrong_turn:other_term"},
           {"1.90", "wrong_turn:other_term"},
           {"1.9", "wrong_turn:other_term"},
           {"1.89", "wrong_turn:other_term"},
           {"1.8971", "wrong_turn:other_term"},
           {"-ln(0.15)", "wrong_turn:other_term"},
           {"-ln(1 - 0.85)", "wrong_turn:other_term"},
           {"ln(0.15)", "wrong_turn:other_term"},
           {"-1.897", "wrong_turn:other_term"},
           {"-1.90", "wrong_turn:other_term"},
           {"-ln 0.15 = 0.163", "wrong_turn:other_term"},
           {"-ln(0.15) = 1.897", "wrong_turn:other_term"},
           {"1.897 nats", "wrong_turn:other_term"},
           // percentage
           {"4.443", "wrong_turn:percentage"},
           {"-4.443", "wrong_turn:percentage"},
           {"4.44", "wrong_turn:percentage"},
           {"ln 85", "wrong_turn:percentage"},
           {"-ln(85)", "wrong_turn:percentage"},
           {"85", "wrong_turn:percentage"},
           {"85.0", "wrong_turn:percentage"},
           {"-ln 85 = 0.163", "wrong_turn:percentage"},
           {"ln 85 = 4.443", "wrong_turn:percentage"},
           // squared error
           {"0.0225", "wrong_turn:squared_error"},
           {"(1 - 0.85)^2", "wrong_turn:squared_error"},
           {"(1 - 0.85)\xC2\xB2", "wrong_turn:squared_error"},
           {"0.15\xC2\xB2", "wrong_turn:squared_error"},
           {"2.25%", "wrong_turn:squared_error"},
           {"0.023", "wrong_turn:squared_error"},
           {"(1-0.85)^2 = 0.163", "wrong_turn:squared_error"},
           // absolute error
           {"0.15", "wrong_turn:absolute_error"},
           {"15%", "wrong_turn:absolute_error"},
           {"1-0.85", "wrong_turn:absolute_error"},
           {"|1-0.85|", "wrong_turn:absolute_error"},
           {"0.150", "wrong_turn:absolute_error"},
           {"1 - 0.85 = 0.15", "wrong_turn:absolute_error"},
           {"1-0.85 = 0.163", "wrong_turn:absolute_error"},
           // p itself
           {"0.85", "wrong_turn:probability"},
           {"85%", "wrong_turn:probability"},
           {"0.850", "wrong_turn:probability"},
           {"L = 0.85", "wrong_turn:probability"},
           {"L = p = 0.85", "wrong_turn:probability"},
           {"17/20", "wrong_turn:probability"},
           {"0.85 = 0.163", "wrong_turn:probability"},
           // times a hundred
           {"16.25", "wrong_turn:hundredfold"},
           {"16.3", "wrong_turn:hundredfold"},
           {"16.252", "wrong_turn:hundredfold"},
           {"L = 16.25", "wrong_turn:hundredfold"},
           {"-100 ln 0.85", "wrong_turn:hundredfold"},
           {"16", "wrong_turn:hundredfold"},
           // decimal marks, and digits in groups
           {"0,163", "right"},
           {",163", "right"},
           {"1,63e-1", "right"},
           {"0,163 nats", "right"},
           {"1,897", "unreadable:ambiguous_mark"},
           {"1,234", "unreadable:ambiguous_mark"},
           {"-1,897", "unreadable:ambiguous_mark"},
           {"163,000", "unreadable:ambiguous_mark"},
           {"L = 1,897", "unreadable:ambiguous_mark"},
           {"1,8971", "wrong_turn:other_term"},
           {"1,90", "wrong_turn:other_term"},
           {"1,234.5", "wrong"},
           {"1.234,5", "wrong"},
           {"1,234,567", "wrong"},
           {"1.234.567", "wrong"},
           {"1'234", "wrong"},
           {"1\xE2\x80\x99"
            "234.5",
            "wrong"},
           {"1 234", "wrong"},
           {"1\xE2\x80\xAF"
            "234",
            "wrong"},
           {"0.162'519", "right"},
           {"0.162\xC2\xA0"
            "519",
            "right"},
           {"0.162\xE2\x80\x89"
            "519",
            "right"},
           {"0.162,519", "unreadable:malformed_number"},
           {"1,23,456", "unreadable:malformed_number"},
           {"1,2,3", "unreadable:malformed_number"},
           {"1.163,", "unreadable:malformed_number"},
           {"'0.163", "unreadable:unknown_character"},
           // powers of ten
           {"1.625\xC3\x97"
            "10^-1",
            "right"},
           {"1.625\xC2\xB7"
            "10^-1",
            "right"},
           {"1.625x10^-1", "right"},
           {"1.625 X 10^(-1)", "right"},
           {"1.625\xC3\x97"
            "10\xE2\x81\xBB\xC2\xB9",
            "right"},
           {"162.5*10**-3", "right"},
           {"16.25\xC3\x97"
            "10^-2",
            "right"},
           {"0.1625*10^0", "right"},
           {"1.62*10^-1", "truncated"},
           {"1.6*10^-1", "imprecise"},
           {"2\xC3\x97"
            "10^-1",
            "imprecise"},
           {"1.64*10^-1", "near"},
           {"7.06*10^-2", "wrong_turn:base_ten"},
           {"-1.625\xC3\x97"
            "10^-1",
            "wrong_turn:lost_minus"},
           {"1,63E-1", "right"},
           {"1.63e\xE2\x88\x92"
            "1",
            "right"},
           {".163e0", "right"},
           // fractions, mixed numbers, percent
           {"13:80", "right"},
           {"13\xE2\x81\x84"
            "80",
            "right"},
           {"13\xC3\xB7"
            "80",
            "right"},
           {"16 1/4 %", "right"},
           {"16 1/4%", "right"},
           {"16 \xC2\xB7 1/4", "wrong"},
           {"1 625/10000", "right"},
           {"1 3/80", "wrong"},
           {"-1 3/17", "wrong_turn:slope"},
           {"1625/10000", "right"},
           {"65/4 %", "right"},
           {"65/(4%)", "wrong"},
           {"85\xD9\xAA", "wrong_turn:probability"},
           {"(13/80)", "right"},
           {"{13/80}", "right"},
           {"\xEF\xBC\x88\xEF\xBC\x91\xEF\xBC\x93\xEF\xBC\x8F\xEF\xBC\x98\xEF\xBC\x90\xEF\xBC\x89",
            "right"},
           // digits and signs of other scripts
           {"\xEF\xBC\x90\xEF\xBC\x8E\xEF\xBC\x91\xEF\xBC\x96\xEF\xBC\x93", "right"},
           {"\xEF\xBC\x90\xEF\xBC\x8C\xEF\xBC\x91\xEF\xBC\x96\xEF\xBC\x93", "right"},
           {"\xDB\xB0\xD9\xAB\xDB\xB1\xDB\xB6\xDB\xB3", "right"},
           {"\xE0\xA5\xA6.\xE0\xA5\xA7\xE0\xA5\xAC\xE0\xA5\xA9", "right"},
           {"\xE0\xB9\x90.\xE0\xB9\x91\xE0\xB9\x96\xE0\xB9\x93", "right"},
           {"\xE3\x83\xBC"
            "0.163",
            "wrong_turn:lost_minus"},
           {"\xE2\x80\x94"
            "0.163",
            "wrong_turn:lost_minus"},
           {"\xEF\xBC\x8D"
            "0.163",
            "wrong_turn:lost_minus"},
           {"\xE2\x80\x91ln 0.85", "right"},
           {"\xEF\xB9\xA3ln 0.85", "right"},
           {"\xEF\xBC\x8D\xEF\xBD\x8C\xEF\xBD\x8E\xEF\xBC\x88\xEF\xBC\x90\xEF\xBC\x8E\xEF\xBC\x98"
            "\xEF\xBC\x95\xEF\xBC\x89",
            "right"},
           // logarithms of any base
           {"-log_e(0.85)/log_e(e)", "right"},
           {"-log_(e)(0.85)", "right"},
           {"log_{0.85}(0.85) - 1 - ln 0.85", "right"},
           {"-log_3(0.85) ln 3", "right"},
           {"-log\xE2\x82\x83(0.85)\xC2\xB7ln(3)", "right"},
           {"-log_{3}(0.85)", "wrong"},
           {"-log_{2}(0.85)/log_2(e)", "right"},
           {"-ln 0.85/ln 2", "wrong_turn:base_two"},
           {"-ln(0.85)/ln(10)", "wrong_turn:base_ten"},
           {"-log(0.85)/log(2)", "wrong_turn:base_two"},
           {"log_", "unreadable:missing_operand"},
           {"log_{2", "unreadable:missing_bracket"},
           {"-log(.85)", "right"},
           {"-Log 0,85", "right"},
           {"-LOG(0.85)", "right"},
           {"-lg(0.85)/lg(e)", "right"},
           // exact forms of other shapes
           {"-ln(1-0.15)", "right"},
           {"-ln(17/20)", "right"},
           {"ln 20 - ln 17", "right"},
           {"-ln(1 - 15%)", "right"},
           {"-1*ln(0.85)", "right"},
           {"-(ln 0.85)", "right"},
           {"-(1)(ln(0.85))", "right"},
           {"-1\xC2\xB7ln(0.85) - 0\xC2\xB7ln(0.15)", "right"},
           {"-{1[ln(0.85)] + (1-1)[ln(1-0.85)]}", "right"},
           {"ln(0.85^-1)", "right"},
           {"ln(0.85\xE2\x81\xBB\xC2\xB9)", "right"},
           {"ln(0.85**-1)", "right"},
           {"-ln(0.85)^1", "right"},
           {"-ln(0.85\xE2\x81\xB4)/4", "right"},
           {"-0.5 ln(0.7225)", "right"},
           {"ln(1/.85) nats", "right"},
           {"-ln(exp(ln 0.85))", "right"},
           {"-ln e^ln(0.85)", "right"},
           {"Loss = 0.163", "right"},
           {"loss \xE2\x89\x88 0.163", "right"},
           {"LOSS=-ln(0.85)=0.163", "right"},
           {"0.163\xC2\xA0nats", "right"},
           {"0.163 nats\xC2\xA0", "right"},
           {"0.163 nats .", "right"},
           {"0.2345\xC2\xA0"
            "bits",
            "other_unit"},
           {"0.23447 BITS", "other_unit"},
           // the rest of the catalogue
           {"2.06", "wrong_turn:both_terms"},
           {"2.0596", "wrong_turn:both_terms"},
           {"-2.0596", "wrong_turn:both_terms"},
           {"-ln(0.85) - ln(0.15)", "wrong_turn:both_terms"},
           {"-(ln 0.85 + ln 0.15)", "wrong_turn:both_terms"},
           {"-ln(0.1275)", "wrong_turn:both_terms"},
           {"0.423", "wrong_turn:entropy"},
           {"0.4227", "wrong_turn:entropy"},
           {"-(0.85 ln 0.85 + 0.15 ln 0.15)", "wrong_turn:entropy"},
           {"-[0.85 ln 0.85 + (1-0.85) ln(1-0.85)]", "wrong_turn:entropy"},
           {"0.138", "wrong_turn:own_weight"},
           {"0.14", "wrong_turn:own_weight"},
           {"-0.138", "wrong_turn:own_weight"},
           {"-0.85 ln 0.85", "wrong_turn:own_weight"},
           {"-.85*ln(.85)", "wrong_turn:own_weight"},
           {"0.356", "wrong_turn:logit"},
           {"0.3559", "wrong_turn:logit"},
           {"ln(1+e^-0.85)", "wrong_turn:logit"},
           {"-ln(1/(1+exp(-0.85)))", "wrong_turn:logit"},
           {"0.0813", "wrong_turn:halved"},
           {"0.08126", "wrong_turn:halved"},
           {"-ln(0.85)/2", "wrong_turn:halved"},
           {"-1/2 ln 0.85", "wrong_turn:halved"},
           {"-1.18", "wrong_turn:slope"},
           {"-1.176", "wrong_turn:slope"},
           {"-1/0.85", "wrong_turn:slope"},
           {"-20/17", "wrong_turn:slope"},
           {"-0.15", "wrong_turn:slope_in_logit"},
           {"0.85 - 1", "wrong_turn:slope_in_logit"},
           {"-15%", "wrong_turn:slope_in_logit"},
           {"0.15 = 0.163", "wrong_turn:absolute_error"},
           // longer than anything that is read, and other noise
           {"<img src=x onerror=alert(1)>", "unreadable:unknown_character"},
           {"0.163; DROP", "unreadable:unknown_character"},
           {"L = ?", "unreadable:unknown_character"},
           {"\xF0\x9F\x98\x80", "unreadable:unknown_character"},
           {"log_{}(2)", "unreadable:missing_operand"},
           {"2\xE2\x81\xBB", "unreadable:unknown_character"},
           {"0.85 x 2", "wrong"},
           {"x", "unreadable:unknown_word"},
           {"0.85x", "unreadable:unknown_word"},
           {"2***3", "unreadable:missing_operand"},
           {"((((((((((((((((((((((((((((((((((1", "unreadable:too_deep"},
           // called another unit
           {"0.163 bits", "wrong_turn:mislabelled"},
           {"0.1625 hartleys", "wrong_turn:mislabelled"},
           {"-ln(0.85) bits", "wrong_turn:mislabelled"},
           {"-ln(0.85) = 0.163 bits", "wrong_turn:mislabelled"},
           // direction marks, and signs as phones and word processors give them
           {"\xE2\x80\xAB"
            "0.163\xE2\x80\xAC",
            "right"},
           {"\xE2\x81\xA7"
            "0.163\xE2\x81\xA9",
            "right"},
           {"\xE2\x9E\x95.163", "right"},
           {"\xE2\x9E\x96\xEF\xB8\x8F"
            "0.163",
            "wrong_turn:lost_minus"},
           {"13\xE2\x9E\x97"
            "80",
            "right"},
           {"L \xE2\x88\xBC 0.163", "right"},
           {"L \xE2\x89\x90 0.163", "right"},
           {"L \xE2\x89\x92 0.163", "right"},
           {"-ln 0.85 \xE2\x86\x92 0.163", "right"},
           {"\xE2\x87\x92 0.163", "right"},
           {"1.625\xE2\x88\x99 10^-1", "right"},
           {"1.625 \xE2\x80\xA2 10^-1", "right"},
           {"-ln\xE3\x80\x90"
            "0.85\xE3\x80\x91",
            "right"},
           {"-ln\xE2\x9F\xA8"
            "0.85\xE2\x9F\xA9",
            "right"},
           {"-ln\xE3\x80\x94"
            "0.85\xE3\x80\x95",
            "right"},
           {"-ln\xE3\x80\x90"
            "0.85)",
            "right"},
           {"\xF0\x9D\x9F\x8E.\xF0\x9D\x9F\x8F\xF0\x9D\x9F\x94\xF0\x9D\x9F\x91", "right"},
           {"\xF0\x9D\x9F\xAC.\xF0\x9D\x9F\xAD\xF0\x9D\x9F\xB2\xF0\x9D\x9F\xAF", "right"},
           // and so on
           {"0.1625\xE2\x80\xA6", "right"},
           {"0.1625...", "right"},
           {"0.162...", "truncated"},
           {"-ln(0.85)...", "right"},
           {"...", "unreadable:malformed_number"},
           {"0.163\xE2\x80\xA6"
            "5",
            "unreadable:malformed_number"},
           // a colon behind a name
           {"L: 0.163", "right"},
           {"Loss: -ln 0.85", "right"},
           {"L := 0.163", "right"},
           {"l: 0.163", "right"},
           {"L:2", "wrong"},
           {"p: 0.85", "unreadable:needs_numbers"},
           // the loss as a function
           {"L(p) = 0.163", "right"},
           {"L(0.85) = 0.163", "right"},
           {"L(p) = -ln p = 0.163", "right"},
           {"L(0.15) = 0.163", "right"},
           {"L(p)", "unreadable:needs_numbers"},
           // groups are of three
           {"0'1625", "unreadable:unknown_character"},
           {"0\xD9\xAC"
            "1625",
            "unreadable:unknown_character"},
           {"1'6'2", "unreadable:unknown_character"},
           {"0.162'51", "truncated"},
           {"1'625e-4", "right"},
           // with a power of ten a mark is that of decimals
           {"1,625e-1", "right"},
           {"1,625\xC3\x97"
            "10^-1",
            "right"},
           {"1,625x10^-1", "right"},
           {"1,625\xC2\xB7"
            "10\xE2\x81\xBB\xC2\xB9",
            "right"},
           {"1,625*10**-1", "right"},
           {"16,250", "unreadable:ambiguous_mark"},
           {"1,625*2", "unreadable:ambiguous_mark"},
           // fractions in one character
           {"-ln \xC2\xBD", "wrong"},
           {"-2\xC2\xBD", "wrong"},
           {"\xC2\xBE", "wrong"},
           {"16\xC2\xBC%", "right"},
           {"16 \xC2\xBC %", "right"},
           {"\xE2\x85\x9B + 3/80", "right"},
           {"13/80 \xC2\xB7 \xC2\xBD \xC2\xB7 2", "right"},
           // units
           {"0.2345 shannons", "other_unit"},
           {"0.2345 shannon", "other_unit"},
           {"0.0706 dits", "other_unit"},
           {"0.0706 dit", "other_unit"},
           {"0.163 (nats)", "right"},
           {"0.163 [nats]", "right"},
           {"0.2345 (bits).", "other_unit"},
           {"(nats)", "unreadable:unknown_word"},
           {"(0.163 nats)", "unreadable:unknown_word"},
           // what numpy calls it
           {"-log1p(-0.15)", "right"},
           {"log1p(0.15)", "wrong"},
           // nothing is known of what has no bound
           {"log_0(2)", "wrong"},
           {"log_0(0.85)", "wrong"},
           {"1000x10^-9999999999999999999999", "wrong"},
           {"0.163x10^-9999999999999999999999", "wrong"},
           // more of the catalogue
           {"1.176", "wrong_turn:slope"},
           {"1/0.85", "wrong_turn:slope"},
           {"0.01125", "wrong_turn:squared_error"},
           {"0.0113", "wrong_turn:squared_error"},
           {"(1-0.85)^2/2", "wrong_turn:squared_error"},
           {"1.625", "wrong_turn:misplaced_point"},
           {"1.63", "wrong_turn:misplaced_point"},
           {"0.01625", "wrong_turn:misplaced_point"},
           {"1.6", "wrong_turn:misplaced_point"},
           {"0.163%", "wrong_turn:misplaced_point"},
           {"1.625%", "wrong_turn:misplaced_point"},
           {"162.5", "wrong"},
           {"-1.625", "wrong"},
       }) {
    CAPTURE(std::string(c.text));
    CHECK(said(answer(c.text)) == c.verdict);
  }
}

TEST_CASE("the other label has its own right answer and its own mistakes") {
  CHECK(answer("1.897", 0.0).verdict == Verdict::right);
  CHECK(answer("-ln(1 - 0.85)", 0.0).verdict == Verdict::right);
  CHECK(turns(answer("0.1625", 0.0), WrongTurn::other_term));
  CHECK(turns(answer("-1.897", 0.0), WrongTurn::lost_minus));
  CHECK(turns(answer("0.824", 0.0), WrongTurn::base_ten));
  CHECK(turns(answer("ln 15", 0.0), WrongTurn::percentage));
  CHECK(turns(answer("0.85", 0.0), WrongTurn::absolute_error));
  CHECK(turns(answer("0.7225", 0.0), WrongTurn::squared_error));
}

TEST_CASE("a soft label is judged by the same formula") {
  CHECK(answer("0.6121", 0.75, 0.6).verdict == Verdict::truncated);
  CHECK(answer(rounded(loss(0.75, 0.6), 4), 0.75, 0.6).verdict == Verdict::right);
  CHECK(turns(answer("0.15", 0.75, 0.6), WrongTurn::absolute_error));
}

TEST_CASE("what could be a rounding of the right answer is never a wrong turn") {
  CHECK(answer("0.693", 1.0, 0.5).verdict == Verdict::right);    // the other term is equal
  CHECK(answer("0.2", 1.0, 0.8).verdict == Verdict::imprecise);  // |y - p| is 0.2
}

TEST_CASE(
    "the loss and a mistake that look alike at these figures are told apart by more of them") {
  // p is its own loss, nearly.
  CHECK(said(answer("0.567", 1.0, 0.567)) == "indistinct");
  CHECK(said(answer("0.5674", 1.0, 0.567)) == "right");
  CHECK(said(answer("0.5670", 1.0, 0.567)) == "wrong_turn:probability");
  CHECK(said(answer("-ln 0.567", 1.0, 0.567)) == "right");
  CHECK(said(answer("567/1000", 1.0, 0.567)) == "wrong_turn:probability");
  // -ln 0.99 is 0.01005, 1 - p is 0.01.
  CHECK(said(answer("0.0100", 1.0, 0.99)) == "indistinct");
  CHECK(said(answer("0.01005", 1.0, 0.99)) == "right");
  CHECK(said(answer("0.01000", 1.0, 0.99)) == "wrong_turn:absolute_error");
  CHECK(said(answer("0.0101", 1.0, 0.99)) == "right");
  // Here 1 - p and the loss agree to more than three figures, so only more than these tell.
  CHECK(said(answer("0.00100", 1.0, 0.999)) == "indistinct");
  CHECK(said(answer("1 - 0.999", 1.0, 0.999)) == "wrong_turn:absolute_error");
  CHECK(said(answer("-ln 0.999", 1.0, 0.999)) == "right");
  CHECK(said(answer("0.0010005", 1.0, 0.999)) == "right");
  // At p = 0.5 the other term is the same number, and there is nothing to tell apart.
  CHECK(said(answer("0.6931", 1.0, 0.5)) == "right");
}

TEST_CASE("of two mistakes that look alike none is named") {
  // p is 0.2, and -ln(1 - p) = 0.223 rounds to 0.2.
  CHECK(said(answer("0.2", 1.0, 0.2)) == "wrong");
  CHECK(said(answer("0.20", 1.0, 0.2)) == "wrong_turn:probability");
  CHECK(said(answer("0.22", 1.0, 0.2)) == "wrong_turn:other_term");
  CHECK(said(answer("1/5", 1.0, 0.2)) == "wrong_turn:probability");
}

TEST_CASE("no verdict that names something is given to a number that stands for something else") {
  std::mt19937 random(20250108);
  int named = 0;
  for (int round = 0; round < 20000; ++round) {
    const double p = (1.0 + static_cast<double>(random() % 998)) / 1e3;
    const double label = static_cast<double>(random() % 2);
    const double truth = loss(label, p);
    const auto y = Label::from(label);
    const auto probability = Probability::from(p);
    if (!y.ok() || !probability.ok()) continue;
    const std::vector<bce::WrongValue> wrongs = bce::wrong_values(*y, *probability);
    const bce::WrongValue& made = wrongs[random() % wrongs.size()];
    if (made.value == 0.0) continue;
    const std::string text =
        rounded(random() % 2 == 0 ? truth : made.value, 1 + static_cast<int>(random() % 6));
    const Judgement judgement = answer(text, label, p);
    const auto parsed = bce::parse(text);
    REQUIRE(parsed.ok());
    if (!parsed.ok()) continue;
    const bce::Typed typed(judgement.value, bce::figures_of(*parsed));
    CAPTURE(text);
    CAPTURE(p);
    CAPTURE(label);
    for (const bce::WrongValue& wrong : wrongs) {
      const bce::Target target = bce::Enclosure(wrong.value, wrong.radius);
      const bool same = bce::overlap(target.at, {truth, 1e-13 * truth});
      if (!typed.rounds(target) || same) continue;
      REQUIRE(judgement.verdict != Verdict::right);
      REQUIRE(judgement.verdict != Verdict::truncated);
      if (judgement.verdict != Verdict::wrong_turn) continue;
      if (judgement.turn == WrongTurn::lost_minus) continue;
      ++named;
      // Another name for the same number is as good.
      const bool other = std::none_of(wrongs.begin(), wrongs.end(), [&](const bce::WrongValue& w) {
        return w.turn == judgement.turn &&
               (bce::overlap(target.at, {w.value, w.radius}) ||
                (w.either_sign && bce::overlap(target.at, {-w.value, w.radius})));
      });
      REQUIRE_FALSE(other);
    }
  }
  CHECK(named > 1000);
}

TEST_CASE("rounding carries across a power of ten") {
  // p is e^-0.9996, so that the loss rounds to 1.00 and is cut off to 0.999.
  const double p = std::exp(-0.9996);
  CHECK(answer("1.00", 1.0, p).verdict == Verdict::right);
  CHECK(answer("0.9996", 1.0, p).verdict == Verdict::right);
  CHECK(answer("0.999", 1.0, p).verdict == Verdict::truncated);
  CHECK(answer("1", 1.0, p).verdict == Verdict::imprecise);
  // The loss is 0.1003: 0.0999 has the third decimal right, and no third figure.
  CHECK(answer("0.0999", 1.0, std::exp(-0.1003)).verdict == Verdict::near);
  CHECK(answer("1.000", 1.0, p).verdict == Verdict::right);
  CHECK(answer("1.00", 1.0, std::exp(-0.9951)).verdict == Verdict::imprecise);
  CHECK(answer("1.0", 1.0, std::exp(-0.9779)).verdict == Verdict::imprecise);
}

TEST_CASE("an unreadable answer says where and why") {
  const Judgement word = answer("0.1 abc");
  CHECK(word.verdict == Verdict::unreadable);
  CHECK(word.error.code == bce::ParseErrorCode::unknown_word);
  CHECK(word.error.position == 4);
  CHECK(word.error.length == 3);
  CHECK_FALSE(word.reading.has_value());
  CHECK_FALSE(word.fault.has_value());

  const Judgement letters = answer("-ln(p)");
  CHECK(letters.fault == bce::AnswerFault::needs_numbers);
  CHECK(letters.reading.has_value());

  const Judgement undefined = answer("ln(-1)");
  CHECK(undefined.fault == bce::AnswerFault::undefined);
  CHECK(undefined.reading.has_value());
}

TEST_CASE("a unit is told apart from what it measures") {
  const Judgement bits = answer("L = 0.2345 bits.");
  CHECK(bits.unit == bce::Unit::bits);
  CHECK(bits.value == 0.2345);
  CHECK(answer("0.0706 bans").unit == bce::Unit::hartleys);
  CHECK(answer("0.163 nats").unit == bce::Unit::nats);
  CHECK_FALSE(answer("0.163").unit.has_value());
  // 0 and infinity need no conversion.
  CHECK(said(answer("0 bits", 1.0, 1.0)) == "right");
  CHECK(said(answer("inf bits", 1.0, 0.0)) == "right");
}

TEST_CASE("a figure too few is no accusation") {
  // Rounded to one figure these would be base ten, squared error, p, the other term, a
  // percentage.
  for (const char* text : {"0.07", "0.02", "0.9", "2", "4", "-4"}) {
    CAPTURE(std::string(text));
    CHECK(answer(text).verdict == Verdict::wrong);
  }
  CHECK(turns(answer("0.3", 1.0, 0.3), WrongTurn::absolute_error) == false);
  CHECK(turns(answer("0.9", 1.0, 0.9), WrongTurn::probability));  // not rounded: p is 0.9
}

TEST_CASE("numbers at the ends of what a double holds are judged as fast as any") {
  std::string chain = "1e-320";
  while (chain.size() + 7 < bce::kLongestText) chain += "=9e-320";
  for (int round = 0; round < 200; ++round) CHECK(answer(chain).verdict == Verdict::wrong);
}

TEST_CASE("of a long chain every side is held against the answer, in time") {
  std::string chain = "0.163";
  while (chain.size() + 6 < bce::kLongestText) chain = "0.163=" + chain;
  CHECK(answer(chain).verdict == Verdict::right);
  CHECK(answer("1" + chain.substr(1)).verdict == Verdict::unequal);
}

TEST_CASE("a readable answer keeps its reading and its value") {
  const Judgement judgement = answer("L = 16.25%");
  CHECK(judgement.value == 0.1625);
  const auto expected = bce::parse("L = 16.25%");
  REQUIRE(expected.ok());
  REQUIRE(judgement.reading.has_value());
  if (expected.ok() && judgement.reading) CHECK(*judgement.reading == *expected);
}

TEST_CASE("at a loss of 0 or infinity only the exact value is right") {
  CHECK(answer("0", 1.0, 1.0).verdict == Verdict::right);
  CHECK(answer("-ln 1", 1.0, 1.0).verdict == Verdict::right);
  CHECK(answer("0.001", 1.0, 1.0).verdict != Verdict::right);
  CHECK(answer("-ln 0", 1.0, 0.0).verdict == Verdict::right);
  CHECK(answer("inf", 1.0, 0.0).verdict == Verdict::right);
  CHECK(answer("100", 1.0, 0.0).verdict == Verdict::wrong);
  CHECK(turns(answer("ln 0", 1.0, 0.0), WrongTurn::lost_minus));
}

TEST_CASE("the loss rounded to three or more figures is right, to fewer imprecise") {
  std::mt19937 random(20250105);
  int indistinct = 0;
  for (int round = 0; round < 3000; ++round) {
    const double p = (1.0 + static_cast<double>(random() % 9998)) / 1e4;
    const double label = static_cast<double>(random() % 2);
    const double truth = loss(label, p);
    const int figures = 1 + static_cast<int>(random() % 17);
    const std::string text = rounded(truth, figures);
    CAPTURE(p);
    CAPTURE(label);
    CAPTURE(text);
    const auto typed = bce::parse(text);
    REQUIRE(typed.ok());
    if (!typed.ok()) continue;
    const Verdict verdict = answer(text, label, p).verdict;
    if (figures >= 3 && verdict == Verdict::indistinct) {
      ++indistinct;
      continue;
    }
    REQUIRE(verdict == (figures >= 3 ? Verdict::right : Verdict::imprecise));
  }
  CHECK(indistinct < 100);
}

TEST_CASE("the loss off by two units of its last figure is never right") {
  std::mt19937 random(20250106);
  for (int round = 0; round < 3000; ++round) {
    const double p = (100.0 + static_cast<double>(random() % 9800)) / 1e4;
    const double truth = loss(1.0, p);
    const int figures = 3 + static_cast<int>(random() % 6);
    const double unit = std::pow(10.0, std::floor(std::log10(truth)) - figures + 1);
    const std::string text = rounded(truth + (round % 2 == 0 ? 2.0 : -2.0) * unit, figures);
    CAPTURE(p);
    CAPTURE(text);
    const Verdict verdict = answer(text, 1.0, p).verdict;
    REQUIRE(verdict != Verdict::right);
    REQUIRE(verdict != Verdict::truncated);
  }
}

TEST_CASE("any text gets a verdict, and nothing far from the loss is right") {
  constexpr std::array<std::string_view, 30> kPieces{
      "0.163", "0.85", "0.15", "1", "0",  "-",   "+",    "*",     "/",     "^",
      "(",     ")",    "=",    "~", "ln", "log", "log2", "lg",    "sqrt",  "abs",
      "inf",   "y",    "p",    "z", "L",  "%",   ".",    " nats", " bits", "|"};
  std::mt19937 random(20250107);
  int read = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (auto pieces = 1 + random() % 9; pieces > 0; --pieces) {
      text += kPieces[random() % kPieces.size()];
    }
    const Judgement judgement = answer(text);
    CAPTURE(text);
    REQUIRE_FALSE(std::isnan(judgement.value));
    if (judgement.verdict != Verdict::unreadable) ++read;
    if (judgement.verdict == Verdict::right || judgement.verdict == Verdict::truncated) {
      REQUIRE(std::fabs(judgement.value - 0.1625) < 0.002);
    }
  }
  CHECK(read > 500);
}
