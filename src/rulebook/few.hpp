#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What is said of one matter: a dozen or two words and values. To look through so few takes less
/// than a tree of them, of which each would lie by itself in memory. Private to this directory.
namespace huiyin::rulebook {

/// Words, each once, in no order.
class FewWords {
  public:
    FewWords() = default;
    FewWords(std::initializer_list<std::string_view> words) { insert(words.begin(), words.end()); }
    template <typename Iterator>
    FewWords(Iterator begin, Iterator end) {
        insert(begin, end);
    }

    bool contains(std::string_view word) const {
        return std::find(words_.begin(), words_.end(), word) != words_.end();
    }
    void insert(std::string_view word) {
        if (contains(word)) return;
        if (words_.empty()) words_.reserve(many);
        words_.emplace_back(word);
    }
    void emplace(std::string_view word) { insert(word); }
    template <typename Iterator>
    void insert(Iterator begin, Iterator end) {
        for (; begin != end; ++begin)
            insert(std::string_view(*begin));
    }

    std::size_t size() const { return words_.size(); }
    auto begin() const { return words_.begin(); }
    auto end() const { return words_.end(); }

    friend bool operator==(const FewWords& left, const FewWords& right) {
        return left.size() == right.size() &&
               std::ranges::all_of(left, [&](const auto& word) { return right.contains(word); });
    }

  private:
    static constexpr std::size_t many = 24;

    std::vector<std::string> words_;
};

/// Values by their names.
template <typename Value>
class FewValues {
  public:
    using Entry = std::pair<std::string, Value>;
    using Iterator = typename std::vector<Entry>::iterator;

    Iterator find(std::string_view name) {
        return std::ranges::find(entries_, name, &Entry::first);
    }
    auto find(std::string_view name) const {
        return std::ranges::find(entries_, name, &Entry::first);
    }
    bool contains(std::string_view name) const { return find(name) != entries_.end(); }
    auto end() const { return entries_.end(); }

    /// Says whether it is new; else the old value stays.
    template <typename Given>
    std::pair<Iterator, bool> emplace(std::string_view name, Given&& value) {
        if (const auto known = find(name); known != entries_.end()) return {known, false};
        if (entries_.empty()) entries_.reserve(many);
        entries_.emplace_back(name, std::forward<Given>(value));
        return {entries_.end() - 1, true};
    }
    template <typename Given>
    void insert_or_assign(std::string_view name, Given&& value) {
        if (const auto known = find(name); known != entries_.end())
            known->second = std::forward<Given>(value);
        else
            emplace(name, std::forward<Given>(value));
    }

  private:
    static constexpr std::size_t many = 20;

    std::vector<Entry> entries_;
};

}  // namespace huiyin::rulebook
