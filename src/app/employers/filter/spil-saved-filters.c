// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-saved-filters.h"

#include <glib/gi18n-lib.h>

#include "spil-employers-data.h"
#include "spil-filter-definition.h"
#include "spil-filter-name.h"
#include "spil-record.h"
#include "spil-text.h"

#define MAX_NAME_CHARS 40

/* One that can be chosen: a saved one, or a proposal. */
typedef struct
{
  SpilRecord *record; /* NULL: a proposal */
  char *name;
  char *definition;
  GtkWidget *button; /* borrowed */
} Filter;

struct _SpilSavedFilters
{
  AdwBin parent_instance;

  SpilWorker *worker;
  SpilEmployerSelection *selection; /**< NULL until it is known */
  GPtrArray *filters; /**< of Filter */
  char *columns; /**< to save with it; NULL: none in particular */
  SpilId current; /**< the saved one that was chosen last; nil: none */
  gboolean updating; /**< the buttons are set by the program */

  AdwWrapBox *box;
  GtkWidget *menu_button;
};

G_DEFINE_FINAL_TYPE (SpilSavedFilters, spil_saved_filters, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

// Proposed as long as nothing is saved.
static const struct
{
  const char *name;
  const char *definition;
} proposals[] = {
  { N_ ("My employers"), "spil-employers 1\nmine yes\n" },
  { N_ ("Contact overdue"), "spil-employers 1\ncontact-owed yes\nsort last-contact\n" },
  { N_ ("Without a next action"), "spil-employers 1\nno-next-action yes\n" },
};

static void
filter_free (gpointer data)
{
  Filter *filter = data;

  g_clear_object (&filter->record);
  g_free (filter->name);
  g_free (filter->definition);
  g_free (filter);
}

/* Which one is in use */

static SpilEmployerSelection *
read_filter (const Filter *filter)
{
  return spil_filter_definition_read (filter->definition, spil_day_today (), NULL);
}

static gboolean
is_in_use (SpilSavedFilters *self, const Filter *filter)
{
  g_autoptr (SpilEmployerSelection) asked = read_filter (filter);

  return self->selection != NULL && spil_filter_definition_same (asked, self->selection);
}

static Filter *
current_filter (SpilSavedFilters *self)
{
  for (guint i = 0; !spil_id_is_nil (self->current) && i < self->filters->len; i++) {
    Filter *filter = self->filters->pdata[i];

    if (filter->record != NULL && spil_id_equal (spil_record_get_id (filter->record), self->current))
      return filter;
  }
  return NULL;
}

// There is something to save: more than all employers in the usual order.
static gboolean
asks_something (SpilSavedFilters *self)
{
  g_autoptr (SpilEmployerSelection) nothing = spil_employer_selection_new (spil_day_today ());

  return self->selection != NULL && !spil_filter_definition_same (self->selection, nothing);
}

static void
update (SpilSavedFilters *self)
{
  Filter *used = NULL;
  Filter *current = current_filter (self);

  self->updating = TRUE;
  for (guint i = 0; i < self->filters->len; i++) {
    Filter *filter = self->filters->pdata[i];
    gboolean in_use = is_in_use (self, filter);

    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (filter->button), in_use);
    if (in_use)
      used = filter;
  }
  self->updating = FALSE;
  if (used != NULL && used->record != NULL && used != current) {
    self->current = spil_record_get_id (used->record);
    current = used;
  }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "filter.save", asks_something (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "filter.update",
                                 current != NULL && current != used && asks_something (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "filter.rename", current != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "filter.remove", current != NULL);
}

/* Choosing */

static void
choose (SpilSavedFilters *self, const Filter *filter)
{
  g_autoptr (SpilEmployerSelection) asked = read_filter (filter);

  self->current = filter->record != NULL ? spil_record_get_id (filter->record) : SPIL_ID_NIL;
  g_signal_emit (self, signals[CHOSEN], 0, asked);
}

static void
on_button_toggled_cb (SpilSavedFilters *self, GtkToggleButton *button)
{
  const Filter *filter = g_object_get_data (G_OBJECT (button), "spil-filter");

  if (self->updating)
    return;
  if (gtk_toggle_button_get_active (button)) {
    choose (self, filter);
  } else {
    self->current = SPIL_ID_NIL;
    g_signal_emit (self, signals[CHOSEN], 0, NULL);
  }
}

gboolean
spil_saved_filters_choose (SpilSavedFilters *self, guint index)
{
  g_return_val_if_fail (SPIL_IS_SAVED_FILTERS (self), FALSE);

  if (index >= self->filters->len)
    return FALSE;
  choose (self, self->filters->pdata[index]);
  return TRUE;
}

/* Saving, changing, removing */

static char *
dup_definition (SpilSavedFilters *self)
{
  g_autoptr (SpilEmployerSelection) saved = spil_employer_selection_copy (self->selection);

  g_set_str (&saved->columns, self->columns);
  return spil_filter_definition_write (saved);
}

static void
save_as (const char *name, gpointer user_data)
{
  SpilSavedFilters *self = user_data;
  g_autoptr (SpilRecord) record = spil_record_new (spil_entity (SPIL_ENTITY_SAVED_FILTER), spil_id_new ());
  g_autofree char *definition = dup_definition (self);
  // Translators: %s is the name of a saved filter.
  g_autofree char *label = g_strdup_printf (_ ("Filter “%s” saved"), name);
  SpilAction *action = spil_action_new (label);

  spil_record_set_text (record, SPIL_SAVED_FILTER_NAME, name);
  spil_record_set_text (record, SPIL_SAVED_FILTER_PAGE, SPIL_EMPLOYERS_FILTER_PAGE);
  spil_record_set_text (record, SPIL_SAVED_FILTER_DEFINITION, definition);
  spil_action_add (action, record);
  self->current = spil_record_get_id (record);
  spil_worker_commit (self->worker, action, NULL, NULL);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilSavedFilters *self = SPIL_SAVED_FILTERS (widget);
  const char *proposed = "";

  for (guint i = 0; i < self->filters->len; i++) {
    const Filter *filter = self->filters->pdata[i];

    if (filter->record == NULL && is_in_use (self, filter))
      proposed = filter->name;
  }
  spil_filter_name_ask (widget, _ ("Save the filter"), proposed, save_as, self);
}

static void
change (SpilSavedFilters *self, const char *format, int field, const char *text)
{
  Filter *current = current_filter (self);
  g_autoptr (SpilRecord) after = current != NULL ? spil_record_copy (current->record) : NULL;
  g_autofree char *label = NULL;
  SpilAction *action;

  if (current == NULL)
    return;
  spil_record_set_text (after, field, text);
  label = g_strdup_printf (format, spil_record_get_text (after, SPIL_SAVED_FILTER_NAME));
  action = spil_action_new (label);
  spil_action_set (action, current->record, after);
  spil_worker_commit (self->worker, action, NULL, NULL);
}

static void
update_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilSavedFilters *self = SPIL_SAVED_FILTERS (widget);
  g_autofree char *definition = dup_definition (self);

  change (self, _ ("Filter “%s” changed"), SPIL_SAVED_FILTER_DEFINITION, definition);
}

