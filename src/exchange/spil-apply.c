// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-apply.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-exchange-error.h"
#include "spil-json.h"
#include "spil-json-read.h"
#include "spil-line-reader.h"
#include "spil-text.h"

/* A text of the longest length that is allowed, each byte of it escaped, and the rest of a line. */
#define LINE_MAX_BYTES (8 * 1024 * 1024)

/* From so many changes on, the search index is better built once at the end. */
#define BULK_CHANGES 1000

#define QUOTED_CHARS 40

typedef struct
{
  SpilStore *store;
  SpilApplyFunc func;
  gpointer user_data;
  SpilApplyCounts *counts;
} SpilApplying;

static const char *const op_names[] = {
  [SPIL_CHANGE_ADD] = "add",
  [SPIL_CHANGE_SET] = "set",
  [SPIL_CHANGE_DELETE] = "delete",
};

/* Reading a line */

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_clear_error (error);
  if (error != NULL)
    *error = g_error_new_valist (SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID, format, args);
  va_end (args);
  return FALSE;
}

/* The text of a member; NULL when it is absent or no text. */
static const char *
get_text (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static gboolean
read_kind (JsonObject *object, SpilChangeKind *kind, GError **error)
{
  const char *op = get_text (object, "op");

  for (gsize i = 0; i < G_N_ELEMENTS (op_names); i++)
    if (g_strcmp0 (op, op_names[i]) == 0) {
      *kind = (SpilChangeKind) i;
      return TRUE;
    }
  return refuse (error, _ ("“op” has to be add, set or delete."));
}

static gboolean
read_id (JsonObject *object, SpilChangeKind kind, SpilId *id, GError **error)
{
  const char *text = get_text (object, "id");

  if (!json_object_has_member (object, "id") && kind == SPIL_CHANGE_ADD) {
    *id = spil_id_new ();
    return TRUE;
  }
  if (text != NULL && spil_id_parse (text, id) && !spil_id_is_nil (*id))
    return TRUE;
  return refuse (error, _ ("“id” has to be the id of a row, as it was printed."));
}

static gboolean
check_members (JsonObject *object, SpilChangeKind kind, GError **error)
{
  static const char *const known[] = { "op", "entity", "id", "values", NULL };
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data)) {
      g_autofree char *quoted = spil_text_one_line (l->data, QUOTED_CHARS);

      return refuse (error, _ ("“%s” means nothing here; a line has op, entity, id and values."), quoted);
    }
  if (json_object_has_member (object, "values") != (kind != SPIL_CHANGE_DELETE))
    return refuse (error, kind == SPIL_CHANGE_DELETE
                              ? _ ("A line that deletes has no “values”; leave them out.")
                              : _ ("“values” is missing; give the fields and their values."));
  if (kind != SPIL_CHANGE_DELETE && !JSON_NODE_HOLDS_OBJECT (json_object_get_member (object, "values")))
    return refuse (error, _ ("“values” has to be an object of fields and their values."));
  return TRUE;
}

static gboolean
read_values (SpilChange *change, JsonObject *values, GError **error)
{
  g_autoptr (GList) members = json_object_get_members (values);

  for (GList *l = members; l != NULL; l = l->next) {
    const SpilField *field = spil_entity_field_by_name (change->entity, l->data);
    g_auto (SpilValue) value = SPIL_VALUE_INIT;

    if (field == NULL) {
      g_autofree char *quoted = spil_text_one_line (l->data, QUOTED_CHARS);

      return refuse (error, _ ("%s has no field “%s”; “spilctl entities” names them all."),
                     change->entity->name, quoted);
    }
    if (!spil_json_read_value (field, json_object_get_member (values, l->data), &value, error))
      return FALSE;
    // A row that is added has no value to clear.
    if (change->kind != SPIL_CHANGE_ADD || value.kind != SPIL_VALUE_NULL)
      spil_change_assign (change, field->number, &value);
  }
  return TRUE;
}

/* Adds the change that a line describes to @action; NULL with @error set when the line is not right. */
static SpilChange *
read_line (SpilAction *action, const char *line, gsize length, GError **error)
{
  g_autoptr (JsonNode) root = spil_json_parse (line, length, _ ("The line"), error);
  const SpilEntity *entity;
  SpilChangeKind kind;
  SpilChange *change;
  JsonObject *object;
  SpilId id;

  if (root == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (root)) {
    refuse (error, _ ("A line has to be one JSON object."));
    return NULL;
  }
  object = json_node_get_object (root);
  if (!read_kind (object, &kind, error) || !check_members (object, kind, error))
    return NULL;
  entity = spil_entity_by_name (get_text (object, "entity"));
  if (entity == NULL) {
    refuse (error, _ ("“entity” has to be one that exists; “spilctl entities” names them."));
    return NULL;
  }
  if (!read_id (object, kind, &id, error))
    return NULL;
  change = kind == SPIL_CHANGE_ADD   ? spil_action_add_row (action, entity, id)
           : kind == SPIL_CHANGE_SET ? spil_action_set_row (action, entity, id)
                                     : spil_action_delete (action, entity, id);
  if (kind != SPIL_CHANGE_DELETE &&
      !read_values (change, json_object_get_object_member (object, "values"), error))
    return NULL;
  return change;
}

/* Results */

