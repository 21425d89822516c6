"""How well names are found and people linked, measured on the product's own tables, apart from the office's."""
