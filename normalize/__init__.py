"""Machine-translated and scraped text made trustworthy."""
