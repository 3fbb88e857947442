// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-agenda-page.h"

#include <glib/gi18n-lib.h>

#include "spil-agenda-grid.h"
#include "spil-agenda-list.h"

// Of the list, beside the calendar.
#define LIST_WIDTH 350

struct _SpilAgendaPage
{
  SpilPage parent_instance;

  SpilDay selected;
  SpilAgendaScale scale;
  SpilAgendaWhose whose;
  char *owner; /**< when that was chosen; NULL: everybody */
  gboolean wide;
  gboolean setting;

  GtkLabel *period;
  AdwToggleGroup *scale_toggle;
  GtkDropDown *owner_chooser;
  GtkStringList *owners; /**< the first one: everybody */
  GtkWidget *grid_side;
  GtkWidget *list_side;
  SpilAgendaGrid *grid;
  SpilAgendaList *list;
};

G_DEFINE_FINAL_TYPE (SpilAgendaPage, spil_agenda_page, SPIL_TYPE_PAGE)

#define DATA(self) ((SpilAgendaData *) spil_page_get_data (SPIL_PAGE (self)))

/* Filling in */

static gpointer
prepare (SpilPage *page)
{
  SpilAgendaPage *self = SPIL_AGENDA_PAGE (page);

  return spil_agenda_request_new (spil_agenda_span (self->scale, self->selected), self->whose, self->owner);
}

static void
show_owners (SpilAgendaPage *self, const SpilAgendaData *data)
{
  guint selected = 0;

  self->setting = TRUE;
  gtk_string_list_splice (self->owners, 1, g_list_model_get_n_items (G_LIST_MODEL (self->owners)) - 1, NULL);
  for (guint i = 0; i < data->owners->len; i++) {
    gtk_string_list_append (self->owners, data->owners->pdata[i]);
    if (g_strcmp0 (data->owners->pdata[i], data->owner) == 0)
      selected = i + 1;
  }
  gtk_drop_down_set_selected (self->owner_chooser, selected);
  self->setting = FALSE;
}

static void
show (SpilAgendaPage *self, const SpilAgendaData *data)
{
  g_autofree char *period = spil_agenda_dup_title (self->scale, self->selected);
  int month;

  spil_day_to_ymd (self->selected, NULL, &month, NULL);
  gtk_label_set_text (self->period, period);
  if (self->wide)
    spil_agenda_grid_show (self->grid, data, self->selected, self->scale == SPIL_AGENDA_MONTH ? month : 0);
  spil_agenda_list_show (self->list, data, self->wide ? self->selected : SPIL_DAY_NONE);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilAgendaPage *self = SPIL_AGENDA_PAGE (page);

  show_owners (self, loaded);
  show (self, loaded);
}

/* Going to another day */

static void
go_to (SpilAgendaPage *self, SpilDay day)
{
  const SpilAgendaData *data = DATA (self);

  // As far as a calendar goes.
  if (spil_day_compare (day, spil_day_from_ymd (1900, 1, 15)) < 0 ||
      spil_day_compare (day, spil_day_from_ymd (2199, 12, 15)) > 0)
    return;
  self->selected = day;
  if (data == NULL)
    return;
  if (!spil_agenda_span_has (data->span, day)) {
    spil_page_reload (SPIL_PAGE (self));
    return;
  }
  spil_agenda_grid_select (self->grid, day);
  spil_agenda_list_show (self->list, data, self->wide ? day : SPIL_DAY_NONE);
}

static void
on_day_selected_cb (SpilAgendaPage *self, int day)
{
  go_to (self, spil_day (day));
  spil_agenda_grid_focus (self->grid);
}

static void
on_day_opened_cb (SpilAgendaPage *self, int day)
{
  go_to (self, spil_day (day));
  spil_agenda_list_focus (self->list);
}

static void
turn (SpilAgendaPage *self, int direction)
{
  go_to (self, spil_agenda_step (self->scale, self->selected, direction));
}

static void
on_turned_cb (SpilAgendaPage *self, int direction)
{
  turn (self, direction);
}

static void
earlier_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (SPIL_AGENDA_PAGE (widget), -1);
}

static void
later_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (SPIL_AGENDA_PAGE (widget), 1);
}

static void
today_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to (SPIL_AGENDA_PAGE (widget), spil_day_today ());
}

static void
on_scale_changed_cb (SpilAgendaPage *self)
{
  self->scale = g_strcmp0 (adw_toggle_group_get_active_name (self->scale_toggle), "week") == 0
                    ? SPIL_AGENDA_WEEK
                    : SPIL_AGENDA_MONTH;
  spil_page_reload (SPIL_PAGE (self));
}

static void
on_owner_chosen_cb (SpilAgendaPage *self)
{
  guint at = gtk_drop_down_get_selected (self->owner_chooser);

  if (self->setting)
    return;
  self->whose = SPIL_AGENDA_CHOSEN;
  g_set_str (&self->owner, at == 0 || at == GTK_INVALID_LIST_POSITION
                               ? NULL
                               : gtk_string_list_get_string (self->owners, at));
  spil_page_reload (SPIL_PAGE (self));
}

