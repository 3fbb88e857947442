#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
"""Checks what is installed: delivery.py PREFIX TOP. The list of parts is well formed and has every library that a program
needs; no file holds a path of the machine that built it, but where it is debugged."""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

prefix, top = Path(sys.argv[1]), sys.argv[2]
faults = []


def needed(program):
    answer = subprocess.run(["readelf", "-d", program], capture_output=True, text=True, check=True).stdout
    return [re.sub(r"\.so(\..*)?$", "", name) for name in re.findall(r"\(NEEDED\).*\[(.*)\]", answer)]


def check_parts():
    path = prefix / "share/doc/spil/spil.cdx.json"
    text = path.read_text(encoding="utf-8")
    bom = json.loads(text)
    if (bom["bomFormat"], bom["specVersion"]) != ("CycloneDX", "1.6"):
        faults.append(f"{path}: it is no CycloneDX 1.6")
    if not re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", bom["serialNumber"]):
        faults.append(f"{path}: the serial number is malformed")
    if re.search(r'"/|file:', text):
        faults.append(f"{path}: there is a path of a machine in it")
    references = [part["bom-ref"] for part in bom["components"]] + [bom["metadata"]["component"]["bom-ref"]]
    if len(references) != len(set(references)):
        faults.append(f"{path}: a part is in it twice")
    for edge in bom["dependencies"]:
        for reference in [edge["ref"], *edge.get("dependsOn", [])]:
            if reference not in references:
                faults.append(f"{path}: {reference} is named but not there")
    for part in bom["components"]:
        if part["type"] == "library" and not (part.get("version") and part.get("licenses")):
            faults.append(f"{path}: {part['name']} has no version or no licence")
    listed = {entry["value"] for part in bom["components"] for entry in part.get("properties", [])}
    for program in ("spil", "spilctl"):
        for library in needed(prefix / "bin" / program):
            if library not in listed:
                faults.append(f"{path}: {program} is linked with {library}, which is not in it")


def check_paths():
    # The prefix itself may stand there: the programs look for their data below it.
    outside = re.compile(re.escape(top.encode()) + rb"(?!/build/prefix)[/\w.-]*")
    for file in sorted(prefix.rglob("*")):
        if file.is_symlink() or not file.is_file():
            continue
        content = file.read_bytes()
        if content[:4] == b"\x7fELF":
            with tempfile.NamedTemporaryFile() as stripped:
                subprocess.run(["objcopy", "--strip-debug", file, stripped.name], check=True)
                content = Path(stripped.name).read_bytes()
        found = outside.search(content)
        if found:
            faults.append(f"{file}: it holds {found.group().decode()}")


check_parts()
check_paths()
print("\n".join(faults) or "the list of parts is whole, and no path of this machine was installed")
sys.exit(1 if faults else 0)
