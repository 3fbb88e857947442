// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-copy-reminder.h"

#include <glib/gi18n-lib.h>

#include "spil-copy-note.h"
#include "spil-copy.h"
#include "spil-settings.h"
#include "spil-space.h"

// Where the schema is not installed.
#define USUAL_DAYS 14

struct _SpilCopyReminder
{
  AdwBin parent_instance;

  SpilWorker *worker;
  GCancellable *cancellable;
  GSettings *settings; /**< NULL: not installed */
  SpilCopyNote *note; /**< NULL until it was read */
  gboolean shared;

  AdwBanner *banner;
};

G_DEFINE_FINAL_TYPE (SpilCopyReminder, spil_copy_reminder, ADW_TYPE_BIN)

typedef struct
{
  SpilCopyNote *note;
  gboolean shared;
} Facts;

static void
facts_free (Facts *facts)
{
  g_clear_pointer (&facts->note, spil_copy_note_free);
  g_free (facts);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Facts, facts_free)

/* On the worker's thread */

static gpointer
read_facts (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (Facts) facts = g_new0 (Facts, 1);
  g_autoptr (SpilSpaceState) state = spil_space_get_state (store, NULL);

  facts->shared = state != NULL && state->standing == SPIL_SPACE_MEMBER;
  facts->note = spil_copy_note_read (store, error);
  return facts->note != NULL ? g_steal_pointer (&facts) : NULL;
}

/* On the main thread */

char *
spil_copy_reminder_dup_sentence (SpilDay made, SpilDay today)
{
  g_autofree char *day = NULL;
  int days;

  if (!spil_day_is_known (made))
    return g_strdup (_ ("No copy was ever made of these data."));
  day = spil_day_format_long (made);
  days = MAX (0, spil_day_between (made, today));
  // Translators: a date; how many days.
  return g_strdup_printf (
      ngettext ("The last copy is of %s, %d day ago.", "The last copy is of %s, %d days ago.", (gulong) days),
      day, days);
}

static char *
dup_title (const SpilCopyReminder *self, SpilCopyVerdict verdict)
{
  const SpilCopyState state = spil_copy_note_get_state (self->note);
  g_autofree char *last = spil_copy_reminder_dup_sentence (state.made, spil_day_today ());
  // A folder that all write to is no copy: what is lost there is lost everywhere.
  const char *shared = self->shared ? _ ("The shared folder does not count as one.") : NULL;

  if (verdict == SPIL_COPY_FAILED)
    // Translators: %s is why.
    return g_strdup_printf (_ ("The last copy failed: %s"), self->note->failure);
  return g_strjoin (" ", last, shared, NULL);
}

static void
show (SpilCopyReminder *self)
{
  const int days = self->settings != NULL ? g_settings_get_int (self->settings, "backup-reminder-days")
                                          : USUAL_DAYS;
  const SpilCopyState state = spil_copy_note_get_state (self->note);
  const SpilCopyVerdict verdict = spil_copy_rule_judge (&state, days, spil_day_today ());
  g_autofree char *title = dup_title (self, verdict);

  adw_banner_set_title (self->banner, title);
  adw_banner_set_revealed (self->banner, verdict != SPIL_COPY_FINE);
  gtk_widget_set_visible (GTK_WIDGET (self), verdict != SPIL_COPY_FINE);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilCopyReminder) self = user_data;
  // What cannot be read is told by the page itself.
  g_autoptr (Facts) facts = spil_worker_run_finish (SPIL_WORKER (source), result, NULL);

  if (facts == NULL || self->banner == NULL)
    return;
  g_clear_pointer (&self->note, spil_copy_note_free);
  self->note = g_steal_pointer (&facts->note);
  self->shared = facts->shared;
  show (self);
}

static void
look (SpilCopyReminder *self)
{
  spil_worker_run (self->worker, read_facts, NULL, NULL, (GDestroyNotify) facts_free, self->cancellable,
                   on_read_cb, g_object_ref (self));
}

static void
on_changed_cb (SpilCopyReminder *self, const SpilEntityMask *mask)
{
  if (spil_entity_mask_is_empty (mask))
    look (self);
}

static void
on_setting_changed_cb (SpilCopyReminder *self)
{
  if (self->note != NULL)
    show (self);
}

static void
on_button_clicked_cb (SpilCopyReminder *self)
{
  spil_copy_again (GTK_WIDGET (self), self->worker, self->note != NULL ? self->note->path : "");
}

static void
spil_copy_reminder_dispose (GObject *object)
{
  SpilCopyReminder *self = SPIL_COPY_REMINDER (object);

  g_cancellable_cancel (self->cancellable);
  self->banner = NULL;
  g_clear_object (&self->worker);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (spil_copy_reminder_parent_class)->dispose (object);
}

static void
spil_copy_reminder_finalize (GObject *object)
{
  SpilCopyReminder *self = SPIL_COPY_REMINDER (object);

  g_clear_pointer (&self->note, spil_copy_note_free);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (spil_copy_reminder_parent_class)->finalize (object);
}

static void
spil_copy_reminder_class_init (SpilCopyReminderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_copy_reminder_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_copy_reminder_finalize;
}

static void
spil_copy_reminder_init (SpilCopyReminder *self)
{
  self->cancellable = g_cancellable_new ();
  self->settings = spil_settings_new ();
  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->banner, FALSE);
  adw_banner_set_button_label (self->banner, _ ("Make a copy"));
  g_signal_connect_object (self->banner, "button-clicked", G_CALLBACK (on_button_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed::backup-reminder-days",
                             G_CALLBACK (on_setting_changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->banner));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
spil_copy_reminder_set_worker (SpilCopyReminder *self, SpilWorker *worker)
{
  g_return_if_fail (SPIL_IS_COPY_REMINDER (self) && self->worker == NULL);

  self->worker = g_object_ref (worker);
  g_signal_connect_object (worker, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  look (self);
}
