# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# The checks of files that no compiler reads. Sourced by tools/test.sh; what each returns is its
# verdict, for errexit does not work where they are called.

check_format() {
  find src tests -name '*.[ch]' -print0 | xargs -0 -r clang-format --dry-run -Werror
}

# Every file with a message stands in POTFILES.in, and each of its messages in nl.po, translated.
check_messages() {
  export LC_ALL=C.UTF-8
  local scratch status=0
  scratch=$(mktemp -d)
  sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' po/POTFILES.in po/POTFILES.skip 2>/dev/null |
    sort -u >"$scratch/listed" || true
  {
    grep -rlE '(^|[^A-Za-z0-9_])(_|N_|C_|NC_|gettext|ngettext|g_dngettext|g_dpgettext2?) ?\("' \
      src --include='*.[ch]' --include='*.def' || true
    grep -rlE 'translatable="(yes|true)"|[^A-Za-z0-9_]C?_\("' ui --include='*.ui' --include='*.blp' || true
    find data -name '*.desktop.in' -o -name '*.metainfo.xml.in' -o -name '*.gschema.xml'
  } 2>/dev/null | sort -u >"$scratch/wanted"
  if comm -13 "$scratch/listed" "$scratch/wanted" | grep .; then
    echo 'these files have messages: add them to po/POTFILES.in'
    status=1
  fi
  xargs -r ls -d <"$scratch/listed" >/dev/null || status=1

  xgettext --files-from=<(grep -v '^[[:space:]]*\(#\|$\)' po/POTFILES.in) --output="$scratch/spil.pot" \
    --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
    --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 || status=1
  msgfmt --check --output-file=/dev/null --statistics po/nl.po || status=1
  if msgattrib --only-fuzzy --no-obsolete po/nl.po | grep '^msgid'; then status=1; fi
  # A catalogue without messages has no file
  [ ! -e "$scratch/spil.pot" ] || msgcmp po/nl.po "$scratch/spil.pot" || status=1
  rm -rf "$scratch"
  return "$status"
}

# Of what the build installed, whatever there is.
check_data() {
  local status=0 share=$prefix/share files
  shopt -s nullglob globstar
  files=("$share"/metainfo/*.xml)
  [ ${#files[@]} = 0 ] || appstreamcli validate --no-net --pedantic "${files[@]}" || status=1
  files=("$share"/applications/*.desktop)
  [ ${#files[@]} = 0 ] || desktop-file-validate "${files[@]}" || status=1
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

# gtk4-builder-tool knows no classes of Spil's own. A template is read as its parent; a file that uses such
# a class is read up to there, and the application's tests do the rest.
validate_interfaces() {
  local status=0 file answer plain
  export LC_ALL=C.UTF-8
  plain=$(mktemp -d)/plain.ui
  for file; do
    sed -E -e 's/<template class="[^"]*" parent="([^"]*)"/<object class="\1"/' -e 's#</template>#</object>#' \
      "$file" >"$plain"
    answer=$(LD_PRELOAD=libadwaita-1.so.0 gtk4-builder-tool validate "$plain" 2>&1) && continue
    case $answer in *"Invalid object type 'Spil"*) continue ;; esac
    printf '%s\n' "${answer//"$plain"/"$file"}"
    status=1
  done
  rm -r "${plain%/*}"
  return "$status"
}
