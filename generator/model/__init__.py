"""What the data means: frozen models with Chinese names. Any text a person may type is accepted."""
