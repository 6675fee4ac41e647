"""A deck that is to be replaced, kept beside under a name with the day."""

from __future__ import annotations

import datetime
import shutil

from deckgen.cli.language import say
from deckgen.pull.guard import copy_name
from deckgen.write.save import explained


def keep_copy(path: str) -> str:
    """Where the copy is; raise `SaveError` when it cannot be made, and then nothing is replaced."""
    try:
        copy = copy_name(path, datetime.date.today(), say("pull/copy-name", day="{day}"))
        shutil.copy2(path, copy)
    except OSError as error:
        raise explained(path, error) from error
    return copy
