// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-number.h"
#include "spil-order.h"
#include "spil-template-private.h"
#include "spil-validate.h"

/* What is under way while the records of one template become changes. */
typedef struct
{
  SpilTemplate *template;
  SpilAction *action;
  SpilTemplateKeys *keys;
  SpilId *ids; /* per record: the row that it adds; nil for one that changes a row */
} SpilReading;

/* One record, with its place for sentences. */
typedef struct
{
  guint index;
  JsonObject *object;
  char *place; /* owned */
} SpilItem;

static void
spil_item_clear (SpilItem *self)
{
  g_clear_pointer (&self->place, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilItem, spil_item_clear)

SpilTemplateKeys *
spil_template_keys_new (void)
{
  SpilTemplateKeys *self = g_new0 (SpilTemplateKeys, 1);

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
spil_template_keys_free (SpilTemplateKeys *self)
{
  g_hash_table_unref (self->rows);
  for (gsize i = 0; i < G_N_ELEMENTS (self->last_order); i++)
    g_free (self->last_order[i]);
  g_free (self);
}

const SpilTemplateRow *
spil_template_keys_lookup (SpilTemplateKeys *self, const char *key)
{
  return g_hash_table_lookup (self->rows, key);
}

SpilId
spil_template_keys_get_programme (SpilTemplateKeys *self)
{
  return self->programme;
}

/* The text of a member, NULL when absent. FALSE when it is something else than a text. */
static gboolean
read_text (SpilReading *self, const SpilItem *item, const char *member, const char **text, GError **error)
{
  JsonNode *node = json_object_get_member (item->object, member);

  *text = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return spil_template_refuse (self->template, error, _ ("%s: “%s” has to be a text."), item->place,
                                 member);
  *text = json_node_get_string (node);
  return TRUE;
}

static gboolean
get_item (SpilReading *self, guint index, SpilItem *item, GError **error)
{
  static const char *const known[] = { "entity", "key", "change", "values", NULL };
  JsonNode *node = json_array_get_element (self->template->records, index);
  const char *key;

  *item = (SpilItem) { .index = index, .place = g_strdup_printf (_ ("record %u"), index + 1) };
  if (!JSON_NODE_HOLDS_OBJECT (node) || !json_object_has_member (json_node_get_object (node), "values") ||
      !JSON_NODE_HOLDS_OBJECT (json_object_get_member (json_node_get_object (node), "values")))
    return spil_template_refuse (self->template, error, _ ("%s has to be an object with “values”."),
                                 item->place);
  item->object = json_node_get_object (node);
  if (!read_text (self, item, "key", &key, error))
    return FALSE;
  if (key != NULL) {
    g_free (item->place);
    item->place = g_strdup_printf (_ ("record %u (“%s”)"), index + 1, key);
  }
  return spil_template_check_members (self->template, item->object, item->place, known, error);
}

static gboolean
is_key (const char *text)
{
  return text[0] != '\0' && text[strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

/* Remembers which row @key names. */
static gboolean
register_key (SpilReading *self, const SpilItem *item, const char *key, const SpilEntity *entity,
              GError **error)
{
  SpilTemplateRow *row;

  if (key == NULL)
    return TRUE;
  if (!is_key (key))
    return spil_template_refuse (self->template, error,
                                 _ ("%s: a key holds lower-case letters, digits and “-” only."), item->place);
  if (g_hash_table_contains (self->keys->rows, key))
    return spil_template_refuse (self->template, error,
                                 _ ("%s: another record has this key too; choose another one."), item->place);
  row = g_new (SpilTemplateRow, 1);
  *row = (SpilTemplateRow) { entity, self->ids[item->index] };
  g_hash_table_insert (self->keys->rows, g_strdup (key), row);
  return TRUE;
}

/* The entity of a record that adds a row; NULL with @error set when it is not known. */
static const SpilEntity *
read_entity (SpilReading *self, const SpilItem *item, GError **error)
{
  const SpilEntity *entity;
  const char *name;

  if (!read_text (self, item, "entity", &name, error))
    return NULL;
  entity = spil_entity_by_name (name);
  if (entity == NULL)
    spil_template_refuse (self->template, error,
                          _ ("%s: there is no entity “%s”; “spilctl entities” names them all."), item->place,
                          name != NULL ? name : "");
  return entity;
}

/* First pass: gives every new row its id, so that references may point forward. */
static gboolean
register_item (SpilReading *self, guint index, SpilIdFunc make_id, gpointer user_data, GError **error)
{
  g_auto (SpilItem) item = { 0 };
  const SpilEntity *entity;
  const char *key;

  if (!get_item (self, index, &item, error))
    return FALSE;
  if (json_object_has_member (item.object, "change"))
    return TRUE;
  entity = read_entity (self, &item, error);
  if (entity == NULL)
    return FALSE;
  if ((entity->number == SPIL_ENTITY_PROGRAMME) != (index == 0 && self->template->extends == NULL))
    return spil_template_refuse (self->template, error,
                                 _ ("%s: a template begins with its programme and holds no other."),
                                 item.place);
  self->ids[index] = make_id (user_data);
  if (entity->number == SPIL_ENTITY_PROGRAMME)
    self->keys->programme = self->ids[index];
  return read_text (self, &item, "key", &key, error) && register_key (self, &item, key, entity, error);
}

/* The text that spil_value_parse() reads, of a text, number, boolean or list of texts; NULL for anything else. */
static char *
dup_value_text (JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);
    g_autoptr (GString) joined = g_string_new (NULL);

    for (guint i = 0; i < json_array_get_length (array); i++) {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING)
        return NULL;
      g_string_append_printf (joined, "%s%s", i > 0 ? "," : "", json_node_get_string (element));
    }
    return g_string_free_and_steal (g_steal_pointer (&joined));
  }
  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  switch (json_node_get_value_type (node)) {
  case G_TYPE_STRING:
    return g_strdup (json_node_get_string (node));
  case G_TYPE_INT64:
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  case G_TYPE_DOUBLE:
    return spil_decimal_to_text (spil_decimal_from_double (json_node_get_double (node)));
  case G_TYPE_BOOLEAN:
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");
  default:
    return NULL;
  }
}

/* Reads "@key" for a reference; the row that it names has to be of the entity that @field refers to. */
static gboolean
read_reference (SpilReading *self, const char *place, const SpilField *field, const char *text,
                SpilValue *value, GError **error)
{
  const SpilTemplateRow *row = text[0] == '@' ? spil_template_keys_lookup (self->keys, text + 1) : NULL;

  if (row == NULL)
    return spil_template_refuse (self->template, error,
                                 _ ("%s, “%s”: no record has the key “%s”; write a reference as “@key”."),
                                 place, field->name, text);
  if (row->entity->number != field->target)
    return spil_template_refuse (
        self->template, error, _ ("%s, “%s”: “%s” is of entity %s; here belongs one of %s."), place,
        field->name, text, row->entity->name, spil_entity_by_number (field->target)->name);
  *value = spil_value_id (row->id);
  return TRUE;
}

static gboolean
read_value (SpilReading *self, const char *place, const SpilEntity *entity, const SpilField *field,
            JsonNode *node, SpilValue *value, GError **error)
{
  g_autofree char *text = dup_value_text (node);
  g_autoptr (GError) fault = NULL;

  if (text == NULL || text[0] == '\0')
    return spil_template_refuse (
        self->template, error,
        _ ("%s, “%s”: give a text, number, boolean or list of names; leave out what is not known."), place,
        field->name);
  if (field->type == SPIL_TYPE_REFERENCE)
    return read_reference (self, place, field, text, value, error);
  if (spil_value_parse (field, text, value, &fault) && spil_validate_value (entity, field, value, &fault))
    return TRUE;
  return spil_template_refuse (self->template, error, "%s: %s", place, fault->message);
}

/* Puts the values of @item in @record. */
static gboolean
read_values (SpilReading *self, const SpilItem *item, SpilRecord *record, GError **error)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  JsonObject *values = json_object_get_object_member (item->object, "values");
  g_autoptr (GList) members = json_object_get_members (values);

  for (GList *l = members; l != NULL; l = l->next) {
    const SpilField *field = spil_entity_field_by_name (entity, l->data);
    g_auto (SpilValue) value = SPIL_VALUE_INIT;

    if (field == NULL || field->number == SPIL_FIELD_PROGRAMME)
      return spil_template_refuse (
          self->template, error,
          _ ("%s: %s has no field “%s” to fill in; “spilctl entities” names them all."), item->place,
          entity->name, (const char *) l->data);
    if (!read_value (self, item->place, entity, field, json_object_get_member (values, l->data), &value,
                     error))
      return FALSE;
    spil_record_set (record, field->number, &value);
  }
  return TRUE;
}

