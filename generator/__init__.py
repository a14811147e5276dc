"""Zhicheng: documents for professional-title review (职称评审), from YAML to Word and PDF."""

__version__ = "0.1.0"
