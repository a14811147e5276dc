"""Wording: a text in, remarks out, after GB/T 15834-2011 (marks), GB/T 15835-2011 (numbers) and GB/T 9704-2012."""

from generator.lint.check import PlacedRemark, lint, lint_lines
from generator.lint.remark import Remark

__all__ = ["PlacedRemark", "Remark", "lint", "lint_lines"]
