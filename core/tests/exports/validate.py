"""Gives exports to fhir.resources, whose models hold FHIR R4B: for bundles and observations the same as R4.

It sees what validate.mjs passes over: two values in place of one, empty text, times that are none. Run by hand when the
export changes (docs/exports.md):

    pip install fhir.resources
    python validate.py              checks bundle.json, then that broken ones fail
    python validate.py FILE...      checks exports of your own
"""

import json
import sys
from pathlib import Path

from fhir.resources.R4B.bundle import Bundle

HERE = Path(__file__).parent


def problems(bundle):
    try:
        again = json.loads(Bundle.model_validate(bundle).model_dump_json())
    except ValueError as error:
        return [line.strip() for line in str(error).splitlines()[1:3]]
    # Written again, nothing may have got lost; UTC it writes in its own way.
    same = json.dumps(again, sort_keys=True) == json.dumps(bundle, sort_keys=True).replace("+00:00", "Z")
    return [] if same else ["read and written again it is another"]


def spoil(bundle, change):
    """Changes the value at a JSON pointer, or takes it away."""
    *path, last = change["at"][1:].split("/")
    parent = bundle
    for key in path:
        parent = parent[int(key)] if isinstance(parent, list) else parent[key]
    if "put" in change:
        parent[last] = change["put"]
    else:
        del parent[last]
    return bundle


failed = False
for name in sys.argv[1:] or [HERE / "bundle.json"]:
    found = problems(json.loads(Path(name).read_text("utf-8")))
    print("valid:" if not found else "NOT VALID:", name, *found)
    failed |= bool(found)
if not sys.argv[1:]:
    for change in json.loads((HERE / "broken.json").read_text("utf-8")):
        found = problems(spoil(json.loads((HERE / "bundle.json").read_text("utf-8")), change))
        print(*(["found:", change["what"] + ":", *found] if found else ["not seen by this one:", change["what"]]))
        failed |= not found and change["what"].startswith("no ")
sys.exit(failed)
