# What compliance.sh makes of its facts: {clauses, rules, complete, mentions}.

# ---------------------------------------------------------------- what there is

def scenarios($name; $hows):
    [.mentions[] | select(.name == $name and (.how | IN($hows[]))) | .file] | unique;

# What keeps one clause from being wholly in effect.
def gaps($clause):
    (if $clause.reason then
        (if $clause.rules != [] and $clause.commands != [] then
            "has a rule and a command, and a reason why not" else empty end)
    else
        (if $clause.rules == [] then "has neither a rule nor a reason why not" else empty end),
        (if $clause.commands == [] then "has neither a command nor a reason why not" else empty end)
    end),
    ($clause.rules[] as $rule | select(scenarios($rule.id; ["tried"]) == [])
        | "has no scenario of its rule \($rule.id)");

# ---------------------------------------------------------------- what is wrong

def citations:
    .clauses as $clauses | .rules[] | . as $rule | .clauses[]
    | . as $id | ($clauses | map(select(.clause == $id)) | first) as $clause
    | if $clause == null then "rule \($rule.id) cites \($id), which is no clause"
      elif $clause.rules | any(.id == $rule.id) | not then
          "rule \($rule.id) is not listed under its clause \($id)"
      else empty end;

def faults:
    citations,
    (. as $facts | .complete[] as $system | .clauses[] | select(.system == $system) | . as $clause
        | $facts | gaps($clause) | "clause \($clause.clause) \(.)");

# ---------------------------------------------------------------- the page

def cell: if . == [] then "" else join("<br>") end;
def both: "\(.zh)<br>\(.en)";
def code: "`\(.)`";
def none_yet: "**尚无 · none yet**";
def severity_cell:
    {"refuse": "拒绝", "refuse*": "拒绝,可据实", "breach": "违规", "notice": "提示"}[.]
    + "<br>" + code;

# Whose breach it is.
def blamed_cell($id):
    first(.rules[] | select(.id == $id)) | .blamed | "\(.zh)<br>\(.en)<br>`\(.word)`";

def title_cell: "**[\(.clause)](regulation.md#\(.clause))**<br>" + (.title | both);
def command_cell:
    if .commands != [] then .commands | map(code) | cell
    elif .reason then "—" else none_yet end;
def scenario_cell($files): if $files == [] then none_yet else $files | cell end;

# The rows of one clause: one for each rule, or one for the reason why there is none.
def rows($clause):
    . as $facts
    | if $clause.rules == [] then
        [($clause | title_cell),
         (if $clause.reason then $clause.reason | both else none_yet end), "—", "—",
         ($clause | command_cell),
         (scenarios($clause.clause; ["told"]) | if . == [] then "—" else cell end)]
      else
        $clause.rules | to_entries[] | .value as $rule
        | [(if .key == 0 then $clause | title_cell else "" end),
           ($rule.id | code), ($rule.severity | severity_cell), ($facts | blamed_cell($rule.id)),
           (if .key == 0 then $clause | command_cell else "" end),
           ($facts | scenario_cell(scenarios($rule.id; ["tried", "spared"])))]
      end
    | "| " + join(" | ") + " |";

def anchor: "system-\(.)";

def summary_row($system):
    . as $facts
    | [.clauses[] | select(.system == $system)] as $clauses
    | ($clauses | map(select(. as $one | [$facts | gaps($one)] == [])) | length) as $whole
    | ($clauses | map(.rules[].id) | unique) as $rules
    | ([.mentions[] | select(.how != "told" and (.name | IN($rules[]))) | .file] | unique) as $files
    | "| [\($system) \($clauses[0].system_title.zh) · \($clauses[0].system_title.en)](#"
      + ($system | anchor)
      + ") | \(if .complete | index($system) then "齐备 · complete" else "建设中 · being built" end)"
      + " | \($whole)/\($clauses | length) | \($rules | length) | \($files | length) |";

def section($system):
    (.clauses | map(select(.system == $system))) as $clauses
    | "", "<a id=\"\($system | anchor)\"></a>",
      "## \($system) \($clauses[0].system_title.zh) · \($clauses[0].system_title.en)", "",
      "| 条款 Clause | 规则 Rule | 级别 Severity | 责任人 Whose | 命令 Command | 场景 Scenario |",
      "|---|---|---|---|---|---|",
      ($clauses[] as $clause | rows($clause));

def page:
    (.clauses | map(.system) | unique) as $systems
    | "# 条款落实情况 · From clause to test",
      "",
      "每一条款由哪些规则执行、用哪些命令登记、有哪些场景证明。本页由 `sh tests/compliance.sh --write` 从规则、命令表和",
      "场景生成,测试 `compliance` 保证它与程序一致;请勿手改。",
      "",
      "Which rules enforce each clause, which commands record it, which scenarios prove it. Made by",
      "`sh tests/compliance.sh --write` from the rulebook, the table of commands and the scenarios; the test",
      "`compliance` keeps it true to the program. Not to be edited by hand.",
      "",
      "| | |",
      "|---|---|",
      "| 规则 Rule | `huiyin rules show RULE` 显示其查询和示例 · shows its query and its examples |",
      "| `refuse` | 拒绝登记,什么也不记下 · nothing is recorded |",
      "| `refuse*` | 同上;已经发生的可据实登记,记为违规 · the same; what has happened already can be recorded as a breach |",
      "| `breach` | 如实登记并报告,直到有人说明 · recorded, and reported until explained |",
      "| `notice` | 提示 · pointed out |",
      "| 责任人 Whose | 违规算谁的(规则文件中的 `blamed`):不得自己说明,`check --who` 与个人报表按此计算 · whose breach it is (`blamed` in the rule file): nobody explains their own; `check --who` and reports by person go by it |",
      "| 场景 Scenario | `noun/name` 即 · is `tests/scenarios/noun/name.sh` |",
      "",
      "| 制度 System | 状态 State | 无缺口条款 Clauses without a gap | 规则 Rules | 场景 Scenarios |",
      "|---|---|---:|---:|---:|",
      ($systems[] as $system | summary_row($system)),
      "",
      "无缺口:有规则和命令,或写明不需要的理由,且每条规则至少有一个场景。「齐备」的制度由测试保证没有缺口。",
      "",
      "Without a gap: has a rule and a command, or a reason why not, and every rule has a scenario. The test sees to",
      "it that a complete system has no gap.",
      ($systems[] as $system | section($system));
