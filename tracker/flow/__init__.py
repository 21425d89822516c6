"""The deeds of the work, in their order: intake, linking, review, telling."""
