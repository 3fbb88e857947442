// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-application-filter.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-fund-words.h"
#include "spil-text.h"

struct _SpilApplicationFilter
{
  AdwBin parent_instance;

  gboolean filling;
  GtkCustomFilter *filter;
  GArray *states_of; /**< the state behind each item of @states but the first */
  GArray *employers_of; /**< the employer (SpilId) behind each item of @employers but the first */
  char *words; /**< folded; NULL: none */

  GtkDropDown *states;
  GtkDropDown *employers;
  GtkToggleButton *late;
  GtkToggleButton *over;
  GtkSearchEntry *search;
};

G_DEFINE_FINAL_TYPE (SpilApplicationFilter, spil_application_filter, ADW_TYPE_BIN)

enum
{
  CHANGED,
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is asked for */

// 0: all states.
static int
get_state (SpilApplicationFilter *self)
{
  guint selected = gtk_drop_down_get_selected (self->states);

  return selected == 0 || selected > self->states_of->len
             ? 0
             : g_array_index (self->states_of, int, selected - 1);
}

// Nil: all employers.
static SpilId
get_employer (SpilApplicationFilter *self)
{
  guint selected = gtk_drop_down_get_selected (self->employers);

  return selected == 0 || selected > self->employers_of->len
             ? SPIL_ID_NIL
             : g_array_index (self->employers_of, SpilId, selected - 1);
}

static gboolean
filter_item (gpointer item, gpointer user_data)
{
  SpilApplicationFilter *self = user_data;
  const SpilFundApplicationRow *row = spil_fund_item_get_row (item);
  int state = get_state (self);
  SpilId employer = get_employer (self);

  return (state == 0 || row->state == state) &&
         (spil_id_is_nil (employer) || spil_id_equal (row->organisation, employer)) &&
         (!gtk_toggle_button_get_active (self->late) || row->late) &&
         (!gtk_toggle_button_get_active (self->over) || row->over.cents > 0) &&
         (self->words == NULL || spil_fund_item_matches (item, self->words));
}

static void
on_changed_cb (SpilApplicationFilter *self)
{
  const char *text;

  if (self->filling)
    return;
  text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_clear_pointer (&self->words, g_free);
  if (text[0] != '\0')
    self->words = spil_text_fold (text);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  g_signal_emit (self, signals[CHANGED], 0);
}

GtkFilter *
spil_application_filter_get_filter (SpilApplicationFilter *self)
{
  g_return_val_if_fail (SPIL_IS_APPLICATION_FILTER (self), NULL);
  return GTK_FILTER (self->filter);
}

gboolean
spil_application_filter_is_set (SpilApplicationFilter *self)
{
  g_return_val_if_fail (SPIL_IS_APPLICATION_FILTER (self), FALSE);
  return get_state (self) != 0 || !spil_id_is_nil (get_employer (self)) ||
         gtk_toggle_button_get_active (self->late) || gtk_toggle_button_get_active (self->over) ||
         self->words != NULL;
}

void
spil_application_filter_clear (SpilApplicationFilter *self)
{
  g_return_if_fail (SPIL_IS_APPLICATION_FILTER (self));

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->states, 0);
  gtk_drop_down_set_selected (self->employers, 0);
  gtk_toggle_button_set_active (self->late, FALSE);
  gtk_toggle_button_set_active (self->over, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  self->filling = FALSE;
  on_changed_cb (self);
}

void
spil_application_filter_search (SpilApplicationFilter *self)
{
  g_return_if_fail (SPIL_IS_APPLICATION_FILTER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
on_search_activated_cb (SpilApplicationFilter *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
on_search_stopped_cb (SpilApplicationFilter *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* What can be chosen */

static void
append_count (GtkStringList *names, const char *name, int n)
{
  // Translators: a state, and how many applications are in it.
  g_autofree char *text = g_strdup_printf (_ ("%s (%d)"), name, n);

  gtk_string_list_append (names, text);
}

static int
count_state (GPtrArray *items, int state)
{
  int n = 0;

  for (guint i = 0; i < items->len; i++)
    if (spil_fund_item_get_row (items->pdata[i])->state == state)
      n++;
  return n;
}

// The states that there are, with their numbers.
static void
fill_states (SpilApplicationFilter *self, GPtrArray *items)
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

static gint
compare_employers (gconstpointer a, gconstpointer b)
{
  const SpilFundApplicationRow *first = spil_fund_item_get_row (*(SpilFundItem *const *) a);
  const SpilFundApplicationRow *second = spil_fund_item_get_row (*(SpilFundItem *const *) b);
  int order = g_utf8_collate (first->organisation_name != NULL ? first->organisation_name : "",
                              second->organisation_name != NULL ? second->organisation_name : "");

  return order != 0 ? order : spil_id_compare (first->organisation, second->organisation);
}

static void
fill_employers (SpilApplicationFilter *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (items, NULL, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  SpilId chosen = get_employer (self);
  SpilId last = SPIL_ID_NIL;
  guint selected = 0;

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_employers);
  g_array_set_size (self->employers_of, 0);
  gtk_string_list_append (names, _ ("All employers"));
  for (guint i = 0; i < sorted->len; i++) {
    const SpilFundApplicationRow *row = spil_fund_item_get_row (sorted->pdata[i]);

    if (spil_id_equal (row->organisation, last))
      continue;
    last = row->organisation;
    gtk_string_list_append (names, row->organisation_name != NULL ? row->organisation_name : "");
    g_array_append_val (self->employers_of, row->organisation);
    if (!spil_id_is_nil (chosen) && spil_id_equal (row->organisation, chosen))
      selected = self->employers_of->len;
  }
  gtk_drop_down_set_model (self->employers, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->employers, selected);
}

// Nothing to choose where nothing is amiss; what is pressed stays, to be let go.
static void
fill_toggle (GtkToggleButton *toggle, const char *name, int n)
{
  g_autofree char *label = g_strdup_printf (_ ("%s (%d)"), name, n);

  gtk_button_set_label (GTK_BUTTON (toggle), label);
  gtk_widget_set_visible (GTK_WIDGET (toggle), n > 0 || gtk_toggle_button_get_active (toggle));
}

void
spil_application_filter_set_items (SpilApplicationFilter *self, GPtrArray *items)
{
  int late = 0, over = 0;

  g_return_if_fail (SPIL_IS_APPLICATION_FILTER (self));

  for (guint i = 0; i < items->len; i++) {
    late += spil_fund_item_get_row (items->pdata[i])->late ? 1 : 0;
    over += spil_fund_item_get_row (items->pdata[i])->over.cents > 0 ? 1 : 0;
  }
  self->filling = TRUE;
  fill_states (self, items);
  fill_employers (self, items);
  fill_toggle (self->late, C_ ("applications", "Too late"), late);
  fill_toggle (self->over, C_ ("applications", "Over the ceiling"), over);
  self->filling = FALSE;
}

/* The widget */

static void
spil_application_filter_dispose (GObject *object)
{
  SpilApplicationFilter *self = SPIL_APPLICATION_FILTER (object);

  self->filling = TRUE;
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_APPLICATION_FILTER);
  g_clear_object (&self->filter);
  G_OBJECT_CLASS (spil_application_filter_parent_class)->dispose (object);
}

static void
spil_application_filter_finalize (GObject *object)
{
  SpilApplicationFilter *self = SPIL_APPLICATION_FILTER (object);

  g_array_unref (self->states_of);
  g_array_unref (self->employers_of);
  g_free (self->words);
  G_OBJECT_CLASS (spil_application_filter_parent_class)->finalize (object);
}

static void
spil_application_filter_class_init (SpilApplicationFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_application_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_application_filter_finalize;
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_APPLICATION_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[ENTERED] = g_signal_new ("entered", SPIL_TYPE_APPLICATION_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-application-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationFilter, states);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationFilter, employers);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationFilter, late);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationFilter, over);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationFilter, search);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
}

static void
spil_application_filter_init (SpilApplicationFilter *self)
{
  self->states_of = g_array_new (FALSE, FALSE, sizeof (int));
  self->employers_of = g_array_new (FALSE, FALSE, sizeof (SpilId));
  self->filter = gtk_custom_filter_new (NULL, NULL, NULL);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  gtk_drop_down_set_expression (self->employers,
                                gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_custom_filter_set_filter_func (self->filter, filter_item, self, NULL);
}
