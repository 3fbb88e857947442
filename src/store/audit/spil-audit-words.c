// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-audit-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-entity.h"
#include "spil-number.h"
#include "spil-text.h"

// clang-format off
static const SpilAuditWord actions[] = {
  { "create", NC_ ("audit", "Database made") },
  { "commit", NC_ ("audit", "Changed") },
  { "undo", NC_ ("audit", "Undone") },
  { "redo", NC_ ("audit", "Done again") },
  { "erase", NC_ ("audit", "Personal data erased") },
  { "export", NC_ ("audit", "Exported") },
  { "report", NC_ ("audit", "Report made") },
  { "backup", NC_ ("audit", "Copy made") },
  { "restore", NC_ ("audit", "Copy put back") },
  { "snapshot", NC_ ("audit", "Taken over from the others") },
  { "renew", NC_ ("audit", "Went on as another laptop") },
};

static const SpilAuditWord objects[] = {
  { "database", NC_ ("audit", "the whole database") },
  { "device", NC_ ("audit", "this laptop") },
  { "all", NC_ ("audit", "everything") },
  { "employers", NC_ ("audit", "list of employers") },
  { "budget", NC_ ("audit", "budget") },
  { "bookings", NC_ ("audit", "bookings") },
  { "audit", NC_ ("audit", "this overview") },
  { "akt", NC_ ("audit", "report for the AKT") },
  { "visit", NC_ ("audit", "visit sheet") },
  { "data", NC_ ("audit", "about these data") },
};

// By the sign behind the name of the entity.
static const struct
{
  char sign;
  SpilAuditWord word;
} kinds[] = {
  { '+', { " +", NC_ ("audit", "%s added") } },
  { '~', { " ~", NC_ ("audit", "%s changed") } },
  { '-', { " -", NC_ ("audit", "%s deleted") } },
  { '^', { " ^", NC_ ("audit", "%s put back") } },
  { 'x', { " x", NC_ ("audit", "%s erased") } },
};
// clang-format on

static const char *
translate (const SpilAuditWord *word)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "audit", word->label);
}

static const SpilAuditWord *
find (const SpilAuditWord *words, gsize n, const char *code)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (words[i].code, code))
      return &words[i];
  return NULL;
}

const char *
spil_audit_action_label (const char *action)
{
  const SpilAuditWord *word = find (actions, G_N_ELEMENTS (actions), action);

  return word != NULL ? translate (word) : action;
}

// "contact +1": one kind of what was done to the rows of one entity.
static gboolean
append_part (GString *text, const char *part)
{
  const char *space = strrchr (part, ' ');
  g_autofree char *name = space != NULL ? g_strndup (part, (gsize) (space - part)) : NULL;
  const SpilEntity *entity = name != NULL ? spil_entity_by_name (name) : NULL;
  g_autofree char *count = NULL;
  int64_t n;

  for (gsize i = 0; entity != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (space[1] == kinds[i].sign && spil_integer_parse (space + 2, &n)) {
      count = spil_integer_format (n);
      g_string_append_printf (text, "%s%s: ", text->len > 0 ? " · " : "",
                              n == 1 ? spil_entity_label (entity) : spil_entity_label_plural (entity));
      G_GNUC_BEGIN_IGNORE_DEPRECATIONS
      g_string_append_printf (text, translate (&kinds[i].word), count);
      G_GNUC_END_IGNORE_DEPRECATIONS
      return TRUE;
    }
  return FALSE;
}

char *
spil_audit_dup_object (const SpilAuditLine *line)
{
  const SpilAuditWord *word = find (objects, G_N_ELEMENTS (objects), line->object);
  const SpilEntity *entity = spil_entity_by_name (line->object);
  g_auto (GStrv) parts = g_strsplit (line->object, ", ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  if (word != NULL)
    return g_strdup (translate (word));
  if (entity != NULL)
    return g_strdup (spil_entity_label_plural (entity));
  for (gsize i = 0; parts[i] != NULL; i++)
    if (!append_part (text, parts[i]))
      return g_strdup (line->object);
  return g_strdup (text->str);
}

char *
spil_audit_dup_result (const SpilAuditLine *line)
{
  g_autofree char *count = NULL;
  int64_t n;

  if (g_str_equal (line->result, "ok"))
    return g_strdup (C_ ("audit", "Done"));
  if (!spil_integer_parse (line->result, &n))
    return g_strdup (line->result);
  count = spil_integer_format (n);
  // Translators: %s is a number.
  return g_strdup_printf (ngettext ("%s row", "%s rows", (gulong) n), count);
}

/* What people type */

static gboolean
has (const char *label, const char *folded)
{
  g_autofree char *text = spil_text_fold (label);

  return strstr (text, folded) != NULL;
}

void
spil_audit_find_words (const char *folded, SpilAuditWordFunc func, gpointer user_data)
{
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (has (translate (&actions[i]), folded))
      func (SPIL_AUDIT_ACTION, actions[i].code, user_data);
  for (gsize i = 0; i < G_N_ELEMENTS (objects); i++)
    if (has (translate (&objects[i]), folded))
      func (SPIL_AUDIT_OBJECT, objects[i].code, user_data);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (has (translate (&kinds[i].word), folded))
      func (SPIL_AUDIT_KIND, kinds[i].word.code, user_data);
  for (int i = 0; i < n_entities; i++)
    if (has (spil_entity_label (entities[i]), folded) || has (spil_entity_label_plural (entities[i]), folded))
      func (SPIL_AUDIT_OBJECT, entities[i]->name, user_data);
}
