// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-application-board.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-fund-item.h"
#include "spil-fund-steps.h"
#include "spil-fund-words.h"
#include "spil-number.h"
#include "spil-page.h"

#define COLUMN_WIDTH 150
#define MAX_HEIGHT 620

// The groups: what is to be done with an application next.
static const struct
{
  const char *title;
  int states[4];
} groups[] = {
  { NC_ ("group of applications", "Draft"), { SPIL_APPLICATION_STATE_DRAFT } },
  { NC_ ("group of applications", "In treatment"),
    { SPIL_APPLICATION_STATE_SUBMITTED, SPIL_APPLICATION_STATE_COMPLETE, SPIL_APPLICATION_STATE_ASSESSED } },
  { NC_ ("group of applications", "Awarded"),
    { SPIL_APPLICATION_STATE_AWARDED, SPIL_APPLICATION_STATE_ADVANCED } },
  { NC_ ("group of applications", "To settle"),
    { SPIL_APPLICATION_STATE_ACCOUNTED, SPIL_APPLICATION_STATE_SETTLED } },
  { NC_ ("group of applications", "Paid"), { SPIL_APPLICATION_STATE_PAID } },
  { NC_ ("group of applications", "Ended early"),
    { SPIL_APPLICATION_STATE_REFUSED, SPIL_APPLICATION_STATE_WITHDRAWN } },
};

struct _SpilApplicationBoard
{
  SpilBoard parent_instance;

  SpilWorker *worker;
  GListModel *found;
  GPtrArray *cards; /**< of GtkFilterListModel, as the groups */
  SpilId last; /**< the card that was moved last */
};

G_DEFINE_FINAL_TYPE (SpilApplicationBoard, spil_application_board, SPIL_TYPE_BOARD)

static int
group_of (int state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (int j = 0; groups[i].states[j] != 0; j++)
      if (groups[i].states[j] == state)
        return (int) i;
  return -1;
}

static const char *
group_title (int group)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "group of applications", groups[group].title);
}

static gboolean
is_in_group (gpointer item, gpointer group)
{
  return group_of (spil_fund_item_get_row (item)->state) == GPOINTER_TO_INT (group);
}

/* What stands on a card */

static char *
dup_warning (const SpilFundApplicationRow *row)
{
  if (row->over.cents > 0)
    return g_strdup (C_ ("application", "over the ceiling"));
  return row->late ? spil_fund_dup_term_short (row, spil_day_today ()) : NULL;
}

static void
fill_card (gpointer item, SpilBoardCard *card)
{
  const SpilFundApplicationRow *row = spil_fund_item_get_row (item);

  g_autofree char *stake = spil_fund_dup_stake (row);

  card->id = row->id;
  card->title = g_strdup (row->organisation_name);
  card->facts = g_strdup (spil_fund_state_label (row->state));
  card->detail = spil_money_format (spil_fund_get_stake (row).cents, SPIL_MONEY_BRIEF);
  card->warning = dup_warning (row);
  card->label = g_strjoin (", ", row->organisation_name != NULL ? row->organisation_name : "", card->facts,
                           stake, spil_fund_get_measures (row), card->warning, NULL);
}

/* Moving */

static const SpilFundApplicationRow *
find_row (SpilApplicationBoard *self, SpilId id)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->found); i++) {
    g_autoptr (SpilFundItem) item = g_list_model_get_item (self->found, i);

    // The list keeps the item.
    if (spil_id_equal (spil_fund_item_get_row (item)->id, id))
      return spil_fund_item_get_row (item);
  }
  return NULL;
}

static void
say (SpilApplicationBoard *self, const char *text)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), SPIL_TYPE_PAGE);

  if (page != NULL)
    spil_page_toast (SPIL_PAGE (page), text);
}

static void
take_step (SpilApplicationBoard *self, SpilId id, int to)
{
  self->last = id;
  spil_fund_step_present (GTK_WIDGET (self), self->worker, id, to);
}

// No step leads there: what is the next one, or that there is none.
static void
say_next (SpilApplicationBoard *self, GArray *choices)
{
  g_autofree char *text = NULL;

  if (choices->len == 0)
    text = g_strdup (_ ("No step follows for this application"));
  else
    // Translators: %s is a step, such as "Award".
    text = g_strdup_printf (_ ("From here the next step is: %s"),
                            g_array_index (choices, SpilFundChoice, 0).label);
  say (self, text);
}

static void
move (SpilBoard *board, SpilId id, int to)
{
  SpilApplicationBoard *self = SPIL_APPLICATION_BOARD (board);
  const SpilFundApplicationRow *row = find_row (self, id);
  g_autoptr (GArray) choices = row != NULL ? spil_fund_steps_of (row) : NULL;

  for (guint i = 0; choices != NULL && i < choices->len; i++) {
    const int state = g_array_index (choices, SpilFundChoice, i).to;

    if (group_of (state) == to) {
      take_step (self, id, state);
      return;
    }
  }
  if (choices != NULL && group_of (row->state) != to)
    say_next (self, choices);
}

