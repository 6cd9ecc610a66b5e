#include "huiyin/records/conduct.hpp"

#include <algorithm>
#include <array>

namespace huiyin::records {

using store::Query;

namespace {

constexpr std::array sorts{
    ConductSort{"sleeping", "1.4", {"值班大睡", "undressed and asleep on duty"}},
    ConductSort{"drinking", "1.4", {"值班喝酒", "drinking on duty"}},
    ConductSort{"gambling", "1.4", {"值班赌博", "gambling on duty"}},
    ConductSort{"left-post", "1.4", {"脱岗", "left the post"}},
    ConductSort{"missed-post", "1.4", {"漏岗", "missed the post"}},
    ConductSort{"negligent", "1.9", {"值班失职", "negligent on duty"}},
    ConductSort{"other-duty", "1.4", {"其他值班违纪", "other misconduct on duty"}},
    ConductSort{"ignoring", "2.2.1", {"不理睬", "ignoring"}},
    ConductSort{"indifferent", "2.2.1", {"不关心", "indifferent"}},
    ConductSort{"bureaucratic", "2.2.1", {"打官腔", "bureaucratic"}},
    ConductSort{"contemptuous", "2.2.1", {"斜视", "contemptuous"}},
    ConductSort{"arrogant", "2.2.1", {"傲慢", "arrogant"}},
    ConductSort{"taboo-phrase", "2.2.1", {"说服务忌语", "said a taboo phrase"}},
    ConductSort{"fobbing-off", "2.2.2", {"搪塞", "fobbing off"}},
    ConductSort{"other-manner", "2.2.1", {"其他服务忌行", "other taboo manner"}},
    ConductSort{"quarrel", "2.2.9", {"与业主争吵", "quarrelled with a resident"}},
    ConductSort{"not-reporting", "7.5", {"不汇报", "did not report"}},
    ConductSort{"concealing", "7.5", {"瞒报", "concealed"}},
    ConductSort{"misreporting", "7.5", {"谎报", "misreported"}},
    ConductSort{"under-reporting", "7.5", {"少报", "under-reported"}},
    ConductSort{"omitting", "7.5", {"漏报", "omitted"}},
    ConductSort{"late-reporting", "7.5", {"迟报", "reported late"}},
};

/// `none` is how people say that nobody did.
std::optional<StaffId> somebody(const Writing& writing, const std::optional<std::string>& login) {
    if (!login || *login == "none") return {};
    return writing.staff_with_us(*login);
}

}  // namespace

std::span<const ConductSort> conduct_sorts() {
    return sorts;
}

base::Text conduct_title(std::string_view word) {
    const auto found = std::ranges::find(sorts, word, &ConductSort::word);
    return found == sorts.end() ? base::Text{std::string(word), std::string(word)}
                                : base::Text(found->title);
}

Opened open_conduct(const Writing& writing, const NewConduct& conduct) {
    auto opened = open_matter(
        writing,
        {.kind = MatterKind::conduct, .channel = "office", .text = conduct.text.value_or("—")});
    store::run(writing.connection(),
               "INSERT INTO conduct (id, staff, sort, source) VALUES (?, ?, ?, ?)", opened.id,
               conduct.staff, conduct.sort, conduct.source);
    return opened;
}

Made decide_conduct(const Writing& writing, std::string_view number, const std::string& decision,
                    const std::optional<std::string>& authority) {
    const auto matter =
        require_matter(writing.connection(), number, writing.year(), MatterKind::conduct);
    add_step(writing, matter.id, {.what = "decide", .text = decision, .reason = authority});
    store::run(writing.connection(),
               "UPDATE matter SET closed_at = ?, outcome = ? WHERE id = ? AND closed_at IS NULL",
               writing.deed().at,
               writing.say("matter.outcome", matter.id, std::string_view(decision)), matter.id);
    return {matter.no, {}};
}

Conduct load_conduct(store::Connection& connection, MatterId id) {
    Conduct conduct{.matter = load_matter(connection, id),
                    .staff = {},
                    .sort = {},
                    .source = {},
                    .authority = {}};
    Query row(connection,
              "SELECT p.login, c.sort, m.no, authority.value FROM conduct c"
              " JOIN staff p ON p.id = c.staff LEFT JOIN matter m ON m.id = c.source"
              " LEFT JOIN step s ON s.matter = c.id AND s.what = 'decide'"
              " LEFT JOIN content authority ON authority.id = s.reason WHERE c.id = ?",
              id);
    if (!row.next()) return conduct;
    conduct.staff = row.text(0);
    conduct.sort = row.text(1);
    conduct.source = row.maybe_text(2);
    conduct.authority = row.maybe_text(3);
    return conduct;
}

Made record_quarrel(const Writing& writing, std::string_view number, const NewQuarrel& quarrel) {
    const auto complaint =
        require_matter(writing.connection(), number, writing.year(), MatterKind::complaint);
    const auto who = writing.staff(quarrel.who);
    const auto stopped_by = somebody(writing, quarrel.stopped_by);
    const auto step = add_step(
        writing, complaint.id,
        {.what = "quarrel", .to = somebody(writing, quarrel.taken_over_by), .text = quarrel.note});
    const auto opened = open_conduct(
        writing, {.staff = who, .sort = "quarrel", .text = quarrel.note, .source = complaint.id});
    store::run(writing.connection(),
               "INSERT INTO quarrel (step, who, stopped_by, case_id) VALUES (?, ?, ?, ?)", step,
               who, stopped_by, opened.id);
    return {complaint.no, {opened.no}};
}

}  // namespace huiyin::records
