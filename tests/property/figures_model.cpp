#include <algorithm>

#include "model.hpp"

namespace huiyin::property {

namespace {

/// Adds up what a report says of one matter.
class Figures {
  public:
    Figures(Instant from, Instant until, Instant as_of)
        : from_(from), until_(until), as_of_(as_of) {}

    void count(const Matter& matter, const std::vector<Clock>& clocks) {
        const bool complaint = matter.kind == Kind::complaint;
        const std::string kind = complaint                         ? "complaints"
                                 : matter.kind == Kind::suggestion ? "suggestions"
                                                                   : "repairs";
        add(kind + ".received", within(matter.at));
        if (const auto closed = matter.closed_at(); complaint)
            add("complaints.closed", closed && within(*closed));
        if (matter.kind == Kind::suggestion)
            add("suggestions.answered",
                std::ranges::any_of(matter.of_kind("answer"),
                                    [&](int answer) { return within(matter.step(answer).at); }));
        callbacks(matter);
        if (matter.kind == Kind::repair) repair(matter);
        for (const auto& clock : clocks)
            deadline(clock);
        replied(matter, clocks);
    }

    std::map<std::string, std::int64_t> all() { return std::move(figures_); }

  private:
    bool within(Instant at) const { return at >= from_ && at < until_ && at <= as_of_; }
    void add(const std::string& figure, bool counts) { figures_[figure] += counts; }
    void share(const std::string& rate, bool hit) {
        ++figures_[rate + ".den"];
        figures_[rate + ".num"] += hit;
    }

    void callbacks(const Matter& matter) {
        const bool scoped = matter.kind == Kind::complaint ||
                            (matter.sort == "opinion" && matter.channel != "round");
        for (const int number : matter.of_kind("callback")) {
            const auto& callback = matter.step(number);
            if (!within(callback.at)) continue;
            add("callbacks.done", true);
            if (scoped)
                share("callbacks.signed_visits", callback.method == "visit" && callback.is_signed);
            share("callbacks.satisfied", callback.satisfied == "yes");
        }
    }

    void repair(const Matter& matter) {
        const auto finished = matter.first("finish");
        if (!finished || !within(*finished)) return;
        add("repairs.finished", true);
        if (matter.category_at(as_of_) == "service") return;
        share("repairs.fixed_first_visit",
              matter.of_kind("arrive").size() == 1 && matter.of_kind("defer").empty());
    }

    void deadline(const Clock& clock) {
        if (!within(clock.due) || !clock.owed()) return;
        const bool in_time = clock.met && *clock.met <= clock.due;
        if (clock.rule == "callback.made" || clock.rule == "callback.followed-up")
            share("callbacks.handled", clock.met.has_value());
        if (clock.rule == "repair.callback-made")
            share("repairs.called_back", clock.met.has_value());
        if (clock.rule == "order.arrived-in-time") share("repairs.arrived_on_time", in_time);
        if (clock.rule == "order.solved-in-time") share("repairs.solved_on_time", in_time);
    }

    /// One reply has one due time, the earliest of those that bind it (3.3.5).
    void replied(const Matter& matter, const std::vector<Clock>& clocks) {
        const Clock* first = nullptr;
        for (const auto& clock : clocks) {
            const bool reply = clock.rule == "complaint.replied-in-time" ||
                               clock.rule == "complaint.repeat-answered";
            if (reply && !clock.unrated && clock.owed() &&
                (first == nullptr || clock.due < first->due))
                first = &clock;
        }
        if (first != nullptr && within(first->due) && matter.kind == Kind::complaint)
            share("complaints.replied_on_time", first->met && *first->met <= first->due);
    }

    Instant from_, until_, as_of_;
    std::map<std::string, std::int64_t> figures_;
};

}  // namespace

std::map<std::string, std::int64_t> Model::figures(Instant from, Instant until,
                                                   Instant as_of) const {
    Figures figures(from, until, as_of);
    for (const auto& whole : matters_) {
        const auto matter = whole.as_of(as_of);
        if (whole.at > as_of || matter.voided()) continue;
        figures.count(matter, clocks(matter));
    }
    return figures.all();
}

}  // namespace huiyin::property
