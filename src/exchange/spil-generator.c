// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-generator.h"

#include <glib/gi18n-lib.h>

#include "spil-demo.h"
#include "spil-inventor.h"
#include "spil-order.h"

#define SEED UINT64_C (100000)
#define BATCH_CHANGES 20000
#define DAY_MS G_GINT64_CONSTANT (86400000)
#define TASKS_A_SUMMARY 10

typedef struct
{
  SpilStore *store;
  SpilInventor inventor;
  SpilAction *action; /* the batch; owned */
  SpilDay first;
  SpilDay last;
  int64_t rows;
  SpilGeneratorProgress progress;
  gpointer user_data;
} SpilGenerating;

static void
begin_batch (SpilGenerating *self)
{
  self->action = spil_action_new (_ ("Invented data added"));
  self->inventor.action = self->action;
}

/* Commits the batch and begins the next one when it is large enough, or @always. */
static gboolean
end_batch (SpilGenerating *self, gboolean always, GError **error)
{
  if (self->action->changes->len < BATCH_CHANGES && !always)
    return TRUE;
  if (!spil_store_commit_bulk (self->store, self->action, error))
    return FALSE;
  self->rows += self->action->changes->len;
  if (self->progress != NULL)
    self->progress (self->rows, self->user_data);
  g_clear_pointer (&self->action, spil_action_free);
  begin_batch (self);
  return TRUE;
}

static void
add_stage_change (SpilGenerating *self, const SpilInvented *employer)
{
  SpilInventor *inventor = &self->inventor;
  SpilChange *change = spil_inventor_add (inventor, SPIL_ENTITY_STAGE_CHANGE, employer->joined);
  const int stage = employer->stage;

  spil_inventor_put_reference (change, SPIL_STAGE_CHANGE_ENGAGEMENT, employer->engagement);
  spil_inventor_put_reference (change, SPIL_STAGE_CHANGE_TO, inventor->stages[stage - 1]);
  spil_inventor_put_day (change, SPIL_STAGE_CHANGE_DATE, employer->joined);
  spil_inventor_put_text (
      change, SPIL_STAGE_CHANGE_EVIDENCE,
      spil_fiction_pick_number (inventor->fiction, SPIL_WORDS_EVIDENCE, &inventor->random, stage)->text);
}

