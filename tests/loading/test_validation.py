import pytest

from generator.loading.validation import validate
from generator.model.applicant import Applicant
from generator.model.unit import Unit

MINIMAL = "姓名: 张三\n申报: {系列: 档案, 专业: 档案, 级别: 中级}\n"

# name: what follows the minimal record, or a whole record; line, column, field; words of the message and of the remedy.
MISTAKES = {
    "key left out": (
        "姓名: 甲\n申报:\n  系列: 档案\n  级别: 中级\n",
        2,
        1,
        "申报.专业",
        "缺少“专业”",
        "加上一行“专业: ",
    ),
    "key left empty": ("姓名:\n" + MINIMAL[7:], 1, 1, "姓名", "“姓名”没有填写", "在冒号后面写上内容"),
    "misspelt": (MINIMAL + "出生月日: 1990\n", 3, 1, "出生月日", "没有“出生月日”这一项", "最接近的是“出生年月”"),
    "misspelt and empty": (MINIMAL + "族各:\n", 3, 1, "族各", "没有“族各”这一项", "最接近的是“族别”"),
    "unlike any other": (
        MINIMAL + "单位:\n  名称: 甲\n  QQ: 1\n",
        5,
        3,
        "单位.QQ",
        "没有“QQ”这一项",
        "名称、性质、层级",
    ),
    "of another level": (MINIMAL + "起始日期: 甲\n", 3, 1, "起始日期", "“起始日期”不写在这里", "写在“公示”下面"),
    "of the outermost level": (MINIMAL + "公示:\n  姓名: 乙\n", 4, 3, "公示.姓名", "不写在这里", "最外面一级"),
    "worked out": (MINIMAL + "最高学历: 本科\n", 3, 1, "最高学历", "由程序得出", "删去"),
    "with a wide space": (MINIMAL + '"性别　": 男\n', 3, 1, "性别　", "“性别”前后多了空格", "多余的空格"),
    "wide colon in braces": (MINIMAL + "公示: {异议：无}\n", 3, 6, "公示.异议：无", "“异议”后面是全角冒号", "英文冒号"),
    "wide colon in one line": (MINIMAL + "公示:\n  异议：无\n", 4, 3, "公示", "“异议”后面是全角冒号", "英文冒号"),
    "list for text": (MINIMAL + "性别: [男]\n", 3, 5, "性别", "不能是列表", None),
    "level for text": (MINIMAL + "性别:\n  值: 男\n", 4, 3, "性别", "不能是列表或下一级内容", None),
    "text for a list": (MINIMAL + "论文著作: 无\n", 3, 7, "论文著作", "这里应写成列表", "没有内容的，删去这一项"),
    "text for a level": (MINIMAL + "公示: 甲\n", 3, 5, "公示", "这里应写下一级内容", "缩进两个空格"),
    "text for an item": (MINIMAL + "工作经历:\n  - 甲\n", 4, 5, "工作经历.第1项", "这里应写下一级内容", "缩进"),
    "empty item": (MINIMAL + "工作经历:\n  -\n", 4, 4, "工作经历.第1项", "这一项是空的", "或删去这一行"),
    "no date": (MINIMAL + "出生年月: 九零年\n", 3, 7, "出生年月", "“九零年”不是日期", "请写成 2024-9-5"),
    "no such day": (MINIMAL + "公示:\n  截止日期: 2024-9-31\n", 4, 9, "公示.截止日期", "2024年9月没有31日", "请写成"),
    "no day": (MINIMAL + "公示:\n  截止日期: 2024-9\n", 4, 9, "公示.截止日期", "“2024-9”没有写到日", "写到日"),
    "no number": (MINIMAL + "公示:\n  天数: 5天\n", 4, 7, "公示.天数", "“5天”不是整数", "只写阿拉伯数字"),
    "endless number": (MINIMAL + f"公示:\n  天数: {'9' * 5000}\n", 4, 7, "公示.天数", "不是整数", "只写"),
    "neither yes nor no": (MINIMAL + "首次申报: 对\n", 3, 7, "首次申报", "“对”不能用在这里", "请写“是”或“否”"),
    "none of the words": (
        MINIMAL + "公示:\n  天数单位: 天\n",
        4,
        9,
        "公示.天数单位",
        "不能写“天”",
        "“工作日”或“自然日”",
    ),
    "list for a word": (MINIMAL + "公示:\n  天数单位: [天]\n", 4, 9, "公示.天数单位", "应填文字", "“工作日”或“自然日”"),
    "inline unit": (MINIMAL + "单位:\n  性质: 事业单位\n", 3, 1, "单位.名称", "缺少“名称”", "加上一行"),
    "list for a unit": (MINIMAL + "单位: [甲]\n", 3, 5, "单位", "这里应填文字", None),
    "only item": (MINIMAL + "免学经历:\n  类别: 驻村\n", 3, 1, "免学经历.仍在参加", "缺少“仍在参加”", "加上"),
}


@pytest.mark.parametrize(("text", "line", "column", "field", "message", "remedy"), MISTAKES.values(), ids=MISTAKES)
def test_a_fault_of_the_data_has_field_place_and_remedy(read, text, line, column, field, message, remedy):
    document = read(text)
    record, findings = validate(Applicant, document.data, document.source)
    finding = next(finding for finding in findings if finding.field == field)
    assert record is None
    assert message in finding.message
    assert remedy is None or remedy in finding.remedy
    assert (finding.place.file, finding.place.line, finding.place.column) == ("张.yaml", line, column)


def test_no_english_reaches_the_user(read):
    for text, *_ in MISTAKES.values():
        document = read(text)
        for finding in validate(Applicant, document.data, document.source)[1]:
            words = finding.message + (finding.remedy or "")
            assert not any(char.isascii() and char.isalpha() for char in words.replace("QQ", ""))


def test_all_faults_are_reported_at_once_in_the_order_of_the_file(read):
    document = read("性別: 男\n申报:\n  级别: [中级]\n  职各: 馆员\n工作经历:\n  - 起: 甲\n    止: 至今\n")
    findings = validate(Applicant, document.data, document.source)[1]
    assert [(finding.place.line, finding.field) for finding in findings] == [
        (1, "姓名"),
        (1, "性別"),
        (2, "申报.系列"),
        (2, "申报.专业"),
        (3, "申报.级别"),
        (4, "申报.职各"),
        (6, "工作经历.第1项.单位"),
        (6, "工作经历.第1项.起"),
    ]


def test_a_good_record_has_no_findings(read):
    document = read(MINIMAL + "论文著作:\n")
    record, findings = validate(Applicant, document.data, document.source)
    assert findings == []
    assert record.papers == ()


def test_one_phone_needs_no_list(read):
    document = read("名称: 甲\n监督电话: 0996-0000001\n")
    record, _ = validate(Unit, document.data, document.source)
    assert record.supervision_phones == ("0996-0000001",)
