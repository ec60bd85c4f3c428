#include "bce/variants.hpp"

#include <doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace {

using bce::Exercise;
using bce::exercise;
using bce::ExerciseJudgement;
using bce::ExerciseKind;
using bce::Mistake;
using bce::Trap;
using bce::Verdict;

constexpr std::array kNumeric = {ExerciseKind::loss_for_one,  ExerciseKind::loss_for_zero,
                                 ExerciseKind::loss_at_logit, ExerciseKind::find_p,
                                 ExerciseKind::batch_mean,    ExerciseKind::nats_to_bits};

std::string rounded(double x, int figures) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.*e", figures - 1, x);
  return text.data();
}

ExerciseKind kind(std::size_t i) { return static_cast<ExerciseKind>(i); }

double mean(const std::vector<double>& labels, const std::vector<double>& predictions) {
  double total = 0.0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    total -= std::log(labels[i] == 1.0 ? predictions[i] : 1.0 - predictions[i]);
  }
  return total / static_cast<double>(labels.size());
}

/// What is asked for, by the C library.
double answer(const Exercise& e) {
  const double y = e.labels.empty() ? 0.0 : e.labels[0];
  switch (e.kind) {
    case ExerciseKind::loss_at_logit: {
      const double z = e.predictions[0];
      return std::log1p(std::exp(y == 1.0 ? -z : z));
    }
    case ExerciseKind::find_p:
      return y == 1.0 ? std::exp(-e.given) : 1.0 - std::exp(-e.given);
    case ExerciseKind::nats_to_bits:
      return e.given / std::log(2.0);
    default:
      return mean(e.labels, e.predictions);
  }
}

/// Also those that share their number with another one, and so its name.
std::vector<Trap> all_traps(const Exercise& e) {
  std::vector<Trap> traps = e.traps;
  const bool logit = e.kind == ExerciseKind::loss_at_logit;
  if (!logit && e.kind != ExerciseKind::loss_for_one && e.kind != ExerciseKind::loss_for_zero) {
    return traps;
  }
  const auto z =
      bce::Prediction::from(logit ? bce::Axis::logit : bce::Axis::probability, e.predictions[0]);
  for (const auto& wrong : bce::wrong_values(*bce::Label::from(e.labels[0]), z->probability())) {
    traps.push_back({wrong.turn, wrong.value, wrong.either_sign});
  }
  return traps;
}

std::string listed(const std::vector<double>& numbers) {
  std::string text;
  for (const double number : numbers) {
    std::array<char, 32> one{};
    std::snprintf(one.data(), one.size(), "%s%.12g", text.empty() ? "" : " ", number);
    text += one.data();
  }
  return text;
}

/// What is given in an exercise, as a row of the table; nothing that was computed.
std::string row(std::uint32_t seed, ExerciseKind kind, int level) {
  const Exercise e = exercise(seed, kind, level);
  const bool spot = e.kind == ExerciseKind::spot_the_error;
  std::string text = std::to_string(static_cast<int>(e.kind)) + "\t" + std::to_string(e.level) +
                     "\t" + std::to_string(seed);
  for (const std::string& cell :
       {listed(e.labels), e.kind == ExerciseKind::find_p ? "" : listed(e.predictions),
        listed(e.rivals), listed({e.given}),
        spot ? listed({static_cast<double>(e.slip), e.answer}) : std::string()}) {
    text += "\t" + cell;
  }
  return text;
}

bool names(const ExerciseJudgement& judgement, const Trap& trap) {
  if (judgement.answer.verdict != Verdict::wrong_turn) return false;
  if (const auto* mistake = std::get_if<Mistake>(&trap.mistake)) {
    return judgement.mistake == *mistake;
  }
  return !judgement.mistake && judgement.answer.turn == std::get<bce::WrongTurn>(trap.mistake);
}

}  // namespace

// A link names a seed, a kind, a level and the version. Where these two tests fail, links that were
// shared would lead somewhere else: the change wants a new version, with the old one kept beside
// it.
TEST_CASE("version 1: a seed gives the same exercise for ever, and everywhere") {
  REQUIRE(bce::kExercisesVersion == 1);
  std::FILE* file = std::fopen(BCE_GOLDEN_DIR "/exercises.tsv", "r");
  REQUIRE(file != nullptr);
  if (file == nullptr) return;
  std::array<char, 512> line{};
  int rows = 0;
  while (std::fgets(line.data(), static_cast<int>(line.size()), file) != nullptr) {
    unsigned k = 0;
    int level = 0;
    unsigned seed = 0;
    if (std::sscanf(line.data(), "%u\t%d\t%u", &k, &level, &seed) != 3) continue;
    ++rows;
    CHECK(row(seed, kind(k), level) + "\n" == line.data());
  }
  std::fclose(file);
  CHECK(rows == 200);
}

