"""`python -m generator` is the `zhicheng` command."""

from generator.cli import main

main()
