// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-event-section.h"

#include <glib/gi18n-lib.h>

#include "spil-event-follow-up.h"
#include "spil-row-group.h"

#define MAX_EVENTS 10

struct _SpilEventSection
{
  SpilSection parent_instance;

  SpilRowGroup *group;
};

G_DEFINE_FINAL_TYPE (SpilEventSection, spil_event_section, SPIL_TYPE_SECTION)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  const SpilEventFilter filter = { .organisation = *(const SpilId *) request, .limit = MAX_EVENTS };

  return spil_event_query (store, &filter, error);
}

static void
fill (SpilSection *section, gpointer loaded)
{
  SpilEventSection *self = SPIL_EVENT_SECTION (section);
  static const int fields[] = { SPIL_ATTENDANCE_EVENT, SPIL_ATTENDANCE_PEOPLE, 0 };
  GPtrArray *events = loaded;
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_ATTENDANCE), spil_id_new ());

  spil_record_set_reference (preset, SPIL_ATTENDANCE_ORGANISATION, spil_section_get_subject (section));
  spil_row_group_set_add (self->group, preset, fields);
  spil_row_group_begin (self->group);
  for (guint i = 0; i < events->len; i++) {
    const SpilEventRow *event = g_ptr_array_index (events, i);
    g_autofree char *about = spil_event_dup_about (event);
    GtkWidget *row = spil_text_row_new (event->name, about, NULL);

    spil_text_row_open (row, SPIL_ENTITY_EVENT, event->id);
    spil_row_group_append (self->group, row);
  }
  spil_row_group_end (self->group, _ ("Not been to an event yet"));
}

static void
spil_event_section_class_init (SpilEventSectionClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_EVENT, SPIL_ENTITY_ATTENDANCE, SPIL_ENTITY_AREA, 0 };
  SpilSectionClass *section_class = SPIL_SECTION_CLASS (klass);

  section_class->entities = entities;
  section_class->load = load;
  section_class->free_data = (GDestroyNotify) g_ptr_array_unref;
  section_class->fill = fill;
}

static void
spil_event_section_init (SpilEventSection *self)
{
  self->group = SPIL_ROW_GROUP (spil_row_group_new (_ ("Events")));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}