TEST_CASE("version 1: so do the seeds that no table names") {
  std::uint64_t hash = 14695981039346656037U;
  for (std::uint32_t seed = 1000; seed < 1250; ++seed) {
    for (std::size_t k = 0; k < bce::kExerciseKinds; ++k) {
      for (int level = 1; level <= bce::kLevels; ++level) {
        for (const char c : row(seed, kind(k), level)) {
          hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
        }
      }
    }
  }
  CHECK(hash == 4137892641894768755U);
}

TEST_CASE("seeds, kinds and levels give different exercises") {
  std::vector<double> given;
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    given.push_back(exercise(seed, ExerciseKind::loss_for_zero, 5).predictions[0]);
  }
  std::sort(given.begin(), given.end());
  const auto different = std::unique(given.begin(), given.end()) - given.begin();
  CHECK(different > 150);
}

TEST_CASE("a level outside the range is held to it") {
  CHECK(exercise(1, ExerciseKind::find_p, 0).level == 1);
  CHECK(exercise(1, ExerciseKind::find_p, 99).level == bce::kLevels);
}

// Under the sanitizers as many seeds would take minutes.
#ifdef NDEBUG
constexpr std::uint32_t kSeeds = 100000;
#else
constexpr std::uint32_t kSeeds = 2000;
#endif

TEST_CASE("over all seeds no wrong turn comes near the right answer") {
  double closest = 1.0;
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    const int level = 1 + static_cast<int>(seed % bce::kLevels);
    const Exercise e = exercise(seed, kNumeric[(seed / bce::kLevels) % kNumeric.size()], level);
    if (e.level != level || e.traps.empty()) FAIL("no fair exercise for seed " << seed);
    for (const Trap& trap : all_traps(e)) {
      const double value = trap.either_sign ? std::copysign(trap.value, e.answer) : trap.value;
      closest = std::min(closest, std::fabs(value - e.answer) / std::fabs(e.answer));
    }
    if (std::fabs(answer(e) - e.answer) > 1e-12 * std::fabs(e.answer)) {
      FAIL("wrong answer for seed " << seed);
    }
  }
  // An answer is right within half a unit of its third figure, or cut off after it: 1 % at most.
  CHECK(closest > 0.0199);
}

TEST_CASE("every trap is judged as the mistake it is, at three figures and at nine") {
  int ambiguous = 0;
  for (std::uint32_t seed = 0; seed < kSeeds / 20; ++seed) {
    const int level = 1 + static_cast<int>(seed % bce::kLevels);
    const Exercise e = exercise(seed, kNumeric[(seed / bce::kLevels) % kNumeric.size()], level);
    CAPTURE(seed);
    CAPTURE(static_cast<int>(e.kind));
    CHECK(judge(rounded(e.answer, 3), e).answer.verdict == Verdict::right);
    CHECK(judge(rounded(e.answer, 9), e).answer.verdict == Verdict::right);
    for (const Trap& trap : e.traps) {
      for (const int figures : {3, 9}) {
        const ExerciseJudgement judgement = judge(rounded(trap.value, figures), e);
        CAPTURE(rounded(trap.value, figures));
        CAPTURE(e.predictions[0]);
        CHECK(judgement.answer.verdict == Verdict::wrong_turn);
        if (!names(judgement, trap)) ++ambiguous;
      }
    }
  }
  CHECK(ambiguous == 0);
}

TEST_CASE("the better model has the lower mean loss, by a clear margin") {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    const Exercise e = exercise(seed, ExerciseKind::better_model, 1 + static_cast<int>(seed % 5));
    const double first = mean(e.labels, e.predictions);
    const double second = mean(e.labels, e.rivals);
    CHECK((first < second) == (e.answer == 0.0));
    CHECK(std::max(first, second) > 1.07 * std::min(first, second));
  }
}

