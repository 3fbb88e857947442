// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-audit-conditions.h"

#include <glib/gi18n-lib.h>

#include "spil-audit-day.h"

struct _SpilAuditConditions
{
  AdwBin parent_instance;

  gboolean setting; /**< the program sets the widgets */
  GPtrArray *actors; /**< of char *: what the lists offer, from the second on */
  GPtrArray *actions;

  SpilAuditDay *first;
  SpilAuditDay *last;
  GtkDropDown *actor_list;
  GtkDropDown *action_list;
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

/* The lists of who and what */

static const char *
get_chosen (GtkDropDown *list, GPtrArray *values)
{
  guint at = gtk_drop_down_get_selected (list);

  return at > 0 && at <= values->len ? values->pdata[at - 1] : NULL;
}

// Fills @list with @labels of @values, and keeps what was chosen.
static void
fill_list (GtkDropDown *list, GPtrArray **held, GPtrArray *values, const char *all,
           const char *(*label) (const char *) )
{
  const char *texts[] = { all, NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (texts);
  g_autofree char *chosen = g_strdup (get_chosen (list, *held));
  guint at = 0;

  g_ptr_array_set_size (*held, 0);
  for (guint i = 0; i < values->len; i++) {
    const char *value = values->pdata[i];

    g_ptr_array_add (*held, g_strdup (value));
    gtk_string_list_append (names, label != NULL ? label (value) : value);
    if (g_strcmp0 (value, chosen) == 0)
      at = i + 1;
  }
  gtk_drop_down_set_model (list, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (list, at);
}

static gboolean
same_texts (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

void
spil_audit_conditions_set_facts (SpilAuditConditions *self, const SpilAuditFacts *facts)
{
  g_return_if_fail (SPIL_IS_AUDIT_CONDITIONS (self));

  self->setting = TRUE;
  // An open list stays open where nothing is new.
  if (!same_texts (facts->actors, self->actors) || gtk_drop_down_get_model (self->actor_list) == NULL)
    fill_list (self->actor_list, &self->actors, facts->actors, _ ("Everybody"), NULL);
  if (!same_texts (facts->actions, self->actions) || gtk_drop_down_get_model (self->action_list) == NULL)
    fill_list (self->action_list, &self->actions, facts->actions, _ ("Everything that was done"),
               spil_audit_action_label);
  self->setting = FALSE;
}

void
spil_audit_conditions_get (SpilAuditConditions *self, SpilAuditFilter *filter)
{
  g_return_if_fail (SPIL_IS_AUDIT_CONDITIONS (self));

  filter->first = spil_audit_day_get (self->first);
  filter->last = spil_audit_day_get (self->last);
  filter->actor = get_chosen (self->actor_list, self->actors);
  filter->action = get_chosen (self->action_list, self->actions);
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
  const char *action;

  g_return_val_if_fail (SPIL_IS_AUDIT_CONDITIONS (self), NULL);

  switch (condition) {
  case SPIL_AUDIT_BY_FIRST:
    // Translators: %s is a date.
    return dup_day (self->first, _ ("from %s"));
  case SPIL_AUDIT_BY_LAST:
    // Translators: %s is a date.
    return dup_day (self->last, _ ("until %s"));
  case SPIL_AUDIT_BY_ACTOR:
    return g_strdup (get_chosen (self->actor_list, self->actors));
  case SPIL_AUDIT_BY_ACTION:
    action = get_chosen (self->action_list, self->actions);
    return action != NULL ? g_strdup (spil_audit_action_label (action)) : NULL;
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
    gtk_drop_down_set_selected (condition == SPIL_AUDIT_BY_ACTOR ? self->actor_list : self->action_list, 0);
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

static GtkDropDown *
add_list (SpilAuditConditions *self, AdwWrapBox *box, const char *name)
{
  GtkWidget *list = gtk_drop_down_new (NULL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (list, "notify::selected", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (box, list);
  return GTK_DROP_DOWN (list);
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
spil_audit_conditions_finalize (GObject *object)
{
  SpilAuditConditions *self = SPIL_AUDIT_CONDITIONS (object);

  g_ptr_array_unref (self->actors);
  g_ptr_array_unref (self->actions);
  G_OBJECT_CLASS (spil_audit_conditions_parent_class)->finalize (object);
}

static void
spil_audit_conditions_class_init (SpilAuditConditionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_audit_conditions_finalize;
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_AUDIT_CONDITIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
spil_audit_conditions_init (SpilAuditConditions *self)
{
  AdwWrapBox *box = ADW_WRAP_BOX (adw_wrap_box_new ());

  self->actors = g_ptr_array_new_with_free_func (g_free);
  self->actions = g_ptr_array_new_with_free_func (g_free);
  adw_wrap_box_set_child_spacing (box, 12);
  adw_wrap_box_set_line_spacing (box, 6);
  self->actor_list = add_list (self, box, C_ ("audit", "Who"));
  self->action_list = add_list (self, box, C_ ("audit", "What was done"));
  // Translators: a first day comes after it.
  self->first = add_day (self, box, C_ ("audit", "From"));
  // Translators: a last day comes after it.
  self->last = add_day (self, box, C_ ("audit", "Until"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}
