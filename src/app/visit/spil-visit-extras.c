// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-visit-extras.h"

#include <glib/gi18n-lib.h>

#include "spil-field-editor.h"
#include "spil-form-parts.h"
#include "spil-funnel-rule.h"
#include "spil-stage-dialog.h"
#include "spil-validate.h"

// Group of the draft that these are kept in, and their names.
#define GROUP "visit"
#define KEEP_STAGE "stage"
#define KEEP_EVIDENCE "evidence"

// Who promises.
typedef enum
{
  SIDE_THEIRS,
  SIDE_OURS,
  N_SIDES
} Side;

static const struct
{
  const char *title;
  const char *due_title;
  const char *keep_text;
  const char *keep_due;
} sides[N_SIDES] = {
  [SIDE_THEIRS] = { N_ ("What does the employer promise?"), N_ ("The employer does that by"),
                    "promise-theirs", "promise-theirs-due" },
  [SIDE_OURS] = { N_ ("What do we promise?"), N_ ("We do that by"), "promise-ours", "promise-ours-due" },
};

struct _SpilVisitExtras
{
  GObject parent_instance;

  SpilRecord *engagement; /**< NULL: none yet */
  GPtrArray *stages; /**< of SpilRecord; NULL: not known yet */
  gboolean setting;

  AdwPreferencesGroup *stage_group;
  AdwPreferencesGroup *promise_group;
  AdwComboRow *stage;
  SpilFieldEditor *evidence;
  SpilFieldEditor *texts[N_SIDES];
  SpilFieldEditor *dues[N_SIDES];
};

G_DEFINE_FINAL_TYPE (SpilVisitExtras, spil_visit_extras, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SpilId
current_stage (SpilVisitExtras *self)
{
  return self->engagement != NULL ? spil_record_get_reference (self->engagement, SPIL_ENGAGEMENT_STAGE)
                                  : SPIL_ID_NIL;
}

// The record of the stage with that id; NULL: none.
static SpilRecord *
find_stage (SpilVisitExtras *self, SpilId id, guint *at)
{
  for (guint i = 0; self->stages != NULL && i < self->stages->len; i++)
    if (spil_id_equal (spil_record_get_id (self->stages->pdata[i]), id)) {
      if (at != NULL)
        *at = i;
      return self->stages->pdata[i];
    }
  return NULL;
}

static int
number_of (SpilRecord *stage)
{
  return stage != NULL ? (int) spil_record_get_integer (stage, SPIL_STAGE_NUMBER) : 0;
}

// The first item says that the stage stays as it is; NULL then.
static SpilRecord *
chosen_stage (SpilVisitExtras *self)
{
  guint at = adw_combo_row_get_selected (self->stage);

  return self->stages != NULL && at > 0 && at <= self->stages->len ? self->stages->pdata[at - 1] : NULL;
}

static void
show_evidence (SpilVisitExtras *self)
{
  SpilRecord *stage = chosen_stage (self);
  const char *asked = stage != NULL ? spil_record_get_text (stage, SPIL_STAGE_EVIDENCE) : NULL;

  gtk_widget_set_visible (spil_field_editor_get_row (self->evidence), stage != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->stage), asked != NULL ? asked : "");
}