static gboolean
add_employers (SpilGenerating *self, SpilInvented *employers, int n, GError **error)
{
  for (int i = 0; i < n; i++) {
    spil_inventor_add_employer (&self->inventor, i, self->first, &employers[i]);
    add_stage_change (self, &employers[i]);
    if (!end_batch (self, FALSE, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_contacts (SpilGenerating *self, const SpilInvented *employers, int n_employers, int n, GError **error)
{
  const int64_t span = spil_day_between (self->first, self->last) * DAY_MS;

  for (int i = 0; i < n; i++) {
    const int at = spil_random_below (&self->inventor.random, n_employers);
    const int64_t time = self->first.number * DAY_MS + span / n * i;

    spil_inventor_add_contact (&self->inventor, &employers[at], time);
    if (!end_batch (self, FALSE, error))
      return FALSE;
  }
  return TRUE;
}

static SpilId
add_task (SpilGenerating *self, int index, SpilId parent, char **order)
{
  SpilInventor *inventor = &self->inventor;
  SpilChange *task = spil_inventor_add (inventor, SPIL_ENTITY_TASK, self->first);
  const SpilDay start = spil_inventor_day (inventor, self->first, spil_day_add (self->first, 700));
  g_autofree char *name = g_strdup_printf ("Activiteit %d (demo)", index + 1);
  g_autofree char *key = spil_order_between (*order, NULL);

  spil_inventor_put_text (task, SPIL_TASK_NAME, name);
  spil_inventor_put_reference (task, SPIL_TASK_PARENT, parent);
  spil_inventor_put_day (task, SPIL_TASK_START, start);
  spil_inventor_put_day (task, SPIL_TASK_END,
                         spil_day_add (start, spil_random_between (&inventor->random, 4, 90)));
  spil_inventor_put_text (task, SPIL_TASK_GROUND, "Demo: verzonnen data.");
  spil_inventor_put_integer (task, SPIL_TASK_PROGRESS_RULE, SPIL_PROGRESS_RULE_TYPED);
  spil_inventor_put_integer (task, SPIL_TASK_PROGRESS, spil_random_between (&inventor->random, 0, 100));
  spil_inventor_put_text (task, SPIL_TASK_ORDER, key);
  g_free (*order);
  *order = g_steal_pointer (&key);
  return task->id;
}

static void
add_link (SpilGenerating *self, SpilId from, SpilId to)
{
  SpilChange *link;

  if (spil_id_is_nil (from))
    return;
  link = spil_inventor_add (&self->inventor, SPIL_ENTITY_DEPENDENCY, self->first);
  spil_inventor_put_reference (link, SPIL_DEPENDENCY_FROM, from);
  spil_inventor_put_reference (link, SPIL_DEPENDENCY_TO, to);
  spil_inventor_put_integer (link, SPIL_DEPENDENCY_TYPE, SPIL_LINK_TYPE_FINISH_START);
}

/* Each task follows the two before it in its summary: one and a half times as many links as tasks. */
static gboolean
add_tasks (SpilGenerating *self, int n, GError **error)
{
  g_autofree char *order = g_strdup ("zz"); /* after those of the template */
  SpilId summary = SPIL_ID_NIL;
  SpilId previous = SPIL_ID_NIL;
  SpilId before_previous = SPIL_ID_NIL;

  for (int i = 0; i < n; i++) {
    SpilId task;

    if (i % (TASKS_A_SUMMARY + 1) == 0) {
      summary = add_task (self, i, SPIL_ID_NIL, &order);
      previous = before_previous = SPIL_ID_NIL;
      continue;
    }
    task = add_task (self, i, summary, &order);
    add_link (self, previous, task);
    add_link (self, before_previous, task);
    before_previous = previous;
    previous = task;
    if (!end_batch (self, FALSE, error))
      return FALSE;
  }
  return TRUE;
}

/* The programme with its template, marked as demo. */
static gboolean
add_programme (SpilGenerating *self, SpilFiction *fiction, GError **error)
{
  g_autoptr (SpilTemplateKeys) keys = spil_template_keys_new ();
  g_autoptr (SpilTemplate) template = spil_template_load (NULL, SPIL_DEMO_TEMPLATE, error);
  g_autoptr (SpilAction) action = NULL;
  SpilIdSeries ids = spil_id_series (SEED);

  if (template == NULL)
    return FALSE;
  action = spil_template_make_action (template, keys, spil_id_series_next, &ids, error);
  if (action == NULL || !spil_inventor_init (&self->inventor, fiction, SEED, keys, error))
    return FALSE;
  spil_inventor_put_integer (action->changes->pdata[0], SPIL_PROGRAMME_DEMO, TRUE);
  return spil_store_commit_bulk (self->store, action, error);
}

gboolean
spil_generator_fill (SpilStore *store, const SpilGeneratorSize *size, SpilGeneratorProgress progress,
                     gpointer user_data, GError **error)
{
  g_autoptr (SpilFiction) fiction = spil_fiction_load (error);
  g_autofree SpilInvented *employers = g_new0 (SpilInvented, (gsize) MAX (size->employers, 1));
  SpilGenerating generating = {
    .store = store,
    .first = spil_day_from_ymd (2018, 1, 1),
    .last = spil_day_from_ymd (2018, 12, 31),
    .progress = progress,
    .user_data = user_data,
  };
  gboolean done;

  g_return_val_if_fail (size->contacts == 0 || size->employers > 0, FALSE);

  if (fiction == NULL)
    return FALSE;
  done = add_programme (&generating, fiction, error);
  begin_batch (&generating);
  done = done && add_employers (&generating, employers, size->employers, error) &&
         add_contacts (&generating, employers, size->employers, size->contacts, error) &&
         add_tasks (&generating, size->tasks, error) && end_batch (&generating, TRUE, error);
  spil_action_free (generating.action);
  spil_inventor_clear (&generating.inventor);
  return done;
}
