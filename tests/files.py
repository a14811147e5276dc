"""Data files of invented applicants, written where a test wants them."""

from pathlib import Path
from zlib import crc32

from generator.resources import data_folder
from generator.rules.identity_numbers import id_check

CAMPAIGN = data_folder() / "campaigns" / "bazhou-archives-2024.yaml"
UNIT = data_folder() / "units" / "licheng-data.yaml"
FOLDER = "2024年度巴音郭楞蒙古自治州档案系列"
APPLICANT = """\
类型: 申报人
评审: bazhou-archives-2024
单位: licheng-data
姓名: {name}
身份证号: {number}
申报: {{系列: 档案, 专业: 档案, 级别: 初级}}
{more}
"""


def applicant(folder: Path, file: str, name: str = "张三", more: str = "") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{file}.yaml"
    path.write_text(APPLICANT.format(name=name, more=more, number=id_number(file)), "utf-8")
    return path


def id_number(key: str) -> str:
    """A man's number, invented, with a right check character; another one for another key."""
    rest, sequence = divmod(crc32(key.encode()), 500)
    rest, day = divmod(rest, 28)
    rest, month = divmod(rest, 12)
    number = f"990104{1970 + rest % 30}{month + 1:02}{day + 1:02}{sequence * 2 + 1:03}"
    return number + id_check(number)
