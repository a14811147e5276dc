"""What a text says that changes from year to year: dates, amounts, numbers."""