TEST_CASE("the spoilt solution has the value of the loss up to the line in question") {
  std::array<int, bce::kSlips> met{};
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    const Exercise e = exercise(seed, ExerciseKind::spot_the_error, 1 + static_cast<int>(seed % 5));
    ++met[static_cast<std::size_t>(e.slip)];
    const auto at = static_cast<std::size_t>(e.answer);
    REQUIRE(at > 0);
    REQUIRE(at < e.lines.size());
    const bce::Example given{*bce::Label::from(e.labels[0]),
                             *bce::Prediction::from(bce::Axis::probability, e.predictions[0])};
    const auto before = bce::value_of(e.lines[at - 1].formula, given);
    const auto after = bce::value_of(e.lines[at].formula, given);
    REQUIRE(before.ok());
    CHECK(*before == doctest::Approx(bce::loss(given)));
    CHECK((!after.ok() || std::fabs(*after - *before) > 0.01 * *before));
  }
  for (const int times : met) CHECK(times > 20);
}

TEST_CASE("both outcomes and both models come up as the answer") {
  int ones = 0;
  int second = 0;
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    if (exercise(seed, ExerciseKind::find_p, 3).labels[0] == 1.0) ++ones;
    if (exercise(seed, ExerciseKind::better_model, 3).answer == 1.0) ++second;
  }
  CHECK(ones > 120);
  CHECK(ones < 280);
  CHECK(second > 120);
  CHECK(second < 280);
}

TEST_CASE("the last line of every solution is true") {
  for (std::size_t k = 0; k < bce::kExerciseKinds; ++k) {
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
      const Exercise e = exercise(seed, kind(k), 1 + static_cast<int>(seed % 5));
      REQUIRE_FALSE(e.solution.empty());
      const auto value = bce::evaluate(e.solution.back().operands()[1], {});
      REQUIRE(value.ok());
      if (e.kind == ExerciseKind::better_model || e.kind == ExerciseKind::spot_the_error) continue;
      CHECK(*value == doctest::Approx(e.answer).epsilon(1e-5));
    }
  }
}

TEST_CASE("what is typed is read as any answer is") {
  const Exercise e = exercise(5, ExerciseKind::nats_to_bits, 1);
  CHECK(judge("", e).answer.verdict == Verdict::empty);
  CHECK(judge("ln(", e).answer.verdict == Verdict::unreadable);
  CHECK(judge("L/ln 2", e).answer.fault == bce::AnswerFault::needs_numbers);
  CHECK(judge("ln(-1)", e).answer.fault == bce::AnswerFault::undefined);
  CHECK(judge(std::to_string(e.given) + "/ln 2", e).answer.verdict == Verdict::right);
  CHECK(judge("inf", e).answer.verdict == Verdict::infinite);
  CHECK(judge(rounded(e.answer * 1.02, 4), e).answer.verdict == Verdict::near);
  CHECK(judge("1234.5", e).answer.verdict == Verdict::wrong);
}

namespace {

/// A verdict and, for a wrong turn, which, as one number for each.
struct Said {
  Verdict verdict;
  std::optional<Mistake> mistake{};
  std::optional<bce::WrongTurn> turn{};
};

void check_said(const Exercise& e, const std::string& text, const Said& expected) {
  CAPTURE(text);
  CAPTURE(static_cast<int>(e.kind));
  const ExerciseJudgement judgement = judge(text, e);
  CHECK(judgement.answer.verdict == expected.verdict);
  CHECK(judgement.mistake == expected.mistake);
  if (expected.turn) CHECK(judgement.answer.turn == *expected.turn);
}

}  // namespace

TEST_CASE("an exercise's answer may have its unit, and another one is told from a mistake") {
  const Exercise mean = exercise(5, ExerciseKind::batch_mean, 2);
  const std::string nats = rounded(mean.answer, 5);
  const std::string bits = rounded(mean.answer / std::log(2.0), 5);
  check_said(mean, nats + " nats", {Verdict::right});
  check_said(mean, bits + " bits", {Verdict::other_unit});
  check_said(mean, bits, {Verdict::wrong_turn, Mistake::two_for_e});
  check_said(mean, nats + " bits", {Verdict::wrong_turn, {}, bce::WrongTurn::mislabelled});
  check_said(mean, "999 bits", {Verdict::wrong});

  const Exercise amount = exercise(5, ExerciseKind::nats_to_bits, 2);
  const std::string given = rounded(amount.given, 5);
  const std::string asked = rounded(amount.answer, 5);
  check_said(amount, asked + " bits", {Verdict::right});
  check_said(amount, asked + " shannons", {Verdict::right});
  check_said(amount, asked + " nats", {Verdict::wrong_turn, {}, bce::WrongTurn::mislabelled});
  check_said(amount, given + " nats", {Verdict::wrong_turn, Mistake::unchanged});
  check_said(amount, given, {Verdict::wrong_turn, Mistake::unchanged});
  check_said(amount, rounded(amount.given / std::log(10.0), 5) + " hartleys",
             {Verdict::other_unit});

  // A probability has none; one that is typed does no harm.
  const Exercise p = exercise(5, ExerciseKind::find_p, 2);
  check_said(p, rounded(p.answer, 5) + " nats", {Verdict::right});
}

