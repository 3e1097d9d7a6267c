"""Keeping a gazetteer: order, edits that can be undone, what changed, what to look at next."""
