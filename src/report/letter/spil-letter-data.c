// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-letter-data.h"

#include <string.h>

#include "spil-letter-resources.h"

int
spil_letter_usual_kind (int state)
{
  switch (state) {
  case SPIL_APPLICATION_STATE_REFUSED:
    return SPIL_LETTER_KIND_REFUSAL;
  case SPIL_APPLICATION_STATE_COMPLETE:
  case SPIL_APPLICATION_STATE_ASSESSED:
  case SPIL_APPLICATION_STATE_AWARDED:
  case SPIL_APPLICATION_STATE_ADVANCED:
  case SPIL_APPLICATION_STATE_ACCOUNTED:
    return SPIL_LETTER_KIND_AWARD;
  case SPIL_APPLICATION_STATE_SETTLED:
  case SPIL_APPLICATION_STATE_PAID:
    return SPIL_LETTER_KIND_SETTLEMENT;
  default:
    return SPIL_LETTER_KIND_INCOMPLETE;
  }
}

/* The row that @record refers to with @field; NULL where it refers to none, or that is gone. FALSE: it could not be read. */
static gboolean
get_referred (SpilStore *store, SpilRecord *record, int field, SpilEntityNumber entity, SpilRecord **referred,
              GError **error)
{
  const SpilId id = spil_record_get_reference (record, field);
  GError *local = NULL;

  *referred = NULL;
  if (spil_id_is_nil (id))
    return TRUE;
  *referred = spil_store_get (store, spil_entity (entity), id, &local);
  if (*referred == NULL && !g_error_matches (local, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND)) {
    g_propagate_error (error, local);
    return FALSE;
  }
  g_clear_error (&local);
  return TRUE;
}

static gboolean
read_rows (SpilLetterData *self, SpilStore *store, SpilId application, GError **error)
{
  self->application = spil_store_get (store, spil_entity (SPIL_ENTITY_APPLICATION), application, error);
  if (self->application == NULL)
    return FALSE;
  self->programme = spil_programme_query (store, error);
  return self->programme != NULL &&
         get_referred (store, self->application, SPIL_APPLICATION_SCHEME, SPIL_ENTITY_SCHEME, &self->scheme,
                       error) &&
         get_referred (store, self->application, SPIL_APPLICATION_ORGANISATION, SPIL_ENTITY_ORGANISATION,
                       &self->organisation, error) &&
         get_referred (store, self->application, SPIL_APPLICATION_CONTACT, SPIL_ENTITY_PERSON, &self->contact,
                       error) &&
         get_referred (store, self->application, SPIL_APPLICATION_REFUSAL, SPIL_ENTITY_REFUSAL_GROUND,
                       &self->refusal, error);
}

static gboolean
read_paid (SpilLetterData *self, SpilStore *store, SpilId application, GError **error)
{
  g_autoptr (SpilFundApplicationRow) row = spil_fund_query_application (store, application, error);

  if (row == NULL)
    return FALSE;
  self->paid = row->paid;
  self->advance = row->advance_paid;
  self->left = row->has_settled ? row->left_to_pay : spil_money (0, row->vat);
  return TRUE;
}

/* The arithmetic that was written down when the application was assessed at @step; NULL: it was not. FALSE: not read. */
static gboolean
read_assessment (SpilLetterData *self, SpilStore *store, SpilId application, int step, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_ASSESSMENT));
  g_autoptr (GPtrArray) assessments = NULL;

  spil_query_where_reference (query, SPIL_ASSESSMENT_APPLICATION, application);
  spil_query_where_integer (query, SPIL_ASSESSMENT_STEP, SPIL_COMPARE_EQUAL, step);
  spil_query_sort (query, SPIL_ASSESSMENT_DATE, TRUE);
  spil_query_window (query, 0, 1);
  assessments = spil_store_list (store, query, error);
  if (assessments == NULL)
    return FALSE;
  if (assessments->len > 0)
    self->arithmetic = g_strdup (spil_record_get_text (assessments->pdata[0], SPIL_ASSESSMENT_REASON));
  return TRUE;
}

/* The arithmetic anew, on the estimate or on the real cost; what was given already leaves its room out of it. */
static SpilFundAward
work_out (const SpilLetterData *self, const SpilFundTerms *terms, gboolean settling)
{
  const int cost = settling ? SPIL_APPLICATION_SETTLED_COST : SPIL_APPLICATION_COST;
  const gboolean own_other = settling &&
                             !spil_record_is_null (self->application, SPIL_APPLICATION_SETTLED_OTHER);
  const int other = own_other ? SPIL_APPLICATION_SETTLED_OTHER : SPIL_APPLICATION_OTHER;
  const SpilFundCase estimate = {
    .has_cost = !spil_record_is_null (self->application, cost),
    .cost = spil_record_get_money (self->application, cost, SPIL_APPLICATION_VAT),
    .other = spil_record_get_money (self->application, other, SPIL_APPLICATION_VAT),
  };

  return spil_fund_highest_award (terms, &estimate, NULL);
}

