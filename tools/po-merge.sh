#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# Makes po/nl.po: every message of the sources, with the Dutch of po/fragments/*.po. Fails when a message has no Dutch,
# and with --check also when po/nl.po is not what it would make. Messages for which a fragment has no use any more are named.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

list_sources() {
  find src ui data \( -name '*.c' -o -name '*.h' -o -name '*.def' -o -name '*.blp' -o -name '*.desktop.in' \
    -o -name '*.metainfo.xml.in' \) -not -path '*/build/*' | LC_ALL=C sort
}

extract() {
  local options=(--from-code=UTF-8 --package-name=spil --no-wrap --add-comments=Translators --sort-by-file)
  grep -v '^data/' "$work/sources" >"$work/code"
  xgettext "${options[@]}" -L C -k_ -kN_ -kQ_:1g -kC_:1c,2 -kNC_:1c,2 -kngettext:1,2 \
    -kg_dngettext:2,3 -kg_dgettext:2 -f "$work/code" -o "$work/spil.pot"
  if grep '\.desktop\.in$' "$work/sources" >"$work/desktop"; then
    xgettext "${options[@]}" -j -L Desktop -f "$work/desktop" -o "$work/spil.pot"
  fi
  if grep '\.metainfo\.xml\.in$' "$work/sources" >"$work/metainfo"; then
    xgettext "${options[@]}" -j --its=/usr/share/gettext/its/metainfo.its -f "$work/metainfo" -o "$work/spil.pot"
  fi
}

header() {
  cat <<'END'
# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# Made by tools/po-merge.sh from po/fragments: change those.
msgid ""
msgstr ""
"Project-Id-Version: spil\n"
"Language: nl\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

END
}

# The fragments one after the other, each with the header that gettext wants: the first translation of a message counts.
join_fragments() {
  local fragment
  for fragment in po/fragments/*.po; do
    header | cat - "$fragment" >"$work/part-$(basename "$fragment")"
    msgfmt --check-format -o /dev/null "$work/part-$(basename "$fragment")"
  done
  msgcat --use-first --no-wrap "$work"/part-*.po -o "$work/fragments.po"
}

join() {
  header >"$work/empty.po"
  msgmerge --quiet --no-fuzzy-matching --no-wrap --no-location --sort-by-file --compendium="$work/fragments.po" \
    "$work/empty.po" "$work/spil.pot" -o "$work/merged.po"
  msgattrib --no-obsolete --no-wrap --no-location "$work/merged.po" | grep -v '^"POT-Creation-Date\|^"Report-Msgid' >"$work/nl.po"
}

list_sources >"$work/sources"
extract
join_fragments
join

# Headers set off, the entries that are left are missing.
missing=$(msgattrib --untranslated --no-wrap --no-location "$work/nl.po" | sed '1,/^$/d')
unused=$(msgcomm --more-than=0 --unique --no-wrap --no-location "$work/fragments.po" "$work/spil.pot" 2>/dev/null |
  msgattrib --translated --no-wrap - 2>/dev/null | grep -c '^msgid "[^"]' || true)
[ "$unused" = 0 ] || echo "po-merge: $unused messages of the fragments are used nowhere" >&2

if [ "${1:-}" = --check ]; then
  cmp -s "$work/nl.po" po/nl.po || {
    echo "po-merge: po/nl.po is out of date; run tools/po-merge.sh" >&2
    exit 1
  }
else
  cp "$work/sources" po/POTFILES.in
  cp "$work/nl.po" po/nl.po
fi
if [ -n "$missing" ]; then
  echo "po-merge: these messages have no Dutch; add them to a fragment in po/fragments:" >&2
  echo "$missing" >&2
  exit 1
fi
msgfmt --check --statistics -o /dev/null po/nl.po
