"""English: rules `render/…` → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "render/no-office": (
        "LibreOffice is not there (WPS and PowerPoint cannot stand in for it)",
        "install it: {install}; name it with --soffice if it is elsewhere; --engine svg makes pictures without it",
    ),
    "render/not-the-office": ("`{got}` is no LibreOffice that runs", "name the program soffice or the folder of LibreOffice, such as /opt/libreoffice7.6"),
    "render/office-failed": ("LibreOffice did not convert it: {said}", "see whether LibreOffice or PowerPoint can open the file"),
    "render/timeout": ("LibreOffice was not done within {seconds} seconds and was stopped", "give it more with --timeout when there are many slides"),
    "render/broken-deck": ("this is no sound .pptx file", "it may not be downloaded in full; open it in PowerPoint or WPS and save a copy"),
    "render/too-large": ("it unpacks to far too much, and was not given to LibreOffice", "open nothing of unknown origin; compress pictures and films of your own"),
    "render/encrypted": ("this is an old .ppt file, or it has a password", "save it as a .pptx without password in PowerPoint or WPS"),
    "render/no-slides": ("there are no slides in it", "see whether this is the file you mean"),
    "render/other-format": ("a file of this kind cannot be rendered", "name an outline (.yaml) or a deck (.pptx)"),
    "render/deck-needs-office": ("--engine svg draws outlines, not decks", "leave out --engine svg, and LibreOffice draws it"),
    "render/pdf-needs-office": ("PDF and handouts are made by LibreOffice", "leave out --engine svg, or ask for --to png"),
    "render/range": ("“{got}” of --slides cannot be understood", "write 3-9 or 1,4,7-"),
    "render/range-backwards": ("“{got}” of --slides runs backwards", "did you mean {better}?"),
    "render/no-such-slide": ("there is no slide {number}", "--slides goes from 1 to {count}"),
    "render/no-chinese-face": ("the system has no Chinese face, the pictures would have no text", "install one: sudo apt-get install fonts-noto-cjk (Windows and macOS bring their own)"),
}  # fmt: skip

WORDS: dict[str, str] = {
    "render/install-on-linux": "sudo apt-get install libreoffice-impress fonts-noto-cjk (Fedora: sudo dnf install libreoffice-impress google-noto-cjk-fonts)",
    "render/no-reason": "it gave no reason",
}
