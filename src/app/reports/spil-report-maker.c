// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-report-maker.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "spil-akt.h"
#include "spil-tidings.h"

struct _SpilReportMaker
{
  GObject parent_instance;

  SpilWorker *worker;
  GCancellable *cancellable;
  SpilId report; /**< whose files are there; nil: none yet */
};

G_DEFINE_FINAL_TYPE (SpilReportMaker, spil_report_maker, G_TYPE_OBJECT)

enum
{
  PROGRESS,
  DONE,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

// What the worker's thread has to know.
typedef struct
{
  SpilPeriod period;
  char *dir;
  SpilTidings *tidings;
} Order;

static void
order_free (Order *order)
{
  g_free (order->dir);
  spil_tidings_free (order->tidings);
  g_free (order);
}

static void
on_progress (double fraction, const char *what, gpointer tidings)
{
  spil_tidings_tell (tidings, fraction, what);
}

const char *const spil_report_endings[] = { ".pdf", ".odt", NULL };

char *
spil_report_maker_dup_path (const char *dir, SpilId report, const char *ending)
{
  g_autofree char *id = spil_id_dup_text (report);
  g_autofree char *name = g_strconcat (id, ending, NULL);

  return g_build_filename (dir, "reports", name, NULL);
}

static gboolean
make_folder (const char *dir, GError **error)
{
  g_autofree char *folder = g_build_filename (dir, "reports", NULL);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (
      error, G_FILE_ERROR, g_file_error_from_errno (errno),
      _ ("The folder %s for reports cannot be made: %s. Make room, or ask for the right to write there."),
      folder, g_strerror (errno));
  return FALSE;
}

static SpilId
recorded_id (const SpilAction *action)
{
  return ((const SpilChange *) g_ptr_array_index (action->changes, 0))->id;
}

static void
remove_files (const char *dir, SpilId report)
{
  for (int i = 0; spil_report_endings[i] != NULL; i++) {
    g_autofree char *path = spil_report_maker_dup_path (dir, report, spil_report_endings[i]);

    g_unlink (path);
  }
}

static gboolean
write_files (SpilStore *store, Order *order, SpilId report, GCancellable *cancellable, GError **error)
{
  for (int i = 0; spil_report_endings[i] != NULL; i++) {
    g_autofree char *path = spil_report_maker_dup_path (order->dir, report, spil_report_endings[i]);

    if (!spil_report_akt_write (store, order->period, path, cancellable, on_progress, order->tidings,
                                error)) {
      remove_files (order->dir, report);
      return FALSE;
    }
  }
  return TRUE;
}

// On the worker's thread: writes the files, and returns the action that records them.
static gpointer
make (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Order *order = data;
  g_autoptr (SpilReportData)
      figures = spil_report_data_new (store, order->period, cancellable, NULL, NULL, error);
  g_autoptr (SpilAction) action = NULL;

  if (figures == NULL || !make_folder (order->dir, error))
    return NULL;
  action = spil_report_akt_record (figures);
  if (!write_files (store, order, recorded_id (action), cancellable, error))
    return NULL;
  return g_steal_pointer (&action);
}

static void
on_recorded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilReportMaker) self = user_data;
  g_autoptr (GError) error = NULL;

  if (spil_worker_commit_finish (SPIL_WORKER (source), result, &error))
    g_signal_emit (self, signals[DONE], 0);
  else {
    remove_files (spil_worker_get_dir (self->worker), self->report);
    g_signal_emit (self, signals[FAILED], 0, error);
  }
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilReportMaker) self = user_data;
  g_autoptr (GError) error = NULL;
  SpilAction *action = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (action != NULL) {
    self->report = recorded_id (action);
    spil_worker_commit (self->worker, action, on_recorded_cb, g_object_ref (self));
  } else
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
tell_progress (GObject *owner, double fraction, const char *what)
{
  g_signal_emit (owner, signals[PROGRESS], 0, fraction, what);
}

void
spil_report_maker_cancel (SpilReportMaker *self)
{
  g_return_if_fail (SPIL_IS_REPORT_MAKER (self));

  g_cancellable_cancel (self->cancellable);
}

static void
spil_report_maker_finalize (GObject *object)
{
  SpilReportMaker *self = SPIL_REPORT_MAKER (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (spil_report_maker_parent_class)->finalize (object);
}

static void
spil_report_maker_class_init (SpilReportMakerClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = spil_report_maker_finalize;
  signals[PROGRESS] = g_signal_new ("progress", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                    G_TYPE_DOUBLE, G_TYPE_STRING);
  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
spil_report_maker_init (SpilReportMaker *self)
{
  self->cancellable = g_cancellable_new ();
}

SpilReportMaker *
spil_report_maker_new (SpilWorker *worker, SpilPeriod period)
{
  SpilReportMaker *self = g_object_new (SPIL_TYPE_REPORT_MAKER, NULL);
  Order *order = g_new0 (Order, 1);

  self->worker = g_object_ref (worker);
  order->period = period;
  order->dir = g_strdup (spil_worker_get_dir (worker));
  order->tidings = spil_tidings_new (G_OBJECT (self), tell_progress);
  spil_worker_run (worker, make, order, (GDestroyNotify) order_free, (GDestroyNotify) spil_action_free,
                   self->cancellable, on_made_cb, g_object_ref (self));
  return self;
}
