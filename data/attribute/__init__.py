"""Which township a row belongs to: the township list, the home county, and the matcher of place texts."""