static void
on_changed_cb (SpilVisitExtras *self)
{
  if (self->setting)
    return;
  show_evidence (self);
  spil_field_editor_set_error (self->evidence, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Making the groups */

static SpilFieldEditor *
make_editor (SpilVisitExtras *self, SpilWorker *worker, SpilEntityNumber number, int field, const char *title,
             AdwPreferencesGroup *group)
{
  const SpilEntity *entity = spil_entity (number);
  SpilFieldEditor *editor = spil_field_editor_new (worker, entity, spil_entity_field (entity, field));

  if (title != NULL)
    spil_field_editor_set_title (editor, title);
  g_signal_connect_object (editor, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  spil_field_editor_add_to (editor, group);
  return editor;
}

static AdwPreferencesGroup *
make_group (const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  return g_object_ref_sink (ADW_PREFERENCES_GROUP (group));
}

static void
make_stage_group (SpilVisitExtras *self, SpilWorker *worker)
{
  self->stage_group = make_group (_ ("Stage"));
  self->stage = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->stage), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->stage), _ ("Come to stage"));
  adw_preferences_group_add (self->stage_group, GTK_WIDGET (self->stage));
  self->evidence = make_editor (self, worker, SPIL_ENTITY_STAGE_CHANGE, SPIL_STAGE_CHANGE_EVIDENCE, NULL,
                                self->stage_group);
  g_signal_connect_object (self->stage, "notify::selected", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_evidence (self);
}

static void
make_promise_group (SpilVisitExtras *self, SpilWorker *worker)
{
  self->promise_group = make_group (_ ("Promises"));
  for (int side = 0; side < N_SIDES; side++) {
    self->texts[side] = make_editor (self, worker, SPIL_ENTITY_PROMISE, SPIL_PROMISE_TEXT,
                                     _ (sides[side].title), self->promise_group);
    self->dues[side] = make_editor (self, worker, SPIL_ENTITY_PROMISE, SPIL_PROMISE_DUE,
                                    _ (sides[side].due_title), self->promise_group);
  }
}

/* Reading them */

static char *
dup_text (SpilFieldEditor *editor)
{
  g_auto (SpilValue) value = SPIL_VALUE_INIT;

  spil_field_editor_peek (editor, &value);
  return g_strdup (value.kind == SPIL_VALUE_TEXT ? value.text : "");
}

static gboolean
add_stage (SpilVisitExtras *self, SpilAction *action, SpilId organisation, GError **error)
{
  SpilRecord *stage = chosen_stage (self);
  g_autofree char *evidence = dup_text (self->evidence);
  g_autoptr (SpilRecord) after = NULL;
  GError *local = NULL;

  if (stage == NULL || spil_id_equal (spil_record_get_id (stage), current_stage (self)))
    return TRUE;
  if (!spil_funnel_may_move (number_of (find_stage (self, current_stage (self), NULL)), number_of (stage),
                             spil_record_get_title (stage), evidence, &local)) {
    spil_field_editor_set_error (self->evidence, local->message);
    spil_form_focus_row (spil_field_editor_get_row (self->evidence));
    g_propagate_error (error, local);
    return FALSE;
  }
  after = spil_stage_move (action, organisation, self->engagement, spil_record_get_id (stage),
                           spil_day_today (), *evidence != '\0' ? evidence : NULL);
  return TRUE;
}

// A promise is the employer's own unless it says whose it is.
static gboolean
add_promise (SpilVisitExtras *self, Side side, SpilAction *action, SpilId organisation, const char *broker,
             GError **error)
{
  g_autofree char *text = dup_text (self->texts[side]);
  g_autoptr (SpilRecord) promise = NULL;
  g_auto (SpilValue) due = SPIL_VALUE_INIT;

  if (*g_strstrip (text) == '\0')
    return TRUE;
  if (!spil_field_editor_check (self->dues[side], &due, error)) {
    spil_form_focus_row (spil_field_editor_get_row (self->dues[side]));
    return FALSE;
  }
  promise = spil_record_new (spil_entity (SPIL_ENTITY_PROMISE), spil_id_new ());
  spil_record_set_reference (promise, SPIL_PROMISE_ORGANISATION, organisation);
  spil_record_set_text (promise, SPIL_PROMISE_TEXT, text);
  spil_record_set (promise, SPIL_PROMISE_DUE, &due);
  if (side == SIDE_OURS)
    spil_record_set_text (promise, SPIL_PROMISE_BY, broker != NULL ? broker : _ ("us"));
  spil_record_set_integer (promise, SPIL_PROMISE_STATE, SPIL_ACTION_STATE_OPEN);
  spil_action_add (action, promise);
  return TRUE;
}

gboolean
spil_visit_extras_add_to (SpilVisitExtras *self, SpilAction *action, SpilId organisation, const char *broker,
                          GError **error)
{
  g_return_val_if_fail (SPIL_IS_VISIT_EXTRAS (self), FALSE);

  return add_stage (self, action, organisation, error) &&
         add_promise (self, SIDE_THEIRS, action, organisation, broker, error) &&
         add_promise (self, SIDE_OURS, action, organisation, broker, error);
}

/* Drafts */

static void
keep_editor (SpilFieldEditor *editor, GKeyFile *draft, const char *name)
{
  const SpilField *field = spil_field_editor_get_field (editor);
  g_auto (SpilValue) value = SPIL_VALUE_INIT;
  g_autofree char *text = NULL;

  spil_field_editor_peek (editor, &value);
  text = spil_value_to_text (field, &value);
  g_key_file_set_string (draft, GROUP, name, text);
}

static void
restore_editor (SpilFieldEditor *editor, GKeyFile *draft, const char *name)
{
  g_autofree char *text = g_key_file_get_string (draft, GROUP, name, NULL);
  g_auto (SpilValue) value = SPIL_VALUE_INIT;

  if (text != NULL && *text != '\0' &&
      spil_value_parse (spil_field_editor_get_field (editor), text, &value, NULL))
    spil_field_editor_set_value (editor, &value);
}

void
spil_visit_extras_keep (SpilVisitExtras *self, GKeyFile *draft)
{
  SpilRecord *stage;

  g_return_if_fail (SPIL_IS_VISIT_EXTRAS (self));

  stage = chosen_stage (self);
  if (stage != NULL) {
    g_autofree char *id = spil_id_dup_text (spil_record_get_id (stage));

    g_key_file_set_string (draft, GROUP, KEEP_STAGE, id);
  }
  keep_editor (self->evidence, draft, KEEP_EVIDENCE);
  for (int side = 0; side < N_SIDES; side++) {
    keep_editor (self->texts[side], draft, sides[side].keep_text);
    keep_editor (self->dues[side], draft, sides[side].keep_due);
  }
}

void
spil_visit_extras_restore (SpilVisitExtras *self, GKeyFile *draft)
{
  g_autofree char *stage = NULL;
  SpilId id;
  guint at;

  g_return_if_fail (SPIL_IS_VISIT_EXTRAS (self));

  stage = g_key_file_get_string (draft, GROUP, KEEP_STAGE, NULL);
  self->setting = TRUE;
  if (stage != NULL && spil_id_parse (stage, &id) && find_stage (self, id, &at) != NULL)
    adw_combo_row_set_selected (self->stage, at + 1);
  restore_editor (self->evidence, draft, KEEP_EVIDENCE);
  for (int side = 0; side < N_SIDES; side++) {
    restore_editor (self->texts[side], draft, sides[side].keep_text);
    restore_editor (self->dues[side], draft, sides[side].keep_due);
  }
  self->setting = FALSE;
  show_evidence (self);
}

/* What is known */

static GtkStringList *
make_names (SpilVisitExtras *self)
{
  SpilRecord *now = find_stage (self, current_stage (self), NULL);
  // Translators: %s is the stage that an employer is in.
  g_autofree char *stays = now != NULL ? g_strdup_printf (_ ("Still “%s”"), spil_record_get_title (now))
                                       : g_strdup (_ ("No stage yet"));
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, stays);
  for (guint i = 0; i < self->stages->len; i++) {
    g_autofree char *name = g_strdup_printf ("%d. %s", number_of (self->stages->pdata[i]),
                                             spil_record_get_title (self->stages->pdata[i]));

    gtk_string_list_append (names, name);
  }
  return names;
}

