"""The public listing: what strangers may find, by consent alone."""
