"""Checks a QTI 2.1 package against the official schemas: python qti.py PACKAGE.zip SCHEMAS

Needs lxml. SCHEMAS is a folder with imscp_v1p1.xsd and qtiv2p1/imsqti_v2p1.xsd and what they import; 1EdTech gives them out,
and the open source library qti-sdk carries them in that form. They are not part of this project.
"""

import sys
import zipfile
from pathlib import Path

from lxml import etree

PACKAGE, SCHEMAS = sys.argv[1], Path(sys.argv[2])


def schema(path):
    return etree.XMLSchema(etree.parse(str(SCHEMAS / path)))


packaging, questions = schema("imscp_v1p1.xsd"), schema("qtiv2p1/imsqti_v2p1.xsd")
faults = 0
with zipfile.ZipFile(PACKAGE) as package:
    names = package.namelist()
    for name in names:
        document = etree.fromstring(package.read(name))
        wanted = packaging if name == "imsmanifest.xml" else questions
        if not wanted.validate(document):
            faults += 1
            print(f"{name}: {wanted.error_log.last_error}")
        if name == "imsmanifest.xml":
            listed = {element.get("href") for element in document.iter("{*}file")}
    if listed != set(names) - {"imsmanifest.xml"}:
        faults += 1
        print("the manifest does not list the files of the package:", sorted(listed ^ set(names)))

print(f"{PACKAGE}: {len(names)} files, {faults} with faults")
sys.exit(bool(faults))
