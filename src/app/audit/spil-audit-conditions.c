// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-audit-conditions.h"

#include <glib/gi18n-lib.h>

#include "spil-audit-day.h"
#include "spil-choice-filter.h"

struct _SpilAuditConditions
{
  AdwBin parent_instance;

  gboolean setting; /**< the program sets the widgets */
  SpilAuditDay *first;
  SpilAuditDay *last;
  SpilChoiceFilter *actor_list;
  SpilChoiceFilter *action_list;
};

G_DEFINE_FINAL_TYPE (SpilAuditConditions, spil_audit_conditions, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_changed_cb (SpilAuditConditions *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
fill_list (SpilChoiceFilter *list, GPtrArray *values, const char *(*label) (const char *) )
{
  spil_choice_filter_begin (list);
  for (guint i = 0; i < values->len; i++) {
    const char *value = values->pdata[i];

    spil_choice_filter_add (list, label != NULL ? label (value) : value, value);
  }
  spil_choice_filter_end (list);
}

void
spil_audit_conditions_set_facts (SpilAuditConditions *self, const SpilAuditFacts *facts)
{
  g_return_if_fail (SPIL_IS_AUDIT_CONDITIONS (self));

  fill_list (self->actor_list, facts->actors, NULL);
  fill_list (self->action_list, facts->actions, spil_audit_action_label);
}

void
spil_audit_conditions_get (SpilAuditConditions *self, SpilAuditFilter *filter)
{
  g_return_if_fail (SPIL_IS_AUDIT_CONDITIONS (self));

  filter->first = spil_audit_day_get (self->first);
  filter->last = spil_audit_day_get (self->last);
  filter->actor = spil_choice_filter_get_key (self->actor_list);
  filter->action = spil_choice_filter_get_key (self->action_list);
}

static char *
dup_day (SpilAuditDay *day, const char *format)
{
  g_autofree char *text = spil_day_format (spil_audit_day_get (day));
  g_autoptr (GString) words = g_string_new (format);

  if (text[0] == '\0')
    return NULL;
  g_string_replace (words, "%s", text, 1);
  return g_strdup (words->str);
}

char *
spil_audit_conditions_dup_text (SpilAuditConditions *self, SpilAuditCondition condition)
{
  g_return_val_if_fail (SPIL_IS_AUDIT_CONDITIONS (self), NULL);

  switch (condition) {
  case SPIL_AUDIT_BY_FIRST:
    // Translators: %s is a date.
    return dup_day (self->first, _ ("from %s"));
  case SPIL_AUDIT_BY_LAST:
    // Translators: %s is a date.
    return dup_day (self->last, _ ("until %s"));
  case SPIL_AUDIT_BY_ACTOR:
    return g_strdup (spil_choice_filter_get_key (self->actor_list));
  case SPIL_AUDIT_BY_ACTION:
    return g_strdup (spil_choice_filter_get_label (self->action_list));
  case SPIL_AUDIT_N_CONDITIONS:
    break;
  }
  return NULL;
}

static void
drop (SpilAuditConditions *self, SpilAuditCondition condition)
{
  if (condition == SPIL_AUDIT_BY_FIRST || condition == SPIL_AUDIT_BY_LAST)
    spil_audit_day_clear (condition == SPIL_AUDIT_BY_FIRST ? self->first : self->last);
  else
    spil_choice_filter_clear (condition == SPIL_AUDIT_BY_ACTOR ? self->actor_list : self->action_list);
}

void
spil_audit_conditions_drop (SpilAuditConditions *self, SpilAuditCondition condition)
{
  g_return_if_fail (SPIL_IS_AUDIT_CONDITIONS (self));
  drop (self, condition);
}

void
spil_audit_conditions_clear (SpilAuditConditions *self)
{
  g_return_if_fail (SPIL_IS_AUDIT_CONDITIONS (self));

  self->setting = TRUE;
  for (int i = 0; i < SPIL_AUDIT_N_CONDITIONS; i++)
    drop (self, (SpilAuditCondition) i);
  self->setting = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The widget */

static SpilChoiceFilter *
add_list (SpilAuditConditions *self, AdwWrapBox *box, const char *name, const char *all)
{
  GtkWidget *list = spil_choice_filter_new (name, all);

  g_signal_connect_object (list, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (box, list);
  return SPIL_CHOICE_FILTER (list);
}

static SpilAuditDay *
add_day (SpilAuditConditions *self, AdwWrapBox *box, const char *title)
{
  GtkWidget *day = spil_audit_day_new (title);

  g_signal_connect_object (day, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (box, day);
  return SPIL_AUDIT_DAY (day);
}

static void
spil_audit_conditions_class_init (SpilAuditConditionsClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_AUDIT_CONDITIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
spil_audit_conditions_init (SpilAuditConditions *self)
{
  AdwWrapBox *box = ADW_WRAP_BOX (adw_wrap_box_new ());

  adw_wrap_box_set_child_spacing (box, 12);
  adw_wrap_box_set_line_spacing (box, 6);
  self->actor_list = add_list (self, box, C_ ("audit", "Who"), _ ("Everybody"));
  self->action_list = add_list (self, box, C_ ("audit", "What was done"), _ ("Everything that was done"));
  // Translators: a first day comes after it.
  self->first = add_day (self, box, C_ ("audit", "From"));
  // Translators: a last day comes after it.
  self->last = add_day (self, box, C_ ("audit", "Until"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}