TEST_CASE("the sides of a statement have to hold in an exercise as well") {
  std::uint32_t seed = 0;
  while (exercise(seed, ExerciseKind::find_p, 2).labels[0] == 0.0) ++seed;
  const Exercise p = exercise(seed, ExerciseKind::find_p, 2);
  const std::string asked = rounded(p.answer, 4);
  const std::string given = rounded(p.given, 4);
  check_said(p, "p = " + asked, {Verdict::right});
  check_said(p, "p = e^-" + given + " = " + asked, {Verdict::right});
  check_said(p, "e^(-L) = " + asked, {Verdict::right});
  check_said(p, asked + " = p", {Verdict::right});
  check_said(p, "0.999 = " + asked, {Verdict::unequal});
  check_said(p, "2p = " + asked, {Verdict::unequal});
  check_said(p, "p = e^-" + given + " = 7", {Verdict::unequal});
  CHECK(judge("L = " + given, p).answer.fault == bce::AnswerFault::other_letter);
  CHECK(judge("p = e^(-L)", p).answer.fault == bce::AnswerFault::needs_numbers);
  CHECK(judge("p = 1/0", p).answer.fault == bce::AnswerFault::undefined);

  const Exercise z = exercise(8, ExerciseKind::loss_at_logit, 2);
  const std::string loss = rounded(z.answer, 4);
  check_said(z, "L = " + loss, {Verdict::right});
  check_said(z, "L: " + loss, {Verdict::right});
  check_said(z, (z.labels[0] == 1.0 ? "-ln p = " : "-ln(1-p) = ") + loss, {Verdict::right});
  CHECK(judge("p = " + loss, z).answer.fault == bce::AnswerFault::other_letter);
  CHECK(judge("z = " + loss, z).answer.fault == bce::AnswerFault::other_letter);

  // The mean has a letter of its own, and the loss's will do.
  const Exercise mean = exercise(8, ExerciseKind::batch_mean, 2);
  for (const char* letter : {"J", "L"}) {
    check_said(mean, letter + (" = " + rounded(mean.answer, 4)), {Verdict::right});
  }
  CHECK(judge("p = " + rounded(mean.answer, 4), mean).answer.fault ==
        bce::AnswerFault::other_letter);
}

TEST_CASE("what was said of the reading is said in an exercise too") {
  const Exercise e = exercise(5, ExerciseKind::nats_to_bits, 2);
  CHECK(judge("log 2", e).answer.natural_log);
  CHECK(judge("0,5", e).answer.other_mark);
  CHECK(judge("0.5 bits", e).answer.unit == bce::Unit::bits);
  CHECK_FALSE(judge("0.5", e).answer.unit.has_value());
}

TEST_CASE("a minus too many is one at few figures and near the value as well") {
  const Exercise e = exercise(5, ExerciseKind::batch_mean, 2);
  check_said(e, rounded(-e.answer, 1), {Verdict::wrong_turn, Mistake::minus_lost});
  check_said(e, rounded(-e.answer * 1.03, 4), {Verdict::wrong_turn, Mistake::minus_lost});
  const Exercise z = exercise(8, ExerciseKind::loss_at_logit, 2);
  check_said(z, rounded(-z.answer * 1.03, 4),
             {Verdict::wrong_turn, {}, bce::WrongTurn::lost_minus});
}

TEST_CASE("more digits are always fine") {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const Exercise e =
        exercise(seed, kNumeric[seed % kNumeric.size()], 1 + static_cast<int>(seed % 5));
    CAPTURE(seed);
    for (int figures = 3; figures <= 17; ++figures) {
      CHECK(judge(rounded(answer(e), figures), e).answer.verdict == Verdict::right);
    }
  }
}
