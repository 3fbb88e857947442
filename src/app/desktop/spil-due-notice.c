// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-due-notice.h"

#include <glib/gi18n-lib.h>

#include "spil-agenda-data.h"
#include "spil-agenda-query.h"
#include "spil-due-rule.h"
#include "spil-programme.h"
#include "spil-settings.h"

#define NOTIFICATION "due"
/* How often it is looked whether another day has begun. */
#define SECONDS_BETWEEN 600

struct _SpilDueNotice
{
  GObject parent_instance;

  SpilWindow *window; /**< borrowed */
  guint timer;
  GCancellable *counting; /**< NULL: nothing is being counted */
};

G_DEFINE_FINAL_TYPE (SpilDueNotice, spil_due_notice, G_TYPE_OBJECT)

/* On the worker's thread */

/* How many actions are due: of this laptop's user, or of everybody for who is no broker. */
static gpointer
count_due (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilProgramme) programme = spil_programme_load (store, NULL, cancellable, error);
  g_autofree char *owner = NULL;
  g_autoptr (GPtrArray) items = NULL;
  SpilAgendaFilter filter = { .today = spil_day_today (), .limit = 1 };
  int64_t counts[3] = { 0 };

  if (programme == NULL || programme->demo)
    return NULL;
  owner = spil_agenda_data_dup_own (store);
  filter.person = owner;
  items = spil_agenda_query (store, &filter, counts, error);
  return items != NULL ? g_memdup2 (&counts[SPIL_AGENDA_ACTION], sizeof (int64_t)) : NULL;
}

/* What was told */

static SpilDay
told_on (GSettings *settings)
{
  g_autofree char *text = g_settings_get_string (settings, "notified-on");
  SpilDay day;

  return spil_day_parse (text, &day) ? day : SPIL_DAY_NONE;
}

static void
tell (SpilDueNotice *self, GSettings *settings, int64_t n_due)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));
  g_autofree char *title = spil_due_rule_dup_title (n_due);
  g_autofree char *today = spil_day_to_iso (spil_day_today ());
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, _ ("The agenda shows which."));
  g_notification_set_default_action (notification, "app.agenda");
  g_settings_set_string (settings, "notified-on", today);
  if (application != NULL)
    g_application_send_notification (G_APPLICATION (application), NOTIFICATION, notification);
}

static gboolean
is_wanted (SpilDueNotice *self, GSettings *settings)
{
  return settings != NULL && g_settings_get_boolean (settings, "notifications") &&
         spil_due_rule_tells (spil_day_today (), told_on (settings),
                              gtk_window_is_active (GTK_WINDOW (self->window)));
}

static void
on_counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilDueNotice) self = user_data;
  g_autofree int64_t *n_due = spil_worker_run_finish (SPIL_WORKER (source), result, NULL);
  g_autoptr (GSettings) settings = spil_settings_new ();

  g_clear_object (&self->counting);
  // An error of the database is told where it matters; and Spil may have come to the front meanwhile.
  if (self->window != NULL && n_due != NULL && *n_due > 0 && is_wanted (self, settings))
    tell (self, settings, *n_due);
}

static void
look (SpilDueNotice *self)
{
  g_autoptr (GSettings) settings = spil_settings_new ();

  if (self->counting != NULL || !spil_window_has_programme (self->window) || !is_wanted (self, settings))
    return;
  self->counting = g_cancellable_new ();
  spil_worker_run (spil_window_get_worker (self->window), count_due, NULL, NULL, g_free, self->counting,
                   on_counted_cb, g_object_ref (self));
}

static void
on_active_cb (SpilDueNotice *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));

  if (!gtk_window_is_active (GTK_WINDOW (self->window)))
    look (self);
  else if (application != NULL)
    g_application_withdraw_notification (G_APPLICATION (application), NOTIFICATION);
}

static gboolean
on_timer_cb (gpointer user_data)
{
  look (user_data);
  return G_SOURCE_CONTINUE;
}

static void
on_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilDueNotice) self = user_data;

  if (spil_window_wait_ready_finish (SPIL_WINDOW (source), result) && self->window != NULL)
    look (self);
}

/* The object */

static void
spil_due_notice_dispose (GObject *object)
{
  SpilDueNotice *self = SPIL_DUE_NOTICE (object);

  self->window = NULL;
  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->counting);
  G_OBJECT_CLASS (spil_due_notice_parent_class)->dispose (object);
}

static void
spil_due_notice_finalize (GObject *object)
{
  g_clear_object (&SPIL_DUE_NOTICE (object)->counting);
  G_OBJECT_CLASS (spil_due_notice_parent_class)->finalize (object);
}

static void
spil_due_notice_class_init (SpilDueNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_due_notice_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_due_notice_finalize;
}

static void
spil_due_notice_init (SpilDueNotice *self)
{
}

SpilDueNotice *
spil_due_notice_new (SpilWindow *window)
{
  SpilDueNotice *self = g_object_new (SPIL_TYPE_DUE_NOTICE, NULL);

  self->window = window;
  self->timer = g_timeout_add_seconds (SECONDS_BETWEEN, on_timer_cb, self);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (on_active_cb), self, G_CONNECT_SWAPPED);
  spil_window_wait_ready (window, on_ready_cb, g_object_ref (self));
  return self;
}
