// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-sync-verbs.h"

#include <glib/gi18n-lib.h>

static const SpilCliOption place_options[] = {
  { "carrier", N_ ("URI"), N_ ("the shared folder: a path, or file:///..."), TRUE },
  { "person", N_ ("NAME"), N_ ("who works on this laptop"), TRUE },
  { NULL },
};

static const SpilCliOption invite_options[] = {
  { "role", N_ ("ROLE"), N_ ("broker, leader or reader"), TRUE },
  { NULL },
};

const SpilCliVerb spil_space_parts[] = {
  { "create", "", N_ ("begin to share the data; prints the id of the space"), 0, 0, spil_verb_space_create,
    place_options },
  { "invite", "", N_ ("make an invitation for one laptop"), 0, 0, spil_verb_space_invite, invite_options },
  { "join", N_ ("INVITATION"), N_ ("ask to take part; prints the code to compare"), 1, 1,
    spil_verb_space_join, place_options },
  { "leave", "", N_ ("take back the wish to take part"), 0, 0, spil_verb_space_leave, NULL },
  { "requests", "", N_ ("the laptops that ask to take part"), 0, 0, spil_verb_space_requests, NULL },
  { "approve", N_ ("CODE"), N_ ("let the laptop with that code in"), 1, -1, spil_verb_space_approve, NULL },
  { "members", "", N_ ("the laptops that take part"), 0, 0, spil_verb_space_members, NULL },
  { "revoke", N_ ("DEVICE"), N_ ("end the part of a laptop that was lost"), 1, 1, spil_verb_space_revoke,
    NULL },
  { "accept", N_ ("DEVICE"), N_ ("let changes that were held back of a laptop count"), 1, 1,
    spil_verb_space_accept, NULL },
  { "carrier", N_ ("URI"), N_ ("go on over another shared folder"), 1, 1, spil_verb_space_carrier, NULL },
  { "recovery", "", N_ ("print the recovery code once more"), 0, 0, spil_verb_space_recovery, NULL },
  { "recover", N_ ("RECOVERY"), N_ ("become the project leader's laptop with the recovery code"), 1, -1,
    spil_verb_space_recover, place_options },
  { "state", "", N_ ("how this laptop takes part"), 0, 0, spil_verb_space_state, NULL },
  { NULL },
};

static const SpilCliOption resolve_options[] = {
  { "take", N_ ("N"), N_ ("the value with that number; 1 is what holds now") },
  { "value", N_ ("V"), N_ ("another value; FIELD=VALUE where there are several; may be repeated") },
  { NULL },
};

const SpilCliVerb spil_conflicts_parts[] = {
  { "list", "", N_ ("what was written differently on several laptops"), 0, 0, spil_verb_conflicts_list,
    NULL },
  { "resolve", N_ ("ID..."), N_ ("settle it"), 1, -1, spil_verb_conflicts_resolve, resolve_options },
  { NULL },
};

static const SpilCliOption erase_options[] = {
  { "dry-run", NULL, N_ ("only tell what would be erased") },
  { NULL },
};

const SpilCliVerb spil_erase_parts[] = {
  { "person", N_ ("ID"), N_ ("erase the personal data of a contact person, everywhere and for good"), 1, 1,
    spil_verb_erase_person, erase_options },
  { "due", "", N_ ("the contact persons whose retention date has come"), 0, 0, spil_verb_erase_due, NULL },
  { NULL },
};

const SpilCliOption spil_remove_local_options[] = {
  { "yes", NULL, N_ ("really: it cannot be undone") },
  { NULL },
};
