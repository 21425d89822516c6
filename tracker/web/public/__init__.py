"""Pages for families: search, private inquiry, and what is done with what they write."""