/* Gives a row without order key the one after the latest row of its entity. */
static void
assign_order (SpilReading *self, SpilRecord *record)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  char **last = &self->keys->last_order[entity->number];

  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && entity->fields[i].type == SPIL_TYPE_ORDER) {
      if (spil_record_is_null (record, i)) {
        g_autofree char *key = spil_order_between (*last, NULL);

        spil_record_set_text (record, i, key);
      }
      g_free (*last);
      *last = g_strdup (spil_record_get_text (record, i));
    }
}

static gboolean
add_row (SpilReading *self, const SpilItem *item, GError **error)
{
  const SpilEntity *entity = read_entity (self, item, error);
  g_autoptr (SpilRecord) record = entity != NULL ? spil_record_new (entity, self->ids[item->index]) : NULL;
  g_autoptr (GError) fault = NULL;

  if (record == NULL || !read_values (self, item, record, error))
    return FALSE;
  if (entity->number == SPIL_ENTITY_PROGRAMME)
    spil_record_set_text (record, SPIL_PROGRAMME_TEMPLATE, self->template->id);
  else
    spil_record_set_reference (record, SPIL_FIELD_PROGRAMME, self->keys->programme);
  assign_order (self, record);
  if (!spil_validate_record (record, SPIL_DAY_NONE, &fault))
    return spil_template_refuse (self->template, error, "%s: %s", item->place, fault->message);
  spil_action_add (self->action, record);
  return TRUE;
}

