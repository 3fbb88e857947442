// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-register-filter.h"

#include <glib/gi18n-lib.h>

#include "spil-booking.h"
#include "spil-chips.h"

struct _SpilRegisterFilter
{
  AdwBin parent_instance;

  gboolean setting; /**< the program sets the widgets */
  GArray *lines; /**< SpilId of each line in the list, from the second on */
  GArray *periods; /**< SpilPeriod, likewise */
  SpilPeriod other; /**< asked from elsewhere and in no list; its first day is SPIL_DAY_NONE: none */
  SpilId line; /**< what is asked; nil: all */

  SpilChips *kinds;
  GtkDropDown *line_list;
  GtkDropDown *period_list;
  GtkCheckButton *open_only;
  GtkCheckButton *late;
};

G_DEFINE_FINAL_TYPE (SpilRegisterFilter, spil_register_filter, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell (SpilRegisterFilter *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_line_selected_cb (SpilRegisterFilter *self)
{
  guint at = gtk_drop_down_get_selected (self->line_list);

  if (self->setting)
    return;
  self->line = at == 0 || at > self->lines->len ? SPIL_ID_NIL : g_array_index (self->lines, SpilId, at - 1);
  tell (self);
}

/* Choices */

static gboolean
same_period (const SpilPeriod *a, const SpilPeriod *b)
{
  return spil_day_compare (a->first, b->first) == 0 && spil_day_compare (a->last, b->last) == 0;
}

static SpilPeriod
get_period (SpilRegisterFilter *self)
{
  guint at = gtk_drop_down_get_selected (self->period_list);
  SpilPeriod none = spil_period_of (SPIL_PERIOD_QUARTER, SPIL_DAY_NONE);

  return at == 0 || at > self->periods->len ? none : g_array_index (self->periods, SpilPeriod, at - 1);
}

static char *
dup_period (const SpilPeriod *period)
{
  SpilPeriod usual = spil_period_of (period->kind, period->first);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (spil_day_is_known (period->first) && same_period (&usual, period))
    return spil_period_format (*period);
  first = spil_day_format (period->first);
  last = spil_day_format (period->last);
  if (first[0] == '\0')
    // Translators: %s is a date.
    return g_strdup_printf (_ ("until %s"), last);
  // Translators: both are dates.
  return last[0] == '\0' ? g_strdup_printf (_ ("from %s"), first)
                         : g_strdup_printf (_ ("%s to %s"), first, last);
}

static void
select_period (SpilRegisterFilter *self, SpilPeriod period)
{
  for (guint i = 0; i < self->periods->len; i++)
    if (same_period (&g_array_index (self->periods, SpilPeriod, i), &period))
      gtk_drop_down_set_selected (self->period_list, i + 1);
}

static void
add_period (SpilRegisterFilter *self, GtkStringList *names, SpilPeriod period)
{
  g_autofree char *name = dup_period (&period);

  g_array_append_val (self->periods, period);
  gtk_string_list_append (names, name);
}

// Each quarter, and its months after it.
static void
fill_periods (SpilRegisterFilter *self, SpilDay first, SpilDay last)
{
  const char *all[] = { _ ("Any time"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (all);
  SpilPeriod chosen = get_period (self);

  g_array_set_size (self->periods, 0);
  for (SpilPeriod quarter = spil_period_of (SPIL_PERIOD_QUARTER, first);
       spil_day_is_known (first) && spil_day_compare (quarter.first, last) <= 0;
       quarter = spil_period_step (quarter, 1)) {
    add_period (self, names, quarter);
    for (int i = 0; i < 3; i++)
      add_period (self, names, spil_period_step (spil_period_of (SPIL_PERIOD_MONTH, quarter.first), i));
  }
  if (spil_day_is_known (self->other.first) || spil_day_is_known (self->other.last))
    add_period (self, names, self->other);
  gtk_drop_down_set_model (self->period_list, G_LIST_MODEL (names));
  select_period (self, chosen);
}

static void
select_line (SpilRegisterFilter *self)
{
  guint at = 0;

  for (guint i = 0; i < self->lines->len; i++)
    if (spil_id_equal (g_array_index (self->lines, SpilId, i), self->line))
      at = i + 1;
  gtk_drop_down_set_selected (self->line_list, at);
}

static void
fill_lines (SpilRegisterFilter *self, GPtrArray *lines)
{
  const char *all[] = { _ ("All lines"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (all);

  g_array_set_size (self->lines, 0);
  for (guint i = 0; i < lines->len; i++) {
    const SpilBudgetLineFigures *line = lines->pdata[i];
    g_autofree char *name = g_strdup_printf ("%d. %s", line->number, line->name);

    g_array_append_val (self->lines, line->id);
    gtk_string_list_append (names, name);
  }
  gtk_drop_down_set_model (self->line_list, G_LIST_MODEL (names));
  select_line (self);
}

void
spil_register_filter_set_choices (SpilRegisterFilter *self, GPtrArray *lines, SpilDay first, SpilDay last)
{
  g_return_if_fail (SPIL_IS_REGISTER_FILTER (self));

  self->setting = TRUE;
  fill_lines (self, lines);
  fill_periods (self, first, last);
  if (spil_day_is_known (self->other.first) || spil_day_is_known (self->other.last))
    select_period (self, self->other);
  self->other = spil_period_of (SPIL_PERIOD_QUARTER, SPIL_DAY_NONE);
  self->setting = FALSE;
}

/* What is asked */

void
spil_register_filter_set (SpilRegisterFilter *self, const SpilBookingFilter *filter)
{
  g_return_if_fail (SPIL_IS_REGISTER_FILTER (self));

  self->setting = TRUE;
  self->line = filter->line;
  self->other = spil_period_of (SPIL_PERIOD_QUARTER, filter->first);
  self->other.first = filter->first;
  self->other.last = filter->last;
  for (int i = 0; i < SPIL_BOOKING_N_KINDS; i++)
    spil_chips_set_chosen (self->kinds, i, (filter->kinds & (1u << i)) != 0);
  gtk_check_button_set_active (self->open_only, filter->open_only);
  gtk_check_button_set_active (self->late, filter->late);
  self->setting = FALSE;
}

static unsigned
get_kinds (SpilRegisterFilter *self)
{
  unsigned kinds = 0;

  for (int i = 0; i < SPIL_BOOKING_N_KINDS; i++)
    if (spil_chips_get_chosen (self->kinds, i))
      kinds |= 1u << i;
  return kinds;
}

void
spil_register_filter_get (SpilRegisterFilter *self, SpilBookingFilter *filter)
{
  SpilPeriod period;

  g_return_if_fail (SPIL_IS_REGISTER_FILTER (self));

  // Before the first choices are there, what was asked from elsewhere holds.
  period = gtk_drop_down_get_model (self->period_list) != NULL ? get_period (self) : self->other;
  filter->kinds = get_kinds (self);
  filter->line = self->line;
  filter->first = period.first;
  filter->last = period.last;
  filter->open_only = gtk_check_button_get_active (self->open_only);
  filter->late = gtk_check_button_get_active (self->late);
}

static char *
dup_kinds (SpilRegisterFilter *self)
{
  unsigned kinds = get_kinds (self);
  GString *text = g_string_new (NULL);

  for (int i = 0; i < SPIL_BOOKING_N_KINDS; i++)
    if ((kinds & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              spil_booking_plural ((SpilBookingKind) i));
  return kinds != 0 ? g_string_free_and_steal (text) : g_string_free (text, TRUE);
}

static char *
dup_selected (GtkDropDown *list)
{
  GObject *item = gtk_drop_down_get_selected (list) > 0 ? gtk_drop_down_get_selected_item (list) : NULL;

  return item != NULL ? g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (item))) : NULL;
}

char *
spil_register_filter_dup_text (SpilRegisterFilter *self, SpilRegisterCondition condition)
{
  g_return_val_if_fail (SPIL_IS_REGISTER_FILTER (self), NULL);

  switch (condition) {
  case SPIL_REGISTER_BY_KIND:
    return dup_kinds (self);
  case SPIL_REGISTER_BY_LINE:
    return dup_selected (self->line_list);
  case SPIL_REGISTER_BY_PERIOD:
    return dup_selected (self->period_list);
  case SPIL_REGISTER_BY_OPEN:
    return gtk_check_button_get_active (self->open_only) ? g_strdup (_ ("Only open")) : NULL;
  case SPIL_REGISTER_BY_LATE:
    return gtk_check_button_get_active (self->late) ? g_strdup (_ ("Came in late")) : NULL;
  case SPIL_REGISTER_N_CONDITIONS:
    break;
  }
  return NULL;
}

void
spil_register_filter_drop (SpilRegisterFilter *self, SpilRegisterCondition condition)
{
  g_return_if_fail (SPIL_IS_REGISTER_FILTER (self));

  self->setting = TRUE;
  if (condition == SPIL_REGISTER_BY_KIND)
    for (int i = 0; i < SPIL_BOOKING_N_KINDS; i++)
      spil_chips_set_chosen (self->kinds, i, FALSE);
  else if (condition == SPIL_REGISTER_BY_PERIOD)
    gtk_drop_down_set_selected (self->period_list, 0);
  else if (condition == SPIL_REGISTER_BY_LINE) {
    self->line = SPIL_ID_NIL;
    gtk_drop_down_set_selected (self->line_list, 0);
  } else
    gtk_check_button_set_active (condition == SPIL_REGISTER_BY_OPEN ? self->open_only : self->late, FALSE);
  self->setting = FALSE;
  tell (self);
}

void
spil_register_filter_clear (SpilRegisterFilter *self)
{
  g_return_if_fail (SPIL_IS_REGISTER_FILTER (self));

  for (int i = 0; i < SPIL_REGISTER_N_CONDITIONS; i++) {
    g_autofree char *text = spil_register_filter_dup_text (self, (SpilRegisterCondition) i);

    if (text != NULL)
      spil_register_filter_drop (self, (SpilRegisterCondition) i);
  }
}

/* The widget */

/* The list shows whole names; the button of it no more than there is room for. */

#define BUTTON_CHARS 16

static void
on_item_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer n_chars)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (n_chars != NULL) {
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_label_set_max_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (n_chars));
  }
  gtk_list_item_set_child (item, label);
}

static void
on_item_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const char *text = gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item)));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
  gtk_list_item_set_accessible_label (item, text);
}

