#include "line_editor.hpp"

#include <histedit.h>

#include <algorithm>
#include <clocale>
#include <cstdio>

#include "huiyin/base/display.hpp"
#include "huiyin/store/lock.hpp"

namespace huiyin::cli {

namespace {

/// What libedit's functions find again by the line they are called for.
struct Conversation {
    std::string prompt;
    LineEditor::Offers offers;
    Answer answer{Answer::Kind::line, {}};
};

Conversation& conversation_of(EditLine* line) {
    void* data = nullptr;
    el_get(line, EL_CLIENTDATA, &data);
    return *static_cast<Conversation*>(data);
}

std::string typed_so_far(EditLine* line) {
    const auto* state = el_line(line);
    return {state->buffer, state->cursor};
}

/// What all of them begin with.
std::string common_start(const std::vector<Candidate>& offered) {
    auto start = offered.front().value;
    for (const auto& one : offered) {
        const auto [end, other] = std::ranges::mismatch(start, one.value);
        start.erase(end, start.end());
    }
    return start;
}

char* prompt_for(EditLine* line) {
    return conversation_of(line).prompt.data();
}

unsigned char on_interrupt(EditLine* line, int) {
    conversation_of(line).answer.kind = Answer::Kind::interrupted;
    return CC_EOF;
}

unsigned char on_editor(EditLine* line, int) {
    const auto* state = el_line(line);
    conversation_of(line).answer = {Answer::Kind::editor, {state->buffer, state->lastchar}};
    return CC_EOF;
}

/// Puts in what all offers have in common, and shows them where there are several.
unsigned char on_tab(EditLine* line, int) {
    auto& conversation = conversation_of(line);
    const auto typed = typed_so_far(line);
    const auto begun = typed.substr(typed.find_last_of(',') + 1);
    auto offered = conversation.offers(begun);
    std::erase_if(offered, [&](const auto& one) { return !one.value.starts_with(begun); });
    if (offered.empty()) return CC_REFRESH_BEEP;
    if (const auto start = common_start(offered); start.size() > begun.size())
        el_insertstr(line, start.substr(begun.size()).c_str());
    if (offered.size() == 1) return CC_REFRESH;
    std::fputc('\n', stderr);
    for (const auto& one : offered)
        std::fprintf(stderr, "  %s  %s\n", one.value.c_str(), one.about.c_str());
    return CC_REDISPLAY;
}

}  // namespace

struct LineEditor::State {
    Conversation conversation;
    std::string locale;  ///< as it was
    EditLine* line = nullptr;
};

LineEditor::LineEditor() : state_(std::make_unique<State>()) {
    // Letters of more than one byte need a locale, whatever the environment has; this one is always
    // there.
    state_->locale = std::setlocale(LC_CTYPE, nullptr);
    std::setlocale(LC_CTYPE, "C.UTF-8");
    auto* line = el_init("huiyin", stdin, stderr, stderr);
    state_->line = line;
    el_set(line, EL_CLIENTDATA, &state_->conversation);
    el_set(line, EL_PROMPT, prompt_for);
    el_set(line, EL_EDITOR, "emacs");
    // Ctrl-C comes as a key: it ends the question, and the terminal is put right again.
    el_set(line, EL_SETTY, "-d", "-isig", nullptr);
    el_set(line, EL_ADDFN, "huiyin-interrupt", "give up", on_interrupt);
    el_set(line, EL_ADDFN, "huiyin-editor", "write it in an editor", on_editor);
    el_set(line, EL_ADDFN, "huiyin-complete", "complete", on_tab);
    el_set(line, EL_BIND, "^C", "huiyin-interrupt", nullptr);
    el_set(line, EL_BIND, "^X^E", "huiyin-editor", nullptr);
    el_set(line, EL_BIND, "^I", "huiyin-complete", nullptr);
}

LineEditor::~LineEditor() {
    el_end(state_->line);
    std::setlocale(LC_CTYPE, state_->locale.c_str());
}

Answer LineEditor::read(std::string_view prompt, Offers offers, const std::string& begun) {
    auto& conversation = state_->conversation;
    conversation = {std::string(prompt), std::move(offers), {Answer::Kind::line, {}}};
    if (!begun.empty()) el_push(state_->line, begun.c_str());
    int length = 0;
    const char* typed = el_gets(state_->line, &length);
    auto answer = std::move(conversation.answer);
    if (answer.kind != Answer::Kind::line || typed == nullptr || length <= 0) {
        std::fputc('\n', stderr);
        el_reset(state_->line);
        if (answer.kind == Answer::Kind::line) answer.kind = Answer::Kind::interrupted;
        return answer;
    }
    if (store::interrupted()) answer.kind = Answer::Kind::interrupted;
    answer.text.assign(typed, static_cast<std::size_t>(length));
    while (answer.text.ends_with('\n') || answer.text.ends_with('\r'))
        answer.text.pop_back();
    return answer;
}

}  // namespace huiyin::cli
