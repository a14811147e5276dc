"""theme1.xml: the least theme that validators accept. No style refers to its fonts or colours."""

from typography import FANGSONG, HEITI

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_ACCENTS = "".join(f'<a:accent{number}><a:srgbClr val="000000"/></a:accent{number}>' for number in range(1, 7))
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def _font(tag: str, name: str) -> str:
    return f'<a:{tag}><a:latin typeface="{name}"/><a:ea typeface="{name}"/><a:cs typeface=""/></a:{tag}>'


THEME = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<a:theme xmlns:a="{_A}" name="公文"><a:themeElements><a:clrScheme name="公文">'
    '<a:dk1><a:srgbClr val="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>'
    '<a:dk2><a:srgbClr val="000000"/></a:dk2><a:lt2><a:srgbClr val="FFFFFF"/></a:lt2>'
    f'{_ACCENTS}<a:hlink><a:srgbClr val="000000"/></a:hlink><a:folHlink><a:srgbClr val="000000"/></a:folHlink>'
    f'</a:clrScheme><a:fontScheme name="公文">{_font("majorFont", HEITI)}{_font("minorFont", FANGSONG)}</a:fontScheme>'
    f'<a:fmtScheme name="公文"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>'
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
    "</a:fmtScheme></a:themeElements></a:theme>"
)
