"""The sealed case file `.netra`: writer and strict reader."""
