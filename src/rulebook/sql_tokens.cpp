#include "sql_tokens.hpp"

#include <algorithm>
#include <array>

namespace huiyin::rulebook {

namespace {

bool is_blank(char letter) {
    return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
}
bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}
/// Letters beyond ASCII are letters of names, as SQLite takes them.
bool is_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_' ||
           static_cast<unsigned char>(letter) >= 0x80;
}

char raised(char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

/// How long what begins with this quotation mark is; a mark twice is one inside.
std::size_t quoted_size(std::string_view rest) {
    for (std::size_t at = 1; at < rest.size(); ++at) {
        if (rest[at] != rest.front()) continue;
        if (at + 1 == rest.size() || rest[at + 1] != rest.front()) return at + 1;
        ++at;
    }
    return rest.size();
}

std::size_t comment_size(std::string_view rest) {
    if (rest.starts_with("--")) return std::min(rest.find('\n'), rest.size());
    if (!rest.starts_with("/*")) return 0;
    const auto end = rest.find("*/", 2);
    return end == rest.npos ? rest.size() : end + 2;
}

std::size_t sign_size(std::string_view rest) {
    constexpr std::array<std::string_view, 9> longer{
        "<=", ">=", "<>", "!=", "==", "||", "<<", ">>", "->"};
    return std::ranges::any_of(longer, [&](auto sign) { return rest.starts_with(sign); }) ? 2 : 1;
}

/// What no operand goes beyond.
constexpr std::array<std::string_view, 29> bounds{
    "SELECT", "DISTINCT", "FROM",   "WHERE", "ON",       "HAVING", "GROUP", "ORDER",
    "LIMIT",  "OFFSET",   "UNION",  "ALL",   "EXCEPT",   "JOIN",   "LEFT",  "CROSS",
    "INNER",  "NATURAL",  "WHEN",   "THEN",  "ELSE",     "AS",     "WITH",  "WINDOW",
    "VALUES", "BY",       "ESCAPE", ",",     "INTERSECT"};

}  // namespace

SqlText::SqlText(std::string_view sql) : sql_(sql) {
    read();
    pair();
}

void SqlText::read() {
    for (std::size_t at = 0; at < sql_.size();) {
        const auto rest = sql_.substr(at);
        const char letter = rest.front();
        if (is_blank(letter)) {
            ++at;
            continue;
        }
        if (const auto comment = comment_size(rest); comment > 0) {
            at += comment;
            continue;
        }
        SqlToken token{.is = SqlToken::Is::sign, .at = at, .size = 1};
        const auto while_so = [&](auto is_so) {
            std::size_t size = 1;
            while (size < rest.size() && is_so(rest[size]))
                ++size;
            return size;
        };
        if (letter == '\'') {
            token = {SqlToken::Is::text, at, quoted_size(rest)};
        } else if (letter == '"') {
            token = {SqlToken::Is::word, at, quoted_size(rest)};
        } else if (is_digit(letter)) {
            token = {SqlToken::Is::number, at, while_so([](char one) {
                         return is_digit(one) || is_letter(one) || one == '.';
                     })};
        } else if (is_letter(letter)) {
            token = {SqlToken::Is::word, at,
                     while_so([](char one) { return is_letter(one) || is_digit(one); })};
        } else {
            token.size = sign_size(rest);
        }
        at += token.size;
        tokens_.push_back(token);
    }
}

void SqlText::pair() {
    partners_.assign(size(), none);
    of_between_.assign(size(), false);
    std::vector<std::size_t> open;
    std::vector<std::size_t> betweens{0};  // how many wait for their AND, at each depth
    for (std::size_t place = 0; place < size(); ++place) {
        if (is(place, "(") || is(place, "CASE")) {
            open.push_back(place);
            betweens.push_back(0);
        } else if ((is(place, ")") || is(place, "END")) && !open.empty()) {
            partners_[place] = open.back();
            partners_[open.back()] = place;
            open.pop_back();
            betweens.pop_back();
        } else if (is(place, "BETWEEN")) {
            ++betweens.back();
        } else if (is(place, "AND") && betweens.back() > 0) {
            --betweens.back();
            of_between_[place] = true;
        }
    }
}

std::string_view SqlText::text(std::size_t place) const {
    return place < size() ? sql_.substr(tokens_[place].at, tokens_[place].size)
                          : std::string_view{};
}

std::string_view SqlText::text(const SqlSpan& span) const {
    const auto begin = tokens_[span.first].at;
    return sql_.substr(begin, tokens_[span.last].at + tokens_[span.last].size - begin);
}

std::string SqlText::shown(const SqlSpan& span, std::size_t most) const {
    std::string line;
    for (auto place = span.first; place <= span.last; ++place) {
        const auto& token = tokens_[place];
        const bool touches =
            place > span.first && tokens_[place - 1].at + tokens_[place - 1].size == token.at;
        if (!line.empty() && !touches) line += ' ';
        line += text(place);
    }
    if (line.size() <= most) return line;
    const auto head = most * 3 / 5, tail = most * 3 / 10;
    const auto whole = [&](std::size_t at) {  // never within a letter
        while ((static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U)
            ++at;
        return at;
    };
    return line.substr(0, whole(head)) + " … " + line.substr(whole(line.size() - tail));
}

bool SqlText::is(std::size_t place, std::string_view word) const {
    const auto there = text(place);
    return there.size() == word.size() && std::ranges::equal(there, word, {}, raised, raised);
}

bool SqlText::ends(std::size_t place, Of of) const {
    if (is(place, "AND")) return !of_between_[place] && of != Of::disjunction;
    if (is(place, "OR")) return true;
    if (is(place, "NOT")) return of == Of::comparison && !is(place - 1, "IS");
    return std::ranges::any_of(bounds, [&](auto bound) { return is(place, bound); });
}

SqlSpan SqlText::left_of(std::size_t place, Of of) const {
    auto first = place;
    while (first > 0) {
        const auto before = first - 1;
        if (is(before, ")") || is(before, "END")) {
            if (partners_[before] == none) break;
            first = partners_[before];
            continue;
        }
        if (partners_[before] != none || ends(before, of)) break;
        first = before;
    }
    return {first, place - 1};
}

SqlSpan SqlText::right_of(std::size_t place, Of of) const {
    auto last = place;
    while (last + 1 < size()) {
        const auto next = last + 1;
        if (is(next, "(") || is(next, "CASE")) {
            if (partners_[next] == none) break;
            last = partners_[next];
            continue;
        }
        if (partners_[next] != none || ends(next, of)) break;
        last = next;
    }
    return {place + 1, last};
}

}  // namespace huiyin::rulebook
