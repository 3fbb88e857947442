// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-bulk-job.h"

#include <glib/gi18n-lib.h>

#include "spil-number.h"

SpilBulkJob *
spil_bulk_job_new (const SpilBulkTarget *target, gboolean with_action)
{
  SpilBulkJob *self = g_new0 (SpilBulkJob, 1);

  self->target = spil_bulk_target_copy (target);
  self->edit.action_due = SPIL_DAY_NONE;
  self->with_action = with_action;
  return self;
}

void
spil_bulk_job_free (SpilBulkJob *self)
{
  if (self == NULL)
    return;
  spil_bulk_target_free (self->target);
  for (gsize i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);
  g_free (self);
}

void
spil_bulk_result_free (SpilBulkResult *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->action, spil_action_free);
  g_free (self);
}

gpointer
spil_bulk_job_run (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const SpilBulkJob *job = data;
  g_autoptr (GArray) ids = spil_bulk_target_read (job->target, store, error);
  g_autoptr (SpilBulkResult) result = g_new0 (SpilBulkResult, 1);
  g_autofree char *number = NULL;

  if (ids == NULL)
    return NULL;
  result->n_meant = ids->len;
  result->action = spil_employer_bulk_action (store, (const SpilId *) (gpointer) ids->data, ids->len, &job->edit,
                                              NULL, &result->n_changed, cancellable, error);
  if (result->action == NULL)
    return NULL;
  number = spil_integer_format (result->n_changed);
  g_free (result->action->label);
  result->action->label = g_strdup_printf (
      ngettext ("%s employer changed", "%s employers changed", (gulong) result->n_changed), number);
  if (!job->with_action)
    g_clear_pointer (&result->action, spil_action_free);
  return g_steal_pointer (&result);
}

char *
spil_bulk_result_dup_text (const SpilBulkResult *self)
{
  int64_t same = self->n_meant - self->n_changed;
  g_autofree char *changed = spil_integer_format (self->n_changed);
  g_autofree char *unchanged = spil_integer_format (same);
  g_autofree char *text = NULL;
  g_autofree char *rest = NULL;

  if (self->n_changed == 0)
    return g_strdup (_ ("This changes nothing: it is so already."));
  text = g_strdup_printf (
      ngettext ("This changes %s employer.", "This changes %s employers.", (gulong) self->n_changed), changed);
  if (same <= 0)
    return g_steal_pointer (&text);
  rest = g_strdup_printf (ngettext ("For %s it is so already.", "For %s it is so already.", (gulong) same),
                          unchanged);
  return g_strjoin (" ", text, rest, NULL);
}
