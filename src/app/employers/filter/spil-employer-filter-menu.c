// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-filter-menu.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-record.h"

#define MAX_STAFF 1000000

/* The rows, from top to bottom. */
typedef enum
{
  KINDS,
  TOWN,
  TAG,
  STAFF_FROM,
  STAFF_TO,
  STAGE,
  AREA,
  BROKER,
  TIER,
  URGENCY,
  CAPACITY,
  NEED,
  OVERDUE,
  NO_ACTION,
  ORDER,
  N_ROWS
} RowNumber;

struct _SpilEmployerFilterMenu
{
  GtkPopover parent_instance;

  SpilEmployerSelection *selection; /**< borrowed */
  GPtrArray *stages;
  GPtrArray *areas;
  GPtrArray *brokers;
  GPtrArray *towns;
  GPtrArray *tags;
  gboolean updating; /**< the rows are set by the program */
  GtkWidget *rows[N_ROWS]; /**< NULL until it is first shown */
};

G_DEFINE_FINAL_TYPE (SpilEmployerFilterMenu, spil_employer_filter_menu, GTK_TYPE_POPOVER)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *title;
  const char *group; /* msgid of the group that begins here */
} rows[N_ROWS] = {
  [KINDS] = { N_ ("Kind"), N_ ("Employer") },
  [TOWN] = { N_ ("Town"), NULL },
  [TAG] = { N_ ("Tag"), NULL },
  [STAFF_FROM] = { N_ ("Employees from"), NULL },
  [STAFF_TO] = { N_ ("Employees up to"), NULL },
  [STAGE] = { N_ ("Stage"), N_ ("Relation") },
  [AREA] = { N_ ("Area"), NULL },
  [BROKER] = { N_ ("Broker"), NULL },
  [TIER] = { N_ ("Tier"), NULL },
  [URGENCY] = { N_ ("Urgency"), NULL },
  [CAPACITY] = { N_ ("Capacity"), NULL },
  [NEED] = { N_ ("Need"), N_ ("Contact") },
  [OVERDUE] = { N_ ("Only where contact is owed"), NULL },
  [NO_ACTION] = { N_ ("Only without a next action"), NULL },
  [ORDER] = { N_ ("Order"), "" },
};

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
  { N_ ("Furthest in the funnel first"), SPIL_EMPLOYER_SORT_STAGE, TRUE },
  { N_ ("Tier"), SPIL_EMPLOYER_SORT_TIER, FALSE },
  { N_ ("Broker"), SPIL_EMPLOYER_SORT_BROKER, FALSE },
  { N_ ("Next action due first"), SPIL_EMPLOYER_SORT_ACTION, FALSE },
  { N_ ("Longest ago contacted first"), SPIL_EMPLOYER_SORT_LAST_CONTACT, FALSE },
  { N_ ("Latest contacted first"), SPIL_EMPLOYER_SORT_LAST_CONTACT, TRUE },
};

/* What a row chooses from */

static const SpilChoices *
choices_of (RowNumber row)
{
  switch (row) {
  case TIER:
    return spil_entity_field (spil_entity (SPIL_ENTITY_ENGAGEMENT), SPIL_ENGAGEMENT_TIER)->choices;
  case URGENCY:
    return spil_entity_field (spil_entity (SPIL_ENTITY_ENGAGEMENT), SPIL_ENGAGEMENT_URGENCY)->choices;
  case CAPACITY:
    return spil_entity_field (spil_entity (SPIL_ENTITY_ENGAGEMENT), SPIL_ENGAGEMENT_CAPACITY)->choices;
  case NEED:
    return spil_entity_field (spil_entity (SPIL_ENTITY_CONTACT), SPIL_CONTACT_NEEDS)->choices;
  default:
    return NULL;
  }
}

static int *
choice_of (SpilEmployerSelection *selection, RowNumber row)
{
  switch (row) {
  case TIER:
    return &selection->tier;
  case URGENCY:
    return &selection->urgency;
  case CAPACITY:
    return &selection->capacity;
  default:
    return &selection->need;
  }
}

static GPtrArray *
records_of (SpilEmployerFilterMenu *self, RowNumber row)
{
  return row == STAGE ? self->stages : row == AREA ? self->areas : NULL;
}

static GPtrArray *
texts_of (SpilEmployerFilterMenu *self, RowNumber row)
{
  return row == BROKER ? self->brokers : row == TOWN ? self->towns : row == TAG ? self->tags : NULL;
}

static GListModel *
make_list (SpilEmployerFilterMenu *self, RowNumber row)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GPtrArray *records = records_of (self, row);
  GPtrArray *texts = texts_of (self, row);
  const SpilChoices *choices = choices_of (row);

  if (row != KINDS && row != ORDER)
    gtk_string_list_append (list, _ ("All"));
  if (row == BROKER)
    gtk_string_list_append (list, _ ("My own employers"));
  for (int kind = 0; row == KINDS && kind < SPIL_EMPLOYER_N_KINDS; kind++)
    gtk_string_list_append (list, spil_employer_kinds_label ((SpilEmployerKinds) kind));
  for (gsize i = 0; row == ORDER && i < G_N_ELEMENTS (orders); i++)
    gtk_string_list_append (list, _ (orders[i].label));
  for (guint i = 0; records != NULL && i < records->len; i++)
    gtk_string_list_append (list, spil_record_get_title (records->pdata[i]));
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    gtk_string_list_append (list, texts->pdata[i]);
  for (int i = 0; choices != NULL && i < choices->n_items; i++)
    gtk_string_list_append (list, spil_choice_label (&choices->items[i]));
  return G_LIST_MODEL (list);
}

