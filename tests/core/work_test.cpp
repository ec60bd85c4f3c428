#include "bce/work.hpp"

#include <doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bce/answer.hpp"
#include "bce/tokens.hpp"
#include "bce/variants.hpp"
#include "bce/worked.hpp"
#include "most_work.hpp"

namespace {

using bce::Expression;

/// What a call costs, with the printing of what it has read.
template <class Judge>
std::size_t cost(const Judge& judge) {
  bce::work_spent = 0;
  const std::optional<Expression> reading = judge();
  if (reading) CHECK_FALSE(bce::tokens(*reading).empty());
  return bce::work_spent;
}

struct Costs {
  std::size_t answer = 0;
  std::size_t line = 0;
  std::size_t exercise = 0;
};

/// As an answer, as a line of a solution that has most rules, and as an answer to an exercise.
Costs costs(const std::string& text) {
  static const bce::Example soft{*bce::Label::from(0.3),
                                 *bce::Prediction::from(bce::Axis::probability, 0.85)};
  static const bce::Example logit{*bce::Label::from(0.3),
                                  *bce::Prediction::from(bce::Axis::logit, -1.7)};
  static const std::vector<bce::WorkedLine> lines = bce::work(soft);
  static const std::vector<bce::WorkedLine> logit_lines = bce::work(logit);
  static const bce::Exercise exercise = bce::exercise(3, bce::ExerciseKind::loss_at_logit, 5);
  Costs found;
  found.answer = cost(
      [&] { return judge(text, *bce::Label::from(1.0), *bce::Probability::from(0.85)).reading; });
  found.line = std::max(cost([&] { return judge_line(text, soft, lines, 0).reading; }),
                        cost([&] { return judge_line(text, logit, logit_lines, 0).reading; }));
  found.exercise = cost([&] { return judge(text, exercise).answer.reading; });
  return found;
}

bool bounded(const Costs& found) {
  return found.answer <= bce::kMostToJudge && found.line <= bce::kMostToJudgeLine &&
         found.exercise <= bce::kMostToJudge;
}

/// The first 200 characters.
std::string cut(const std::string& text) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80) continue;
    if (++characters > bce::kLongestText) return text.substr(0, i);
  }
  return text;
}

std::string filled(std::string_view piece, std::string_view before = "",
                   std::string_view after = "") {
  std::string text(before);
  while (text.size() + piece.size() + after.size() <= bce::kLongestText) text += piece;
  return text += after;
}

constexpr std::array<std::string_view, 53> kPieces{"1",
                                                   "2",
                                                   "0",
                                                   "9",
                                                   "0.85",
                                                   "9e-320",
                                                   "1e300",
                                                   "ln",
                                                   "ln(",
                                                   "log_",
                                                   "log_3",
                                                   "log2",
                                                   "log10",
                                                   "exp(",
                                                   "sqrt(",
                                                   "abs(",
                                                   "(",
                                                   "[",
                                                   ")",
                                                   "]",
                                                   "|",
                                                   "+",
                                                   "-",
                                                   "*",
                                                   "/",
                                                   "^",
                                                   "=",
                                                   "~",
                                                   " ",
                                                   "'",
                                                   ",",
                                                   ".",
                                                   "%",
                                                   "e",
                                                   "y",
                                                   "p",
                                                   "z",
                                                   "L",
                                                   "N",
                                                   "inf",
                                                   "loss",
                                                   "_",
                                                   "\\",
                                                   "1 1/2",
                                                   "e^",
                                                   "2^.1",
                                                   "\xC2\xB2",
                                                   "\xC2\xBD",
                                                   "\xE2\x88\x9A",
                                                   "\xE2\x82\x82",
                                                   "\xEF\xBC\x99",
                                                   "\xD9\xA3",
                                                   " nats"};

// Under the sanitizers all of it would take minutes.
#ifdef NDEBUG
constexpr std::size_t kEvery = 1;
constexpr int kRounds = 700;
#else
constexpr std::size_t kEvery = 17;
constexpr int kRounds = 60;
#endif

}  // namespace

TEST_CASE("an ordinary answer costs something, and little") {
  const Costs found = costs("-ln(0.85)");
  CHECK(found.answer > 100);
  CHECK(found.answer < 1000);
  CHECK(found.line > 100);
  CHECK(found.line < 2000);
  CHECK(found.exercise > 10);
}

