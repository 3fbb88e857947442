// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-exchange-error.h"
#include "spil-json-read.h"
#include "spil-template-private.h"

#define SUFFIX ".json"
#define FORMAT 1

void
spil_template_info_free (SpilTemplateInfo *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->description);
  g_free (self->path);
  g_free (self);
}

void
spil_template_free (SpilTemplate *self)
{
  g_free (self->path);
  g_free (self->id);
  g_free (self->name);
  g_free (self->description);
  g_free (self->extends);
  g_clear_pointer (&self->root, json_node_unref);
  g_free (self);
}

const char *
spil_template_get_id (SpilTemplate *self)
{
  return self->id;
}

const char *
spil_template_get_name (SpilTemplate *self)
{
  return self->name;
}

const char *
spil_template_get_extends (SpilTemplate *self)
{
  return self->extends;
}

gboolean
spil_template_refuse (SpilTemplate *self, GError **error, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID, _ ("Template “%s”: %s"), self->path,
               sentence);
  return FALSE;
}

gboolean
spil_template_check_members (SpilTemplate *self, JsonObject *object, const char *place,
                             const char *const *known, GError **error)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data)) {
      g_autofree char *names = g_strjoinv (", ", (char **) known);

      return spil_template_refuse (self, error, _ ("%s: “%s” means nothing there; known are: %s."), place,
                                   (const char *) l->data, names);
    }
  return TRUE;
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

/* A text in several languages: in that of the program, English when it is neither Dutch nor known, else Dutch. NULL when absent. */
static const char *
get_words (JsonObject *object, const char *member)
{
  static const char *const written[] = { "nl", "en" };
  JsonNode *node = json_object_get_member (object, member);
  JsonObject *words;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  words = json_node_get_object (node);
  for (const char *const *name = g_get_language_names (); *name != NULL; name++)
    for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
      if (strcmp (*name, written[i]) == 0 && get_text (words, written[i]) != NULL)
        return get_text (words, written[i]);
  return get_text (words, "en") != NULL ? get_text (words, "en") : get_text (words, "nl");
}

/* Takes what stands before the records. */
static gboolean
read_header (SpilTemplate *self, GError **error)
{
  static const char *const known[] = { "id",     "format",  "name",    "description",
                                       "source", "extends", "records", NULL };
  g_autofree char *base = g_path_get_basename (self->path);
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (self->root))
    return spil_template_refuse (self, error, _ ("it has to be one JSON object."));
  object = json_node_get_object (self->root);
  if (!spil_template_check_members (self, object, _ ("at the top"), known, error))
    return FALSE;
  if (json_object_get_int_member_with_default (object, "format", 0) != FORMAT)
    return spil_template_refuse (
        self, error, _ ("“format” has to be %d; another form needs another version of Spil."), FORMAT);

  self->id = g_strdup (get_text (object, "id"));
  self->name = g_strdup (get_words (object, "name"));
  self->description = g_strdup (get_words (object, "description"));
  self->extends = g_strdup (get_text (object, "extends"));
  if (self->id == NULL || !g_str_has_prefix (base, self->id) ||
      strcmp (base + strlen (self->id), SUFFIX) != 0)
    return spil_template_refuse (self, error, _ ("“id” has to be the name of the file without %s."), SUFFIX);
  if (self->name == NULL)
    return spil_template_refuse (self, error, _ ("“name” has to hold a name in Dutch (“nl”)."));
  if (!json_object_has_member (object, "records") ||
      !JSON_NODE_HOLDS_ARRAY (json_object_get_member (object, "records")))
    return spil_template_refuse (self, error, _ ("“records” has to be a list of records."));
  self->records = json_object_get_array_member (object, "records");
  return TRUE;
}

