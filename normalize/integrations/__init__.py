"""Other pipelines: each adapter is a few lines over `Cleaner.clean`, and imports its framework only when used."""
