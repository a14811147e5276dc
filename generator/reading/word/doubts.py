"""What of a Word file was left out or could not be read, said to the user."""

from pathlib import Path

from generator.finding import Finding, Level
from generator.reading.doubts import doubt, sample
from generator.reading.word.numbering import Numbering
from generator.reading.word.runs import Tally

_MESSAGES: dict[str, tuple[str, str | None, Level]] = {
    "已删除的修订": (
        "有{count}处修订标记为删除的文字没有读入{sample}",
        "请在 Word 或 WPS 里接受或拒绝全部修订后再试",
        "warning",
    ),
    "新插入的修订": ("有{count}处修订标记为插入的文字，已按正文读入", "请核对修订是否都应接受", "hint"),
    "隐藏文字": ("有{count}处隐藏文字没有读入{sample}", "若应当保留，请在 Word 里取消“隐藏”", "warning"),
    "批注": ("有{count}条批注没有读入，批注不是正文", None, "hint"),
    "图片": ("有{count}张图片，图片里的字读不到", "图片里若有文字，请照着打成字", "warning"),
    "图示": ("有{count}个图示（SmartArt、图表），里面的字读不到", "请照着打成字", "warning"),
    "嵌入的对象": ("有{count}个嵌入的对象（如 Excel 表格），里面的字读不到", "请把它改成 Word 表格或文字", "warning"),
    "公式": ("有{count}处公式，只按文字依次读出", "请对照原文核对", "warning"),
    "插入的其他文件": ("插入了{count}个其他文件，里面的字读不到", "请用 Word 打开，另存为 .docx 后再试", "warning"),
    "表中表": ("有{count}个单元格里套着表格，已改成用制表符隔开的文字", "请对照原文核对", "hint"),
    "认不出的符号": ("有{count}个符号字体的符号认不出，以“〓”代替{sample}", "请对照原文改正", "warning"),
}


def doubts_of(path: Path, tally: Tally, numbering: Numbering) -> list[Finding]:
    """A finding for each sort of thing that was left out or is doubtful."""
    found = []
    for sort, (message, remedy, level) in _MESSAGES.items():
        if tally.counts[sort]:
            quoted = f"（“{sample(tally.samples[sort])}”）" if tally.samples.get(sort, "").strip() else ""
            found.append(doubt(path, message.format(count=tally.counts[sort], sample=quoted), remedy, level))
    if numbering.unknown:
        styles = "、".join(sorted(numbering.unknown))
        found.append(
            doubt(path, f"有不认识的自动编号格式（{styles}），已按1、2、3编号", "请对照原文核对编号", "warning")
        )
    return found
