// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-go-words.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-pages.h"

/* What has no page of its own. */
static const struct
{
  int entity;
  const char *icon;
} icons[] = {
  { SPIL_ENTITY_PERSON, "avatar-default-symbolic" },     { SPIL_ENTITY_CONTACT, "document-edit-symbolic" },
  { SPIL_ENTITY_NEXT_ACTION, "object-select-symbolic" }, { SPIL_ENTITY_EVENT, "spil-toolkit-symbolic" },
  { SPIL_ENTITY_ALLIANCE, "spil-employers-symbolic" },
};

static const char *
find_icon (int entity)
{
  int n_pages;
  int page = spil_pages_find_for_entity (entity);

  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++)
    if (icons[i].entity == entity)
      return icons[i].icon;
  return page >= 0 ? spil_pages (&n_pages)[page].icon : "edit-find-symbolic";
}

/* These are seen on the page of their organisation. */
static gboolean
is_shown_at_organisation (int entity)
{
  return entity == SPIL_ENTITY_ORGANISATION || entity == SPIL_ENTITY_PERSON ||
         entity == SPIL_ENTITY_CONTACT || entity == SPIL_ENTITY_NEXT_ACTION;
}

static char *
make_action (const SpilFound *found)
{
  const SpilEntity *entity = spil_record_get_entity (found->record);
  gboolean at_organisation = is_shown_at_organisation (entity->number) &&
                             !spil_id_is_nil (found->organisation);
  g_autofree char *id = spil_id_dup_text (at_organisation ? found->organisation
                                                          : spil_record_get_id (found->record));

  return g_strdup_printf ("win.open-record::%s %s",
                          at_organisation ? spil_entity (SPIL_ENTITY_ORGANISATION)->name : entity->name, id);
}

/* The field that stands at the end of the line; 0: none. */
static int
find_detail (int entity)
{
  return entity == SPIL_ENTITY_ORGANISATION ? SPIL_ORGANISATION_TOWN
         : entity == SPIL_ENTITY_AREA       ? SPIL_AREA_MUNICIPALITY
                                            : 0;
}

/* "Telephone: 038 …". */
static char *
make_found_context (const SpilFound *found)
{
  const SpilField *field;
  g_autofree char *label = NULL;

  if (found->context == NULL || found->field == find_detail (spil_record_get_entity (found->record)->number))
    return NULL;
  field = spil_entity_field (spil_record_get_entity (found->record), found->field);
  label = g_markup_escape_text (spil_field_label (field), -1);
  return g_strdup_printf ("%s: %s", label, found->context);
}

/* The second line, as markup: of which employer it is, and where the words were found. Of a note the employer is on the first line. */
static char *
make_context (const SpilFound *found)
{
  const int entity = spil_record_get_entity (found->record)->number;
  g_autofree char *where = make_found_context (found);
  g_autofree char *employer = NULL;

  if (found->organisation_name == NULL || entity == SPIL_ENTITY_CONTACT || find_detail (entity) != 0)
    return g_steal_pointer (&where);
  employer = g_markup_escape_text (found->organisation_name, -1);
  return g_strjoin (" · ", employer, where, NULL);
}

/* As markup. */
static char *
make_detail (const SpilFound *found)
{
  int entity = spil_record_get_entity (found->record)->number;
  int field = find_detail (entity);
  g_autofree char *day = NULL;
  const char *text;

  if (field != 0 && found->field == field)
    return g_strdup (found->context);
  if (entity == SPIL_ENTITY_CONTACT)
    day = spil_day_format (
        spil_time_day (spil_time (spil_record_get (found->record, SPIL_CONTACT_TIME)->integer)));
  text = field != 0 ? spil_record_get_text (found->record, field) : day;
  return text != NULL ? g_markup_escape_text (text, -1) : NULL;
}

/* The note itself is the context: what is on the first line is with whom it was. */
static void
turn_note (const SpilFound *found, char **title, char **context)
{
  char *note = *context != NULL ? *context : g_strdup (found->title);

  *title = g_markup_escape_text (found->organisation_name != NULL ? found->organisation_name : "", -1);
  *context = note;
}

static char *
make_group (const SpilFoundGroup *group)
{
  const char *label = spil_entity_label_plural (spil_entity (group->entity));

  if (group->entity == SPIL_ENTITY_ORGANISATION)
    label = g_dpgettext2 (GETTEXT_PACKAGE, "page", "Employers");
  // Translators: %s is a kind of rows, as "Employers"; they are not what was typed, but near it.
  return group->guessed ? g_strdup_printf (_ ("%s: did you mean…"), label) : g_strdup (label);
}

GtkWidget *
spil_go_found_row_new (const SpilFoundGroup *group, int place, const SpilFound *found)
{
  g_autofree char *heading = make_group (group);
  g_autofree char *title = NULL;
  g_autofree char *detail = make_detail (found);
  g_autofree char *context = make_context (found);
  g_autofree char *action = make_action (found);

  if (group->entity == SPIL_ENTITY_CONTACT)
    turn_note (found, &title, &context);
  return spil_go_row_new (&(SpilGoRowContent) {
      .order = SPIL_GO_FOUND + place,
      .group = heading,
      .n_more = group->n_more + (int64_t) group->found->len >= SPIL_FIND_MOST ? -SPIL_FIND_MOST
                                                                              : group->n_more,
      .icon = find_icon (group->entity),
      .title = title != NULL ? title : found->title,
      .detail = detail,
      .context = context,
      .action = action,
  });
}
