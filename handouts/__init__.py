"""Print-ready patient leaflets in many languages, from curated content and gettext catalogs."""

__version__ = "0.1.0"
