"""The register: readings kept, each row once, with its words and its document."""
