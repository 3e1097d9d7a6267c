"""The shipped rules: data, read by `checks.rulefile`."""
