// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-application-table.h"

#include <glib/gi18n-lib.h>

#include "spil-column.h"
#include "spil-entity.h"
#include "spil-text.h"

// More rows than this a list without its own scrolling does not show.
#define MAX_ROWS 150

struct _SpilApplicationTable
{
  AdwBin parent_instance;

  gboolean narrow;
  gboolean filling;
  GListStore *items; /**< of SpilFundItem: all of them */
  GtkFilterListModel *found;
  GtkSliceListModel *shown;
  GtkCustomFilter *filter;
  GArray *states_of; /**< the state behind each item of @states but the first */
  char *words; /**< folded; NULL: none */

  GtkDropDown *states;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkColumnView *view;
  GtkListBox *rows;
  GtkLabel *more;
};

G_DEFINE_FINAL_TYPE (SpilApplicationTable, spil_application_table, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

enum
{
  APPLICATION_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* The columns */

typedef enum
{
  COLUMN_EMPLOYER,
  COLUMN_MEASURES,
  COLUMN_COST,
  COLUMN_ASKED,
  COLUMN_AWARDED,
  COLUMN_RECEIVED,
  COLUMN_STATE,
  N_COLUMNS
} Column;

static char *
dup_cell (gpointer item, gpointer user_data)
{
  const SpilFundApplicationRow *row = spil_fund_item_get_row (item);

  switch ((Column) GPOINTER_TO_INT (user_data)) {
  case COLUMN_EMPLOYER:
    return g_strdup (row->organisation_name);
  case COLUMN_MEASURES:
    return g_strdup (row->measures != NULL ? row->measures : _ ("not stated"));
  case COLUMN_COST:
    return spil_fund_dup_money (row->has_cost, row->cost);
  case COLUMN_ASKED:
    return spil_fund_dup_money (row->has_asked, row->asked);
  case COLUMN_AWARDED:
    return row->has_awarded ? spil_fund_dup_money (TRUE, row->awarded) : g_strdup ("–");
  case COLUMN_RECEIVED:
    return spil_fund_dup_day (row->received);
  case COLUMN_STATE:
    return g_strdup (spil_fund_state_label (row->state));
  case N_COLUMNS:
    break;
  }
  return NULL;
}

static void
add_columns (SpilApplicationTable *self)
{
  static const struct
  {
    const char *title;
    int n_chars;
    SpilColumnFlags flags;
  } columns[] = {
    [COLUMN_EMPLOYER] = {
        N_ ("Employer"), 22, SPIL_COLUMN_EXPAND },
        [COLUMN_MEASURES] = {
            N_ ("Measures"), 22, SPIL_COLUMN_EXPAND },
            [COLUMN_COST] = {
                N_ ("Cost"), 12, SPIL_COLUMN_NUMERIC },
                [COLUMN_ASKED] = {
                    N_ ("Asked"), 12, SPIL_COLUMN_NUMERIC },
                    [COLUMN_AWARDED] = { N_ ("Awarded"), 12, SPIL_COLUMN_NUMERIC },
                                         [COLUMN_RECEIVED] = {
                                             N_ ("Received"), 12, 0 }, [COLUMN_STATE] = { N_ ("State"), 16, 0 },
                                             };

  for (int i = 0; i < N_COLUMNS; i++) {
    g_autoptr (GtkColumnViewColumn) column = spil_column_new (
        _ (columns[i].title), columns[i].n_chars, columns[i].flags, dup_cell, GINT_TO_POINTER (i), NULL);

    gtk_column_view_append_column (self->view, column);
  }
  spil_column_view_align_titles (self->view);
}

// "Gildehof: Fietsplan, Submitted"
static void
on_row_bound_cb (GtkSignalListItemFactory *factory, GtkColumnViewRow *row)
{
  const SpilFundApplicationRow *application = spil_fund_item_get_row (gtk_column_view_row_get_item (row));
  g_autofree char *label = g_strdup_printf ("%s: %s, %s", application->organisation_name,
                                            application->measures != NULL ? application->measures : "",
                                            spil_fund_state_label (application->state));

  gtk_column_view_row_set_accessible_label (row, label);
}

/* Rows of two lines */

static GtkWidget *
make_row (gpointer object, gpointer user_data)
{
  const SpilFundApplicationRow *application = spil_fund_item_get_row (object);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *amount = application->has_awarded
                                ? spil_fund_dup_money (TRUE, application->awarded)
                                : spil_fund_dup_money (application->has_asked, application->asked);
  g_autofree char *subtitle = g_strdup_printf (
      "%s · %s %s · %s", spil_fund_state_label (application->state),
      application->has_awarded
      ? _ ("awarded")
      : _ ("asked"), amount, application->measures != NULL ? application->measures : _ ("not stated"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), application->organisation_name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "spil-item", g_object_ref (object), g_object_unref);
  return row;
}

static void
activate (SpilApplicationTable *self, SpilFundItem *item)
{
  g_signal_emit (self, signals[APPLICATION_ACTIVATED], 0, &spil_fund_item_get_row (item)->id);
}

static void
on_row_activated_cb (SpilApplicationTable *self, GtkListBoxRow *row)
{
  activate (self, g_object_get_data (G_OBJECT (row), "spil-item"));
}

static void
on_view_activated_cb (SpilApplicationTable *self, guint position)
{
  g_autoptr (SpilFundItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (item != NULL)
    activate (self, item);
}

/* The filter */

// 0: all states.
static int
get_state (SpilApplicationTable *self)
{
  guint selected = gtk_drop_down_get_selected (self->states);

  return selected == 0 || selected > self->states_of->len
             ? 0
             : g_array_index (self->states_of, int, selected - 1);
}

static gboolean
filter_item (gpointer item, gpointer user_data)
{
  SpilApplicationTable *self = user_data;
  int state = get_state (self);

  if (state != 0 && spil_fund_item_get_row (item)->state != state)
    return FALSE;
  return self->words == NULL || spil_fund_item_matches (item, self->words);
}

static void
update_shown (SpilApplicationTable *self)
{
  guint found = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  g_autofree char *more = NULL;

  gtk_stack_set_visible_child_name (self->stack, found == 0 ? "none" : self->narrow ? "rows" : "table");
  if (found > MAX_ROWS)
    // Translators: both are numbers of applications.
    more = g_strdup_printf (_ ("The first %d of %u; choose a state or search to see others."), MAX_ROWS,
                              found);
  gtk_label_set_text (self->more, more != NULL ? more : "");
  gtk_widget_set_visible (GTK_WIDGET (self->more), more != NULL);
}

static void
on_filter_changed_cb (SpilApplicationTable *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (self->filling)
    return;
  g_clear_pointer (&self->words, g_free);
  if (text[0] != '\0')
    self->words = spil_text_fold (text);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_shown (self);
}

static int
count_state (GPtrArray *items, int state)
{
  int n = 0;

  for (guint i = 0; i < items->len; i++)
    if (spil_fund_item_get_row (g_ptr_array_index (items, i))->state == state)
      n++;
  return n;
}

static void
append_count (GtkStringList *names, const char *name, int n)
{
  // Translators: a state and how many applications are in it.
  g_autofree char *text = g_strdup_printf (_ ("%s (%d)"), name, n);

  gtk_string_list_append (names, text);
}

// The states that there are, with their numbers; what was chosen stays.
static void
fill_states (SpilApplicationTable *self, GPtrArray *items)
{
  const SpilField *field = spil_entity_field (spil_entity (SPIL_ENTITY_APPLICATION), SPIL_APPLICATION_STATE);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  int chosen = get_state (self);
  guint selected = 0;

  g_array_set_size (self->states_of, 0);
  append_count (names, _ ("All states"), (int) items->len);
  for (int i = 0; i < field->choices->n_items; i++) {
    int state = (int) field->choices->items[i].number;
    int n = count_state (items, state);

    if (n == 0 && state != chosen)
      continue;
    append_count (names, spil_fund_state_label (state), n);
    g_array_append_val (self->states_of, state);
    if (state == chosen)
      selected = self->states_of->len;
  }
  gtk_drop_down_set_model (self->states, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->states, selected);
}

/* The widget */

static void
spil_application_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_NARROW:
    g_value_set_boolean (value, SPIL_APPLICATION_TABLE (object)->narrow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_application_table_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SpilApplicationTable *self = SPIL_APPLICATION_TABLE (object);

  switch (prop_id) {
  case PROP_NARROW:
    self->narrow = g_value_get_boolean (value);
    update_shown (self);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_application_table_dispose (GObject *object)
{
  SpilApplicationTable *self = SPIL_APPLICATION_TABLE (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_APPLICATION_TABLE);
  g_clear_object (&self->shown);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (spil_application_table_parent_class)->dispose (object);
}

static void
spil_application_table_finalize (GObject *object)
{
  SpilApplicationTable *self = SPIL_APPLICATION_TABLE (object);

  g_array_unref (self->states_of);
  g_free (self->words);
  G_OBJECT_CLASS (spil_application_table_parent_class)->finalize (object);
}

static void
spil_application_table_class_init (SpilApplicationTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spil_application_table_get_property;
  object_class->set_property = spil_application_table_set_property;
  object_class->dispose = spil_application_table_dispose;
  object_class->finalize = spil_application_table_finalize;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[APPLICATION_ACTIVATED] = g_signal_new ("application-activated", SPIL_TYPE_APPLICATION_TABLE,
                                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                                 G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-application-table.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationTable, states);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationTable, search);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationTable, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationTable, view);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationTable, rows);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationTable, more);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_view_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
spil_application_table_init (SpilApplicationTable *self)
{
  g_autoptr (GtkListItemFactory) row_factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->states_of = g_array_new (FALSE, FALSE, sizeof (int));
  self->items = g_list_store_new (SPIL_TYPE_FUND_ITEM);
  self->filter = gtk_custom_filter_new (NULL, NULL, NULL);
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                           GTK_FILTER (g_object_ref (self->filter)));
  self->shown = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->found)), 0, MAX_ROWS);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  gtk_custom_filter_set_filter_func (self->filter, filter_item, self, NULL);
  g_signal_connect (row_factory, "bind", G_CALLBACK (on_row_bound_cb), NULL);
  gtk_column_view_set_row_factory (self->view, row_factory);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown))));
  gtk_column_view_set_model (self->view, selection);
  add_columns (self);
  gtk_list_box_bind_model (self->rows, G_LIST_MODEL (self->shown), make_row, NULL, NULL);
}

void
spil_application_table_set_items (SpilApplicationTable *self, GPtrArray *items)
{
  g_return_if_fail (SPIL_IS_APPLICATION_TABLE (self));

  self->filling = TRUE;
  fill_states (self, items);
  self->filling = FALSE;
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata,
                       items->len);
  on_filter_changed_cb (self);
}

void
spil_application_table_search (SpilApplicationTable *self)
{
  g_return_if_fail (SPIL_IS_APPLICATION_TABLE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
