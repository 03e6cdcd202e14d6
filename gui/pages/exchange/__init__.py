"""Case files on their way: sealed for the office, checked, taken in there."""
