"""HTML that cannot be broken by data: every piece of text is escaped unless it was made here."""

from html import escape


class Markup(str):
    """HTML made by `tag`; anything else is text and is escaped."""

    __slots__ = ()


def text(value: object) -> Markup:
    """A value as escaped text."""
    return value if isinstance(value, Markup) else Markup(escape(str(value), quote=True))


def join(parts: object, separator: str = "") -> Markup:
    """Several pieces one after another, each escaped where it is data."""
    assert isinstance(parts, (list, tuple))
    return Markup(text(separator).join(text(part) for part in parts if part is not None))


_VOID = frozenset({"img", "br", "hr", "col"})


def tag(name: str, *children: object, **attributes: str | int | None) -> Markup:
    """One element. `class_` becomes class, underscores become hyphens; None leaves an attribute out."""
    pairs = [
        f' {key.rstrip("_").replace("_", "-")}="{text(value)}"'
        for key, value in attributes.items()
        if value is not None
    ]
    opening = f"<{name}{''.join(pairs)}>"
    return Markup(opening if name in _VOID else f"{opening}{join(children)}</{name}>")


def markdown_text(value: object) -> str:
    """A value for a label that Streamlit reads as Markdown: shown literally."""
    marks = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>()#+-.!|~:$^&"})
    return str(value).translate(marks).replace("\n", " ")