static void
rename_to (const char *name, gpointer user_data)
{
  change (user_data, _ ("Filter renamed to “%s”"), SPIL_SAVED_FILTER_NAME, name);
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Filter *current = current_filter (SPIL_SAVED_FILTERS (widget));

  if (current != NULL)
    spil_filter_name_ask (widget, _ ("Rename the filter"), current->name, rename_to, widget);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilSavedFilters *self = SPIL_SAVED_FILTERS (widget);
  Filter *current = current_filter (self);
  g_autofree char *label = NULL;
  SpilAction *action;

  if (current == NULL)
    return;
  label = g_strdup_printf (_ ("Filter “%s” removed"), current->name);
  action = spil_action_new (label);
  spil_action_delete (action, spil_entity (SPIL_ENTITY_SAVED_FILTER), spil_record_get_id (current->record));
  spil_worker_commit (self->worker, action, NULL, NULL);
}

/* The line */

static void
add_button (SpilSavedFilters *self, Filter *filter)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (filter->name);
  guint number = self->filters->len;
  g_autofree char *tip = NULL;

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "chip");
  if (number <= 9)
    // Translators: the name of a saved filter and the number of its key.
    tip = g_strdup_printf (_ ("%s (Alt+%d)"), filter->name, (int) number);
  gtk_widget_set_tooltip_text (button, tip != NULL ? tip : filter->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, filter->name, -1);
  g_object_set_data (G_OBJECT (button), "spil-filter", filter);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_button_toggled_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->box, button);
  filter->button = button;
}

