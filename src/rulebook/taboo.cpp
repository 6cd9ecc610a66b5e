#include "huiyin/rulebook/taboo.hpp"

#include <algorithm>
#include <compare>
#include <iterator>
#include <optional>
#include <utility>

#include "scanned_text.hpp"

namespace huiyin::rulebook {

namespace {

/// The most characters there may be between one part of a pattern and the next.
constexpr std::size_t widest_gap = 12;

/// From this many letters on, a phrase may be spelled out: `不，知，道`. In a shorter one a mark
/// between all its letters is a single mark, which is how ordinary clauses meet.
constexpr std::size_t shortest_spelled_out = 3;

constexpr char32_t addressed = U'你';
constexpr char32_t speaker = U'我';
constexpr char32_t plural = U'们';
constexpr std::string_view ellipsis = "...";
constexpr std::string_view either = "或";

/// Letters of a text: from `first` up to, but without, `last`.
struct Span {
    std::size_t first;
    std::size_t last;

    auto operator<=>(const Span&) const = default;
};

struct Match {
    Span span;
    bool joined;  ///< nothing between the letters that ends a clause, unless the phrase has it too
};

/// The letters of the phrase, whatever stands between them. 们 after 我 may be there or not.
std::optional<Match> match(const ScannedText& phrase, const ScannedText& text, std::size_t first) {
    Match found{{first, first}, true};
    std::size_t& at = found.span.last;
    for (const ScannedCharacter& letter : phrase) {
        if (at == text.size() || text[at].code_point != letter.code_point) return std::nullopt;
        if (at != first) found.joined &= text[at].before <= std::max(letter.before, Between::pause);
        ++at;
        const bool we = letter.code_point == speaker && at < text.size() &&
                        text[at].code_point == plural && text[at].before <= Between::pause;
        if (we) ++at;
    }
    return found;
}

/// Every letter set apart from the next. Nobody writes one clause of a single character after
/// another, so this is a phrase in disguise even where the marks would end a clause.
bool spelled_out(const ScannedText& text, Span span) {
    return span.last - span.first >= shortest_spelled_out &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(span.first) + 1,
                       text.begin() + static_cast<std::ptrdiff_t>(span.last),
                       [](const ScannedCharacter& letter) {
                           return Between::nothing < letter.before &&
                                  letter.before < Between::quotation;
                       });
}

std::vector<Span> find_phrase(const ScannedText& phrase, const ScannedText& text) {
    std::vector<Span> found;
    for (std::size_t first = 0; first < text.size(); ++first) {
        const auto here = match(phrase, text, first);
        if (here && (here->joined || spelled_out(text, here->span))) found.push_back(here->span);
    }
    return found;
}

/// 已找到问题 asks nobody anything.
bool is_problem(const ScannedText& text, Span span) {
    return text[span.last - 1].code_point == U'问' && span.last < text.size() &&
           text[span.last].code_point == U'题' && text[span.last].before <= Between::pause;
}

/// The spans that this part of a pattern adds to. By where they end: where they start.
using Starts = std::vector<std::optional<std::size_t>>;

/// Where the words start that a part beginning at `first` may follow.
std::optional<std::size_t> start_before(const Starts& starts, const ScannedText& text,
                                        std::size_t first) {
    const std::size_t farthest = first - std::min(first, widest_gap);
    for (std::size_t end = first; end > 0 && end >= farthest; --end) {
        if (text[end - 1].clause != text[first].clause) break;
        if (starts[end]) return starts[end];
    }
    return std::nullopt;
}

/// Part by part rather than start by start: a pattern of many parts takes no longer for each.
std::vector<Span> find_pattern(const std::vector<ScannedText>& parts, const ScannedText& text) {
    Starts starts;
    for (const ScannedText& part : parts) {
        const bool opening = starts.empty();
        Starts reached(text.size() + 1);
        for (std::size_t first = 0; first < text.size(); ++first) {
            const auto here = match(part, text, first);
            if (!here || is_problem(text, here->span)) continue;
            const std::size_t last = here->span.last;
            if (text[last - 1].clause != text[first].clause) continue;
            reached[last] = opening ? first : start_before(starts, text, first);
        }
        starts = std::move(reached);
    }
    std::vector<Span> found;
    for (std::size_t last = 0; last < starts.size(); ++last)
        if (starts[last]) found.push_back({*starts[last], last});
    return found;
}

/// In the order of the text; of those that overlap, the first to end.
std::vector<Span> without_overlaps(std::vector<Span> spans) {
    std::ranges::sort(spans, {}, [](Span span) { return std::pair(span.last, span.first); });
    std::vector<Span> kept;
    for (const Span span : spans)
        if (kept.empty() || kept.back().last <= span.first) kept.push_back(span);
    return kept;
}

std::string with_plain_ellipses(std::string phrase) {
    for (const std::string_view other : {"…", "⋯"})
        for (auto at = phrase.find(other); at != std::string::npos; at = phrase.find(other, at))
            phrase.replace(at, other.size(), ellipsis);
    return phrase;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> pieces;
    for (auto at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
        pieces.push_back(text.substr(0, at));
        text.remove_prefix(at + separator.size());
    }
    pieces.push_back(text);
    return pieces;
}

bool is_pattern(std::string_view phrase) {
    return phrase.find(ellipsis) != std::string_view::npos;
}

/// `match` lets 我 stand for 我们, so the list's own 们 says nothing more.
ScannedText letters_of_part(std::string_view part) {
    ScannedText letters;
    for (const ScannedCharacter& letter : scanned(part)) {
        const bool we =
            letter.code_point == plural && !letters.empty() && letters.back().code_point == speaker;
        if (!we) letters.push_back(letter);
    }
    return letters;
}

/// One part: a phrase. Several: a pattern. None: nothing to find.
using PhraseForm = std::vector<ScannedText>;

PhraseForm form_of(std::string_view phrase) {
    PhraseForm parts;
    for (const std::string_view piece : split(phrase, ellipsis)) {
        ScannedText letters = letters_of_part(piece);
        if (!letters.empty()) parts.push_back(std::move(letters));
    }
    return parts;
}

bool addresses(const PhraseForm& form) {
    return !form.empty() && form.front().front().code_point == addressed;
}

/// Words may come between 你 and what it is to do: 你自己打…电话.
PhraseForm with_its_address_apart(PhraseForm form) {
    if (!addresses(form) || form.front().size() == 1) return form;
    const ScannedCharacter head = form.front().front();
    form.front().erase(form.front().begin());
    form.insert(form.begin(), ScannedText{head});
    return form;
}

/// What a phrase of the list may look like in text.
std::vector<PhraseForm> forms_of(const std::string& listed) {
    const std::string phrase = with_plain_ellipses(listed);
    if (!is_pattern(phrase)) return {form_of(phrase)};
    auto endings = split(phrase, either);
    if (!std::ranges::all_of(endings, is_pattern)) endings = {phrase};
    std::vector<PhraseForm> forms;
    for (const std::string_view ending : endings) {
        PhraseForm form = with_its_address_apart(form_of(ending));
        const bool shares_address =
            !forms.empty() && addresses(forms.front()) && !form.empty() && !addresses(form);
        if (shares_address) form.insert(form.begin(), forms.front().front());
        forms.push_back(std::move(form));
    }
    return forms;
}

std::vector<Span> find_form(const PhraseForm& form, const ScannedText& text) {
    if (form.empty()) return {};
    return form.size() == 1 ? find_phrase(form.front(), text) : find_pattern(form, text);
}

}  // namespace

