# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# Steps of tools/flatpak/test.sh: what is done in the sandbox. `work` is the folder of the test.

ctl() {
  flatpak run --command=spilctl "$app" "$@"
}

data_folder() {
  printf '%s/.var/app/%s/data/spil' "$HOME" "$app"
}

check_closed() {
  local seen
  seen=$(flatpak run --command=sh "$app" -c "ls -a '$work' '$top' 2>&1; ls -A \"\$HOME\"; cat /proc/net/dev" || true)
  ! grep -q 'README.md\|step.log' <<<"$seen" || { printf '%s\n' "$seen"; exit 1; }
  ! grep -q ' *eth\|ens\|wl' <<<"$seen" || { printf 'it reaches a network:\n%s\n' "$seen"; exit 1; }
  say 'neither a file of this machine nor a network is to be seen'
}

make_demo() {
  ctl init --template werkgeversaanpak-2018 --demo
  [ -e "$(data_folder)/spil.db" ] || { ls -R "$HOME/.var"; exit 1; }
  say "in $(data_folder)"
}

# What the driver of the window starts. The folder that it names is where Spil keeps its data in any case.
window_program() {
  printf '#!/bin/sh\nshift 2\nexec flatpak run --die-with-parent %s "$@"\n' "$app" >"$work/spil"
  chmod +x "$work/spil"
}

# in_window CASE: whatever comes of it, no Spil is left in the sandbox for the next one.
in_window() {
  local status=0
  window_program
  E2E_SANDBOX=$app SPIL=$work/spil SANDBOX_DATA=$(data_folder) SANDBOX_SHARED=$work/Gedeeld \
    G_DEBUG=fatal-criticals E2E_CATALOGUE="$top/build/po/nl/LC_MESSAGES/spil.mo" \
    timeout 120 "$top/build/tests/flatpak/test-sandbox" --tap -p "/sandbox/$1" || status=$?
  end_sandbox
  return "$status"
}

end_sandbox() {
  local left
  flatpak kill "$app" 2>/dev/null || true
  for _ in $(seq 100); do
    left=$(flatpak ps --columns=application | grep -cx "$app") || return 0
    sleep 0.1
  done
  echo "$left sandboxes do not end"
  exit 1
}

open_window() {
  in_window open
  say 'over AT-SPI: employers, planning and budget'
}

share_folder() {
  mkdir -p "$work/Gedeeld"
  if [ -c /dev/fuse ] && gdbus call --session -d org.freedesktop.portal.Documents -o /org/freedesktop/portal/documents \
    -m org.freedesktop.portal.Documents.GetMountPoint >/dev/null; then
    in_window share
    say "through the document portal at $XDG_RUNTIME_DIR/doc"
  else
    # The same steps, the folder granted in another way
    flatpak --user override --filesystem="$work/Gedeeld" "$app"
    SANDBOX_DIRECT=yes in_window share
    flatpak --user override --reset "$app"
    say 'this machine refuses FUSE, so there is no document portal: the folder was granted by an override'
  fi
  say "$(find "$work/Gedeeld" -type f | wc -l) files in the shared folder"
}

make_report() {
  local file
  in_window report
  file=$(find "$(data_folder)/reports" -name '*.pdf' | head -n 1)
  grep -q 951.500 <<<"$(pdftotext "$file" -)"
  say "${file##*/}: $(pdfinfo "$file" | sed -n 's/^Pages: *//p') pages"
}

write_row() {
  local id
  id=$(ctl add risk event='Sandbox' state=open)
  grep -q Sandbox <<<"$(ctl show risk "$id")"
}

# As docs/beheer.md has it, in a folder that the sandbox sees.
restore() {
  local copy digest
  copy=$HOME/.var/app/$app/data/kopie.spil
  digest=$(ctl digest)
  ctl backup "$copy"
  ctl add risk event='Na de kopie' state=open
  [ "$(ctl digest)" != "$digest" ] || { echo 'the digest does not see a new row'; exit 1; }
  ctl restore "$copy"
  expect 'the digest of the data' "$digest" "$(ctl digest)"
}

# The example first, put where docs/beheer.md has it; then a key that Spil writes itself each time, locked.
hold_policy() {
  local folder=$FLATPAK_USER_DIR/extension/$app.Policy/$(flatpak --default-arch)/1
  install -d "$folder"
  install -m 644 flatpak/policy/defaults flatpak/policy/locks "$folder"
  in_window policy
  printf "[nl/regiozwolle/Spil]\npage='planning'\n" >"$folder/defaults"
  printf '/nl/regiozwolle/Spil/page\n' >"$folder/locks"
  in_window policy
  rm -r "$FLATPAK_USER_DIR/extension"
}
