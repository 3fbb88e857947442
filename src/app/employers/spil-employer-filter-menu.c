// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-filter-menu.h"

#include <glib/gi18n-lib.h>

#include "spil-record.h"

struct _SpilEmployerFilterMenu
{
  GtkPopover parent_instance;

  SpilEmployerSelection *selection; /**< borrowed */
  GPtrArray *stages;
  GPtrArray *areas;
  GPtrArray *brokers;
  gboolean updating; /**< the rows are set by the program */

  AdwComboRow *kinds_row;
  AdwComboRow *stage_row;
  AdwComboRow *area_row;
  AdwComboRow *broker_row;
  AdwSwitchRow *overdue_row;
  AdwComboRow *sort_row;
};

G_DEFINE_FINAL_TYPE (SpilEmployerFilterMenu, spil_employer_filter_menu, GTK_TYPE_POPOVER)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

// The orders that can be chosen without a heading.
static const struct
{
  const char *label;
  SpilEmployerSort sort;
  gboolean descending;
} orders[] = {
  { N_ ("Best match"), SPIL_EMPLOYER_SORT_MATCH, FALSE },
    { N_ ("Name"), SPIL_EMPLOYER_SORT_NAME, FALSE },
      { N_ ("Town"), SPIL_EMPLOYER_SORT_TOWN, FALSE },
        { N_ ("Most staff first"), SPIL_EMPLOYER_SORT_STAFF, TRUE },
          { N_ ("Longest ago contacted first"), SPIL_EMPLOYER_SORT_LAST_CONTACT, FALSE },
            { N_ ("Latest contacted first"), SPIL_EMPLOYER_SORT_LAST_CONTACT, TRUE },
          };

/* Filling the rows */

static GtkStringList *
list_titles (GPtrArray *records)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("All"));
  for (guint i = 0; records != NULL && i < records->len; i++)
    gtk_string_list_append (list, spil_record_get_title (records->pdata[i]));
  return list;
}

static GtkStringList *
list_texts (GPtrArray *texts)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("All"));
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    gtk_string_list_append (list, texts->pdata[i]);
  return list;
}

static void
set_list (AdwComboRow *row, GtkStringList *list)
{
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  g_object_unref (list);
}

static void
fill_fixed_rows (SpilEmployerFilterMenu *self)
{
  GtkStringList *kinds = gtk_string_list_new (NULL);
  GtkStringList *sorts = gtk_string_list_new (NULL);

  for (int kind = 0; kind < SPIL_EMPLOYER_N_KINDS; kind++)
    gtk_string_list_append (kinds, spil_employer_kinds_label ((SpilEmployerKinds) kind));
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    gtk_string_list_append (sorts, _ (orders[i].label));
  set_list (self->kinds_row, kinds);
  set_list (self->sort_row, sorts);
}

static guint
find_record (GPtrArray *records, SpilId id)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (spil_id_equal (spil_record_get_id (records->pdata[i]), id))
      return i + 1;
  return 0;
}

static guint
find_text (GPtrArray *texts, const char *text)
{
  for (guint i = 0; text != NULL && texts != NULL && i < texts->len; i++)
    if (g_str_equal (texts->pdata[i], text))
      return i + 1;
  return 0;
}

static guint
find_order (const SpilEmployerSelection *selection)
{
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (orders[i].sort == selection->sort &&
        (found == GTK_INVALID_LIST_POSITION || orders[i].descending == selection->descending))
      found = i;
  return found;
}

/* What a person chooses */

static SpilRecord *
chosen_record (AdwComboRow *row, GPtrArray *records)
{
  guint position = adw_combo_row_get_selected (row);

  if (records == NULL || position == GTK_INVALID_LIST_POSITION || position == 0 || position > records->len)
    return NULL;
  return records->pdata[position - 1];
}

