"""The build hook that puts compiled modules into the wheel; off, unless it is asked for.

    HATCH_BUILD_HOOKS_ENABLE=1 pip install .

Needs a C compiler. The wheel then holds each module twice, as Python and compiled, of which Python
imports the compiled one, and is for one platform and one version of Python.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledModules(BuildHookInterface[Any]):
    """Compiles newsie for a wheel; source archives and editable installations stay Python."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and tell hatch of what was made."""
        if self.target_name != "wheel" or version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory()
        compiler = Path(self.root) / "compiled" / "compile.py"
        source = Path(self.root) / "src"
        subprocess.run([sys.executable, compiler, source, self._folder.name], check=True)
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        made = Path(self._folder.name) / "made"
        for path in made.rglob("*"):
            if path.is_file():
                build_data["force_include"][str(path)] = path.relative_to(made).as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made, once it is in the wheel."""
        if self.target_name == "wheel" and version != "editable":
            self._folder.cleanup()
