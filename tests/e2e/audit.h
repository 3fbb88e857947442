// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "driver.h"

G_BEGIN_DECLS

/* What a screen reader and a keyboard find at one place, and what is wrong with it. */

// What Tab reaches, as paths on the accessibility bus.
typedef struct
{
  GHashTable *set;
  char *first;
  GPtrArray *order; /**< the same, where items of a list that follow each other are that list */
  GPtrArray *lines; /**< role and name of each in that order, for the golden file */
} Stops;

typedef struct
{
  Driver *driver;
  GHashTable *english; /**< texts that should not be seen */
  gboolean is_page; /**< not a dialog or a menu over one */
  const Stops *stops;
  GString *problems;
} Audit;

void stops_free (Stops *stops);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stops, stops_free)

/** Notes what is wrong with @accessible, once. */
void audit_add (Audit *audit, AtspiAccessible *accessible, const char *problem);
const char *audit_path (AtspiAccessible *accessible);

gboolean audit_is_seen (AtspiAccessible *accessible);
/** Whether what has @role holds items that arrow keys go along; is such an item; is one stop with all that is in it. */
gboolean audit_is_list (AtspiRole role);
gboolean audit_is_member (AtspiRole role);
gboolean audit_is_whole (AtspiRole role);
/** The window's own buttons: the desktop has keys for them. */
gboolean audit_is_window_control (AtspiAccessible *accessible);
/** What has the focus, or could. */
void audit_check_focusable (Audit *audit, AtspiAccessible *accessible);

/** States and values that say what can be done with it and how it stands. */
void audit_check_states (Audit *audit, AtspiAccessible *accessible);
/** A list of drawn parts: that it has words, and its figures as a table. */
void audit_check_chart (Audit *audit, AtspiAccessible *chart);

/** Roles, names, headings, pictures, targets and parts of charts, from @from (NULL: all) down. */
void audit_tree (Audit *audit, AtspiAccessible *from);
/** That Tab comes to all of it and round, and Shift+Tab the same way back. Returns the stops. Free with stops_free(). */
Stops *audit_keys (Audit *audit, AtspiAccessible *from);

/** Holds the stops of @place against the golden file $E2E_FOCUS; with $SPIL_REGENERATE it writes them there. */
void audit_compare_focus (Audit *audit, const Stops *stops, const char *place);

/** Fails the test when a page, dialog or popover in the sources below @folder has no place. */
void audit_sources (const char *folder);

G_END_DECLS
