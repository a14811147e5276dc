"""The annual notice says every fact of the 2024 campaign, in the part of the notice where it belongs."""

import re

import pytest

from generator.loading.load import load_campaign
from generator.resources import data_folder, templates_folder
from tests.documents.notice_parts import WORDING, parts_of
from tests.documents.variants import changed

CAMPAIGN = data_folder() / "campaigns" / "bazhou-archives-2024.yaml"

FACTS = {
    "": [
        "巴音郭楞蒙古自治州档案局",
        "关于开展2024年度自治州档案系列中、初级专业技术人员职称工作的通知",
        "各县（市）党委办公室（档案局）、各县（市）人力资源和社会保障局、各相关企事业单位：",
        "按照自治区职称工作统一安排",
    ],
    "一、评审范围": [
        "自治州各县（市）及各企事业单位等从事档案工作的专业技术人员",
        "2024年度职称",
        "初次确定、授予、评审",
        "退休人员、公务员、参照公务员法管理的事业单位人员不得申报",
        "记过以上处分",
        "受处分期间不得申报",
    ],
    "二、资格条件": ["《新疆维吾尔自治区档案系列职称评审条件（试行）》（新人社发〔2022〕27号）"],
    "三、时间安排": [
        "初次确定、授予、评审为2024年9月5日—9月30日",
        "2024年10月8日—10月14日",
        "拟定于2024年10月下旬，具体时间、地点另行通知",
        "逾期不予受理",
    ],
    "四、申报方式及事项": [
        "“新疆专业技术人员管理平台”（网址：http://www.xjzcsq.com",
        "“任职资格条件”",
        "“职称网上申报操作指南”",
        "注明“无”，不得留有空格",
        "“其他附件或证明材料”",
        "漏传、错传或者不上传的，一律视为无相关材料",
        "提交至基层单位审核",
        "逐级申报",
        "营业执照注册地",
        "48小时内",
        "视为放弃申报",
        "不得超过3次",
    ],
    "五、申报材料要求": [
        "1.基本信息。",
        "身份证（正、反面）、近期一寸免冠照片",
        "2.社保缴费证明。",
        "近6个月以上带二维码验证的“社会保险个人缴费汇总单”或“个人养老保险缴费对账单”",
        "3.学历学位情况。",
        "《教育部学历证书电子注册备案表》（网址：http://www.chsi.com.cn/）",
        "扫描上传学籍档案",
        "4.专业技术资格。",
        "取得时间、聘任时间",
        "在新疆取得的，上传“任职资格文件”“职称证书”“专业技术职务任职资格评审表”3项中的2项即可",
        "在其他省区市取得的，3项全部上传",
        "由机关调动（含分流、转移）",
        "干部任免审批表",
        "5.工作经历。",
        "“工作单位名称”",
        "6.实践能力、业绩成果。",
        "条件不够的，予以退回",
        "7.获奖情况。",
        "须与附件一致",
        "8.获得的知识产权。",
        "PDF格式扫描件",
        "9.发表论文情况。",
        "期刊封面、内页目录、论文正文页、期刊封底、期刊版权页、检索报告等，并标记出本人论文",
        "10.任现职期间考核情况。",
        "近3年（2021年至2023年）的年度考核表（正、反面）",
        "合格及以上等次",
        "写明“此件与原件一致”，经办人员签字并加盖公章",
        "基本合格的，顺延1年申报",
        "不合格的，顺延2年申报",
        "不满3年且首次申报职称的",
        "11.任现职以来个人工作总结。",
        "工作态度、业务能力、工作业绩、学术水平",
        "12.继续教育培训合格证书。",
        "公需科目每年30课时、专业科目每年60课时",
        "初级提供近2年公需科目（2023年至2024年）、近2年专业科目（2023年至2024年）",
        "中级提供近5年公需科目（2020年至2024年）、近3年专业科目（2022年至2024年）",
        "继续教育免试审批表（见附件4）",
        "13.个人承诺书。",
        "“本人承诺以上填报内容和提交的材料真实有效，且网上填报与送审报表内容完全一致，如申请人提交弄虚作假确认材料的，"
        "一经查实，不予受理确认申报或取消已确认的资格，并从申报年度下一年度起3年内，不得申报专业技术资格。”",
        "签字、按手印",
        "14.信息遮盖。",
        "“盲评”",
        "本人姓名、工作单位、单位公章进行遮盖",
        "工作总结中不允许出现本人姓名、工作单位",
        "“我的主页—我的申请书—检查本人姓名掩盖”",
        "15.其他附件或证明材料。",
        "《推荐单位公示》（见附件1）、《推荐单位公示结果》（见附件2）",
        "真实性、完整性、时效性",
        "不少于5个工作日",
        "审核意见“本单位已对提供的申报材料逐一审核，真实准确，同意推荐”",
        "“评审委员会已接收材料”",
        "A4纸正反双面打印，贴本人免冠近照，一式2份，有水印方为有效",
        "由本人签字、手写承诺语，经逐级签字盖章",
        "不予受理评审材料",
        "《申报人员花名册》（见附件5）由呈报单位人事（职称）部门统一报送",
        "装入纸质档案袋封好，袋上张贴目录清单（见附件6）",
        "1.现实表现政治鉴定原件1份。",
        "思想政治表现、工作现实表现、工作态度、廉洁自律",
        "由单位主要领导和派驻纪检组负责人按照管理权限签字盖章",
        "2.所在单位性质证明1份。事业单位的，附当地机构编制部门批文复印件或当地人社部门证明",
        "3.评审人员公示及公示结果各1份。须签字盖章",
        "4.《专业技术职务任职资格评审表》一式2份。",
        "双面打印，评审后分别归入人事档案和技术档案",
        "《新疆维吾尔自治区专业技术人员继续教育条例》《专业技术人员继续教育规定》（人社部第25号令）",
        "6.申报人员身份证复印件1份。",
        "7.任现职以来的个人业务技术总结1份。",
        "8.从事档案专业技术工作经历证明。写明具体起止时间和从事的相关工作",
        "学识水平、业务能力和工作业绩。具体要求按照《新疆维吾尔自治区档案系列职称评审条件（试行）》"
        "（新人社发〔2022〕27号）执行",
        "10.2021年至2023年各年度考核表原件。",
        "注明复印人、审核人、复印时间并加盖单位公章",
        "11.学历证明、学历在线验证报告、现任专业技术职务任职资格证书以及任现职以来获得的证书原件。",
        "12.个人承诺书原件1份。",
        "13.其他证明材料。",
        "报送巴州党委办公室档案监督指导一科审核，其中第1—8项留存，第9—12项于评审结束后领回",
        "复印件须经单位人事部门审核并加盖单位公章，标注“此件与原件一致”",
    ],
    "六、答辩要求": [
        "现场答辩量化赋分的，以当年参加该专业现场答辩人员的平均分赋分",
        "按照通过现场答辩环节对待",
        "“访惠聚”驻村、寺管会、南疆学前教育支教、内地服务管理工作以及担任深度贫困村第一书记",
        "在且末县、若羌县工作的专业技术人员",
        "在县级以下基层单位工作的专业技术人员",
        "申报初级专业技术职务任职资格的人员免于答辩",
    ],
    "七、注意事项": [
        "*.jpg格式",
        "后果由申报人员自行承担",
        "违反规定、弄虚作假、营私舞弊",
        "《职称评审管理暂行规定》（人社部令第40号）、《职称评审监管暂行办法》（人社部发〔2024〕56号）、"
        "《新疆维吾尔自治区职称评审管理办法》（新人社规〔2022〕6号）",
        "记入职称评审诚信档案库，期限3年，期限内不得晋升高一级职称",
        "“谁审查，谁负责”",
        "政策公开、条件公开、程序公开、结果公开",
    ],
    "八、咨询电话": [
        "（巴州党委办公室档案监督指导一科科长）",
        "库尔勒市巴音东路58号巴州史志办公楼202办公室",
        "附件：1.推荐单位公示（模板）",
        "2.推荐单位公示结果（模板）",
        "3.个人承诺书（模板）",
        "4.继续教育免试表（模板）",
        "5.申报人员花名册（模板）",
        "6.档案专业技术人员职称申报材料目录",
        "自治州档案系列中、初级专业技术人员职称评审委员会",
        "2024年9月4日",
    ],
}


