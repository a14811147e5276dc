"""The items of the lint, each with its strength, level and basis.

Those of the first table are of the checklist of GB/T 9704-2012 that inspection uses too, the others are the lint's own.
The level is warning where the standard demands or recommends, hint where it is practice or taste, or where text alone
cannot decide. No wording is an error: errors stop documents.

Left to inspection, which sees the page: of PUNC-17 where the lines of a page end (here: where paragraphs do), of NUM-07
whether a number is broken, of TXT-03 what stands between paragraphs. Of NUM-01 centuries and decades are left out:
GB/T 15835-2011, 4.3 lets them be written either way. Bases name a clause where its number is sure.
"""

from generator.lint.remark import Item

_MARKS, _NUMBERS, _LAYOUT = "GB/T 15834-2011", "GB/T 15835-2011", "GB/T 9704-2012"
_PRACTICE = "公文写作实务"

_OF_THE_STANDARD = (
    Item("PUNC-01", "应", "warning", f"{_MARKS} 4.9.3；{_LAYOUT} 7.2.5", "发文字号中的年份用六角括号〔〕括入"),
    Item("PUNC-02", "推荐", "warning", f"{_MARKS} 4.13.3.2", "时间起止用一字线“—”"),
    Item("PUNC-03", "应", "warning", f"{_MARKS} 4.13.3.2；{_NUMBERS} 5.1", "数值范围用浪纹线“～”或一字线“—”"),
    Item("PUNC-04", "推荐", "hint", f"{_MARKS} 4.5.3.5", "并列的书名号之间、并列的引号之间通常不用顿号"),
    Item(
        "PUNC-05",
        "应",
        "warning",
        f"{_MARKS} 4.8.3.4、4.15.3.5",
        "引号里再用引号、书名号里再用书名号，外面一层用双，里面一层用单",
    ),
    Item(
        "PUNC-06",
        "应",
        "warning",
        f"{_MARKS} B.3",
        "序次语后的标点：“一”后用顿号，“1”后用下脚点，带括号的后面不用标点，“第一”“首先”后用逗号",
    ),
    Item("PUNC-07", "应", "warning", f"{_MARKS} 5.1", "中文里用全角标点，不混用半角"),
    Item("PUNC-08", "应", "warning", f"{_MARKS} 4.8.2", "中文引号用“”‘’"),
    Item("PUNC-09", "应", "warning", f"{_MARKS} 4.10.2、4.11.2", "破折号为——，省略号为……，省略号不与“等”连用"),
    Item("PUNC-10", "应", "warning", f"{_MARKS} 4.5.3.4", "相邻两数字表示概数，中间不用顿号"),
    Item("PUNC-11", "应", "warning", f"{_MARKS} A.13.1", "课程、课题、证照、机构、会议、活动等名称不用书名号"),
    Item(
        "PUNC-12",
        "应",
        "hint",
        f"{_MARKS} 4.14.3.5",
        "以月、日为标志的事件，汉字数字只在一、十一、十二月后用间隔号，阿拉伯数字的月、日之间都用",
    ),
    Item("PUNC-13", "应", "hint", f"{_MARKS} A.1", "图、表的短语式说明文字，末尾不用句号"),
    Item("PUNC-14", "应", "warning", f"{_MARKS} A.5", "分项列举的各项中，有一项里面已用句号的，各项末尾不再用分号"),
    Item("PUNC-15", "应", "warning", f"{_MARKS} A.4.2", "年月日不用点、斜线、顿号分开，公文里写“×年×月×日”"),
    Item("PUNC-16", "推荐", "warning", f"{_MARKS} B.1.2", "并列成分后的“等”前面不用顿号"),
    Item(
        "PUNC-17",
        "应",
        "warning",
        f"{_MARKS} 5.1",
        "点号和后一半标号不在行首，前一半标号不在行末，破折号、省略号不断开",
    ),
    Item("PUNC-18", "应", "warning", f"{_MARKS} 4.1—4.7", "点号不叠用，一句里不套用冒号"),
    Item("PUNC-19", "实务", "hint", "《党政机关公文处理工作条例》；公文写作实务", "引用公文先引标题，后引发文字号"),
    Item("PUNC-20", "实务", "hint", _PRACTICE, "汉字之间，汉字与阿拉伯数字、西文之间不空格"),
    Item(
        "NUM-01", "应", "warning", f"{_NUMBERS} 4.1、5.1；{_LAYOUT} 7.3.5.4", "公历年、月、日用阿拉伯数字，年份写全四位"
    ),
    Item("NUM-02", "应", "warning", f"{_LAYOUT} 7.3.5.4", "月、日不编虚位（1不写作01）"),
    Item("NUM-03", "应", "warning", f"{_NUMBERS} 5.1", "数值范围的两端，省略会造成歧义的单位和符号都要写"),
    Item("NUM-04", "推荐", "hint", f"{_NUMBERS} 5.1.1", "千分撇用半角“,”，小数写出整数位的0"),
    Item(
        "NUM-05",
        "应",
        "warning",
        f"{_NUMBERS} 5.2.1；{_MARKS} 4.5.3.4",
        "概数不用阿拉伯数字连写，不重复“约……左右”",
    ),
    Item("NUM-06", "应", "warning", f"{_NUMBERS} 5.2.5", "汉字数字编号、年份中的零用“〇”"),
    Item("NUM-07", "推荐", "warning", f"{_NUMBERS} 5.1", "阿拉伯数字用半角"),
    Item("NUM-08", "推荐", "hint", f"{_NUMBERS} 4.1", "时刻用24小时制，写“14:30”或“14时30分”；同类数字体例一致"),
    Item("NUM-09", "应", "hint", f"{_LAYOUT} 9", "计量单位用法定单位"),
    Item("TXT-01", "实务", "hint", _PRACTICE, "收束语写“特此通知。”，不用叹号，不写“此致敬礼”"),
    Item("TXT-02", "实务", "hint", _PRACTICE, "正文提到的附件与附件说明一一对应"),
    Item("TXT-03", "实务", "hint", _PRACTICE, "段首空格由段落格式排出，不打空格、制表符"),
    Item("HEAD-09", "应", "warning", f"{_LAYOUT} 7.2.5", "发文字号的年份标全称，顺序号不加“第”，不编虚位"),
    Item(
        "TITLE-06",
        "实务",
        "hint",
        f"{_MARKS} B.4；{_PRACTICE}",
        "标题末尾不用标点，标题中除书名号、括号、引号、顿号外一般不用标点",
    ),
    Item("RECIP-02", "应", "warning", f"{_LAYOUT} 7.3.2", "最后一个主送机关名称后标全角冒号"),
    Item(
        "RECIP-04",
        "实务",
        "hint",
        f"{_MARKS} 4.4、4.5；{_PRACTICE}",
        "主送机关，同类之间用顿号，类与类之间用逗号",
    ),
    Item("BODY-05", "应", "warning", f"{_LAYOUT} 7.3.3", "结构层次序数依次用“一、”“（一）”“1.”“（1）”标注"),
    Item("BODY-07", "实务", "hint", f"{_MARKS} B.4；{_PRACTICE}", "单独成行的层次标题，末尾不加标点"),
    Item("ATTREF-01", "应", "warning", f"{_LAYOUT} 7.3.4", "附件说明以“附件”二字和全角冒号开头"),
    Item(
        "ATTREF-02",
        "应",
        "warning",
        f"{_LAYOUT} 7.3.4",
        "有几个附件的用阿拉伯数字标序（附件：1.××××），只有一个的不编号",
    ),
    Item("ATTREF-03", "应", "warning", f"{_LAYOUT} 7.3.4", "附件名称后不加标点"),
    Item("SIGN-12", "应", "warning", f"{_LAYOUT} 7.3.5.5", "署名所在的页须有正文，不写“此页无正文”"),
    Item("ATT-02", "应", "warning", f"{_LAYOUT} 7.3.7", "附件页的“附件”和顺序号后面不加标点"),
    Item("REC-04", "应", "warning", f"{_LAYOUT} 7.4.2", "“抄送”后加全角冒号，最后一个抄送机关后标句号"),
)
_OF_OUR_OWN = (
    Item("PAIR-01", "应", "warning", f"{_MARKS} 4.8.2、4.9.2、4.15.2", "引号、括号、书名号成对使用"),
    Item("DATE-01", "实务", "warning", "公历", "日期应是历书上有的，止日不早于起日"),
    Item("DATE-02", "实务", "hint", _PRACTICE, "起止日期写明年份"),
    Item("YEAR-01", "实务", "warning", _PRACTICE, "不是本年度的年份，可能是上一年文件留下的"),
    Item("WORD-01", "推荐", "hint", "《现代汉语词典》；《第一批异形词整理表》（GF 1001-2001）", "宜用推荐的写法"),
    Item("WORD-02", "实务", "hint", _PRACTICE, "字、词不重复写两遍"),
)
ITEMS: dict[str, Item] = {item.id: item for item in (*_OF_THE_STANDARD, *_OF_OUR_OWN)}