/* Changes a row of the template that this one adds to. */
static gboolean
change_row (SpilReading *self, const SpilItem *item, const char *key, GError **error)
{
  const SpilTemplateRow *row = spil_template_keys_lookup (self->keys, key);
  g_autoptr (SpilRecord) record = NULL;
  SpilChange *change;

  if (row == NULL)
    return spil_template_refuse (self->template, error,
                                 _ ("%s: no record has the key “%s”; change one that exists."), item->place,
                                 key);
  record = spil_record_new (row->entity, row->id);
  if (!read_values (self, item, record, error))
    return FALSE;
  change = spil_action_set_row (self->action, row->entity, row->id);
  for (int i = 1; i < row->entity->n_fields; i++)
    if (row->entity->fields[i].number != 0 && !spil_record_is_null (record, i))
      spil_change_assign (change, i, spil_record_get (record, i));
  return TRUE;
}

/* Second pass. */
static gboolean
take_item (SpilReading *self, guint index, GError **error)
{
  g_auto (SpilItem) item = { 0 };
  const char *change;

  if (!get_item (self, index, &item, error) || !read_text (self, &item, "change", &change, error))
    return FALSE;
  return change != NULL ? change_row (self, &item, change, error) : add_row (self, &item, error);
}

/* An addition needs what it adds to. */
static gboolean
check_keys (SpilReading *self, GError **error)
{
  if (self->template->extends == NULL || !spil_id_is_nil (self->keys->programme))
    return TRUE;
  return spil_template_refuse (self->template, error,
                               _ ("it adds to “%s” and cannot be used alone; load that first."),
                               self->template->extends);
}

static SpilId
make_new_id (gpointer user_data)
{
  return spil_id_new ();
}

/* Both passes over all records. */
static gboolean
take_all (SpilReading *self, guint n_records, SpilIdFunc make_id, gpointer user_data, GError **error)
{
  for (guint i = 0; i < n_records; i++)
    if (!register_item (self, i, make_id, user_data, error))
      return FALSE;
  if (spil_id_is_nil (self->keys->programme))
    return spil_template_refuse (self->template, error, _ ("it holds no programme; begin with one."));
  for (guint i = 0; i < n_records; i++)
    if (!take_item (self, i, error))
      return FALSE;
  return TRUE;
}

SpilAction *
spil_template_make_action (SpilTemplate *self, SpilTemplateKeys *keys, SpilIdFunc make_id, gpointer user_data,
                           GError **error)
{
  const guint n_records = json_array_get_length (self->records);
  g_autofree char *label = g_strdup_printf (_ ("Programme “%s” made"), self->name);
  g_autoptr (SpilAction) action = spil_action_new (label);
  g_autoptr (SpilTemplateKeys) own_keys = keys == NULL ? spil_template_keys_new () : NULL;
  g_autofree SpilId *ids = g_new0 (SpilId, MAX (n_records, 1));
  SpilReading reading = {
    .template = self, .action = action, .keys = keys != NULL ? keys : own_keys, .ids = ids
  };

  if (!check_keys (&reading, error) ||
      !take_all (&reading, n_records, make_id != NULL ? make_id : make_new_id, user_data, error))
    return NULL;
  return g_steal_pointer (&action);
}