@pytest.fixture(scope="module")
def campaign():
    return load_campaign(CAMPAIGN)[0]


@pytest.fixture(scope="module")
def parts(campaign):
    return parts_of(campaign)


def test_the_notice_has_the_eight_parts_in_order(parts):
    assert list(parts) == list(FACTS)


@pytest.mark.parametrize(("part", "fact"), [(part, fact) for part, facts in FACTS.items() for fact in facts])
def test_each_fact_stands_in_its_part(parts, part, fact):
    assert fact in parts[part]


def test_the_contact_is_printed_as_the_campaign_has_it(parts, campaign):
    contact = campaign.contacts[0]
    assert f"联系人：{contact.person[0]}（" in parts["八、咨询电话"]
    assert f"联系电话：{contact.phones[0]}\n" in parts["八、咨询电话"]


def test_what_the_campaign_leaves_unsaid_is_not_printed(parts):
    assert "费" not in parts["七、注意事项"]
    assert "抄送" not in "".join(parts.values())


@pytest.mark.parametrize(
    ("fee", "stated"),
    [
        ({"收取": "未写明"}, None),
        ({"收取": "不收取"}, "（四）本年度职称评审不收取费用。"),
        (
            {"收取": "不收取", "依据": {"名称": "示例免费办法", "文号": "示价费〔2020〕3号"}},
            "（四）本年度职称评审不收取费用（依据《示例免费办法》（示价费〔2020〕3号））。",
        ),
        (
            {
                "收取": "收取",
                "标准": [{"适用": ["评审"], "级别": "中级", "每人金额": 381}, {"级别": "初级", "每人金额": 282}],
            },
            "（四）职称评审费标准：评审中级每人381元；初级每人282元。",
        ),
    ],
)
def test_the_notice_says_of_fees_what_the_campaign_says_of_them(campaign, fee, stated):
    remarks = parts_of(changed(campaign, {"费用": fee, "其他事项": ["示例事项"]}))["七、注意事项"].splitlines()
    assert [line for line in remarks if "费" in line] == ([stated] if stated else [])
    assert remarks[-1] == f"（{'五' if stated else '四'}）示例事项。"


