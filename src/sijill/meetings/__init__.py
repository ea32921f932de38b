"""Meetings: which sitting, when, where and who."""
