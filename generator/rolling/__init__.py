"""This year's file from last year's: dates proposed, years carried on, and everything a person has to confirm marked.

The file is never written anew: single values are edited where they stand, so that comments, order and form stay.
"""
