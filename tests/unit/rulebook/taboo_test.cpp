#include "huiyin/rulebook/taboo.hpp"

#include <doctest/doctest.h>
#include <utf8proc.h>

#include <array>
#include <cstddef>
#include <ctime>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using huiyin::rulebook::TabooHit;
using huiyin::rulebook::TabooMatcher;

namespace {

const TabooMatcher& regulation() {
    static const TabooMatcher matcher(TabooMatcher::of_the_regulation());
    return matcher;
}

/// The words that were found, one hit after the other.
std::string found(const TabooMatcher& matcher, std::string_view text) {
    std::string words;
    for (const TabooHit& hit : matcher.find(text))
        words += (words.empty() ? "" : "|") + hit.quoted;
    return words;
}

std::string found(std::string_view text) {
    return found(regulation(), text);
}

struct Sentence {
    std::string_view said;
    std::string_view taboo;  ///< the words found in it, with `|` between them; empty: none
};

template <std::size_t Count>
void check(const std::array<Sentence, Count>& sentences) {
    for (const auto& [said, taboo] : sentences) {
        CAPTURE(said);
        CHECK(found(said) == taboo);
    }
}

/// The text from this code point on. A byte that is not UTF-8 counts as one.
std::string_view from_character(std::string_view text, std::size_t character) {
    for (std::size_t i = 1; i < character; ++i) {
        utf8proc_int32_t ignored = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &ignored);
        text.remove_prefix(length > 0 ? static_cast<std::size_t>(length) : 1);
    }
    return text;
}

}  // namespace

TEST_CASE("the five phrases are found where they are written plainly") {
    check(std::to_array<Sentence>({
        {"停水多久我们也不知道。", "不知道"},
        {"电梯的事情我不懂,请问维保单位。", "不懂"},
        {"具体哪天恢复热水,目前不清楚。", "不清楚"},
        {"楼道灯不归我管,请找工程部。", "不归我管"},
        {"你打物业电话吧。", "你打物业电话"},
        {"您打开水房的电话试试", "您打开水房的电话"},
        {"这事你找宿管问一下", "你找宿管问"},
        {"您去找王师傅问问,他管钥匙", "您去找王师傅问"},
        {"您找找前台再询问", "您找找前台再询问"},
        {"你打12345电话", "你打12345电话"},
        {"水表读数不清楚,已约抄表员复核。", "不清楚"},
        {"这个我不知道,那个我也不懂。", "不知道|不懂"},
        {"您打总机电话,或您找保安问。", "您打总机电话|您找保安问"},
    }));
}

TEST_CASE("polite and useful replies pass") {
    check(std::to_array<Sentence>({
        {"您反映的三号楼漏水已修好,谢谢提醒。", ""},
        {"夜间停电您可拨打服务热线,值班员十分钟内到。", ""},
        {"空调不制冷的原因我们已找到问题所在,明天换压缩机。", ""},
        {"您报修后我们已找到问题并更换阀门。", ""},
        {"维修师傅会提前打电话与住户约时间。", ""},
        {"我们已打电话给供热单位。", ""},
        {"这件事归我管,今天下午给您回音。", ""},
        {"缴费方法已写清楚并贴在一层大厅。", ""},
        {"我们知道停水给您带来不便,深表歉意。", ""},
        {"值班员懂手语,欢迎来访。", ""},
        {"如有疑问请留言,文员当天答复。", ""},
        {"垃圾清运不及时一事,已责成保洁班整改。", ""},
        {"门禁卡不能用,现已补办,请到前台领取。", ""},
        {"您的电话已登记,师傅今晚上门。", ""},
        {"感谢您提出的建议,洗衣房将延长到二十二点。", ""},
        {"已为您找到备用钥匙。", ""},
        {"报修电话已印在您的缴费单上。", ""},
        {"工程部已答复:周五前更换路灯。", ""},
        {"Thank you. The lift is repaired.", ""},
        {"", ""},
    }));
}

TEST_CASE("I may be we and the phrase may stand in a longer one") {
    check(std::to_array<Sentence>({
        {"停车场不归我们管。", "不归我们管"},
        {"对不起,这不归我管。", "不归我管"},
        {"外墙不归咱们管", "不归咱们管"},
        {"那片绿地不归咱管", "不归咱管"},
        {"围墙外不归我 们 管", "不归我 们 管"},
        {"围墙外不归他们管,归街道管", ""},
        {"不归我们这里管的事也会代为转达", ""},
    }));
}

