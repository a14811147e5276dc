"""Lists of applicants, whatever the file: workbook, CSV, YAML, JSON Lines, an applicant's own sheet, or a folder.

Records come one by one, never all at once; the campaign and the units are read once. A record that cannot be used is
told by its place and stops no other.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import FindingsError, UsageError
from generator.finding import Finding, Place
from generator.loading import json_lines, yaml_documents
from generator.loading.entry import Entry
from generator.loading.load import Loaded, join
from generator.loading.record import Read
from generator.loading.shared import Shared, Tell
from generator.loading.tables import delimited, workbook
from generator.loading.tables.headings import fold
from generator.loading.tables.sheets import Tables
from generator.loading.validation import validate
from generator.model.applicant import Applicant
from generator.model.campaign import Campaign
from generator.model.records import APPLICANT, RECORDS
