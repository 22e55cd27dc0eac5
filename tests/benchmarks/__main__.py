"""`make bench`: runs the benchmarks of this folder, each in a process of its own, and prints their figures.

python -m tests.benchmarks [NAME…]
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    """Run the named benchmarks, or all; 1 when one of them fails."""
    known = sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))
    chosen = sys.argv[1:] or known
    unknown = set(chosen) - set(known)
    if unknown:
        print(f"no benchmark called {', '.join(sorted(unknown))}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    failed = 0
    for name in chosen:
        print(f"── {name}", flush=True)
        failed |= subprocess.run([sys.executable, "-m", f"tests.benchmarks.bench_{name}"], check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
