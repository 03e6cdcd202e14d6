"""The page of one hearing, used while the person sits opposite."""
