// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Gets bytes that are nearly right; says whether it took them. Asserts on its own what has to hold when it does. */
typedef gboolean (*FuzzFunc) (GBytes *bytes, gpointer user_data);

/**
 * Cuts each of @seeds (of GBytes) at every byte, then @n_cases times (100 times that when SPIL_TEST_LONG is set) alters one of them: flips bits, sets, inserts,
 * removes, doubles and exchanges pieces, or makes bytes up; the same in each run. Each seed itself has to be taken.
 */
void fuzz_run (GPtrArray *seeds, int n_cases, FuzzFunc func, gpointer user_data);

G_END_DECLS
