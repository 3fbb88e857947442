// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** A page of the sidebar. */
typedef struct
{
  const char *name; /**< for --page, actions and settings */
  const char *title; /**< msgid, in the context "page" */
  const char *icon;
  int module; /**< SPIL_MODULE_...: hidden where the programme does not use it; 0: always there */
  int entity; /**< what one goes to this page for: rows of this entity are opened here; 0: none */
  GType (*get_type) (void); /**< a subclass of SpilPage */
} SpilPageInfo;

/** All pages, in the order of the sidebar. */
const SpilPageInfo *spil_pages (int *n_pages);

/** Its title in the language of the program. */
const char *spil_page_info_title (const SpilPageInfo *info);

/** The index of the page of that name, or -1. */
int spil_pages_find (const char *name);

/** The index of the page where rows of that entity are opened, or -1. */
int spil_pages_find_for_entity (int entity);

G_END_DECLS