// With Ctrl+Right: where the usual next step leads, which may be the same column.
static int
next_of (SpilBoard *board, gpointer item, int column, int by)
{
  SpilApplicationBoard *self = SPIL_APPLICATION_BOARD (board);
  g_autoptr (GArray) choices = spil_fund_steps_of (spil_fund_item_get_row (item));

  if (by < 0) {
    say (self, _ ("A step is not taken back by moving the card; Ctrl+Z undoes the last one"));
    return -1;
  }
  if (choices->len == 0) {
    say_next (self, choices);
    return -1;
  }
  return group_of (g_array_index (choices, SpilFundChoice, 0).to);
}

static void
append_moves (SpilBoard *board, gpointer item, int column, GMenu *menu)
{
  g_autoptr (GArray) choices = spil_fund_steps_of (spil_fund_item_get_row (item));

  for (guint i = 0; i < choices->len; i++) {
    const SpilFundChoice *choice = &g_array_index (choices, SpilFundChoice, i);
    g_autofree char *action = g_strdup_printf ("board.step(%d)", choice->to);

    g_menu_append (menu, choice->label, action);
  }
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  take_step (SPIL_APPLICATION_BOARD (widget), spil_board_get_menu_id (SPIL_BOARD (widget)),
             g_variant_get_int32 (parameter));
}

/* What is shown */

static void
update_caption (SpilApplicationBoard *self, int group)
{
  GListModel *cards = self->cards->pdata[group];
  guint n = g_list_model_get_n_items (cards);
  g_autofree char *number = spil_integer_format (n);
  g_autofree char *sum = NULL;
  g_autofree char *name = NULL;
  int64_t cents = 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (SpilFundItem) item = g_list_model_get_item (cards, i);

    cents += spil_fund_get_stake (spil_fund_item_get_row (item)).cents;
  }
  sum = spil_money_format (cents, SPIL_MONEY_BRIEF);
  // Translators: a group of applications, how many there are, and the sum of their amounts.
  name = g_strdup_printf (ngettext ("%s: %s application, %s", "%s: %s applications, %s", n),
                          group_title (group), number, sum);
  spil_board_column_set_caption (spil_board_get_column (SPIL_BOARD (self), group), number, sum, name);
}

static void
on_cards_changed_cb (SpilApplicationBoard *self, guint position, guint removed, guint added,
                     GListModel *cards)
{
  guint group;

  if (g_ptr_array_find (self->cards, cards, &group))
    update_caption (self, (int) group);
}

/* The widget */

static void
spil_application_board_dispose (GObject *object)
{
  SpilApplicationBoard *self = SPIL_APPLICATION_BOARD (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->found);
  G_OBJECT_CLASS (spil_application_board_parent_class)->dispose (object);
}

static void
spil_application_board_finalize (GObject *object)
{
  g_ptr_array_unref (SPIL_APPLICATION_BOARD (object)->cards);
  G_OBJECT_CLASS (spil_application_board_parent_class)->finalize (object);
}

static void
spil_application_board_class_init (SpilApplicationBoardClass *klass)
{
  SpilBoardClass *board_class = SPIL_BOARD_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_application_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_application_board_finalize;
  board_class->move = move;
  board_class->next_of = next_of;
  board_class->append_moves = append_moves;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "board.step", "i", step_action);
}

static void
spil_application_board_init (SpilApplicationBoard *self)
{
  self->cards = g_ptr_array_new_with_free_func (g_object_unref);
  spil_board_set_words (SPIL_BOARD (self), _ ("Group of states"), _ ("Group before"), _ ("Group after"));
  spil_board_set_cards (SPIL_BOARD (self), fill_card, COLUMN_WIDTH, MAX_HEIGHT);
}

void
spil_application_board_set_model (SpilApplicationBoard *self, SpilWorker *worker, GListModel *found)
{
  g_return_if_fail (SPIL_IS_APPLICATION_BOARD (self));
  g_return_if_fail (self->found == NULL);

  self->worker = g_object_ref (worker);
  self->found = g_object_ref (found);
  for (int i = 0; i < (int) G_N_ELEMENTS (groups); i++) {
    GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_in_group, GINT_TO_POINTER (i), NULL));
    GtkFilterListModel *cards = gtk_filter_list_model_new (g_object_ref (found), filter);

    g_ptr_array_add (self->cards, cards);
    spil_board_add_column (SPIL_BOARD (self), group_title (i), G_LIST_MODEL (cards), TRUE);
    g_signal_connect_object (cards, "items-changed", G_CALLBACK (on_cards_changed_cb), self,
                             G_CONNECT_SWAPPED);
    update_caption (self, i);
  }
  spil_board_end_columns (SPIL_BOARD (self), 1);
}

gboolean
spil_application_board_has_focus (SpilApplicationBoard *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (SPIL_IS_APPLICATION_BOARD (self), FALSE);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  return gtk_widget_get_mapped (GTK_WIDGET (self)) &&
         (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
}

void
spil_application_board_focus_last (SpilApplicationBoard *self)
{
  g_return_if_fail (SPIL_IS_APPLICATION_BOARD (self));

  for (guint group = 0; group < self->cards->len; group++)
    for (guint i = 0; i < g_list_model_get_n_items (self->cards->pdata[group]); i++) {
      g_autoptr (SpilFundItem) item = g_list_model_get_item (self->cards->pdata[group], i);

      if (spil_id_equal (spil_fund_item_get_row (item)->id, self->last)) {
        spil_board_focus (SPIL_BOARD (self), (int) group, i);
        return;
      }
    }
}
