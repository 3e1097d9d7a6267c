"""A sample article in the manner of a translated wire report, with the usual faults; written for this project."""