/* Changing an action */

static void
commit (SpilAgendaPage *self, const SpilPlanned *planned, const char *label, int field, int64_t number)
{
  SpilAction *action = spil_action_new (label);
  SpilChange *change = spil_action_set_row (action, spil_entity (SPIL_ENTITY_NEXT_ACTION), planned->id);
  SpilValue value = spil_value_integer (number);

  spil_change_assign (change, field, &value);
  spil_worker_commit (spil_page_get_worker (SPIL_PAGE (self)), action, NULL, NULL);
}

static void
on_moved_cb (SpilAgendaPage *self, const char *id, int day)
{
  const SpilPlanned *planned = spil_agenda_data_find (DATA (self), id);
  g_autofree char *date = spil_day_format (spil_day (day));
  g_autofree char *label = g_strdup_printf (_ ("Action moved to %s"), date);

  if (planned == NULL || planned->due.number == day)
    return;
  // Where it goes, one looks too; what is moved out of what is too late does not take the day along.
  if (spil_day_compare (planned->due, self->selected) == 0)
    self->selected = spil_day (day);
  commit (self, planned, label, SPIL_NEXT_ACTION_DUE, day);
}

static void
on_done_cb (SpilAgendaPage *self, const char *id)
{
  const SpilPlanned *planned = spil_agenda_data_find (DATA (self), id);

  if (planned != NULL)
    commit (self, planned, _ ("Next action done"), SPIL_NEXT_ACTION_STATE, SPIL_ACTION_STATE_DONE);
}

/* The page */

static void
set_wide (SpilAgendaPage *self, gboolean wide)
{
  self->wide = wide;
  gtk_widget_set_visible (self->grid_side, wide);
  gtk_widget_set_hexpand (self->list_side, !wide);
  gtk_widget_set_size_request (self->list_side, wide ? LIST_WIDTH : -1, -1);
  if (DATA (self) != NULL)
    show (self, DATA (self));
}

static void
on_wide_cb (SpilAgendaPage *self)
{
  set_wide (self, TRUE);
}

static void
on_narrow_cb (SpilAgendaPage *self)
{
  set_wide (self, FALSE);
}

static void
spil_agenda_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_AGENDA_PAGE);
  G_OBJECT_CLASS (spil_agenda_page_parent_class)->dispose (object);
}

static void
spil_agenda_page_finalize (GObject *object)
{
  g_free (SPIL_AGENDA_PAGE (object)->owner);
  G_OBJECT_CLASS (spil_agenda_page_parent_class)->finalize (object);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "agenda.earlier", NULL, earlier_action);
  gtk_widget_class_install_action (widget_class, "agenda.later", NULL, later_action);
  gtk_widget_class_install_action (widget_class, "agenda.today", NULL, today_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "agenda.earlier",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "agenda.later",
                                       NULL);
}

static void
spil_agenda_page_class_init (SpilAgendaPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_NEXT_ACTION, SPIL_ENTITY_ORGANISATION, SPIL_ENTITY_ENGAGEMENT,
                                  0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_agenda_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_agenda_page_finalize;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = spil_agenda_request_free;
  page_class->help = "agenda";
  page_class->load = spil_agenda_data_load;
  page_class->free_data = (GDestroyNotify) spil_agenda_data_free;
  page_class->fill = fill;

  install_keys (widget_class);
  g_type_ensure (SPIL_TYPE_AGENDA_GRID);
  g_type_ensure (SPIL_TYPE_AGENDA_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-agenda-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilAgendaPage, period);
  gtk_widget_class_bind_template_child (widget_class, SpilAgendaPage, scale_toggle);
  gtk_widget_class_bind_template_child (widget_class, SpilAgendaPage, owner_chooser);
  gtk_widget_class_bind_template_child (widget_class, SpilAgendaPage, grid_side);
  gtk_widget_class_bind_template_child (widget_class, SpilAgendaPage, list_side);
  gtk_widget_class_bind_template_child (widget_class, SpilAgendaPage, grid);
  gtk_widget_class_bind_template_child (widget_class, SpilAgendaPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_day_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_turned_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_scale_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_owner_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_cb);
}

static void
spil_agenda_page_init (SpilAgendaPage *self)
{
  self->selected = spil_day_today ();
  self->setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->owners = gtk_string_list_new ((const char *const[]) { _ ("Everybody"), NULL });
  gtk_drop_down_set_model (self->owner_chooser, G_LIST_MODEL (self->owners));
  g_object_unref (self->owners);
  self->setting = FALSE;
  set_wide (self, FALSE);
}

SpilPage *
spil_agenda_page_new (SpilWorker *worker)
{
  return g_object_new (SPIL_TYPE_AGENDA_PAGE, "worker", worker, NULL);
}