TEST_CASE("what was found to cost the most, by a search of its own, stays within bounds") {
  for (const std::string& text : {filled("e1e300", "0p",
                                         "\xE2\x89\x88"
                                         "1"),
                                  filled("-1e300", "1 1"),
                                  filled("y1e300", "z1e300y y1-00y "),
                                  filled("p1e300", "p1p00p"),
                                  filled("1"),
                                  filled("1=", "", "1"),
                                  filled("1/", "", "1"),
                                  filled("1+", "", "1"),
                                  filled("ln2="),
                                  filled("9e-320+", "", "1"),
                                  filled("-ln(1", "", ")"),
                                  filled("y\xC2\xB2", "", filled("p").substr(0, 90)),
                                  filled("p", "0yy9e-3"),
                                  filled("\xC2\xBD") + filled("\xC2\xBD"),
                                  filled("y1", "0"),
                                  filled("*1", "0*ln 0"),
                                  filled("*1", "ln 2"),
                                  filled("1*", "", "ln p"),
                                  filled("log_pp", "", "1"),
                                  filled("log_3(2)"),
                                  filled("2^", "", "2"),
                                  filled("("),
                                  filled("-("),
                                  filled("|"),
                                  filled("1 "),
                                  std::string(10'000, '1'),
                                  std::string(100'000, '('),
                                  std::string(1'000'000, ' '),
                                  std::string(1'000'000, 'a')}) {
    CAPTURE(text.substr(0, bce::kLongestText));
    CHECK(bounded(costs(text)));
  }
}

TEST_CASE("so does every pair of pieces, repeated") {
  std::size_t i = 0;
  for (const std::string_view first : kPieces) {
    for (const std::string_view second : kPieces) {
      if (i++ % kEvery != 0) continue;
      const std::string text = cut(filled(std::string(first) + std::string(second)));
      CAPTURE(text);
      REQUIRE(bounded(costs(text)));
    }
  }
}

TEST_CASE("so does what a search for the worst text comes to") {
  std::mt19937 random(20260101);
  const auto below = [&random](std::size_t count) { return random() % count; };
  const auto piece = [&below] { return std::string(kPieces[below(kPieces.size())]); };
  for (int start = 0; start < 4; ++start) {
    std::string worst = cut(filled(piece() + piece() + piece()));
    std::size_t most = 0;
    for (int round = 0; round < kRounds; ++round) {
      std::string text = worst;
      const std::size_t at = below(text.size() + 1);
      switch (below(4)) {
        case 0:
          text.insert(at, piece());
          break;
        case 1:
          text.erase(at, 1 + below(6)).insert(at, piece());
          break;
        case 2:
          text = filled(piece() + piece(), text.substr(0, std::min(at, bce::kLongestText)));
          break;
        default:
          text.erase(at, 1 + below(10));
      }
      text = cut(text);
      const Costs found = costs(text);
      CAPTURE(text);
      REQUIRE(bounded(found));
      if (found.answer + found.line < most) continue;
      most = found.answer + found.line;
      worst = text;
    }
    CHECK(most > 500);
  }
}

TEST_CASE("what a text costs grows with its length and no faster") {
  for (const std::string_view piece :
       {"1", "1=", "1/", "-ln2", "p", "y1", "p%", "9e-320+", "1e300*", "log_3(2)"}) {
    CAPTURE(std::string(piece));
    const std::string whole = filled(piece, "", "1");
    std::string half = whole.substr(0, (whole.size() / piece.size() / 2) * piece.size()) + "1";
    const Costs long_one = costs(whole);
    const Costs short_one = costs(half);
    // One number of 200 digits is the exception: each digit is multiplied into those before it.
    CHECK(long_one.answer < 3 * short_one.answer);
    CHECK(long_one.line < 3 * short_one.line);
  }
}

TEST_CASE("drawing an exercise is bounded for every seed that is tried") {
  std::size_t most = 0;
  for (std::uint32_t seed = 0; seed < 3000 / kEvery; ++seed) {
    for (std::size_t k = 0; k < bce::kExerciseKinds; ++k) {
      bce::work_spent = 0;
      const bce::Exercise drawn = bce::exercise(seed, static_cast<bce::ExerciseKind>(k),
                                                1 + static_cast<int>(seed % bce::kLevels));
      most = std::max(most, bce::work_spent);
      REQUIRE(drawn.solution.size() > 0);
    }
  }
  CHECK(most > 500);
  CHECK(most < bce::kMostToDraw);
}
