// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-contact-form-private.h"
#include "spil-draft.h"

/* What was typed, to a text and back: so that nothing is lost. */

#define CONTACT (spil_entity (SPIL_ENTITY_CONTACT))

static const struct
{
  const char *name;
  int field;
} kept_texts[] = {
  { SPIL_DRAFT_NOTE, SPIL_CONTACT_SUMMARY },
  { "outcome", SPIL_CONTACT_OUTCOME },
  { "advice-given", SPIL_CONTACT_ADVICE_GIVEN },
  { "advice", SPIL_CONTACT_ADVICE },
  { "broker", SPIL_CONTACT_BROKER },
  { "time", SPIL_CONTACT_TIME },
};

static SpilFieldEditor *
editor_of (SpilContactForm *self, int field)
{
  for (guint i = 0; i < self->editors->len; i++)
    if (spil_field_editor_get_field (self->editors->pdata[i])->number == field)
      return self->editors->pdata[i];
  return NULL;
}

static void
keep_persons (SpilContactForm *self, GKeyFile *draft)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) persons = NULL;

  for (int i = 0; i < (int) self->persons->len; i++)
    if (spil_chips_get_chosen (self->person_chips, i))
      g_strv_builder_take (builder, spil_id_dup_text (g_array_index (self->persons, SpilId, i)));
  persons = g_strv_builder_end (builder);
  g_key_file_set_string_list (draft, SPIL_DRAFT_GROUP, "persons", (const char *const *) persons,
                              g_strv_length (persons));
}

char *
spil_contact_form_dup_draft (SpilContactForm *self)
{
  g_autoptr (GKeyFile) draft = g_key_file_new ();

  g_return_val_if_fail (SPIL_IS_CONTACT_FORM (self), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kept_texts); i++) {
    g_auto (SpilValue) value = SPIL_VALUE_INIT;
    g_autofree char *text = NULL;

    spil_field_editor_peek (editor_of (self, kept_texts[i].field), &value);
    text = spil_value_to_text (spil_entity_field (CONTACT, kept_texts[i].field), &value);
    g_key_file_set_string (draft, SPIL_DRAFT_GROUP, kept_texts[i].name, text);
  }
  if (self->kind_touched)
    g_key_file_set_integer (draft, SPIL_DRAFT_GROUP, "kind", spil_contact_form_chosen_kind (self));
  g_key_file_set_int64 (draft, SPIL_DRAFT_GROUP, "needs", spil_contact_form_chosen_needs (self));
  g_key_file_set_int64 (draft, SPIL_DRAFT_GROUP, SPIL_DRAFT_TIME, spil_time_now ().ms);
  keep_persons (self, draft);
  if (self->next != NULL)
    spil_next_step_keep (self->next, draft, SPIL_DRAFT_GROUP);
  return g_key_file_to_data (draft, NULL, NULL);
}

static void
restore_persons (SpilContactForm *self, GKeyFile *draft)
{
  g_auto (GStrv) persons = g_key_file_get_string_list (draft, SPIL_DRAFT_GROUP, "persons", NULL, NULL);

  for (int i = 0; i < (int) self->persons->len && persons != NULL; i++) {
    g_autofree char *id = spil_id_dup_text (g_array_index (self->persons, SpilId, i));

    if (g_strv_contains ((const char *const *) persons, id))
      spil_chips_set_chosen (self->person_chips, i, TRUE);
  }
}

void
spil_contact_form_restore_draft (SpilContactForm *self, const char *text)
{
  g_autoptr (GKeyFile) draft = g_key_file_new ();

  if (!g_key_file_load_from_data (draft, text, strlen (text), G_KEY_FILE_NONE, NULL))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (kept_texts); i++) {
    g_autofree char *typed = g_key_file_get_string (draft, SPIL_DRAFT_GROUP, kept_texts[i].name, NULL);
    g_auto (SpilValue) value = SPIL_VALUE_INIT;

    if (typed != NULL &&
        spil_value_parse (spil_entity_field (CONTACT, kept_texts[i].field), typed, &value, NULL))
      spil_field_editor_set_value (editor_of (self, kept_texts[i].field), &value);
  }
  self->kind_touched = g_key_file_has_key (draft, SPIL_DRAFT_GROUP, "kind", NULL);
  if (self->kind_touched)
    spil_contact_form_choose_kind (self, g_key_file_get_integer (draft, SPIL_DRAFT_GROUP, "kind", NULL));
  spil_contact_form_choose_needs (self, g_key_file_get_int64 (draft, SPIL_DRAFT_GROUP, "needs", NULL));
  restore_persons (self, draft);
  if (self->next != NULL)
    spil_next_step_restore (self->next, draft, SPIL_DRAFT_GROUP);
}
