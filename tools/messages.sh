#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# Brings po/POTFILES.in and po/nl.po up to the messages of the sources: new ones come without Dutch, those that nobody
# uses go. Fails when a message has no Dutch. With --check nothing is written, and it fails when something would be.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

list_sources() {
  find src ui data \( -name '*.c' -o -name '*.h' -o -name '*.def' -o -name '*.blp' -o -name '*.desktop.in' \
    -o -name '*.metainfo.xml.in' \) | LC_ALL=C sort
}

extract() {
  local options=(--from-code=UTF-8 --package-name=spil --no-wrap --add-comments=Translators --sort-by-file)
  grep -v '^data/' "$work/sources" >"$work/code"
  xgettext "${options[@]}" -L C -k_ -kN_ -kQ_:1g -kC_:1c,2 -kNC_:1c,2 -kngettext:1,2 \
    -kg_dngettext:2,3 -kg_dgettext:2 -f "$work/code" -o "$work/spil.pot"
  grep '\.desktop\.in$' "$work/sources" >"$work/desktop"
  xgettext "${options[@]}" -j -L Desktop -f "$work/desktop" -o "$work/spil.pot"
  grep '\.metainfo\.xml\.in$' "$work/sources" >"$work/metainfo"
  xgettext "${options[@]}" -j --its=/usr/share/gettext/its/metainfo.its -f "$work/metainfo" -o "$work/spil.pot"
}

# Without places, dates and obsolete messages, so that only a message that changed is a change of the file.
merge() {
  msgmerge --quiet --no-fuzzy-matching --no-wrap --no-location --sort-by-file po/nl.po "$work/spil.pot" \
    -o "$work/merged.po"
  msgattrib --no-obsolete --no-wrap --no-location "$work/merged.po" |
    grep -v '^"POT-Creation-Date\|^"Report-Msgid' >"$work/nl.po"
}

list_sources >"$work/sources"
extract
merge
if [ "${1:-}" = --check ]; then
  cmp "$work/sources" po/POTFILES.in && cmp "$work/nl.po" po/nl.po || {
    echo 'po is out of date: run tools/messages.sh' >&2
    exit 1
  }
else
  cp "$work/sources" po/POTFILES.in
  cp "$work/nl.po" po/nl.po
fi

missing=$(msgattrib --untranslated --no-wrap --no-location "$work/nl.po" | sed '1,/^$/d')
fuzzy=$(msgattrib --only-fuzzy --no-wrap --no-location "$work/nl.po" | sed '1,/^$/d')
if [ -n "$missing$fuzzy" ]; then
  printf 'These messages of po/nl.po have no Dutch:\n%s\n%s\n' "$missing" "$fuzzy" >&2
  exit 1
fi
msgfmt --check-format --check-domain --statistics -o /dev/null po/nl.po
