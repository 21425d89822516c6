"""How much one list may ask of the machine, each limit with its reason."""

MEBIBYTE = 1024 * 1024

# A list of a million rows and ten columns is about 80 MiB as CSV and 60 MiB as XLSX.
FILE_BYTES = 100 * MEBIBYTE

# A file up to this size is read whole while somebody waits for the page; of a larger one, the beginning.
AT_ONCE_BYTES = 2 * MEBIBYTE

# That XLSX inflates to about 700 MiB of XML.
INFLATED_BYTES = 1024 * MEBIBYTE

# Repetitive lists deflate to a fiftieth; deflate itself cannot pass 1:1032, which is what a bomb comes near.
INFLATE_RATIO = 200

# Below this even the worst ratio costs nothing, and small empty-looking workbooks reach high ratios.
RATIO_FREE_BYTES = 16 * MEBIBYTE

# A workbook has a dozen parts and a few for each sheet and picture.
ZIP_ENTRIES = 5_000

# A register has a sheet for each branch, month or letter; each sheet costs whoever looks at it later.
SHEETS = 250

# Hidden rows and merged cells of all sheets together: what the parent keeps of them costs a hundred bytes each.
FACTS = 200_000

# Excel's own limit for the text of one cell.
CELL_CHARACTERS = 32_767

# Excel ends here: a longer list was never seen whole by whoever made it.
ROWS = 1_048_576

# Prison registers have about twenty columns; a thousand filled ones are not a list of people.
COLUMNS = 1_000

# Address space of the child: the largest list accepted above takes about 1.5 GiB while it is read.
CHILD_BYTES = 2_560 * MEBIBYTE

# A damaged small file is answered within ten seconds, the child's start and the parent's own work included; a
# sound one is read at more than 2 MiB a second.
CHILD_SECONDS = 8
CHILD_SECONDS_PER_MEBIBYTE = 1.0

# By the clock a long list may take longer: on a busy machine the child waits for its turn.
PATIENCE_PER_MEBIBYTE = 5.0
