// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-events-view.h"

#include <glib/gi18n-lib.h>

#include "spil-event-follow-up.h"
#include "spil-record-dialog.h"
#include "spil-row-group.h"

#define MAX_EVENTS 100

struct _SpilEventsView
{
  SpilSection parent_instance;

  SpilRowGroup *coming;
  SpilRowGroup *past;
};

G_DEFINE_FINAL_TYPE (SpilEventsView, spil_events_view, SPIL_TYPE_SECTION)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  return spil_event_query (store, &(SpilEventFilter) { .limit = MAX_EVENTS }, error);
}

static void
fill (SpilSection *section, gpointer loaded)
{
  SpilEventsView *self = SPIL_EVENTS_VIEW (section);
  GPtrArray *events = loaded;
  SpilDay today = spil_day_today ();

  spil_row_group_begin (self->coming);
  spil_row_group_begin (self->past);
  for (guint i = 0; i < events->len; i++) {
    const SpilEventRow *event = g_ptr_array_index (events, i);
    gboolean past = spil_day_is_known (event->start) && spil_day_compare (event->start, today) < 0;

    spil_row_group_append (past ? self->past : self->coming, spil_event_row_new (event));
  }
  spil_row_group_end (self->coming, _ ("Nothing is planned"));
  spil_row_group_end (self->past, NULL);
  if (events->len == 0)
    spil_section_set_empty (section, "x-office-calendar-symbolic", _ ("No events yet"),
                            _ ("Round tables, campaigns and other meetings with employers, and who came."),
                            _ ("Add an event"));
}

static void
add (SpilSection *section)
{
  SpilRecordDialog *dialog = spil_record_dialog_new_add (spil_section_get_worker (section),
                                                         spil_entity (SPIL_ENTITY_EVENT), NULL);

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (spil_section_get_page (section)));
}

static void
spil_events_view_class_init (SpilEventsViewClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_EVENT, SPIL_ENTITY_ATTENDANCE, SPIL_ENTITY_AREA, 0 };
  SpilSectionClass *section_class = SPIL_SECTION_CLASS (klass);

  section_class->entities = entities;
  section_class->load = load;
  section_class->free_data = (GDestroyNotify) g_ptr_array_unref;
  section_class->fill = fill;
  section_class->add = add;
}

static void
spil_events_view_init (SpilEventsView *self)
{
  GtkBox *column = spil_section_make_column (SPIL_SECTION (self), 860);

  self->coming = SPIL_ROW_GROUP (spil_row_group_new (_ ("Today and to come")));
  self->past = SPIL_ROW_GROUP (spil_row_group_new (_ ("Been")));
  gtk_box_append (column, GTK_WIDGET (self->coming));
  gtk_box_append (column, GTK_WIDGET (self->past));
}