static gboolean
tell_done (SpilApplying *self, int64_t line, const SpilChange *change, GError **error)
{
  g_autofree char *id = spil_id_dup_text (change->id);
  g_autofree char *result = g_strdup_printf ("{\"line\":%" G_GINT64_FORMAT
                                             ",\"ok\":true,\"op\":\"%s\",\"entity\":\"%s\",\"id\":\"%s\"}",
                                             line, op_names[change->kind], change->entity->name, id);

  self->counts->done++;
  return self->func (result, self->user_data, error);
}

static gboolean
tell_refused (SpilApplying *self, int64_t line, const GError *fault, GError **error)
{
  g_autoptr (GString) result = g_string_new (NULL);

  self->counts->refused++;
  g_string_append_printf (result, "{\"line\":%" G_GINT64_FORMAT ",\"ok\":false,\"error\":", line);
  spil_json_append_text (result, fault->message);
  g_string_append_c (result, '}');
  return self->func (result->str, self->user_data, error);
}

/* Reads on to the next line that is not empty; its fault, when it is too long, in @fault. */
static SpilLineResult
next_line (SpilLineReader *reader, const char **line, gsize *length, GError **fault, GError **error)
{
  g_autoptr (GError) reason = NULL;
  SpilLineResult result;

  do
    result = spil_line_reader_next (reader, line, length, &reason);
  while (result == SPIL_LINE_READ && strspn (*line, " \t") == *length);
  if (result == SPIL_LINE_FAILED)
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_FAILED,
                 _ ("The file cannot be read any further than line %lld: %s. Check it and try again."),
                 (long long) spil_line_reader_get_number (reader), reason->message);
  else if (result == SPIL_LINE_TOO_LONG)
    refuse (fault, _ ("The line is longer than 8 MiB; split it."));
  return result;
}

/* TRUE where not the change was refused but the database failed: the next line would fare no better. */
static gboolean
cannot_go_on (const GError *fault)
{
  return g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_FAILED) ||
         g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_CORRUPT) ||
         g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY) ||
         g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_FULL) ||
         g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_BUSY);
}

static gboolean
apply_each (SpilApplying *self, SpilLineReader *reader, GError **error)
{
  for (;;) {
    g_autoptr (SpilAction) action = spil_action_new (_ ("Change from a file"));
    g_autoptr (GError) fault = NULL;
    const char *line;
    gsize length;
    const SpilLineResult result = next_line (reader, &line, &length, &fault, error);
    SpilChange *change = result == SPIL_LINE_READ ? read_line (action, line, length, &fault) : NULL;
    const int64_t number = spil_line_reader_get_number (reader);

    if (result == SPIL_LINE_END || result == SPIL_LINE_FAILED)
      return result == SPIL_LINE_END;
    if (change != NULL && spil_store_commit (self->store, action, &fault)) {
      if (!tell_done (self, number, change, error))
        return FALSE;
      continue;
    }
    if (!tell_refused (self, number, fault, error))
      return FALSE;
    if (cannot_go_on (fault)) {
      g_propagate_prefixed_error (error, g_steal_pointer (&fault), _ ("Line %lld: "), (long long) number);
      return FALSE;
    }
  }
}

/* Reads all lines into @action; the numbers of the lines that its changes came from into @numbers. */
static gboolean
read_all (SpilApplying *self, SpilLineReader *reader, SpilAction *action, GArray *numbers, GError **error)
{
  for (;;) {
    g_autoptr (GError) fault = NULL;
    const char *line;
    gsize length;
    const SpilLineResult result = next_line (reader, &line, &length, &fault, error);
    const int64_t number = spil_line_reader_get_number (reader);

    if (result == SPIL_LINE_END || result == SPIL_LINE_FAILED)
      return result == SPIL_LINE_END;
    if (result == SPIL_LINE_TOO_LONG || read_line (action, line, length, &fault) == NULL) {
      if (tell_refused (self, number, fault, error))
        g_propagate_prefixed_error (error, g_steal_pointer (&fault),
                                    _ ("Nothing was changed, because of line %lld: "), (long long) number);
      return FALSE;
    }
    g_array_append_val (numbers, number);
  }
}

static gboolean
apply_together (SpilApplying *self, SpilLineReader *reader, GError **error)
{
  g_autoptr (SpilAction) action = spil_action_new (_ ("Changes from a file"));
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (int64_t));
  gboolean done;

  if (!read_all (self, reader, action, numbers, error))
    return FALSE;
  done = action->changes->len < BULK_CHANGES ? spil_store_commit (self->store, action, error)
                                             : spil_store_commit_bulk (self->store, action, error);
  for (guint i = 0; done && i < numbers->len; i++)
    done = tell_done (self, g_array_index (numbers, int64_t, i), action->changes->pdata[i], error);
  return done;
}

gboolean
spil_apply (SpilStore *store, GInputStream *stream, gboolean atomic, SpilApplyFunc func, gpointer user_data,
            SpilApplyCounts *counts, GError **error)
{
  g_autoptr (SpilLineReader) reader = spil_line_reader_new (stream, LINE_MAX_BYTES);
  SpilApplying applying = { store, func, user_data, counts };

  *counts = (SpilApplyCounts) { 0 };
  return atomic ? apply_together (&applying, reader, error) : apply_each (&applying, reader, error);
}
