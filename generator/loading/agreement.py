"""What an applicant's file and the campaign must agree on before any document makes sense."""

from typing import Any

from generator.finding import Finding
from generator.loading.source_map import SourceMap
from generator.model.campaign import Campaign

_APPLICATION = "申报"


def disagreements(applicant: dict[str, Any], campaign: Campaign, source: SourceMap) -> list[Finding]:
    """The applicant's series, specialty, level and track must be among those that the campaign reviews.

    `applicant` is the file's content as typed, so that this is found together with whatever else is wrong with it.
    """
    application = applicant.get(_APPLICATION)
    offered = {
        "系列": (campaign.series,),
        "专业": campaign.specialties,
        "级别": campaign.levels,
        "申报类型": tuple(track.name for track in campaign.tracks),
    }
    return [
        Finding(
            "agreement",
            "error",
            f"{campaign.year}年度评审没有“{application[name]}”这个{name}",
            f"{_APPLICATION}.{name}",
            f"请写“{'”或“'.join(names)}”，或核对所用的年度评审",
            place=source.place((_APPLICATION, name)),
        )
        for name, names in offered.items()
        if isinstance(application, dict)
        and isinstance(application.get(name), str)
        and application[name].removesuffix(name) not in {offer.removesuffix(name) for offer in names}
    ]
