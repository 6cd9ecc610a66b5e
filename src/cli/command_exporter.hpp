#pragma once

#include <fmt/ranges.h>

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "huiyin/base/formatting.hpp"
#include "huiyin/cli/command_export.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/records/callback.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/erasure.hpp"
#include "huiyin/records/event.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/records/office_log.hpp"
#include "huiyin/records/repair.hpp"

namespace huiyin::cli {

using records::Matter;
using records::MatterKind;
using records::Step;
using Words = std::vector<std::string>;

/// Why something was recorded late, where the reason stands with the journal's entry alone.
inline constexpr base::Label replayed{"由导出的记录重新登记", "replayed from an export"};

/// A command being put together.
class Line {
  public:
    explicit Line(std::string_view command) : words_(command_words(command)) {}

    Line& operand(std::string value) {
        const bool could_be_an_option = value.starts_with('-') || !behind_dashes_.empty();
        (could_be_an_option ? behind_dashes_ : words_).push_back(std::move(value));
        return *this;
    }
    Line& add(std::string_view option, const std::optional<std::string>& value) {
        // One word, so that nothing a person wrote can pass for an option.
        if (value && !option.empty()) words_.push_back(base::format("--{}={}", option, *value));
        return *this;
    }
    Line& list(std::string_view option, const Words& values) {
        return values.empty() ? *this : add(option, base::format("{}", fmt::join(values, ",")));
    }
    template <typename Number>
    Line& number(std::string_view option, const std::optional<Number>& value) {
        return value ? add(option, base::format("{}", *value)) : *this;
    }
    Line& flag(std::string_view option, bool set) {
        if (set) words_.push_back(base::format("--{}", option));
        return *this;
    }
    Words words() const {
        auto all = words_;
        if (!behind_dashes_.empty()) all.emplace_back("--");
        all.insert(all.end(), behind_dashes_.begin(), behind_dashes_.end());
        return all;
    }

  private:
    static Words command_words(std::string_view command) {
        const auto blank = command.find(' ');
        if (blank == command.npos) return {std::string(command)};
        return {std::string(command.substr(0, blank)), std::string(command.substr(blank + 1))};
    }

    Words words_;
    Words behind_dashes_;  ///< operands from the first that begins with one: -1层水泵房
};

/// One thing that was recorded: a step of a matter, or a change of the office itself.
struct ExportedCommand {
    base::Instant recorded_at;
    std::int64_t entry;  ///< of the journal, within one second; 0 where it cannot be told
    int rank;            ///< within one entry: people before what they did, leaving after it
    std::int64_t id;     ///< within one rank
    Words words;
    std::int64_t place = 0;  ///< within one entry: what was said last before it
    /// What was erased then, for which nobody can type a command.
    std::optional<records::RecordedErasure> erased = {};
};
inline constexpr int rank_of_steps = 2;

/// Tells everything on file again as commands: the office, how each matter began, and every step.
class CommandExporter {
  public:
    CommandExporter(gate::Reading& reading, const TakeFile& file)
        : reading_(reading), file_(file) {}
    std::vector<ExportedCommand> take();

  private:
    struct RecordedStep {
        const Matter* of;
        const Step* what;