TEST_CASE("width and case and script and accents make no difference") {
    check(std::to_array<Sentence>({
        {"這件事不歸我管。", "不歸我管"},
        {"校外道路不歸我們管", "不歸我們管"},
        {"何時恢復供電還不清楚", "不清楚"},
        {"妳打電話給總務處", "妳打電話"},
        {"您打總務處的電話", "您打總務處的電話"},
        {"請您找門衛問一下", "您找門衛問"},
        {"您報修後我們已找到問題", ""},
        {"你打１２３４５电话", "你打１２３４５电话"},
        // U+F967 is the compatibility form of 不.
        {"我們\uF967知道", "\uF967知道"},
        {"我们不\u200B知\uFEFF道", "不\u200B知\uFEFF道"},
        {"我们不\u0336知\u0336道\u0336", "不\u0336知\u0336道"},
        {"不\u3164懂", "不\u3164懂"},
    }));
    const TabooMatcher office({"No Idea", "ＯＫ啦", "您自己看", "我不管"});
    CHECK(found(office, "sorry, ｎｏ　ＩＤＥＡ") == "ｎｏ　ＩＤＥＡ");
    CHECK(found(office, "nó idéa") == "nó idéa");
    CHECK(found(office, "那就ok啦") == "ok啦");
    CHECK(found(office, "公告栏有,你自己看") == "你自己看");
    CHECK(found(office, "楼上漏水我们不管") == "我们不管");
}

// A clause may end in 不 and the next begin with 知道, so what ends a clause ends a phrase. Marks
// within a clause do not, nor does anything where every character stands by itself.
TEST_CASE(
    "blanks and ornaments and marks inside a phrase are passed over but not the end of a clause") {
    check(std::to_array<Sentence>({
        {"我们不 知 道", "不 知 道"},
        {"我们不　知　道", "不　知　道"},
        {"我们不~知~道", "不~知~道"},
        {"我们不*知*道", "不*知*道"},
        {"我们不、知、道", "不、知、道"},
        {"我们不·知·道", "不·知·道"},
        {"我们不…知道", "不…知道"},
        {"我们不...知道", "不...知道"},
        {"这不(太)归我管", ""},
        {"这不【归】我管", "不【归】我管"},
        {"这个不—懂", "不—懂"},
        {"这个不🙂懂", "不🙂懂"},
        {"费用怎么算我们不\n清楚", "不\n清楚"},
        {"我们不\r\n清楚", "不\r\n清楚"},
        {"我们不，知，道", "不，知，道"},
        {"我们不。清。楚", "不。清。楚"},
        {"此事不,归,我,管", "不,归,我,管"},
        {"您说周末不,知道了,我们改周一", ""},
        {"问他要不要签字,他说不。清楚后再签也可以", ""},
        {"换不？懂行的师傅说先修", ""},
        {"这样修行不，懂的人都说行", ""},
        {"已说明周日不；知道的住户已改期", ""},
        {"今天不\n\n知道结果后通知您", ""},
    }));
}

TEST_CASE("a quotation is not scanned") {
    check(std::to_array<Sentence>({
        {"住户留言“不知道在哪里充值”,我们已在门口贴出说明。", ""},
        {"您来信说「电梯按钮不清楚」,今日已换面板。", ""},
        {"對您所說「不知道向誰報修」深表歉意", ""},
        {"前台曾答｢不归我管｣,已批评教育。", ""},
        {"曾有人说“他答‘不懂’就走了”,已核实。", ""},
        {"文员说“前台说“不懂”就挂了”,已核实", ""},
        {"前台说「他讲『不归我管』」,已谈话", ""},
        {"您说“不懂缴费”,这我们也不懂。", "不懂"},
        {"不懂的是“怎么缴费”。", "不懂"},
        {"我们不“清楚”", ""},
        {"我们不“”清楚", "不“”清楚"},
        {"他答不“会”懂", ""},
    }));
}

