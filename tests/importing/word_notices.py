"""Notices as offices write them in Word, each with the words that a reader sees in it, numerals included."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.reading.word_files import cell, p, run, table, word_file

_CENTRE, _RIGHT, _NEW_PAGE = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>', "<w:pageBreakBefore/>"
_LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimal", "（%4）"))
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="1">'
    + "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate(_LEVELS)
    )
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="h{level}"><w:name w:val="heading {level}"/><w:pPr>'
    f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
    "</w:style>"
    for level in (1, 2)
)
_PAGE = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
_LINE = "<w:r><w:pict><v:line from='0,8pt' to='440pt,8pt' strokecolor='red'/></w:pict></w:r>"


@dataclass
class Notice:
    """A Word file being written, and its words so far."""

    body: str = ""
    words: str = ""

    def add(self, *content: str, shown: str | None = None, properties: str = "") -> None:
        """A paragraph; `shown` are its words where they are not just what is typed."""
        self.body += p(*content, properties=properties)
        self.words += "".join(content) if shown is None else shown

    def heading(self, level: int, numeral: str, text: str) -> None:
        self.add(text, shown=numeral + text, properties=f'<w:pStyle w:val="h{level}"/>')

    def item(self, level: int, numeral: str, text: str) -> None:
        number = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'
        self.add(text, shown=numeral + text, properties=number)

    def table(self, *rows: list[str], shown: str) -> None:
        self.body += table(*rows)
        self.words += shown

    def file(self, **parts: str) -> bytes:
        return word_file(self.body, numbering=_NUMBERING, styles=_STYLES, **parts)


def numbered() -> tuple[bytes, str]:
    """Numerals by Word, headings by style, header and footer, attachments on pages of their own."""
    made = Notice()
    made.add("关于做好2024年度全市职称评审工作的通知", properties=_CENTRE)
    made.add("各县（区）人力资源和社会保障局，市直各部门：")
    made.heading(1, "一、", "申报范围")
    made.add("在我市企事业单位中从事专业技术工作的在岗人员。")
    made.heading(1, "二、", "申报条件")
    made.heading(2, "（一）", "基本条件")
    made.item(3, "1.", "遵守国家法律法规。")
    made.item(3, "2.", "符合下列条件之一：")
    made.item(4, "（1）", "取得中级职称后从事本专业工作满5年；")
    made.item(4, "（2）", "破格申报的，按规定执行。")
    made.heading(1, "三、", "时间安排")
    made.add("个人申报时间为2024年7月1日至8月15日；主管部门审核截止8月31日。")
    made.add("附件：1.时间安排表")
    made.add("　　　2.材料清单")
    made.add("东山市人力资源和社会保障局", properties=_RIGHT)
    made.add("2024年6月12日", properties=_RIGHT)
    made.add("附件1", properties=_NEW_PAGE)
    made.add("时间安排表", properties=_CENTRE)
    made.table(
        [cell("事项"), cell("时间")], [cell("个人申报"), cell("7月1日—8月15日")], shown="事项时间个人申报7月1日—8月15日"
    )
    made.add("附件2", properties=_NEW_PAGE)
    made.add("材料清单", properties=_CENTRE)
    made.add("身份证复印件。")
    references = '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'
    made.body += references
    return made.file(header1=p("东山市职称工作手册"), footer1=p("— ", _PAGE, " —")), made.words


def joint() -> tuple[bytes, str]:
    """Two issuers: a letterhead laid out by a table, names and telephones set by tabs, a 版记 in a table."""
    made = Notice()
    letterhead = (
        [cell("北原市人力资源和社会保障局"), cell("文件", '<w:vMerge w:val="restart"/>')],
        [cell("北原市卫生健康委员会"), cell("", "<w:vMerge/>")],
    )
    made.table(*letterhead, shown="北原市人力资源和社会保障局文件北原市卫生健康委员会")
    made.add("北人社联发〔2022〕7号", _LINE, shown="北人社联发〔2022〕7号", properties=_CENTRE)
    made.add("关于开展2022年度全市卫生系列高级职称评审工作的通知", properties=_CENTRE)
    made.add("各县（市、区）人力资源和社会保障局、卫生健康委，市属各医疗卫生机构：")
    made.add(
        "　　",
        run("（一）基层服务。", "<w:b/>"),
        "申报副高级职称的，须到基层服务满一年。",
        shown="（一）基层服务。申报副高级职称的，须到基层服务满一年。",
    )
    made.add("市人社局：0998-6023001<w:tab/>市卫健委：0998-6023002".replace("<w:tab/>", "\t"))
    made.add("北原市人力资源和社会保障局\t\t北原市卫生健康委员会")
    made.add("\t\t\t2022年5月11日")
    made.add("（联系人：李某某　电话：13000000001）")
    imprint = ([cell("抄送：省卫生健康委员会。")], [cell("北原市人力资源和社会保障局办公室\t2022年5月11日印发")])
    made.table(*imprint, shown="抄送：省卫生健康委员会。北原市人力资源和社会保障局办公室2022年5月11日印发")
    return made.file(), made.words


def issuing() -> tuple[bytes, str]:
    """A notice that issues rules: secrecy, soft line ends, indents of full-width spaces, chapters, 版记 at the end."""
    made = Notice()
    for line in ("000012", "秘密★1年", "西江省文化和旅游厅文件"):
        made.add(line)
    made.add("西文旅发〔2023〕45号\t\t签发人：陈某某")
    made.add(
        run("关于印发《西江省艺术系列职称"),
        "<w:r><w:br/></w:r>",
        "评审办法（试行）》的通知",
        shown="关于印发《西江省艺术系列职称评审办法（试行）》的通知",
        properties=_CENTRE,
    )
    made.add("各设区市文化和旅游局：")
    made.add("　　《西江省艺术系列职称评审办法（试行）》已经2023年第8次厅务会议审议通过，现印发给你们。")
    made.add("　　　　　　　　西江省文化和旅游厅")
    made.add("　　　　　　　　2023年5月9日")
    made.add("　　（此件主动公开）")
    made.add("西江省艺术系列职称评审办法（试行）", properties=_CENTRE + _NEW_PAGE)
    made.add("第一章　总则", properties=_CENTRE)
    made.add("　　第一条　为规范职称评审，制定本办法。")
    made.add(
        "　　第二条　申报人提交：",
        "<w:r><w:br/></w:r>",
        "　　（一）申报表；",
        "<w:r><w:br/></w:r>",
        "　　（二）业绩材料。",
        shown="第二条申报人提交：（一）申报表；（二）业绩材料。",
    )
    made.add("抄送：省委宣传部。")
    made.add("西江省文化和旅游厅办公室　　2023年5月9日印发")
    return made.file(), made.words


def with_forms() -> tuple[bytes, str]:
    """Attachments that are forms: blanks, what is to be sealed at the right, cells with room to write."""
    made = Notice()
    made.add("关于报送2025年度工程系列职称评审材料的通知", properties=_CENTRE)
    made.add("各申报人：")
    made.add("1．PDF电子版发至gongcheng_zc@example.com，评审费480元/人；")
    made.add("附件：1．公示（模板）")
    made.add("2．申报表")
    made.add("某某市建设工程协会", properties=_RIGHT)
    made.add("2025年2月20日", properties=_RIGHT)
    made.add("附件1：", properties=_NEW_PAGE)
    made.add("公　示", properties=_CENTRE)
    made.add("拟推荐　　　同志申报　　　级职称，公示期为2025年__月__日至2025年__月__日，电话：____________。")
    made.add("单位（盖章）：", properties=_RIGHT)
    made.add("年　　月　　日", properties=_RIGHT)
    made.add("附件2：", properties=_NEW_PAGE)
    made.add("申报表", properties=_CENTRE)
    wide = '<w:gridSpan w:val="3"/>'
    made.table(
        [cell("姓名"), cell(""), cell("性别"), cell("")],
        [cell("级别"), cell("□高级 □中级", wide)],
        [cell("单位意见"), cell(p("") * 2 + p("（公章）") + p("年　月　日"), wide)],
        shown="姓名性别级别□高级□中级单位意见（公章）年月日",
    )
    return made.file(), made.words


def odd() -> tuple[bytes, str]:
    """Text boxes, a revision, a hyperlink, a note, rare and awkward characters, a 版记 with the number of copies."""
    made = Notice()
    made.add("بايىنغولىن ئوبلاستى", properties=_CENTRE)
    made.add("云岭州职称评审委员会办公室文件", properties=_CENTRE)
    made.add("云职评办〔2024〕1 号", properties=_CENTRE)
    made.add("关于2024年度职称评审若干问题的通知", properties=_CENTRE)
    made.add("各县（市、区）职改办：")
    changed = (
        '<w:del w:id="1"><w:r><w:delText>14</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>15</w:t></w:r></w:ins>'
    )
    made.add("按照《通知》（南教字〔2023〕", changed, "号）执行：", shown="按照《通知》（南教字〔2023〕15号）执行：")
    made.add(
        "（一）工程系列：9月5日—9月30日；（二）卫生系列：2024-10-08至2024-10-20；（三）档案系列：2024年12月25日至2025年1月15日。"
    )
    link = "<w:hyperlink><w:r><w:t>http://zc.example.cn/a_b?x=1</w:t></w:r></w:hyperlink>"
    made.add(
        "姓名有生僻字（㐂、𠮷、䶮）的，以“*”代替，存入C:\\报送\\*.jpg，提示“&lt;错误#403&gt;”“{{姓名}}”的见",
        link,
        "。",
        shown="姓名有生僻字（㐂、𠮷、䶮）的，以“*”代替，存入C:\\报送\\*.jpg，提示“<错误#403>”“{{姓名}}”的见http://zc.example.cn/a_b?x=1。",
    )
    box = p("温馨提示：材料请按目录装订。")
    anchored = (
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{box}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    made.add(
        "高级400元/人，答辩费1,200元。", anchored, shown="高级400元/人，答辩费1,200元。温馨提示：材料请按目录装订。"
    )
    made.add("云岭州职称评审委员会办公室（代章）", properties=_RIGHT)
    made.add("2024年8月　日", properties=_RIGHT)
    made.add("抄　送：州委组织部")
    made.add("云岭州职称评审委员会办公室　　2024年8月20日印制")
    made.add("共印50份")
    return made.file(), made.words


NOTICES: dict[str, Callable[[], tuple[bytes, str]]] = {
    "numbered": numbered,
    "joint": joint,
    "issuing": issuing,
    "with_forms": with_forms,
    "odd": odd,
}
