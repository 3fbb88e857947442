// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-change.h"

G_BEGIN_DECLS

/*
 * Programme templates: data files that a programme starts from. Their form is described in data/templates/README.md.
 */

/** A template as people choose it. */
typedef struct
{
  char *id;
  char *name; /**< in the language of the program */
  char *description; /**< in the language of the program; "" when there is none */
  char *path;
} SpilTemplateInfo;

void spil_template_info_free (SpilTemplateInfo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilTemplateInfo, spil_template_info_free)

/** The folders of templates: those in SPIL_TEMPLATE_DIR (separated by ":"), otherwise the installed one. Free with g_strfreev(). */
char **spil_template_dirs (void);

/**
 * The templates in those folders (NULL: spil_template_dirs()), as SpilTemplateInfo, sorted by name. @faults (of char *,
 * nullable) gets a sentence for each file that cannot be used. Free with g_ptr_array_unref().
 */
GPtrArray *spil_template_list (const char *const *dirs, GPtrArray *faults);

/** A template that was read from its file. */
typedef struct _SpilTemplate SpilTemplate;

/** Reads the template with that id. SPIL_EXCHANGE_ERROR_UNKNOWN, naming those that exist, when there is none. */
SpilTemplate *spil_template_load (const char *const *dirs, const char *id, GError **error);

/** Reads a template, or an addition to one, from a file. */
SpilTemplate *spil_template_load_file (const char *path, GError **error);

void spil_template_free (SpilTemplate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilTemplate, spil_template_free)

/** Owned by the template. */
const char *spil_template_get_id (SpilTemplate *self);
const char *spil_template_get_name (SpilTemplate *self);
/** The id of the template that this one adds to, or NULL. */
const char *spil_template_get_extends (SpilTemplate *self);

/** A row that a record of a template has become. */
typedef struct
{
  const SpilEntity *entity;
  SpilId id;
} SpilTemplateRow;

/** What an addition has to know of the template that it adds to: the rows behind its keys, its programme, its order. */
typedef struct _SpilTemplateKeys SpilTemplateKeys;

SpilTemplateKeys *spil_template_keys_new (void);
void spil_template_keys_free (SpilTemplateKeys *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilTemplateKeys, spil_template_keys_free)

/** The row behind @key, or NULL; owned by @self. */
const SpilTemplateRow *spil_template_keys_lookup (SpilTemplateKeys *self, const char *key);
/** The programme, or nil while no template was carried out. */
SpilId spil_template_keys_get_programme (SpilTemplateKeys *self);

/** Makes the id of the next row. */
typedef SpilId (*SpilIdFunc) (gpointer user_data);

/**
 * One action that carries out the template: a programme with all its rows, each validated. @make_id NULL: new ids. @keys (nullable)
 * gets what was made; for an addition it holds what the template that it adds to made. SPIL_EXCHANGE_ERROR_INVALID with
 * file, record and cure when something is not right.
 */
SpilAction *spil_template_make_action (SpilTemplate *self, SpilTemplateKeys *keys, SpilIdFunc make_id,
                                       gpointer user_data, GError **error);

G_END_DECLS