TEST_CASE("a quotation mark without its partner hides nothing") {
    check(std::to_array<Sentence>({
        {"您反映的“漏水,我们不知道原因。", "不知道"},
        {"“您好,这事不归我管。他说“谢谢”。", "不归我管"},
        {"”不清楚“", "不清楚"},
        {"「不懂”", "不懂"},
        {"不知道”", "不知道"},
        {"他说“好”,又说“我们不懂", "不懂"},
    }));
}

TEST_CASE("marks that clause 2.2.1 does not name quote nothing") {
    check(std::to_array<Sentence>({
        {"居民反映\"不知道缴费地点\"", "不知道"},
        {"居民反映＂不知道缴费地点＂", "不知道"},
        {"居民反映'不懂操作'", "不懂"},
        {"居民反映‘不懂操作’", "不懂"},
        {"居民反映『不清楚』", "不清楚"},
        {"居民反映《不清楚》", "不清楚"},
    }));
}

TEST_CASE("a pattern stays within one clause and crosses no punctuation") {
    check(std::to_array<Sentence>({
        {"您好,我们已打电话催办", ""},
        {"您要的灯管已买,师傅会打电话约时间", ""},
        {"您打开阀门。电话我们已记下", ""},
        {"您打、电话", ""},
        {"您打（物业）电话", ""},
        {"您打“物业”电话", ""},
        {"您打…电话", ""},
        {"您放心\n\n我们已打电话催办", ""},
        {"请您找钥匙,问过保安了", ""},
        {"你 打 12345 电 话", "你 打 12345 电 话"},
        {"你~打~电~话", "你~打~电~话"},
        {"您打0731-8888电话", "您打0731-8888电话"},
        {"您8:30后打前台电话", "您8:30后打前台电话"},
        {"您打3.5楼电话", "您打3.5楼电话"},
        {"已通知您:打电话的住户已登记", ""},
        {"请您打物业\n电话", "您打物业\n电话"},
    }));
}

TEST_CASE("a pattern has at most 12 characters between its parts") {
    check(std::to_array<Sentence>({
        {"您打一二三四五六七八九十百千电话", "您打一二三四五六七八九十百千电话"},
        {"您打一二三四五六七八九十百千万电话", ""},
        {"您一二三四五六七八九十百千找人问", "您一二三四五六七八九十百千找人问"},
        {"您一二三四五六七八九十百千万找人问", ""},
        {"您打 一二三四五六 七八九十百千 电话", "您打 一二三四五六 七八九十百千 电话"},
        // The nearer 打 is within reach of 电话, the farther one is not.
        {"您打听一二三四五六七八九再打给电话班", "您打听一二三四五六七八九再打给电话"},
    }));
}

TEST_CASE("the words of a pattern are taken literally but a problem is not a question") {
    check(std::to_array<Sentence>({
        {"您打来的电话我们已登记", "您打来的电话"},
        {"稍后给您打电话", "您打电话"},
        {"您可拨打服务热线电话", "您可拨打服务热线电话"},
        {"您找管家领取问卷", "您找管家领取问"},
        {"您找的问题已解决", ""},
        {"您帮忙找出的问 题已解决", ""},
        {"您找他问问题出在哪", "您找他问"},
        {"您找问题先问工程部", "您找问题先问"},
        {"您先打电话找人问", "您先打电话"},
        {"您好您打电话", "您打电话"},
        {"你们打电话", "你们打电话"},
    }));
}

TEST_CASE("a hit names the phrase as listed and the place in characters") {
    const auto hits = regulation().find("这事不歸我們管,您打 物业 电话。");
    REQUIRE(hits.size() == 2);
    CHECK(hits[0].phrase == "不归我管");
    CHECK(hits[0].quoted == "不歸我們管");
    CHECK(hits[0].character == 3);
    CHECK(hits[1].phrase == "你打…电话或找…问");
    CHECK(hits[1].quoted == "您打 物业 电话");
    CHECK(hits[1].character == 9);
}

TEST_CASE("the place counts code points of the text as written") {
    CHECK(regulation().find("不懂").front().character == 1);
    CHECK(regulation().find("a\u0301\u200B🙂不懂").front().character == 5);
    CHECK(regulation().find("“引用”…不懂").front().character == 6);
    CHECK(regulation().find("\xff\xfe不懂").front().character == 3);
}