struct TabooMatcher::Entry {
    std::string phrase;
    std::vector<PhraseForm> forms;

    std::vector<Span> find(const ScannedText& text) const {
        std::vector<Span> found;
        for (const PhraseForm& form : forms)
            std::ranges::copy(find_form(form, text), std::back_inserter(found));
        return without_overlaps(std::move(found));
    }
};

TabooMatcher::TabooMatcher(const std::vector<std::string>& phrases) {
    for (const std::string& phrase : phrases)
        entries_.push_back({phrase, forms_of(phrase)});
}

TabooMatcher::~TabooMatcher() = default;
TabooMatcher::TabooMatcher(TabooMatcher&&) noexcept = default;
TabooMatcher& TabooMatcher::operator=(TabooMatcher&&) noexcept = default;

std::vector<TabooHit> TabooMatcher::find(std::string_view text) const {
    const ScannedText letters = scanned_outside_quotations(text);
    std::vector<std::pair<Span, const Entry*>> found;
    for (const Entry& entry : entries_)
        for (const Span span : entry.find(letters))
            found.emplace_back(span, &entry);

    using Found = std::pair<Span, const Entry*>;
    std::ranges::stable_sort(found, {}, &Found::first);  // of equal spans the list's first leads
    const auto repeated = std::ranges::unique(found, {}, &Found::first);
    found.erase(repeated.begin(), repeated.end());

    std::vector<TabooHit> hits;
    for (const auto& [span, entry] : found) {
        const ScannedCharacter& first = letters[span.first];
        const std::size_t end = letters[span.last - 1].end;
        hits.push_back({entry->phrase, std::string(text.substr(first.begin, end - first.begin)),
                        first.character + 1});
    }
    return hits;
}

const std::vector<std::string>& TabooMatcher::of_the_regulation() {
    static const std::vector<std::string> phrases{"不知道", "不懂", "不清楚", "不归我管",
                                                  "你打…电话或找…问"};
    return phrases;
}

}  // namespace huiyin::rulebook
