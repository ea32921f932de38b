"""Work over many documents: measuring, auditing, long runs."""
