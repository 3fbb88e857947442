#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# Keeps the arrows of src/DESIGN.md where the build alone cannot: reads the sources and names each line that
# breaks a rule. A folder of the tree may be named, for the test of this test.
set -euo pipefail
export LC_ALL=C

cd "${1:-$(dirname "$(readlink -f "$0")")/..}"

# Folder, and the folders whose headers it may include besides its own. The same graph as in src/DESIGN.md.
declare -rA may_include=(
  [base]=''
  [model]='base'
  [store]='model base'
  [sync]='store model base'
  [exchange]='store model base'
  [charts]='base'
  [report]='charts store model base'
  [cli]='base model store sync exchange charts report'
  [app]='base model store sync exchange charts report'
)

status=0

complain() { # complain WHAT: reads offending lines
  local lines
  lines=$(cat)
  [ -n "$lines" ] || return 0
  printf '%s:\n%s\n' "$1" "$lines"
  status=1
}

sources() { find "$@" -name '*.[ch]' -o -name '*.def'; }

# Every header of the project has one home: a table from header to folder.
declare -A home=()
while IFS= read -r header; do
  folder=${header#src/}
  home[${header##*/}]=${folder%%/*}
done < <(find src -name '*.h')

check_includes() {
  local file line header from
  while IFS=: read -r file line header; do
    from=${file#src/}
    from=${from%%/*}
    header=${header##*/}
    [ -n "${home[$header]:-}" ] || continue
    [ "${home[$header]}" = "$from" ] && continue
    case " ${may_include[$from]-} " in
      *" ${home[$header]} "*) ;;
      *) printf '%s:%s: src/%s may not include %s of src/%s\n' "$file" "$line" "$from" "$header" "${home[$header]}" ;;
    esac
  done < <(grep -rnoE '^ *# *include +"[^"]+"' src --include='*.[ch]' | sed -E 's/ *# *include +"([^"]+)"/\1/')
}

check_folders() {
  local folder
  for folder in src/*/; do
    folder=${folder%/}
    [ -n "${may_include[${folder##*/}]+known}" ] || echo "$folder"
  done
}

outside() { # outside FOLDER...: the sources outside those folders
  local prune=()
  for folder; do prune+=(-not -path "src/$folder/*"); done
  find src \( -name '*.[ch]' \) "${prune[@]}"
}

searched() { # searched PATTERN FOLDER...: lines outside those folders that match
  local pattern=$1
  shift
  outside "$@" | xargs -r grep -nHE "$pattern" || true
}

complain 'Includes against the arrows' < <(check_includes)
complain 'Folders without a place in the graph' < <(check_folders)
complain 'Includes by "../"' < <(searched '^ *# *include +"[^"]*\.\./')
complain 'GTK outside src/app' < <(searched '^ *# *include +[<"](gtk/|gdk/|adwaita)' app)
complain 'SQLite outside src/store' < <(searched 'sqlite3(_|\.h)' store)
complain 'SQL outside src/store' < <(
  searched '"[^"]*\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|PRAGMA)\b[^"]* [^"]*"' store
)
complain 'Drawing outside src/charts, src/report and src/app' < <(
  searched '^ *# *include +[<"](cairo|pango)' charts report app
)
complain 'Files without a licence' < <(sources src tests | xargs -r grep -L 'SPDX-License-Identifier: EUPL-1.2' || true)
complain 'Files over 600 lines' < <(
  sources src tests | xargs -r wc -l | awk '$2 != "total" && $1 > 600 { print $2 ": " $1 " lines" }'
)

exit "$status"