SpilTemplate *
spil_template_load_file (const char *path, GError **error)
{
  g_autoptr (SpilTemplate) self = g_new0 (SpilTemplate, 1);
  g_autoptr (GError) fault = NULL;
  g_autofree char *text = NULL;
  g_autofree char *what = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  self->path = g_strdup (path);
  if (!g_file_get_contents (path, &text, &length, &fault)) {
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_FAILED,
                 _ ("The template cannot be read: %s. Check the file and its permissions."), fault->message);
    return NULL;
  }
  what = g_strdup_printf (_ ("Template “%s”"), path);
  self->root = spil_json_parse (text, length, what, error);
  if (self->root == NULL || !read_header (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

char **
spil_template_dirs (void)
{
  const char *dirs = g_getenv ("SPIL_TEMPLATE_DIR");

  if (dirs == NULL || dirs[0] == '\0')
    dirs = SPIL_PKGDATADIR G_DIR_SEPARATOR_S "templates";
  return g_strsplit (dirs, G_SEARCHPATH_SEPARATOR_S, -1);
}

static int
compare_infos (gconstpointer a, gconstpointer b)
{
  const SpilTemplateInfo *const *info_a = a;
  const SpilTemplateInfo *const *info_b = b;
  int order = g_utf8_collate ((*info_a)->name, (*info_b)->name);

  return order != 0 ? order : strcmp ((*info_a)->id, (*info_b)->id);
}

/* Adds the template in @path to @infos, unless an earlier folder has one with its name; NULL or a sentence when it is not right. */
static char *
list_file (const char *path, GHashTable *seen, GPtrArray *infos)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilTemplate) template = NULL;
  g_autofree char *base = g_path_get_basename (path);
  SpilTemplateInfo *info;

  if (!g_hash_table_add (seen, g_steal_pointer (&base)))
    return NULL;
  template = spil_template_load_file (path, &error);
  if (template == NULL)
    return g_strdup (error->message);
  if (template->extends != NULL)
    return NULL;
  info = g_new0 (SpilTemplateInfo, 1);
  info->id = g_strdup (template->id);
  info->name = g_strdup (template->name);
  info->description = g_strdup (template->description != NULL ? template->description : "");
  info->path = g_strdup (path);
  g_ptr_array_add (infos, info);
  return NULL;
}

GPtrArray *
spil_template_list (const char *const *dirs, GPtrArray *faults)
{
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_template_info_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) own_dirs = dirs == NULL ? spil_template_dirs () : NULL;

  if (dirs == NULL)
    dirs = (const char *const *) own_dirs;
  for (; *dirs != NULL; dirs++) {
    g_autoptr (GDir) dir = g_dir_open (*dirs, 0, NULL);
    const char *name;

    // A folder that is not there holds no templates; that nothing was found shows in the result.
    while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
      g_autofree char *path = g_build_filename (*dirs, name, NULL);
      char *fault = g_str_has_suffix (name, SUFFIX) ? list_file (path, seen, infos) : NULL;

      if (fault != NULL && faults != NULL)
        g_ptr_array_add (faults, fault);
      else
        g_free (fault);
    }
  }
  g_ptr_array_sort (infos, compare_infos);
  return g_steal_pointer (&infos);
}

/* "a, b, c": the ids of the templates that exist. */
static char *
join_ids (const char *const *dirs)
{
  g_autoptr (GPtrArray) infos = spil_template_list (dirs, NULL);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < infos->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", ((SpilTemplateInfo *) infos->pdata[i])->id);
  return g_string_free_and_steal (g_steal_pointer (&ids));
}

SpilTemplate *
spil_template_load (const char *const *dirs, const char *id, GError **error)
{
  g_auto (GStrv) own_dirs = dirs == NULL ? spil_template_dirs () : NULL;
  g_autofree char *joined = NULL;
  g_autofree char *ids = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  if (dirs == NULL)
    dirs = (const char *const *) own_dirs;
  for (int i = 0; dirs[i] != NULL && strchr (id, G_DIR_SEPARATOR) == NULL; i++) {
    g_autofree char *name = g_strconcat (id, SUFFIX, NULL);
    g_autofree char *path = g_build_filename (dirs[i], name, NULL);

    if (g_file_test (path, G_FILE_TEST_EXISTS))
      return spil_template_load_file (path, error);
  }
  ids = join_ids (dirs);
  joined = g_strjoinv (", ", (char **) dirs);
  if (ids[0] != '\0')
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN,
                 _ ("There is no template “%s”; choose from: %s."), id, ids);
  else
    g_set_error (
        error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN,
        _ ("There is no template “%s”, and none at all in %s; install Spil again, or set SPIL_TEMPLATE_DIR."),
        id, joined);
  return NULL;
}
