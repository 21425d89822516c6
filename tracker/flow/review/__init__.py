"""People decide what comparison proposed."""
