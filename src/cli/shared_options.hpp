#pragma once

#include "huiyin/cli/options.hpp"

/// Options that several commands have: said once, in the same words everywhere.
namespace huiyin::cli::shared {

/// Of whatever shows people's names or numbers. It is on record who asked before they are shown.
inline constexpr Declared<Takes::nothing> reveal{
    .name = "reveal",
    .help = {"姓名、电话全文显示(记入日志)", "names and phones in full; journaled first"},
    .right = gate::Right::office_work};

/// Of a screen that is drawn anew whenever somebody records something, until Ctrl-C.
inline constexpr Declared<Takes::nothing> watch{
    "watch",
    {"留在屏幕上,有人登记就刷新(Ctrl-C 结束)",
     "stay on screen and refresh when something is recorded (Ctrl-C ends it)"}};

inline constexpr Declared<Takes::nothing> open{"open", {"只看在办", "only what is open"}};
inline constexpr Declared<Takes::nothing> overdue{"overdue",
                                                  {"只看超时", "only what has something overdue"}};
inline constexpr Declared<Takes::bound> from{"from", {"自何时起", "happened at or after this"}};
inline constexpr Declared<Takes::bound> to{
    "to", {"至何时止(时刻不含,日期含当天)", "happened before this (through the end of a day)"}};
/// Whoever sees 138****8000 could else try number after number until a list is not empty.
inline constexpr Declared<Takes::words> phone{
    "phone", {"联系电话", "their phone"}, "NUMBER", gate::Right::office_work};
inline constexpr Declared<Takes::login> holder{"holder", {"承办人", "held by"}};
/// What narrows a list of matters that somebody holds.
struct HeldMatters : Options {
    Flag open{*this, shared::open};
    Flag overdue{*this, shared::overdue};
    Maybe<Takes::bound> from{*this, shared::from};
    Maybe<Takes::bound> to{*this, shared::to};
    Maybe<Takes::login> holder{*this, shared::holder};
};

inline constexpr Declared<Takes::word> unit{"unit", {"房号", "home"}, "UNIT"};
inline constexpr Declared<Takes::whole> limit{"limit", {"至多列出几件", "at most so many"}};

/// The seven of clause 7.1.
inline constexpr std::string_view event_categories = "1|2|3|4|5|6|7";

/// Of a report or a form.
inline constexpr Declared<Takes::bound> stretch_from{"from", {"自何时起", "from when"}};
inline constexpr Declared<Takes::bound> stretch_to{
    "to", {"至何时止(时刻不含,日期含当天)", "until when (a day is included)"}};

}  // namespace huiyin::cli::shared
