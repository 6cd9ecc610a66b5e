#include "huiyin/base/home.hpp"

#include <doctest/doctest.h>

#include <array>

using huiyin::base::home_key;
using huiyin::base::HomeSought;
using huiyin::base::names_a_home;

TEST_CASE("one home in every spelling") {
    for (const auto* spelling : {"3-502",
                                 "３－５０２",
                                 "3–502",
                                 "3—502",
                                 "3－502",
                                 "3——502",
                                 "3 - 502",
                                 "3 502",
                                 "3#502",
                                 "3#-502",
                                 "3#楼502",
                                 "3号楼502室",
                                 "3号楼502",
                                 "3 号楼 502 室",
                                 "3栋502",
                                 "3幢502室",
                                 "3座502",
                                 "3号502室",
                                 "3栋-502",
                                 "03-0502",
                                 "三号楼502",
                                 "三号楼五〇二室",
                                 "3号楼502房",
                                 "3号502号",
                                 "3號樓502室",
                                 "3号楼502门",
                                 "3-502。",
                                 "3/502",
                                 "3.502",
                                 "３／５０２",
                                 "3/502室",
                                 "3号楼/502",
                                 "第3栋502",
                                 "3号楼502户",
                                 "第三栋第502室",
                                 "3号楼502住户",
                                 "3号楼502房间",
                                 "3号楼5层502",
                                 "3栋5楼502室",
                                 "「3-502」",
                                 "3-502,",
                                 " (3-502) ",
                                 "“3-502”.",
                                 "3号楼502号房",
                                 "3幢502戶",
                                 "3-502、",
                                 "3＃楼５０２門",
                                 "三栋五〇二门",
                                 "3-502(租户)",
                                 "3-502（租户）",
                                 "3-502租户",
                                 "3-502 业主",
                                 "3-502【租】",
                                 "3-502（业主：张三）",
                                 "3号楼502室(租户)",
                                 "3号楼502室业主",
                                 "3-502 的租户",
                                 "3-502(王先生)",
                                 "3-502-租客",
                                 "3-502(房东)(空置)",
                                 "3-502(租户)。",
                                 "3 502 Tenant",
                                 "3-502（租户王阿姨）"}) {
        CAPTURE(spelling);
        CHECK_EQ(home_key(spelling), home_key("3-502"));
    }
    for (const auto* spelling : {"3-2-501", "3号楼2单元501室", "3栋2单元501", "3#2-501",
                                 "3号楼2门501", "三号楼二单元五零一", "3-2单元-501", "03-02-0501",
                                 "3号楼2单元501门", "第3栋第2单元第501室", "3号楼2单元5层501",
                                 "3号楼2门501户", "3-2-501。", "3/2/501", "3.2.501"}) {
        CAPTURE(spelling);
        CHECK_EQ(home_key(spelling), home_key("3-2-501"));
    }
    for (const auto* spelling : {"B座1201", "Ｂ座１２０１", "b-1201", "B栋1201室", "b 1201"}) {
        CAPTURE(spelling);
        CHECK_EQ(home_key(spelling), home_key("B-1201"));
    }
    for (const auto* spelling :
         {"东区3-502", "东区3号楼502室", "东区-3-502", "东区 3号楼 502", "东区３栋502"}) {
        CAPTURE(spelling);
        CHECK_EQ(home_key(spelling), home_key("东区3-502"));
    }
    CHECK_EQ(home_key("南座1201"), home_key("南座-1201"));
    CHECK_EQ(home_key("东区502"), home_key("东区-502"));
    CHECK_EQ(home_key("3-502A"), home_key("3号楼502a室"));
    CHECK_EQ(home_key("十二号楼502"), home_key("12-502"));
    CHECK_EQ(home_key("二十栋一百零二"), home_key("20-102"));
    CHECK_EQ(home_key("502室"), home_key("502"));
    CHECK_EQ(home_key("学生公寓3号楼"), home_key("学生公寓3栋"));
}

TEST_CASE("two homes that look alike") {
    static constexpr std::array pairs{
        std::pair{"3-502", "3-2-502"},
        std::pair{"3-502", "35-02"},
        std::pair{"3-502", "3502"},
        std::pair{"3-502", "13-502"},
        std::pair{"3-502", "3-503"},
        std::pair{"3-502", "502"},
        std::pair{"3-502", "东区3-502"},
        std::pair{"2-501", "2单元501"},
        std::pair{"3号楼", "3室"},
        std::pair{"-1-03", "1-03"},
        std::pair{"3-502A", "3-502"},
        std::pair{"3-502/503", "3-502"},
        std::pair{"东区3-502", "西区3-502"},
        std::pair{"3-100", "3-10"},
        std::pair{"3号楼5层", "3-5"},
        std::pair{"3号楼2门", "3-2"},
        std::pair{"3号楼5层602", "3-602"},
        std::pair{"3楼302", "302"},
        std::pair{"2门501", "2-501"},
        std::pair{"3-502(甲)", "3-502"},
        std::pair{"3-502王先生", "3-502"},
        std::pair{"3-502(租户)", "3-503(租户)"},
        std::pair{"3-502阳台", "3-502"},
        std::pair{"3-502(1)", "3-502"},
        std::pair{"租户", ""},
        std::pair{"公租房3-502", "3-502"},
        std::pair{"门卫室", "卫"},
        std::pair{"502/503", "502-503"},
        std::pair{"12/3", "12-3"},
        std::pair{"3-502/503", "3-502-503"},
        std::pair{"3.5", "3-502"},
    };
    for (const auto& [one, other] : pairs) {
        CAPTURE(one);
        CHECK_NE(home_key(one), home_key(other));
    }
}

TEST_CASE("what is no home is compared by its letters") {
    CHECK_EQ(home_key("地下车库Ａ区"), home_key("地下车库 a区"));
    CHECK_EQ(home_key("-1层水泵房"), home_key("－1层 水泵房"));
    CHECK_EQ(home_key("门卫室"), home_key("门卫室 "));
    for (const auto* none :
         {"-", "/", "", "张三", "王五", "门卫室", "东门岗亭", "欧阳娜娜", "李一"}) {
        CAPTURE(none);
        CHECK_FALSE(names_a_home(none));
    }
    for (const auto* home :
         {"B", "502", "三号楼五〇二", "五〇二", "三栋", "三-五〇二", "一层水泵房A", "东区五〇二"}) {
        CAPTURE(home);
        CHECK(names_a_home(home));
    }
}

TEST_CASE("a home is found in what people wrote") {
    const HomeSought home("3-502");
    for (const auto* text :
         {"住3-502的王先生", "3号楼502室漏水", "他说３栋５０２", "在三号楼502", "3-502 13800008000",
          "请到3#502室。", "到3-502、3-503", "第3栋5层502的", "3号楼502门漏水"}) {
        CAPTURE(text);
        CHECK(home.is_in(text));
    }
    for (const auto* text :
         {"13-502", "3-5021", "1-3-502", "3-502-1", "3-2-502", "3502", "", "3"}) {
        CAPTURE(text);
        CHECK_FALSE(home.is_in(text));
    }
    CHECK(HomeSought("3-2-501").is_in("3号楼2单元501室的人"));
    CHECK_FALSE(HomeSought("3-2-501").is_in("3号楼501室的人"));
    CHECK_FALSE(HomeSought("门卫室").can_be_sought());
}
