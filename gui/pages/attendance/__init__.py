"""Attendance of many: one table of all respondents at an incident, and lists of others."""
