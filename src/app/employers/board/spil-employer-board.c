// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-board.h"

#include <glib/gi18n-lib.h>

#include "spil-employer-item.h"
#include "spil-employer-words.h"
#include "spil-number.h"
#include "spil-record.h"
#include "spil-stage-mover.h"
#include "spil-store-list-model.h"

#define COLUMN_WIDTH 196

struct _SpilEmployerBoard
{
  SpilBoard parent_instance;

  SpilWorker *worker;
  SpilEmployerSelection *selection; /**< NULL until something is asked */
  GPtrArray *models; /**< of SpilStoreListModel: without a stage first, then by number */
  GArray *stages; /**< of SpilId, as the models; nil: without */
};

G_DEFINE_FINAL_TYPE (SpilEmployerBoard, spil_employer_board, SPIL_TYPE_BOARD)

static SpilId
stage_at (SpilEmployerBoard *self, int index)
{
  return g_array_index (self->stages, SpilId, index);
}

/* What stands on a card */

static char *
dup_facts (const SpilEmployerRow *row)
{
  g_autofree char *staff = spil_employer_dup_staff_words (row);

  if (row->town == NULL)
    return g_strdup (staff != NULL ? staff : "");
  return g_strjoin (" · ", row->town, staff, NULL);
}

static void
fill_card (gpointer item, SpilBoardCard *card)
{
  const SpilEmployerRow *row = spil_employer_item_get_row (item);
  g_autofree char *action = spil_employer_dup_next_action (row, spil_employer_item_get_today (item));
  g_autofree char *due = action != NULL ? g_strdup_printf (_ ("Next action: %s"), action) : NULL;

  card->id = row->id;
  card->title = g_strdup (row->name);
  card->facts = dup_facts (row);
  card->detail = g_strdup (row->action_text != NULL ? action : _ ("No next action"));
  card->warning = spil_contact_debt_is_owed (row->debt) ? spil_contact_debt_dup_text (row->debt) : NULL;
  card->label = g_strjoin (", ", row->name, card->facts, due, card->warning, NULL);
}

/* What is shown */

// The column of the one stage that is asked for; -1: all are.
static int
find_one (SpilEmployerBoard *self)
{
  for (guint i = 0; self->selection != NULL && i < self->stages->len; i++)
    if (!spil_id_is_nil (self->selection->stage) &&
        spil_id_equal (stage_at (self, (int) i), self->selection->stage))
      return (int) i;
  return -1;
}

// Whether what is in the column matters: a filter on one stage leaves the others out, a narrow window has room for one.
static gboolean
is_asked (SpilEmployerBoard *self, int index)
{
  int one = find_one (self);

  if (one >= 0)
    return index == one;
  return !spil_board_get_narrow (SPIL_BOARD (self)) || spil_board_get_chosen (SPIL_BOARD (self)) == index;
}

// Where everybody has a stage, the column of those without only takes room.
static gboolean
is_shown (SpilBoard *board, int index)
{
  return !spil_id_is_nil (stage_at (SPIL_EMPLOYER_BOARD (board), index)) ||
         spil_board_column_get_count (spil_board_get_column (board, index)) > 0;
}

static void
ask_columns (SpilEmployerBoard *self)
{
  // Those without a stage are found last: mostly there are none, and that takes longest to know.
  for (int i = (int) self->models->len - 1; i >= 0 && self->selection != NULL; i--) {
    SpilEmployerSelection *query;

    if (!is_asked (self, i))
      continue;
    query = spil_employer_selection_copy (self->selection);
    query->stage = stage_at (self, i);
    query->no_stage = spil_id_is_nil (query->stage);
    spil_store_list_model_set_query (self->models->pdata[i], query,
                                     (GDestroyNotify) spil_employer_selection_free);
  }
  spil_board_update (SPIL_BOARD (self), find_one (self));
}

static void
chosen (SpilBoard *board)
{
  ask_columns (SPIL_EMPLOYER_BOARD (board));
}

static void
on_loaded_cb (SpilEmployerBoard *self, SpilStoreListModel *model)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_autofree char *number = spil_integer_format (n);
  g_autofree char *name = NULL;
  guint index;
  SpilBoardColumn *column;

  if (!g_ptr_array_find (self->models, model, &index))
    return;
  column = spil_board_get_column (SPIL_BOARD (self), (int) index);
  // Translators: a stage of the funnel, and how many employers are in it.
  name = g_strdup_printf (ngettext ("%s: %s employer", "%s: %s employers", n),
                          spil_board_column_get_title (column), number);
  spil_board_column_set_caption (column, number, NULL, name);
  spil_board_update (SPIL_BOARD (self), find_one (self));
}

