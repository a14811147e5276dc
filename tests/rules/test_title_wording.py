"""Names of titles in running text: what real notices write passes, 初级记者 and 中级编辑 are shown."""

import pytest

from generator.loading.load import load_case
from generator.loading.title_series import load_title_series
from generator.model.official import OfficialDocument
from generator.resources import data_folder
from generator.rules.title_wording import title_wording_findings
from tests.documents.variants import changed
from tests.rules.making import CAMPAIGN, told
from tests.support import CHECKOUT

TABLE = load_title_series()
NOTICES = CHECKOUT.parent / "shared" / "reference" / "notices"
OWN = [path for folder in ("campaigns", "documents") for path in sorted((data_folder() / folder).glob("*.yaml"))]
NEWS = changed(CAMPAIGN, {"系列": "新闻", "专业": "新闻"})


def in_document(text: str) -> list[str]:
    document = OfficialDocument.model_validate(
        {"公文种类": "通知", "标题": "关于示例的通知", "署名": "示例局", "正文": text}
    )
    return [finding.message.partition("”")[0].removeprefix("“") for finding in title_wording_findings(document, TABLE)]


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_what_the_samples_say_passes(path):
    case = load_case(path).case
    assert title_wording_findings(case.campaign or case.document, TABLE) == []


@pytest.mark.skipif(not NOTICES.is_dir(), reason="the real notices stand beside the checkout, not in it")
def test_what_real_notices_say_passes():
    texts = [path.read_text("utf-8") for path in sorted(NOTICES.glob("*.txt"))]
    assert len(texts) == 5
    # As extracted, and with the broken lines joined.
    assert [found for text in texts for found in (*in_document(text), *in_document("".join(text.split())))] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("申报初级记者、中级编辑的人员。", ["初级记者", "中级编辑"]),
        ("取得高级馆员职称。", ["高级馆员"]),
        ("中级馆员可以申报，中级馆员也可以。", ["中级馆员"]),
        ("副高级工程师任职满5年。", ["副高级工程师"]),
        ("正高级对应研究馆员，中级馆员对应八级，初级助理馆员对应十一级。", []),
        ("高、中级编辑，高级、中级记者，正、副高级记者。", []),
        ("中级编辑人员、初级记者站、中级编辑部。", []),
        ("高级记者、高级编辑、正高级工程师、高级讲师。", []),
        ("系统高级管理员、初级技术员、高级技师。", []),
        ("填写“中级编辑”，见《中级编辑评审办法》。", []),
        ("中级经济师。", []),
    ],
)
def test_names_that_do_not_exist_are_shown_and_others_pass(text, found):
    assert in_document(text) == found


def test_a_campaign_is_searched_for_the_names_of_its_own_series():
    other = {"其他事项": ["中级工程师另行通知。", "初级记者另行通知。"]}
    assert told(title_wording_findings(changed(NEWS, other), TABLE)) == [("title-wording", "hint", "其他事项.第2项")]


def test_the_place_in_words_of_several_lines_is_the_line():
    body = "现通知如下：\n\n申报初级记者的人员。\n"
    [finding] = title_wording_findings(changed(NEWS, {"通知.正文": body}), TABLE)
    assert finding.field == "通知.正文.第3行"
    assert finding.message == "“初级记者”不是规范的职称名称，与它相近的是“助理记者”“助理编辑”"


def test_prescribed_words_and_open_questions_are_left_alone():
    quoted = {"推荐单位审核意见.文字": "同意推荐中级编辑", "存疑": [{"事项": "中级编辑", "说明": "初级记者，请核实"}]}
    assert title_wording_findings(changed(NEWS, quoted), TABLE) == []