void
spil_visit_extras_set_data (SpilVisitExtras *self, SpilRecord *engagement, GPtrArray *stages)
{
  g_autoptr (GtkStringList) names = NULL;
  guint selected;

  g_return_if_fail (SPIL_IS_VISIT_EXTRAS (self));

  self->setting = TRUE;
  selected = adw_combo_row_get_model (self->stage) != NULL ? adw_combo_row_get_selected (self->stage) : 0;
  g_set_object (&self->engagement, engagement);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  self->stages = g_ptr_array_ref (stages);
  names = make_names (self);
  adw_combo_row_set_model (self->stage, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->stage, selected);
  self->setting = FALSE;
  show_evidence (self);
}

void
spil_visit_extras_add_to_page (SpilVisitExtras *self, AdwPreferencesPage *page)
{
  g_return_if_fail (SPIL_IS_VISIT_EXTRAS (self));

  adw_preferences_page_add (page, self->promise_group);
  adw_preferences_page_add (page, self->stage_group);
}

static void
spil_visit_extras_dispose (GObject *object)
{
  SpilVisitExtras *self = SPIL_VISIT_EXTRAS (object);

  g_clear_object (&self->evidence);
  for (int side = 0; side < N_SIDES; side++) {
    g_clear_object (&self->texts[side]);
    g_clear_object (&self->dues[side]);
  }
  g_clear_object (&self->stage_group);
  g_clear_object (&self->promise_group);
  g_clear_object (&self->engagement);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  G_OBJECT_CLASS (spil_visit_extras_parent_class)->dispose (object);
}

static void
spil_visit_extras_class_init (SpilVisitExtrasClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_visit_extras_dispose;
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_VISIT_EXTRAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
spil_visit_extras_init (SpilVisitExtras *self)
{
}

SpilVisitExtras *
spil_visit_extras_new (SpilWorker *worker)
{
  SpilVisitExtras *self = g_object_new (SPIL_TYPE_VISIT_EXTRAS, NULL);

  make_stage_group (self, worker);
  make_promise_group (self, worker);
  return self;
}
