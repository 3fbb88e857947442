// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-demo-private.h"

#include <string.h>

#include "spil-entity.h"

/* An employer that was entered once more, as a partner whose business card somebody kept. */
typedef struct
{
  int employer; /* that it is */
  gboolean in_capitals;
  gboolean no_legal_form;
  gboolean with_kvk;
  gboolean elsewhere; /* another postcode: rather a site */
  const char *phone;
} SpilTwin;

static const SpilTwin twins[] = {
  { .employer = 4, .in_capitals = TRUE, .with_kvk = TRUE, .phone = "038 - 555 01 42" },
  { .employer = 9, .no_legal_form = TRUE, .phone = "038-5550177" },
  { .employer = 17, .with_kvk = TRUE, .elsewhere = TRUE },
};

/* What the employer's own row says. */
static const SpilChange *
find_row (SpilDemo *self, SpilId id)
{
  for (guint i = 0; i < self->inventor.action->changes->len; i++) {
    const SpilChange *change = g_ptr_array_index (self->inventor.action->changes, i);

    if (spil_id_equal (change->id, id))
      return change;
  }
  return NULL;
}

static void
copy_field (SpilChange *to, const SpilChange *from, int field)
{
  const SpilValue *value = spil_change_get (from, field);

  if (value != NULL)
    spil_change_assign (to, field, value);
}

static char *
dup_name (const SpilTwin *twin, const SpilChange *row)
{
  const char *name = spil_change_get (row, SPIL_ORGANISATION_NAME)->text;
  const char *last = strrchr (name, ' ');

  if (twin->in_capitals)
    return g_utf8_strup (name, -1);
  if (twin->no_legal_form && last != NULL && g_str_has_suffix (last, "."))
    return g_strndup (name, (gsize) (last - name));
  return g_strdup (name);
}

static SpilId
add_organisation (SpilDemo *self, const SpilTwin *twin, SpilDay day)
{
  const SpilInvented *employer = &g_array_index (self->employers, SpilInvented, twin->employer);
  const SpilChange *row = find_row (self, employer->organisation);
  SpilChange *organisation = spil_inventor_add (&self->inventor, SPIL_ENTITY_ORGANISATION, day);
  g_autofree char *name = dup_name (twin, row);

  spil_inventor_put_text (organisation, SPIL_ORGANISATION_NAME, name);
  spil_inventor_put_integer (organisation, SPIL_ORGANISATION_KIND, SPIL_ORGANISATION_KIND_PARTNER);
  spil_inventor_put_text (organisation, SPIL_ORGANISATION_PHONE, twin->phone);
  spil_inventor_put_text (organisation, SPIL_ORGANISATION_TAGS, "demo");
  copy_field (organisation, row, SPIL_ORGANISATION_TOWN);
  if (twin->with_kvk)
    copy_field (organisation, row, SPIL_ORGANISATION_KVK_NUMBER);
  if (twin->elsewhere) {
    spil_inventor_put_text (organisation, SPIL_ORGANISATION_POSTCODE, "7999 ZZ");
    spil_inventor_put_text (organisation, SPIL_ORGANISATION_STREET, "Demoweg");
    spil_inventor_put_text (organisation, SPIL_ORGANISATION_HOUSE_NUMBER, "3");
  } else {
    copy_field (organisation, row, SPIL_ORGANISATION_STREET);
    copy_field (organisation, row, SPIL_ORGANISATION_HOUSE_NUMBER);
    copy_field (organisation, row, SPIL_ORGANISATION_POSTCODE);
  }
  return organisation->id;
}

static void
add_contact (SpilDemo *self, SpilId organisation, const char *broker, SpilDay day)
{
  SpilChange *contact = spil_inventor_add (&self->inventor, SPIL_ENTITY_CONTACT, day);

  spil_inventor_put_reference (contact, SPIL_CONTACT_ORGANISATION, organisation);
  spil_inventor_put_integer (contact, SPIL_CONTACT_TIME, spil_time_from_day (day, 9, 0).ms);
  spil_inventor_put_integer (contact, SPIL_CONTACT_KIND, SPIL_CONTACT_KIND_MEETING);
  spil_inventor_put_text (contact, SPIL_CONTACT_BROKER, broker);
  spil_inventor_put_text (contact, SPIL_CONTACT_SUMMARY,
                          "Visitekaartje gekregen op een bijeenkomst; wil meer weten over fietsen.");
}

void
spil_demo_add_duplicates (SpilDemo *self)
{
  // After all other contact moments, which stand in the order of time.
  SpilDay day = self->today;

  for (gsize i = 0; i < G_N_ELEMENTS (twins); i++) {
    SpilId organisation = add_organisation (self, &twins[i], day);

    add_contact (self, organisation, g_array_index (self->employers, SpilInvented, 0).broker, day);
  }
}