        const Matter& matter() const { return *of; }
        const Step& step() const { return *what; }
    };
    std::string login(records::StaffId staff) const;
    std::optional<std::string> login(std::optional<records::StaffId> staff) const;
    std::string time(base::Instant at) const;
    std::optional<std::string> time(std::optional<base::Instant> at) const;
    void office(const records::Recorded& recorded, int rank, const std::string& subject, Line line);
    Line& said_by(const records::Recorded& recorded, Line& line);
    /// The entry by which a command about this subject was recorded then; 0 where none names it.
    std::int64_t entry_of(base::Instant at, const std::string& subject,
                          std::string_view command) const;
    /// Which entries wrote the rows of what is no step.
    void note_entries();
    /// The first or the last of those that wrote a row.
    const gate::LoggedEntry* entry_that_wrote(std::string_view table, std::int64_t row,
                                              bool last) const;
    void place_among_steps(std::span<ExportedCommand> of_one_entry) const;
    void put_in_order();
    void founding_of_office();
    void rules_and_reports();
    void erasures();
    void staff();
    void policies();
    records::Recorded recorded_of(std::int64_t id, base::Instant at, std::string_view table,
                                  std::string_view command) const;
    void areas_and_plans();
    void read_everything();
    /// Matters that another command opens: their first step is not told again.
    void find_what_came_by_itself(const RecordedStep& one);
    bool opened_by_patrol(const Step& step);
    const Matter* shift_after(const RecordedStep& one) const;
    std::optional<Line> line_of(const RecordedStep& one);
    bool is_part_of_voiding(const RecordedStep& one) const;
    static bool is_apology_on_the_spot(const Step& step);
    bool is_part_of_past_shift(const RecordedStep& one) const;
    void name_subject(Line& line, const Matter& matter, const Step& step);
    void add_particulars(Line& line, const Matter& matter, const Step& step);
    std::string people(const Step& step);
    void add_callback(Line& line, const records::Callback& callback) const;
    void add_patrol(Line& line, const Step& step);
    void add_order(Line& line, const Step& step, const records::OrderDetail& detail);
    void add_collection(Line& line, const Step& step);
    Line closing(const Matter& matter, const Step& step) const;
    bool goes_to_first_technician(const Matter& repair, const Step& assignment) const;
    std::optional<Line> assignment(const Matter& matter, const Step& step);
    /// Told with the shift it began, whose officer did it.
    std::optional<Line> takeover(const RecordedStep& one);
    std::optional<std::string> reason_to_accept(const Step& step);
    bool amended(const Matter& matter, std::string_view field) const;
    /// What it was before it was corrected.
    std::optional<std::string> as_registered(records::MatterId matter, int step,
                                             std::string_view field,
                                             const std::optional<std::string>& value) const;
    std::optional<base::Instant> as_registered(records::MatterId matter, int step,
                                               std::string_view field,
                                               std::optional<base::Instant> value) const;
    void take_back_corrections(Matter& matter) const;
    /// `opened_at`: when the matter was received, as corrected.
    void take_back_corrections(const Matter& matter, Step& step, base::Instant opened_at) const;
    void take_back_what_it_says(const Matter& matter, Step& step) const;
    /// What a correction has to be typed with: `@` twice where one would call for a phrase.
    std::optional<std::string> corrected_words(const Matter& matter, const Step& step) const;
    void take_back_order(const Matter& matter, int seq, records::OrderDetail& order) const;
    void take_back_corrections(const Matter& matter, records::Callback& callback) const;
    /// Corrections that were one command are told as one.
    bool continues_correction(const RecordedStep& one) const;
    void name_correction(Line& line, const Matter& matter, const Step& step) const;
    std::string category_at_first(const Matter& repair) const;
    static Line& from_whom(Line& line, const Matter& matter);
    std::optional<Line> opening(const Matter& matter, const Step& step);
    void add_courtesy(Line& line, const Matter& matter) const;
    void add_own_fields(Line& line, const Matter& matter) const;
    void add_past_shift(Line& line, const Matter& matter) const;
    std::optional<std::string> own_value(const Matter& matter, const records::Field& field,
                                         const records::Value& value) const;
    void put(const Step& step, const Matter& matter, Line line);
    gate::Reading& reading_;
    const TakeFile& file_;
    std::string founder_;  ///< the login of whoever ran `init`
    std::vector<ExportedCommand> events_;
    std::map<records::MatterId, Matter> matters_;
    std::map<std::string, records::MatterId, std::less<>> ids_;
    std::map<records::MatterId, std::vector<Step>> steps_;
    std::vector<RecordedStep> all_;
    std::optional<std::set<std::int64_t>> avoidable_;  ///< steps that need not have made a breach
    std::map<records::StepId, records::Callback> callbacks_;
    std::map<std::string, records::Order, std::less<>> orders_;
    std::set<records::MatterId> by_itself_;
    std::set<records::MatterId> past_shifts_;
    /// By matter, step (0: none) and field.
    std::map<std::tuple<records::MatterId, int, std::string>, std::optional<std::string>> old_;
    const RecordedStep* last_told_ = nullptr;
    std::vector<gate::LoggedEntry> log_;
    std::map<std::pair<std::string, std::int64_t>, std::vector<std::size_t>> writers_;
    std::map<std::pair<std::string, std::int64_t>, std::int64_t> said_first_;
};

}  // namespace huiyin::cli
