// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

/**
 * The lines whose bookings belong together: those of all versions of one year, since a later version takes along what was
 * booked on the same number. ?2: the version; ?3: the line, or null for all.
 */
#define SPIL_BUDGET_LINES_SQL                                                                                \
  "SELECT l.id FROM budget_line l JOIN budget_version v ON v.id = l.version AND v.dead = 0"                  \
  " WHERE l.dead = 0 AND v.programme = ?1"                                                                   \
  " AND v.year IS (SELECT year FROM budget_version WHERE id = ?2)"                                           \
  " AND (?3 IS NULL OR l.number = (SELECT number FROM budget_line WHERE id = ?3))"