static GtkListItemFactory *
make_factory (int n_chars)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_item_setup_cb), GINT_TO_POINTER (n_chars));
  g_signal_connect (factory, "bind", G_CALLBACK (on_item_bound_cb), NULL);
  return factory;
}

static GtkDropDown *
add_list (SpilRegisterFilter *self, GtkWidget *box, const char *label, GCallback selected)
{
  GtkWidget *list = gtk_drop_down_new (NULL, NULL);
  g_autoptr (GtkListItemFactory) brief = make_factory (BUTTON_CHARS);
  g_autoptr (GtkListItemFactory) whole = make_factory (0);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (list), brief);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (list), whole);
  gtk_widget_set_valign (list, GTK_ALIGN_CENTER);
  g_signal_connect_object (list, "notify::selected", selected, self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (box), list);
  return GTK_DROP_DOWN (list);
}

static GtkCheckButton *
add_check (SpilRegisterFilter *self, GtkWidget *box, const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  g_signal_connect_object (check, "toggled", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (box), check);
  return GTK_CHECK_BUTTON (check);
}

static void
spil_register_filter_finalize (GObject *object)
{
  SpilRegisterFilter *self = SPIL_REGISTER_FILTER (object);

  g_array_unref (self->lines);
  g_array_unref (self->periods);
  G_OBJECT_CLASS (spil_register_filter_parent_class)->finalize (object);
}

