"""Facts that belong to no language, with their names in Arabic, English and Russian, and their sources."""
