"""From the user's files to models, with the place of every value kept."""