TEST_CASE("bytes that are not UTF-8 are passed over and kept in the quotation") {
    CHECK(found("不\xff知\xc3道") == "不\xff知\xc3道");
    CHECK(found("\xe4\xb8") == "");
    CHECK(found(std::string_view("不\0懂", 7)) == std::string_view("不\0懂", 7));
}

TEST_CASE("the office adds phrases and patterns of its own") {
    const TabooMatcher office({"没空", "这个嘛，再说", "去…科问或到…局查", "你等……通知",
                               "你看...吧", "你只管等", "我们也没办法", "归…或归我管",
                               "「爱修不修」"});
    CHECK(found(office, "师傅没空") == "没空");
    CHECK(found(office, "这个嘛，再说") == "这个嘛，再说");
    CHECK(found(office, "这个嘛,再说") == "这个嘛,再说");
    CHECK(found(office, "您去后勤科问") == "去后勤科问");
    CHECK(found(office, "您到住建局查") == "到住建局查");
    CHECK(found(office, "您去住建局查") == "");
    CHECK(found(office, "您再等两天的通知") == "您再等两天的通知");
    CHECK(found(office, "您自己看着办吧") == "您自己看着办吧");
    CHECK(found(office, "您只管等") == "您只管等");
    CHECK(found(office, "您自己只管等") == "");
    CHECK(found(office, "我也沒辦法") == "我也沒辦法");
    CHECK(found(office, "愛修不修") == "愛修不修");
    CHECK(found(office, "归谁或归我管") == "归谁或归我管");
    CHECK(found(office, "归我管") == "");
}

TEST_CASE("phrases without letters are never found") {
    CHECK(found(TabooMatcher({"", "…", "。", "……或……", "“”"}), "您好……。或") == "");
    CHECK(found(TabooMatcher({}), "不知道") == "");
}

TEST_CASE("words that two phrases find count once and overlapping ones each") {
    const TabooMatcher office({"不归我管", "不归我们管", "管不着", "我管"});
    const auto hits = office.find("这不归我们管");
    REQUIRE(hits.size() == 2);
    CHECK(hits[0].phrase == "不归我管");
    CHECK(hits[1].phrase == "我管");
    CHECK(hits[1].quoted == "我们管");
    CHECK(found(TabooMatcher({"哈哈"}), "哈哈哈哈") == "哈哈|哈哈");
}

TEST_CASE("a matcher can be moved") {
    TabooMatcher first({"没空"});
    TabooMatcher second(std::move(first));
    CHECK(found(second, "没空") == "没空");
    second = TabooMatcher({"不管"});
    CHECK(found(second, "没空,不管") == "不管");
}

TEST_CASE("long texts take no longer for each character") {
    const std::array<std::string_view, 6> units{"你", "你打", "你找", "“", "不 ", "“不知道”"};
    const TabooMatcher office({"你你你…打…打…打…打…打…打…电话", "不知道", "你打…电话或找…问"});
    for (const std::string_view unit : units) {
        std::string text;
        while (text.size() < 1'000'000)
            text += unit;
        CAPTURE(unit);
        const auto begun = std::clock();
        CHECK(office.find(text).empty());
        CHECK((std::clock() - begun) / CLOCKS_PER_SEC <
              10);  // of the processor, whoever else is at work
    }
    std::string asking(300'000, ' ');
    asking += "不懂";
    CHECK(regulation().find(asking).front().character == 300'001);
}

TEST_CASE("whatever the bytes every hit is a slice of the text at the place it names") {
    std::mt19937 random(20240601);
    const std::array<std::string_view, 20> pieces{"不", "知道", "懂",   "归",   "我",   "们", "管",
                                                  "您", "打",   "电话", "\xe4", "\xff", "，", "“",
                                                  "”",  "「",   "」",   "\n\n", "😀",   "1.5"};
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (int i = 0; i < 40; ++i)
            text += pieces[random() % pieces.size()];
        std::size_t previous = 1;
        for (const TabooHit& hit : regulation().find(text)) {
            REQUIRE(hit.character >= previous);
            REQUIRE(from_character(text, hit.character).starts_with(hit.quoted));
            previous = hit.character;
        }
    }
}
