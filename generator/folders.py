"""Which folder each file's documents go to."""

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from generator.loading.load import Loaded
from generator.model.campaign import Campaign
from generator.output import safe_name


def output_folders(loaded: Sequence[Loaded], root: Path) -> dict[Path, Path]:
    """For each data file `<root>/<campaign>[/<applicant>]`, or `<root>/<file>` of what belongs to no campaign.

    People of one name, and files of one name, are kept apart.
    """
    folders: dict[Path, Path] = {}
    taken: set[str] = set()
    for item in loaded:
        case = item.case
        if case.applicant:
            above, names = root / campaign_folder(case.campaign), _folder_names(case.applicant.name, item.path.stem)
        elif case.campaign:
            folders[item.path] = root / campaign_folder(case.campaign)
            continue
        else:
            above, names = root, _folder_names(item.path.stem, item.path.resolve().parent.name)
        folder = next(path for name in names if str(path := above / name).casefold() not in taken)
        taken.add(str(folder).casefold())
        folders[item.path] = folder
    return folders


def campaign_folder(campaign: Campaign) -> str:
    """2024年度巴音郭楞蒙古自治州档案系列: two prefectures' campaigns never share a folder."""
    return safe_name(f"{campaign.year}年度{campaign.prefecture}{campaign.series}系列")


def _folder_names(name: str, file: str) -> Iterator[str]:
    """张三, 张三（zhang）, 张三（zhang 2）…: the first that is free is taken."""
    yield safe_name(name)
    yield safe_name(f"{name}（{file}）")
    yield from (safe_name(f"{name}（{file} {number}）") for number in count(2))
