# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# The checks of files that no compiler reads. Sourced by tools/test.sh; what each returns is its
# verdict, for errexit does not work where they are called.

check_format() {
  find src tests -name '*.[ch]' -print0 | xargs -0 -r clang-format --dry-run -Werror
}

# Every message of the sources stands in nl.po, translated.
check_messages() {
  tools/messages.sh --check
}

# Of what the build installed, whatever there is.
check_data() {
  local status=0 share=$prefix/share files
  shopt -s nullglob globstar
  files=("$share"/metainfo/*.xml)
  [ ${#files[@]} = 0 ] || check_metainfo "${files[@]}" || status=1
  files=("$share"/applications/*.desktop)
  [ ${#files[@]} = 0 ] || desktop-file-validate --warn-kde "${files[@]}" || status=1
  files=("$share"/mime/packages/*.xml)
  [ ${#files[@]} = 0 ] || xmllint --noout "${files[@]}" || status=1
  files=("$share"/doc/spil/*.cdx.json)
  [ ${#files[@]} = 0 ] || "$top/tools/dev/delivery.py" "$prefix" "$top" || status=1
  files=("$share"/glib-2.0/schemas/*.gschema.xml)
  [ ${#files[@]} = 0 ] || glib-compile-schemas --strict --dry-run "$share/glib-2.0/schemas" || status=1
  files=("$share"/man/man*/* data/*.[1-8] doc/**/*.[1-8])
  for file in "${files[@]}"; do
    case $file in *.gz) zcat "$file" ;; *) cat "$file" ;; esac | mandoc -T lint -W warning || {
      echo "  in $file"
      status=1
    }
  done
  files=(ui/**/*.ui "$build"/ui/**/*.ui "$build"/src/**/*.ui)
  if [ ${#files[@]} != 0 ]; then
    as_tested bash -c "$(declare -f validate_interfaces); validate_interfaces \"\$@\"" - "${files[@]}" || status=1
  fi
  return "$status"
}

# Pedantic, and as a software centre takes it in. That the name of the application has a capital, as those of GNOME have, is the one remark that stays.
check_metainfo() {
  local status=0 answer work
  answer=$(appstreamcli validate --no-net --pedantic "$@" 2>&1) || status=1
  grep -E '^[EWIP]: ' <<<"$answer" | grep -v 'cid-contains-uppercase-letter' && status=1
  [ "$status" = 0 ] || printf '%s\n' "$answer"
  work=$(mktemp -d)
  mkdir -p "$work/in/usr"
  cp -r "$prefix/share" "$work/in/usr/"
  answer=$(appstreamcli compose --no-net --origin=spil --prefix=/usr --print-report=full --result-root="$work/out" \
    --data-dir="$work/out" --icons-dir="$work/out/icons" "$work/in" 2>&1) || { printf '%s\n' "$answer"; status=1; }
  grep -E '^ *[EW]: ' <<<"$answer" && status=1
  rm -r "$work"
  return "$status"
}

# gtk4-builder-tool knows no classes of Spil's own. A template is read as its parent, without its handlers and bindings to itself; a
# file that uses such a class is read up to there, and the end-to-end tests, which open every page, do the rest.
validate_interfaces() {
  local status=0 file answer plain
  export LC_ALL=C.UTF-8
  plain=$(mktemp -d)/plain.ui
  for file; do
    sed -E -e 's/<template class="[^"]*" parent="GtkWidget"/<object class="AdwBin"/' \
      -e 's/<template class="[^"]*" parent="([^"]*)"/<object class="\1"/' -e 's#</template>#</object>#' \
      -e '/<signal /d' "$file" >"$plain"
    answer=$(LD_PRELOAD=libadwaita-1.so.0 gtk4-builder-tool validate "$plain" 2>&1) && continue
    case $answer in *"Invalid object type 'Spil"* | *"Invalid type 'Spil"*) continue ;; esac
    printf '%s\n' "${answer//"$plain"/"$file"}"
    status=1
  done
  rm -r "${plain%/*}"
  return "$status"
}