static void
spil_register_filter_class_init (SpilRegisterFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_register_filter_finalize;
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_REGISTER_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
spil_register_filter_init (SpilRegisterFilter *self)
{
  GtkWidget *box = adw_wrap_box_new ();

  self->lines = g_array_new (FALSE, FALSE, sizeof (SpilId));
  self->periods = g_array_new (FALSE, FALSE, sizeof (SpilPeriod));
  self->other = spil_period_of (SPIL_PERIOD_QUARTER, SPIL_DAY_NONE);
  self->line = SPIL_ID_NIL;
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  self->kinds = SPIL_CHIPS (spil_chips_new (_ ("Kind of booking"), TRUE));
  for (int i = 0; i < SPIL_BOOKING_N_KINDS; i++)
    spil_chips_add (self->kinds, spil_booking_plural ((SpilBookingKind) i));
  g_signal_connect_object (self->kinds, "changed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  gtk_widget_set_valign (GTK_WIDGET (self->kinds), GTK_ALIGN_CENTER);
  adw_wrap_box_append (ADW_WRAP_BOX (box), GTK_WIDGET (self->kinds));
  self->line_list = add_list (self, box, _ ("Budget line"), G_CALLBACK (on_line_selected_cb));
  self->period_list = add_list (self, box, _ ("Period"), G_CALLBACK (tell));
  self->open_only = add_check (self, box, _ ("Only open"));
  self->late = add_check (self, box, _ ("Came in late"));
  adw_bin_set_child (ADW_BIN (self), box);
}
