// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-application-table.h"

#include <glib/gi18n-lib.h>

#include "spil-application-columns.h"
#include "spil-fund-item.h"
#include "spil-fund-words.h"
#include "spil-row-group.h"

// More rows than this a list without its own scrolling does not show.
#define MAX_ROWS 150

struct _SpilApplicationTable
{
  AdwBin parent_instance;

  gboolean narrow;
  GListModel *found; /**< what is to be shown; NULL: nothing yet */
  GtkSortListModel *sorted;
  GtkSliceListModel *shown;

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

// "Gildehof: Fietsplan, Submitted"
static void
on_row_bound_cb (GtkSignalListItemFactory *factory, GtkColumnViewRow *row)
{
  const SpilFundApplicationRow *application = spil_fund_item_get_row (gtk_column_view_row_get_item (row));
  g_autofree char *label = g_strdup_printf ("%s: %s, %s", application->organisation_name,
                                            spil_fund_get_measures (application),
                                            spil_fund_state_label (application->state));

  gtk_column_view_row_set_accessible_label (row, label);
}

/* Rows of two lines */

static GtkWidget *
make_row (gpointer object, gpointer user_data)
{
  const SpilFundApplicationRow *application = spil_fund_item_get_row (object);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *sign = gtk_image_new_from_icon_name (spil_fund_state_icon (application->state));
  g_autofree char *stake = spil_fund_dup_money (application->has_settled || application->has_awarded ||
                                                    application->has_asked,
                                                spil_fund_get_stake (application));
  g_autofree char *term = application->late ? spil_fund_dup_term_short (application, spil_day_today ())
                                            : NULL;
  g_autofree char *over = application->over.cents > 0 ? g_strdup (C_ ("application", "over the ceiling"))
                                                      : NULL;
  g_autofree char *subtitle = spil_join_facts (spil_fund_state_label (application->state), stake,
                                               term != NULL ? term : "", over != NULL ? over : "",
                                               spil_fund_get_measures (application), NULL);

  gtk_accessible_update_state (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), application->organisation_name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), sign);
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

static gboolean
has_numbers (GListModel *model)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (SpilFundItem) item = g_list_model_get_item (model, i);

    if (spil_fund_item_get_row (item)->number != NULL)
      return TRUE;
  }
  return FALSE;
}

static void
update_shown (SpilApplicationTable *self)
{
  guint found = self->found != NULL ? g_list_model_get_n_items (self->found) : 0;
  g_autofree char *more = NULL;

  gtk_stack_set_visible_child_name (self->stack, self->narrow ? "rows" : "table");
  if (self->found != NULL)
    spil_application_columns_show_number (self->view, found == 0 || has_numbers (self->found));
  if (found > MAX_ROWS)
    // Translators: both are numbers of applications.
    more = g_strdup_printf (_ ("The first %d of %u; choose a state or search to see others."), MAX_ROWS,
                            found);
  gtk_label_set_text (self->more, more != NULL ? more : "");
  gtk_widget_set_visible (GTK_WIDGET (self->more), more != NULL);
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

  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_APPLICATION_TABLE);
  g_clear_object (&self->shown);
  g_clear_object (&self->sorted);
  g_clear_object (&self->found);
  G_OBJECT_CLASS (spil_application_table_parent_class)->dispose (object);
}

static void
spil_application_table_class_init (SpilApplicationTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spil_application_table_get_property;
  object_class->set_property = spil_application_table_set_property;
  object_class->dispose = spil_application_table_dispose;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[APPLICATION_ACTIVATED] = g_signal_new ("application-activated", SPIL_TYPE_APPLICATION_TABLE,
                                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                                 G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-application-table.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationTable, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationTable, view);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationTable, rows);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationTable, more);
  gtk_widget_class_bind_template_callback (widget_class, on_view_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
spil_application_table_init (SpilApplicationTable *self)
{
  g_autoptr (GtkListItemFactory) row_factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (row_factory, "bind", G_CALLBACK (on_row_bound_cb), NULL);
  gtk_column_view_set_row_factory (self->view, row_factory);
  spil_application_columns_add (self->view);
  self->sorted = gtk_sort_list_model_new (NULL, g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->shown = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->sorted)), 0, MAX_ROWS);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown))));
  gtk_column_view_set_model (self->view, selection);
  gtk_list_box_bind_model (self->rows, G_LIST_MODEL (self->shown), make_row, NULL, NULL);
}

void
spil_application_table_set_model (SpilApplicationTable *self, GListModel *found)
{
  g_return_if_fail (SPIL_IS_APPLICATION_TABLE (self));
  g_return_if_fail (self->found == NULL);

  self->found = g_object_ref (found);
  gtk_sort_list_model_set_model (self->sorted, found);
  g_signal_connect_object (found, "items-changed", G_CALLBACK (update_shown), self, G_CONNECT_SWAPPED);
  update_shown (self);
}

void
spil_application_table_focus_first (SpilApplicationTable *self)
{
  g_return_if_fail (SPIL_IS_APPLICATION_TABLE (self));

  if (self->found == NULL || g_list_model_get_n_items (self->found) == 0)
    return;
  if (self->narrow) {
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows, 0)));
    return;
  }
  gtk_column_view_scroll_to (self->view, 0, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
