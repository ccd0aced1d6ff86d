"""How the tables that confidence is read from are made. Nothing here runs while articles are read."""
