// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-event-page.h"

#include <glib/gi18n-lib.h>

#include "spil-columns.h"
#include "spil-event-follow-up.h"
#include "spil-figure-strip.h"
#include "spil-number.h"
#include "spil-row-group.h"

struct _SpilEventPage
{
  SpilRowPage parent_instance;

  GtkLabel *name;
  GtkLabel *about;
  GtkLabel *notes;
  SpilFigureStrip *figures;
  GtkButton *follow_button;
  SpilRowGroup *attendances;
};

G_DEFINE_FINAL_TYPE (SpilEventPage, spil_event_page, SPIL_TYPE_ROW_PAGE)

// What the page shows.
typedef struct
{
  GPtrArray *events; /**< of SpilEventRow: the one */
  GPtrArray *attendances; /**< of SpilAttendanceRow */
} Data;

static void
data_free (Data *data)
{
  g_clear_pointer (&data->events, g_ptr_array_unref);
  g_clear_pointer (&data->attendances, g_ptr_array_unref);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Data, data_free)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (Data) data = g_new0 (Data, 1);
  const SpilEventFilter filter = { .event = *(const SpilId *) request };

  data->events = spil_event_query (store, &filter, error);
  if (data->events == NULL || data->events->len == 0)
    return NULL;
  data->attendances = spil_event_query_attendances (store, filter.event, error);
  return data->attendances != NULL ? g_steal_pointer (&data) : NULL;
}

static void
fill_figures (SpilEventPage *self, const SpilEventRow *event)
{
  g_autofree char *organisations = spil_integer_format (event->n_organisations);
  g_autofree char *people = spil_integer_format (event->n_people);
  g_autofree char *visitors = event->visitors >= 0 ? spil_integer_format (event->visitors)
                                                   : g_strdup (_ ("not stated"));

  spil_figure_strip_clear (self->figures);
  spil_figure_strip_add (self->figures, _ ("Organisations"), organisations, NULL, FALSE);
  spil_figure_strip_add (self->figures, _ ("People of those"), people, NULL, FALSE);
  spil_figure_strip_add (self->figures, _ ("Visitors"), visitors, NULL, FALSE);
}

static void
fill_follow (SpilEventPage *self, const SpilEventRow *event, GPtrArray *attendances)
{
  g_autoptr (SpilAction) action = spil_event_dup_follow_up (event, attendances);
  int n = spil_event_count_to_follow (attendances);
  g_autofree char *label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Note a contact moment for %d organisation",
                   "Note a contact moment for %d organisations", (gulong) n),
      n);

  gtk_button_set_label (self->follow_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->follow_button), action != NULL);
}

static void
fill_attendances (SpilEventPage *self, GPtrArray *attendances)
{
  static const int fields[] = { SPIL_ATTENDANCE_ORGANISATION, SPIL_ATTENDANCE_PEOPLE, 0 };
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_ATTENDANCE), spil_id_new ());

  spil_record_set_reference (preset, SPIL_ATTENDANCE_EVENT, spil_row_page_get_id (SPIL_ROW_PAGE (self)));
  spil_row_group_set_add (self->attendances, preset, fields);
  spil_row_group_begin (self->attendances);
  for (guint i = 0; i < attendances->len; i++) {
    const SpilAttendanceRow *attendance = g_ptr_array_index (attendances, i);
    g_autofree char *people = attendance->people >= 0 ? spil_integer_format (attendance->people) : NULL;
    GtkWidget *row = spil_text_row_new (
        attendance->organisation_name,
        attendance->followed ? _ ("contact moment noted") : _ ("no contact moment yet"), people);

    spil_text_row_edit_by_id (row, SPIL_ENTITY_ATTENDANCE, attendance->id);
    spil_row_group_append (self->attendances, row);
  }
  spil_row_group_end (self->attendances, _ ("Nobody is noted yet"));
}

static void
fill_row (SpilPage *page, gpointer loaded)
{
  SpilEventPage *self = SPIL_EVENT_PAGE (page);
  const Data *data = loaded;
  const SpilEventRow *event = g_ptr_array_index (data->events, 0);
  g_autofree char *about = spil_event_dup_about (event);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (page), event->name);
  gtk_label_set_label (self->name, event->name);
  gtk_label_set_label (self->about, about);
  gtk_label_set_label (self->notes, event->notes != NULL ? event->notes : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notes), event->notes != NULL);
  fill_figures (self, event);
  fill_follow (self, event, data->attendances);
  fill_attendances (self, data->attendances);
}

static void
on_follow_clicked_cb (SpilEventPage *self)
{
  const Data *data = spil_page_get_data (SPIL_PAGE (self));
  SpilAction *action = data != NULL
                           ? spil_event_dup_follow_up (g_ptr_array_index (data->events, 0), data->attendances)
                           : NULL;

  if (action != NULL)
    spil_worker_commit (spil_page_get_worker (SPIL_PAGE (self)), action, NULL, NULL);
}

static void
on_edit_clicked_cb (SpilEventPage *self)
{
  spil_row_page_edit (SPIL_ROW_PAGE (self));
}

static void
add (SpilPage *page)
{
  spil_row_group_add (SPIL_EVENT_PAGE (page)->attendances);
}

static void
spil_event_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_EVENT_PAGE);
  G_OBJECT_CLASS (spil_event_page_parent_class)->dispose (object);
}

static void
spil_event_page_class_init (SpilEventPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_EVENT, SPIL_ENTITY_ATTENDANCE, SPIL_ENTITY_ORGANISATION,
                                  SPIL_ENTITY_AREA,  SPIL_ENTITY_CONTACT,    0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  SpilRowPageClass *row_class = SPIL_ROW_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_event_page_dispose;
  page_class->entities = entities;
  page_class->help = "toolkit";
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) data_free;
  row_class->entity = SPIL_ENTITY_EVENT;
  row_class->fill_row = fill_row;
  page_class->add = add;

  g_type_ensure (SPIL_TYPE_COLUMNS);
  g_type_ensure (SPIL_TYPE_FIGURE_STRIP);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-event-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilEventPage, name);
  gtk_widget_class_bind_template_child (widget_class, SpilEventPage, about);
  gtk_widget_class_bind_template_child (widget_class, SpilEventPage, notes);
  gtk_widget_class_bind_template_child (widget_class, SpilEventPage, figures);
  gtk_widget_class_bind_template_child (widget_class, SpilEventPage, follow_button);
  gtk_widget_class_bind_template_child (widget_class, SpilEventPage, attendances);
  gtk_widget_class_bind_template_callback (widget_class, on_follow_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
}

static void
spil_event_page_init (SpilEventPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SpilPage *
spil_event_page_new (SpilWorker *worker, SpilId id)
{
  return spil_row_page_new (SPIL_TYPE_EVENT_PAGE, worker, _ ("Event"), id);
}
