"""What readers give, made whole: lines to paragraphs, debris of pages and converters gone."""
