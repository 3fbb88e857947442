// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_SECTION (spil_section_get_type ())

/**
 * A part of a page that reads its own data, while it is seen, and again after changes of its entities: a view of a switcher, or what another
 * part of the program tells about an employer on that employer's page. It stands in a SpilPage, whose worker it uses.
 */
G_DECLARE_DERIVABLE_TYPE (SpilSection, spil_section, SPIL, SECTION, AdwBin)

struct _SpilSectionClass
{
  AdwBinClass parent_class;

  /** As in SpilPageClass. */
  const int *entities;
  /** What load() has to know; NULL: a copy of the subject (SpilId), freed with g_free(). */
  gpointer (*prepare) (SpilSection *self);
  GDestroyNotify free_request;
  gpointer (*load) (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error);
  GDestroyNotify free_data;
  void (*fill) (SpilSection *self, gpointer data);
  /** Adds what the section is about. NULL: nothing. */
  void (*add) (SpilSection *self);

  gpointer padding[4];
};

/** The row that the section is about: an employer, an area. Nil: none. Loads again when it is another one. */
void spil_section_set_subject (SpilSection *self, SpilId subject);
SpilId spil_section_get_subject (SpilSection *self);

/** Gives all sections in @root (a page) that subject. */
void spil_section_set_subjects (GtkWidget *root, SpilId subject);

/** The page around it; NULL before it is in one. */
SpilPage *spil_section_get_page (SpilSection *self);
SpilWorker *spil_section_get_worker (SpilSection *self);

/** What fill() got last, or NULL. */
gpointer spil_section_get_data (SpilSection *self);

/** Loads again, now or when it is next seen. */
void spil_section_reload (SpilSection *self);

void spil_section_add (SpilSection *self);

/**
 * Called in fill(): instead of the section's child, says that there is nothing yet, and what comes first. @button adds what the section is about; NULL: no button.
 */
void spil_section_set_empty (SpilSection *self, const char *icon, const char *title, const char *description,
                             const char *button);

/** A column in the middle that scrolls, @width wide at most, as the child of the section; returns its box. For init(). */
GtkBox *spil_section_make_column (SpilSection *self, int width);

G_END_DECLS
