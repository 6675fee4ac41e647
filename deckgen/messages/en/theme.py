"""English: rules `theme/…` → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "theme/color": ("“{got}” is not a colour", "write six hexadecimal digits such as A8161B; quote them if all are digits"),
    "theme/shade": ("shade or opacity of “{got}” is out of range", "shades are -100 to 100, opacity is 0% to 100%, as in accent1 -20 80%"),
    "theme/sizes": ("sizes should fall", "write as [32, 28, 24]; the last is the floor"),
    "theme/range": ("`{key}` should be between {least} and {most}, not “{got}”", "choose a number in that range"),
    "theme/too-many": ("`{key}` has {count} entries; the most is {most}", "remove some"),
    "theme/path": ("the path “{got}” cannot be understood", "start with M; only M, L, C, Z with coordinates in design pixels"),
    "theme/box": ("`{key}` should be four numbers: [left, top, width, height]", "in design pixels on a page 720 high"),
    "theme/off-page": (
        "`{key}` reaches over the page, or is too small",
        "the page is {width} wide and {height} high; the least is {least}",
    ),
    "theme/margins": ("too little is left between the margins", "leave at least {width} × {height} design pixels"),
    "theme/gradient": ("a gradient has two to {most} colours", "write as gradient: [accent1, accent1 -20]"),
    "theme/extends-itself": (
        "the theme “{name}” leads back to itself, or themes are nested more than {most} deep",
        "extends should name another theme",
    ),
    "theme/not-a-deck": (
        "this file cannot be opened: it is no .pptx, .potx or .ppsx",
        "save it in PowerPoint or WPS as a PowerPoint template (.potx) and try again; other themes work meanwhile",
    ),
    "theme/encrypted": (
        "the template has a password and cannot be read",
        "remove it in PowerPoint (File → Info → Protect Presentation) and try again",
    ),
    "theme/too-large": (
        "the template is too large: unpacked it holds more than the limit",
        "delete sample slides and large pictures and save it as .potx",
    ),
    "theme/page-size": (
        "the page of the template is {width} × {height} points, on which nothing can be set",
        "it must be 72 points high at least and between 1:2 and 6:1: Design → Slide Size",
    ),
    "theme/no-master": ("the template has no slide master", "open it in PowerPoint and save it as .potx"),
    "theme/macros": ("the template holds macros ({name}) and is not used", "save it in PowerPoint as .potx without macros"),
    "theme/no-layouts": (
        "the template has no layouts, so nothing can stand on it",
        "add a layout in PowerPoint (View → Slide Master), or choose another theme",
    ),
}
