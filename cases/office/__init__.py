"""The desk of the district office: import, receipts."""
