# Several sources at a time, from one layer. Those that stand alone have a name that another has too, or are
# compiled in a way of their own.
if(HUIYIN_TOGETHER)
    set(alone base/formatting base/input base/home base/json base/personal_pattern base/strict_parse records/numbers records/round_figures records/search rulebook/relations gate/verify
        reports/chart_table reports/history_view reports/render_markdown reports/render_xlsx
        cli/duty_commands cli/report_commands cli/manual cli/other_words cli/workbook cli/questions cli/typed_words cli/roster_pattern cli/line_editor cli/choice_words)
    set_target_properties(huiyin_library PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    get_target_property(sources huiyin_library SOURCES)
    foreach(layer base store records rulebook gate reports headquarters cli)
        set(count 0)
        # These have the most sources, which instantiate much that is the same.
        set(at_a_time 8)
        if(layer MATCHES "^(reports|headquarters|cli)$")
            set(at_a_time 16)
        endif()
        foreach(source IN LISTS sources)
            string(REGEX REPLACE "\\.cpp$" "" name "${source}")
            if(NOT source MATCHES "^${layer}/" OR name IN_LIST alone)
                continue()
            endif()
            math(EXPR group "${count} / ${at_a_time}")
            math(EXPR count "${count} + 1")
            set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${layer}_${group}")
        endforeach()
    endforeach()
endif()