static void
move (SpilBoard *board, SpilId id, int to)
{
  SpilEmployerBoard *self = SPIL_EMPLOYER_BOARD (board);

  spil_stage_mover_move (self->worker, GTK_WIDGET (self), id, stage_at (self, to));
}

/* The widget */

static void
spil_employer_board_dispose (GObject *object)
{
  g_clear_object (&SPIL_EMPLOYER_BOARD (object)->worker);
  G_OBJECT_CLASS (spil_employer_board_parent_class)->dispose (object);
}

static void
spil_employer_board_finalize (GObject *object)
{
  SpilEmployerBoard *self = SPIL_EMPLOYER_BOARD (object);

  g_ptr_array_unref (self->models);
  g_array_unref (self->stages);
  spil_employer_selection_free (self->selection);
  G_OBJECT_CLASS (spil_employer_board_parent_class)->finalize (object);
}

static void
spil_employer_board_class_init (SpilEmployerBoardClass *klass)
{
  SpilBoardClass *board_class = SPIL_BOARD_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_employer_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_employer_board_finalize;
  board_class->move = move;
  board_class->chosen = chosen;
  board_class->is_shown = is_shown;
}

static void
spil_employer_board_init (SpilEmployerBoard *self)
{
  self->models = g_ptr_array_new_with_free_func (g_object_unref);
  self->stages = g_array_new (FALSE, FALSE, sizeof (SpilId));
  spil_board_set_words (SPIL_BOARD (self), _ ("Stage"), _ ("Stage before"), _ ("Stage after"));
  spil_board_set_cards (SPIL_BOARD (self), fill_card, COLUMN_WIDTH, 0);
}

void
spil_employer_board_set_worker (SpilEmployerBoard *self, SpilWorker *worker)
{
  g_return_if_fail (SPIL_IS_EMPLOYER_BOARD (self));
  g_set_object (&self->worker, worker);
}

static char *
dup_title (SpilRecord *stage)
{
  return g_strdup_printf ("%d. %s", (int) spil_record_get_integer (stage, SPIL_STAGE_NUMBER),
                          spil_record_get_title (stage));
}

static gboolean
are_same (SpilEmployerBoard *self, GPtrArray *stages)
{
  if (self->models->len != stages->len + 1)
    return FALSE;
  for (guint i = 0; i < stages->len; i++) {
    g_autofree char *title = dup_title (stages->pdata[i]);
    SpilBoardColumn *column = spil_board_get_column (SPIL_BOARD (self), (int) i + 1);

    if (!spil_id_equal (stage_at (self, (int) i + 1), spil_record_get_id (stages->pdata[i])) ||
        !g_str_equal (spil_board_column_get_title (column), title))
      return FALSE;
  }
  return TRUE;
}

static void
add_column (SpilEmployerBoard *self, SpilId stage, const char *title)
{
  SpilStoreListModel *model = spil_store_list_model_new (self->worker, spil_employer_item_fetch);

  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->models, model);
  g_array_append_val (self->stages, stage);
  spil_board_add_column (SPIL_BOARD (self), title, G_LIST_MODEL (model), !spil_id_is_nil (stage));
}

gboolean
spil_employer_board_set_stages (SpilEmployerBoard *self, GPtrArray *stages)
{
  g_return_val_if_fail (SPIL_IS_EMPLOYER_BOARD (self), FALSE);

  if (are_same (self, stages))
    return TRUE;
  spil_board_clear (SPIL_BOARD (self));
  g_ptr_array_set_size (self->models, 0);
  g_array_set_size (self->stages, 0);
  add_column (self, SPIL_ID_NIL, _ ("No stage yet"));
  for (guint i = 0; i < stages->len; i++) {
    g_autofree char *title = dup_title (stages->pdata[i]);

    add_column (self, spil_record_get_id (stages->pdata[i]), title);
  }
  spil_board_end_columns (SPIL_BOARD (self), stages->len > 0 ? 1 : 0);
  return FALSE;
}

void
spil_employer_board_set_query (SpilEmployerBoard *self, const SpilEmployerSelection *selection)
{
  g_return_if_fail (SPIL_IS_EMPLOYER_BOARD (self));

  spil_employer_selection_free (self->selection);
  self->selection = spil_employer_selection_copy (selection);
  ask_columns (self);
}

void
spil_employer_board_refresh (SpilEmployerBoard *self)
{
  g_return_if_fail (SPIL_IS_EMPLOYER_BOARD (self));

  for (int i = 0; i < (int) self->models->len; i++)
    if (is_asked (self, i))
      spil_store_list_model_refresh (self->models->pdata[i]);
}
