#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "rules.hpp"

namespace huiyin::property {

bool is_one_of(const std::string& what, std::initializer_list<const char*> kinds);

/// Judges each step of a matter by what is on file about it: what holds for every kind of matter
/// (clauses 1.6, 2.2.1, 3.3); each kind adds its own.
class StepJudge {
  public:
    StepJudge(const Office& office, const Matter& matter) : office_(office), matter_(matter) {}
    virtual ~StepJudge() = default;
    StepJudge(const StepJudge&) = delete;
    StepJudge& operator=(const StepJudge&) = delete;

    std::vector<Broken> all();

  protected:
    /// The rules that only this kind of matter has.
    virtual void in_its_own_way() = 0;
    /// Whether the present step happened before one that it needs.
    virtual bool before_its_time() const = 0;
    /// Steps that may follow the closing, beside those that always may.
    virtual bool may_follow_closing(const std::string& what) const = 0;

    const Step& step() const { return matter_.step(number_); }
    std::int64_t policy(const std::string& key) const { return office_.policy(key, step().at); }
    void never(const std::string& rule) { broken_.push_back({rule, number_, false}); }
    void unless_happened(const std::string& rule) { broken_.push_back({rule, number_, true}); }

    /// Signature and appointment of a callback, of whatever matter (3.3.2, 3.3.3a).
    void called_back_properly();
    void moved();
    /// Done once, until a callback opens another round.
    void once_in_a_round();
    /// By what was on record when that step was recorded.
    bool gone(const std::string& login, const Step& by) const;

    const Office& office_;
    const Matter& matter_;
    int number_ = 0;
    std::vector<Broken> broken_;

  private:
    void in_order();
    void not_over();
    void once_for_a_callback();
    bool another_round(int before) const;
    bool made_void_before(int callback) const;
};

std::vector<Broken> broken_complaint(const Office& office, const Matter& matter);
std::vector<Broken> broken_conduct(const Office& office, const Matter& matter);
std::vector<Broken> broken_letter(const Office& office, const Matter& matter);
std::vector<Broken> broken_suggestion(const Office& office, const Matter& matter);
std::vector<Broken> broken_repair(const Office& office, const Matter& matter,
                                  const FirstTechnician& first);

}  // namespace huiyin::property
