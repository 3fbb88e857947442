// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-file.h"
#include "spil-xml.h"

G_BEGIN_DECLS

/*
 * GanttProject and GNOME Planner both write an outline: elements in elements, with all values in attributes. What the two readers share is here: going through
 * such a file by tables, and noting what no table knows.
 */
typedef struct _SpilOutline SpilOutline;

/** Takes the element that has opened, to its close. @data: what the caller of spil_outline_take() gave. */
typedef gboolean (*SpilOutlineTake) (SpilOutline *self, gpointer data, GError **error);

/** An element that may stand within another. */
typedef struct
{
  const char *name;
  /** The attributes that are read or that say nothing about the planning, with spaces around each: " id name "; others are noted. NULL: none is noted. */
  const char *known;
  SpilOutlineTake take; /**< NULL: says nothing about the planning; passed over without a note */
} SpilOutlineElement;

/** A file that is being read. */
struct _SpilOutline
{
  SpilXml *xml;
  SpilPlanFile *plan;
  const SpilPlanFileSink *sink;
  gpointer form; /**< of the reader */
  guint n_items; /**< elements gone through */
  gsize text_bytes;
};

/** Takes all elements within the one that has opened, to its close. Those that are not in @elements (ends with a NULL name) are noted. */
gboolean
spil_outline_take (SpilOutline *self, const SpilOutlineElement *elements, gpointer data, GError **error);

/** For an element with nothing in it that matters: passes over what is in it. */
gboolean spil_outline_close (SpilOutline *self, GError **error);

/** The text of the element that has opened, to its close. Free @text with g_free(). */
gboolean spil_outline_take_text (SpilOutline *self, char **text, GError **error);

/** Notes an attribute or element of the element @owner that is not kept, when it says something. @reason: nullable. */
void spil_outline_note (SpilOutline *self, const char *owner, const char *name, const char *value,
                        const char *reason);

/* Attributes of the element that has opened. A value that cannot be read is noted and counts as not there. */

/** The text, counted with all others; NULL without it or when it is empty. Free with g_free(). */
char *spil_outline_dup (SpilOutline *self, const char *name);
/** A number from @least to @most; @other without it. */
double spil_outline_number (SpilOutline *self, const char *name, double least, double most, double other);
/** "true" or "1"; "false" or "0"; -1 without it. */
int spil_outline_boolean (SpilOutline *self, const char *name);
/** "2018-07-31", or "20180731T170000Z" whose minute of the day goes to @minute (nullable). SPIL_DAY_NONE without it. */
SpilDay spil_outline_day (SpilOutline *self, const char *name, int *minute);

/** What one program writes. */
typedef struct
{
  const char *format; /**< "gan" */
  const char *program; /**< "GanttProject" */
  const char *mark; /**< an attribute that its <project> always has, or NULL */
  const char *foreign; /**< one that its <project> never has, or NULL */
  const SpilOutlineElement *elements; /**< within <project> */
  void (*begin) (SpilOutline *self); /**< <project> has opened; may read its attributes */
  void (*settle) (SpilOutline *self); /**< all was read; NULL: then it is done */
} SpilOutlineForm;

/** Reads a file of that form; see SpilPlanFileRead. @data becomes `form`. */
SpilPlanFile *spil_outline_read (const char *path, const SpilOutlineForm *form, gpointer data,
                                 const SpilPlanFileSink *sink, GError **error);

G_END_DECLS