@pytest.mark.parametrize(
    ("stated", "printed"), [("2024-9-4", "2024年9月4日"), ("2024-9", "2024年9月　日"), ("2024", "2024年　月　日")]
)
def test_what_the_date_of_the_notice_lacks_is_left_for_the_hand(campaign, stated, printed):
    text = parts_of(changed(campaign, {"通知.成文日期": stated}))["八、咨询电话"]
    assert text.rstrip("\n").rpartition("\n")[2] == printed


def test_another_year_changes_every_derived_year(campaign):
    text = "".join(parts_of(campaign.model_copy(update={"year": 2025})).values())
    assert "近3年（2022年至2024年）" in text
    assert "近5年公需科目（2021年至2025年）、近3年专业科目（2023年至2025年）" in text
    assert "2025年度自治州档案系列" in text
    assert "2021年至2023年" not in text


def test_two_rounds_are_told_apart_by_their_tracks(campaign):
    window = campaign.schedule.windows[0]
    windows = (
        window.model_copy(update={"tracks": ("评审",)}),
        window.model_copy(update={"tracks": ("初次确定", "授予"), "papers": None}),
    )
    schedule = campaign.schedule.model_copy(update={"windows": windows})
    text = parts_of(campaign.model_copy(update={"schedule": schedule}))["三、时间安排"]
    assert "评审为2024年9月5日—9月30日；初次确定、授予为2024年9月5日—9月30日。" in text
    assert "评审为2024年10月8日—10月14日。" in text


def test_every_requirement_and_material_of_the_data_is_printed(parts, campaign):
    text = parts["五、申报材料要求"]
    for item in campaign.online_items:
        assert all(requirement in text for requirement in (f"{item.position}.{item.name}。", *item.requirements))
    for material in campaign.materials:
        assert material.name in text
        assert (material.requirement or "") in text


def test_no_sentence_is_left_an_empty_shell(parts):
    assert not re.search(r"[，。、；：]{2,}|（）|“”|《》|None|[，、]\n", "\n".join(parts.values()))


@pytest.mark.parametrize(
    "name", [WORDING, *sorted(f"clauses/{path.name}" for path in (templates_folder() / "clauses").glob("*.md"))]
)
def test_the_template_text_repeats_no_number_date_or_document_number(name):
    source = (templates_folder() / name).read_text("utf-8")
    fixed_words = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", source)
    assert not re.search(r"[0-9〔〕]", fixed_words)
