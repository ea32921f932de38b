"""Arabic: its word lists and its inflection."""
