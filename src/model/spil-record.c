// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-record.h"

#include <string.h>

#include "spil-text.h"

/* The longest title, in characters: one line in a list or a heading. */
#define TITLE_CHARS 200

struct _SpilRecord
{
  GObject parent_instance;

  const SpilEntity *entity;
  SpilId id;
  SpilValue *values; /* index = number of the field */
  char *title; /* made when asked for, NULL after a change */
};

enum
{
  PROP_TITLE = 1,
  N_PROPERTIES,
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SpilRecord, spil_record, G_TYPE_OBJECT)

static gboolean
has_field (SpilRecord *self, int field)
{
  return SPIL_IS_RECORD (self) && field > 0 && field < self->entity->n_fields &&
         self->entity->fields[field].number != 0;
}

static void
emit_changed (SpilRecord *self, int field)
{
  // Records that are being filled have no listeners; spare them the look-up of the detail.
  if (g_signal_has_handler_pending (self, signals[SIGNAL_CHANGED], 0, TRUE))
    g_signal_emit (self, signals[SIGNAL_CHANGED],
                   g_quark_from_static_string (self->entity->fields[field].name), field);
  if (field == self->entity->title)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
spil_record_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  switch (property) {
  case PROP_TITLE:
    g_value_set_string (value, spil_record_get_title (SPIL_RECORD (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
  }
}

static void
spil_record_finalize (GObject *object)
{
  SpilRecord *self = SPIL_RECORD (object);

  for (int i = 0; self->values != NULL && i < self->entity->n_fields; i++)
    spil_value_clear (&self->values[i]);
  g_free (self->values);
  g_free (self->title);
  G_OBJECT_CLASS (spil_record_parent_class)->finalize (object);
}

static void
spil_record_class_init (SpilRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = spil_record_get_property;
  object_class->finalize = spil_record_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SPIL_TYPE_RECORD, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
spil_record_init (SpilRecord *self)
{
}

SpilRecord *
spil_record_new (const SpilEntity *entity, SpilId id)
{
  SpilRecord *self;

  g_return_val_if_fail (entity != NULL, NULL);

  self = g_object_new (SPIL_TYPE_RECORD, NULL);
  self->entity = entity;
  self->id = id;
  self->values = g_new0 (SpilValue, entity->n_fields);
  return self;
}

SpilRecord *
spil_record_copy (SpilRecord *self)
{
  SpilRecord *copy;

  g_return_val_if_fail (SPIL_IS_RECORD (self), NULL);

  copy = spil_record_new (self->entity, self->id);
  for (int i = 0; i < self->entity->n_fields; i++)
    copy->values[i] = spil_value_copy (&self->values[i]);
  return copy;
}

const SpilEntity *
spil_record_get_entity (SpilRecord *self)
{
  g_return_val_if_fail (SPIL_IS_RECORD (self), NULL);
  return self->entity;
}

SpilId
spil_record_get_id (SpilRecord *self)
{
  g_return_val_if_fail (SPIL_IS_RECORD (self), SPIL_ID_NIL);
  return self->id;
}

const char *
spil_record_get_title (SpilRecord *self)
{
  g_return_val_if_fail (SPIL_IS_RECORD (self), NULL);

  if (self->title == NULL && self->entity->title != 0) {
    const char *text = spil_record_get_text (self, self->entity->title);

    self->title = text != NULL ? spil_text_one_line (text, TITLE_CHARS) : NULL;
  }
  return self->title != NULL && self->title[0] != '\0' ? self->title : spil_entity_label (self->entity);
}

const SpilValue *
spil_record_get (SpilRecord *self, int field)
{
  g_return_val_if_fail (has_field (self, field), NULL);
  return &self->values[field];
}

void
spil_record_take (SpilRecord *self, int field, SpilValue value)
{
  g_return_if_fail (has_field (self, field));

  if (spil_value_equal (&self->values[field], &value)) {
    spil_value_clear (&value);
    return;
  }
  spil_value_clear (&self->values[field]);
  self->values[field] = value;
  if (field == self->entity->title)
    g_clear_pointer (&self->title, g_free);
  emit_changed (self, field);
}

void
spil_record_set (SpilRecord *self, int field, const SpilValue *value)
{
  g_return_if_fail (value != NULL);
  spil_record_take (self, field, spil_value_copy (value));
}

gboolean
spil_record_is_null (SpilRecord *self, int field)
{
  g_return_val_if_fail (has_field (self, field), TRUE);
  return self->values[field].kind == SPIL_VALUE_NULL;
}

const char *
spil_record_get_text (SpilRecord *self, int field)
{
  g_return_val_if_fail (has_field (self, field), NULL);
  return self->values[field].kind == SPIL_VALUE_TEXT ? self->values[field].text : NULL;
}

int64_t
spil_record_get_integer (SpilRecord *self, int field)
{
  g_return_val_if_fail (has_field (self, field), 0);
  return self->values[field].kind == SPIL_VALUE_INTEGER ? self->values[field].integer : 0;
}

gboolean
spil_record_get_boolean (SpilRecord *self, int field)
{
  return spil_record_get_integer (self, field) != 0;
}

SpilDay
spil_record_get_day (SpilRecord *self, int field)
{
  g_return_val_if_fail (has_field (self, field), SPIL_DAY_NONE);

  if (self->values[field].kind != SPIL_VALUE_INTEGER || self->values[field].integer < INT32_MIN ||
      self->values[field].integer > INT32_MAX)
    return SPIL_DAY_NONE;
  return spil_day ((int32_t) self->values[field].integer);
}

SpilTime
spil_record_get_time (SpilRecord *self, int field)
{
  return spil_time (spil_record_get_integer (self, field));
}

SpilId
spil_record_get_reference (SpilRecord *self, int field)
{
  g_return_val_if_fail (has_field (self, field), SPIL_ID_NIL);
  return self->values[field].kind == SPIL_VALUE_ID ? self->values[field].id : SPIL_ID_NIL;
}

SpilMoney
spil_record_get_money (SpilRecord *self, int field, int vat_field)
{
  int64_t vat = vat_field != 0 ? spil_record_get_integer (self, vat_field) : SPIL_VAT_UNKNOWN;

  if (vat != SPIL_VAT_EXCLUDED && vat != SPIL_VAT_INCLUDED)
    vat = SPIL_VAT_UNKNOWN;
  return spil_money (spil_record_get_integer (self, field), (SpilVat) vat);
}

void
spil_record_set_text (SpilRecord *self, int field, const char *text)
{
  spil_record_take (self, field, text != NULL && text[0] != '\0' ? spil_value_text (text) : SPIL_VALUE_INIT);
}

void
spil_record_set_integer (SpilRecord *self, int field, int64_t integer)
{
  SpilType type;

  g_return_if_fail (has_field (self, field));

  type = self->entity->fields[field].type;
  if (integer == 0 && (type == SPIL_TYPE_CHOICE || type == SPIL_TYPE_SET))
    spil_record_set_null (self, field);
  else
    spil_record_take (self, field, spil_value_integer (integer));
}

void
spil_record_set_day (SpilRecord *self, int field, SpilDay day)
{
  spil_record_take (self, field, spil_day_is_known (day) ? spil_value_integer (day.number) : SPIL_VALUE_INIT);
}

void
spil_record_set_time (SpilRecord *self, int field, SpilTime time)
{
  spil_record_take (self, field, time.ms != 0 ? spil_value_integer (time.ms) : SPIL_VALUE_INIT);
}

void
spil_record_set_reference (SpilRecord *self, int field, SpilId id)
{
  spil_record_take (self, field, spil_id_is_nil (id) ? SPIL_VALUE_INIT : spil_value_id (id));
}

void
spil_record_set_null (SpilRecord *self, int field)
{
  spil_record_take (self, field, SPIL_VALUE_INIT);
}

char *
spil_record_format (SpilRecord *self, int field)
{
  g_return_val_if_fail (has_field (self, field), NULL);
  return spil_value_format (&self->entity->fields[field], &self->values[field]);
}
