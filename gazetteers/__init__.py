"""The shipped gazetteer: facts as tab-separated source files, described in the README."""
