"""The records of a list for a batch: read cheaply one by one, and made into a case by whoever works on them."""

from collections.abc import Iterator
from pathlib import Path

from generator.errors import UsageError
from generator.finding import Finding
from generator.loading.entry import Entry
from generator.loading.lists import Refused, joined, read_entries
from generator.loading.load import Loaded, load_case
from generator.loading.shared import Shared
from generator.model.campaign import Campaign


class RecordList:
    """The list at `path` (a file, or a folder of lists) under one campaign. It can be handed to another process."""

    def __init__(self, path: Path, campaign: Path):
        self.path = path
        self.campaign_path = campaign
        self.told: dict[Finding, None] = {}
        """What concerns the list and no single person, each once."""
        self._campaign: Loaded | None = None
        self._shared: dict[Path, Shared] = {}

    def __getstate__(self) -> tuple[Path, Path]:
        return self.path, self.campaign_path

    def __setstate__(self, state: tuple[Path, Path]) -> None:
        self.__init__(*state)

    @property
    def loaded_campaign(self) -> Loaded:
        """The campaign's own case. Raises FindingsError; UsageError for what is no campaign."""
        if self._campaign is None:
            self._campaign = load_case(self.campaign_path)
            if self._campaign.case.campaign is None:
                raise UsageError(f"{self.campaign_path}：不是年度评审数据，请用 --campaign 指定年度评审数据文件")
        return self._campaign

    @property
    def campaign(self) -> Campaign:
        return self.loaded_campaign.case.campaign

    def entries(self) -> Iterator[Entry]:
        """The records as typed, in their order. Raises FindingsError, UsageError where no list can be read."""
        yield from read_entries(self.path, self._tell)

    def load(self, entry: Entry) -> Loaded | Refused:
        """The record with its unit and the campaign, or why it cannot be used."""
        file = Path(entry.source.file)
        if file not in self._shared:
            self._shared[file] = Shared(file, self.loaded_campaign, self._tell)
        return joined(entry, self._shared[file])

    def _tell(self, finding: Finding) -> None:
        self.told[finding] = None