static void
on_stage_chosen_cb (SpilEmployerFilterMenu *self)
{
  SpilRecord *stage = chosen_record (self->stage_row, self->stages);

  if (self->updating)
    return;
  spil_employer_selection_set_stage (self->selection,
                                     stage != NULL ? spil_record_get_id (stage) : SPIL_ID_NIL,
                                     stage != NULL ? spil_record_get_title (stage) : NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_area_chosen_cb (SpilEmployerFilterMenu *self)
{
  SpilRecord *area = chosen_record (self->area_row, self->areas);

  if (self->updating)
    return;
  spil_employer_selection_set_area (self->selection, area != NULL ? spil_record_get_id (area) : SPIL_ID_NIL,
                                    area != NULL ? spil_record_get_title (area) : NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_broker_chosen_cb (SpilEmployerFilterMenu *self)
{
  guint position = adw_combo_row_get_selected (self->broker_row);
  gboolean chosen = self->brokers != NULL && position != 0 && position <= self->brokers->len;

  if (self->updating)
    return;
  g_set_str (&self->selection->broker, chosen ? self->brokers->pdata[position - 1] : NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_other_chosen_cb (SpilEmployerFilterMenu *self)
{
  if (self->updating)
    return;
  self->selection->kinds = (SpilEmployerKinds) adw_combo_row_get_selected (self->kinds_row);
  self->selection->overdue = adw_switch_row_get_active (self->overdue_row);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_order_chosen_cb (SpilEmployerFilterMenu *self)
{
  guint order = adw_combo_row_get_selected (self->sort_row);

  if (self->updating || order >= G_N_ELEMENTS (orders))
    return;
  self->selection->sort = orders[order].sort;
  self->selection->descending = orders[order].descending;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
spil_employer_filter_menu_dispose (GObject *object)
{
  SpilEmployerFilterMenu *self = SPIL_EMPLOYER_FILTER_MENU (object);

  self->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_EMPLOYER_FILTER_MENU);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->brokers, g_ptr_array_unref);
  G_OBJECT_CLASS (spil_employer_filter_menu_parent_class)->dispose (object);
}

static void
spil_employer_filter_menu_class_init (SpilEmployerFilterMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_employer_filter_menu_dispose;
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_EMPLOYER_FILTER_MENU, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-employer-filter-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerFilterMenu, kinds_row);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerFilterMenu, stage_row);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerFilterMenu, area_row);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerFilterMenu, broker_row);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerFilterMenu, overdue_row);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerFilterMenu, sort_row);
  gtk_widget_class_bind_template_callback (widget_class, on_stage_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_area_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_broker_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_other_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_order_chosen_cb);
}

static void
spil_employer_filter_menu_init (SpilEmployerFilterMenu *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_fixed_rows (self);
  self->updating = FALSE;
}

void
spil_employer_filter_menu_set_selection (SpilEmployerFilterMenu *self, SpilEmployerSelection *selection)
{
  g_return_if_fail (SPIL_IS_EMPLOYER_FILTER_MENU (self));

  self->selection = selection;
  spil_employer_filter_menu_update (self);
}

static void
set_array (GPtrArray **place, GPtrArray *array)
{
  g_clear_pointer (place, g_ptr_array_unref);
  *place = g_ptr_array_ref (array);
}

void
spil_employer_filter_menu_set_choices (SpilEmployerFilterMenu *self, GPtrArray *stages, GPtrArray *areas,
                                       GPtrArray *brokers)
{
  g_return_if_fail (SPIL_IS_EMPLOYER_FILTER_MENU (self));

  set_array (&self->stages, stages);
  set_array (&self->areas, areas);
  set_array (&self->brokers, brokers);
  self->updating = TRUE;
  set_list (self->stage_row, list_titles (stages));
  set_list (self->area_row, list_titles (areas));
  set_list (self->broker_row, list_texts (brokers));
  self->updating = FALSE;
  spil_employer_filter_menu_update (self);
}

void
spil_employer_filter_menu_update (SpilEmployerFilterMenu *self)
{
  const SpilEmployerSelection *selection;

  g_return_if_fail (SPIL_IS_EMPLOYER_FILTER_MENU (self));

  selection = self->selection;
  if (selection == NULL)
    return;
  self->updating = TRUE;
  adw_combo_row_set_selected (self->kinds_row, selection->kinds);
  adw_combo_row_set_selected (self->stage_row, find_record (self->stages, selection->stage));
  adw_combo_row_set_selected (self->area_row, find_record (self->areas, selection->area));
  adw_combo_row_set_selected (self->broker_row, find_text (self->brokers, selection->broker));
  adw_switch_row_set_active (self->overdue_row, selection->overdue);
  adw_combo_row_set_selected (self->sort_row, find_order (selection));
  self->updating = FALSE;
}
