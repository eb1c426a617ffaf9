"""Every test source stands in a CMakeLists.txt, so that none can be left out quietly."""

import pathlib
import sys

root = pathlib.Path(sys.argv[1]) / "tests"
listed = "".join(p.read_text() for p in root.rglob("CMakeLists.txt"))
missing = [str(p.relative_to(root)) for p in root.rglob("test_*.cpp") if str(p.relative_to(root)) not in listed]
if missing:
    sys.exit("not built: " + ", ".join(sorted(missing)))
