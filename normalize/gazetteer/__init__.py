"""From files to entities, and from names to the entities they may name."""
