#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# Shows that layers.sh accepts this tree, and refuses a tree with one line against each rule. TAP.
set -euo pipefail

here=$(dirname "$(readlink -f "$0")")
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
number=0
licence='// SPDX-License-Identifier: EUPL-1.2'

verdict() { # verdict OK DESCRIPTION
  number=$((number + 1))
  if [ "$1" = yes ]; then echo "ok $number - $2"; else echo "not ok $number - $2"; fi
}

refuses() { # refuses FILE LINE SENTENCE
  rm -rf "${tree:?}/src" "$tree/tests"
  mkdir -p "$tree/src/store" "$tree/src/base" "$tree/tests" "$tree/$(dirname "$1")"
  printf '%s\n' "$licence" >"$tree/src/store/spil-store.h"
  printf '%s\n%s\n' "$licence" "$2" >"$tree/$1"
  local said
  if said=$("$here/layers.sh" "$tree"); then
    verdict no "$3"
  elif [[ $said == *"$3"* ]]; then
    verdict yes "$3"
  else
    verdict no "$3"
  fi
}

echo 1..7
if "$here/layers.sh"; then verdict yes 'this tree'; else verdict no 'this tree'; fi
refuses src/base/a.c '#include "spil-store.h"' 'Includes against the arrows'
refuses src/other/a.c '' 'Folders without a place in the graph'
refuses src/charts/a.c '#include "../base/x.h"' 'Includes by "../"'
refuses src/model/a.c '#include <gtk/gtk.h>' 'GTK outside src/app'
refuses src/cli/a.c '#include <sqlite3.h>' 'SQLite outside src/store'
refuses src/report/a.c 'const char *s = "SELECT name FROM area";' 'SQL outside src/store'
