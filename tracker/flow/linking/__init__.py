"""Records become candidate links: profiles, keys, comparison, proposals."""
