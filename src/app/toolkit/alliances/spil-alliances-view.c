// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-alliances-view.h"

#include <glib/gi18n-lib.h>

#include "spil-alliance-query.h"
#include "spil-record-dialog.h"
#include "spil-row-group.h"

struct _SpilAlliancesView
{
  SpilSection parent_instance;

  SpilRowGroup *group;
};

G_DEFINE_FINAL_TYPE (SpilAlliancesView, spil_alliances_view, SPIL_TYPE_SECTION)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  return spil_alliance_query (store, SPIL_ID_NIL, spil_day_today (), error);
}

static GtkWidget *
make_row (const SpilAllianceRow *alliance)
{
  g_autofree char *members = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d member, %d signed",
                                                           "%d members, %d signed",
                                                           (gulong) alliance->n_members),
                                              alliance->n_members, alliance->n_signed);
  int late = alliance->promises[SPIL_PROMISE_OVERDUE];
  g_autofree char *overdue = late > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d promise overdue",
                                                                      "%d promises overdue", (gulong) late),
                                                         late)
                                      : g_strdup ("");
  g_autofree char *about = spil_join_facts (members, overdue, NULL);
  g_autofree char *subtitle = alliance->goal != NULL ? g_strjoin ("\n", alliance->goal, about, NULL)
                                                     : g_strdup (about);
  GtkWidget *row = spil_text_row_new (alliance->name, subtitle, NULL);

  spil_text_row_open (row, SPIL_ENTITY_ALLIANCE, alliance->id);
  return row;
}

static void
fill (SpilSection *section, gpointer loaded)
{
  SpilAlliancesView *self = SPIL_ALLIANCES_VIEW (section);
  GPtrArray *alliances = loaded;

  spil_row_group_begin (self->group);
  for (guint i = 0; i < alliances->len; i++)
    spil_row_group_append (self->group, make_row (g_ptr_array_index (alliances, i)));
  spil_row_group_end (self->group, NULL);
  if (alliances->len == 0)
    spil_section_set_empty (section, "spil-employers-symbolic", _ ("No alliances yet"),
                            _ ("In an alliance employers work on one measurable goal together."),
                            _ ("Add an alliance"));
}

static void
add (SpilSection *section)
{
  SpilRecordDialog *dialog = spil_record_dialog_new_add (spil_section_get_worker (section),
                                                         spil_entity (SPIL_ENTITY_ALLIANCE), NULL);

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (spil_section_get_page (section)));
}

static void
spil_alliances_view_class_init (SpilAlliancesViewClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_ALLIANCE, SPIL_ENTITY_MEMBERSHIP, SPIL_ENTITY_STATEMENT, SPIL_ENTITY_PROMISE,
    SPIL_ENTITY_EVENT,    SPIL_ENTITY_ATTENDANCE, SPIL_ENTITY_SETTING,   0,
  };
  SpilSectionClass *section_class = SPIL_SECTION_CLASS (klass);

  section_class->entities = entities;
  section_class->load = load;
  section_class->free_data = (GDestroyNotify) g_ptr_array_unref;
  section_class->fill = fill;
  section_class->add = add;
}

static void
spil_alliances_view_init (SpilAlliancesView *self)
{
  GtkBox *column = spil_section_make_column (SPIL_SECTION (self), 860);

  self->group = SPIL_ROW_GROUP (spil_row_group_new (NULL));
  // The choice of views above it is its heading.
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->group), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Alliances"), -1);
  gtk_box_append (column, GTK_WIDGET (self->group));
}