static gboolean
read_award (SpilLetterData *self, SpilStore *store, SpilId application, gboolean settling, GError **error)
{
  const SpilId id = spil_record_get_reference (self->application, SPIL_APPLICATION_SCHEME);
  g_autoptr (GPtrArray) schemes = spil_fund_query_schemes (store, self->today, error);

  if (schemes == NULL ||
      !read_assessment (self, store, application,
                        settling ? SPIL_ASSESSMENT_STEP_SETTLEMENT : SPIL_ASSESSMENT_STEP_ESTIMATE, error))
    return FALSE;
  for (guint i = 0; i < schemes->len && self->arithmetic == NULL; i++) {
    const SpilFundSchemeRow *scheme = schemes->pdata[i];
    SpilFundAward award;

    if (!spil_id_equal (scheme->id, id))
      continue;
    award = work_out (self, &scheme->terms, settling);
    self->arithmetic = award.known ? spil_fund_award_dup_sentence (&award) : NULL;
  }
  return TRUE;
}

static gboolean
read_wanting (SpilLetterData *self, SpilStore *store, SpilId application, GError **error)
{
  g_autoptr (GPtrArray) requirements = spil_fund_query_requirements (store, application, error);

  if (requirements == NULL)
    return FALSE;
  self->wanting = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < requirements->len; i++) {
    const SpilRequirementRow *row = requirements->pdata[i];

    if (row->step == SPIL_ASSESSMENT_STEP_ESTIMATE && row->answer != SPIL_ANSWER_YES)
      g_ptr_array_add (self->wanting, g_strdup (row->name));
  }
  return TRUE;
}

/* The text that comes with Spil: the subject, an empty line, the body. */
static void
take_own_text (SpilLetterData *self, int kind)
{
  static const char *const names[] = {
    [SPIL_LETTER_KIND_INCOMPLETE] = "incomplete",
    [SPIL_LETTER_KIND_AWARD] = "award",
    [SPIL_LETTER_KIND_REFUSAL] = "refusal",
    [SPIL_LETTER_KIND_SETTLEMENT] = "settlement",
  };
  g_autofree char *path = g_strconcat ("/nl/regiozwolle/Spil/letter/", names[kind], NULL);
  g_autoptr (GBytes)
      bytes = g_resource_lookup_data (spil_letter_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *whole = g_strndup (text, length);
  char *body = strstr (whole, "\n\n");

  *body = '\0';
  self->subject = g_strdup (whole);
  self->body = g_strdup (g_strchomp (body + 2));
}

/* The text for letters of @kind: that of the scheme, else the one for all schemes, else the one that comes with Spil. */
static gboolean
read_text (SpilLetterData *self, SpilStore *store, int kind, GError **error)
{
  const SpilId scheme = spil_record_get_reference (self->application, SPIL_APPLICATION_SCHEME);
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_LETTER_TEXT));
  g_autoptr (GPtrArray) texts = NULL;
  SpilRecord *found = NULL;

  spil_query_where_integer (query, SPIL_LETTER_TEXT_KIND, SPIL_COMPARE_EQUAL, kind);
  spil_query_sort_by_age (query);
  texts = spil_store_list (store, query, error);
  if (texts == NULL)
    return FALSE;
  for (guint i = 0; i < texts->len; i++) {
    const SpilId of = spil_record_get_reference (texts->pdata[i], SPIL_LETTER_TEXT_SCHEME);

    if (spil_id_equal (of, scheme) || (spil_id_is_nil (of) && found == NULL))
      found = texts->pdata[i];
  }
  if (found == NULL) {
    take_own_text (self, kind);
    return TRUE;
  }
  self->text = spil_record_get_id (found);
  self->subject = g_strdup (spil_record_get_text (found, SPIL_LETTER_TEXT_SUBJECT));
  self->body = g_strdup (spil_record_get_text (found, SPIL_LETTER_TEXT_BODY));
  return TRUE;
}

SpilLetterData *
spil_letter_data_new (SpilStore *store, SpilId application, int kind, SpilDay today, GError **error)
{
  g_autoptr (SpilLetterData) self = g_new0 (SpilLetterData, 1);

  g_return_val_if_fail (kind >= SPIL_LETTER_KIND_INCOMPLETE && kind <= SPIL_LETTER_KIND_SETTLEMENT, NULL);

  self->today = today;
  self->made = spil_time_now ();
  if (!read_rows (self, store, application, error) || !read_paid (self, store, application, error) ||
      !read_award (self, store, application, kind == SPIL_LETTER_KIND_SETTLEMENT, error) ||
      !read_wanting (self, store, application, error) || !read_text (self, store, kind, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
spil_letter_data_free (SpilLetterData *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->programme, spil_programme_row_free);
  g_clear_object (&self->application);
  g_clear_object (&self->scheme);
  g_clear_object (&self->organisation);
  g_clear_object (&self->contact);
  g_clear_object (&self->refusal);
  g_clear_pointer (&self->wanting, g_ptr_array_unref);
  g_free (self->arithmetic);
  g_free (self->subject);
  g_free (self->body);
  g_free (self);
}