static void
add_filter (SpilSavedFilters *self, SpilRecord *record, const char *name, const char *definition)
{
  Filter *filter = g_new0 (Filter, 1);

  g_set_object (&filter->record, record);
  filter->name = spil_text_one_line (name != NULL ? name : "", MAX_NAME_CHARS);
  filter->definition = g_strdup (definition);
  g_ptr_array_add (self->filters, filter);
  add_button (self, filter);
}

static void
append_when_possible (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_menu_button (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _ ("Save this filter…"), "filter.save");
  append_when_possible (menu, _ ("Save the changes in this filter"), "filter.update");
  append_when_possible (menu, _ ("Rename…"), "filter.rename");
  append_when_possible (menu, _ ("Remove"), "filter.remove");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Save or manage filters"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Save or manage filters"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
spil_saved_filters_dispose (GObject *object)
{
  SpilSavedFilters *self = SPIL_SAVED_FILTERS (object);

  self->updating = TRUE;
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (spil_saved_filters_parent_class)->dispose (object);
}

static void
spil_saved_filters_finalize (GObject *object)
{
  SpilSavedFilters *self = SPIL_SAVED_FILTERS (object);

  g_ptr_array_unref (self->filters);
  spil_employer_selection_free (self->selection);
  g_free (self->columns);
  G_OBJECT_CLASS (spil_saved_filters_parent_class)->finalize (object);
}

static void
spil_saved_filters_class_init (SpilSavedFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_saved_filters_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_saved_filters_finalize;
  gtk_widget_class_install_action (widget_class, "filter.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "filter.update", NULL, update_action);
  gtk_widget_class_install_action (widget_class, "filter.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "filter.remove", NULL, remove_action);
  signals[CHOSEN] = g_signal_new ("chosen", SPIL_TYPE_SAVED_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
spil_saved_filters_init (SpilSavedFilters *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->filters = g_ptr_array_new_with_free_func (filter_free);
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  self->menu_button = make_menu_button ();
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (line), self->menu_button);
  adw_bin_set_child (ADW_BIN (self), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Saved filters"),
                                  -1);
}

void
spil_saved_filters_set_worker (SpilSavedFilters *self, SpilWorker *worker)
{
  g_return_if_fail (SPIL_IS_SAVED_FILTERS (self));
  g_set_object (&self->worker, worker);
}

static gboolean
are_same (SpilSavedFilters *self, GPtrArray *filters)
{
  if (filters->len == 0 || self->filters->len != filters->len)
    return FALSE;
  for (guint i = 0; i < filters->len; i++) {
    const Filter *filter = self->filters->pdata[i];
    SpilRecord *record = filters->pdata[i];

    if (filter->record == NULL ||
        !spil_id_equal (spil_record_get_id (filter->record), spil_record_get_id (record)) ||
        g_strcmp0 (filter->name, spil_record_get_text (record, SPIL_SAVED_FILTER_NAME)) != 0 ||
        g_strcmp0 (filter->definition, spil_record_get_text (record, SPIL_SAVED_FILTER_DEFINITION)) != 0)
      return FALSE;
  }
  return TRUE;
}

void
spil_saved_filters_set_filters (SpilSavedFilters *self, GPtrArray *filters)
{
  GtkWidget *child;

  g_return_if_fail (SPIL_IS_SAVED_FILTERS (self));

  // The keyboard may be on one of them.
  if (are_same (self, filters))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    adw_wrap_box_remove (self->box, child);
  g_ptr_array_set_size (self->filters, 0);
  for (guint i = 0; i < filters->len; i++) {
    SpilRecord *record = filters->pdata[i];

    add_filter (self, record, spil_record_get_text (record, SPIL_SAVED_FILTER_NAME),
                spil_record_get_text (record, SPIL_SAVED_FILTER_DEFINITION));
  }
  for (gsize i = 0; filters->len == 0 && i < G_N_ELEMENTS (proposals); i++)
    add_filter (self, NULL, _ (proposals[i].name), proposals[i].definition);
  update (self);
}

void
spil_saved_filters_set_selection (SpilSavedFilters *self, const SpilEmployerSelection *selection)
{
  g_return_if_fail (SPIL_IS_SAVED_FILTERS (self));

  spil_employer_selection_free (self->selection);
  self->selection = spil_employer_selection_copy (selection);
  update (self);
}

void
spil_saved_filters_set_columns (SpilSavedFilters *self, const char *columns)
{
  g_return_if_fail (SPIL_IS_SAVED_FILTERS (self));
  g_set_str (&self->columns, columns);
}
