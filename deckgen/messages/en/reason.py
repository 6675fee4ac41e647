"""English: why the operating system refused."""

WORDS: dict[str, str] = {
    "reason/no-folder": "there is no such folder",
    "reason/file-in-path": "part of the path is a file, not a folder",
    "reason/no-permission": "no permission",
    "reason/read-only": "the disk is read-only",
    "reason/too-large": "larger than files may be",
    "reason/quota": "the disk quota is exceeded",
    "reason/disk-full": "the disk is full",
    "reason/name-too-long": "the name is too long",
    "reason/disk-failed": "the disk failed",
    "reason/in-use": "it is open in another program; close it first",
    "reason/no-name": "the name holds a sign that Windows does not allow",
}
