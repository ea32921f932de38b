"""English: its word lists and its inflection."""
