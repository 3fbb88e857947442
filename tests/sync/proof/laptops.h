// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-sync-store.h"
#include "store-fixture.h"

G_BEGIN_DECLS

/** Brings the changes that @from made itself, and that @to does not have, @most at most, in one change of @to. */
gboolean carry_some (SpilStore *from, SpilStore *to, int64_t most, GError **error);
gboolean carry_over (SpilStore *from, SpilStore *to, GError **error);

/** The same, and it must succeed. */
void carry (SpilStore *from, SpilStore *to);

/** Fails the test when a check finds a fault. */
void assert_sound (SpilStore *store);

/** Changes the name of an organisation. */
void rename_organisation (SpilStore *store, SpilId id, const char *name);

/** A person with personal values, and a contact moment with that person; @secret stands in all of them. */
SpilId add_person (SpilStore *store, SpilId organisation, const char *secret);

/** How many files in @dir and below have @text, of small letters, somewhere in their bytes, in letters of any size; it names them in the messages of the test. */
int count_files_with (const char *dir, const char *text);

G_END_DECLS
