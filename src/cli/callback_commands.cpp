#include <algorithm>
#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/callback.hpp"
#include "huiyin/reports/callback_view.hpp"
#include "matter_reading.hpp"
#include "nouns.hpp"
#include "reading.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;
using records::Made;
using records::Writing;

constexpr std::array one_matter{Operand{"REF", Takes::number, {"TS、JY 或 BX", "TS, JY or BX"}}};
constexpr std::array one_callback{Operand{"HF", Takes::number, {"回访编号", "the callback"}}};

constexpr Option method{
    "method", Takes::choice, "visit|phone|letter", {"回访方式(3.1)", "how (3.1)"}, true};
constexpr Option note{"note", Takes::words, "TEXT", {"反馈", "what was said"}};

constexpr std::array log_options{
    method,
    Option{"satisfied",
           Takes::choice,
           "yes|partly|no",
           {"是否满意(3.2.2)", "satisfied (3.2.2)"},
           true},
    note,
    Option{.name = "signed-by",
           .takes = Takes::words,
           .value = "NAME",
           .help = {"业主签名(3.3.2)", "who signed (3.3.2)"},
           .wanted = Wanted{.option = "method", .values = "visit"}},
    Option{"signed-as", Takes::choice, "self|thumb|family", {"签名方式", "how they signed"}},
    Option{"form-no", Takes::word, "TEXT", {"回访单号", "number of the paper form"}},
    Option{"raised", Takes::words, "TEXT", {"重新提出的事(3.3.3)", "what was raised anew (3.3.3)"}},
    Option{"settled", Takes::words, "TEXT", {"当场如何解释清楚", "how it was settled on the spot"}},
    Option{"appointment", Takes::time, "TIME", {"预约答复时间", "when it is to be answered"}},
    Option{"opens",
           Takes::choice,
           "complaint|suggestion",
           {"重新提出的事同时立为投诉或建议", "opens a complaint or a suggestion on it too"}},
};
constexpr std::array attempt_options{method, note};
constexpr std::array answer_options{
    Option{"text", Takes::words, "TEXT", {"答复内容", "the answer"}, true},
    Option{"method", Takes::choice, "phone|visit|letter", {"答复方式", "how it was answered"}}};
constexpr std::array list_options{
    Option{"from", Takes::time, "TIME", {"自何时起", "from"}},
    Option{"to", Takes::time, "TIME", {"至何时止(不含)", "before"}},
    Option{"subject", Takes::number, "REF", {"只看某编号", "about this record"}}, list_limit,
    reveal};

std::vector<base::Problem> contradictions_of_log(const Arguments& arguments) {
    if (!arguments.has("opens") || arguments.has("raised")) return {};
    return {{base::Label{"--opens 要和 --raised 一起写", "--opens goes with --raised"}, {}}};
}

Made log(const Writing& writing, const Arguments& arguments) {
    const auto appointment = arguments.time("appointment");
    std::optional<records::MatterKind> opens;
    if (const auto kind = arguments.maybe("opens"))
        opens =
            kind == "suggestion" ? records::MatterKind::suggestion : records::MatterKind::complaint;
    return records::log_callback(
        writing, arguments.text("REF"),
        {.method = arguments.text("method"),
         .satisfied = arguments.maybe("satisfied"),
         .note = arguments.maybe("note"),
         .signed_by = arguments.maybe("signed-by"),
         .signed_as = arguments.maybe("signed-as"),
         .form_no = arguments.maybe("form-no"),
         .raised = arguments.maybe("raised"),
         .settled = arguments.maybe("settled"),
         .appointment = appointment ? std::optional(writing.time(*appointment)) : std::nullopt,
         .opens = opens});
}

Made attempt(const Writing& writing, const Arguments& arguments) {
    return records::log_callback(
        writing, arguments.text("REF"),
        {.method = arguments.text("method"), .reached = false, .note = arguments.maybe("note")});
}

Made answer(const Writing& writing, const Arguments& arguments) {
    return records::answer_callback(writing, arguments.text("HF"), arguments.text("text"),
                                    arguments.maybe("method"));
}

