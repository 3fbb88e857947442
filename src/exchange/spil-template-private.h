// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <json-glib/json-glib.h>

#include "spil-template.h"

G_BEGIN_DECLS

struct _SpilTemplate
{
  char *path;
  char *id;
  char *name;
  char *description;
  char *extends; /* NULL: a template of its own */
  JsonNode *root; /* keeps `records` alive */
  JsonArray *records; /* of objects; owned by `root` */
};

struct _SpilTemplateKeys
{
  GHashTable *rows; /* char * to SpilTemplateRow */
  SpilId programme;
  char *last_order[SPIL_ENTITY_NUMBER_LIMIT]; /* per entity: the order key of its latest row */
};

/** Sets SPIL_EXCHANGE_ERROR_INVALID: the file, a colon, and the sentence made of @format. Always returns FALSE. */
gboolean
spil_template_refuse (SpilTemplate *self, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

/** Refuses members of @object that are none of @known (ended by NULL); @place says where it stands. */
gboolean spil_template_check_members (SpilTemplate *self, JsonObject *object, const char *place,
                                      const char *const *known, GError **error);

G_END_DECLS
