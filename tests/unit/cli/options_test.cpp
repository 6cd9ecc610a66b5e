#include "huiyin/cli/options.hpp"

#include <doctest/doctest.h>

#include <concepts>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"

namespace huiyin::cli {
namespace {

constexpr Declared<Takes::words> why{"reason", {"理由", "why"}};

struct OneMatter : Options {
    Required<Takes::number> matter{*this, operand("TS", {"编号", "the record"})};
};
struct Visit final : OneMatter {
    Required<Takes::login> to{*this, {"to", {"交给谁", "to whom"}}};
    Maybe<Takes::words> reason{*this, why, Wanted{.option = "urgent", .values = "yes"}};
    MaybeSome<Takes::logins> with{*this, {"with", {"同去", "who goes along"}}};
    Maybe<Takes::time> at{*this, {"due", {"何时", "when"}}};
    Maybe<Takes::bound> until{*this, {"until", {"至", "until"}}};
    Maybe<Takes::choice, int> rank{*this, {"rank", {"等级", "rank"}, "1|2|3"}};
    Maybe<Takes::choice, bool> residents{*this, {"residents", {"涉及", "affected"}, "yes|no"}};
    Flag urgent{*this, {"urgent", {"急", "urgent"}}};
};

// What a handler is given.
static_assert(std::same_as<decltype(std::declval<const Visit&>().to()), const std::string&>);
static_assert(std::same_as<decltype(std::declval<const Visit&>().reason()),
                           const std::optional<std::string>&>);
static_assert(
    std::same_as<decltype(std::declval<const Visit&>().at()), const std::optional<base::Instant>&>);
static_assert(std::same_as<decltype(std::declval<const Visit&>().urgent()), bool>);

// What it cannot do: take one that may be absent for one that is there, or a number for a text.
static_assert(!std::convertible_to<const std::optional<std::string>&, std::string>);
static_assert(!std::constructible_from<RecordNumber, std::optional<std::string>>);
static_assert(!std::convertible_to<std::string, RecordNumber>);

// What cannot be declared: an option that is read as what it does not take.
template <Takes takes, typename Value>
concept Readable = requires { sizeof(Reads<takes, Value>); };
static_assert(Readable<Takes::choice, int> && Readable<Takes::whole, int>);
static_assert(!Readable<Takes::words, int> && !Readable<Takes::whole, std::string>);
static_assert(!Readable<Takes::number, std::string> && !Readable<Takes::login, RecordNumber>);

const Verb& verb() {
    static const Verb one{.noun = "visit",
                          .verb = "make",
                          .help = {"访", "visit"},
                          .clause = "",
                          .right = gate::Right::read,
                          .operands = operands_of<Visit>,
                          .options = options_of<Visit>};
    return one;
}

Arguments typed(std::initializer_list<std::pair<std::string_view, std::string>> values) {
    Arguments arguments(verb());
    for (const auto& [name, value] : values)
        arguments.set(name, value);
    return arguments;
}

const base::Zone& shanghai() {
    static const base::Zone zone("Asia/Shanghai");
    return zone;
}
Moment noon() {
    return {base::instant(1'795'492'800), shanghai()};  // 2026-11-24 12:00
}

TEST_CASE("a member is its row in the table") {
    const auto& rows = options_of<Visit>;
    REQUIRE(rows.size() == 8);
    CHECK(rows[0].name == "to");
    CHECK(rows[0].required);
    CHECK(rows[0].value == "LOGIN");
    CHECK(rows[1].takes == Takes::words);
    CHECK_FALSE(rows[1].required);
    CHECK(rows[1].help.zh == "理由");
    CHECK(rows[1].wanted->option == "urgent");
    CHECK(rows[5].value == "1|2|3");
    CHECK(rows[7].takes == Takes::nothing);

    const auto& operands = operands_of<Visit>;
    REQUIRE(operands.size() == 1);
    CHECK(operands[0].name == "TS");
    CHECK(operands[0].required);
}

TEST_CASE("values arrive read") {
    const auto moment = noon();
    const auto arguments = typed({{"TS", "ts-1"},
                                  {"to", "sun"},
                                  {"with", "li,wu"},
                                  {"due", "18:30"},
                                  {"until", "2026-11-24"},
                                  {"rank", "2"},
                                  {"residents", "no"},
                                  {"urgent", "yes"}});
    Visit visit;
    visit.read(arguments, &moment);
    CHECK(std::string_view(visit.matter()) == "ts-1");
    CHECK(visit.to() == "sun");
    CHECK_FALSE(visit.reason().has_value());
    CHECK(visit.with() == std::vector<std::string>{"li", "wu"});
    CHECK(base::iso(visit.at().value(), shanghai()) == "2026-11-24T18:30:00+08:00");
    CHECK(base::iso(visit.until()->begin, shanghai()) == "2026-11-24T00:00:00+08:00");
    CHECK(base::iso(visit.until()->end, shanghai()) == "2026-11-25T00:00:00+08:00");
    CHECK(visit.rank() == 2);
    CHECK(visit.residents() == false);
    CHECK(visit.urgent());
}

TEST_CASE("what was left out is absent, and no list has anything in it") {
    const auto moment = noon();
    const auto arguments = typed({{"TS", "ts-1"}, {"to", "sun"}});
    Visit visit;
    visit.read(arguments, &moment);
    CHECK(visit.with().empty());
    CHECK_FALSE(visit.at().has_value());
    CHECK_FALSE(visit.urgent());
    CHECK_FALSE(visit.residents().has_value());
}

TEST_CASE("a value that is not there is never read from nowhere") {
    const Visit nothing;
    CHECK_THROWS_AS(nothing.to(), std::bad_optional_access);
}

TEST_CASE("before it is known to be whole, required ones may be missing and values unreadable") {
    const auto arguments = typed({{"rank", "9"}, {"due", "18:30"}, {"residents", "yes"}});
    const Unchecked<Visit> visit(arguments);
    CHECK_FALSE(visit.has(&Visit::to));
    CHECK_FALSE(visit[&Visit::to].has_value());
    CHECK_FALSE(visit.has(&Visit::matter));
    CHECK(visit.has(&Visit::rank));
    CHECK_FALSE(visit[&Visit::rank].has_value());
    CHECK(visit.has(&Visit::at));
    CHECK_FALSE(visit[&Visit::at].has_value());
    CHECK(visit[&Visit::residents] == true);
}

}  // namespace
}  // namespace huiyin::cli
