"""English: why a file was not written."""

WORDS: dict[str, str] = {
    "save/is-input": "{path} is the file {input} that was read; nothing was written. Choose another name with -o.",
    "save/no-path": "not usable as the name of a file: {path}",
    "save/folder": "{path} is a folder; choose another name.",
    "save/no-file": "{path} is a pipe or a device, not a file; choose another name.",
    "save/locked": "Cannot write {path}: it may be open in {holder}, close it first (or you may lack permission); the old file is untouched.",
    "save/full": "The disk is full, {path} was not written; an old file is untouched, make room and try again.",
    "save/refused": "Cannot write {path}: {reason}; choose another place or name.",
    "save/no-name": "No file name was given (“{path}”), so nothing was written.",
    "save/device-name": "{path} is the name of a device on Windows and could not be opened there; choose another name.",
    "save/powerpoint": "PowerPoint or WPS",
    "save/excel": "Excel or WPS",
    "save/another-program": "another program",
    "save/windows-sign": '{path} holds a sign that no name on Windows may have (: * ? " < > |); choose another name.',
    "save/windows-end": "a part of {path} ends in a space or a dot, which Windows drops; choose another name.",
    "save/windows-long": "{path} is too long: PowerPoint opens no path of more than 259 characters; take a folder higher up, or a shorter name.",
}
