"""A text as what is to be read of it: sentences and headlines, their language, their words."""
