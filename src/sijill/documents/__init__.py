"""Texts as they come in: loaded, decoded, and known by their content."""
