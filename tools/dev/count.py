# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
"""count.py LOG EXIT_STATUS: prints how many cases passed and failed, by Meson's JSON log of a suite.

A TAP program has a case per line. A program that failed otherwise (a crash, a leak, a case that never came)
counts as one failure more than its lines tell of.
"""

import json
import re
import sys

CASE = re.compile(r"(not )?ok\b(?:(?!(?<!\\)#).)*(?:#\s*(skip|todo)\b)?", re.IGNORECASE)


def count_program(program):
    passed = failed = 0
    output = program.get("stdout") or ""
    if re.search(r"^\d+\.\.\d+", output, re.MULTILINE):
        for line in output.splitlines():
            case = CASE.match(line)
            if case is None or case[2]:
                continue
            if case[1]:
                failed += 1
            else:
                passed += 1
    elif program["result"] == "OK":
        passed = 1
    if program["result"] not in ("OK", "SKIP", "EXPECTEDFAIL", "IGNORED") and failed == 0:
        failed = 1
    return passed, failed


def main():
    path, status = sys.argv[1:]
    passed = failed = 0
    try:
        with open(path, encoding="utf-8") as log:
            for line in log:
                program = count_program(json.loads(line))
                passed += program[0]
                failed += program[1]
    except OSError:
        pass
    if failed == 0 and status != "0":
        failed = 1
    print(passed, failed)


main()