/* What the selection asks, as a position in that list */

static guint
find_record (GPtrArray *records, SpilId id)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (spil_id_equal (spil_record_get_id (records->pdata[i]), id))
      return i + 1;
  return 0;
}

static guint
find_text (GPtrArray *texts, const char *text, guint first)
{
  for (guint i = 0; text != NULL && texts != NULL && i < texts->len; i++)
    if (g_str_equal (texts->pdata[i], text))
      return i + first;
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

static guint
find_choice (const SpilChoices *choices, int number)
{
  for (int i = 0; i < choices->n_items; i++)
    if (choices->items[i].number == number)
      return (guint) i + 1;
  return 0;
}

static guint
find_position (SpilEmployerFilterMenu *self, RowNumber row)
{
  SpilEmployerSelection *selection = self->selection;

  switch (row) {
  case KINDS:
    return selection->kinds;
  case ORDER:
    return find_order (selection);
  case STAGE:
    return find_record (self->stages, selection->stage);
  case AREA:
    return find_record (self->areas, selection->area);
  case BROKER:
    return selection->mine ? 1 : find_text (self->brokers, selection->broker, 2);
  case TOWN:
    return find_text (self->towns, selection->town, 1);
  case TAG:
    return find_text (self->tags, selection->tag, 1);
  default:
    return find_choice (choices_of (row), *choice_of (selection, row));
  }
}

/* What a person chooses */

static SpilRecord *
record_at (GPtrArray *records, guint position)
{
  return records != NULL && position > 0 && position <= records->len ? records->pdata[position - 1] : NULL;
}

static const char *
text_at (GPtrArray *texts, guint position, guint first)
{
  return texts != NULL && position >= first && position - first < texts->len ? texts->pdata[position - first]
                                                                             : NULL;
}

static void
choose_record (SpilEmployerFilterMenu *self, RowNumber row, guint position)
{
  SpilRecord *record = record_at (records_of (self, row), position);
  SpilId id = record != NULL ? spil_record_get_id (record) : SPIL_ID_NIL;
  const char *name = record != NULL ? spil_record_get_title (record) : NULL;

  if (row == STAGE)
    spil_employer_selection_set_stage (self->selection, id, name);
  else
    spil_employer_selection_set_area (self->selection, id, name);
}

static void
choose (SpilEmployerFilterMenu *self, RowNumber row, guint position)
{
  SpilEmployerSelection *selection = self->selection;

  switch (row) {
  case KINDS:
    selection->kinds = (SpilEmployerKinds) position;
    break;
  case ORDER:
    selection->sort = orders[position].sort;
    selection->descending = orders[position].descending;
    break;
  case STAGE:
  case AREA:
    choose_record (self, row, position);
    break;
  case BROKER:
    selection->mine = position == 1;
    g_set_str (&selection->broker, text_at (self->brokers, position, 2));
    break;
  case TOWN:
    g_set_str (&selection->town, text_at (self->towns, position, 1));
    break;
  case TAG:
    g_set_str (&selection->tag, text_at (self->tags, position, 1));
    break;
  default:
    *choice_of (selection, row) = position > 0 ? choices_of (row)->items[position - 1].number : 0;
  }
}

static RowNumber
number_of (SpilEmployerFilterMenu *self, GtkWidget *row)
{
  int number = 0;

  while (number < N_ROWS - 1 && self->rows[number] != row)
    number++;
  return (RowNumber) number;
}

static void
on_selected_cb (SpilEmployerFilterMenu *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint position = adw_combo_row_get_selected (row);

  if (self->updating || position == GTK_INVALID_LIST_POSITION)
    return;
  choose (self, number_of (self, GTK_WIDGET (row)), position);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_switched_cb (SpilEmployerFilterMenu *self)
{
  if (self->updating)
    return;
  self->selection->overdue = adw_switch_row_get_active (ADW_SWITCH_ROW (self->rows[OVERDUE]));
  self->selection->no_action = adw_switch_row_get_active (ADW_SWITCH_ROW (self->rows[NO_ACTION]));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_staff_cb (SpilEmployerFilterMenu *self)
{
  if (self->updating)
    return;
  self->selection->staff_from = (int64_t) adw_spin_row_get_value (ADW_SPIN_ROW (self->rows[STAFF_FROM]));
  self->selection->staff_to = (int64_t) adw_spin_row_get_value (ADW_SPIN_ROW (self->rows[STAFF_TO]));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The rows */

static gboolean
is_switch (RowNumber row)
{
  return row == OVERDUE || row == NO_ACTION;
}

static gboolean
is_number (RowNumber row)
{
  return row == STAFF_FROM || row == STAFF_TO;
}

static gboolean
is_list (RowNumber row)
{
  return !is_switch (row) && !is_number (row);
}

static GtkWidget *
make_row (SpilEmployerFilterMenu *self, RowNumber number)
{
  GtkWidget *row;

  if (is_switch (number)) {
    row = adw_switch_row_new ();
    g_signal_connect_object (row, "notify::active", G_CALLBACK (on_switched_cb), self, G_CONNECT_SWAPPED);
  } else if (is_number (number)) {
    row = adw_spin_row_new_with_range (0, MAX_STAFF, 10);
    g_signal_connect_object (row, "notify::value", G_CALLBACK (on_staff_cb), self, G_CONNECT_SWAPPED);
  } else {
    row = adw_combo_row_new ();
    g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
  }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (rows[number].title));
  if (is_number (number))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("0: no limit"));
  return row;
}

// Those that may be long are searched.
static void
make_searchable (GtkWidget *row)
{
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_combo_row_set_expression (ADW_COMBO_ROW (row), expression);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (row), TRUE);
}

static void
fill_lists (SpilEmployerFilterMenu *self)
{
  self->updating = TRUE;
  for (int row = 0; row < N_ROWS; row++) {
    g_autoptr (GListModel) list = is_list ((RowNumber) row) ? make_list (self, (RowNumber) row) : NULL;

    if (list != NULL)
      adw_combo_row_set_model (ADW_COMBO_ROW (self->rows[row]), list);
  }
  self->updating = FALSE;
}

static void
make_rows (SpilEmployerFilterMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *group = NULL;

  for (int row = 0; row < N_ROWS; row++) {
    const char *title = rows[row].group;

    if (title != NULL) {
      group = adw_preferences_group_new ();
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title[0] != '\0' ? _ (title) : "");
      gtk_box_append (GTK_BOX (box), group);
    }
    self->rows[row] = make_row (self, (RowNumber) row);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rows[row]);
  }
  make_searchable (self->rows[AREA]);
  make_searchable (self->rows[TOWN]);
  make_searchable (self->rows[TAG]);
  gtk_widget_set_size_request (box, 310, -1);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 480);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (GTK_POPOVER (self), scroller);
}

