"""The implementation plan of 2020 holds what the real one holds: its outline, and every number, date and name in it."""

import re
from collections import Counter

import pytest

from generator.build import DOCX
from tests.documents.own_documents import PLAN, paper
from tests.documents.reading import words
from tests.support import CHECKOUT, paragraphs

OUTLINE = """\
附件1
一、指导思想和基本原则
（一）指导思想
（二）基本原则
1.坚持遵循规律。
2.坚持科学评价。
3.坚持以用为本。
二、改革范围
三、改革内容
（一）健全制度体系
1.完善职称层级。
2.促进职称与专业技术岗位等级对应。
（二）完善评价标准
1.优化评价标准，坚持德才兼备。
2.突出业绩贡献，实行分类评价。
3.推行代表作制度，破除“四唯”倾向。
4.向优秀人才和艰苦边远地区倾斜。
（三）创新评价机制
1.丰富评价方式。
2.建立同行专家评审制度。
3.畅通职称申报渠道。
（四）推进放管服改革
1.健全评审监督机制。
2.建立诚信申报和失信惩戒机制。
3.优化职称评审服务。
（五）促进职称制度与用人制度有效衔接
1.坚持以用促评。
2.加强聘后管理。
3.建立退出机制。
四、改革步骤
第一阶段：安排部署阶段（2020年12月）
1.印发文件。
2.开展宣传。
第二阶段：组织实施阶段（2021年2月）
1.核定岗位。
2.开展首次评审工作。
（1）考核推荐。
（2）专家评审。
（3）择优聘用。
第三阶段：全面总结阶段（2021年3月）
五、工作要求
（一）提高认识，加强领导。
（二）周密部署、狠抓落实。
（三）加强宣传，营造氛围。
""".splitlines()

NUMERAL = re.compile(r"(?:[一二三四五六七八九十]+、|（(?:[一二三四五六七八九十]+|\d+)）|\d{1,2}\.|第[一二三]阶段|附件)")
ENTITIES = {
    "names of documents": r"《[^》]+》",
    "quoted words": r"“[^”]+”",
    "years, dates and numbers": r"\d+",
    "numbers of documents": r"\w{1,8}〔\d{4}〕\d+号",
    "stages": r"第.阶段：\w+（\d{4}年\d{1,2}月）",
    "grades of posts": r"[一二三四五六七八九十]+至[一二三四五六七八九十]+级",
    "terms": r"[一二三四五六七八九十两]+(?:年内|个层级|个阶段)",
    "titles": r"(?:副|助理)?(?:研究)?馆员|管理员",
    "offices": r"(?:中共)?(?:青海)?省(?:委办公厅|人民政府办公厅|人力资源社会保障厅|档案局|人才工作领导小组)"
    r"|国家档案局|\w{2,4}档案系列高级职称评审委员会",
    "congresses": r"十九[大届]|[二三四五]中",
    "what must not be alone decisive": r"唯\w{2}",
    "terms of the matter": r"破格申报|急需紧缺人才|援青专业技术人员|在青工作高学历人才|零容忍|失信黑名单|联合惩戒"
    r"|经办人|信用信息共享平台|末尾淘汰制|任期制|第三方评价|评聘分开|低聘|解聘|岗位数额|结构比例|对策建议|书面材料",
    "ways of review": r"述职|面试答辩|成果展示|专家评议|个人总结|随机|回避|轮换|核准备案|责任制|动态管理|中央驻青单位",
    "limits taken away": r"户籍|所有制|人事关系|属地管理|职称外语|计算机应用能力|所学专业|行业协会|人才服务机构",
    "representative works": r"标准规范|修复成果|创意产品|发明专利|技术方案|研究报告",
}
REWORDED = {
    "三个层级": "分为初级、中级、高级三级",
    "在青工作高学历人才": "在青工作的高学历人才",
}
"""What the real plan says in words that the plan here says otherwise."""


@pytest.fixture(scope="module")
def real() -> str:
    """The real plan's words, its marks full-width, without a converter's debris."""
    path = CHECKOUT.parent / "shared" / "reference" / "notices" / "qinghai-archives-plan-2020.txt"
    if not path.exists():
        pytest.skip("the real notices are not at hand: ../shared/reference/notices")
    return words(path.read_text("utf-8")).translate(str.maketrans("(),", "（），"))


@pytest.fixture(scope="module")
def made() -> str:
    return paper(PLAN).words(DOCX)


def test_the_outline_numbers_itself_at_every_level():
    begun = [words(text) for text in paragraphs(paper(PLAN).file(DOCX)) if NUMERAL.match(words(text))]
    assert len(begun) == len(OUTLINE)
    assert [text[: len(heading)] for text, heading in zip(begun, OUTLINE, strict=True)] == OUTLINE


def test_the_real_plan_has_the_same_outline(real):
    place = 0
    for heading in OUTLINE:
        assert heading in real[place:], heading
        place = real.index(heading, place) + len(heading)


@pytest.mark.parametrize("kind", ENTITIES)
def test_every_name_number_and_date_of_the_real_plan_is_said(real, made, kind):
    found = Counter(re.findall(ENTITIES[kind], real))
    assert found
    assert [entity for entity in found if REWORDED.get(entity, entity) not in made] == []


def test_nothing_is_numbered_or_dated_that_the_real_plan_does_not_number_or_date(real, made):
    for kind in ("names of documents", "quoted words", "numbers of documents", "years, dates and numbers"):
        assert set(re.findall(ENTITIES[kind], made)) - set(re.findall(ENTITIES[kind], real)) == set(), kind


def test_no_sentence_is_copied(real):
    """Headings are the structure itself; a sentence that gives a document's name cannot say it otherwise."""
    texts = [words(text) for text in paragraphs(paper(PLAN).file(DOCX))]
    sentences = [sentence for text in texts for sentence in re.findall("[^。；]+[。；]", text) if "《" not in sentence]
    assert len(sentences) > 80
    assert [sentence for sentence in sentences if sentence in real and sentence not in OUTLINE] == []
