#include <algorithm>

#include "model.hpp"

namespace huiyin::property {

namespace {

/// Adds up what a report says of one matter.
class Figures {
  public:
    Figures(Instant from, Instant until, Instant as_of)
        : from_(from), until_(until), as_of_(as_of) {
        for (const auto* none :
             {"complaints.by_channel.letter", "complaints.by_channel.phone",
              "complaints.by_channel.visit", "complaints.by_class.1", "complaints.by_class.2",
              "complaints.by_class.3", "callbacks.by_method.visit", "callbacks.by_method.phone",
              "callbacks.by_method.letter", "callbacks.by_method.open-letter"})
            add(none, false);
    }

    void count(const Matter& matter, const std::vector<Clock>& clocks) {
        if (matter.kind == Kind::complaint) complaint(matter);
        if (matter.kind == Kind::suggestion) suggestion(matter);
        if (matter.kind == Kind::repair) repair(matter);
        if (matter.kind == Kind::conduct) {
            add("conduct.opened", within(matter.at));
            const auto decided = matter.first("decide");
            add("conduct.decided", decided && within(*decided));
        }
        callbacks(matter);
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
        for (const int share : matter.of_kind("open-letter")) {
            add("callbacks.done", within(matter.step(share).at));
            add("callbacks.by_method.open-letter", within(matter.step(share).at));
        }
        for (const int number : matter.of_kind("callback")) {
            const auto& callback = matter.step(number);
            if (!within(callback.at)) continue;
            add("callbacks.done", true);
            add("callbacks.by_method." + callback.method, true);
            if (scoped)
                share("callbacks.signed_visits", callback.method == "visit" && callback.is_signed);
            share("callbacks.satisfied", callback.satisfied == "yes");
        }
    }

    /// How many came in, and how many of those that ever did were open when the window ended.
    void received(const std::string& kind, const Matter& matter) {
        add(kind + ".received", within(matter.at));
        if (kind == "suggestions") return;
        if (within(matter.at) && !matter.category_at(as_of_).empty())
            add(kind + ".by_category." + matter.category_at(as_of_), true);
        const auto closed = matter.closed_at();
        add(kind + ".open_at_end", matter.at < until_ && !(closed && *closed < until_));
    }

    void complaint(const Matter& matter) {
        received("complaints", matter);
        const bool came = within(matter.at);
        if (came) add("complaints.by_channel." + matter.channel, true);
        if (came && matter.complaint_class > 0)
            add("complaints.by_class." + std::to_string(matter.complaint_class), true);
        add("complaints.repeat", came && !matter.repeats.empty() && !matter.repeats.back().until);
        add("complaints.joint", came && matter.channel == "visit" && matter.people >= 5);
        add("complaints.forwarded", came && matter.forwarded);
        add("complaints.unreachable", came && !matter.reachable());
        const auto closed = matter.closed_at();
        const bool ended = closed && within(*closed);
        add("complaints.closed", ended);
        add("complaints.closed_unsatisfied",
            ended && matter.step(*matter.closing()).ended == "unsatisfied");
        add("complaints.closed_unverified", ended && matter.ended_otherwise());
    }

    void suggestion(const Matter& matter) {
        received("suggestions", matter);
        add("suggestions.answered", std::ranges::any_of(matter.of_kind("answer"), [&](int answer) {
                return within(matter.step(answer).at);
            }));
    }

    void repair(const Matter& matter) {
        received("repairs", matter);
        add("repairs.urgent", within(matter.at) && is_urgent(matter.category_at(as_of_)));
        add("repairs.rework", within(matter.at) && !matter.rework_of.empty());
        for (const int urge : matter.of_kind("urge"))
            add("repairs.urged", within(matter.step(urge).at));
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
