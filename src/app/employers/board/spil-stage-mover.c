// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-stage-mover.h"

#include <glib/gi18n-lib.h>

#include "spil-funnel-rule.h"
#include "spil-stage-dialog.h"

/* What is moved where, on its way to the worker and back. */
typedef struct
{
  GtkWidget *parent;
  SpilId organisation;
  SpilId stage;
} Move;

typedef struct
{
  SpilRecord *engagement; /* NULL: no relation yet */
  GPtrArray *stages;
} Found;

static void
move_free (Move *move)
{
  g_object_unref (move->parent);
  g_free (move);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Move, move_free)

static void
found_free (Found *found)
{
  g_clear_object (&found->engagement);
  g_clear_pointer (&found->stages, g_ptr_array_unref);
  g_free (found);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

// The worker must not hold the widget.
static gpointer
load (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const SpilId *organisation = data;
  g_autoptr (Found) found = g_new0 (Found, 1);
  g_autoptr (SpilQuery) stages = spil_query_new (spil_entity (SPIL_ENTITY_STAGE));
  g_autoptr (SpilQuery) relations = spil_query_new (spil_entity (SPIL_ENTITY_ENGAGEMENT));
  g_autoptr (GPtrArray) engagements = NULL;

  spil_query_sort (stages, SPIL_STAGE_NUMBER, FALSE);
  found->stages = spil_store_list (store, stages, error);
  if (found->stages == NULL)
    return NULL;
  spil_query_where_reference (relations, SPIL_ENGAGEMENT_ORGANISATION, *organisation);
  spil_query_sort_by_age (relations);
  spil_query_window (relations, 0, 1);
  engagements = spil_store_list (store, relations, error);
  if (engagements == NULL)
    return NULL;
  if (engagements->len > 0)
    found->engagement = g_object_ref (engagements->pdata[0]);
  return g_steal_pointer (&found);
}

static SpilRecord *
find_stage (const Found *found, SpilId id)
{
  for (guint i = 0; i < found->stages->len; i++)
    if (spil_id_equal (spil_record_get_id (found->stages->pdata[i]), id))
      return found->stages->pdata[i];
  return NULL;
}

static int
number_of (SpilRecord *stage)
{
  return stage != NULL ? (int) spil_record_get_integer (stage, SPIL_STAGE_NUMBER) : 0;
}

static void
move_at_once (SpilWorker *worker, const Move *move, const Found *found, SpilRecord *to)
{
  // Translators: %s is a stage of the funnel.
  g_autofree char *label = g_strdup_printf (_ ("Stage changed to “%s”"), spil_record_get_title (to));
  SpilAction *action = spil_action_new (label);
  g_autoptr (SpilRecord) after = spil_stage_move (action, move->organisation, found->engagement, move->stage,
                                                  spil_day_today (), NULL);

  spil_worker_commit (worker, action, NULL, NULL);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Move) move = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Found) found = spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  SpilRecord *to = found != NULL ? find_stage (found, move->stage) : NULL;
  SpilId from_id = SPIL_ID_NIL;
  AdwDialog *dialog;

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (source, "failed", error);
  if (to == NULL || gtk_widget_get_root (move->parent) == NULL)
    return;
  if (found->engagement != NULL)
    from_id = spil_record_get_reference (found->engagement, SPIL_ENGAGEMENT_STAGE);
  if (spil_id_equal (from_id, move->stage))
    return;
  if (spil_funnel_may_move (number_of (find_stage (found, from_id)), number_of (to), NULL, NULL, NULL)) {
    move_at_once (SPIL_WORKER (source), move, found, to);
    return;
  }
  dialog = spil_stage_dialog_new (SPIL_WORKER (source), move->organisation, found->engagement, found->stages);
  spil_stage_dialog_choose (SPIL_STAGE_DIALOG (dialog), move->stage);
  adw_dialog_present (dialog, move->parent);
}

void
spil_stage_mover_move (SpilWorker *worker, GtkWidget *parent, SpilId organisation, SpilId stage)
{
  Move *move = g_new0 (Move, 1);

  move->parent = g_object_ref (parent);
  move->organisation = organisation;
  move->stage = stage;
  spil_worker_run (worker, load, g_memdup2 (&organisation, sizeof organisation), g_free, (GDestroyNotify) found_free,
                   NULL, on_loaded_cb, move);
}
