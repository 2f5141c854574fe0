"""Pictures: a blueprint drawn as SVG, for people."""

from cxblueprint.pictures.engines import ENGINES, is_automatic
from cxblueprint.pictures.picture import Picture, Table
from cxblueprint.pictures.theme import Mode, Theme, page_css
from cxblueprint.pictures.theming import settings_of, theme_from
from cxblueprint.pictures.views import VIEWS, View, view_named

__all__ = [
    "ENGINES",
    "VIEWS",
    "Mode",
    "Picture",
    "Table",
    "Theme",
    "View",
    "is_automatic",
    "page_css",
    "settings_of",
    "theme_from",
    "view_named",
]
