"""The items of the lint, each with its clause and level.

Those of the first table are of the checklist of GB/T 9704-2012 that inspection uses too, the others are the lint's own.
The level is error where the standard demands (应), warning where it recommends or where text alone cannot quite decide,
hint where it is practice or taste.

Left to inspection, which sees the page: PUNC-17 (marks at the edges of lines) and TXT-03 (spacing by blank paragraphs).
Of PUNC-18 the second half (no colon within a colon) is left out: labels such as 联系电话： make it undecidable.
"""

from generator.lint.remark import Item

_OF_THE_STANDARD = (
    Item("PUNC-01", "GB/T 15834 4.9.3；GB/T 9704 7.2.5", "error", "发文字号中的年份用六角括号〔〕括入"),
    Item("PUNC-02", "GB/T 15834 4.13.3.2", "warning", "时间起止用一字线“—”"),
    Item("PUNC-03", "GB/T 15834 4.13.3.2；GB/T 15835 5.1.3", "error", "数值范围用浪纹线“～”或一字线“—”"),
    Item("PUNC-04", "GB/T 15834 4.5.3.5", "hint", "并列的书名号之间、并列的引号之间通常不用顿号"),
    Item(
        "PUNC-05",
        "GB/T 15834 4.8.3.4、4.15.3.5",
        "error",
        "引号里再用引号、书名号里再用书名号，外面一层用双，里面一层用单",
    ),
    Item(
        "PUNC-06",
        "GB/T 15834 B.3",
        "error",
        "序次语后的标点：“一”后用顿号，“1”后用下脚点，带括号的后面不用标点，“第一”“首先”后用逗号",
    ),
    Item("PUNC-07", "GB/T 15834 5.1", "error", "中文里用全角标点，不混用半角"),
    Item("PUNC-08", "GB/T 15834 4.8.2", "error", "中文引号用“”‘’"),
    Item("PUNC-09", "GB/T 15834 4.10.2、4.11.2", "error", "破折号为——，省略号为……，省略号不与“等”连用"),
    Item("PUNC-10", "GB/T 15834 4.5.3.4", "warning", "相邻两数字表示概数，中间不用顿号"),
    Item("PUNC-11", "GB/T 15834 A.13.1", "warning", "课程、课题、证照、机构、会议、活动等名称不用书名号"),
    Item(
        "PUNC-12",
        "GB/T 15834 4.14.3.5",
        "hint",
        "以月、日为标志的事件，汉字数字只在一、十一、十二月后用间隔号，阿拉伯数字的月、日之间都用",
    ),
    Item("PUNC-13", "GB/T 15834 A.1", "hint", "图、表的短语式说明文字，末尾不用句号"),
    Item("PUNC-14", "GB/T 15834 A.5", "warning", "分项列举的各项中，有一项里面已用句号的，各项末尾不再用分号"),
    Item("PUNC-15", "GB/T 15834 A.4.2", "warning", "年月日不用点、斜线、顿号分开，公文里写“×年×月×日”"),
    Item("PUNC-16", "GB/T 15834 B.1.2", "warning", "并列成分后的“等”前面不用顿号"),
    Item("PUNC-18", "GB/T 15834 4.1—4.7", "error", "点号不叠用"),
    Item("PUNC-19", "《党政机关公文处理工作条例》；实务", "hint", "引用公文先引标题，后引发文字号"),
    Item("PUNC-20", "实务", "hint", "汉字之间，汉字与阿拉伯数字、西文之间不空格"),
    Item("NUM-01", "GB/T 15835 4.1、5.1.4；GB/T 9704 7.3.5.4", "warning", "公历年、月、日用阿拉伯数字，年份写全四位"),
    Item("NUM-02", "GB/T 9704 7.3.5.4", "error", "月、日不编虚位（1不写作01）"),
    Item("NUM-03", "GB/T 15835 5.1.3", "warning", "数值范围的两端，省略会造成歧义的单位和符号都要写"),
    Item("NUM-04", "GB/T 15835 5.1.1", "hint", "千分撇用半角“,”，小数写出整数位的0"),
    Item("NUM-05", "GB/T 15835 5.2.1；GB/T 15834 4.5.3.4", "warning", "概数不用阿拉伯数字连写，不重复“约……左右”"),
    Item("NUM-06", "GB/T 15835 5.2.5", "warning", "汉字数字编号、年份中的零用“〇”"),
    Item("NUM-07", "GB/T 15835 书写格式", "warning", "阿拉伯数字用半角"),
    Item("NUM-08", "GB/T 15835 4.1", "hint", "时刻用24小时制，写“14:30”或“14时30分”；同类数字体例一致"),
    Item("NUM-09", "GB/T 9704 9", "hint", "计量单位用法定单位"),
    Item("TXT-01", "实务", "hint", "收束语写“特此通知。”，不用叹号，不写“此致敬礼”"),
    Item("TXT-02", "实务", "hint", "正文提到的附件与附件说明一一对应"),
    Item("HEAD-09", "GB/T 9704 7.2.5", "error", "发文字号的年份标全称，顺序号不加“第”，不编虚位"),
    Item(
        "TITLE-06", "GB/T 15834 B.4；实务", "hint", "标题末尾不用标点，标题中除书名号、括号、引号、顿号外一般不用标点"
    ),
    Item("RECIP-02", "GB/T 9704 7.3.2", "error", "最后一个主送机关名称后标全角冒号"),
    Item("RECIP-04", "GB/T 15834 4.4、4.5；实务", "hint", "主送机关，同类之间用顿号，类与类之间用逗号"),
    Item("BODY-05", "GB/T 9704 7.3.3", "error", "结构层次序数依次用“一、”“（一）”“1.”“（1）”标注"),
    Item("BODY-07", "GB/T 15834 B.4；实务", "hint", "单独成行的层次标题，末尾不加标点"),
    Item("ATTREF-01", "GB/T 9704 7.3.4", "error", "附件说明以“附件”二字和全角冒号开头"),
    Item("ATTREF-02", "GB/T 9704 7.3.4", "error", "有几个附件的用阿拉伯数字标序（附件：1.××××），只有一个的不编号"),
    Item("ATTREF-03", "GB/T 9704 7.3.4", "error", "附件名称后不加标点"),
    Item("ATT-02", "GB/T 9704 7.3.7", "error", "附件页的“附件”和顺序号后面不加标点"),
    Item("REC-04", "GB/T 9704 7.4.2", "error", "“抄送”后加全角冒号，最后一个抄送机关后标句号"),
)
_OF_OUR_OWN = (
    Item("PAIR-01", "GB/T 15834 4.8.2、4.9.2、4.15.2", "error", "引号、括号、书名号成对使用"),
    Item("DATE-01", "公历", "error", "日期应是历书上有的，止日不早于起日"),
    Item("DATE-02", "实务", "hint", "起止日期写明年份"),
    Item("YEAR-01", "实务", "warning", "不是本年度的年份，可能是上一年文件留下的"),
    Item("WORD-01", "《现代汉语词典》；《第一批异形词整理表》（GF 1001-2001）", "hint", "推荐的写法"),
    Item("WORD-02", "实务", "hint", "重复的字、词"),
)
ITEMS: dict[str, Item] = {item.id: item for item in (*_OF_THE_STANDARD, *_OF_OUR_OWN)}
