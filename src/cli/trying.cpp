#include "trying.hpp"

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/reports/trial_view.hpp"
#include "reading.hpp"

namespace huiyin::cli {

base::Instant tried_since(const gate::Reading& reading, const std::optional<Bound>& typed) {
    constexpr std::chrono::days a_year{365};
    const auto since = begin_of(typed).value_or(reading.now - a_year);
    if (since > reading.now)
        throw base::Failure(base::Exit::usage,
                            base::compose({"--since {} 还没有到", "--since {} lies ahead"},
                                          base::readable(since, reading.zone)),
                            base::Label{"写过去的时间,如 30d ago 或 2026-11-01",
                                        "give a time that has passed: 30d ago, 2026-11-01"});
    return since;
}

base::Exit show_what_differs(ReadContext reader, const rulebook::Tried& tried) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto trial =
        reports::show_trial(masked_view_of(reading, policies), tried, output.language);
    const bool as_words =
        output.document == nullptr || output.document->is == reports::Format::Is::words;
    output.show(as_words ? trial.shown.document : trial.rows, trial.shown.json);
    return trial.differs ? base::Exit::refused : base::Exit::done;
}

}  // namespace huiyin::cli
