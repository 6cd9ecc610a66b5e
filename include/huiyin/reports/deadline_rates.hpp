#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "huiyin/records/week_figures.hpp"
#include "huiyin/reports/rate.hpp"
#include "huiyin/rulebook/checker.hpp"

/// The rates that are made of deadlines, one definition for reports and for what is tried out.
/// Throws nothing but what it says.
namespace huiyin::reports {

/// When a deadline counts as kept: by its limit, or at all by the moment the window is seen from.
enum class Kept { in_time, by_now };

struct DeadlineRate {
    std::string_view path;  ///< of the figure: `repairs.arrived_on_time`
    std::array<std::string_view, 2> rules;
    std::array<std::string_view, 2> limits;  ///< the policies that say when these fall due
    Kept how;

    /// What the figure is called alone: `arrived_on_time`.
    constexpr std::string_view name() const { return path.substr(path.find('.') + 1); }
    bool is_of(std::string_view rule) const { return rule == rules[0] || rule == rules[1]; }
};

namespace rates {
inline constexpr DeadlineRate replied_on_time{
    "complaints.replied_on_time",
    {"complaint.replied-in-time", "complaint.repeat-answered"},
    {"complaint.reply_within", "complaint.repeat_reply_within"},
    Kept::in_time};
inline constexpr DeadlineRate handled{"callbacks.handled",
                                      {"callback.made", "callback.followed-up"},
                                      {"complaint.callback_within", "callback.follow_up_within"},
                                      Kept::by_now};
inline constexpr DeadlineRate called_back{
    "repairs.called_back", {"repair.callback-made"}, {"repair.callback_within"}, Kept::by_now};
inline constexpr DeadlineRate arrived_on_time{
    "repairs.arrived_on_time", {"order.arrived-in-time"}, {"order.arrive_within"}, Kept::in_time};
inline constexpr DeadlineRate solved_on_time{"repairs.solved_on_time",
                                             {"order.solved-in-time"},
                                             {"order.difficult_within", "order.major_within"},
                                             Kept::in_time};
inline constexpr std::array all{replied_on_time, handled, called_back, arrived_on_time,
                                solved_on_time};
}  // namespace rates

/// The breaches since a moment, and the deadlines of all these rates that fall due within a stretch
/// or an earlier one. Throws what the Checker does.
rulebook::Checker::Review review(rulebook::Checker& checker, base::Instant since,
                                 const rulebook::Stretch& within,
                                 rulebook::Checker::Telling telling,
                                 const std::optional<rulebook::Stretch>& earlier = {},
                                 const rulebook::ReviewSharing& sharing = {});

/// The deadlines of a rate that fell due in the window. What stopped mattering before it fell due
/// was never owed.
std::vector<rulebook::Deadline> owed(const std::vector<rulebook::Deadline>& deadlines,
                                     const DeadlineRate& rate, const records::Window& window);
/// How many of them were kept.
Rate kept(const std::vector<rulebook::Deadline>& deadlines, const DeadlineRate& rate,
          const records::Window& window);

}  // namespace huiyin::reports
