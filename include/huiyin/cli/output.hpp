#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/language.hpp"
#include "huiyin/base/spool.hpp"
#include "huiyin/base/time.hpp"
#include "huiyin/gate/gate.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/reports/format.hpp"

namespace huiyin::cli {

struct Verb;

/// Of the third kind `Output::document` says which.
enum class Format { text, json, document };

/// Where results go: data to standard output or `--out`, messages to standard error. Data is kept
/// until `finish`, messages go out at once. Stored text is made safe for a terminal. Only `show`
/// and `finish` throw: of a message that nobody takes nobody can be told.
class Output {
  public:
    Format format = Format::text;
    const reports::Format* document = nullptr;  ///< where that is neither text nor JSON
    base::Language language = base::Language::chinese;
    bool language_chosen = false;  ///< by option or environment; else the office's own counts
    bool quiet = false;
    std::optional<bool> colour;  ///< `--color`; nothing: a terminal without NO_COLOR
    std::optional<std::string> file;
    const Verb* command = nullptr;  ///< whose options messages name; null: not known
    /// Whoever types Chinese words is answered in them; a script that types English ones, in those.
    bool typed_in_chinese = false;
    std::string recorded;  ///< numbers on record, to be said if what follows fails

    /// Takes a word that `--format` knows; any other is taken for text.
    void set_format(std::string_view word);

    /// Whether data goes to a terminal.
    bool is_on_screen() const;

    /// Data in whichever format was asked for. Throws Failure{usage} for a sheet on a terminal, and
    /// as `reports::render_xlsx`.
    void show(const reports::Document& shown, const nlohmann::ordered_json& json);
    /// Further rows of the one table of a document that `show` began; whoever has rows without end
    /// shows them a part at a time. Only where it takes them so.
    void show_more(reports::Table rows);
    /// Whether it takes a table so.
    bool takes_rows_in_parts() const;
    /// The same of a JSON list: its items one by one, then its end.
    void show_item(const nlohmann::ordered_json& item);
    void end_list();
    void write(std::string_view data);
    /// As `show` writes it, for whoever writes one object a part at a time.
    std::string as_json(const nlohmann::ordered_json& json) const;
    /// A document beside the answer, for people: on standard error, where the format is text, and
    /// not with --quiet.
    void tell(const reports::Document& shown);
    /// A remark for people; not in JSON, not with --quiet.
    void say(const base::Text& sentence);

    /// A line on standard error, whatever the format. Where the command was typed in Chinese words,
    /// commands and options stand in theirs.
    void complain(const base::Text& sentence) const;

    /// The result of a recording command.
    void report(const gate::Outcome& outcome, const base::Zone& zone, bool time_was_typed);
    /// How a command failed.
    void report(const base::Failure& failure);

    /// Drops data not yet handed over: a command that failed has none.
    void forget();
    /// Hands everything over, a file whole or not at all. Throws Failure{failed} when the receiver
    /// takes no more.
    void finish();

  private:
    std::string as_text(const reports::Document& shown) const;

    base::Spool pending_;
    bool is_in_list_ = false;
    bool delivered_ = false;  ///< what was pending has gone out once
};

/// The JSON objects of the contract.
nlohmann::ordered_json outcome_json(const gate::Outcome& outcome, const base::Zone& zone,
                                    base::Language language);
nlohmann::ordered_json failure_json(const base::Failure& failure, base::Language language);

/// Columns of the terminal on standard output; 80 where there is none.
int terminal_width();
bool is_terminal(int descriptor);

}  // namespace huiyin::cli
