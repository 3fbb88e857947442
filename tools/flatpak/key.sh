# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# The key that signs. Sourced by tools/flatpak.sh and its test.

# key_make FOLDER NAME: a new key, without a password; sets nothing, prints its fingerprint.
key_make() {
  local home=$1 name=$2
  mkdir -p -m 700 "$home"
  gpg --homedir "$home" --batch --quiet --pinentry-mode loopback --passphrase '' \
    --quick-generate-key "$name" ed25519 sign never 2>/dev/null
  gpg --homedir "$home" --batch --list-keys --with-colons | sed -n 's/^fpr:*\([0-9A-F]*\):/\1/p' | head -n 1
  gpgconf --homedir "$home" --kill gpg-agent
}

# key_prepare WORK: sets `key` and `key_home`.
key_prepare() {
  if [ -n "${SPIL_FLATPAK_KEY:-}" ]; then
    key=$SPIL_FLATPAK_KEY
    key_home=${GNUPGHOME:-$HOME/.gnupg}
    gpg --homedir "$key_home" --batch --list-secret-keys "$key" >/dev/null 2>&1 ||
      die "there is no secret key '$key' in $key_home: SPIL_FLATPAK_KEY and GNUPGHOME name the key"
  else
    key_home=$1/key
    key=$(key_make "$key_home" 'Spil, key of a trial, worth nothing')
    say "signed with a key made for this time only and thrown away after it: set SPIL_FLATPAK_KEY to hand Spil out"
  fi
}

# key_public: the public half, in the form that Flatpak's files take.
key_public() {
  gpg --homedir "$key_home" --batch --export "$key"
}