bool is_about_callbacks(const rulebook::Rule& rule) {
    static constexpr std::array words{"callback", "follow-up", "appointment"};
    return std::ranges::find(words, rule.due) != words.end();
}

Exit due(Reader reader, const Arguments&) {
    auto& [reading, output] = reader;
    rulebook::Checker checker(reading.connection, reading.zone, reading.now);
    const auto owed = checker.running({}, is_about_callbacks);
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reading, policies);
    const auto visits = reports::signed_visits_of_week(view);
    output.show(reports::due_callbacks_document(owed, visits, view),
                reports::due_callbacks_json(owed, visits, view));
    return Exit::done;
}

Exit list(Reader reader, const Arguments& arguments) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reading, policies);
    std::optional<records::MatterId> matter;
    if (const auto subject = arguments.maybe("subject"))
        matter = records::require_matter(reading.connection, *subject, this_year(reading)).id;
    auto callbacks = records::list_callbacks(
        reading.connection, matter,
        time_of(reading, arguments.time("from")).value_or(base::instant(0)),
        time_of(reading, arguments.time("to")).value_or(base::Instant::max()));
    keep_to_limit(callbacks, arguments);
    reports::Document document;
    document.title = base::compose({"回访 {} 次", "{} callbacks"}, callbacks.size());
    document.sections.push_back({{}, {reports::callbacks_table(callbacks, view)}});
    output.show(document, reports::callbacks_json(callbacks, view));
    return Exit::done;
}

Exit show(Reader reader, const Arguments& arguments) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reading, policies);
    const auto callback =
        records::require_callback(reading.connection, arguments.text("HF"), this_year(reading));
    reports::Document document;
    document.title = base::compose({"回访 {}", "Callback {}"}, callback.no);
    document.sections.push_back({{}, {reports::callbacks_table({callback}, view)}});
    output.show(document, reports::callback_json(callback, view));
    return Exit::done;
}

constexpr std::array verbs{
    Verb{.noun = "callback",
         .verb = "due",
         .help = {"应做的回访", "what is owed, by when"},
         .clause = "3.3.1, 3.4.1",
         .right = Right::read,
         .action = due,
         .example = "huiyin callback due"},
    Verb{.noun = "callback",
         .verb = "log",
         .help = {"登记回访", "log a callback"},
         .clause = "3.1, 3.2.2, 3.2.3, 3.2.4, 3.3.2, 3.3.3a, 3.3.3b, 3.4.2, 4.4",
         .right = Right::office_work,
         .action = log,
         .operands = one_matter,
         .options = log_options,
         .contradictions = contradictions_of_log,
         .example = "huiyin callback log ts-1 --method visit --satisfied yes --signed-by 张伟"},
    Verb{.noun = "callback",
         .verb = "attempt",
         .help = {"登记未联系上", "nobody was reached"},
         .clause = "5.4",
         .right = Right::office_work,
         .action = attempt,
         .operands = one_matter,
         .options = attempt_options,
         .example = "huiyin callback attempt ts-1 --method phone"},
    Verb{.noun = "callback",
         .verb = "answer",
         .help = {"按约答复", "keep the appointment"},
         .clause = "3.3.3a",
         .right = Right::office_work,
         .action = answer,
         .operands = one_callback,
         .options = answer_options,
         .example = "huiyin callback answer hf-3 --text 扶手已排入下月计划"},
    Verb{.noun = "callback",
         .verb = "list",
         .help = {"列出回访", "list them"},
         .clause = "",
         .right = Right::read,
         .action = list,
         .options = list_options,
         .example = "huiyin callback list --subject ts-1"},
    Verb{.noun = "callback",
         .verb = "show",
         .help = {"查看一次回访", "show one"},
         .clause = "",
         .right = Right::read,
         .action = show,
         .operands = one_callback,
         .options = reveal_option,
         .example = "huiyin callback show hf-1"},
};

}  // namespace

std::span<const Verb> callback_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
