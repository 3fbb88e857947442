#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
"""Writes what Spil is made of, as CycloneDX 1.6 JSON: sbom.py OUTPUT VERSION COMPONENTS MANIFEST NAME=VERSION...

COMPONENTS tells of each library under which licence it is and which files it consists of; NAME=VERSION is one that Meson
links. MANIFEST is the Flatpak's, whose modules are listed with the hashes of their sources; it need not be there. The same
input gives the same bytes: the time is that of SOURCE_DATE_EPOCH, or left out.
"""

import json
import os
import sys
import uuid
from datetime import datetime, timezone


def component(name, version, told):
    return {
        "type": "library",
        "bom-ref": f"{name}@{version}",
        "supplier": {"name": told["supplier"]},
        "name": name,
        "version": version,
        "licenses": [{"expression": told["licence"]}],
        "externalReferences": [{"type": "website", "url": told["url"]}],
        "properties": [{"name": "spil:library", "value": library} for library in told["libraries"]],
    }


def pinned(module):
    """The sources of a module of the Flatpak that have a hash."""
    for source in module.get("sources", []):
        if isinstance(source, dict) and "sha256" in source:
            yield {
                "type": "file",
                "bom-ref": f"flatpak:{module['name']}:{source['sha256'][:12]}",
                "name": f"{module['name']} ({os.path.basename(source.get('url', source.get('path', 'source')))})",
                "hashes": [{"alg": "SHA-256", "content": source["sha256"]}],
                **({"externalReferences": [{"type": "distribution", "url": source["url"]}]} if "url" in source else {}),
            }


def modules(listed):
    for module in listed:
        if isinstance(module, dict):
            yield from pinned(module)
            yield from modules(module.get("modules", []))


def main():
    output, version, components, manifest, *linked = sys.argv[1:]
    with open(components, encoding="utf-8") as file:
        told = json.load(file)
    parts = []
    for name, given in (pair.split("=", 1) for pair in linked):
        if name not in told:
            sys.exit(f"{components} tells nothing of {name}, which is linked")
        parts.append(component(name, given, told[name]))
    files = []
    if os.path.exists(manifest):
        with open(manifest, encoding="utf-8") as file:
            files = list(modules(json.load(file)["modules"]))
    own = {
        "type": "application",
        "bom-ref": f"spil@{version}",
        "name": "spil",
        "version": version,
        "licenses": [{"license": {"id": "EUPL-1.2"}}],
    }
    metadata = {"component": own}
    if "SOURCE_DATE_EPOCH" in os.environ:
        moment = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), timezone.utc)
        metadata = {"timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ"), **metadata}
    listed = sorted(parts + files, key=lambda part: part["bom-ref"])
    content = {
        "metadata": metadata,
        "components": listed,
        "dependencies": [
            {"ref": own["bom-ref"], "dependsOn": sorted(part["bom-ref"] for part in parts)},
            *({"ref": part["bom-ref"]} for part in listed),
        ],
    }
    # The number follows from the content: the same parts are the same list.
    serial = uuid.uuid5(uuid.NAMESPACE_URL, "spil:" + json.dumps(content, sort_keys=True))
    bom = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        **content,
    }
    with open(output, "w", encoding="utf-8") as file:
        json.dump(bom, file, indent=2, ensure_ascii=False)
        file.write("\n")


main()