static void
spil_employer_filter_menu_show (GtkWidget *widget)
{
  SpilEmployerFilterMenu *self = SPIL_EMPLOYER_FILTER_MENU (widget);

  if (self->rows[0] == NULL) {
    make_rows (self);
    fill_lists (self);
  }
  spil_employer_filter_menu_update (self);
  GTK_WIDGET_CLASS (spil_employer_filter_menu_parent_class)->show (widget);
}

static void
spil_employer_filter_menu_dispose (GObject *object)
{
  SpilEmployerFilterMenu *self = SPIL_EMPLOYER_FILTER_MENU (object);

  self->updating = TRUE;
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->brokers, g_ptr_array_unref);
  g_clear_pointer (&self->towns, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  G_OBJECT_CLASS (spil_employer_filter_menu_parent_class)->dispose (object);
}

static void
spil_employer_filter_menu_class_init (SpilEmployerFilterMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_employer_filter_menu_dispose;
  GTK_WIDGET_CLASS (klass)->show = spil_employer_filter_menu_show;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_DIALOG);
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_EMPLOYER_FILTER_MENU, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
spil_employer_filter_menu_init (SpilEmployerFilterMenu *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filter"), -1);
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
spil_employer_filter_menu_set_choices (SpilEmployerFilterMenu *self, const SpilEmployersData *data)
{
  g_return_if_fail (SPIL_IS_EMPLOYER_FILTER_MENU (self));

  set_array (&self->stages, data->stages);
  set_array (&self->areas, data->areas);
  set_array (&self->brokers, data->brokers);
  set_array (&self->towns, data->towns);
  set_array (&self->tags, data->tags);
  if (self->rows[0] != NULL)
    fill_lists (self);
  spil_employer_filter_menu_update (self);
}

void
spil_employer_filter_menu_update (SpilEmployerFilterMenu *self)
{
  const SpilEmployerSelection *selection;

  g_return_if_fail (SPIL_IS_EMPLOYER_FILTER_MENU (self));

  selection = self->selection;
  if (selection == NULL || self->rows[0] == NULL)
    return;
  self->updating = TRUE;
  for (int row = 0; row < N_ROWS; row++)
    if (is_list ((RowNumber) row))
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->rows[row]), find_position (self, (RowNumber) row));
  adw_spin_row_set_value (ADW_SPIN_ROW (self->rows[STAFF_FROM]), (double) selection->staff_from);
  adw_spin_row_set_value (ADW_SPIN_ROW (self->rows[STAFF_TO]), (double) selection->staff_to);
  adw_switch_row_set_active (ADW_SWITCH_ROW (self->rows[OVERDUE]), selection->overdue);
  adw_switch_row_set_active (ADW_SWITCH_ROW (self->rows[NO_ACTION]), selection->no_action);
  self->updating = FALSE;
}
