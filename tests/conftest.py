"""What every test starts from: no screen, no user settings of this machine, the same random choices each time."""

from __future__ import annotations

import os
import tempfile

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
#: Settings, recent projects and untitled projects of the tests stay apart from those of whoever runs them.
_home = tempfile.TemporaryDirectory(prefix="dateline-tests-")
for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[variable] = f"{_home.name}/{variable.lower()}"

settings.register_profile("dateline", derandomize=True, deadline=None)
settings.load_profile("dateline")
